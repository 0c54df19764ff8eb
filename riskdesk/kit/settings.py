"""Settings: each is declared once with key, kind and default, and saved in a JSON file.

QSettings is not used: it crashes at a file with deeply nested values, and waits for ever if something else is in the
place of its lock.
"""

import base64
import json
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QByteArray

from riskdesk.domain.problems import FileProblem
from riskdesk.files import make_folder, read_bounded, set_aside, write_atomically

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T", bool, int, str, QByteArray)
Member = TypeVar("Member", bound=StrEnum)
# In bytes, many times what all settings need.
_LARGEST = 2**20
_LARGEST_NUMBER = 2**31 - 1


class Setting(NamedTuple, Generic[T]):
    """A setting with its key, kind and default, such as ``Setting("window/language", str, "")``.

    `key` may name a group before a slash. A value that is not `saved` lasts until the program ends.
    """

    key: str
    kind: type[T]
    default: T
    saved: bool = True


class Settings:
    """The values of settings in the file at `path`, which is made at the first change, readable by its user alone.

    It is written in another thread (`keeping`). A file with other content is renamed. If the file cannot be written, a
    change lasts until the program ends.
    """

    # The last change of any settings of this program, on its way to the file.
    _under_way: ClassVar["Future[None] | None"] = None

    def __init__(self, path: Path) -> None:
        self.settle()
        self._path = path
        self._values = self._read()
        # What is not saved yet, and what is not to be.
        self._unsaved: dict[str, str | int] = {}
        self._passing: dict[str, str | int] = {}
        self._turn = Lock()

    @property
    def path(self) -> Path:
        """The file in which they are saved."""
        return self._path

    def get(self, setting: Setting[T]) -> T:
        """The saved value, or the default if there is none or if it is of another kind."""
        value = _READERS[setting.kind]((self._values if setting.saved else self._passing).get(setting.key))
        return value if type(value) is setting.kind else setting.default

    def member(self, setting: Setting[str], otherwise: Member) -> Member:
        """The member of an enumeration that a value names; `otherwise` if it names none, or none any more."""
        name = self.get(setting)
        return next((member for member in type(otherwise) if member.value == name), otherwise)

    def latest(self, setting: Setting[T]) -> T:
        """The value that any window saved last; for a value that is read, added to and saved again, such as a list."""
        with self._turn:
            # Before the file is read, in which they may arrive meanwhile.
            unsaved = dict(self._unsaved)
        self._values = self._values | self._read() | unsaved
        return self.get(setting)

    def latest_object(self, setting: Setting[str]) -> dict[str, Any]:
        """The JSON object in the value that any window saved last; empty if the value is anything else."""
        try:
            value = json.loads(self.latest(setting) or "{}")
        except (ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}

    def set(self, setting: Setting[T], value: T) -> None:
        """Set a value and, unless its setting is not saved, save it to the file."""
        plain_value = base64.b64encode(value.data()).decode() if isinstance(value, QByteArray) else value
        if not setting.saved:
            self._passing[setting.key] = plain_value
            return
        # Another window may have saved another value since this one was read.
        if self.latest(setting) == value:
            return
        with self._turn:
            self._unsaved[setting.key] = plain_value
        self._values = self._values | {setting.key: plain_value}
        # Imported late, as it is not needed to read them.
        from riskdesk.kit.keeping import queued

        Settings._under_way = queued(self._save)

    @classmethod
    def settle(cls) -> None:
        """Wait until the changes made so far in this program are saved."""
        if cls._under_way is not None:
            cls._under_way.exception()

    def _save(self) -> None:
        """Write what is not saved yet to the file, in which another window may have saved others meanwhile."""
        with self._turn:
            unsaved = dict(self._unsaved)
        if not unsaved:
            # They were saved together with an earlier change.
            return
        values = self._read() | unsaved
        with suppress(FileProblem):
            make_folder(self._path.parent, private=True)
            write_atomically(self._path, json.dumps(values, indent=1, sort_keys=True).encode(), private=True)
            with self._turn:
                self._unsaved = {key: value for key, value in self._unsaved.items() if unsaved.get(key) != value}

    def _read(self) -> dict[str, str | int]:
        try:
            values = json.loads(read_bounded(self._path, _LARGEST))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            return {key: value for key, value in values.items() if _is_kept(value)}
        set_aside(self._path)
        return {}


def _is_kept(value: object) -> bool:
    """Whether a value is one of a settings file; texts must be convertible to bytes, even names that are no text."""
    if isinstance(value, str):
        try:
            value.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:
            return False
    return isinstance(value, str | int)


def _number(value: object) -> object:
    return value if isinstance(value, int) and abs(value) <= _LARGEST_NUMBER else None


def _bytes(value: object) -> QByteArray | None:
    try:
        return QByteArray(base64.b64decode(value, validate=True)) if isinstance(value, str) else None
    except ValueError:
        return None


def _itself(value: object) -> object:
    return value


# JSON has all kinds of values but bytes.
_READERS = {bool: _itself, int: _number, str: _itself, QByteArray: _bytes}
