"""The archive that is unpacked anywhere and runs there: `python -m tools.archive dist/riskdesk dist`."""

import gzip
import platform
import sys
import tarfile
from pathlib import Path

from riskdesk import __version__
from tools import times

# What packages of this system are called.
NAME = f"riskdesk-{__version__}-{platform.system()}-{platform.machine()}".lower()


def build(bundle: Path, out: Path) -> Path:
    """Make the archive of a bundle in the folder `out`; the same files give the same archive."""
    path = out / f"{NAME}.tar.gz"
    with (
        path.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        # Folders sort their own entries.
        archive.add(bundle, NAME, filter=_plain)
    return path


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without what tells of this machine: owner, times and the rights that others have here."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = times.of_source()
    if not member.issym():
        member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
    return member


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
