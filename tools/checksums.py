"""Write the checksums of all packages in a folder, as sha256sum reads them: `python -m tools.checksums dist`."""

import hashlib
import sys
from pathlib import Path

NAME = "SHA256SUMS"


def write(folder: Path) -> None:
    """Write SHA256SUMS beside the packages that lie in the folder itself."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != NAME)
    lines = [f"{_checksum(path)}  {path.name}\n" for path in files]
    (folder / NAME).write_text("".join(lines), encoding="utf-8", newline="\n")


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    write(Path(sys.argv[1]))
