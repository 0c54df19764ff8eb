"""The open line, while it is stored and while others change the register."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from riskdesk.desk import categories, items, print_sets, registers, risks
from riskdesk.desk.drafts import Draft
from riskdesk.desk.templates import template
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Language
from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.ui.conftest import Opened, inspector_field, sheet
from tests.ui.views.sheet.conftest import User


def put_caret(user: User, anchor: int, place: int) -> None:
    cursor = user.sheet.writing.editor.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    user.sheet.writing.editor.setTextCursor(cursor)


def caret(user: User) -> tuple[int, int]:
    cursor = user.sheet.writing.editor.textCursor()
    return cursor.anchor(), cursor.position()


def test_storing_leaves_the_line_open_with_caret_selection_and_scroll(user: User) -> None:
    last = list(user.tree.risks)[-1]
    user.edit(last.id)
    user.type(" more")
    put_caret(user, 3, 7)
    before = user.sheet.verticalScrollBar().value(), user.sheet._parts.scrolling.rect_of(user.row(last.id))
    assert user.workbench.commit()
    assert list(user.tree.risks)[-1].description == last.description + " more"
    assert user.writes == last.description + " more"
    assert caret(user) == (3, 7)
    assert (user.sheet.verticalScrollBar().value(), user.sheet._parts.scrolling.rect_of(user.row(last.id))) == before
    assert user.sheet.writing.editor.hasFocus()
    assert not user.workbench.typing.drafts()


def test_a_new_line_becomes_that_of_its_item_and_stays_open(user: User) -> None:
    before = user.risks(0)
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    user.type("New")
    assert user.workbench.commit()
    assert user.risks(0) == [before[0], "New", *before[1:]]
    assert (user.writes, user.sheet.writing.pending) == ("New", None)
    assert user.sheet.selected_ids() == user.workbench.selection == (user.entry(0).risks[1].id,)
    user.type(" and more")
    assert user.workbench.commit()
    assert user.risks(0) == [before[0], "New and more", *before[1:]]


def test_the_first_bullet_of_a_new_entry_stays_open_too(user: User) -> None:
    user.edit(user.entry(0).risks[0].id)
    user.do("add_entry")
    user.type("A risk")
    assert user.workbench.commit()
    assert user.writes == "A risk"
    user.press(Qt.Key.Key_Tab)
    assert user.writes_in is LineKind.MITIGATION
    user.type("A mitigation")
    user.press(Qt.Key.Key_Escape)
    assert (user.risks(1), user.mitigations(1)) == (["A risk"], ["A mitigation"])


def test_an_empty_new_line_stays_as_it_is_and_nothing_is_stored(user: User) -> None:
    before, label = user.risks(0), user.last_done
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    assert user.workbench.commit()
    assert user.sheet.writing.pending is not None
    assert (user.risks(0), user.last_done) == (before, label)


def test_a_step_that_touches_something_else_leaves_the_line_alone(user: User) -> None:
    risk, other = user.entry(0).risks[0], user.entry(1).risks[0]
    actions = [
        print_sets.keep(user.tree.register.id, "Ours", Print()),
        risks.edit(other.id, note="noted"),
        risks.edit(risk.id, note="noted as well"),
        registers.add(template("blank", Language.ENGLISH)),
    ]
    user.edit(risk.id)
    user.type("abc")
    put_caret(user, 2, 5)
    for action in actions[:3]:
        assert user.workbench.run(action).step is not None
        assert user.writes == risk.description + "abc"
        assert caret(user) == (2, 5)
        assert not user.sheet.writing.editor.document().isUndoAvailable(), "undo takes the step back"
        assert user.sheet.selected_ids() == (risk.id,)
    user.workbench.run(actions[3])
    assert user.writes is None


def test_the_line_is_open_wherever_it_has_moved_to(user: User) -> None:
    deleted, remaining = user.tree.categories[0], user.tree.categories[1]
    risk = remaining.entries[0].risks[0]
    user.edit(risk.id)
    user.type(" typed")
    user.workbench.run(categories.add(user.tree.register.id, 0, "Above"))
    user.workbench.run(items.delete([deleted.category.id]))
    assert user.writes == risk.description + " typed"
    assert user.sheet.writing.row == user.row(risk.id)
    assert user.sheet.writing.editor.geometry() == user.sheet._parts.scrolling.rect_of(user.row(risk.id))
    user.type("!")
    user.press(Qt.Key.Key_Escape)
    assert user.tree.categories[1].entries[0].risks[0].description == risk.description + " typed!"


@pytest.mark.parametrize("deleted_places", [[0], [1], [0, 1]])
def test_a_new_line_stays_below_what_it_stood_below(user: User, deleted_places: list[int]) -> None:
    bullets = user.entry(0).risks
    user.edit(bullets[1].id)
    user.press(Qt.Key.Key_Return)
    user.workbench.run(items.delete([bullets[place].id for place in deleted_places]))
    assert user.writes == ""
    user.type("New")
    user.press(Qt.Key.Key_Escape)
    rest = [risk.description for place, risk in enumerate(bullets) if place not in deleted_places]
    above = 2 - len(deleted_places)
    assert user.risks(0) == [*rest[:above], "New", *rest[above:]]


def test_another_register_opens_once_the_text_is_stored(user: User) -> None:
    first, before = user.tree.register.id, user.risks(0)
    user.workbench.run(registers.add(template("blank", Language.ENGLISH)))
    second = user.workbench.register_id
    user.workbench.open_register(first)
    user.edit(user.entry(0).risks[0].id)
    user.type("!")
    assert user.workbench.open_register(second)
    assert user.writes is None
    user.workbench.open_register(first)
    assert user.risks(0) == [before[0] + "!", *before[1:]]


def test_a_text_that_cannot_be_stored_keeps_its_register_open(user: User, problems: list[Problem]) -> None:
    first = user.tree.register.id
    user.workbench.run(registers.add(template("blank", Language.ENGLISH)))
    second = user.workbench.register_id
    user.workbench.open_register(first)
    user.edit(user.entry(0).risks[0].id)
    user.sheet.writing.editor.setPlainText("bell \x07")
    assert not user.workbench.open_register(second)
    assert (user.workbench.register_id, user.writes) == (first, "bell \x07")
    assert [draft.text for draft in user.workbench.typing.drafts()] == ["bell \x07"]


def test_an_undo_of_the_open_text_shows_it_in_the_open_line(user: User) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.type("!")
    user.workbench.undo()
    assert (user.risks(0)[0], user.writes) == (risk.description, risk.description)
    user.workbench.redo()
    assert user.writes == risk.description + "!"


def test_an_undo_of_something_else_leaves_the_open_line_selected(user: User) -> None:
    risk, other = user.entry(0).risks[0], user.entry(1).risks[0]
    user.workbench.run(risks.edit(other.id, description="Changed"))
    user.edit(risk.id)
    user.workbench.undo()
    assert user.risks(1)[0] == other.description
    assert user.writes == risk.description
    assert user.sheet.selected_ids() == (risk.id,)


def test_lines_that_are_pasted_are_no_draft_once_they_are_stored(user: User) -> None:
    drafts: list[list[Draft]] = []
    user.workbench.stepped.connect(lambda _: drafts.append(user.workbench.typing.drafts()))
    QGuiApplication.clipboard().setText("one\ntwo")
    user.edit(user.entry(0).risks[0].id)
    user.type("typed ")
    user.sheet.writing.editor.paste()
    assert (user.writes, drafts) == ("two", [[]])


def test_lines_that_cannot_be_stored_leave_what_was_typed(user: User, problems: list[Problem]) -> None:
    before = user.risks(0)
    QGuiApplication.clipboard().setText("one\ntwo")
    user.edit(user.entry(0).risks[0].id)
    user.sheet.writing.editor.setPlainText("bell \x07")
    user.sheet.writing.editor.paste()
    assert (user.writes, user.risks(0), len(problems)) == ("bell \x07", before, 1)
    assert [draft.text for draft in user.workbench.typing.drafts()] == ["bell \x07"]


def test_a_click_into_the_inspector_stores_and_closes_the_line(open_window: Opened, qtbot: QtBot) -> None:
    window = open_window()
    view, tree = sheet(window), sheet(window).workbench.tree()
    assert tree is not None
    risk = next(tree.risks)
    view.choose(view.lines.content.rows[risk.id])
    view.setFocus()
    qtbot.keyClicks(view, "x")
    field = inspector_field(window, "note")
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    assert view.writing.row is None
    after = view.workbench.tree()
    assert after is not None
    assert next(after.risks).description == risk.description + "x"


def test_a_field_of_the_inspector_leaves_the_line_that_was_open_selected(open_window: Opened, qtbot: QtBot) -> None:
    window = open_window()
    view, tree = sheet(window), sheet(window).workbench.tree()
    assert tree is not None
    risk = next(tree.risks)
    view.choose(view.lines.content.rows[risk.id])
    view.setFocus()
    qtbot.keyClicks(view, "x")
    view.workbench.run(risks.edit(risk.id, note="From elsewhere"))
    assert view.writing.editor.hasFocus()
    assert view.writing.editor.toPlainText() == risk.description + "x"
    assert inspector_field(window, "note").toPlainText() == "From elsewhere"


def test_lines_are_never_pushed_aside(user: User) -> None:
    first = next(user.tree.risks)
    for width in range(300, 800, 120):
        user.sheet.resize(width, 600)
        user.edit(first.id)
        editor = user.sheet.writing.editor
        for words in ("reforms", "W" * 60, "and then what", " " * 30):
            user.type(f" {words}")
            assert editor.horizontalScrollBar().value() == 0
        user.press(Qt.Key.Key_Escape)


def test_a_sweep_below_the_open_line_leaves_its_first_line_in_sight(user: User) -> None:
    user.edit(next(user.tree.risks).id)
    bar = user.sheet.writing.editor.verticalScrollBar()
    assert bar.maximum() > 0
    # As Qt does while the pointer is below the field.
    bar.triggerAction(bar.SliderAction.SliderSingleStepAdd)
    assert bar.value() == 0


def test_alt_with_a_letter_that_chooses_nothing_writes_nothing_in_the_line(user: User) -> None:
    first = user.entry(0).risks[0]
    user.edit(first.id)
    user.press(Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    assert user.writes == first.description
    user.type("q")
    assert user.writes == first.description + "q"


@pytest.mark.parametrize("command", ["zoom_in", "zoom_out", "zoom_reset"])
def test_the_open_line_is_zoomed_with_the_sheet(user: User, command: str) -> None:
    user.sheet.zoom = 1.5
    user.edit(user.entry(0).risks[0].id)
    user.type(" and more")
    user.do(command)
    editor, row = user.sheet.writing.editor, user.sheet.writing.row
    assert row is not None
    assert editor.font() == user.sheet.layout_of_lines.setter(row).font


def test_beside_a_new_line_the_register_is_no_longer_selected(user: User) -> None:
    """What was chosen for the register then would go to whatever the new line becomes."""
    user.sheet.choose(0)
    assert user.workbench.selection == (user.tree.register.id,)
    user.do("add_category")
    assert user.workbench.selection == ()
