"""References that were taken are told, however many they are."""

import pytest
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk.ui.dialogs.renumbered import tell_renumbered
from tests.ui.screens import screen


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    main_window = QMainWindow()
    qtbot.addWidget(main_window)
    main_window.setGeometry(screen("small").availableGeometry().adjusted(10, 30, -10, -10))
    main_window.show()
    return main_window


def test_nothing_is_told_where_none_was_taken(window: QMainWindow) -> None:
    assert tell_renumbered(window, []) is None


@pytest.mark.parametrize("count", [1, 60, 2_000])
def test_renumbered_references_are_told_on_the_smallest_screen(qtbot: QtBot, window: QMainWindow, count: int) -> None:
    report = tell_renumbered(window, [(f"R-{number}", f"R-{number + 5_000}") for number in range(count)])
    assert report is not None
    qtbot.waitExposed(report)
    assert window.screen().availableGeometry().contains(report.frameGeometry())
    (close,) = report.findChildren(QPushButton)
    assert report.rect().contains(close.geometry().translated(close.parentWidget().pos()))
    assert report.particulars.toPlainText().count("\n") == count - 1
    close.click()
    assert not report.isVisible()
