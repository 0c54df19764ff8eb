"""Settings: each declared once with key, kind and default, kept in an INI file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T", bool, int, str, QByteArray)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting, such as ``Setting("window/language", str, "")``; `key` may name a group before a slash."""

    key: str
    kind: type[T]
    default: T


class Settings:
    """The values of settings in the file at `path`, which is made at the first change."""

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, setting: Setting[T]) -> T:
        """The value kept, or the default where there is none or not one of its kind."""
        kept = self._file.value(setting.key)
        value = _READERS[setting.kind](kept)
        return value if isinstance(value, setting.kind) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep a value and write it to the file."""
        self._file.setValue(setting.key, value)
        self._file.sync()


def _truth(kept: Any) -> bool | None:
    return {"true": True, "false": False}.get(str(kept).lower())


def _number(kept: Any) -> int | None:
    try:
        return int(str(kept))
    except ValueError:
        return None


def _itself(kept: Any) -> Any:
    return kept


# An INI file holds all but bytes as text.
_READERS = {bool: _truth, int: _number, str: _itself, QByteArray: _itself}
