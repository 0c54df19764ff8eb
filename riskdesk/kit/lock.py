"""The lock beside a file: one program writes to it at a time, and others are told which."""

import datetime
import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo


@dataclass(frozen=True, slots=True)
class Holder:
    """The program that has a file open: its computer and process, since when, and whether the computer is this one."""

    host: str
    pid: int
    since: datetime.datetime
    here: bool


class FileLock:
    """A lock that is ours from `take` to `release`; that of a program that died on this computer counts for nothing."""

    def __init__(self, path: Path) -> None:
        real = Path(os.path.realpath(path))
        self._place = real.with_name(f".~{real.name}.lock")
        self._lock = QLockFile(str(self._place))
        # Stale by age never: the lock of another computer is held for as long as somebody works there.
        self._lock.setStaleLockTime(0)

    def take(self) -> Holder | None:
        """Make the lock ours and return None, or the one whose it is; OSError where no lock can be made there."""
        if self._lock.tryLock(0):
            return None
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            raise OSError(f"no lock can be made beside {self._place.parent}")
        return self._holder()

    def seize(self) -> Holder | None:
        """Make the lock ours whoever had it; as `take`, where another was quicker."""
        self._place.unlink(missing_ok=True)
        return self.take()

    def release(self) -> None:
        """Give the lock up; one that another has taken over is left alone."""
        if self._lock.isLocked() and self._owner() == (os.getpid(), QSysInfo.machineHostName()):
            self._lock.unlock()

    def _holder(self) -> Holder:
        pid, host = self._owner()
        try:
            since = datetime.datetime.fromtimestamp(self._place.stat().st_mtime).astimezone()
        except OSError:
            since = datetime.datetime.now().astimezone()
        return Holder(host, pid, since, host == QSysInfo.machineHostName())

    def _owner(self) -> tuple[int, str]:
        """Process and computer as the lock file names them; 0 and empty where it is not readable as one."""
        pid, host, _program = QLockFile(str(self._place)).getLockInfo()
        return pid, host
