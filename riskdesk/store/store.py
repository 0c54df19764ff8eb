"""A store: one SQLite file that holds registers and the journal of every step taken."""

import datetime
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from riskdesk import __version__
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.domain.step import Change, Past, Step, inverse
from riskdesk.store import file_format, guard, journal
from riskdesk.store.connection import closed_on_failure, connect, problems, reading
from riskdesk.store.file_format import rows
from riskdesk.store.transaction import Reader, Transaction

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from riskdesk.store.writing import Writer


class Store:
    """An open store; every method may raise FileProblem with a sentence about the file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._engine: Engine | None = None

    @classmethod
    def create(cls, path: Path) -> "Store":
        """A new, empty store at `path`, where no file may be; its folder is made."""
        _claim(path)
        try:
            with problems(path), closed_on_failure(connect(path)) as connection:
                _lay(connection)
        except FileProblem:
            path.unlink(missing_ok=True)
            raise
        return cls(path, connection)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Store":
        """The store at `path`, looked at before SQLite touches it and refused where it is not exactly ours."""
        guard.require_store(path)
        with (
            problems(path),
            closed_on_failure(connect(path, read_only=read_only)) as connection,
            reading(connection),
        ):
            guard.require_schema(path, connection)
        return cls(path, connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """What the store holds at this moment."""
        with problems(self.path), reading(self._connection):
            yield Reader(self._connection)

    def run(self, who: str, label: str, work: Callable[[Transaction], str | None]) -> Step | None:
        """Do `work` in one transaction and journal it in the same commit; None where it changed nothing.

        What `work` returns is the label, if it returns one.
        """
        with self._writing() as writer:
            transaction = Transaction(self._connection, writer.write)
            label = work(transaction) or label
            return self._journalled(writer, who, label, transaction.changes) if transaction.changes else None

    def take_back(self, who: str, number: int) -> Step:
        """Undo step `number` (or redo it, where it is an undo itself) as a new step."""
        with self._writing() as writer:
            taken = journal.read(self._connection, number)
            transaction = Transaction(self._connection, writer.write)
            transaction.repeat(inverse(taken.changes))
            return self._journalled(writer, who, taken.label, transaction.changes, undoes=number)

    def past(self) -> Past:
        """What can be undone and redone."""
        with problems(self.path), reading(self._connection) as connection:
            return journal.past(connection)

    def step(self, number: int) -> Step:
        """A step of the journal."""
        with problems(self.path), reading(self._connection) as connection:
            return journal.read(connection, number)

    def changed(self) -> datetime.datetime:
        """When the last step was taken."""
        with problems(self.path), reading(self._connection) as connection:
            return journal.last_at(connection)

    def steps(self) -> list[Step]:
        """The whole journal, in order."""
        with problems(self.path), reading(self._connection) as connection:
            return list(journal.steps(connection))

    @property
    def id(self) -> str:
        """The identity of the store for life."""
        with problems(self.path), reading(self._connection) as connection:
            return str(next(rows(connection, "SELECT id FROM store"))["id"])

    def _journalled(
        self, writer: "Writer", who: str, label: str, changes: Sequence[Change], *, undoes: int | None = None
    ) -> Step:
        step, told = journal.next_step(self._connection, who, label, changes, undoes=undoes)
        writer.add_step(told)
        return step

    def prepare(self) -> None:
        """Load what writing needs: SQLAlchemy, costly to import, when a store is first of all read."""
        from riskdesk.store.writing import engine

        if self._engine is None:
            self._engine = engine(self._connection)

    @contextmanager
    def _writing(self) -> Iterator["Writer"]:
        self.prepare()
        from riskdesk.store.writing import Writer

        assert self._engine is not None, "it was just prepared"
        with problems(self.path), self._engine.begin() as connection:
            yield Writer(connection)


def _claim(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(exist_ok=False)
    except FileExistsError:
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "There is a file {file} already; choose another name."), file=path
        ) from None
    except OSError as error:
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "The file {file} cannot be made ({reason}); choose another folder."),
            file=path,
            reason=error.strerror,
        ) from None


def _lay(connection: sqlite3.Connection) -> None:
    created = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    connection.executescript(
        f"BEGIN IMMEDIATE; PRAGMA application_id={file_format.APPLICATION_ID};"
        f" PRAGMA user_version={file_format.FORMAT}; {file_format.definition()}"
    )
    connection.execute("INSERT INTO store VALUES (?, ?, ?)", (str(uuid4()), created, __version__))
    connection.execute("COMMIT")
