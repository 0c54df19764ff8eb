"""The files of a package as they lie on a system, under `usr`: the program, menu entry, icons, man pages."""

import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent.parent
SHARE = Path(__file__).parent / "share"
ICON = ROOT / "resources" / "icons" / "riskdesk.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
# Where the man page of a language lies, and what the language is called.
_MANUALS = {"man": "C.UTF-8", "man/fr": "fr_FR.UTF-8"}


def lay(bundle: Path, root: Path) -> None:
    """Lay out all files under `root`."""
    shutil.copytree(bundle, root / "usr/lib/riskdesk", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/riskdesk").symlink_to("../lib/riskdesk/riskdesk")
    share = root / "usr/share"
    shutil.copytree(SHARE, share)
    _draw_icons(share / "icons/hicolor")
    for folder, locale in _MANUALS.items():
        write_packed(share / folder / "man1/riskdesk.1.gz", _manual(locale))


def write_packed(path: Path, text: bytes) -> None:
    """Write a file as `gzip -9n` does: without name and time, so that the same text gives the same file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text, compresslevel=9, mtime=0))


def _draw_icons(theme: Path) -> None:
    scalable = theme / "scalable/apps"
    scalable.mkdir(parents=True)
    shutil.copyfile(ICON, scalable / "riskdesk.svg")
    drawing = QSvgRenderer(str(ICON))
    for size in SIZES:
        folder = theme / f"{size}x{size}/apps"
        folder.mkdir(parents=True)
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        image.save(str(folder / "riskdesk.png"))


def _manual(locale: str) -> bytes:
    command = [sys.executable, "-m", "tools.linux.manual"]
    environment = {**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True).stdout
