"""The menu of the sheet offers what can be done with what is selected, and assesses it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers as register_actions
from riskdesk.desk import risks, scales
from riskdesk.domain.values import MitigationStatus, RiskStatus
from riskdesk.system import WINDOWS
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.level_menus import LevelMenus
from riskdesk.ui.side.categories import CategoriesPanel
from riskdesk.ui.side.menu import RowMenu
from riskdesk.ui.side.panel_list import PanelList
from riskdesk.ui.views.sheet import Sheet
from tests.ui.conftest import Desk, Opened, action, read_only, sheet

TOGETHER = "Change together…"
CLIPBOARD = ["Cut", "Copy", "Paste", "Duplicate", "Delete"]
ADDS = ["Add risk", "Add mitigation", "Add entry"]
MOVES = ["Move up", "Move down"]
ASSESS = ["Likelihood", "Impact", "Status"]


class SheetDesk(Desk):
    """A window with the sheet in it, and what a test asks of it."""

    @property
    def sheet(self) -> Sheet:
        return sheet(self.window)

    def ask(self, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Keyboard) -> QMenu:
        place = QPoint(5, 5)
        QApplication.sendEvent(self.sheet.viewport(), QContextMenuEvent(reason, place, self.sheet.mapToGlobal(place)))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def choose(self, *path: str) -> None:
        """Choose a line of the menu, or of a menu within it."""
        menu = self.ask()
        for text in path[:-1]:
            menu = entry(menu, text).menu()
        line = entry(menu, path[-1])
        menu.close()
        line.trigger()


def visible_lines(menu: QMenu) -> list[QAction]:
    return [line for line in menu.actions() if line.isVisible() and not line.isSeparator()]


def line_texts(menu: QMenu) -> list[str]:
    return [line.text().replace("&", "") for line in visible_lines(menu)]


def entry(menu: QMenu, text: str) -> QAction:
    return next(line for line in visible_lines(menu) if line.text().replace("&", "") == text)


@pytest.fixture
def desk(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> Iterator[SheetDesk]:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    sheet(window).setFocus()
    yield SheetDesk(window, workbench)
    while QApplication.activePopupWidget() is not None:
        QApplication.activePopupWidget().close()


def test_each_kind_has_its_own_lines(desk: SheetDesk) -> None:
    tree = desk.tree
    category, entry_ = tree.categories[0], tree.categories[0].entries[0]
    expected = {
        next(tree.risks).id: [*CLIPBOARD, "Assess…", *ASSESS, TOGETHER, *ADDS, *MOVES],
        next(tree.mitigations).id: [*CLIPBOARD, "Status", TOGETHER, *ADDS, *MOVES],
        entry_.entry.id: [*CLIPBOARD, *ADDS, *MOVES],
        category.category.id: ["Edit text", *CLIPBOARD, "Add entry", "Add category", *MOVES],
        tree.register.id: [
            *("Edit text", "Paste", "Duplicate register", "Export PDF…", "Send a copy…", "Delete register"),
            "Add category",
        ],
    }
    for identity, lines in expected.items():
        rows = [row for row, line in enumerate(desk.sheet.lines.lines) if line.id == identity]
        desk.sheet.choose(rows[-1])
        menu = desk.ask()
        assert line_texts(menu) == lines
        menu.close()


@pytest.mark.skipif(WINDOWS, reason="the system itself asks for a menu by these keys")
def test_shift_f10_is_as_good_as_the_menu_key(desk: SheetDesk) -> None:
    first = next(desk.tree.risks)
    for opened in (False, True):
        desk.workbench.select([first.id])
        if opened:
            desk.sheet.writing.open(desk.sheet.lines.content.rows[first.id])
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert ("Select all" in line_texts(menu)) == opened
        menu.close()
    titles = desk.window.findChild(CategoriesPanel).findChild(PanelList)
    titles.setFocus()
    QTest.keyClick(titles, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(QApplication.activePopupWidget(), RowMenu)


def test_what_is_selected_together_is_assessed_as_one_step(desk: SheetDesk) -> None:
    before = desk.tree
    ids = [risk.id for risk in before.risks][1:4]
    desk.workbench.select(ids)
    desk.choose("Likelihood", "4  High")
    desk.choose("Impact", "2  Low")
    desk.choose("Status", "Approved")
    assessed = [risk for risk in desk.tree.risks if risk.id in ids]
    assert {(risk.likelihood, risk.impact, risk.status) for risk in assessed} == {(4, 2, RiskStatus.APPROVED)}
    assert desk.workbench.selection == tuple(ids)
    for _ in range(3):
        action(desk.window, "undo").trigger()
    assert desk.tree == before


def test_the_level_that_holds_is_ticked_and_can_be_taken_away(desk: SheetDesk) -> None:
    first, second, *_ = desk.tree.risks
    desk.workbench.run(risks.edit(first.id, likelihood=3))
    desk.workbench.select([first.id])
    menu = entry(desk.ask(), "Likelihood").menu()
    assert [line.text() for line in menu.actions() if line.isChecked()] == ["&3  Medium"]
    QApplication.activePopupWidget().close()
    desk.workbench.select([first.id, second.id])
    menu = entry(desk.ask(), "Likelihood").menu()
    assert [line.text() for line in menu.actions() if line.isChecked()] == []
    QApplication.activePopupWidget().close()
    desk.workbench.select([first.id])
    desk.choose("Likelihood", "Not assessed")
    assert next(desk.tree.risks).likelihood is None


def test_levels_are_those_of_the_register(desk: SheetDesk) -> None:
    scale = scales.profile("eu-action-document-3x3")
    desk.workbench.run(register_actions.edit(desk.tree.register.id, scale=scale))
    desk.workbench.select([next(desk.tree.risks).id])
    names = line_texts(entry(desk.ask(), "Impact").menu())
    assert names == [f"{number}  {level.name}" for number, level in enumerate(scale.impact, 1)] + ["Not assessed"]


def test_a_mitigation_has_states_of_its_own_and_a_mix_has_none(desk: SheetDesk) -> None:
    mitigation = next(desk.tree.mitigations)
    desk.workbench.select([mitigation.id])
    desk.choose("Status", "Under way")
    assert next(desk.tree.mitigations).status is MitigationStatus.UNDER_WAY
    desk.workbench.select([mitigation.id, next(desk.tree.risks).id])
    assert line_texts(desk.ask()) == [*CLIPBOARD, TOGETHER, *ADDS, "Add category", *MOVES]


def test_several_kinds_have_no_levels_in_common(desk: SheetDesk) -> None:
    assessing = LevelMenus(desk.workbench, desk.window)
    desk.workbench.select([next(desk.tree.risks).id, next(desk.tree.mitigations).id])
    assessing.refresh()
    assert [menu.menuAction().isVisible() for menu in assessing.menus] == [False] * 3


def test_the_line_that_is_written_is_assessed_and_what_is_typed_stays(desk: SheetDesk) -> None:
    first = next(desk.tree.risks)
    desk.sheet.writing.open(desk.sheet.lines.content.rows[first.id])
    QTest.keyClicks(desk.sheet.writing.editor, " and more")
    menu = desk.ask()
    assert line_texts(menu)[:4] == ["Cut", "Copy", "Paste", "Select all"]
    level = entry(entry(menu, "Impact").menu(), "5  Very high")
    menu.close()
    level.trigger()
    risk = next(desk.tree.risks)
    assert (risk.impact, risk.description) == (5, f"{first.description} and more")


@read_only
def test_where_nothing_can_be_written_nothing_is_assessed(desk: SheetDesk) -> None:
    desk.workbench.select([next(desk.tree.risks).id])
    menu = desk.ask()
    assert [line.isEnabled() for line in visible_lines(menu) if line.menu()] == [False] * 3


def test_no_menu_is_left_by_right_clicks(desk: SheetDesk) -> None:
    def left() -> tuple[int, int]:
        return len(desk.window.findChildren(QMenu)), len(desk.window.findChildren(QAction))

    desk.workbench.select([next(desk.tree.risks).id])
    desk.ask().close()
    before = left()
    for _ in range(10):
        desk.ask().close()
    assert left() == before
