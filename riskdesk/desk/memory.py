"""A note beside the backups of a store that it was checked, so that the next time only new steps must be checked."""

import datetime
import os
from contextlib import suppress
from pathlib import Path

from riskdesk.domain import json_text
from riskdesk.domain.possible import MOST_STEPS
from riskdesk.domain.problems import Problem
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.records import SENSELESS
from riskdesk.files import read_bounded, write_atomically
from riskdesk.store.damage import Health
from riskdesk.store.journal import Mark
from riskdesk.store.remembered import Remembered, Trace
from riskdesk.store.store import Store
from riskdesk.system import patiently

_NAME = "checked.json"
# In bytes, many times the size of a note.
_LARGEST = 4096
_FIELDS = {
    **dict.fromkeys(("store", "hash", "day", "riskdesk"), str),
    **dict.fromkeys(("step", "changes", "size", "written"), int),
}


class Memory:
    """The note that a store was checked, kept beside its backups in `root` (None: not kept).

    If nothing can be read or written there, all of the store is checked each time. A note that could not be taken back
    does not count.
    """

    def __init__(self, root: Path | None, store: Store) -> None:
        self._root, self._store = root, store
        self._last_written: Remembered | None = None

    def require_sound(self, checkpoint: Checkpoint) -> None:
        """Check the part of the store that was not checked yet; DamagedStore as `Trust.require_sound`."""
        if not self._store.trust.is_sound:
            try:
                self._store.trust.require_sound(checkpoint, self._read())
            finally:
                self.note()

    def examine(self, checkpoint: Checkpoint) -> Health:
        """Check all of the store."""
        try:
            return self._store.trust.examine(checkpoint)
        finally:
            self.note()

    def note(self) -> None:
        """Save what is known of the store and its file now; if the store is damaged, remove the note."""
        trust = self._store.trust
        remembered = trust.remembered()
        with suppress(Problem, OSError):
            if trust.is_damaged:
                _take_back(self._file())
            elif remembered is not None and remembered != self._last_written:
                write_atomically(self._file(), json_text.written(_plain(remembered)).encode(), private=True)
                self._last_written = remembered

    def _read(self) -> Remembered | None:
        self._last_written = None
        with suppress(OSError, *SENSELESS):
            file = self._file()
            file.open("r+b").close()
            self._last_written = _remembered(read_bounded(file, _LARGEST))
        return self._last_written

    def _file(self) -> Path:
        """The file of the note; FileNotFoundError if no note is kept."""
        # Imported here, as the window is first painted without it.
        from riskdesk.desk import backup_folders

        if self._root is None:
            raise FileNotFoundError
        return backup_folders.find(self._root, self._store.mark.store, self._store.path)[0] / _NAME


def forget(root: Path, store: Path) -> None:
    """Take back the note on the store at `store`, in which damage was found; `root` has its backups."""
    from riskdesk.desk.backups import Backups

    with suppress(Problem, OSError):
        _take_back(Backups.of(root, store).folder / _NAME)


def _take_back(file: Path) -> None:
    """Remove a note, or empty it if it cannot be removed, as from a folder that may not be changed."""
    try:
        patiently(file.unlink)
    except FileNotFoundError:
        return
    except OSError:
        os.truncate(file, 0)


def _plain(remembered: Remembered) -> dict[str, str | int]:
    mark, trace = remembered.mark, remembered.trace
    return {
        "store": mark.store,
        "step": mark.number,
        "hash": mark.hash,
        "day": remembered.day.isoformat(),
        "riskdesk": remembered.riskdesk,
        **trace._asdict(),
    }


def _remembered(content: bytes) -> Remembered:
    """The note in a file; raises one of `SENSELESS` if the file is not a note."""
    record = json_text.loads(content.decode("utf-8"))
    if {name: type(value) for name, value in record.items()} != _FIELDS or not 0 <= record["step"] <= MOST_STEPS:
        raise ValueError("nothing that is remembered")
    mark = Mark(record["store"], record["step"], record["hash"])
    trace = Trace(record["changes"], record["size"], record["written"])
    return Remembered(mark, datetime.date.fromisoformat(record["day"]), trace, record["riskdesk"])
