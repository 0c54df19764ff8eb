"""A window that is opened as the program opens it, its dialogs, and text that is being typed in it."""

from pathlib import Path

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import sheet


def open_main_window(qtbot: QtBot, workbench: Workbench, home: Home, tmp_path: Path) -> MainWindow:
    window = MainWindow(workbench, Settings(tmp_path / "settings.json"), home)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    return window


def dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    (only_box,) = [candidate for candidate in window.findChildren(kind) if type(candidate) is kind]
    return only_box


def begin_to_type(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Write in the first bullet, and do not end it."""
    workbench, view = window._workbench, sheet(window)
    first_risk = next(workbench.session.tree(workbench.registers()[0].id).risks)
    view.writing.open(view.lines.content.rows[first_risk.id])
    view.writing.editor.selectAll()
    qtbot.keyClicks(view.writing.editor, text)
