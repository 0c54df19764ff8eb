"""Whatever the focus can be in has a name, and no name hides what is seen."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QMainWindow
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow
from tests.ui.access.names import names_are_whole
from tests.ui.access.seen import name, parts
from tests.ui.conftest import Opened, action
from tests.ui.every_dialog import every_dialog


@pytest.fixture
def full(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> MainWindow:
    """The window with all its areas, a risk selected, a banner and a search that found something."""
    opened = open_window()
    # So that all areas have room.
    opened.resize(2200, 900)
    tree = workbench.tree()
    assert tree is not None
    risk = next(tree.risks)
    workbench.run(risks.edit(risk.id, likelihood=4, impact=4, next_review=date(2027, 1, 1)))
    for part in ("preview", "gaps"):
        action(opened, f"show_{part}").trigger()
    workbench.select([risk.id])
    opened._search._field.setText("reform")
    qtbot.waitUntil(lambda: any("Preview, page" in name(part) for part in parts(opened)))
    return opened


def test_what_the_focus_can_be_in_has_a_name_in_the_window(full: MainWindow) -> None:
    names_are_whole(full)


def test_buttons_of_which_one_holds_are_heard_so_in_the_editor_of_a_scale(
    workbench: Workbench, home: Home, window: QMainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = every_dialog(workbench, home, window, tmp_path)["scale"]()
    qtbot.addWidget(dialog)
    dialog.show()
    buttons = [button for button in dialog.findChildren(QAbstractButton) if button.group() is not None]
    assert len(buttons) > len(("Likelihood", "Impact", "Bands"))
    roles = {QAccessible.queryAccessibleInterface(button).role() for button in buttons}
    assert roles == {QAccessible.Role.RadioButton}
