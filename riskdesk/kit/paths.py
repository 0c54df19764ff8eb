"""Paths as Qt takes them: Qt knows text alone, while on Linux a name may be any bytes."""

import os
import sys
from functools import cache
from pathlib import Path


def qt_path(path: Path) -> str:
    """The path for Qt of a file whose own name is text, through the number of its open folder where that has none.

    Such a folder stays open as long as the program runs; the path leads nowhere if it cannot be opened.
    """
    if sys.platform == "win32":
        return str(path)
    try:
        return os.fsencode(path).decode()
    except UnicodeDecodeError:
        return f"/proc/self/fd/{_number(path.parent)}/{os.fsencode(path.name).decode()}"


def _number(folder: Path) -> int:
    try:
        seen = folder.stat()
        return _opened(folder, seen.st_dev, seen.st_ino)
    except OSError:
        return -1


@cache
def _opened(folder: Path, _device: int, _node: int) -> int:
    """The number of the open folder.

    It is opened anew once there is another folder of that name (device and node are others).
    """
    return os.open(folder, getattr(os, "O_PATH", os.O_RDONLY))
