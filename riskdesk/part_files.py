"""Part files and private folders, whose names identify the process that made them, and removal of those left over."""

import contextlib
import os
import re
import sys
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

# Older versions wrote neither computer nor process. SQLite puts a journal beside a store that it writes.
_PART = re.compile(r"\.riskdesk-(?:([0-9a-f]{8})-([0-9]{1,10})-)?[0-9a-f]{8}\.part(?:-journal)?")
_FOLDER = re.compile(r"riskdesk-([0-9a-f]{8})-([0-9]{1,10})-[a-z0-9_]{8}")
_DAY = 24 * 60 * 60


def part_name() -> str:
    """A name for a part file that identifies the process that writes it, and is short enough for any system."""
    return f".riskdesk-{_here()}-{os.getpid()}-{os.urandom(4).hex()}.part"


def clear_parts(folder: Path) -> None:
    """Remove part files of killed programs from a folder; those that cannot be removed stay.

    A part file is removed if its process on this computer no longer runs, or if it is more than a day old.
    """
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):
                if _is_left(entry):
                    Path(entry.path).unlink()


def private_folder() -> "TemporaryDirectory[str]":
    """A folder for this user alone, removed when the program ends, or else when the next one makes its own.

    On Windows, a viewer may keep a file in it open for longer than the program runs.
    """
    from tempfile import TemporaryDirectory

    clear_folders()
    return TemporaryDirectory(prefix=f"riskdesk-{_here()}-{os.getpid()}-", ignore_cleanup_errors=True)


def program_folder() -> Path:
    """The private folder for files that this program gives to others; made again if it was deleted meanwhile."""
    if not Path(_program_folder().name).is_dir():
        _program_folder().cleanup()
        _program_folder.cache_clear()
    return Path(_program_folder().name)


@cache
def _program_folder() -> "TemporaryDirectory[str]":
    return private_folder()


def clear_folders() -> None:
    """Remove the private folders of programs of this computer that no longer run."""
    import shutil
    from tempfile import gettempdir

    with contextlib.suppress(OSError), os.scandir(gettempdir()) as entries:
        for entry in entries:
            name = _FOLDER.fullmatch(entry.name)
            if name and name[1] == _here() and not _is_alive(int(name[2])):
                # `rmtree` leaves a link alone.
                shutil.rmtree(entry.path, ignore_errors=True)


@cache
def _here() -> str:
    """A code for the computer and the container in it, within which a number identifies one process."""
    # Imported late, as they are not needed before the window is first painted.
    import platform
    from uuid import getnode

    numbers = ""
    with contextlib.suppress(OSError):
        numbers = str(Path("/proc/self/ns/pid").readlink())
    return f"{crc32(f'{platform.node()} {getnode()} {numbers}'.encode()):08x}"


def _is_left(entry: os.DirEntry[str]) -> bool:
    """Whether a directory entry is a part file that nobody is writing any more."""
    name = _PART.fullmatch(entry.name)
    if name is None or not entry.is_file(follow_symlinks=False):
        return False
    if name[1] == _here() and not _is_alive(int(name[2])):
        return True
    return time.time() - entry.stat().st_mtime > _DAY


def _is_alive(process: int) -> bool:
    """Whether a process of this number runs on this computer, or may run."""
    if sys.platform == "win32":
        return _is_alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


if sys.platform == "win32":
    _SYNCHRONIZE, _NO_SUCH_PROCESS, _ENDED = 0x00100000, 87, 0

    def _is_alive_on_windows(process: int) -> bool:
        """Ask Windows itself, where `os.kill` would end the process, whatever the signal."""
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.WaitForSingleObject.argtypes = (wintypes.HANDLE, wintypes.DWORD)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        opened = kernel.OpenProcess(_SYNCHRONIZE, False, process)
        if not opened:
            return ctypes.get_last_error() != _NO_SUCH_PROCESS
        ended: bool = kernel.WaitForSingleObject(opened, 0) == _ENDED
        kernel.CloseHandle(opened)
        return not ended
