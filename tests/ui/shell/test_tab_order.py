"""Tab goes through the window as it is seen: tool bar, areas from left to right, status line, and past nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from riskdesk.kit.reading_order import in_reading_order
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.preview.pages import Pages
from riskdesk.ui.shell.areas import Areas
from riskdesk.ui.shell.tool_bar import ToolBar
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.list import RegisterList
from riskdesk.ui.views.list.chips import Chip
from tests.ui.conftest import Opened, action

BESIDE = ("left", "gaps", "centre", "preview", "inspector")
STANDING = ("left", "border", "gaps", "border", "centre", "border", "preview", "border", "inspector")


@pytest.fixture
def window(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> MainWindow:
    window = open_window()
    window.resize(2400, 900)
    tree = workbench.tree()
    assert tree is not None
    workbench.select([next(tree.risks).id])
    for name in ("show_preview", "show_gaps"):
        action(window, name).trigger()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def walked(key: Qt.Key) -> list[QWidget]:
    """What has the focus one after another, until it comes round."""
    focus_order: list[QWidget] = []
    while (now := QApplication.focusWidget()) not in focus_order:
        focus_order.append(now)
        QTest.keyClick(now, key)
    return focus_order


def region(window: QMainWindow, widget: QWidget) -> str:
    areas = window.findChild(Areas)
    if widget in map(areas.handle, range(areas.count())):
        return "border"
    names = (name for name in BESIDE if (part := areas.area(name)) is not None and part.isAncestorOf(widget))
    return next(names, "status" if window.statusBar().isAncestorOf(widget) else "tools")


def once_each(names: list[str]) -> list[str]:
    """The names without those that repeat the one before."""
    return [name for before, name in zip([None, *names], names, strict=False) if name != before]


def test_tab_goes_from_region_to_region_as_they_stand_and_stops_at_the_tools(window: MainWindow) -> None:
    tools = {"Document", "Paper", "Print settings"}
    for view, more in (("view_sheet", set()), ("view_list", {"Filter"}), ("view_matrix", {"Copy as picture"})):
        action(window, view).trigger()
        action(window, "go_registers").trigger()
        forward = walked(Qt.Key.Key_Tab)
        assert once_each([region(window, widget) for widget in forward]) == [*STANDING, "status", "tools"], view
        assert tools | more <= {widget.accessibleName() for widget in forward}, view
        action(window, "go_registers").trigger()
        assert walked(Qt.Key.Key_Backtab) == [forward[0], *reversed(forward[1:])], view


@pytest.mark.parametrize("name", ["matrix", "preview"])
def test_tab_goes_through_tools_and_what_they_are_for_as_they_stand(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    action(window, "view_matrix").trigger()
    qtbot.waitUntil(lambda: window.findChild(Pages).count > 0)
    action(window, "go_registers").trigger()
    area = "centre" if name == "matrix" else name
    stops = [stop for stop in walked(Qt.Key.Key_Tab) if region(window, stop) == area]
    assert len(stops) > len(("tools", "what they are for"))
    assert stops == in_reading_order(stops, window)


def test_what_goes_after_a_tab_takes_nothing_else_with_it(window: MainWindow, qtbot: QtBot) -> None:
    action(window, "view_list").trigger()
    listed = window.findChild(RegisterList).listed
    listed.ask(listed.listing.filtered("assessed", "no"))
    (chip,) = window.findChildren(Chip)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Tab)
    listed.ask(listed.listing.filtered("assessed"))
    qtbot.waitUntil(lambda: not isValid(chip))
    # The tool bar arranges its buttons anew, which Qt made and Python only knows.
    window.resize(900, 900)
    assert window.findChild(ToolBar).height() > 0
    assert all(isValid(button) for button in window.findChild(ToolBar)._buttons.values())
