"""Each dialog can be seen, heard and worked by all: in English in the dark, and in French in the light."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFrame,
    QListView,
    QMainWindow,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.kit.pressing import PressingWindow
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from tests.ui.access.asked import faults
from tests.ui.access.dialogs import DIALOGS, FIRST
from tests.ui.access.mnemonics import at_fault, texts_of
from tests.ui.access.names import names_are_whole
from tests.ui.access.seen import name
from tests.ui.access.targets import small
from tests.ui.access.wheel import turned
from tests.ui.every_dialog import every_dialog

Show = Callable[[str], QWidget]


@pytest.fixture
def show(look: str, workbench: Workbench, home: Home, window: QMainWindow, qtbot: QtBot, tmp_path: Path) -> Show:
    """Shows a dialog of a name."""
    assert look
    makers = every_dialog(workbench, home, window, tmp_path)

    def show_dialog(of: str) -> QWidget:
        dialog = makers[of]()
        qtbot.addWidget(dialog)
        dialog.open() if isinstance(dialog, QDialog) else dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return show_dialog


def spoken_name(widget: QWidget) -> str:
    """What is heard of a widget that gets the focus: of a box of choices, what labels it."""
    part = QAccessible.queryAccessibleInterface(widget)
    return widget.accessibleName() if isinstance(widget, QComboBox) else name(part).replace("&", "")


def presses_with_enter(window: QWidget) -> bool:
    # The alerts of Qt press their buttons by themselves.
    return isinstance(window, PressingWindow | ReadingDialog | QMessageBox) or type(window).__base__ is QFrame


def test_every_dialog_is_known(workbench: Workbench, home: Home, window: QMainWindow, tmp_path: Path) -> None:
    assert every_dialog(workbench, home, window, tmp_path).keys() == {*DIALOGS}


@pytest.mark.parametrize("of", FIRST)
def test_all_can_use_the_dialog(of: str, look: str, show: Show, qtbot: QtBot) -> None:
    dialog = show(of)
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and QApplication.focusWidget() is not None)
    focused = QApplication.focusWidget()
    assert focused.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert look == "fr" or spoken_name(focused) == FIRST[of]
    names_are_whole(dialog)
    assert presses_with_enter(dialog)
    assert faults(dialog) == {}


@pytest.mark.parametrize("of", ["replace", "merge", "answers", "send to owners", "import compared"])
def test_a_tick_is_told(of: str, show: Show, qtbot: QtBot) -> None:
    dialog = show(of)
    qtbot.waitUntil(lambda: any(map(is_tickable, dialog.findChildren(QAbstractItemView))))
    view = next(view for view in dialog.findChildren(QAbstractItemView) if is_tickable(view))
    view.setCurrentIndex(view.model().index(0, max(0, view.currentIndex().column())))
    changed_cells: list[list[int]] = []

    def note(first: QModelIndex, last: QModelIndex, roles: list[int]) -> None:
        if first == last == view.currentIndex():
            changed_cells.append(roles)

    view.model().dataChanged.connect(note)
    QTest.keyClick(view, Qt.Key.Key_Space)
    # Qt tells no tick if more than the current cell is said to have changed, or what of it is not said.
    assert [Qt.ItemDataRole.CheckStateRole] in changed_cells


def is_tickable(view: QAbstractItemView) -> bool:
    columns = 1 if isinstance(view, QListView) else view.model().columnCount()
    ticks = (view.model().index(0, column).data(Qt.ItemDataRole.CheckStateRole) for column in range(columns))
    return any(tick is not None for tick in ticks)


def test_all_can_use_the_calendar(show: Show) -> None:
    calendar = show("calendar")
    names_are_whole(calendar)
    assert presses_with_enter(calendar)
    assert small(calendar) == []
    assert at_fault(texts_of(calendar)) == {}
    assert turned(calendar) == []
