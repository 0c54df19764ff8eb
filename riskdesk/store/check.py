"""Looking a store through: SQLite's own checks, the chain of the journal, and what it says against the tables."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection

from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.domain.records import Record, completed
from riskdesk.domain.replay import State, differences, followed
from riskdesk.domain.step import Change, NoStep
from riskdesk.store import file_format, guard, index, journal
from riskdesk.store.connection import problems, reading
from riskdesk.store.file_format import any_text, kinds, rows, unpacked_loosely
from riskdesk.store.recovery import connected

SQLITE_VERSION = sqlite3.sqlite_version
_MOST_TOLD = 20


@dataclass(frozen=True)
class Health:
    """What is wrong with a store: `reasons` that nothing in it can mend, and what the journal can.

    That is `changes` to the tables and, where `astray` says that it differs, the index of the journal.
    """

    path: Path
    reasons: tuple[FileProblem, ...] = ()
    changes: tuple[Change, ...] = ()
    astray: FileProblem | None = None

    @property
    def sound(self) -> bool:
        return not self.reasons and not self.changes and self.astray is None

    @property
    def repairable(self) -> bool:
        return not self.reasons and not self.sound

    def findings(self) -> Iterator[FileProblem]:
        """A sentence for each thing that is wrong."""
        yield from self.reasons
        for change in self.changes:
            yield FileProblem(_DIFFERS, file=self.path, kind=VALUE_KINDS[change.kind].label.in_sentence, id=change.id)
        if self.astray is not None:
            yield self.astray


class DamagedStore(FileProblem):
    """A store that is ours and was not opened, because of its `health`."""

    def __init__(self, health: Health) -> None:
        super().__init__(_REPAIRABLE if health.repairable else _DAMAGED, file=health.path)
        self.health = health


def examine(path: Path) -> Health:
    """Look the store at `path` through; FileProblem if it is none. A program that has it open may go on."""
    with problems(path), closing(connected(path, read_only=True)) as connection:
        guard.require_schema(path, connection)
        with reading(connection):
            content = _read(path, connection)
        return _judged(path, content)


def findings(path: Path) -> list[FileProblem]:
    """What is wrong with the store at `path`, a sentence for each thing; FileProblem if it cannot be opened."""
    guard.require_store(path)
    return list(examine(path).findings())


def health(path: Path, connection: Connection) -> Health:
    """What is wrong with a store, as a transaction sees it."""
    return _judged(path, _read(path, connection))


def require_health(path: Path, connection: Connection, *, quick: bool = False) -> None:
    """DamagedStore if something is wrong with a store; where `quick`, only what SQLite itself finds."""
    found = Health(path, tuple(_quickly(path, connection))) if quick else health(path, connection)
    if not found.sound:
        raise DamagedStore(found)


def repair(path: Path) -> tuple[Change, ...]:
    """Write to the tables and the index what the journal says where they differ; returns what was changed.

    DamagedStore if that would not make the store sound; it is then as it was.
    """
    from riskdesk.store.writing import Writer, engine

    with problems(path), closing(guard.connected(path, read_only=False)) as connection:
        guard.require_schema(path, connection)
        with engine(connection).begin() as writing:
            connection.execute("PRAGMA defer_foreign_keys=ON")
            found = health(path, connection)
            if found.reasons:
                raise DamagedStore(found)
            for change in found.changes:
                Writer(writing).write(change)
            if found.astray is not None:
                index.fill(connection, journal.steps(connection))
            require_health(path, connection)
    return found.changes


@dataclass(frozen=True)
class _Content:
    """What SQLite finds, and all rows, whatever became of their text; no `touched` in a format without an index."""

    damage: list[FileProblem]
    adrift: list[FileProblem] = field(default_factory=list)
    steps: list[Record] = field(default_factory=list)
    held: State = field(default_factory=dict)
    touched: index.Sums | None = None


def _read(path: Path, connection: Connection) -> _Content:
    try:
        damage = list(_of_sqlite(path, connection))
        with any_text(connection):
            adrift, steps = list(_adrift(path, connection)), list(journal.in_order(connection))
            indexed = file_format.version(connection) >= index.SINCE
            return _Content(damage, adrift, steps, _held(connection), index.stored(connection) if indexed else None)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        return _Content([FileProblem(_MALFORMED, file=path, reason=error)])


def _judged(path: Path, content: _Content) -> Health:
    if content.damage:
        return Health(path, tuple(content.damage))
    broken = journal.broken_at(content.steps)
    if broken is not None:
        return Health(path, (FileProblem(_BROKEN, file=path, step=broken), *content.adrift))
    wrong = wrongly_undone((row["number"], row["undoes"]) for row in content.steps)
    if wrong is not None:
        return Health(path, (FileProblem(_UNDOES, file=path, step=wrong), *content.adrift))
    told: State = {}
    try:
        steps = followed(map(journal.step_of, content.steps), told)
        derived = index.derived(steps)
    except NoStep as none:
        return Health(path, (FileProblem(_NO_STEP, file=path, step=none.number), *content.adrift))
    changes = differences(content.held, told)
    # A row that lies in nothing is mended with what the journal says of it and its parent.
    reasons = (*guard.impossible(path, told), *(() if changes else content.adrift))
    return Health(path, reasons, tuple(changes), _astray(path, content, derived))


def _astray(path: Path, content: _Content, derived: index.Sums) -> FileProblem | None:
    """The first step for which the index differs from the journal; None if they agree."""
    step = None if content.touched is None else index.first_difference(derived, content.touched)
    return None if step is None else FileProblem(_ASTRAY, file=path, step=step)


def wrongly_undone(taken: Iterable[tuple[int, int | None]]) -> int | None:
    """The first step that takes back none before it, or one that was taken back already; None if there is none.

    `taken` has the number of each step, in order, and that of the step it takes back.
    """
    left = set[int]()
    for number, undoes in taken:
        if undoes is not None:
            if undoes not in left:
                return number
            left.remove(undoes)
        left.add(number)
    return None


def _quickly(path: Path, connection: Connection) -> Iterator[FileProblem]:
    """What SQLite itself finds, and a step that takes back what it cannot."""
    try:
        yield from _of_sqlite(path, connection)
        wrong = wrongly_undone(connection.execute(_UNDOING))
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        yield FileProblem(_MALFORMED, file=path, reason=error)
        return
    if wrong is not None:
        yield FileProblem(_UNDOES, file=path, step=wrong)


# By an index, in a time that grows with what was undone alone.
_UNDOING = (
    "SELECT number, undoes FROM step WHERE undoes IS NOT NULL UNION SELECT number, undoes FROM step"
    " WHERE number IN (SELECT undoes FROM step WHERE undoes IS NOT NULL) ORDER BY number"
)


def _of_sqlite(path: Path, connection: Connection) -> Iterator[FileProblem]:
    for (told,) in connection.execute(f"PRAGMA integrity_check({_MOST_TOLD})"):
        if told != "ok":
            yield FileProblem(_MALFORMED, file=path, reason=told)


def _adrift(path: Path, connection: Connection) -> Iterator[FileProblem]:
    for table, row, *_ in connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST_TOLD):
        yield FileProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{file} contains a record that belongs to no register (row {row} of “{table}”); open a backup.",
            ),
            file=path,
            row=row,
            table=table,
        )


def _held(connection: Connection) -> State:
    return {
        (kind, row["id"]): completed(kind, unpacked_loosely(kind, row))
        for kind in kinds(connection)
        for row in rows(connection, f"SELECT * FROM {kind}")  # noqa: S608 - the names of our own tables
    }


_MALFORMED = QT_TRANSLATE_NOOP("Problem", "{file} is damaged ({reason}); open a backup, or recover what is left.")
_BROKEN = QT_TRANSLATE_NOOP(
    "Problem",
    "The change history of {file} was altered at step {step}, by another program or a fault; open a backup, or recover"
    " what is left.",
)
_UNDOES = QT_TRANSLATE_NOOP(
    "Problem",
    "In {file}, step {step} of the change history takes back a step that cannot be taken back; open a backup, or"
    " recover what is left.",
)
_NO_STEP = QT_TRANSLATE_NOOP(
    "Problem",
    "In {file}, step {step} of the change history contains data that Riskdesk does not write; open a backup,"
    " or recover what is left.",
)
_DIFFERS = QT_TRANSLATE_NOOP(
    "Problem",
    "In {file}, the {kind} {id} differs from the change history: another program or a fault changed it; repair it.",
)
_ASTRAY = QT_TRANSLATE_NOOP(
    "Problem",
    "In {file}, the index of the change history differs at step {step}: another program or a fault changed it; repair"
    " it.",
)
_REPAIRABLE = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} was altered by another program or a fault, and its change history is intact: repair it with “riskdesk"
    " check --repair”.",
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} is damaged; open a backup, or recover what is left with “riskdesk salvage”. It was left as it is.",
)
