"""Enter does what the button with the focus does, wherever it stands."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.gaps import GapsPanel
from riskdesk.ui.gaps.button import GapsButton
from riskdesk.ui.printing.sets import PrintSets
from riskdesk.ui.scale.editor import ScaleDialog
from riskdesk.ui.transfer.export import ExportDialog
from tests.ui.access.every_area import Areas
from tests.ui.every_dialog import every_dialog

ENTER = Qt.Key.Key_Return


def test_enter_on_the_saved_print_settings_opens_them_and_exports_nothing(
    workbench: Workbench, home: Home, window: QMainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = every_dialog(workbench, home, window, tmp_path)["export"]()
    assert isinstance(dialog, ExportDialog)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    button = dialog.findChild(PrintSets)
    button.setFocus()
    menu, openings = button.menu(), list[bool]()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.connect(lambda: openings.append(True))
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu.close))
    QTest.keyClick(button, ENTER)
    qtbot.waitUntil(lambda: not menu.isVisible())
    assert openings == [True]
    assert dialog.isVisible()
    assert list(tmp_path.glob("*.pdf")) == []


def test_enter_on_the_page_of_a_scale_turns_to_it(
    workbench: Workbench, home: Home, window: QMainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = every_dialog(workbench, home, window, tmp_path)["scale"]()
    assert isinstance(dialog, ScaleDialog)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    impact = next(button for button in dialog.findChildren(QPushButton) if button.text().replace("&", "") == "Impact")
    impact.setFocus()
    QTest.keyClick(impact, ENTER)
    assert impact.isChecked()
    assert dialog.isVisible()


def test_enter_presses_buttons_of_the_window(areas: Areas, qtbot: QtBot) -> None:
    count = areas.visible_widget(GapsButton)
    count.setFocus()
    QTest.keyClick(count, ENTER)
    assert areas.visible_widget(GapsPanel).isVisible()
    view = areas.show("matrix")
    residual = next(button for button in view.findChildren(QToolButton) if button.text() == "Residual")
    residual.setFocus()
    QTest.keyClick(residual, ENTER)
    assert residual.isChecked()
