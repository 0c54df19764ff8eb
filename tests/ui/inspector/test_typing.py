"""A text belongs to the item it was typed for: it is stored there, or held for it and said why."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.desk import items, registers, risks
from riskdesk.desk.action import ActionResult
from riskdesk.desk.drafts import Draft
from riskdesk.desk.session import Session
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Response
from riskdesk.kit.dates import write_date
from riskdesk.kit.fields import ChoiceField
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from tests.systems import needs_moves
from tests.ui.conftest import tree_of
from tests.ui.inspector.conftest import (
    choose_register,
    drop,
    field,
    first_risk,
    level,
    note_below,
    text_in,
    type_into,
)
from tests.ui.page_limit import fill_the_disk, make_room

NO_DATE = "31/11/2026"
# A sign that no text of a register can hold.
BELL = "ring\x07"


@pytest.fixture
def clashes(workbench: Workbench) -> list[tuple[Conflict, object]]:
    conflicts: list[tuple[Conflict, object]] = []
    workbench.conflict_found.connect(lambda conflict, action: conflicts.append((conflict, action)))
    return conflicts


def two(workbench: Workbench) -> tuple[str, str]:
    first, second = list(tree_of(workbench).risks)[:2]
    return first.id, second.id


def written(workbench: Workbench) -> list[tuple[str, str, str]]:
    return [(draft.id, draft.field, draft.text) for draft in workbench.typing.drafts()]


def test_a_date_that_is_none_stays_with_its_risk(inspector: Inspector, workbench: Workbench) -> None:
    first, second = two(workbench)
    workbench.run(risks.edit(second, next_review=date(2027, 3, 1)))
    workbench.select([first])
    type_into(field(inspector, "next_review"), NO_DATE)
    workbench.select([second])
    assert text_in(inspector, "next_review") == write_date(date(2027, 3, 1), QLocale())
    assert note_below(inspector, "next_review") == ""
    draft = Draft(register=tree_of(workbench).register.id, kind="risk", text=NO_DATE, id=first, field="next_review")
    assert workbench.typing.drafts() == [draft]
    workbench.select([first])
    assert text_in(inspector, "next_review") == NO_DATE
    assert "This is not a date" in note_below(inspector, "next_review")
    assert field(inspector, "next_review").accessibleDescription() == note_below(inspector, "next_review")
    assert [draft.text for draft in workbench.typing.drafts()] == [NO_DATE]
    field(inspector, "next_review").selectAll()
    type_into(field(inspector, "next_review"), "30/11/2026")
    assert note_below(inspector, "next_review") == ""
    QTest.keyClick(field(inspector, "next_review"), Qt.Key.Key_Return)
    assert [risk.next_review for risk in list(tree_of(workbench).risks)[:2]] == [date(2026, 11, 30), date(2027, 3, 1)]
    assert workbench.typing.drafts() == []
    workbench.select([second])
    workbench.select([first])
    assert text_in(inspector, "next_review") == "30/11/2026"


def test_a_held_text_that_the_user_clears_is_held_no_more(inspector: Inspector, workbench: Workbench) -> None:
    first, second = two(workbench)
    workbench.select([first])
    type_into(field(inspector, "next_review"), NO_DATE)
    workbench.select([second])
    workbench.select([first])
    field(inspector, "next_review").clear()
    workbench.select([second])
    assert workbench.typing.drafts() == []
    assert workbench.typing.text_of(first) == {}
    workbench.select([first])
    assert text_in(inspector, "next_review") == ""


def test_a_command_is_not_run_over_a_date_that_is_none(
    inspector: Inspector, workbench: Workbench, problems: list[Problem]
) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    type_into(field(inspector, "next_review"), NO_DATE)
    result = workbench.run(risks.edit(risk.id, owner="A. Name"))
    assert result == ActionResult(problem=result.problem)
    year = date.today().year
    assert [str(problem) for problem in problems] == [str(result.problem)]
    assert [str(problem) for problem in problems] == [
        f"“{NO_DATE}” is no date (next review of R-01): write it like 31/12/{year}, or clear the field."
    ]
    assert text_in(inspector, "next_review") == NO_DATE


def test_a_held_text_keeps_no_command_from_running(inspector: Inspector, workbench: Workbench) -> None:
    first, second = two(workbench)
    workbench.select([first])
    type_into(field(inspector, "next_review"), NO_DATE)
    workbench.select([second])
    assert inspector.isVisible()
    assert workbench.run(risks.edit(second, owner="A. Name")).step is not None


def test_another_register_shows_none_of_the_text(inspector: Inspector, workbench: Workbench) -> None:
    workbench.run(registers.duplicate(tree_of(workbench).register.id))
    register, copy = (register.id for register in workbench.registers())
    workbench.open_register(register)
    choose_register(workbench)
    field(inspector, "period_end").selectAll()
    type_into(field(inspector, "period_end"), NO_DATE)
    assert workbench.open_register(copy)
    choose_register(workbench)
    assert text_in(inspector, "period_end") == "31/12/2027"
    assert workbench.open_register(register)
    choose_register(workbench)
    assert text_in(inspector, "period_end") == NO_DATE


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("owner", "Dropped", "Dropped"),
        ("note", "Dropped\nhere", "Dropped\nhere"),
        ("next_review", "1er mars 2027", date(2027, 3, 1)),
    ],
)
@pytest.mark.parametrize("next_act", ["another item", "another register", "a command"])
def test_a_text_that_is_dropped_is_stored_where_it_was_dropped(
    inspector: Inspector, workbench: Workbench, name: str, text: str, value: object, next_act: str
) -> None:
    workbench.run(registers.duplicate(tree_of(workbench).register.id))
    register, copy = (register.id for register in workbench.registers())
    workbench.open_register(register)
    first, second = two(workbench)
    workbench.select([first])
    drop(field(inspector, name), text)
    assert not field(inspector, name).hasFocus()
    if next_act == "another item":
        workbench.select([second])
    elif next_act == "a command":
        workbench.run(risks.edit(second, title="Short"))
    else:
        workbench.open_register(copy)
        workbench.select([first_risk(workbench).id])
        assert text_in(inspector, name) == ""
        workbench.open_register(register)
    stored = [getattr(risk, name) for risk in workbench.session.tree(register).risks]
    assert stored.count(value) == 1
    assert stored[0] == value
    assert value not in {getattr(risk, name) for risk in workbench.session.tree(copy).risks}


def test_a_text_that_the_store_refuses_stays_with_the_reason_below(
    inspector: Inspector, workbench: Workbench, problems: list[Problem]
) -> None:
    first, second = two(workbench)
    workbench.select([first])
    field(inspector, "owner").insert(BELL)
    field(inspector, "owner").setFocus()
    QTest.keyClick(field(inspector, "owner"), Qt.Key.Key_Return)
    field(inspector, "trigger").setFocus()
    assert len(problems) == 1, "it is told once, though the focus left it"
    assert text_in(inspector, "owner") == BELL
    assert "U+0007" in note_below(inspector, "owner")
    for _ in range(2):
        workbench.select([second])
        assert text_in(inspector, "owner") == ""
        workbench.select([first])
        assert text_in(inspector, "owner") == BELL
        assert "U+0007" in note_below(inspector, "owner")
    assert len(problems) == 1, "passing by tells nothing again"
    assert workbench.run(risks.edit(first, title="Short")).step is None
    assert len(problems) == 2, "a command that is not run says why"
    field(inspector, "owner").setFocus()
    QTest.keyClick(field(inspector, "owner"), Qt.Key.Key_End)
    QTest.keyClick(field(inspector, "owner"), Qt.Key.Key_Backspace)
    QTest.keyClick(field(inspector, "owner"), Qt.Key.Key_Return)
    assert first_risk(workbench).owner == "ring"
    assert note_below(inspector, "owner") == ""
    assert written(workbench) == []


def test_a_text_is_held_while_the_disk_is_full_and_stored_when_there_is_room(
    inspector: Inspector, workbench: Workbench, session: Session
) -> None:
    first, second = two(workbench)
    long = "very long " * 3000
    workbench.select([first])
    fill_the_disk(session)
    drop(field(inspector, "note"), long)
    workbench.select([second])
    assert text_in(inspector, "note") == ""
    assert written(workbench) == [(first, "note", long)]
    workbench.select([first])
    assert text_in(inspector, "note") == long
    assert "full" in note_below(inspector, "note")
    make_room(session)
    workbench.select([second])
    assert first_risk(workbench).note == long
    assert written(workbench) == []
    workbench.select([first])
    assert text_in(inspector, "note") == long
    assert note_below(inspector, "note") == ""


@pytest.fixture
def led(workbench: Workbench) -> list[str]:
    """What each step selects, as in a view that shows it before the inspector does and tells what is selected there."""
    ids: list[str] = []
    workbench.stepped.connect(lambda _step: workbench.select(ids))
    return ids


def test_texts_stay_with_their_register_where_storing_one_of_them_shows_another_item(
    led: list[str], inspector: Inspector, workbench: Workbench
) -> None:
    first, second = two(workbench)
    choose_register(workbench)
    for name, text in (("date", "w1x"), ("heading", "w2x"), ("period_start", "w3x"), ("period_end", "w4x")):
        drop(field(inspector, name), text)
    led[:] = [first]
    workbench.select([second])
    assert "w2x" in tree_of(workbench).register.heading
    left = {draft.field: draft.text for draft in workbench.typing.drafts()}
    assert sorted(text[:3] for text in left.values()) == ["w1x", "w3x", "w4x"]
    choose_register(workbench)
    assert {name: text_in(inspector, name) for name in ("date", "period_start", "period_end")} == left


@needs_moves
def test_levels_and_choices_that_are_refused_show_the_stored_value(
    inspector: Inspector, workbench: Workbench, session: Session, problems: list[Problem]
) -> None:
    risk = first_risk(workbench)
    workbench.run(risks.edit(risk.id, likelihood=2, response=Response.ACCEPT))
    workbench.select([risk.id])
    session.path.unlink()
    QTest.mouseClick(level(inspector, "likelihood", 4), Qt.MouseButton.LeftButton)
    assert [level(inspector, "likelihood", number).isChecked() for number in (2, 4)] == [True, False]
    response = field(inspector, "response")
    assert isinstance(response, ChoiceField)
    response.setCurrentIndex(1)
    response.activated.emit(1)
    assert response.currentText() == "Accept"
    assert len(problems) == 2


def test_what_another_program_writes_is_asked_about_and_not_overwritten(
    inspector: Inspector, workbench: Workbench, other: Session, clashes: list[tuple[Conflict, object]]
) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    type_into(field(inspector, "owner"), "Mine")
    other.run(risks.edit(risk.id, owner="Theirs", trigger="An event"))
    workbench.read_changes_of_others()
    assert (text_in(inspector, "owner"), text_in(inspector, "trigger")) == ("Mine", "An event")
    assert not workbench.typing.commit()
    ((conflict, action),) = clashes
    (clash,) = conflict.clashes
    assert (clash.kind, clash.id, clash.field, clash.theirs, clash.mine) == ("risk", risk.id, "owner", "Theirs", "Mine")
    assert "Marat" in str(conflict)
    assert first_risk(workbench).owner == "Theirs"
    assert text_in(inspector, "owner") == "Theirs"
    # A crash below the question loses nothing.
    assert written(workbench) == [(risk.id, "owner", "Mine")]
    workbench.run(action)
    assert text_in(inspector, "owner") == "Mine"


def test_what_another_program_has_just_written_is_asked_about_once(
    inspector: Inspector, workbench: Workbench, other: Session, clashes: list[tuple[Conflict, object]]
) -> None:
    first, second = two(workbench)
    workbench.select([first])
    type_into(field(inspector, "owner"), "Mine")
    other.run(risks.edit(first, owner="Theirs"))
    workbench.select([second])
    workbench.select([first])
    assert [clash.mine for conflict, _ in clashes for clash in conflict.clashes] == ["Mine"]
    assert text_in(inspector, "owner") == "Theirs"
    assert written(workbench) == [(first, "owner", "Mine")]


def test_a_choice_under_way_gives_way_to_what_another_program_chose(
    inspector: Inspector, workbench: Workbench, other: Session
) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    field(inspector, "response").setFocus()
    QTest.keyClick(field(inspector, "response"), Qt.Key.Key_Down)
    other.run(risks.edit(risk.id, response=Response.ACCEPT))
    workbench.read_changes_of_others()
    assert text_of_choice(inspector) == "Accept"
    assert workbench.typing.commit()
    assert first_risk(workbench).response is Response.ACCEPT


def text_of_choice(inspector: Inspector) -> str:
    choice = field(inspector, "response")
    assert isinstance(choice, ChoiceField)
    return choice.currentText()


def test_a_text_that_the_sheet_holds_is_shown_at_once_and_stored(inspector: Inspector, workbench: Workbench) -> None:
    category = tree_of(workbench).categories[0].category
    workbench.select([category.id])
    draft = Draft(register=category.register, kind="category", text="Typed", id=category.id, field="title")
    workbench.typing.hold(draft)
    assert text_in(inspector, "title") == "Typed"
    assert "Not saved yet" in note_below(inspector, "title")
    assert workbench.typing.commit()
    assert tree_of(workbench).categories[0].category.title == "Typed"
    assert workbench.typing.text_of(category.id) == {}
    workbench.select([])
    assert tree_of(workbench).categories[0].category.title == "Typed"
    assert workbench.typing.text_of(category.id) == {}


def test_neither_of_two_texts_for_a_field_takes_the_place_of_the_other(
    inspector: Inspector, workbench: Workbench, session: Session
) -> None:
    category = tree_of(workbench).categories[0].category
    returned: list[Draft] = []
    workbench.typing.offered.connect(returned.append)
    workbench.select([category.id])
    fill_the_disk(session)
    mine = "Mine " * 3_000
    field(inspector, "title").setText(mine)
    other_draft = Draft(register=category.register, kind="category", text="Of the sheet", id=category.id, field="title")
    workbench.typing.hold(other_draft)
    assert text_in(inspector, "title") == mine
    assert [draft.text for draft in workbench.typing.drafts()] == [mine, "Of the sheet"]
    workbench.select([])
    assert returned == [other_draft]
    assert [draft.text for draft in workbench.typing.drafts()] == [mine]


def test_a_held_text_is_what_the_user_makes_of_it(inspector: Inspector, workbench: Workbench) -> None:
    first, second = two(workbench)
    returned: list[Draft] = []
    workbench.typing.offered.connect(returned.append)
    workbench.select([first])
    type_into(field(inspector, "next_review"), "31")
    workbench.select([second])
    workbench.select([first])
    field(inspector, "next_review").end(False)
    type_into(field(inspector, "next_review"), "/11/2026")
    assert written(workbench) == [(first, "next_review", NO_DATE)]
    workbench.select([second])
    assert written(workbench) == [(first, "next_review", NO_DATE)]
    assert returned == []


def test_what_another_program_writes_while_a_text_is_held_is_asked_about(
    inspector: Inspector, workbench: Workbench, other: Session, clashes: list[tuple[Conflict, object]]
) -> None:
    first, second = two(workbench)
    workbench.select([first])
    type_into(field(inspector, "next_review"), NO_DATE)
    workbench.select([second])
    other.run(risks.edit(first, next_review=date(2027, 1, 1)))
    workbench.read_changes_of_others()
    workbench.select([first])
    assert text_in(inspector, "next_review") == NO_DATE
    field(inspector, "next_review").selectAll()
    type_into(field(inspector, "next_review"), "30/11/2026")
    workbench.select([second])
    ((conflict, _),) = clashes
    assert [(clash.theirs, clash.mine) for clash in conflict.clashes] == [("2027-01-01", "2026-11-30")]
    assert first_risk(workbench).next_review == date(2027, 1, 1)


@pytest.mark.parametrize("is_shown", [True, False])
def test_a_text_whose_item_is_gone_is_given_back(
    inspector: Inspector, workbench: Workbench, other: Session, *, is_shown: bool
) -> None:
    first, second = two(workbench)
    returned: list[Draft] = []
    workbench.typing.offered.connect(returned.append)
    workbench.select([first])
    type_into(field(inspector, "next_review"), NO_DATE)
    if not is_shown:
        workbench.select([second])
    other.run(items.delete([first]))
    workbench.read_changes_of_others()
    assert [(draft.id, draft.field, draft.text) for draft in returned] == [(first, "next_review", NO_DATE)]
    assert written(workbench) == []
    workbench.select([second])
    assert text_in(inspector, "next_review") == ""


def test_another_file_shows_none_of_the_text(inspector: Inspector, workbench: Workbench, tmp_path: Path) -> None:
    register = tree_of(workbench)
    workbench.select([first_risk(workbench).id])
    type_into(field(inspector, "next_review"), NO_DATE)
    other_session = Session.create(tmp_path / "another.riskdesk", "A. Tester")
    other_session.run(registers.add(register))
    workbench.change_session(other_session)
    workbench.select([first_risk(workbench).id])
    assert text_in(inspector, "next_review") == ""
    assert written(workbench) == []


def test_nothing_that_was_only_shown_is_written(inspector: Inspector, workbench: Workbench) -> None:
    """Not even where a widget keeps less of a text than it was given."""
    first, second = two(workbench)
    texts = {"note": "Annexe\u00a0II\u202f: «\u00a0a\u00a0»", "owner": "x" * 40_000 + "\nand\u00a0y"}
    workbench.run(risks.edit(first, **texts))
    steps = workbench.session._store.steps()
    for risk in (first, second, first):
        workbench.select([risk])
        assert workbench.typing.commit()
    assert workbench.session._store.steps() == steps
    type_into(field(inspector, "note"), "!")
    workbench.select([second])
    assert first_risk(workbench).note == "!" + texts["note"]


def test_typing_lands_in_no_field_that_was_not_given_the_focus(
    inspector: Inspector, workbench: Workbench, qtbot: QtBot
) -> None:
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)
    workbench.select([first_risk(workbench).id])
    field(inspector, "owner").setFocus()
    for ids in ([], [tree_of(workbench).register.id], [tree_of(workbench).categories[0].category.id]):
        workbench.select(ids)
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, "typed")
        assert workbench.typing.drafts() == []
