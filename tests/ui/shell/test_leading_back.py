"""An alert that a text cannot be stored leads to the field in which it is mended."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.values import Risk
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.list import RegisterList
from tests.ui import keys
from tests.ui.conftest import Opened, action, inspector_field, inspector_of, sheet


class User:
    """Types something into a field of the first risk, and goes on elsewhere."""

    def __init__(self, window: MainWindow, workbench: Workbench) -> None:
        self.window, self.workbench = window, workbench
        self.workbench.select([self.risk.id])

    @property
    def risk(self) -> Risk:
        tree = self.workbench.tree()
        assert tree is not None
        return next(tree.risks)

    def field(self, name: str) -> QWidget:
        return inspector_field(self.window, name)

    def type_in(self, name: str, text: str) -> None:
        self.field(name).setFocus()
        self.press("Ctrl+A")
        QTest.keyClicks(self.field(name), text)

    def press(self, shortcut: str) -> None:
        keys.press(QApplication.focusWidget(), shortcut)

    def read_alert(self) -> str:
        """What the one alert says; it is read and closed by Enter."""
        (box,) = (box for box in self.window.findChildren(QMessageBox) if box.isVisible())
        text = box.text()
        QTest.keyClick(box, Qt.Key.Key_Return)
        return text


@pytest.fixture
def user(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> User:
    window = open_window()
    window.resize(1366, 700)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return User(window, workbench)


def is_in_field(user: User, name: str) -> bool:
    """Whether the keys go to a field that is in sight."""
    return user.field(name).hasFocus() and not user.field(name).visibleRegion().isEmpty()


@pytest.mark.parametrize("name", ["next_review", "identified_on"])
def test_from_a_date_that_is_none_to_its_field(user: User, qtbot: QtBot, name: str) -> None:
    for command in ("Ctrl+E", "Ctrl+R", "Ctrl+D"):
        user.type_in(name, "no date")
        sheet(user.window).setFocus()
        user.press(command)
        assert "“no date” is no date" in user.read_alert()
        qtbot.waitUntil(lambda: is_in_field(user, name))
        user.type_in(name, "")
        user.press("Del")
        user.press("Return")
    sheet(user.window).setFocus()
    user.press("Ctrl+R")
    assert sheet(user.window).writing.row is not None


def test_to_a_field_of_a_hidden_inspector_and_a_folded_section(user: User, qtbot: QtBot) -> None:
    user.type_in("identified_on", "no date")
    action(user.window, "show_inspector").trigger()
    assert not user.field("identified_on").isVisible()
    sheet(user.window).setFocus()
    user.press("Ctrl+R")
    user.read_alert()
    qtbot.waitUntil(lambda: is_in_field(user, "identified_on"))


def test_from_a_reference_that_another_risk_has(user: User, qtbot: QtBot) -> None:
    user.type_in("reference", "R-02")
    sheet(user.window).setFocus()
    assert "R-02" in user.read_alert()
    qtbot.waitUntil(lambda: is_in_field(user, "reference"))


def test_what_is_no_matter_of_a_field_leaves_the_focus_where_it_is(user: User, qtbot: QtBot) -> None:
    user.type_in("next_review", "no date")
    sheet(user.window).setFocus()
    user.workbench.report(FileProblem("The disk is full."))
    assert user.read_alert() == "The disk is full."
    qtbot.waitUntil(user.window.isActiveWindow)
    assert sheet(user.window).hasFocus()


def test_what_was_mended_meanwhile_leads_nowhere(user: User, qtbot: QtBot) -> None:
    user.type_in("next_review", "no date")
    sheet(user.window).setFocus()
    user.press("Ctrl+R")
    user.field("next_review").restore()  # type: ignore[attr-defined]
    user.workbench.run(risks.edit(user.risk.id, note="x"))
    user.read_alert()
    qtbot.waitUntil(user.window.isActiveWindow)
    assert sheet(user.window).hasFocus()


def write_in_list(user: User, text: str) -> RegisterList:
    """Type something into the cell of the next review of the first risk."""
    action(user.window, "view_list").trigger()
    register_list = user.window._centre.front
    assert isinstance(register_list, RegisterList)
    names = [field.name for field in register_list.table.fields()]
    register_list.table.setCurrentIndex(register_list.table.lines.index(0, names.index("next_review")))
    action(user.window, "edit_text").trigger()
    QTest.keyClicks(QApplication.focusWidget(), text)
    return register_list


@pytest.mark.parametrize("elsewhere", ["go_inspector", "view_sheet", "view_matrix", "show_preview"])
def test_an_alert_leads_to_the_cell_of_the_list(user: User, elsewhere: str) -> None:
    user.window.resize(900, 640)
    register_list = write_in_list(user, "soon")
    action(user.window, elsewhere).trigger()
    action(user.window, "undo").trigger()
    assert "“soon” is no date" in user.read_alert()
    assert register_list.editing.field is not None
    assert register_list.editing.field.hasFocus()
    assert not register_list.editing.field.visibleRegion().isEmpty()


def test_from_the_history_back_to_the_field(user: User, qtbot: QtBot) -> None:
    user.type_in("next_review", "no date")
    inspector_of(user.window).turning._tabs.setCurrentIndex(1)
    sheet(user.window).setFocus()
    user.press("Ctrl+E")
    user.read_alert()
    qtbot.waitUntil(lambda: is_in_field(user, "next_review"))
