"""What opens from a field is for the item that the field showed then."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import items, risks
from riskdesk.desk.session import Session
from riskdesk.kit.fields import ChoiceField, DateField
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from tests.ui.conftest import tree_of
from tests.ui.inspector.conftest import choose_register, field, first_risk, type_into


def _open_list(choice: QWidget) -> None:
    assert isinstance(choice, ChoiceField)
    choice.showPopup()


def _open_calendar(day: QWidget) -> None:
    assert isinstance(day, DateField)
    day.open_calendar()


def _open_menu(line: QWidget) -> None:
    assert isinstance(line, QLineEdit)
    line.createStandardContextMenu().popup(line.mapToGlobal(line.rect().center()))


def _offer_names(line: QWidget) -> None:
    QTest.keyClicks(line, "Ann")


OPENED: dict[str, Callable[[QWidget], None]] = {
    "status": _open_list,
    "next_review": _open_calendar,
    "title": _open_menu,
    "owner": _offer_names,
}


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.parametrize("name", OPENED)
def test_it_closes_where_another_item_is_shown(inspector: Inspector, workbench: Workbench, name: str) -> None:
    first, second, *_ = tree_of(workbench).risks
    workbench.run(risks.edit(second.id, owner="Anna"))
    workbench.select([first.id])
    widget = field(inspector, name)
    widget.setFocus()
    OPENED[name](widget)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    workbench.select([second.id])
    assert not popup.isVisible()
    assert QApplication.activePopupWidget() is None


def test_it_stays_open_while_something_else_changes(inspector: Inspector, workbench: Workbench, other: Session) -> None:
    first, second, *_ = tree_of(workbench).risks
    workbench.select([first.id])
    choice = field(inspector, "status")
    _open_list(choice)
    other.run(items.delete([second.id]))
    workbench.read_changes_of_others()
    assert QApplication.activePopupWidget() is not None
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_calendar_opens_after_what_was_typed_elsewhere_is_stored(
    inspector: Inspector, workbench: Workbench, qtbot: QtBot
) -> None:
    choose_register(workbench)
    type_into(field(inspector, "prepared_by"), "Somebody else, ")
    day = field(inspector, "date")
    assert isinstance(day, DateField)
    day._opening.click()
    assert "Somebody else" in tree_of(workbench).register.prepared_by
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(day.hasFocus)


def test_a_calendar_opens_for_no_item_that_is_no_longer_shown(inspector: Inspector, workbench: Workbench) -> None:
    """By a click on its button, another field may store what leads to another item."""
    choose_register(workbench)
    day = field(inspector, "date")
    workbench.select([first_risk(workbench).id])
    _open_calendar(day)
    assert QApplication.activePopupWidget() is None
