"""Remembers beside its backups that a store was looked through, so that the next time only what is new has to be."""

import datetime
from contextlib import suppress
from pathlib import Path

from riskdesk.domain import json_text
from riskdesk.domain.possible import MOST_STEPS
from riskdesk.domain.problems import Problem
from riskdesk.domain.progress import Look
from riskdesk.domain.records import SENSELESS
from riskdesk.files import read_small, write_atomically
from riskdesk.store.damage import Health
from riskdesk.store.journal import Mark
from riskdesk.store.remembered import Remembered, Trace
from riskdesk.store.store import Store

_NAME = "checked.json"
# In bytes, many times what is written.
_LARGEST = 4096
_FIELDS = {
    **dict.fromkeys(("store", "hash", "day", "riskdesk"), str),
    **dict.fromkeys(("step", "changes", "size", "written"), int),
}


class Memory:
    """Looks a store through, and remembers that in the folder of its backups in `root` (None: does not remember).

    If nothing can be read or written there, all of the store is looked through each time.
    """

    def __init__(self, root: Path | None, store: Store) -> None:
        self._root, self._store = root, store
        self._kept: Remembered | None = None

    def require_sound(self, look: Look) -> None:
        """Look the store through, as far as is not done yet; DamagedStore as `Trust.require_sound`."""
        if not self._store.trust.is_sound:
            try:
                self._store.trust.require_sound(look, self._read())
            finally:
                self.note()

    def examine(self, look: Look) -> Health:
        """Look all of the store through."""
        try:
            return self._store.trust.examine(look)
        finally:
            self.note()

    def note(self) -> None:
        """Remember what is known of the store and its file now; if it is damaged, forget what was remembered."""
        trust = self._store.trust
        known = trust.remembered()
        with suppress(Problem, OSError):
            if trust.is_damaged:
                self._file().unlink(missing_ok=True)
            elif known is not None and known != self._kept:
                write_atomically(self._file(), json_text.written(_plain(known)).encode(), private=True)
                self._kept = known

    def _read(self) -> Remembered | None:
        self._kept = None
        with suppress(OSError, *SENSELESS):
            self._kept = _remembered(read_small(self._file(), _LARGEST))
        return self._kept

    def _file(self) -> Path:
        """The file in which it is remembered; FileNotFoundError if nothing is to be remembered."""
        # Imported late, as the first picture does without.
        from riskdesk.desk import backup_folders

        if self._root is None:
            raise FileNotFoundError
        return backup_folders.find(self._root, self._store.mark.store, self._store.path)[0] / _NAME


def _plain(known: Remembered) -> dict[str, str | int]:
    mark, trace = known.mark, known.trace
    return {
        "store": mark.store,
        "step": mark.number,
        "hash": mark.hash,
        "day": known.day.isoformat(),
        "riskdesk": known.riskdesk,
        **trace._asdict(),
    }


def _remembered(content: bytes) -> Remembered:
    """What a file tells; what is `SENSELESS` is raised where it is none of ours."""
    told = json_text.loads(content.decode("utf-8"))
    if {name: type(value) for name, value in told.items()} != _FIELDS or not 0 <= told["step"] <= MOST_STEPS:
        raise ValueError("nothing that is remembered")
    mark = Mark(told["store"], told["step"], told["hash"])
    trace = Trace(told["changes"], told["size"], told["written"])
    return Remembered(mark, datetime.date.fromisoformat(told["day"]), trace, told["riskdesk"])
