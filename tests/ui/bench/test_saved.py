"""The notice that a file was written, and its button."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from riskdesk.ui.bench.saved import saved_as


def test_the_button_works_though_its_window_was_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    old, new = QMainWindow(), QMainWindow()
    notice = saved_as(tmp_path / "gone.pdf", old)
    qtbot.addWidget(new)
    delete(old)
    with qtbot.waitActive(new):
        new.show()
        new.activateWindow()
    notice.work()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.parentWidget() is new
    assert "gone.pdf" in box.text()
