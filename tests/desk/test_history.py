"""What was is brought back as a new step: exactly as it was, and undo gives exactly what was before."""

import datetime
import itertools
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import bullets, entries, history, items, registers, risks, scales
from riskdesk.desk.rescaling import rescale
from riskdesk.desk.session import Session
from riskdesk.domain.history import Gone, every_event, subjects
from riskdesk.domain.history import before as before_event
from riskdesk.domain.label import Label
from riskdesk.domain.possible import LEVELS
from riskdesk.domain.problems import InputProblem, NotFound
from riskdesk.domain.records import Record, to_record
from riskdesk.domain.remap import proposed
from riskdesk.domain.replay import State, state_of
from riskdesk.domain.scale import Assessment
from riskdesk.domain.step import Step
from riskdesk.domain.values import Language, Register, Response, Risk, RiskStatus
from tests.desk.standing import START, ids_of, register_of, text_of

NAMES = itertools.count()
WORDS = st.text(st.sampled_from("ab é\n<&"), max_size=8)
LEVEL = st.none() | st.integers(1, 5)
DAY = st.none() | st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
EDITS = st.dictionaries(st.sampled_from(["description", "note", "reason"]), WORDS, max_size=2) | st.fixed_dictionaries(
    {},
    optional={
        "likelihood": LEVEL,
        "residual_impact": LEVEL,
        "next_review": DAY,
        "status": st.none() | st.sampled_from(RiskStatus),
        "response": st.none() | st.sampled_from(Response),
        "language": st.none() | st.sampled_from(Language),
    },
)


def register(session: Session) -> str:
    return session.registers()[0].id


def state(session: Session) -> State:
    """All of the registers but what is counted, which outlives an undo."""
    records: State = {}
    for register in session.registers():
        records |= state_of(session.tree(register.id))
    return {
        key: {name: value for name, value in record.items() if name != "references"} for key, record in records.items()
    }


def text(session: Session) -> str:
    return text_of(session.tree(register(session)))


def record(session: Session, identity: str) -> Record:
    return next(to_record(value) for value in session.tree(register(session)).values if value.id == identity)


def gone(session: Session, number: int = 0) -> Gone:
    """What was deleted last, or before that."""
    gone_items = [
        item
        for step, ids in session.history.deleted_items(register(session))
        for item in session.history.gone_in(step, ids)
    ]
    return gone_items[number]


def back(session: Session, item: Gone) -> Any:
    return session.run(history.bring_back(item, session.history.above(item.top.key, item.record)))


@given(edits=st.lists(EDITS, min_size=1, max_size=6), data=st.data())
def test_an_item_is_restored_exactly_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, edits: list[dict[str, Any]], data: st.DataObject
) -> None:
    with closing(Session.create(tmp_path_factory.mktemp("one") / "a.riskdesk", "me")) as session:
        session.run(registers.add(register_of(START)))
        risk = next(session.tree(register(session)).risks).id
        records_by_step = {}
        for fields in edits:
            session.run(risks.edit(risk, **fields))
            records_by_step[session.history.of_register(register(session))[0][0].number] = record(session, risk)
        number = data.draw(st.sampled_from(sorted(records_by_step)))
        before = state(session)
        earlier: Record | None = record(session, risk)
        for event in history.chapter(session, risk).events:
            earlier = earlier if event.step.number <= number else before_event(earlier, event)
        assert earlier == records_by_step[number]
        step = session.run(history.restore("risk", risk, earlier))
        assert record(session, risk) == records_by_step[number]
        if step is not None:
            session.undo(register(session))
        assert state(session) == before


def moved_by(session: Session, step: Step) -> dict[str, int]:
    """Which items a step is told to have moved up (-1) or down, in the history of each and of the register."""
    by_item = {
        event.change.id: event.shifted
        for risk in session.tree(register(session)).risks
        for event in history.chapter(session, risk.id, most=1).events
        if event.step.number == step.number
    }
    assert by_item == {event.change.id: event.shifted for event in every_event(step)}
    assert set(by_item) == {change.id for change in subjects(step)}
    return by_item


@pytest.mark.parametrize(
    ("place", "ways"),
    [
        (1, {"r2": -1}),
        (1, {"r1": -1, "r2": -1}),
        # Over what makes room, which sends them further than they were.
        (1, {"n38": -1}),
        (1, {"n38": -1, "n36": -1, "n37": -1}),
        (2, {"r0": 1}),
        (2, {"r0": 1, "n20": -1}),
    ],
)
def test_what_only_makes_room_is_not_told_to_have_moved(
    small: Session, ids: dict[str, str], place: int, ways: dict[str, int]
) -> None:
    entry = next(small.tree(register(small)).entries).entry.id
    for number in range(40):
        added = small.run(risks.add(entry, [f"n{number}"], 1))
        assert added is not None
        ids[f"n{number}"] = added.created[0]
    shifts = {ids[name]: way for name, way in ways.items()}
    before = [risk.id for risk in next(small.tree(register(small)).entries).risks]
    step = small.run(items.place(list(shifts), entry, place))
    assert step is not None
    assert [risk.id for risk in next(small.tree(register(small)).entries).risks] != before
    assert {change.id for change in step.changes} > set(shifts)
    assert moved_by(small, step) == shifts
    assert moved_by(small, small.undo(register(small))) == {identity: -way for identity, way in shifts.items()}
    assert [risk.id for risk in next(small.tree(register(small)).entries).risks] == before
    assert moved_by(small, small.redo(register(small))) == shifts


def test_one_value_is_restored(small: Session, ids: dict[str, str]) -> None:
    small.run(risks.edit(ids["r0"], owner="Anna", note="kept"))
    small.run(risks.edit(ids["r0"], owner="Marat"))
    step = small.run(history.restore("risk", ids["r0"], {"owner": "Anna"}))
    assert step is not None
    assert step.label == history.RESTORE_VALUE
    assert (record(small, ids["r0"])["owner"], record(small, ids["r0"])["note"]) == ("Anna", "kept")


def test_the_place_of_an_item_stays(small: Session, ids: dict[str, str]) -> None:
    earlier = record(small, ids["r0"]) | {"note": "then"}
    small.run(items.move([ids["r0"]], 1))
    small.run(history.restore("risk", ids["r0"], earlier))
    assert text(small).startswith("A: r1 r0 r2")


@pytest.mark.parametrize(
    ("fields", "words"), [({"reference": "R-02"}, "R-02"), ({"impact": 5}, "does not have every level")]
)
def test_what_cannot_be_so_today_is_refused(
    small: Session, ids: dict[str, str], fields: dict[str, Any], words: str
) -> None:
    small.run(registers.edit(register(small), scale=scales.profile("eu-action-document-3x3")))
    before = state(small)
    with pytest.raises(InputProblem, match=words):
        small.run(history.restore("risk", ids["r0"], fields))
    assert state(small) == before


@pytest.mark.parametrize("name", ["A", "B", "C", "e0", "e3", "r0", "r1", "r2", "r4", "m0", "m4"])
def test_what_was_deleted_comes_back_as_it_was(small: Session, ids: dict[str, str], name: str) -> None:
    before = state(small)
    small.run(items.delete([ids[name]]))
    deleted = state(small)
    back(small, gone(small))
    assert state(small) == before
    small.undo(register(small))
    assert state(small) == deleted
    assert gone(small).top.id == ids[name]
    small.redo(register(small))
    assert small.history.deleted_items(register(small)) == []


def test_what_has_taken_its_position_since_goes_behind_it(small: Session, ids: dict[str, str]) -> None:
    small.run(items.delete([ids["r2"]]))
    small.run(risks.add(ids["e0"], ["new"]))
    back(small, gone(small))
    assert text(small).startswith("A: r0 r1 r2 new |")


def test_a_deleted_register_comes_back_whole(small: Session) -> None:
    small.run(registers.duplicate(register(small)))
    first, second = small.registers()
    before = state(small)
    small.run(registers.delete(first.id))
    assert [current.id for current in small.registers()] == [second.id]
    back(small, gone(small))
    assert state(small) == before
    assert [current.id for current in small.registers()] == [first.id, second.id]


@pytest.mark.parametrize(
    ("deleted", "number", "expected"),
    [
        # Its place is taken by what came since.
        (["r2"], 0, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        # There are fewer now.
        (["r0", "r1", "r2"], 2, "A: r0 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        # What it lay in is gone, and comes back without what else was in it.
        (["r0", "e0"], 1, "A: r0 | , r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        (["m3", "e6", "C"], 2, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C:  | m3"),
    ],
)
def test_a_returning_item_goes_into_the_place_it_had_or_the_nearest_left(
    small: Session, ids: dict[str, str], deleted: list[str], number: int, expected: str
) -> None:
    for name in deleted:
        small.run(items.delete([ids[name]]))
    before = state(small)
    back(small, gone(small, number))
    assert text(small) == expected
    small.undo(register(small))
    assert state(small) == before


def test_the_rest_of_what_it_lay_in_can_come_back_after_it(small: Session, ids: dict[str, str]) -> None:
    small.run(items.delete([ids["r4"]]))
    small.run(items.delete([ids["C"]]))
    back(small, gone(small, 1))
    assert text(small) == "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 | "
    while small.history.deleted_items(register(small)):
        back(small, gone(small))
    assert text(small) == START


def test_a_reference_that_is_taken_becomes_another_and_is_told(small: Session, ids: dict[str, str]) -> None:
    small.run(items.delete([ids["r0"]]))
    small.run(risks.edit(ids["r1"], reference="R-01"))
    item = gone(small)
    step = back(small, item)
    assert history.changed_by_return(item, step) == ([("R-01", "R-08")], 0)
    assert record(small, ids["r0"])["reference"] == "R-08"


def test_a_level_that_the_scale_has_no_more_is_left_out_and_told(small: Session, ids: dict[str, str]) -> None:
    small.run(risks.edit(ids["r0"], likelihood=2, impact=5))
    small.run(items.delete([ids["r0"]]))
    small.run(registers.edit(register(small), scale=scales.profile("eu-action-document-3x3")))
    item = gone(small)
    assert history.changed_by_return(item, back(small, item)) == ([], 1)
    assert (record(small, ids["r0"])["likelihood"], record(small, ids["r0"])["impact"]) == (2, None)


def test_joined_and_undone_items_are_among_the_deleted(small: Session, ids: dict[str, str]) -> None:
    small.run(bullets.join(ids["r0"], ids["r1"], "r0 and r1"))
    small.run(entries.add(ids["B"], 0, ["new"], []))
    small.undo(register(small))
    assert [gone(small, at).record.get("description") for at in (0, 1)] == ["new", "r1"]
    assert [change.kind for change in gone(small).changes] == ["entry", "risk"]


def test_what_moved_to_another_register_is_not_deleted(small: Session, ids: dict[str, str]) -> None:
    small.run(registers.duplicate(register(small)))
    small.run(items.place([ids["A"]], small.registers()[1].id, 0))
    assert small.history.deleted_items(register(small)) == []


def test_how_a_risk_was_assessed_over_time(small: Session, ids: dict[str, str]) -> None:
    three = scales.profile("eu-action-document-3x3")
    small.run(risks.edit(ids["r0"], likelihood=2))
    small.run(risks.edit(ids["r0"], note="no assessment"))
    small.run(risks.edit(ids["r0"], impact=3, residual_likelihood=1))
    small.run(registers.edit(register(small), scale=three))
    small.run(risks.edit(ids["r0"], impact=1))
    risk = next(small.tree(register(small)).risks)
    points = history.score_points(small, risk, history.scales(small, small.tree(register(small)).register))
    assert [(point.inherent, point.residual, point.scale.profile) for point in points] == [
        (Assessment(), Assessment(), "5x5"),
        (Assessment(2), Assessment(), "5x5"),
        (Assessment(2, 3), Assessment(1), "5x5"),
        (Assessment(2, 1), Assessment(1), "eu-action-document-3x3"),
    ]


@pytest.fixture
def aged(tmp_path: Path) -> Iterator[Session]:
    with closing(Session.create(tmp_path / "a.riskdesk", "me")) as session:
        session.run(registers.add(register_of(START)))
        yield session


def test_a_register_as_it_was_and_what_became_of_it(aged: Session) -> None:
    ids = ids_of(aged.tree(register(aged)))
    earlier_state = state_of(aged.tree(register(aged)))
    aged.run(risks.edit(ids["r0"], owner="Anna"))
    aged.run(items.delete([ids["r1"]]))
    aged.run(items.move([ids["C"]], -1))
    aged.run(risks.add(ids["e3"], ["new"]))
    now = aged.tree(register(aged))
    then = history.as_it_was(aged, now, 1)
    assert state_of(then.tree) == earlier_state
    assert then.step.number == 1
    assert then.since.changed == {("risk", ids["r0"])}
    assert then.since.removed == {("risk", ids["r1"])}
    assert {key[0] for key in then.since.added} == {"risk"}


def test_what_is_shown_of_then_cannot_be_written(aged: Session) -> None:
    before = aged.path.read_bytes()
    then = history.as_it_was(aged, aged.tree(register(aged)), 1)
    with closing(history.still(aged, then)) as session:
        assert state_of(session.tree(register(aged))) == state_of(then.tree)
        assert session.changed_at() == then.step.at.replace(microsecond=0)
        with pytest.raises(Exception, match="cannot be written"):
            session.run(risks.add(next(then.tree.entries).entry.id, ["new"]))
    assert aged.path.read_bytes() == before


@pytest.mark.parametrize("day", [datetime.date(1900, 1, 1), datetime.date(1, 1, 1)])
def test_before_it_began_there_is_nothing(aged: Session, day: datetime.date) -> None:
    with pytest.raises(NotFound, match="had not begun"):
        history.step_on(aged, register(aged), day)


@pytest.mark.parametrize("day", [None, datetime.date(2199, 12, 31), datetime.date(9999, 12, 31)])
def test_on_a_day_it_is_as_the_last_step_left_it(aged: Session, day: datetime.date | None) -> None:
    # The day of today is asked for once the step was taken, which may have been just before midnight.
    assert history.step_on(aged, register(aged), day or datetime.date.today()) == 1


def test_the_register_was_not_there_yet(aged: Session) -> None:
    aged.run(registers.duplicate(register(aged)))
    second = aged.registers()[1]
    with pytest.raises(NotFound, match="did not exist at that time"):
        history.as_it_was(aged, aged.tree(second.id), 1)


def test_a_long_chapter_comes_in_parts(small: Session, ids: dict[str, str]) -> None:
    for number in range(5):
        small.run(risks.edit(ids["r0"], note=str(number)))
    newer_part = history.chapter(small, ids["r0"], most=4)
    assert [event.step.number for event in newer_part.events] == [6, 5, 4, 3]
    assert newer_part.before == 3
    older_part = history.chapter(small, ids["r0"], newer_part.before, most=4)
    assert [event.step.number for event in older_part.events] == [2, 1]
    assert older_part.before is None


def test_undone_steps_are_told_as_undone(small: Session, ids: dict[str, str]) -> None:
    small.run(risks.edit(ids["r0"], note="one"))
    small.undo(register(small))
    small.redo(register(small))
    small.run(risks.edit(ids["r0"], note="two"))
    small.undo(register(small))
    events = history.chapter(small, ids["r0"]).events
    undone_steps = [(event.step.number, event.undone_by and event.undone_by.number, event.again) for event in events]
    assert undone_steps == [
        (6, None, False),
        (5, 6, False),
        (4, None, True),
        (3, 4, False),
        (2, None, False),
        (1, None, False),
    ]


def test_a_restored_register_keeps_the_references_it_has_given(small: Session) -> None:
    earlier = record(small, register(small)) | {"title": "Then", "references": 0}
    small.run(history.restore("register", register(small), earlier))
    restored_register: Register = small.tree(register(small)).register
    assert (restored_register.title, restored_register.references) == ("Then", 7)
    assert isinstance(next(small.tree(restored_register.id).risks), Risk)
    assert replace(restored_register, title="") != restored_register


FIVE, THREE = scales.profile("5x5"), scales.profile("eu-action-document-3x3")


def change_scale(session: Session) -> None:
    """Put another scale in force, by which 3 of 3 is what 5 of 5 was."""
    session.run(rescale(register(session), FIVE, THREE, proposed(FIVE, THREE)))


def test_a_scale_is_not_restored_where_risks_would_be_assessed_otherwise(small: Session, ids: dict[str, str]) -> None:
    small.run(risks.edit(ids["r0"], likelihood=5, impact=5))
    earlier = record(small, register(small))
    change_scale(small)
    before = state(small)
    for fields in ({"scale": earlier["scale"]}, earlier):
        with pytest.raises(InputProblem, match="would mean something else"):
            small.run(history.restore("register", register(small), fields))
    assert state(small) == before


def test_a_scale_is_restored_where_nothing_is_assessed_or_only_words_differ(small: Session) -> None:
    earlier = record(small, register(small))
    change_scale(small)
    small.run(history.restore("register", register(small), {"scale": earlier["scale"]}))
    assert small.tree(register(small)).register.scale == FIVE
    small.run(risks.edit(next(small.tree(register(small)).risks).id, likelihood=5))
    small.run(registers.edit(register(small), scale=replace(FIVE, name=Label.same("Mine"), profile="")))
    small.run(history.restore("register", register(small), {"scale": earlier["scale"]}))
    assert small.tree(register(small)).register.scale == FIVE


def test_levels_that_meant_something_else_are_not_brought_back(small: Session, ids: dict[str, str]) -> None:
    small.run(risks.edit(ids["r0"], likelihood=3, impact=2))
    small.run(items.delete([ids["r0"]]))
    change_scale(small)
    item = gone(small)
    scale = history.scales(small, small.tree(register(small)).register).before(item.step.number)
    step = small.run(history.bring_back(item, (), scale))
    assert history.changed_by_return(item, step) == ([], 1)
    assert {record(small, ids["r0"])[name] for name in LEVELS} == {None}


def test_as_it_was_leaves_the_assessment_of_today_where_the_scale_is_another(
    small: Session, ids: dict[str, str]
) -> None:
    small.run(risks.edit(ids["r0"], likelihood=3, impact=2, note="then"))
    earlier = record(small, ids["r0"])
    change_scale(small)
    now = record(small, ids["r0"])
    assert history.as_measured(earlier, now, FIVE, THREE) == now
    assert history.as_measured(earlier, now, FIVE, replace(FIVE, name=Label.same("Mine"))) == earlier
