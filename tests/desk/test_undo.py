"""Every action: undo restores, redo repeats, and both still do after a restart."""

import inspect
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from riskdesk.desk import (
    bullets,
    categories,
    clip,
    entries,
    health,
    items,
    mends,
    mitigations,
    print_sets,
    registers,
    risks,
    saved_views,
    scales,
    siblings,
    together,
    waivers,
)
from riskdesk.desk.action import Action, in_turn
from riskdesk.desk.rescaling import rescale
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.assessing import Pair
from riskdesk.domain.document import to_document
from riskdesk.domain.label import Label
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn
from riskdesk.domain.problems import NotFound, Problem
from riskdesk.domain.remap import proposed
from riskdesk.domain.scale import Assessment, BandColour
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Mitigation, MitigationStatus, Response, Risk, RiskStatus
from riskdesk.store import copying
from riskdesk.store.store import Store
from tests.labels import redo_label, undo_label

State = list[str]


def _entry(tree: RegisterTree, number: int) -> str:
    return list(tree.entries)[number].entry.id


def _risk(tree: RegisterTree, number: int) -> str:
    return list(tree.risks)[number].id


def _mitigation(tree: RegisterTree, number: int) -> str:
    return list(tree.mitigations)[number].id


def _category(tree: RegisterTree, number: int) -> str:
    return tree.categories[number].category.id


FOUR = scales.profile("probability-severity-4x4")
MATRIX = Print(DocumentKind.MATRIX, Paper.A3, Orientation.LANDSCAPE, (PrintColumn.OWNER,), ended=True)
ACTIONS: dict[str, Callable[[RegisterTree], Action]] = {
    "registers.add": lambda _: registers.add(template("coe", Language.FRENCH)),
    "registers.duplicate": lambda tree: registers.duplicate(tree.register.id),
    "registers.edit": lambda tree: registers.edit(tree.register.id, title="Other", date=date(2026, 1, 1)),
    "registers.edit language": lambda tree: registers.edit(tree.register.id, language=Language.FRENCH),
    "registers.edit scale": lambda tree: registers.edit(
        tree.register.id, scale=scales.profile("eu-action-document-3x3")
    ),
    "registers.edit own scale": lambda tree: registers.edit(
        tree.register.id,
        scale=replace(
            tree.register.scale,
            name=Label("Ours", ""),
            tolerance=0,
            bands=tuple(replace(band, colour=BandColour.BLUE) for band in tree.register.scale.bands),
        ),
    ),
    "rescaling.rescale": lambda tree: rescale(
        tree.register.id, tree.register.scale, FOUR, proposed(tree.register.scale, FOUR)
    ),
    "registers.add_word": lambda tree: registers.add_word(tree.register.id, "zorblax"),
    "registers.delete": lambda tree: registers.delete(tree.register.id),
    "categories.add": lambda tree: categories.add(tree.register.id, 1, "New"),
    "categories.edit": lambda tree: categories.edit(_category(tree, 2), "Renamed"),
    "entries.add": lambda tree: entries.add(_category(tree, 0), 1, ["a risk", "another"], ["a mitigation"]),
    "risks.add": lambda tree: risks.add(_entry(tree, 0), ["one", "two"], 1),
    "risks.edit language": lambda tree: risks.edit(_risk(tree, 3), language=Language.FRENCH),
    "risks.edit": lambda tree: risks.edit(_risk(tree, 3), owner="N. Name", response=Response.REDUCE, note="…"),
    "risks.assess_each": lambda tree: risks.assess_each(
        {_risk(tree, 3): Assessment(4, 5), _risk(tree, 5): Assessment(1, None)}
    ),
    "risks.assess_each residual": lambda tree: risks.assess_each({_risk(tree, 3): Assessment(2, 2)}, Pair.RESIDUAL),
    "risks.edit assessment": lambda tree: risks.edit(_risk(tree, 3), likelihood=4, impact=5, residual_impact=2),
    "risks.assess": lambda tree: risks.assess([_risk(tree, 3), _risk(tree, 9)], Pair.RESIDUAL, Assessment(2, None)),
    "mitigations.add": lambda tree: mitigations.add(_entry(tree, 0), ["one", "two"]),
    "mitigations.edit": lambda tree: mitigations.edit(
        _mitigation(tree, 1), status=MitigationStatus.DONE, due_date=date(2027, 2, 3)
    ),
    "bullets.split": lambda tree: bullets.split(_risk(tree, 1), ["one", "two"]),
    "bullets.split a mitigation": lambda tree: bullets.split(_mitigation(tree, 0), ["one", "two", "three"]),
    "bullets.join": lambda tree: bullets.join(_risk(tree, 0), _risk(tree, 1), "both"),
    "bullets.join mitigations": lambda tree: bullets.join(_mitigation(tree, 1), _mitigation(tree, 2), "both"),
    "items.delete": lambda tree: items.delete([_category(tree, 1), _risk(tree, 0), _entry(tree, 0)]),
    "items.duplicate": lambda tree: items.duplicate([_category(tree, 1), _mitigation(tree, 0)]),
    "items.move": lambda tree: items.move([_risk(tree, 0), _risk(tree, 1)], 1),
    "items.move up across": lambda tree: items.move([_entry(tree, 2)], -1),
    "items.place": lambda tree: items.place([_risk(tree, 0), _risk(tree, 9)], _entry(tree, 1), 1),
    "items.place_in_category": lambda tree: items.place_in_category(
        [_risk(tree, 0), _entry(tree, 1)], tree.categories[2].category.id
    ),
    "items.place across": lambda tree: items.place(
        [_risk(tree, 0), _mitigation(tree, 9)], _entry(tree, 1), 0, Mitigation
    ),
    "items.paste": lambda tree: items.paste(clip.copy(tree, [_category(tree, 0), _risk(tree, 20)]), _risk(tree, 8)),
    "items.paste across": lambda tree: items.paste(clip.copy(tree, [_mitigation(tree, 0)]), _risk(tree, 8), Risk),
    "print_sets.keep": lambda tree: print_sets.keep(tree.register.id, "Second", MATRIX),
    "print_sets.keep again": lambda tree: print_sets.keep(tree.register.id, "Board", MATRIX),
    "print_sets.rename": lambda tree: print_sets.rename(tree.print_sets[0].id, "Committee"),
    "print_sets.delete": lambda tree: print_sets.delete(tree.print_sets[0].id),
    "saved_views.keep": lambda tree: saved_views.keep(tree.register.id, "Second", '{"filter": {}}'),
    "saved_views.keep again": lambda tree: saved_views.keep(tree.register.id, "Mine", "{}"),
    "saved_views.rename": lambda tree: saved_views.rename(tree.saved_views[0].id, "Yours"),
    "saved_views.delete": lambda tree: saved_views.delete(tree.saved_views[0].id),
    "waivers.waive": lambda tree: waivers.waive(tree.register.id, "of tomorrow", "Nobody knows"),
    "waivers.waive again": lambda tree: waivers.waive(tree.register.id, "period_reversed", "Other"),
    "waivers.delete": lambda tree: waivers.delete(tree.waivers[0].id),
    "mends.fill": lambda tree: mends.fill(Risk, [_risk(tree, 0), _risk(tree, 1)], "owner", "Anna"),
    "mends.lower_residual": lambda tree: in_turn(
        [
            risks.edit(_risk(tree, 0), likelihood=1, impact=2, residual_likelihood=5, residual_impact=5),
            mends.lower_residual([_risk(tree, 0)]),
        ]
    ),
    "mends.turn_period": lambda tree: mends.turn_period(tree.register.id),
    "together.change": lambda tree: together.change(
        [*list(tree.risks)[:12]], {"owner": "N. Name", "next_review": date(2027, 1, 1), "status": RiskStatus.APPROVED}
    ),
    "together.change to a category": lambda tree: together.change(
        [next(iter(tree.risks)), *list(tree.entries)[4].risks], {"category": _category(tree, 3), "response": None}
    ),
    "together.change of mitigations": lambda tree: together.change(
        [*list(tree.mitigations)[:9]], {"due_date": date(2027, 1, 1), "action_owner": "N. Name"}
    ),
    "action.in_turn": lambda tree: in_turn(
        [categories.edit(_category(tree, 0), "Both"), risks.add(_entry(tree, 0), ["two"])]
    ),
}


def _state(session: Session) -> State:
    """Everything in the store but the count of references given, which outlives an undo."""
    trees = [session.tree(register.id) for register in session.registers()]
    return [to_document(replace(tree, register=replace(tree.register, references=0))) for tree in trees]


@pytest.mark.parametrize("name", ACTIONS)
def test_undo_restores_and_redo_repeats(session: Session, register: str, name: str) -> None:
    before, label = _state(session), undo_label(session, None)
    step = session.run(ACTIONS[name](session.tree(register)))
    assert step is not None
    touched = next(iter(step.registers))
    after = _state(session)
    assert after != before
    assert undo_label(session, touched) == undo_label(session, None) == step.label
    session.undo(touched)
    assert _state(session) == before
    assert (undo_label(session, None), redo_label(session, None)) == (label, step.label)
    session.redo(touched)
    assert _state(session) == after
    session.undo(None)
    assert _state(session) == before


@pytest.mark.parametrize("name", ACTIONS)
def test_an_undo_leaves_what_was_done_in_another_register_since(session: Session, register: str, name: str) -> None:
    other = _add_register(session)
    before = _state(session)
    step = session.run(ACTIONS[name](session.tree(register)))
    assert step is not None
    session.run(registers.edit(other, title="Since"))
    other_tree = session.tree(other)
    if other in step.registers:
        with pytest.raises(Problem, match="“Edit register” came after it; undo that first"):
            session.undo(register)
        assert session.tree(other) == other_tree
        session.undo(other)
    session.undo(next(iter(step.registers - {other})))
    assert session.tree(other).categories == other_tree.categories
    if other not in step.registers:
        assert session.tree(other).register == other_tree.register
        session.undo(other)
    assert _state(session) == before


@pytest.mark.parametrize("name", ACTIONS)
def test_undo_and_redo_reach_back_over_a_restart(session: Session, register: str, name: str) -> None:
    before = _state(session)
    session.run(ACTIONS[name](session.tree(register)))
    after = _state(session)
    session.close()
    with closing(Session.open(session.path, "Somebody else")) as again:
        assert _state(again) == after
        again.undo(None)
        assert _state(again) == before
    with closing(Session.open(session.path, "Somebody else")) as again:
        again.redo(None)
        assert _state(again) == after


@pytest.mark.parametrize(
    "module",
    [
        registers,
        categories,
        entries,
        risks,
        mitigations,
        bullets,
        items,
        mends,
        print_sets,
        saved_views,
        together,
        waivers,
    ],
)
def test_no_action_is_left_out(module: ModuleType) -> None:
    actions = {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_")
        and function.__module__ == module.__name__
        and inspect.signature(function).return_annotation is Action
    }
    assert actions
    assert actions <= {name.partition(" ")[0] for name in ACTIONS}


def test_steps_follow_their_numbers_though_the_clock_was_set_back(session: Session, register: str) -> None:
    for text in ("first", "second"):
        session.run(risks.edit(_risk(session.tree(register), 0), note=text))
    with closing(Store.open(session.path, read_only=True)) as store:
        *before, last = store.steps()
    new = session.path.with_name("clock.riskdesk")
    copying.write(new, [*before, replace(last, at=last.at - timedelta(days=9000))])
    assert health.check(new) == []
    with closing(Session.open(new, "Somebody else")) as turned_back:
        turned_back.undo(None)
        assert next(turned_back.tree(register).risks).note == "first"
        turned_back.run(risks.edit(_risk(turned_back.tree(register), 0), note="third"))
        assert undo_label(turned_back, None) == "Edit risk"
    assert health.check(new) == []


def test_what_changes_nothing_is_no_step(session: Session, register: str) -> None:
    category = session.tree(register).categories[0].category
    assert session.run(categories.edit(category.id, category.title)) is None


def test_a_new_action_ends_what_could_be_redone(session: Session, register: str) -> None:
    session.run(ACTIONS["risks.add"](session.tree(register)))
    session.undo(None)
    session.run(ACTIONS["categories.edit"](session.tree(register)))
    assert redo_label(session, None) is None


def test_a_reference_once_given_is_never_given_again(session: Session, register: str) -> None:
    entry = _entry(session.tree(register), 0)
    session.run(risks.add(entry, ["one"]))
    session.undo(None)
    session.run(risks.add(entry, ["two"]))
    references = [risk.reference for risk in session.tree(register).risks]
    assert "R-32" not in references
    assert "R-33" in references


def test_a_register_is_taken_back_though_it_gave_references_since(session: Session, register: str) -> None:
    session.run(risks.add(_entry(session.tree(register), 0), ["one"]))
    session.undo(None)
    session.undo(None)
    assert session.registers() == []
    session.redo(None)
    session.run(risks.add(_entry(session.tree(register), 0), ["two"]))
    assert "R-33" in [risk.reference for risk in session.tree(register).risks]


def test_blanks_make_no_other_name_of_a_print_set(session: Session, register: str) -> None:
    session.run(print_sets.keep(register, " Board\u00a0", MATRIX))
    (print_set,) = session.tree(register).print_sets
    assert (print_set.name, print_set.how) == ("Board", MATRIX)


def _add_register(session: Session) -> str:
    """The id of a second register."""
    step = session.run(registers.add(template("coe", Language.FRENCH)))
    assert step is not None
    return step.created[0]


@pytest.mark.parametrize("number", [0, 1])
def test_a_deleted_register_comes_back_by_undo_in_the_other(session: Session, register: str, number: int) -> None:
    ids = [register, _add_register(session)]
    before = _state(session)
    session.run(registers.delete(ids.pop(number)))
    (other,) = ids
    assert undo_label(session, other) == "Delete register"
    session.undo(other)
    assert _state(session) == before
    session.redo(other)
    assert [current.id for current in session.registers()] == [other]


def test_an_added_register_is_made_again_from_another_or_from_none(session: Session, register: str) -> None:
    other = _add_register(session)
    after = _state(session)
    for ask in (register, None):
        session.undo(other)
        assert redo_label(session, ask) == "New register"
        session.redo(ask)
        assert _state(session) == after


def test_an_added_register_is_undone_though_others_were_added_since(session: Session, register: str) -> None:
    other, third = _add_register(session), _add_register(session)
    session.undo(other)
    assert [(current.id, current.position) for current in session.registers()] == [(register, 0), (third, 2)]
    session.redo(register)
    assert [(current.id, current.position) for current in session.registers()] == [
        (register, 0),
        (other, 1),
        (third, 2),
    ]
    while session.undoable(None):
        session.undo(None)
    assert session.registers() == []


def test_each_of_two_added_registers_is_undone_whichever_goes_first(session: Session, register: str) -> None:
    other = _add_register(session)
    session.undo(register)
    assert [(current.id, current.position) for current in session.registers()] == [(other, 1)]
    session.undo(other)
    assert session.registers() == []
    session.redo(None)
    session.redo(None)
    assert [(current.id, current.position) for current in session.registers()] == [(register, 0), (other, 1)]


def test_a_step_over_several_registers_is_taken_back_as_a_whole_or_not(session: Session, register: str) -> None:
    other = _add_register(session)
    both = in_turn([registers.edit(register, reference="both"), registers.edit(other, reference="both")])
    step = session.run(both)
    assert step is not None
    assert step.registers == {register, other}
    session.run(registers.edit(other, title="Later & <b>"))
    before = _state(session)
    with pytest.raises(Problem) as caught:
        session.undo(register)
    assert str(caught.value) == (
        "“Edit register” also changed “Later & <b>”, where “Edit register” came after it; undo that first."
    )
    assert caught.value.translated(
        lambda context, text: text.upper() if context == "Action" else text, "en"
    ).startswith("“EDIT")
    assert _state(session) == before
    session.undo(other)
    session.undo(register)
    assert "both" not in {current.reference for current in session.registers()}


def test_a_step_is_redone_only_after_what_was_undone_later(session: Session, register: str) -> None:
    other = _add_register(session)
    session.run(registers.edit(other, title="Earlier"))
    session.run(in_turn([registers.edit(register, reference="both"), registers.edit(other, reference="both")]))
    session.undo(register)
    session.undo(other)
    with pytest.raises(Problem, match="“Edit register” was undone after it; redo that first"):
        session.redo(register)
    session.redo(other)
    session.redo(register)
    assert [current.reference for current in session.registers()] == ["both", "both"]


def test_an_action_in_one_register_ends_the_redo_of_a_step_over_both(session: Session, register: str) -> None:
    other = _add_register(session)
    session.run(in_turn([registers.edit(register, reference="both"), registers.edit(other, reference="both")]))
    session.undo(register)
    session.run(registers.edit(other, title="Since"))
    assert session.redoable(register) is None
    with pytest.raises(NotFound):
        session.redo(register)


def test_a_category_moved_to_another_register_touches_both(session: Session, register: str) -> None:
    other, moved = _add_register(session), session.tree(register).categories[-1].category
    before = _state(session)
    action = Action("Move category", lambda tx: siblings.move(tx, [moved], other, 0))
    step = session.run(action)
    assert step is not None
    assert step.registers == {register, other}
    session.undo(other)
    assert _state(session) == before


def test_undo_does_only_what_is_expected(session: Session, register: str) -> None:
    session.run(risks.edit(_risk(session.tree(register), 0), note="first"))
    first = session.undoable(register)
    assert first is not None
    session.run(risks.edit(_risk(session.tree(register), 0), note="second"))
    with pytest.raises(Problem, match="the last step is now “Edit risk” by A"):
        session.undo(register, first.number)
    session.undo(register, first.number + 1)
    session.undo(register, first.number)
    assert next(session.tree(register).risks).note == ""


def test_a_print_set_of_an_older_journal_comes_back_whole(tmp_path: Path) -> None:
    path = Path(shutil.copy(Path(__file__).parents[1] / "data" / "stores" / "format-2.riskdesk", tmp_path))
    with closing(Session.open(path, "me")) as session:
        register = session.registers()[0].id
        while undo_label(session, register) != "Delete print set":
            session.undo(register)
        session.undo(register)
        assert [print_set.ended for print_set in session.tree(register).print_sets] == [False] * 3
        while session.redoable(register):
            session.redo(register)
    assert health.check(path) == []
