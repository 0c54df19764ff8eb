"""How far an open store was looked through, and how what was not may be read."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection
from threading import Lock

from riskdesk.domain.progress import Look, no_look
from riskdesk.domain.records import SENSELESS
from riskdesk.store import check
from riskdesk.store.connection import StoreConnection, bounded, problems, reading


class Trust:
    """What was looked through of an open store: all that is in it, what SQLite itself checks, or nothing yet."""

    def __init__(self, path: Path, connection: StoreConnection, *, whole: bool) -> None:
        self._path, self._connection = path, connection
        self._is_checked = whole
        self._checking = Lock()
        # How often others wrote, and how often they had when the store was looked through.
        self._writes = 0
        self._sound_after: int | None = 0 if whole else None

    @property
    def is_whole(self) -> bool:
        """Whether all that is in the store was looked through."""
        return self._sound_after == self._writes

    @property
    def is_checked(self) -> bool:
        """Whether SQLite found nothing wrong with the file since it was opened."""
        return self._is_checked

    def lose(self) -> None:
        """Others wrote what was looked at by itself alone."""
        self._writes += 1

    def require_checked(self) -> None:
        """Let SQLite check the file where that was not done; DamagedStore if something is wrong with it.

        Nothing is written to a file before that: what is wrong with its pages would spread. In any thread.
        """
        with self._checking:
            if not self._is_checked:
                check.require_checked(self._path)
                self._is_checked = True

    def require_sound(self, look: Look = no_look) -> None:
        """Look the store through where that was not done; DamagedStore if something is wrong with it.

        In any thread; `look` is called again and again, and may end it.
        """
        if self.is_whole:
            return
        writes = self._writes
        self.require_checked()
        found = check.examine(self._path, look)
        if not found.sound:
            raise check.DamagedStore(found)
        self._sound_after = writes

    def require_sound_here(self) -> None:
        """The same of what the transaction under way sees."""
        if not self.is_whole:
            check.require_health(self._path, self._connection)
            self._sound_after = self._writes

    @contextmanager
    def reading(self, seconds: float = check.PATIENCE) -> Iterator[Connection]:
        """What the store holds at one moment; DamagedStore where it was not looked through and cannot be read."""
        with problems(self._path), reading(self._connection) as connection:
            if self.is_whole:
                yield connection
                return
            try:
                # The pages of a file that nobody has checked may lead to each other over and over.
                with bounded(connection, seconds):
                    yield connection
            except (*SENSELESS, sqlite3.DatabaseError):
                self.require_checked()
                check.require_health(self._path, connection)
                raise
