"""What depends on the system: where a path leads, which names files can have, what Windows does otherwise.

Functions whose answer differs are told whether the system is Windows, so that each answer is known on every system.
"""

import os
import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import ctypes

WINDOWS = sys.platform == "win32"
T = TypeVar("T")
_LONGEST_NAME = 255
# What is a device of Windows in whatever folder, with any ending.
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE)
# What no name may hold there; after a colon is the name of a stream inside a file.
_REFUSED = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
# What it says of a file that it lets nobody touch, that is in use, or that is locked in part.
_SHARING_ERRORS = {5, 32, 33}
# In seconds; a virus scanner or a folder that goes to a cloud is done with a new file sooner.
_PAUSES = (0.05, 0.1, 0.2, 0.4)
_HIDDEN = 2
# The kind of what is told of a job, and that it limits the memory of a process.
_EXTENDED_LIMITS, _LIMIT_PROCESS_MEMORY = 9, 0x100


def real_path(path: Path) -> Path:
    """The file that a path leads to, through links, short names and the letters that stand for shares.

    The path itself where a network does not answer, or where no file can have its name.
    """
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path


def is_file_name(path: PurePath, *, windows: bool = WINDOWS) -> bool:
    """Whether the last part of a path may be the name of a file: a drive has none, and Windows has devices."""
    name = path.name
    if windows:
        return bool(name) and not _DEVICE.fullmatch(name) and not _REFUSED.search(name)
    return bool(name) and "\0" not in name


def name_length(name: str, *, windows: bool = WINDOWS) -> int:
    """How long a name is, as the system counts: Windows in units of UTF-16, others in bytes."""
    return len(name.encode("utf-16-le", "surrogatepass")) // 2 if windows else len(os.fsencode(name))


def longest_name(folder: Path) -> int:
    """How long a name in a folder may be, as `name_length` counts."""
    if sys.platform != "win32":
        with suppress(OSError):
            return os.pathconf(folder, "PC_NAME_MAX")
    return _LONGEST_NAME


def patiently(work: Callable[[], T]) -> T:
    """Do something to a file that another program may hold for a moment, trying for less than a second in all.

    OSError if it still holds the file. On Windows alone does that keep anybody from it.
    """
    for seconds in _PAUSES:
        try:
            return work()
        except OSError as error:
            if getattr(error, "winerror", None) not in _SHARING_ERRORS:
                raise
        time.sleep(seconds)
    return work()


def hide(path: Path) -> None:
    """Keep a file out of sight whose name begins with a dot, which means nothing to Windows."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetFileAttributesW(str(path), _HIDDEN)


def let_come_to_front(process: int) -> None:
    """Let another process put its window before all others, which Windows allows to the program in use alone."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(process)


def limit_memory(most: int) -> None:
    """Let this process take no more than so many bytes; whatever would take more raises MemoryError.

    OSError where Windows does not let the process into a job, which holds the limit there.
    """
    if sys.platform == "win32":
        _limit_by_job(most)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


if sys.platform == "win32":

    def _limit_by_job(most: int) -> None:
        """Put this process into a job of its own, which lasts as long as the process."""
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        limits = _memory_of_process(most)
        job = kernel.CreateJobObjectW(None, None)
        if not (
            job
            and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
            and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        ):
            raise ctypes.WinError(ctypes.get_last_error())

    def _memory_of_process(most: int) -> "ctypes.Structure":
        """What a job is told of so many bytes for each process (JOBOBJECT_EXTENDED_LIMIT_INFORMATION)."""
        import ctypes
        from ctypes import wintypes

        class Basic(ctypes.Structure):
            _fields_ = (
                ("process_time", ctypes.c_int64),
                ("job_time", ctypes.c_int64),
                ("flags", wintypes.DWORD),
                ("least_working_set", ctypes.c_size_t),
                ("most_working_set", ctypes.c_size_t),
                ("processes", wintypes.DWORD),
                ("affinity", ctypes.c_size_t),
                ("priority", wintypes.DWORD),
                ("scheduling", wintypes.DWORD),
            )

        class Extended(ctypes.Structure):
            _fields_ = (
                ("basic", Basic),
                ("io", ctypes.c_uint64 * 6),
                ("process_memory", ctypes.c_size_t),
                ("job_memory", ctypes.c_size_t),
                ("peak_process_memory", ctypes.c_size_t),
                ("peak_job_memory", ctypes.c_size_t),
            )

        limits = Extended(process_memory=most)
        limits.basic.flags = _LIMIT_PROCESS_MEMORY
        return limits
