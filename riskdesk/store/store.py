"""A store: one SQLite file that holds registers and the journal of every step taken."""

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, select

from riskdesk import __version__
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.domain.step import Past, Step, inverse
from riskdesk.store import guard, journal, schema
from riskdesk.store.connection import engine, problems
from riskdesk.store.transaction import Reader, Transaction


class Store:
    """An open store; every method may raise FileProblem with a sentence about the file."""

    def __init__(self, path: Path, made: Engine) -> None:
        self.path = path
        self._engine = made
        self._writing = made.execution_options(writes=True)

    @classmethod
    def create(cls, path: Path) -> "Store":
        """A new, empty store at `path`, where no file may be; its folder is made."""
        _claim(path)
        try:
            made = engine(path)
            with problems(path):
                _lay(made)
        except FileProblem:
            path.unlink(missing_ok=True)
            raise
        return cls(path, made)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Store":
        """The store at `path`, looked at before SQLite touches it and refused where it is not exactly ours."""
        guard.require_store(path)
        made = engine(path, read_only=read_only)
        with problems(path), made.begin() as connection:
            guard.require_schema(path, connection)
        return cls(path, made)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """What the store holds at this moment."""
        with problems(self.path), self._engine.begin() as connection:
            yield Reader(connection)

    def run(self, who: str, label: str, work: Callable[[Transaction], str | None]) -> Step | None:
        """Do `work` in one transaction and journal it in the same commit; None where it changed nothing.

        What `work` returns is the label, if it returns one.
        """
        with problems(self.path), self._writing.begin() as connection:
            transaction = Transaction(connection)
            label = work(transaction) or label
            if not transaction.changes:
                return None
            return journal.append(connection, who, label, transaction.changes)

    def take_back(self, who: str, number: int) -> Step:
        """Undo step `number` (or redo it, where it is an undo itself) as a new step."""
        with problems(self.path), self._writing.begin() as connection:
            taken = journal.read(connection, number)
            transaction = Transaction(connection)
            transaction.repeat(inverse(taken.changes))
            return journal.append(connection, who, taken.label, transaction.changes, undoes=number)

    def past(self) -> Past:
        """What can be undone and redone."""
        with problems(self.path), self._engine.begin() as connection:
            return journal.past(connection)

    def step(self, number: int) -> Step:
        """A step of the journal."""
        with problems(self.path), self._engine.begin() as connection:
            return journal.read(connection, number)

    def changed(self) -> datetime.datetime:
        """When the last step was taken."""
        with problems(self.path), self._engine.begin() as connection:
            return journal.last_at(connection)

    def steps(self) -> list[Step]:
        """The whole journal, in order."""
        with problems(self.path), self._engine.begin() as connection:
            return list(journal.steps(connection))

    @property
    def id(self) -> str:
        """The identity of the store for life."""
        with problems(self.path), self._engine.begin() as connection:
            identity: str = connection.execute(select(schema.store.c.id)).scalar_one()
            return identity


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


def _lay(made: Engine) -> None:
    with made.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={schema.FORMAT}")
        schema.metadata.create_all(connection, checkfirst=False)
        created = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        connection.execute(schema.store.insert().values(id=str(uuid4()), created=created, riskdesk=__version__))
