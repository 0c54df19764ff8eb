"""Alerts and questions, with and without a window."""

import gc

from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from riskdesk.kit.alerts import alert


def boxes() -> list[QMessageBox]:
    return [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]


def test_an_alert_without_a_window_stays_until_it_is_read(qtbot: QtBot, qapp: QApplication) -> None:
    assert qapp
    for text in ("One", "Two"):
        alert(None, text)
    gc.collect()
    assert {box.text() for box in boxes()} == {"One", "Two"}
    for box in boxes():
        box.accept()
    del box
    qtbot.waitUntil(lambda: not [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)])
