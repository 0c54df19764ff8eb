"""Checking a store: SQLite's own checks, the chain of the journal, and the tables against the journal."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple, TypeAlias, TypeVar

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.domain.progress import Checkpoint, never_cancelled, share_of
from riskdesk.domain.records import SENSELESS, Record, completed
from riskdesk.domain.replay import State, differences, followed
from riskdesk.domain.step import Change, NoStep
from riskdesk.store import file_format, guard, index, journal
from riskdesk.store.connection import StoreConnection, bounded, problems, reading, writing
from riskdesk.store.damage import DamagedStore, Health, damaged_at, found_health, telling_damage
from riskdesk.store.file_format import any_text, kinds, rows, unpacked_loosely
from riskdesk.store.past import undoing, wrongly_undone
from riskdesk.store.reader import Reader
from riskdesk.store.recovery import connect_or_recover

SQLITE_VERSION = sqlite3.sqlite_version
# In seconds of computing, many times the need of the largest store.
PATIENCE = 120.0
# The steps that are read at a time.
_PORTION = 2_000
# The share of the time after which the chain is checked; then the changes of the steps are followed.
_CHAINED = 0.5
_MOST_FINDINGS = 20
AnyRow = TypeVar("AnyRow")
Moment: TypeAlias = Callable[[], AbstractContextManager[object]]
_ANY: AbstractContextManager[object] = nullcontext()


def require_checked(path: Path) -> None:
    """DamagedStore if SQLite finds damage, if a step undoes one that it cannot, or if a register cannot be read.

    FileProblem if the file is no store. It may be open in a program.
    """
    with problems(path), telling_damage(path), closing(connect_or_recover(path, read_only=True)) as connection:
        guard.require_schema(path, connection)
        with reading(connection), bounded(connection, PATIENCE):
            require_health(path, connection, quick=True)
            _require_registers(path, connection)


def _require_registers(path: Path, connection: Connection) -> None:
    """Read the whole records of all registers; DamagedStore if one cannot be read. Listing reads only their titles."""
    try:
        Reader(connection).registers()
    except SENSELESS:
        require_health(path, connection)
        raise


def examine(
    path: Path,
    checkpoint: Checkpoint = never_cancelled,
    turn: AbstractContextManager[object] = _ANY,
    *,
    pages: bool = True,
) -> Health:
    """Check the store at `path`; FileProblem if it has other tables.

    A program that has it open, including this one, may go on writing: only SQLite opens the file, as closing it in any
    other way would drop SQLite's locks on it. `checkpoint` may cancel it. The file is only read within `turn`. Without
    `pages`, SQLite's own checks are left out.
    """
    with problems(path):
        return found_health(path, lambda: _examined(path, checkpoint, turn, pages=pages))


def _examined(path: Path, checkpoint: Checkpoint, turn: AbstractContextManager[object], *, pages: bool) -> Health:
    with closing(connect_or_recover(path, read_only=True)) as connection:
        guard.require_schema(path, connection)
        return _whole(path, connection, partial(_reading_in, turn, connection), checkpoint, pages=pages)


@contextmanager
def _reading_in(turn: AbstractContextManager[object], connection: StoreConnection) -> Iterator[None]:
    with turn, reading(connection):
        yield


def examine_file(path: Path) -> Health:
    """Check the file at `path`, which this program does not have open; FileProblem if it is no store."""
    guard.require_store(path)
    return examine(path)


def findings(path: Path) -> list[FileProblem]:
    """The problems of the store at `path`, a sentence for each; FileProblem if it cannot be opened."""
    return list(examine_file(path).findings())


def health(path: Path, connection: Connection, checkpoint: Checkpoint = never_cancelled) -> Health:
    """The health of a store, as a transaction sees it."""
    return found_health(path, lambda: _whole(path, connection, nullcontext, checkpoint))


def require_health(
    path: Path, connection: Connection, checkpoint: Checkpoint = never_cancelled, *, quick: bool = False
) -> None:
    """DamagedStore if something is wrong with a store; with `quick`, only for what `_quick` finds."""
    store_health = (
        found_health(path, lambda: _quick(path, connection)) if quick else health(path, connection, checkpoint)
    )
    if not store_health.sound:
        raise DamagedStore(store_health)


def repair(path: Path) -> tuple[Change, ...]:
    """Make the tables and the index agree with the journal; return the changes to the tables.

    DamagedStore if that does not make the store sound; nothing is changed then. FileProblem if the file has several
    names.
    """
    from riskdesk.store.writing import Writer

    guard.require_one_name(path)
    with (
        problems(path, saving=True),
        telling_damage(path),
        closing(guard.connect_guarded(path, read_only=False)) as connection,
    ):
        guard.require_schema(path, connection)
        with writing(connection):
            connection.execute("PRAGMA defer_foreign_keys=ON")
            store_health = health(path, connection)
            if store_health.reasons:
                raise DamagedStore(store_health)
            for change in store_health.changes:
                Writer(connection).write(change)
            if store_health.index_problem is not None:
                index.fill(connection, journal.steps(connection))
            require_health(path, connection)
    return store_health.changes


def _whole(path: Path, connection: Connection, moment: Moment, checkpoint: Checkpoint, *, pages: bool = True) -> Health:
    """The health of a store, read in several transactions, between which others may write."""
    if pages:
        with moment():
            damage = _of_sqlite(path, connection)
        if damage:
            return Health(path, damage)
    with moment():
        content = _read(path, connection, checkpoint)
    return _judged(path, content, partial(_steps, connection, content.last, moment), checkpoint)


class _Content(NamedTuple):
    """The rows of all tables, including damaged text, and the numbers of the `first` and `last` step at that moment.

    `touched` is None in formats without an index.
    """

    version: int
    undoing: list[tuple[int, int | None]]
    orphans: list[FileProblem]
    state: State
    touched: index.Sums | None
    first: int
    last: int


def _read(path: Path, connection: Connection, checkpoint: Checkpoint) -> _Content:
    with any_text(connection):
        orphans, state = list(_orphans(path, connection)), _state(connection, checkpoint)
        version = file_format.version(connection)
        touched = index.stored(connection) if version >= index.SINCE else None
    first, last = journal.first(connection), journal.mark(connection).number
    return _Content(version, list(undoing(connection)), orphans, state, touched, first, last)


def _steps(connection: Connection, last: int, moment: Moment, checkpoint: Checkpoint) -> Iterator[Record]:
    """The rows of the steps up to the `last` one, read in portions, which is safe as written steps never change."""
    number = 0
    while number < last:
        checkpoint(number / last)
        with moment(), any_text(connection):
            portion = list(journal.in_order(connection, number, min(_PORTION, last - number)))
        if not portion:
            return
        yield from _with_checkpoints(checkpoint, portion)
        number = portion[-1]["number"]


def _with_checkpoints(checkpoint: Checkpoint, rows: Iterable[AnyRow]) -> Iterator[AnyRow]:
    """The given rows, with a checkpoint before each."""
    for row in rows:
        checkpoint()
        yield row


def _judged(
    path: Path, content: _Content, read: Callable[[Checkpoint], Iterable[Record]], checkpoint: Checkpoint
) -> Health:
    """The health of a store. Its steps are read twice and not kept in memory, as they are most of a large file."""
    broken = content.first if content.first < 1 else journal.broken_at(read(share_of(checkpoint, 0, _CHAINED)))
    if broken is not None:
        return Health(path, (FileProblem(_BROKEN, file=path, step=str(broken)), *content.orphans))
    wrong = wrongly_undone(content.undoing)
    if wrong is not None:
        return Health(path, (FileProblem(_UNDOES, file=path, step=str(wrong)), *content.orphans))
    journal_state: State = {}
    try:
        steps = followed(map(journal.step_of, read(share_of(checkpoint, _CHAINED, 1))), journal_state)
        derived = index.derived(steps)
    except NoStep as none:
        return Health(path, (FileProblem(_NO_STEP, file=path, step=str(none.number)), *content.orphans))
    changes = differences(content.state, journal_state)
    # The changes also repair orphans, as the journal has the orphan and its parent.
    reasons = (*guard.impossible(path, journal_state, content.version), *(() if changes else content.orphans))
    records = tuple(journal_state.get(change.key) or content.state[change.key] for change in changes)
    return Health(path, reasons, tuple(changes), _index_problem(path, content, derived), records)


def _index_problem(path: Path, content: _Content, derived: index.Sums) -> FileProblem | None:
    """The first step for which the index differs from the journal; None if they agree."""
    step = None if content.touched is None else index.first_difference(derived, content.touched)
    return None if step is None else FileProblem(_INDEX_DIFFERS, file=path, step=str(step))


def _quick(path: Path, connection: Connection) -> Health:
    """The problems that SQLite's own checks find, and steps that undo ones that cannot be undone."""
    damage = _of_sqlite(path, connection)
    wrong = None if damage else wrongly_undone(undoing(connection))
    return Health(path, damage if wrong is None else (FileProblem(_UNDOES, file=path, step=str(wrong)),))


def _of_sqlite(path: Path, connection: Connection) -> tuple[FileProblem, ...]:
    check_rows = connection.execute(f"PRAGMA integrity_check({_MOST_FINDINGS})")
    return tuple(damaged_at(path, line) for (line,) in check_rows if line != "ok")


def _orphans(path: Path, connection: Connection) -> Iterator[FileProblem]:
    """A sentence for each row whose parent is missing."""
    for table, row, *_ in connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST_FINDINGS):
        yield FileProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{file} contains a record that belongs to no register (row {row} of “{table}”); open a backup.",
            ),
            file=path,
            row=str(row),
            table=table,
        )


def _state(connection: Connection, checkpoint: Checkpoint) -> State:
    return {
        (kind, row["id"]): completed(kind, unpacked_loosely(kind, row))
        for kind in kinds(connection)
        for row in _with_checkpoints(checkpoint, rows(connection, f"SELECT * FROM {kind}"))  # noqa: S608 - our own tables
    }


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
_INDEX_DIFFERS = QT_TRANSLATE_NOOP(
    "Problem",
    "In {file}, the index of the change history differs at step {step}: another program or a fault changed it; repair"
    " it.",
)
