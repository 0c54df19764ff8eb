"""The journal is read a little at a time, by its index, and is told of in a sentence where it is senseless."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import items, registers, risks
from riskdesk.desk.action import in_turn
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.growing import grow
from riskdesk.domain.history import StepCriteria, every_event
from riskdesk.domain.problems import FileProblem, FileReplaced
from riskdesk.domain.progress import Cancelled
from riskdesk.domain.records import to_record
from riskdesk.domain.replay import state_of
from riskdesk.domain.step import LATEST, Change, NoStep
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Risk
from riskdesk.store import journal
from riskdesk.store.connection import connect
from riskdesk.store.history import History, _around
from riskdesk.store.rewinding import tree_after
from tests.checkpoints import Shares
from tests.systems import needs_moves


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A register of five steps: it comes, a risk is edited twice, undone, and another risk edited."""
    with closing(Session.create(tmp_path / "a.riskdesk", "Anna")) as new_session:
        new_session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        first, second = list(tree(new_session).risks)[:2]
        new_session.run(risks.edit(first.id, owner="Élise"))
        new_session.run(risks.edit(first.id, note="A note"))
        new_session.undo(register(new_session))
        new_session.who = "Marat"
        new_session.run(risks.edit(second.id, owner="Marat"))
        yield new_session


def register(session: Session) -> str:
    return session.registers()[0].id


def tree(session: Session) -> RegisterTree:
    return session.tree(register(session))


def first_risk(session: Session) -> str:
    return next(tree(session).risks).id


def numbers(session: Session, **criteria: str) -> list[int]:
    steps, _ = session.history.of_register(register(session), criteria=StepCriteria(**criteria))
    return [step.number for step in steps]


def test_the_steps_of_an_item_newest_first(session: Session) -> None:
    steps = session.history.of_item(first_risk(session))
    assert [step.number for step in steps] == [4, 3, 2, 1]
    assert [step.number for step in session.history.of_item(first_risk(session), 4, 2)] == [3, 2]
    assert session.history.of_item("nothing") == []


def test_the_history_of_an_item_has_its_changes_alone_of_a_long_step(session: Session) -> None:
    blank = template("kazakhstan-2024-2027", Language.ENGLISH)
    values = [
        replace(value, note='“["risk",” ' * 10_000) if isinstance(value, Risk) else value for value in blank.values
    ]
    step = session.run(registers.add(grow(values)))
    assert step is not None
    risk = next(change for change in step.changes if change.kind == "risk")
    (item_step,) = session.history.of_item(risk.id)
    assert item_step.changes == (risk,)
    assert (item_step.number, item_step.label, item_step.who) == (step.number, step.label, step.who)


def test_of_a_long_step_the_first_items_alone_with_all_their_changes(session: Session) -> None:
    note = f'“["risk","{first_risk(session)}",” ' * 100
    ids = [risk.id for risk in tree(session).risks]
    twice = [risks.edit(risk, note=note) for risk in ids] + [risks.edit(risk, owner="Zoe") for risk in ids]
    whole = session.run(in_turn(twice))
    assert whole is not None
    begun, count = session.history.begun(whole.number, 3)
    assert count == len(ids)
    assert begun.changes == tuple(change for change in whole.changes if change.id in ids[:3])
    assert session.history.begun(whole.number, count)[0].changes == whole.changes


def test_of_a_long_deletion_what_was_around_all_else_is_read_first(session: Session) -> None:
    (first, *_) = tree(session).categories
    entry = first.entries[0].entry.id
    session.run(risks.add(entry, ["New"] * 1_500))
    whole = session.run(items.delete([first.category.id]))
    assert whole is not None
    begun, count = session.history.begun(whole.number, 4)
    assert count == len(whole.changes)
    kinds = [event.change.kind for event in every_event(begun)]
    assert kinds == ["category", "entry", "entry", "risk"]
    assert [event.change.kind for event in every_event(whole)][:4] == kinds


def test_a_long_step_that_only_moved_items_is_read_as_a_whole(session: Session) -> None:
    entry = next(tree(session).entries).entry.id
    new = session.run(risks.add(entry, ["New"] * 1_500))
    assert new is not None
    whole = session.run(items.place(new.created[100:], entry, 0))
    assert whole is not None
    assert len(whole.changes) == 1_400
    begun, count = session.history.begun(whole.number, 3)
    assert (begun.changes, count) == (whole.changes, len(whole.changes))
    (newest_step, *_) = session.history.of_item(new.created[-1])
    assert newest_step.changes == tuple(change for change in whole.changes if change.id == new.created[-1])


@pytest.mark.parametrize("way", ["added", "moved", "undone"])
def test_what_only_made_room_for_a_long_step_is_left_out(session: Session, way: str) -> None:
    entry = next(tree(session).entries)
    for _ in range(39):
        session.run(risks.add(entry.entry.id, ["New"], 1))
    coming = risks.add(entry.entry.id, ["New"] * 1_500)
    if way == "added":
        step = session.run(risks.add(entry.entry.id, ["New"] * 1_500, 1))
    else:
        new = session.run(coming)
        assert new is not None
        step = session.run(items.place(new.created, entry.entry.id, 1))
    if way == "undone":
        step = session.undo(register(session))
    assert step is not None
    before = entry.risks[0].id
    made_room = [change.id for change in step.changes if set(change.after or ()) == {"position"}]
    assert made_room == [before]
    begun, count = session.history.begun(step.number, 3)
    assert count == 1_500 + (way == "added")
    assert not {change.id for change in begun.changes} & set(made_room)
    assert step.number not in [item_step.number for item_step in session.history.of_item(before)]


def test_steps_that_tell_of_something(session: Session) -> None:
    steps = session.history.of_item(first_risk(session), telling=('"note":',))
    assert [step.number for step in steps] == [4, 3, 1]


def test_what_went_and_came_tells_of_what_is_empty(session: Session) -> None:
    risk, whole = first_risk(session), to_record(next(tree(session).risks))
    session.run(items.delete([risk]))
    session.undo(register(session))
    steps = session.history.of_item(risk, telling=('"note":',))
    assert [step.number for step in steps] == [7, 6, 4, 3, 1]
    assert [next(change for change in step.changes if change.id == risk) for step in steps[:2]] == [
        Change("risk", risk, None, whole),
        Change("risk", risk, whole, None),
    ]


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ({}, [5, 4, 3, 2, 1]),
        ({"who": "Marat"}, [5]),
        ({"who": "Nobody"}, []),
        ({"kind": "risk", "field": "owner"}, [5, 2]),
        ({"kind": "risk", "field": "note"}, [4, 3]),
        ({"kind": "category"}, [1]),
        ({"text": "elise"}, [2]),
        ({"text": "A NOTE"}, [4, 3]),
        ({"text": "note"}, [4, 3]),
        ({"who": "Marat", "text": "elise"}, []),
        ({"text": "100%"}, []),
        ({"text": '","'}, []),
    ],
)
def test_the_steps_of_a_register_by_who_and_what(
    session: Session, criteria: dict[str, str], expected: list[int]
) -> None:
    assert numbers(session, **criteria) == expected


def test_steps_come_in_pages(session: Session) -> None:
    pages, before = [], LATEST
    while before is not None:
        steps, before = session.history.of_register(register(session), before, 2)
        pages.append([step.number for step in steps])
    assert pages == [[5, 4], [3, 2], [1]]


def test_undone_is_what_stands_undone(session: Session) -> None:
    history, step_numbers = session.history, range(1, 20)
    assert {number: step.number for number, step in history.undone(step_numbers).items()} == {3: 4}
    session.undo(register(session))
    session.redo(register(session))
    session.undo(register(session))
    # 5 is undone by 6, which 7 took back, which 8 took back: so 6 stands.
    assert {number: step.number for number, step in history.undone(step_numbers).items()} == {3: 4, 5: 8, 7: 8}
    assert [history.redoes(number) for number in (6, 7, 8)] == [False, True, False]


def test_the_history_names_those_who_took_steps(session: Session) -> None:
    for session.who in ("zoe", "Élise"):
        session.run(risks.edit(first_risk(session), note=session.who))
    assert session.history.people(register(session)) == ["Anna", "Élise", "Marat", "zoe"]


def test_deleted_items_are_listed_by_the_step_that_deleted_them(session: Session) -> None:
    category, risk = tree(session).categories[1], first_risk(session)
    session.run(items.delete([risk]))
    session.run(items.delete([category.category.id]))
    (last, inside), (previous, alone) = session.history.deleted_items(register(session))
    assert (last, previous) == (7, 6)
    assert set(inside) == {item.id for item in category.values}
    assert alone == [risk]
    (gone,) = session.history.gone_in(last, inside)
    assert gone.top.id == category.category.id
    assert {change.id for change in gone.changes} == set(inside)
    places = {change.id: place for place, change in enumerate(gone.changes)}
    assert all(
        places[entry.entry.id] < places[entry_risk.id] for entry in category.entries for entry_risk in entry.risks
    )
    assert session.history.gone_in(last, [risk]) == []


def test_a_register_as_it_was_backwards_and_forwards_is_the_same(session: Session) -> None:
    """Later steps take long: then it is made from the beginning."""
    after = {}
    for _ in range(5):
        after[newest(session)] = state_of(tree(session))
        session.run(items.delete([list(tree(session).risks)[3].id]))
        after[newest(session)] = state_of(tree(session))
        session.run(items.move([tree(session).categories[0].category.id], 1))
    for number, state in after.items():
        past_tree = tree_after(session.history, register(session), number)
        assert past_tree is not None
        assert state_of(past_tree) == state
    assert min(after) * 2 < newest(session) < max(after) * 2


def test_looking_back_tells_how_far_it_is_and_can_be_cancelled(session: Session) -> None:
    shares = Shares()
    tree_after(session.history, register(session), 2, shares)
    assert shares == [0, 1]
    with pytest.raises(Cancelled):
        tree_after(session.history, register(session), 2, Shares(1))


def newest(session: Session) -> int:
    return session.history.of_register(register(session))[0][0].number


def test_a_past_register_holds_what_came_from_another_and_what_went_there(session: Session) -> None:
    session.run(registers.duplicate(register(session)))
    here, there = (session.tree(title.id) for title in session.registers())
    states = {newest(session): state_of(here)}
    moved = here.categories[0].category
    session.run(items.place([moved.id], there.register.id, 0))
    session.run(items.delete([next(risk for risk in session.tree(there.register.id).risks).id]))
    for number, state in states.items():
        past_tree = tree_after(session.history, register(session), number)
        assert past_tree is not None
        assert state_of(past_tree) == state


def test_another_thread_has_a_connection_of_its_own(session: Session) -> None:
    with session.history.apart() as apart:
        assert apart.step(2) == session.history.step(2)
        # Nobody waits for it.
        session.run(risks.edit(first_risk(session), note="meanwhile"))
        assert apart.step(6).label == "Edit risk"


@needs_moves
def test_another_file_in_its_place_is_no_history_of_it(session: Session, tmp_path: Path) -> None:
    with closing(Session.create(tmp_path / "b.riskdesk", "me")) as other:
        other.run(registers.add(template("blank", Language.ENGLISH)))
    (tmp_path / "b.riskdesk").replace(session.path)
    with pytest.raises(FileReplaced), session.history.apart():
        pass


@pytest.mark.parametrize(
    ("column", "senseless"),
    [
        ("at", "yesterday"),
        ("at", "99999-01-01T00:00:00.000+00:00"),
        ("changes", "[[]]"),
        ("changes", "nothing"),
        ("changes", json.dumps([["risk", "{risk}", {"owner": 5}, {"owner": "x"}]])),
        ("undoes", 99),
    ],
)
def test_a_step_that_nobody_took_is_told_in_a_sentence(session: Session, column: str, senseless: object) -> None:
    risk, path = first_risk(session), session.path
    session.close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"UPDATE step SET {column} = ? WHERE number = 3", (senseless,))
        raw.commit()
    with closing(connect(path, read_only=True)) as raw:
        history = History(path, raw, lambda: journal.mark(raw), lambda: None)
        with pytest.raises(NoStep):
            history.of_item(risk)


def test_around_a_register_is_what_was_changed_with_it_and_nothing_else() -> None:
    touched = [{"a", "b"}, {"c", "b"}, {"d", "e"}, {"f"}]
    assert _around("a", touched) == {"a", "b", "c"}
    assert _around("f", touched) == {"f"}
    assert _around("g", touched) == {"g"}


@needs_moves
def test_the_history_of_a_file_that_is_gone_is_not_read_apart(session: Session) -> None:
    session.path.unlink()
    with pytest.raises(FileProblem), session.history.apart():
        raise AssertionError("there is none")
