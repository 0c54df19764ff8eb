"""The lock beside a file: one program writes to it at a time, and others can see which."""

import contextlib
import datetime
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLockFile, QSysInfo
from shiboken6 import Shiboken

from riskdesk.domain.moments import file_time, in_zone
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.domain.text import printable
from riskdesk.files import read_bounded
from riskdesk.kit.paths import qt_path
from riskdesk.system import WINDOWS, hide, real_path

# In bytes; a lock file holds five short lines.
_LARGEST = 1_000
_PROCESS = re.compile("[1-9][0-9]{0,9}")
_LONGEST_HOST = 100
# How often to try, as the lock of another program may be removed meanwhile.
_TRIES = 3
# How Python represents a byte that is no text.
_NO_TEXT = re.compile("[\udc80-\udcff]")


class Holder(NamedTuple):
    """The program that has a file open: its computer and process, since when, and whether the computer is this one.

    The computer is empty and the process 0 if the lock file does not say. Anybody may have written it, so the name is
    cut to what can be shown in a sentence.
    """

    host: str
    pid: int
    since: datetime.datetime
    here: bool

    @property
    def is_this_process(self) -> bool:
        return self.here and self.pid == os.getpid()

    def is_same(self, other: "Holder") -> bool:
        """Whether both name the same program. Unlike `here`, that stays if the computer gets another name."""
        return (self.host, self.pid) == (other.host, other.pid)


class FileLock:
    """A lock that is ours from `take` to `release`; one of a program that died on this computer does not count.

    The lock file is at `place`.
    """

    def __init__(self, path: Path) -> None:
        real = real_path(path)
        self.place = real.parent / _lock_name(real.name)
        self._lock = self._new()
        self._last_holder: Holder | None = None
        # What the lock file said of us when it was taken.
        self._us: Holder | None = None

    def __del__(self) -> None:
        # When a QLockFile is deleted, it removes the lock file, even if that belongs to somebody else meanwhile.
        self.release()

    def take(self) -> Holder | None:
        """Take the lock and return None, or return its holder; OSError if no lock can be made there."""
        for _ in range(_TRIES):
            self._last_holder = _holder_at(self.place)
            # QLockFile is asked about this computer only, as it takes copies of one installation for the same computer.
            if self._last_holder is not None and not self._last_holder.here:
                return self._last_holder
            if self._lock.tryLock(0):
                hide(self.place)
                self._us = _holder_at(self.place)
                return None
            if self._lock.error() != QLockFile.LockError.LockFailedError:
                break
            self._last_holder = _holder_at(self.place)
            if self._last_holder is not None:
                return self._last_holder
        raise OSError(f"no lock can be made beside {self.place.parent}")

    def seize(self) -> Holder | None:
        """Take the lock from the holder that `take` returned; if that has changed since, do as `take`.

        FileProblem if the lock file cannot be removed: Windows keeps that of a program which still runs.
        """
        if _holder_at(self.place) == self._last_holder:
            try:
                self.place.unlink(missing_ok=True)
            except OSError as error:
                raise FileProblem(_NOT_REMOVED, lock=self.place) from error
        return self.take()

    def is_ours(self) -> bool:
        """Whether the lock file, read again, still names this process: another computer may have taken the lock."""
        try:
            holder = _holder_at(self.place)
        except OSError:
            return False
        if holder is None or self._us is None:
            return False
        return self._lock.isLocked() and holder.is_same(self._us)

    def is_free(self) -> bool:
        """Whether nobody has the lock. If a program of this computer may have died, the lock is taken for a moment."""
        try:
            holder = _holder_at(self.place)
            if holder is not None and not (holder.here and self.take() is None):
                return False
        except OSError:
            return False
        self.release()
        return True

    def release(self) -> None:
        """Release the lock; one that another program has taken is left alone."""
        if self._lock.isLocked() and not self.is_ours():
            Shiboken.invalidate(self._lock)
            self._lock = self._new()
        self._lock.unlock()

    def _new(self) -> QLockFile:
        lock = QLockFile(qt_path(self.place))
        # Never stale by age: a lock is held for as long as somebody works.
        lock.setStaleLockTime(0)
        return lock


class OwnLock(NamedTuple):
    """The lock file at `place`, which names this process as its `holder`."""

    place: Path
    holder: Holder

    @classmethod
    def beside(cls, path: Path) -> "OwnLock | None":
        """The lock that this process has taken for a file; None if it has not. OSError as for `is_lost`."""
        place = FileLock(path).place
        holder = _holder_at(place)
        return cls(place, holder) if holder is not None and holder.is_this_process else None

    def is_lost(self) -> bool:
        """Whether it is gone, or names another program now; any thread may ask.

        False for a lock file that cannot be read; OSError if it cannot be seen whether it is there.
        """
        holder = _holder_at(self.place)
        return holder is None or (holder.pid > 0 and not holder.is_same(self.holder))


def _holder_at(place: Path) -> Holder | None:
    content = b""
    # A file that cannot be read belongs to another user, or was not made by a program.
    with contextlib.suppress(OSError):
        content = read_bounded(place, _LARGEST)
    try:
        since = in_zone(file_time(place.lstat().st_mtime))
    except FileNotFoundError:
        return None
    match content.decode(errors="replace").split("\n"):
        case [pid, _program, host, machine, *_] if _PROCESS.fullmatch(pid):
            return Holder(printable(host, _LONGEST_HOST), int(pid), since, (host, machine) == _this_computer())
        case _:
            return Holder("", 0, since, here=False)


def _lock_name(name: str) -> str:
    """The name of the lock for a file, in UTF-8 as Qt writes names on every system; other bytes are spelt out."""
    text = os.fsencode(name).decode("utf-8", "surrogateescape")
    return os.fsdecode(f".~{_NO_TEXT.sub(_spelt_out, text)}.lock".encode())


def _spelt_out(byte: re.Match[str]) -> str:
    return f"%{ord(byte.group()) - 0xDC00:02X}"


def _this_computer() -> tuple[str, str]:
    # Name and id together: many computers keep the name of their installation, or the id of their original.
    return _host(os.environ), bytes(QSysInfo.machineUniqueId().data()).decode()


def _host(environment: Mapping[str, str], *, windows: bool = WINDOWS) -> str:
    """The name that QLockFile writes for this computer; on Windows the NetBIOS name, in capitals and cut."""
    return environment.get("COMPUTERNAME", "") if windows else QSysInfo.machineHostName()


_NOT_REMOVED = QT_TRANSLATE_NOOP(
    "Problem",
    "The register file was not taken over, as {lock} cannot be removed: close Riskdesk where it is still open, or see"
    " that you may write in that folder, and try again.",
)
