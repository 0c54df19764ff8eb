"""References that were taken are told, however many they are."""

import pytest
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk.ui.transfer.renumbered import tell_renumbered
from tests.ui.screens import screen


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setGeometry(screen("small").availableGeometry().adjusted(10, 30, -10, -10))
    made.show()
    return made


def test_nothing_is_told_where_none_was_taken(window: QMainWindow) -> None:
    assert tell_renumbered(window, []) is None


@pytest.mark.parametrize("count", [1, 60, 2_000])
def test_they_are_told_on_the_smallest_screen(qtbot: QtBot, window: QMainWindow, count: int) -> None:
    told = tell_renumbered(window, [(f"R-{number}", f"R-{number + 5_000}") for number in range(count)])
    assert told is not None
    qtbot.waitExposed(told)
    assert window.screen().availableGeometry().contains(told.frameGeometry())
    (close,) = told.findChildren(QPushButton)
    assert told.rect().contains(close.geometry().translated(close.parentWidget().pos()))
    assert told.particulars.toPlainText().count("\n") == count - 1
    close.click()
    assert not told.isVisible()
