"""The past of a register: showing it, and restoring values, earlier states of items, and deleted items."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from riskdesk.desk import copies, salvage, siblings
from riskdesk.desk.action import Action
from riskdesk.desk.lineage import register_of
from riskdesk.desk.session import Session
from riskdesk.domain import history, rewind
from riskdesk.domain.conflict import WORKED_OUT
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.history import Event, Gone
from riskdesk.domain.moments import in_zone
from riskdesk.domain.possible import LEVELS
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, NotFound
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.records import KINDS, Record, from_record, to_record
from riskdesk.domain.remap import is_assessed_otherwise
from riskdesk.domain.replay import state_of
from riskdesk.domain.rewind import Since
from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.step import LATEST, Change, Step
from riskdesk.domain.story import Scales
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Register, Risk, Value
from riskdesk.store.rewinding import tree_after
from riskdesk.store.store import Store
from riskdesk.store.transaction import Transaction

RESTORE_VALUE = QT_TRANSLATE_NOOP("Action", "Restore earlier value")
RESTORE_ITEM = QT_TRANSLATE_NOOP("Action", "Restore earlier state")
BRING_BACK = QT_TRANSLATE_NOOP("Action", "Bring back deleted items")
# The labels of the first step in stores that were made from another one without its history.
_COPIES = (copies.LABEL, salvage.LABEL)
# At most so many steps of a risk are read to find its scores.
_MOST_SCORES = 2_000
_TELLS_LEVELS = tuple(f'"{name}":' for name in LEVELS)


@dataclass(frozen=True)
class Chapter:
    """A part of the history of an item, newest first.

    The older part consists of the steps `before` that number (None: there are none).
    """

    events: list[Event]
    before: int | None


@dataclass(frozen=True)
class ScorePoint:
    """The assessments of a risk from a moment on, and the scale in use then."""

    at: datetime.datetime
    inherent: Assessment
    residual: Assessment
    scale: Scale


@dataclass(frozen=True)
class Then:
    """A register as it was right after a step, the changes `since`, and as it is `now`."""

    tree: RegisterTree
    step: Step
    now: RegisterTree
    since: Since


def chapter(session: Session, item: str, before: int = LATEST, most: int = 100) -> Chapter:
    """The part of an item's history before that step, of at most so many steps."""
    steps = session.history.of_item(item, before, most)
    undone = session.history.undone(step.number for step in steps)
    again = {step.number for step in steps if step.undoes is not None and session.history.redoes(step.number)}
    return Chapter(
        history.events(steps, item, undone, again), steps[-1].number if len(steps) == most and most else None
    )


def scales(session: Session, register: Register) -> Scales:
    """The scales that a register has had over time."""
    steps = session.history.of_item(register.id, most=LATEST, telling=('"scale":',))
    return Scales(register.scale, register.id, steps)


def score_points(session: Session, risk: Risk, past_scales: Scales) -> list[ScorePoint]:
    """The assessments of a risk over time, the oldest first."""
    steps = session.history.of_item(risk.id, most=_MOST_SCORES, telling=_TELLS_LEVELS)
    levels: Record = {name: getattr(risk, name) for name in LEVELS}
    points = []
    for event in history.events(steps, risk.id, {}):
        change = event.change
        if change.after is not None and change.after.keys() & LEVELS:
            inherent, residual = (
                Assessment(levels[f"{which}likelihood"], levels[f"{which}impact"]) for which in ("", "residual_")
            )
            points.append(ScorePoint(event.step.at, inherent, residual, past_scales.after(event.step.number)))
        levels |= {name: value for name, value in (change.before or {}).items() if name in LEVELS}
    return points[::-1]


def differ(kind: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two records of an item differ in a field that `restore` restores."""
    return any(one.get(name) != other.get(name) for name in FIELDS[kind].keys() - WORKED_OUT)


def restore(kind: str, identity: str, fields: Mapping[str, Any]) -> Action:
    """Set fields of an item to the values of a record; its place does not change.

    InputProblem if a value is not possible today: a reference that is taken, a level that the scale does not have, a
    scale that would change the meaning of the levels of risks.
    """
    values = {name: value for name, value in fields.items() if name in FIELDS[kind] and name not in WORKED_OUT}

    def work(tx: Transaction) -> None:
        now = tx.get(KINDS[kind], identity)
        then = from_record(KINDS[kind], to_record(now) | values)
        if isinstance(then, Register) and isinstance(now, Register):
            _require_meaning(tx, now, then)
        tx.update(then)

    return Action(RESTORE_VALUE if len(values) == 1 else RESTORE_ITEM, work)


def as_measured(then: Record, now: Record, before: Scale, scale: Scale) -> Record:
    """The record `then`, but with the levels and scale of the record `now` if its levels mean something else today.

    `before` is the scale of that time, `scale` that of today.
    """
    if not is_assessed_otherwise(before, scale):
        return then
    return then | {name: now[name] for name in (*LEVELS, "scale") if name in now}


def may_return(scale: Scale, tree: RegisterTree) -> bool:
    """Whether a register can get a scale back: it must not change the meaning of any level of a risk."""
    return _keeps_meaning(tree.risks, tree.register.scale, scale)


def deletion_of(session: Session, register: str, item: str) -> Gone | None:
    """The deletion of an item of a register, with all that was deleted with it; None if it was not deleted."""
    steps = ((number, ids) for number, ids in session.history.deleted_items(register) if item in ids)
    branches = (gone for number, ids in steps for gone in session.history.gone_in(number, ids))
    return next((gone for gone in branches if any(change.id == item for change in gone.changes)), None)


def return_of(session: Session, tree: RegisterTree | None, deleted: Gone) -> Action:
    """Bring back what was deleted, and its deleted ancestors, into a register (None: a register), as `bring_back`."""
    scale = None
    if tree is not None and deleted.top.kind != "register":
        scale = scales(session, tree.register).before(deleted.step.number)
    return bring_back(deleted, session.history.above(deleted.top.key, deleted.record), scale)


def bring_back(deleted: Gone, above: Iterable[Change], scale: Scale | None = None) -> Action:
    """Bring back deleted items, with their content, at their former place or the nearest possible one.

    `above` are its ancestors that are deleted as well, topmost first. A risk gets a new reference if its old one is
    taken now. A level that the scale no longer has is omitted, and so are all levels if they would mean something else
    than under `scale`, which was in use when it was deleted.
    """

    def work(tx: Transaction) -> None:
        for change in above:
            if tx.find(KINDS[change.kind], change.id) is None:
                _reinsert(tx, change, scale)
        _reinsert(tx, deleted.top, scale)
        for change in deleted.changes[1:]:
            tx.insert(_fitting(tx, _value(change), scale))

    return Action(BRING_BACK, work, sweeping=True)


def changed_by_return(deleted: Gone, step: Step) -> tuple[list[tuple[str, str]], int]:
    """What a step did not bring back unchanged: pairs of old and new references, and how many risks lost a level."""
    was = {change.id: change.before or {} for change in deleted.changes if change.kind == "risk"}
    returned = [change.after or {} for change in step.changes if change.before is None and change.id in was]
    renamed = [(was[record["id"]]["reference"], record["reference"]) for record in returned]
    left_out = sum(any(was[record["id"]].get(name) != record[name] for name in LEVELS) for record in returned)
    return [(old, new) for old, new in renamed if old != new], left_out


def beginning(session: Session) -> datetime.date | None:
    """The day on which the history of a file begins if that was copied without history; None if it is complete."""
    first = session.history.first()
    return in_zone(first.at).date() if first is not None and first.label in _COPIES else None


def beginning_of(day: datetime.date) -> datetime.datetime:
    """The moment when a day begins, in the time zone of this computer."""
    return _moment(day, datetime.time.min)


def step_on(session: Session, register: str, day: datetime.date) -> int:
    """The number of the last step in a register up to the end of a day, in the time zone of this computer.

    NotFound if there was none.
    """
    number = session.history.last_before(register, _moment(day, datetime.time.max))
    if not number:
        raise NotFound(QT_TRANSLATE_NOOP("Problem", "On that day, the history of the register had not begun yet."))
    return number


def as_it_was(session: Session, now: RegisterTree, number: int, checkpoint: Checkpoint = never_cancelled) -> Then:
    """The open register as it was right after a step; NotFound if it did not exist then.

    Any thread may call this; `checkpoint` may cancel it.
    """
    with session.history.apart() as apart:
        tree = tree_after(apart, now.register.id, number, checkpoint)
        if tree is None:
            raise NotFound(QT_TRANSLATE_NOOP("Problem", "The register did not exist at that time."))
        return Then(tree, apart.step(number), now, rewind.compared(tree, now))


def still(session: Session, then: Then) -> Session:
    """A session, in memory, on a past state of a register; nothing that is done in it is written to the file."""
    return Session(Store.still(session.path, state_of(then.tree), then.step.at), session.who)


def _moment(day: datetime.date, time: datetime.time) -> datetime.datetime:
    """A time of a day in the time zone of this computer, as UTC."""
    return in_zone(datetime.datetime.combine(day, time), datetime.UTC)


def _reinsert(tx: Transaction, change: Change, scale: Scale | None) -> None:
    """Add a deleted value at its former place, or at the end if there are fewer siblings now."""
    value = _fitting(tx, _value(change), scale)
    if isinstance(value, Register):
        tx.insert(value)
        tx.tell_registers_apart()
    else:
        siblings.put_back(tx, value)


def _value(change: Change) -> Any:
    return from_record(KINDS[change.kind], change.before or {})


def _require_meaning(tx: Transaction, now: Register, then: Register) -> None:
    """InputProblem if a scale would change the meaning of the levels of risks."""
    if not _keeps_meaning(tx.tree(now.id).risks, now.scale, then.scale):
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "By that scale, the assessments of the risks would mean something else; change the scale with “Scale…”"
                " in the menu “Tools”, where you choose what becomes of them.",
            )
        )


def _keeps_meaning(risks: Iterable[Risk], now: Scale, then: Scale) -> bool:
    return not is_assessed_otherwise(now, then) or {getattr(risk, name) for risk in risks for name in LEVELS} <= {None}


def _fitting(tx: Transaction, value: Value, before: Scale | None) -> Any:
    """A value without fields that its register does not accept today."""
    if not isinstance(value, Risk):
        return value
    register = tx.get(Register, register_of(tx, value.entry))
    if tx.alike(register.id, [value.reference]):
        (new_reference,) = tx.give_references(register.id, 1)
        value = replace(value, reference=new_reference)
    levels: dict[str, Any] = {name: _level_within(getattr(value, name), name, register.scale) for name in LEVELS}
    if before is not None and is_assessed_otherwise(before, register.scale):
        levels = dict.fromkeys(LEVELS)
    return replace(value, **levels)


def _level_within(level: int | None, name: str, scale: Scale) -> int | None:
    levels = scale.levels_of(name)
    return level if level is not None and level <= len(levels) else None
