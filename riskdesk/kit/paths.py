"""Paths for Qt, which knows them only as text, while a name on Linux may be any bytes."""

import os
import sys
from functools import cache
from pathlib import Path


def qt_path(path: Path) -> str:
    """The path for Qt of a file whose own name is text; if its folder's is not, by the number of the opened folder.

    That folder stays open until the program ends; if it cannot be opened, the path leads nowhere.
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

    It is opened again if another folder has that name meanwhile (with another device and node).
    """
    return os.open(folder, getattr(os, "O_PATH", os.O_RDONLY))
