"""What depends on the operating system: resolving paths, valid file names, what Windows does differently.

Functions whose result differs have an argument `windows`, so that both can be tested on every system.
"""

import errno
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
# Names of devices, which Windows reserves in every folder and with any ending.
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE)
# Characters that Windows allows in no name; a colon separates the name of a stream inside a file.
_REFUSED = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
# Windows errors: access denied, sharing violation (the file is in use), lock violation (a part is locked).
_SHARING_ERRORS = {5, 32, 33}
# In seconds; virus scanners and synchronised folders hold a new file for a shorter time.
_PAUSES = (0.05, 0.1, 0.2, 0.4)
_HIDDEN = 2
# The folder in which Outlook keeps the attachments that are opened.
_ATTACHMENTS = "inetcache"
# The class of information that is set for a job, and the flag that limits the memory of a process.
_EXTENDED_LIMITS, _LIMIT_PROCESS_MEMORY = 9, 0x100


def real_path(path: Path) -> Path:
    """The file that a path leads to, with links, short names and drive letters of network shares resolved.

    The path itself if a network does not answer, or if no file can have its name.
    """
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path


def plain_path(path: Path) -> Path:
    """A path from the root without `..`, unless a link on the way makes that another folder."""
    absolute = path.absolute()
    plain = Path(os.path.normpath(absolute))
    with suppress(OSError, ValueError):
        if plain.parent.samefile(absolute.parent):
            return plain
    return absolute


def is_temporary(path: Path, *, windows: bool = WINDOWS) -> bool:
    """Whether a file is where Windows, mail programs and archives keep what was opened from them for a while.

    Never elsewhere, where only users put register files into folders of temporary files.
    """
    if not windows:
        return False
    real = real_path(path)
    folders = (os.environ.get(name) for name in ("TEMP", "TMP"))
    is_attachment = _ATTACHMENTS in (part.lower() for part in real.parts)
    return is_attachment or any(folder and real.is_relative_to(real_path(Path(folder))) for folder in folders)


def is_file_name(path: PurePath, *, windows: bool = WINDOWS) -> bool:
    """Whether the last part of a path can be a file name: a drive has none, and Windows reserves some for devices."""
    name = path.name
    if windows:
        return bool(name) and not _DEVICE.fullmatch(name) and not _REFUSED.search(name)
    return bool(name) and "\0" not in name


def name_length(name: str, *, windows: bool = WINDOWS) -> int:
    """The length of a name as the system counts it: Windows in units of UTF-16, others in bytes."""
    return len(name.encode("utf-16-le", "surrogatepass")) // 2 if windows else len(os.fsencode(name))


def longest_name(folder: Path) -> int:
    """The greatest length of a name in a folder, as `name_length` counts."""
    if sys.platform != "win32":
        with suppress(OSError):
            return os.pathconf(folder, "PC_NAME_MAX")
    return _LONGEST_NAME


def patiently(work: Callable[[], T], *, windows: bool = WINDOWS) -> T:
    """Do something to a file, retrying for less than a second in all while another program has it open.

    OSError if the file is still in use then. Only on Windows can that happen.
    """
    for seconds in _PAUSES:
        try:
            return work()
        except OSError as error:
            if not _may_be_in_use(error, windows=windows):
                raise
        time.sleep(seconds)
    return work()


def _may_be_in_use(error: OSError, *, windows: bool) -> bool:
    number = getattr(error, "winerror", None)
    # Opening a file reports no number of Windows, and has one errno for all of these.
    return number in _SHARING_ERRORS or (windows and number is None and error.errno == errno.EACCES)


def private_mode(*, windows: bool = WINDOWS) -> int:
    """The mode with which a folder for one user is made; on Windows that of any, as the folder around it decides.

    There, Python would make one with mode 0o700 for its owner and administrators: a portable program could not use it
    on another computer, nor its user after a start with the rights of an administrator.
    """
    return 0o777 if windows else 0o700


def hide(path: Path) -> None:
    """Hide a file on Windows, where a dot at the beginning of its name does not."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetFileAttributesW(str(path), _HIDDEN)


def let_come_to_front(process: int) -> None:
    """Let another process bring its window to the front; on Windows, only the active program can allow that."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(process)


def named_language() -> str:
    """The name of the user's locale, such as fr_FR; on Windows that of the language of its menus, not of its dates."""
    import locale

    if sys.platform == "win32":
        import ctypes

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return locale.getlocale()[0] or ""


def limit_memory(most: int) -> None:
    """Limit the memory of this process to `most` bytes; allocating more raises MemoryError.

    OSError if Windows does not let the process into a job, which holds the limit there.
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
        """The job limits for `most` bytes in each process (JOBOBJECT_EXTENDED_LIMIT_INFORMATION)."""
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
