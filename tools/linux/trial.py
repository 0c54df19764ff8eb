"""Try the packages on a system of their own: `python -m tools.linux.trial DEB ARCHIVE`.

That system is this one, seen through a layer in memory that takes whatever is written and is gone at the end: nothing
is installed here. Linux lets root alone lay it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.linux.tree import ROOT

_LAYER = """
mount -t tmpfs none "$1"
mkdir "$1/written" "$1/work" "$1/root"
mount -t overlay none -o "lowerdir=/,upperdir=$1/written,workdir=$1/work" "$1/root" || exit 99
cd "$1/root"
mount -t proc proc proc
mount --rbind /dev dev
mount --bind "$2" mnt
shift 2
exec chroot . "$@"
"""
_NO_LAYER = 99


def main(package: Path, archive: Path) -> int:
    """Try both packages and print how it went; 1 if something failed. Where there can be no trial, that is printed."""
    if os.geteuid() != 0 or not shutil.which("unshare"):
        print(f"Not tried: that needs root. Try with: sudo {sys.executable} -m tools.linux.trial {package} {archive}")
        return 0
    inside = [sys.executable, "-m", "tools.linux.inside", f"/mnt/{package.name}", f"/mnt/{archive.name}"]
    with tempfile.TemporaryDirectory() as folder:
        start = f'cd "{ROOT}" && exec "$@"'
        alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", _LAYER, "layer"]
        command = [*alone, folder, str(package.parent), "sh", "-c", start, "inside", *inside]
        status = subprocess.call(command)
    if status == _NO_LAYER:
        print("Not tried: this system lays no layer over itself, as in a container without the right to mount.")
        return 0
    return 1 if status else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()))
