"""How far an open store was checked, and how it can be read before it was."""

import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection
from threading import RLock
from typing import TYPE_CHECKING

from riskdesk.domain.problems import NotFound
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.records import SENSELESS
from riskdesk.store import check, journal
from riskdesk.store.connection import StoreConnection, bounded, problems, reading
from riskdesk.store.damage import DamagedStore, Health
from riskdesk.store.footprint import Footprint, footprint

# Imported only when needed, which for a small store is never.
if TYPE_CHECKING:
    from riskdesk.store.remembered import Remembered

# In seconds.
_BETWEEN_LOOKS = 0.1


class Trust:
    """A record of how far an open store was checked: all of it, all new steps, by SQLite alone, or not at all."""

    def __init__(self, path: Path, connection: StoreConnection, *, whole: bool) -> None:
        self._path, self._connection = path, connection
        self._is_checked = whole
        # Held while a check reads the file, and while this program writes to it: SQLite would let a transaction that
        # writes wait for a reader only for a while.
        self._turn = RLock()
        # The number of writes by others: in total, before the store was last found sound, and before the last full
        # check.
        self._writes = 0
        self._sound_after: int | None = 0 if whole else None
        self._whole_after = self._sound_after
        self._is_damaged = False
        # The file as it was opened, and as we last left it, each with SQLite's change counter.
        self._opened: tuple[int, Footprint] | None = None
        self._left: tuple[int, Footprint] | None = None
        # The last step when the store was found sound, and the day of the last full check.
        self._last_sound: tuple[journal.Mark, datetime.date] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of the store was checked since it was opened."""
        return self._whole_after == self._writes

    @property
    def is_sound(self) -> bool:
        """Whether all of the store was checked, since it was opened or by an earlier opening and then its new steps."""
        return self._sound_after == self._writes

    @property
    def is_checked(self) -> bool:
        """Whether SQLite has found no problems in the file since it was opened."""
        return self._is_checked

    @property
    def is_damaged(self) -> bool:
        """Whether problems were found since the store was last found sound."""
        return self._is_damaged

    def begin(self, changes: int, reached: journal.Mark) -> None:
        """Note how the file was opened: `changes` is SQLite's change counter, read before SQLite opened it.

        If all of the store was checked, `reached` is noted as the last checked step.
        """
        self._opened = self._left = (changes, footprint(self._path))
        if self.is_whole:
            self._note_whole(self._writes, reached)

    def wrote(self, new_footprint: Footprint) -> None:
        """Note that we wrote to the file, and its footprint right after that."""
        if self._left is not None:
            self._left = (self._left[0] + 1, new_footprint)

    def rolled_back(self, new_footprint: Footprint) -> None:
        """Note the footprint of the file right after what we wrote to it was rolled back."""
        if self._left is not None:
            self._left = (self._left[0], new_footprint)

    def forget(self) -> None:
        """Note that others wrote to the file, so that its last state from us is unknown."""
        self._left = None

    def lose(self) -> None:
        """Note that others wrote: their steps were checked, but not the store as a whole."""
        self._writes += 1
        self.forget()

    @contextmanager
    def turn(self, checkpoint: Checkpoint) -> Iterator[None]:
        """A block in which no check of this program reads the file; `checkpoint` may cancel the wait for one that does.

        The thread that is in it may check the file.
        """
        while not self._turn.acquire(timeout=_BETWEEN_LOOKS):
            checkpoint()
        try:
            yield
        finally:
            self._turn.release()

    def require_checked(self) -> bool:
        """Let SQLite check the file if that was not done yet, and return whether it was done now.

        DamagedStore if something is wrong with it. Nothing is written to a file before that, as damage of pages would
        spread. Any thread may call this.
        """
        with self._turn:
            if self._is_checked:
                return False
            with self._noting_damage():
                check.require_checked(self._path)
            self._is_checked = True
            return True

    def require_sound(self, checkpoint: Checkpoint = never_cancelled, remembered: "Remembered | None" = None) -> None:
        """Check the store; DamagedStore if something is wrong with it.

        If the store is `remembered` as sound and no damage was found since, only its new steps are checked, else all of
        it. Any thread may call this; `checkpoint` may cancel it.
        """
        pages = not self.require_checked()
        if self._is_damaged or remembered is None or not self._is_sound_since(remembered, checkpoint):
            health = self._examine(checkpoint, pages=pages)
            if not health.sound:
                raise DamagedStore(health)

    def examine(self, checkpoint: Checkpoint = never_cancelled) -> Health:
        """Check all of the store, even what was checked before; threads and `checkpoint` as for `require_sound`."""
        return self._examine(checkpoint, pages=True)

    def _examine(self, checkpoint: Checkpoint, *, pages: bool) -> Health:
        """Check the store, with its `pages` unless SQLite has just checked them."""
        writes, reached = self._writes, self._reached()
        health = check.examine(self._path, checkpoint, self._turn, pages=pages)
        if health.sound:
            self._note_whole(writes, reached)
        else:
            self._note_damage()
        return health

    def require_whole_here(self) -> None:
        """Check all of the store in the open transaction, unless that was done since it was opened.

        DamagedStore if something is wrong with it.
        """
        if not self.is_whole:
            with self._noting_damage():
                check.require_health(self._path, self._connection)
            self._note_whole(self._writes, journal.mark(self._connection))

    def remembered(self) -> "Remembered | None":
        """The note for the next opening, valid if the file is as we left it then; None if we do not know that state."""
        if self._left is None or self._last_sound is None:
            return None
        from riskdesk.store.remembered import Remembered, trace

        return Remembered(*self._last_sound, trace(*self._left))

    @contextmanager
    def reading(self, seconds: float = check.PATIENCE) -> Iterator[Connection]:
        """A transaction that reads; DamagedStore if the store was not checked yet and cannot be read."""
        with problems(self._path), reading(self._connection) as connection:
            if self.is_sound:
                yield connection
                return
            try:
                # Pages of a file that was not checked may form cycles.
                with bounded(connection, seconds):
                    yield connection
            except NotFound:
                # An index may have entries for missing rows.
                self.require_checked()
                raise
            except (*SENSELESS, sqlite3.DatabaseError):
                self.require_checked()
                with self._noting_damage():
                    check.require_health(self._path, connection)
                raise

    def _is_sound_since(self, remembered: "Remembered", checkpoint: Checkpoint) -> bool:
        from riskdesk.store import since
        from riskdesk.store.remembered import trace

        writes, reached = self._writes, self._reached()
        if self._opened is None or not remembered.counts(trace(*self._opened)) or not self._is_as_left():
            return False
        if not since.is_sound(self._path, remembered.mark, checkpoint):
            return False
        self._sound_after, self._last_sound = writes, (reached, remembered.day)
        return True

    def _is_as_left(self) -> bool:
        """Whether nobody else wrote to the file since it was opened, even if we have not noticed."""
        return self._left is not None and self._left[1] == footprint(self._path)

    def _reached(self) -> journal.Mark:
        from riskdesk.store import backup

        return backup.mark(self._path)

    def _note_whole(self, writes: int, reached: journal.Mark) -> None:
        from riskdesk.store.remembered import today

        self._sound_after = self._whole_after = writes
        self._last_sound, self._is_damaged = (reached, today()), False

    def _note_damage(self) -> None:
        self._sound_after = self._whole_after = self._last_sound = None
        self._is_damaged = True

    @contextmanager
    def _noting_damage(self) -> Iterator[None]:
        try:
            yield
        except DamagedStore:
            self._note_damage()
            raise
