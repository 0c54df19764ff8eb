"""Whatever the focus can be in has a name, no name hides what is seen, and each dialog begins at its main part."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks
from riskdesk.ui.assess.card import Card
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow
from tests.ui.access.every_area import AREAS, Areas
from tests.ui.access.seen import described, name, parts
from tests.ui.conftest import Opened, action
from tests.ui.every_dialog import every_dialog

# The part that has the focus first, by its name.
FIRST = {
    "import": "Questions (2)",
    "import compared": "Differences",
    "export": "File",
    "export of columns": "File",
    "export in a format": "Format",
    "print": "Document",
    "new register": "Title",
    "replace": "Find",
    "send copy": "What",
    "print set": "Name",
    "save view": "Name",
    "rename view": "Name",
    "send to owners": "Owners",
    "answers": "Differences",
    "together": "Change Response",
    "scale": "Name of the scale in English",
    "levels": "Likelihood: 1 Very low",
    "backups": "Backups",
    "damage": "Damaged register file",
    "merge": "Changed in both",
    "conflict": "Their version",
    "replaced": "Save mine as a new file…",
    "mend": "Owner",
    "switch off": "Reason",
    "about": "Close",
    "licences": "Licences",
    "unfinished text": "Unfinished text",
    "places": "Open register file",
    "crash": "Report",
    "warning": "OK",
    "question": "Keep",
    "help": "Text of the help",
    "history": "Steps",
    "as it was": "Sheet of the register",
}
# The areas with buttons of which one holds.
WITH_CHOICES = ("list", "list without rows", "matrix", "assess card")
Show = Callable[[str], QWidget]


@pytest.fixture
def show(workbench: Workbench, home: Home, window: QMainWindow, qtbot: QtBot, tmp_path: Path) -> Show:
    """Shows a dialog of a name."""
    makers = every_dialog(workbench, home, window, tmp_path)

    def show_dialog(of: str) -> QWidget:
        dialog = makers[of]()
        qtbot.addWidget(dialog)
        dialog.open() if isinstance(dialog, QDialog) else dialog.show()
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    return show_dialog


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


def test_every_dialog_is_known(workbench: Workbench, home: Home, window: QMainWindow, tmp_path: Path) -> None:
    assert every_dialog(workbench, home, window, tmp_path).keys() == {*FIRST, "calendar"}


@pytest.mark.parametrize("of", [*FIRST, "calendar"])
def test_what_the_focus_can_be_in_has_a_name_in(show: Show, of: str) -> None:
    names_are_whole(show(of))


@pytest.mark.parametrize("of", FIRST)
def test_a_dialog_begins_at_its_main_part(show: Show, qtbot: QtBot, of: str) -> None:
    dialog = show(of)
    qtbot.waitUntil(dialog.isActiveWindow)
    focused = QApplication.focusWidget()
    assert focused is not None
    spoken_name = name(QAccessible.queryAccessibleInterface(focused)).replace("&", "")
    box = QAccessible.queryAccessibleInterface(focused).role() == QAccessible.Role.ComboBox
    assert (focused.accessibleName() if box else spoken_name) == FIRST[of]
    assert focused.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("of", AREAS)
def test_what_the_focus_can_be_in_has_a_name_in_the_area(areas: Areas, of: str) -> None:
    names_are_whole(areas.show(of))


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


@pytest.mark.parametrize("of", AREAS)
def test_buttons_of_which_one_holds_are_heard_so_in_the_area(areas: Areas, of: str) -> None:
    area = areas.show(of)
    buttons = [button for button in area.findChildren(QAbstractButton) if button.group() is not None]
    if isinstance(area, Card):
        buttons += area._pairs.values()
    assert bool(buttons) == (of in WITH_CHOICES)
    assert [
        described(interface)
        for interface in map(QAccessible.queryAccessibleInterface, buttons)
        if interface.role() != QAccessible.Role.RadioButton
    ] == []
