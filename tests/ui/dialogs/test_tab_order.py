"""Tab goes through each dialog as it is read."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dialogs.tabbing import ORDER, name_of, walked
from tests.ui.keys import focused

MAIN = {
    "import": "Import",
    "import compared": "Import",
    "export": "Export",
    "export of columns": "Export",
    "export in a format": "Export",
    "print": "Print…",
    "new register": "Create",
    "replace": "Replace",
    "send copy": "Save copy…",
    "print set": "Save",
    "scale": "Apply…",
    "levels": "Change scale",
    "backups": "Restore as a new file…",
    "damage": "Repair",
    "merge": "Merge",
    # What is stored stays where nothing else is said.
    "conflict": "Keep their version",
    "replaced": "Save mine as a new file…",
    "about": "Close",
}


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize("name", ORDER)
def test_tab_goes_through_a_dialog_as_it_is_read_and_its_main_button_has_the_default(
    make: Callable[[str], QDialog], qtbot: QtBot, name: str
) -> None:
    dialog = make(name)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert [name_of(button) for button in dialog.findChildren(QPushButton) if button.isDefault()] == [MAIN[name]]
    if name == "print set":
        QTest.keyClicks(focused(), "Committee")
    candidates = [
        widget for widget in dialog.findChildren(QWidget) if name_of(widget) == ORDER[name][0] and stops(widget)
    ]
    first = min(candidates, key=lambda widget: place(widget, dialog).y())
    stops_in_order = walked(first, Qt.Key.Key_Tab)
    assert tuple(map(name_of, stops_in_order)) == ORDER[name]
    for before, after in pairwise(stops_in_order):
        first_place, next_place = place(before, dialog), place(after, dialog)
        assert next_place.y() > first_place.y() + before.height() / 2 or next_place.x() > first_place.x(), (
            f"{name_of(after)} is read later"
        )
    assert walked(first, Qt.Key.Key_Backtab) == [first, *reversed(stops_in_order[1:])]
    dialog.reject()


def stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()


def place(widget: QWidget, dialog: QDialog) -> QPoint:
    return widget.mapTo(dialog, QPoint(0, 0))
