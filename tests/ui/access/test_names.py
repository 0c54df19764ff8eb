"""Whatever the focus can be in has a name, and no name hides what is seen."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow
from tests.ui.access.seen import described, name, parts
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


def names_are_whole(widget: QWidget) -> None:
    nameless = [
        described(part)
        for part in parts(widget)
        if not name(part).strip() and (part.state().focusable or isinstance(part.object(), QAbstractButton))
    ]
    assert nameless == []
    # Qt takes what it does not know for a client, of which screen readers say nothing.
    unknown = (QAccessible.Role.NoRole, QAccessible.Role.Client)
    assert [described(part) for part in parts(widget) if part.state().focusable and part.role() in unknown] == []
    hidden = [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and not is_told(label)]
    assert hidden == []
    # On Linux a box of choices is called what is chosen: only its label says what for.
    labelled = QAccessible.RelationFlag.Label
    boxes = [part for part in parts(widget) if isinstance(part.object(), QComboBox)]
    assert [described(box) for box in boxes if not box.relations(labelled)] == []


def is_told(label: QLabel) -> bool:
    """Whether the name of a label holds its text, as far as that is not cut for want of room."""
    spoken_name = name(QAccessible.queryAccessibleInterface(label)).casefold()
    return all(part.casefold() in spoken_name for part in label.text().replace("&", "").split("…"))


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
