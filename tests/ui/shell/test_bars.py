"""The bars of windows, which are always there."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QStatusBar, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.ui.help.window import HelpWindow
from tests.ui.conftest import Opened


def _bars(window: QMainWindow) -> list[QWidget]:
    kinds = (QMenuBar, QToolBar, QStatusBar)
    return [bar for kind in kinds for bar in window.findChildren(kind) if bar.isVisible()]


@pytest.mark.parametrize("is_main", [True, False], ids=["main", "help"])
def test_no_menu_offers_to_hide_them(qtbot: QtBot, open_window: Opened, *, is_main: bool) -> None:
    """The search would go with the tool bar, and Ctrl+F would lead to where nobody sees it."""
    window: QMainWindow = open_window() if is_main else HelpWindow()
    qtbot.addWidget(window)
    window.show()
    bars = _bars(window)
    assert bars
    for bar in bars:
        at = QPoint(bar.width() // 2, 2)
        QApplication.sendEvent(bar, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, bar.mapToGlobal(at)))
        assert QApplication.activePopupWidget() is None
    assert _bars(window) == bars
