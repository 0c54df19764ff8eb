"""Problems of a store, and SQLite's errors if damage keeps it from reading one."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, Phrase, Problem
from riskdesk.domain.records import Record
from riskdesk.domain.step import Change
from riskdesk.domain.telling import record_name


class Health(NamedTuple):
    """The health of a store: `reasons` that cannot be repaired, and what can be repaired from the journal.

    That are the tables, by `changes`, and the index of the journal, if there is an `index_problem`. `records` are those
    of the items changed, in the same order.
    """

    path: Path
    reasons: tuple[FileProblem, ...] = ()
    changes: tuple[Change, ...] = ()
    index_problem: FileProblem | None = None
    records: tuple[Record, ...] = ()

    @property
    def sound(self) -> bool:
        return not self.reasons and not self.changes and self.index_problem is None

    @property
    def repairable(self) -> bool:
        return not self.reasons and not self.sound

    def findings(self) -> Iterator[FileProblem]:
        """A sentence for each problem."""
        yield from self.reasons
        for change, record in zip(self.changes, self.records, strict=True):
            kind, name = VALUE_KINDS[change.kind].label.in_sentence, record_name(change.kind, record) or change.id
            yield FileProblem(_DIFFERS, file=self.path, kind=kind, name=name)
        if self.index_problem is not None:
            yield self.index_problem


class DamagedStore(FileProblem):
    """The error that a store of ours was not opened because of its `health`."""

    def __init__(self, health: Health) -> None:
        super().__init__(_REPAIRABLE if health.repairable else _DAMAGED, file=health.path)
        self.health = health


class LostStore(FileProblem):
    """The error that there is no store at `path`, or nothing left of one: only a backup has its data."""

    def __init__(self, text: str, path: Path) -> None:
        super().__init__(text, file=path)
        self.path = path


class RefusedStore(FileProblem):
    """The error that a file is not opened as a store, though remains of one may be in it."""

    def __init__(self, text: str, path: Path) -> None:
        super().__init__(text, file=path)
        self.path = path

    @property
    def health(self) -> Health:
        """The refusal as the health of the file."""
        return Health(self.path, (self,))


@contextmanager
def telling_damage(path: Path) -> Iterator[None]:
    """Raise DamagedStore if damage keeps SQLite from reading the store at `path`."""
    try:
        yield
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if not _is_damage(error):
            raise
        # Imported here, as it is rarely needed.
        from riskdesk.store.reasons import of_sqlite

        raise DamagedStore(Health(path, (_malformed(path, of_sqlite(error)),))) from error


def found_health(path: Path, look_at: Callable[[], Health]) -> Health:
    """The result of `look_at`, or the damage that keeps SQLite from reading the file."""
    try:
        with telling_damage(path):
            return look_at()
    except DamagedStore as damage:
        return damage.health


def damaged_at(path: Path, line: str) -> FileProblem:
    """The sentence that a file is damaged, with the meaning of a line from SQLite's own check."""
    from riskdesk.store.reasons import finding

    return _malformed(path, finding(line))


def _malformed(path: Path, reason: Phrase | Problem) -> FileProblem:
    """The sentence that a file is damaged, and how."""
    return FileProblem(_MALFORMED, file=path, reason=reason)


def _is_damage(error: Exception) -> bool:
    """Whether the content of a file keeps it from being read, and not its disk, a lock or missing rights."""
    code = getattr(error, "sqlite_errorname", None)
    # Text that cannot be decoded is an error from Python, without an SQLite error name.
    undecoded = (UnicodeDecodeError, sqlite3.OperationalError)
    return isinstance(error, undecoded) if code is None else code.startswith(_OF_DAMAGE)


_OF_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_TOOBIG")
_MALFORMED = QT_TRANSLATE_NOOP("Problem", "{file} is damaged ({reason}); open a backup, or recover what is left.")
_DIFFERS = QT_TRANSLATE_NOOP(
    "Problem",
    "In {file}, the {kind} “{name}” differs from the change history: another program or a fault changed it; repair it.",
)
_REPAIRABLE = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} was altered by another program or a fault, and its change history is intact: open it to repair it.",
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} is damaged; open a backup, or open it to recover what is left. It was left as it is.",
)
