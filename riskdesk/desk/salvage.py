"""Saving what is left in a damaged store: rows from its pages, held against the steps that are whole.

The damaged file is read and never written to; what comes back goes into a new store.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from uuid import UUID

from riskdesk.desk import copies, scales
from riskdesk.domain import possible
from riskdesk.domain.fields import field_label
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.label import Label
from riskdesk.domain.language import words
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, Problem
from riskdesk.domain.records import KINDS, Record, parent_field, to_record
from riskdesk.domain.replay import State, differences, replay
from riskdesk.domain.step import Change, NoStep, Step
from riskdesk.domain.values import Category, Entry, Language, Register, Value
from riskdesk.store import copying, file_format, guard, journal, pages
from riskdesk.store.check import wrongly_undone

Key = tuple[str, str]
LABEL = QT_TRANSLATE_NOOP("Action", "Salvage")
_SIGN_OF_DAMAGE = "\ufffd"
# Of the category, and if there is none the register, that stand in for those that are not even known by name.
_SHELTER = str(UUID(int=0))


@dataclass(frozen=True)
class Salvaged:
    """What became of a damaged store.

    `state` is all that is in the new one; `restored` came from the journal alone; `doubtful` are the changes that lead
    from what the journal says to what was found and kept; `lost` were there, and a heading stands in their place;
    `history` tells whether the whole journal came back.
    """

    state: State
    restored: tuple[Key, ...]
    doubtful: tuple[Change, ...]
    lost: tuple[Key, ...]
    history: bool

    def count(self, kind: str) -> int:
        """How many of a kind are in the new store."""
        return sum(kind == found for found, _ in self.state)


def salvage(path: Path, new: Path, who: str, language: Language) -> Salvaged:
    """Make a new store at `new` of what is left in the one at `path`; FileProblem if nothing is.

    What lies in something that is lost is gathered under headings in `language`.
    """
    left = pages.rows(path) if guard.start_of(path) else {"step": []}
    rows = left.pop("step")
    steps = _whole(rows)
    told = {key: record for key, record in replay(steps).items() if possible.is_readable(key[0], record)}
    held = _held(left, told)
    found = told | held
    if not found:
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "Nothing of a register is left in {file}; open a backup."), file=path
        )
    history = len(steps) == len(rows) and _is_chain(steps) and found == replay(steps)
    lost = tuple(sorted(_parents(found) - found.keys()))
    state = found if history else _in_order(_gathered(found, language))
    copying.write(new, steps if history else copies.first_steps(state, who, LABEL))
    return Salvaged(
        state,
        tuple(sorted(found.keys() - held.keys())),
        tuple(change for change in differences(told, held) if change.before and change.after),
        lost,
        history,
    )


def _whole(rows: Iterable[Record]) -> list[Step]:
    """The steps whose hash is that of what they tell, in order."""
    sound = {row["number"]: row for row in rows if journal.is_whole(row)}
    steps = []
    for number in sorted(sound):
        with suppress(NoStep):
            steps.append(journal.step_of(sound[number]))
    return steps


def _is_chain(steps: list[Step]) -> bool:
    numbers = [step.number for step in steps]
    undone = wrongly_undone((step.number, step.undoes) for step in steps)
    return numbers == list(range(1, len(steps) + 1)) and undone is None


def _held(left: dict[str, list[Record]], told: State) -> State:
    """The rows of the tables that can be read, the journal's instead of one that shows damage."""
    held: State = {}
    for kind in KINDS:
        for row in left.get(kind, ()):
            record, key = _record(kind, row), (kind, row["id"])
            damaged = _SIGN_OF_DAMAGE in str(record) and key in told
            if possible.is_readable(key[0], record) and not damaged and held.get(key) != told.get(key, held):
                held[key] = record
    return held


def _record(kind: str, row: Record) -> Record:
    try:
        return file_format.unpacked(kind, row)
    except ValueError:
        return row


def _parents(state: State) -> set[Key]:
    """What the records of a state lie in."""
    fields = ((parent_field(KINDS[kind]), record) for (kind, _), record in state.items())
    return {(field, record[field]) for field, record in fields if field}


def _gathered(found: State, language: Language) -> State:
    """A state in which everything lies in something: in place of what is lost, a heading that says so."""
    state = dict(found)
    for kind in ("entry", "category", "register"):
        for key in sorted(_parents(state) - state.keys()):
            if key[0] == kind:
                state[key] = to_record(_stand_in(kind, key[1], state, language))
    return state


def _stand_in(kind: str, identity: str, state: State, language: Language) -> Value:
    title = words(language).salvaged
    if kind == "register":
        return Register(id=identity, title=title, language=language, scale=scales.profile(scales.DEFAULT, language))
    if kind == "category":
        return Category(id=identity, register=_home(state), title=title)
    return Entry(id=identity, category=_SHELTER)


def _home(state: State) -> str:
    """The one register where there is no other."""
    found = [identity for kind, identity in state if kind == "register"]
    return found[0] if len(found) == 1 else _SHELTER


def _in_order(state: State) -> State:
    """The same with places counted from 0 under each parent, though some between are gone."""
    ordered = dict(state)
    by_parent = sorted(state.items(), key=lambda item: (item[0][0], _place(*item), item[1]["position"], item[0][1]))
    for _, siblings in groupby(by_parent, key=lambda item: (item[0][0], _place(*item))):
        for position, (key, record) in enumerate(siblings):
            ordered[key] = record | {"position": position}
    return ordered


def _place(key: Key, record: Record) -> str:
    field = parent_field(KINDS[key[0]])
    return record[field] if field else ""


def report(salvaged: Salvaged) -> Iterator[Problem]:
    """What came back, what is doubtful and what is lost, a sentence each."""
    yield Problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "Came back – registers: {registers}, categories: {categories}, risks: {risks}, mitigations: {mitigations}.",
        ),
        registers=salvaged.count("register"),
        categories=salvaged.count("category"),
        risks=salvaged.count("risk"),
        mitigations=salvaged.count("mitigation"),
    )
    yield Problem(_HISTORY if salvaged.history else _NO_HISTORY)
    if salvaged.restored:
        yield Problem(_RESTORED, number=len(salvaged.restored))
    for change in salvaged.doubtful:
        for field, told in (change.before or {}).items():
            now = (change.after or {})[field]
            name = field_label(change.kind, field).in_sentence
            yield Problem(_DOUBTFUL, kind=_name(change.kind), field=name, found=now, told=told)
    for kind, _ in salvaged.lost:
        yield Problem(_LOST, kind=_name(kind))


def _name(kind: str) -> Label:
    return VALUE_KINDS[kind].label.in_sentence


_HISTORY = QT_TRANSLATE_NOOP("Problem", "The whole history came back.")
_NO_HISTORY = QT_TRANSLATE_NOOP("Problem", "The history did not come back whole; the new store begins one of its own.")
_RESTORED = QT_TRANSLATE_NOOP("Problem", "Came back from the journal alone: {number}.")
_DOUBTFUL = QT_TRANSLATE_NOOP(
    "Problem", "Please compare ({kind}, {field}): “{found}” was found and kept; the journal says “{told}”."
)
_LOST = QT_TRANSLATE_NOOP("Problem", "Lost ({kind}): what was in it lies under a heading that says so.")
