"""Keys on the sheet: what Backspace, Del, undo and input methods do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from riskdesk.desk.edits import edit
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk
from riskdesk.kit.fields import LineField
from riskdesk.ui.pages.page import Page
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.sheet import Sheet
from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.ui.conftest import Opened, read_only, sheet
from tests.ui.keys import hold
from tests.ui.views.sheet.composing import compose
from tests.ui.views.sheet.conftest import User

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
REDO = pytest.mark.parametrize("redo", [(Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)])


@pytest.mark.parametrize(
    "kind",
    [LineKind.RISK, LineKind.MITIGATION, LineKind.ENTRY, LineKind.CATEGORY, LineKind.TITLE, LineKind.ADD_CATEGORY],
)
def test_backspace_deletes_nothing_that_is_selected(user: User, kind: LineKind) -> None:
    before = user.tree
    row = next(row for row, line in enumerate(user.sheet.lines.lines) if line.kind is kind)
    user.sheet.choose(row)
    hold(user.sheet, Qt.Key.Key_Backspace, 3)
    assert user.tree == before
    assert (user.writes, user.sheet.current_row) == (None, row)


def test_backspace_deletes_no_several_selected_bullets(user: User) -> None:
    before = user.tree
    user.sheet.selectAll()
    user.press(Qt.Key.Key_Backspace)
    assert user.tree == before


def test_del_alone_deletes_what_is_selected(user: User) -> None:
    before = user.risks(0)
    user.choose(user.entry(0).risks[0].id)
    user.sheet.commands["delete"]()
    assert user.risks(0) == before[1:]


def test_enter_enter_backspace_deletes_nothing(user: User) -> None:
    before = user.tree
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Backspace)
    assert user.tree == before


def test_enter_that_is_held_opens_a_line_or_ends_it(user: User) -> None:
    before = user.risks(0)
    user.choose(user.entry(0).risks[0].id)
    hold(user.sheet, Qt.Key.Key_Return, 1)
    assert user.writes == before[0]
    hold(user.sheet, Qt.Key.Key_Return, 1)
    assert user.writes == ""


@pytest.mark.parametrize("new", [False, True])
def test_backspace_held_down_stops_at_the_beginning_of_its_line(user: User, *, new: bool) -> None:
    before = user.risks(0)
    user.edit(user.entry(0).risks[1].id)
    if new:
        user.press(Qt.Key.Key_Return)
        user.type("New text")
    hold(user.sheet, Qt.Key.Key_Backspace, 2500)
    assert user.writes == ""
    user.press(Qt.Key.Key_Escape)
    assert user.risks(0) == (before if new else [before[0], "", *before[2:]])


def test_a_fresh_backspace_in_an_emptied_bullet_takes_it_away_and_undo_brings_it_back(user: User) -> None:
    before = user.entry(0)
    user.edit(before.risks[1].id)
    user.sheet.writing.editor.selectAll()
    user.press(Qt.Key.Key_Backspace)
    assert user.writes == ""
    user.press(Qt.Key.Key_Backspace)
    assert user.writes == before.risks[0].description
    assert user.entry(0).risks == (before.risks[0], *user.entry(0).risks[1:])
    assert len(user.entry(0).risks) == len(before.risks) - 1
    user.workbench.undo()
    assert user.entry(0) == before


def test_a_fresh_backspace_in_an_empty_new_bullet_goes_back_to_the_one_above(user: User) -> None:
    before, label = user.tree, user.last_done
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Backspace)
    assert user.writes == risk.description
    assert user.sheet.writing.editor.textCursor().position() == len(risk.description)
    assert (user.tree, user.last_done) == (before, label)


def test_a_held_backspace_does_not_go_on_in_the_bullet_above(user: User) -> None:
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    user.type("x")
    hold(user.sheet, Qt.Key.Key_Backspace, 5)
    assert user.writes == ""
    assert user.sheet.writing.pending is not None


def test_backspace_in_a_heading_deletes_nothing(user: User) -> None:
    row = user.sheet.lines.content.row_of((LineKind.TITLE, user.tree.register.id))
    assert row is not None
    user.sheet.writing.open(row)
    user.sheet.writing.editor.selectAll()
    user.press(Qt.Key.Key_Backspace)
    user.press(Qt.Key.Key_Backspace)
    assert (user.writes, user.writes_in) == ("", LineKind.TITLE)


def test_the_sheet_takes_input_methods_where_something_can_be_written(user: User) -> None:
    row = user.row(user.entry(0).risks[0].id)
    user.sheet.choose(row)
    assert user.sheet.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert user.sheet.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True
    place = user.sheet.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert user.sheet._parts.scrolling.rect_of(row).contains(place.center())


@read_only
def test_no_input_method_where_the_store_is_read_only(user: User) -> None:
    user.choose(user.entry(0).risks[0].id)
    assert not user.sheet.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    compose(user.sheet, "", "ê")
    assert user.writes is None


def test_a_dead_key_writes_at_the_end_of_the_selected_line(user: User) -> None:
    risk = user.entry(0).risks[0]
    user.choose(risk.id)
    compose(user.sheet, "^")
    assert user.sheet.hasFocus()
    editor = user.sheet.writing.editor
    assert editor.isVisible()
    assert editor.textCursor().block().layout().preeditAreaText() == "^"
    place = user.sheet.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert user.sheet._parts.scrolling.rect_of(user.row(risk.id)).intersects(place.toAlignedRect())
    compose(user.sheet, "", "ê")
    assert user.writes == risk.description + "ê"
    assert editor.hasFocus()
    user.type("tre")
    user.press(Qt.Key.Key_Escape)
    assert user.risks(0)[0] == risk.description + "être"


def test_a_sign_of_an_input_method_begins_a_line_at_once(user: User) -> None:
    risk = user.entry(0).risks[0]
    user.choose(risk.id)
    compose(user.sheet, "", "ê")
    assert user.writes == risk.description + "ê"
    assert user.sheet.writing.editor.hasFocus()


def test_composing_that_is_cancelled_leaves_the_text_as_it_was(user: User) -> None:
    risk, label = user.entry(0).risks[0], user.last_done
    user.choose(risk.id)
    compose(user.sheet, "^")
    compose(user.sheet, "")
    assert user.writes is None
    assert user.sheet.hasFocus()
    assert (user.risks(0)[0], user.last_done) == (risk.description, label)


def test_the_open_line_has_room_for_what_is_being_composed(user: User) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    before = user.sheet.writing.editor.height()
    compose(user.sheet.writing.editor, "ことば" * 30)
    assert user.sheet.writing.editor.height() > before


def test_an_input_method_opens_an_invitation_and_an_entry_too(user: User) -> None:
    user.choose(user.entry(0).entry.id)
    compose(user.sheet, "", "é")
    assert user.writes == user.risks(0)[0] + "é"
    user.press(Qt.Key.Key_Escape)
    user.sheet.choose(len(user.sheet.lines.lines) - 1)
    compose(user.sheet, "", "É")
    assert (user.writes, user.writes_in) == ("É", LineKind.CATEGORY)


def opened(open_window: Opened) -> tuple[MainWindow, Sheet, RegisterTree]:
    window = open_window()
    tree = sheet(window).workbench.tree()
    assert tree is not None
    first = next(tree.risks)
    sheet(window).setFocus()
    sheet(window).choose(sheet(window).lines.content.rows[first.id])
    return window, sheet(window), tree


@REDO
def test_undo_and_redo_are_first_those_of_the_typing(
    open_window: Opened, redo: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    _, view, tree = opened(open_window)
    text, editor = next(tree.risks).description, view.writing.editor
    QTest.keyClicks(view, "x")
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.toPlainText() == text
    QTest.keyClick(editor, *redo)
    assert editor.toPlainText() == text + "x"
    assert view.workbench.tree() == tree


@REDO
def test_undo_and_redo_are_the_windows_where_nothing_is_typed(
    open_window: Opened, redo: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    _, view, tree = opened(open_window)
    text, editor = next(tree.risks).description, view.writing.editor
    QTest.keyClicks(view, "x")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert view.workbench.tree() == tree
    assert editor.toPlainText() == text
    QTest.keyClick(editor, *redo)
    assert editor.toPlainText() == text + "x"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClick(view, Qt.Key.Key_Z, CONTROL)
    assert view.workbench.tree() == tree
    QTest.keyClick(view, *redo)
    changed = view.workbench.tree()
    assert changed is not None
    assert next(changed.risks).description == text + "x"


def test_undo_in_a_line_that_was_stored_and_stays_open_is_the_registers(open_window: Opened) -> None:
    _, view, tree = opened(open_window)
    text, editor = next(tree.risks).description, view.writing.editor
    QTest.keyClicks(view, "x")
    view.workbench.commit()
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert view.workbench.tree() == tree
    assert editor.toPlainText() == text
    QTest.keyClick(editor, Qt.Key.Key_Y, CONTROL)
    assert editor.toPlainText() == text + "x"


def test_del_in_the_open_line_is_its_own(open_window: Opened) -> None:
    _, view, tree = opened(open_window)
    text, editor = next(tree.risks).description, view.writing.editor
    QTest.keyClick(view, Qt.Key.Key_Return)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.toPlainText() == text[1:]
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    after = view.workbench.tree()
    assert after is not None
    assert [risk.id for risk in after.risks] == [risk.id for risk in tree.risks][1:]


@REDO
def test_redo_tells_and_stores_nothing_where_there_is_nothing_to_redo(
    open_window: Opened, problems: list[Problem], redo: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    window, view, tree = opened(open_window)
    QTest.keyClick(view, *redo)
    QTest.keyClicks(view, "x")
    QTest.keyClick(view.writing.editor, *redo)
    assert view.workbench.tree() == tree
    assert [box.text() for box in window.findChildren(QMessageBox) if box.isVisible()] == []
    assert problems == []


def text_of(view: Sheet, number: int) -> str:
    tree = view.workbench.tree()
    assert tree is not None
    return list(tree.risks)[number].description


@REDO
@pytest.mark.parametrize("steps", [1, 2])
def test_redo_goes_back_the_way_that_undo_went(
    open_window: Opened, redo: tuple[Qt.Key, Qt.KeyboardModifier], steps: int
) -> None:
    _, view, tree = opened(open_window)
    first, second = list(tree.risks)[:2]
    for sign in "yz"[:steps]:
        view.workbench.run(edit(Risk, second.id, description=text_of(view, 1) + sign))
    changed = text_of(view, 1)
    editor = view.writing.editor
    QTest.keyClicks(view, "x")
    for _ in range(1 + steps):
        QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert view.workbench.tree() == tree
    for _ in range(steps):
        QTest.keyClick(editor, *redo)
        assert editor.toPlainText() == first.description
    assert text_of(view, 1) == changed
    QTest.keyClick(editor, *redo)
    assert editor.toPlainText() == first.description + "x"


def test_typing_that_was_undone_last_is_redone_first(open_window: Opened) -> None:
    _, view, tree = opened(open_window)
    first, second = list(tree.risks)[:2]
    view.workbench.run(edit(Risk, second.id, description="y"))
    editor = view.writing.editor
    QTest.keyClicks(view, "x")
    for _ in range(2):
        QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    QTest.keyClicks(editor, "z")
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        QTest.keyClick(editor, key, CONTROL)
    assert editor.toPlainText() == first.description + "z"
    assert view.workbench.tree() == tree


def test_in_a_field_of_the_inspector_redo_goes_back_the_way_that_undo_went(open_window: Opened) -> None:
    window, view, tree = opened(open_window)
    first = next(tree.risks)
    view.workbench.run(edit(Risk, first.id, description="y"))
    field = next(page for page in window.findChildren(Page) if page.isVisible()).fields["owner"]
    assert isinstance(field, LineField)
    field.setFocus()
    QTest.keyClicks(field, "x")
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert view.workbench.tree() == tree
    QTest.keyClick(field, Qt.Key.Key_Y, CONTROL)
    assert (text_of(view, 0), field.text()) == ("y", "")
    QTest.keyClick(field, Qt.Key.Key_Y, CONTROL)
    assert field.text() == "x"
