"""What can be chosen does something: a command that finds nothing to act on among what is selected is disabled."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.desk.templates import template
from riskdesk.domain.listing import RowKind
from riskdesk.domain.values import Language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.palette.palette import Palette
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.view import OF_ITEMS
from tests.ui import keys
from tests.ui.conftest import Opened, action, sheet, tree_of
from tests.ui.keys import focused


@pytest.fixture
def window(open_window: Opened, qtbot: QtBot) -> MainWindow:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def selections(workbench: Workbench) -> dict[str, Sequence[str]]:
    """What can be selected, by its kind."""
    tree = tree_of(workbench)
    category = tree.categories[1]
    entry = category.entries[0]
    risk, mitigation = entry.risks[0].id, entry.mitigations[0].id
    return {
        "nothing": (),
        "register": (tree.register.id,),
        "category": (category.category.id,),
        "entry": (entry.entry.id,),
        "risk": (risk,),
        "mitigation": (mitigation,),
        "several": (risk, mitigation),
    }


def offered(window: MainWindow) -> set[str]:
    """The commands on items that the palette lists for what has the focus now."""
    keys.press(focused(), "Ctrl+K")
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    listed = {goal.id for goal in window._palette._doable}
    keys.press(focused(), "Esc")
    return listed & {*OF_ITEMS, "edit_text"}


@pytest.mark.parametrize(
    ("view", "acting"),
    [
        ("view_sheet", {"category", "entry", "risk", "mitigation", "several"}),
        ("view_list", {"risk", "several"}),
    ],
)
def test_what_acts_on_items_is_offered_where_some_are_selected(
    window: MainWindow, workbench: Workbench, view: str, acting: set[str]
) -> None:
    action(window, view).trigger()
    here = OF_ITEMS & set(window._centre.front.commands)
    faults = []
    for kind, ids in selections(workbench).items():
        workbench.select(ids)
        if (offered(window) - {"edit_text"}) != (here if kind in acting else set()):
            faults.append(kind)
    assert faults == []


def test_a_line_that_is_written_can_be_duplicated_moved_and_deleted(window: MainWindow, workbench: Workbench) -> None:
    workbench.select(selections(workbench)["register"])
    assert not action(window, "duplicate").isEnabled()
    workbench.select(selections(workbench)["category"])
    action(window, "add_entry").trigger()
    QTest.keyClicks(sheet(window).writing.editor, "New")
    before = len(list(tree_of(workbench).risks))
    keys.press(focused(), "Ctrl+D")
    assert len(list(tree_of(workbench).risks)) == before + 2


def test_a_key_acts_at_once_on_what_the_list_shows_by_another_kind_of_rows(
    window: MainWindow, workbench: Workbench
) -> None:
    action(window, "view_list").trigger()
    view = window._centre.front
    workbench.select(selections(workbench)["mitigation"])
    assert not action(window, "delete").isEnabled()
    view.listed.turn(RowKind.MITIGATION)
    view.table.setFocus()
    before = len(list(tree_of(workbench).mitigations))
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    assert len(list(tree_of(workbench).mitigations)) == before - 1


def test_what_can_be_edited_is_a_line(window: MainWindow, workbench: Workbench) -> None:
    action(window, "view_list").trigger()
    workbench.select(selections(workbench)["category"])
    window._centre.front.table.setCurrentIndex(window._centre.front.table.model().index(-1, -1))
    assert "edit_text" not in offered(window)
    workbench.select(selections(workbench)["risk"])
    assert "edit_text" in offered(window)


def test_the_next_match_of_nothing_is_asked_for(window: MainWindow) -> None:
    sheet(window).setFocus()
    keys.press(focused(), "F3")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "Find in the register"


def test_where_no_line_is_current_the_first_one_is_edited(window: MainWindow, workbench: Workbench) -> None:
    workbench.run(registers.add(template("coe", Language.ENGLISH)))
    action(window, "add_mitigation").trigger()
    # The new line was empty, and is gone without a step.
    action(window, "delete").trigger()
    assert sheet(window).current_row is None
    action(window, "edit_text").trigger()
    assert sheet(window).writing.row == 0
