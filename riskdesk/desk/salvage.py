"""Recovering what is left in a damaged store, by comparing the rows on its pages with the whole steps of its journal.

The damaged file is only read; the result is written to a new store.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from riskdesk.desk import copies, scales
from riskdesk.desk.backups import Backups
from riskdesk.desk.remains import SHELTER, Doubt, DoubtfulValue, Remains, state_from_steps
from riskdesk.domain.gaps import GapKind
from riskdesk.domain.language import words
from riskdesk.domain.possible import is_identity, is_readable_field
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, Problem
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.records import KINDS, Record, parent_field, parent_of, to_record
from riskdesk.domain.replay import Key, State, followed, replay
from riskdesk.domain.scale_record import scale_record
from riskdesk.domain.step import NoStep, Step
from riskdesk.domain.values import Category, Entry, Language, Register, Value
from riskdesk.store import check, copying, file_format, guard, journal, pages
from riskdesk.store.damage import LostStore
from riskdesk.store.past import wrongly_undone

# Written to the journals of files, where `history` recognises salvaged stores by it: it must never change.
LABEL = QT_TRANSLATE_NOOP("Action", "Recover")
# The first columns are the same in each kind that a row fits: its id, that of its parent, its position, and a text.
_SHARED = 4


@dataclass(frozen=True)
class Salvaged:
    """The result of salvaging a damaged store.

    `state` is the content of the new store, `findings` the parts of it that are in doubt or lost; everything else
    agrees with whole steps. `steps` are the whole ones; `passed_over` are the numbers of steps that have a right hash
    but cannot be from Riskdesk, `lost` those of all other steps. `history` is true if the new store has the steps,
    `whole` if these are all steps that ever were. `warnings` has a sentence for each file that an earlier store had
    left beside the new one.
    """

    state: State
    findings: tuple[DoubtfulValue, ...]
    steps: tuple[Step, ...]
    passed_over: tuple[int, ...]
    lost: tuple[int, ...]
    history: bool
    whole: bool
    warnings: tuple[FileProblem, ...] = ()

    def count(self, kind: str) -> int:
        """The number of values of a kind in the new store."""
        return sum(kind == item_kind for item_kind, _ in self.state)

    @property
    def last(self) -> datetime.datetime:
        """When the last whole step was taken."""
        return self.steps[-1].at


def salvage(path: Path, new: Path, who: str, language: Language, checkpoint: Checkpoint = never_cancelled) -> Salvaged:
    """Make a new store at `new` from what is left in the one at `path`; LostStore if nothing is left.

    Items whose parent is lost are collected under headings in `language`. `checkpoint` may raise before anything is
    written.
    """
    old_journal, old_state, findings = _read_remains(path, checkpoint)
    if not old_state:
        raise LostStore(QT_TRANSLATE_NOOP("Problem", "Nothing of a register is left in {file}."), path)
    history = old_journal.sound and old_state == replay(old_journal.steps)
    state = old_state if history else _in_order(_gathered(old_state, language))
    checkpoint()
    warnings = copying.write(new, old_journal.steps if history else copies.first_steps(state, who, LABEL))
    return Salvaged(
        state,
        (*findings, *(DoubtfulValue(Doubt.HEADING, key) for key in state if key not in old_state)),
        tuple(old_journal.steps),
        tuple(old_journal.passed_over),
        tuple(old_journal.lost),
        history,
        history and _is_undamaged(path),
        tuple(warnings),
    )


def is_any_left(path: Path, checkpoint: Checkpoint = never_cancelled) -> bool:
    """Whether `salvage` would find part of a register at `path`; `checkpoint` may cancel it."""
    # The file may be any database, with more rows than a store can have.
    with suppress(Problem):
        _, state, _ = _read_remains(path, checkpoint)
        return bool(state)
    return False


def can_be_rescued(path: Path, backups: Path, checkpoint: Checkpoint = never_cancelled) -> bool:
    """Whether part of a register is left at `path`, or in the folder `backups` of a store that was there before."""
    return is_any_left(path, checkpoint) or bool(Backups.of(backups, path).all())


class _Journal:
    """The whole steps of a journal, in order; `sound` is true if they are a chain without a gap."""

    def __init__(self, rows: list[Record]) -> None:
        self.steps: list[Step] = []
        self.passed_over: list[int] = []
        self.sound, self._state, self._last = True, State(), (0, journal.FIRST)
        for row in _whole(rows):
            self._take(row)
        numbers = {*self.passed_over, *(step.number for step in self.steps)}
        missing = range(1, self.steps[-1].number) if self.steps else ()
        self.lost = sorted({*missing, *(row["number"] for row in rows)} - numbers)
        wrong = wrongly_undone((step.number, step.undoes) for step in self.steps)
        self.sound = self.sound and not self.lost and wrong is None

    def _take(self, row: Record) -> None:
        self.sound = self.sound and (row["number"] - 1, row["previous"]) == self._last
        try:
            step = journal.step_of(row)
            # After a lost step, the state that a step changes is unknown.
            for _ in followed([step], self._state) if self.sound else ():
                pass
        except NoStep:
            self.passed_over.append(row["number"])
            self.sound = False
        else:
            self.steps.append(step)
            self._last = row["number"], row["hash"]


def _read_remains(path: Path, checkpoint: Checkpoint = never_cancelled) -> tuple[_Journal, State, list[DoubtfulValue]]:
    """Read what is left of a store: its journal, the records from journal and rows, and the doubtful values."""
    rows_by_table = pages.rows(path, checkpoint) if guard.start_of(path) else {}
    old_journal = _Journal(rows_by_table.pop("step", []))
    journal_state = state_from_steps(old_journal.steps)
    state, findings = _weighed(
        Remains(_rows(rows_by_table, journal_state), journal_state, scale_record(scales.profile(scales.DEFAULT)))
    )
    return old_journal, state, findings


def _whole(rows: Iterable[Record]) -> list[Record]:
    """The rows with a right hash, in order; if two have the same number, the one that the next step follows."""
    whole = [row for row in rows if journal.is_whole(row)]
    built_on = {row["previous"] for row in whole}
    rows_by_number = {row["number"]: row for row in sorted(whole, key=lambda row: row["hash"] in built_on)}
    return [rows_by_number[number] for number in sorted(rows_by_number)]


def _is_undamaged(path: Path) -> bool:
    """Whether SQLite finds no damage in a file; then no page with later steps can be lost."""
    with suppress(Problem):
        return not check.examine(path).reasons
    return False


def _rows(rows_by_table: dict[str, list[Record]], journal_state: State) -> dict[Key, list[Record]]:
    """The rows of each value; a row that fits several kinds is used for that in the journal, or the best fitting."""
    rows_of = defaultdict[Key, list[Record]](list)
    for kind in KINDS:
        for row in rows_by_table.get(kind, ()):
            identity = row["id"] if is_identity(row["id"]) else _identity_from(row)
            rows_of[kind, identity].append(file_format.unpacked_loosely(kind, row | {"id": identity}))
    alike = defaultdict[str, list[Key]](list)
    for key in rows_of:
        alike[key[1]].append(key)
    for keys in (keys for keys in alike.values() if len(keys) > 1):
        for key in sorted(keys, key=lambda key: (key not in journal_state, _strangeness(key[0], rows_of[key][0])))[1:]:
            del rows_of[key]
    return rows_of


def _identity_from(row: Record) -> str:
    """An identity for a row whose own is garbled, as others may be garbled alike; the same for each kind that fits."""
    return str(uuid5(NAMESPACE_OID, repr(list(row.values())[:_SHARED])))


def _strangeness(kind: str, row: Record) -> int:
    """The number of fields of a row that do not fit a kind; one less for a waiver that names a known gap."""
    senseless = sum(not is_readable_field(kind, name, value) for name, value in row.items())
    return senseless - (kind == "waiver" and row["gap"] in set(GapKind))


def _weighed(remains: Remains) -> tuple[State, list[DoubtfulValue]]:
    state, findings = State(), list[DoubtfulValue]()
    for key in remains.keys:
        record, doubts = remains.weighed(key)
        findings += doubts
        if record is not None:
            state[key] = record
    return state, findings


def _parents(state: State) -> set[Key]:
    """The parents of the records of a state."""
    return {parent for key, record in state.items() if (parent := parent_of(key, record))}


def _gathered(old_state: State, language: Language) -> State:
    """A state in which each record has a parent: lost parents are replaced by headings that say so."""
    state = {key: _sheltered(key, record) for key, record in old_state.items()}
    for kind in ("entry", "category", "register"):
        for key in sorted(_parents(state) - state.keys()):
            if key[0] == kind:
                state[key] = to_record(_stand_in(kind, key[1], state, language))
    return state


def _sheltered(key: Key, record: Record) -> Record:
    """The record itself, or in the shelter if the id of its parent is garbled, as those of others may be alike."""
    parent = parent_of(key, record)
    if parent is None or is_identity(parent[1]):
        return record
    return record | {parent[0]: SHELTER[parent[0]]}


def _stand_in(kind: str, identity: str, state: State, language: Language) -> Value:
    title = words(language).salvaged
    if kind == "register":
        return Register(id=identity, title=title, language=language, scale=scales.profile(scales.DEFAULT))
    if kind == "category":
        return Category(id=identity, register=_home(state), title=title)
    return Entry(id=identity, category=SHELTER["category"])


def _home(state: State) -> str:
    """The register for collected categories: the only one, else a new one."""
    registers = [identity for kind, identity in state if kind == "register"]
    return registers[0] if len(registers) == 1 else SHELTER["register"]


def _in_order(state: State) -> State:
    """The same state, with positions counted from 0 under each parent, as siblings may be missing."""
    ordered = dict(state)
    by_parent = sorted(state.items(), key=lambda item: (item[0][0], _place(*item), item[1]["position"], item[0][1]))
    for _, siblings in groupby(by_parent, key=lambda item: (item[0][0], _place(*item))):
        for position, (key, record) in enumerate(siblings):
            ordered[key] = record | {"position": position}
    return ordered


def _place(key: Key, record: Record) -> str:
    field = parent_field(KINDS[key[0]])
    return record[field] if field else ""
