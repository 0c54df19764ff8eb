"""Undo and redo in menus and tool bar: of what is typed in a search, else of the register, typing among it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks
from riskdesk.desk.session import Session
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.shell.tool_bar import ToolBar
from riskdesk.ui.views.list import RegisterList
from tests.ui import keys
from tests.ui.conftest import Desk, Opened, action, sheet
from tests.ui.keys import focused


@pytest.fixture
def desk(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> Desk:
    """A window in which the last step gave a risk an owner."""
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    new_desk = Desk(window, workbench)
    first = next(new_desk.tree.risks)
    workbench.run(risks.edit(first.id, owner="A. Name"))
    workbench.select([first.id])
    return new_desk


def search(desk: Desk) -> QWidget:
    action(desk.window, "find").trigger()
    return focused()


def note(desk: Desk) -> QWidget:
    inspector = desk.window.findChild(Inspector)
    assert isinstance(inspector, Inspector)
    field = inspector.currentWidget().widget().fields["note"]
    field.setFocus()
    return field


def line(desk: Desk) -> QWidget:
    sheet(desk.window).setFocus()
    action(desk.window, "edit_text").trigger()
    return focused()


def filtering(desk: Desk) -> QWidget:
    action(desk.window, "view_list").trigger()
    register_list = desk.window._centre.front
    assert isinstance(register_list, RegisterList)
    register_list.bar.field.setFocus()
    return focused()


SEARCHES: dict[str, Callable[[Desk], QWidget]] = {"the search": search, "the filter of the list": filtering}
STORED: dict[str, Callable[[Desk], QWidget]] = {"a field": note, "a line of the sheet": line}


def text(field: QWidget) -> str:
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def owner(desk: Desk) -> str:
    return next(desk.tree.risks).owner


def steps(desk: Desk) -> int:
    undoable = desk.workbench.session.undoable(desk.workbench.register_id)
    assert undoable is not None
    return undoable.number


@pytest.mark.parametrize("place", SEARCHES)
def test_keys_in_the_menu_bar_take_back_what_was_typed_before(desk: Desk, place: str) -> None:
    field, before = SEARCHES[place](desk), steps(desk)
    text_before = text(field)
    QTest.keyClicks(field, "abc")
    desk.window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)
    keys.press(focused(), "Ctrl+Z")
    assert text(field) == text_before
    assert focused() is field
    assert (owner(desk), steps(desk)) == ("A. Name", before)
    desk.window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)
    keys.press(focused(), "Ctrl+Shift+Z")
    assert text(field) == f"{text_before}abc"
    assert (owner(desk), steps(desk)) == ("A. Name", before)


@pytest.mark.parametrize("place", STORED)
def test_what_is_typed_for_the_register_is_stored_first_and_is_the_step_taken_back(desk: Desk, place: str) -> None:
    field, before = STORED[place](desk), steps(desk)
    text_before = text(field)
    QTest.keyClicks(field, "abc")
    desk.window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)
    keys.press(focused(), "Ctrl+Z")
    assert (text(field), owner(desk), steps(desk)) == (text_before, "A. Name", before)
    action(desk.window, "redo").trigger()
    assert text(field) == f"{text_before}abc"
    assert steps(desk) > before


@pytest.mark.parametrize("place", SEARCHES)
def test_the_menu_names_what_is_taken_back(desk: Desk, place: str) -> None:
    undo = action(desk.window, "undo")
    field = SEARCHES[place](desk)
    assert undo.text() == "&Undo Edit risk"
    QTest.keyClicks(field, "abc")
    assert (undo.text(), undo.toolTip()) == ("&Undo Typing", "Undo Typing (Ctrl+Z)")
    keys.press(field, "Ctrl+Z")
    assert undo.text() == "&Undo Edit risk"
    assert action(desk.window, "redo").text() == "&Redo Typing"
    assert action(desk.window, "redo").isEnabled()
    desk.window._areas.go_to("left")
    assert (undo.text(), action(desk.window, "redo").text()) == ("&Undo Edit risk", "&Redo")
    assert not action(desk.window, "redo").isEnabled()


@pytest.mark.parametrize("place", STORED)
def test_the_menu_names_typing_that_becomes_a_step_after_which_nothing_is_made_again(
    desk: Desk, place: str, qtbot: QtBot
) -> None:
    undo, redo = action(desk.window, "undo"), action(desk.window, "redo")
    undo.trigger()
    field = STORED[place](desk)
    assert redo.text() == "&Redo Edit risk"
    assert redo.isEnabled()
    QTest.keyClicks(field, "a")
    qtbot.waitUntil(lambda: undo.text() == "&Undo Typing")
    assert undo.toolTip() == "Undo Typing (Ctrl+Z)"
    assert not redo.isEnabled()
    desk.workbench.commit()
    qtbot.waitUntil(lambda: undo.text() == "&Undo Edit risk")
    before = text(field)
    QTest.keyClicks(field, "b")
    qtbot.waitUntil(lambda: undo.text() == "&Undo Typing")
    undo.trigger()
    assert text(field) == before
    qtbot.waitUntil(lambda: (undo.text(), redo.isEnabled()) == ("&Undo Edit risk", True))


def test_the_button_takes_back_typing_and_then_the_last_step(desk: Desk) -> None:
    field = search(desk)
    bar = desk.window.findChild(ToolBar)
    assert isinstance(bar, ToolBar)
    button = bar.widgetForAction(action(desk.window, "undo"))
    assert isinstance(button, QToolButton)
    QTest.keyClicks(field, "abc")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (text(field), owner(desk)) == ("", "A. Name")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (text(field), owner(desk)) == ("", "")


def test_in_a_file_that_is_only_read_the_menu_acts_on_what_is_typed_in_the_search(
    desk: Desk, open_window: Opened
) -> None:
    path = desk.workbench.session.path
    desk.workbench.change_session(Session.open(path, "A. Tester", read_only=True), why_read_only="Only to read")
    field = search(desk)
    QTest.keyClicks(field, "abc")
    action(desk.window, "undo").trigger()
    assert text(field) == ""
    assert not action(desk.window, "undo").isEnabled()
    QTest.keyClicks(field, "abc")
    action(desk.window, "select_all").trigger()
    action(desk.window, "cut").trigger()
    assert (text(field), QApplication.clipboard().text()) == ("", "abc")
    assert action(desk.window, "paste").isEnabled()


def test_what_is_typed_in_a_dialog_is_no_matter_of_the_window(desk: Desk, qtbot: QtBot) -> None:
    undo = action(desk.window, "undo")
    action(desk.window, "new").trigger()
    qtbot.waitUntil(lambda: QApplication.activeWindow() not in (None, desk.window))
    field = focused()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "abc")
    assert undo.text() == "&Undo Edit risk"


def test_a_key_that_is_held_takes_nothing_back_in_the_register_that_opens(desk: Desk, workbench: Workbench) -> None:
    workbench.run(registers.duplicate(str(workbench.register_id)))
    workbench.run(registers.edit(str(workbench.register_id), title="Armenia"))
    undo = action(desk.window, "undo")
    undo.trigger()
    assert undo.autoRepeat(), "it goes on in the same register"
    undo.trigger()
    assert not undo.autoRepeat()
    undo.trigger()
    assert undo.autoRepeat(), "a key that is pressed again goes on"
    assert next(desk.tree.risks).owner != "A. Name"
