"""The button that counts what is missing, and its list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from riskdesk.desk import items, mitigations, registers, risks
from riskdesk.domain.gaps import GapKind
from riskdesk.domain.terms import terms
from riskdesk.domain.values import Language, MitigationStatus
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.gaps import GapList, GapsButton
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import Opened, sheet


@pytest.fixture
def window(open_window: Opened) -> MainWindow:
    return open_window()


def button(window: MainWindow) -> GapsButton:
    found = window.findChild(GapsButton)
    assert isinstance(found, GapsButton)
    return found


def opened(window: MainWindow, qtbot: QtBot) -> GapList:
    QTest.mouseClick(button(window), Qt.MouseButton.LeftButton)
    found = window.findChild(GapList)
    assert isinstance(found, GapList)
    qtbot.waitUntil(found.isVisible)
    return found


def kind(found: GapList, wanted: GapKind) -> QTreeWidgetItem:
    name = terms(Language.ENGLISH).gap_kinds[wanted]
    (item,) = [item for item in tops(found) if item.text(0) == name]
    return item


def tops(found: GapList) -> list[QTreeWidgetItem]:
    return [item for item in map(found.topLevelItem, range(found.topLevelItemCount())) if item is not None]


def count(window: MainWindow) -> int:
    return int(button(window).text().split()[0])


def test_it_counts_what_each_step_mends(window: MainWindow, workbench: Workbench) -> None:
    before = count(window)
    risk = next(workbench.tree().risks)  # type: ignore[union-attr]
    workbench.run(risks.edit(risk.id, likelihood=2, impact=2, owner="Anna"))
    assert count(window) == before - 2
    workbench.undo()
    assert count(window) == before


def test_a_click_on_a_gap_leads_to_its_risk(window: MainWindow, workbench: Workbench, qtbot: QtBot) -> None:
    risk = list(workbench.tree().risks)[-1]  # type: ignore[union-attr]
    found = opened(window, qtbot)
    heading = kind(found, GapKind.NOT_ASSESSED)
    heading.setExpanded(True)
    last = heading.child(heading.childCount() - 1)
    found.scrollToItem(last)
    place = found.visualItemRect(last).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    assert workbench.selection == (risk.id,)
    assert not found.isVisible()
    row = sheet(window).lines.content.rows[risk.id]
    assert sheet(window).viewport().rect().intersects(sheet(window)._parts.scrolling.rect_of(row))


def test_so_does_the_keyboard(window: MainWindow, workbench: Workbench, qtbot: QtBot) -> None:
    first = next(workbench.tree().risks)  # type: ignore[union-attr]
    button(window).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button(window), Qt.Key.Key_Space)
    found = window.findChild(GapList)
    assert isinstance(found, GapList)
    qtbot.waitUntil(found.isVisible)
    found.setCurrentItem(kind(found, GapKind.NOT_ASSESSED))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(found, key)

    assert workbench.selection == (first.id,)
    assert not found.isVisible()


def test_esc_goes_nowhere(window: MainWindow, workbench: Workbench, qtbot: QtBot) -> None:
    before = workbench.selection
    found = opened(window, qtbot)
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert not found.isVisible()
    assert workbench.selection == before


def test_the_list_is_that_of_the_moment(window: MainWindow, workbench: Workbench, qtbot: QtBot) -> None:
    found = opened(window, qtbot)
    before = kind(found, GapKind.NO_OWNER).childCount()
    QTest.keyClick(found, Qt.Key.Key_Escape)
    workbench.run(risks.edit(next(workbench.tree().risks).id, owner="Anna"))  # type: ignore[union-attr]
    found = opened(window, qtbot)
    assert kind(found, GapKind.NO_OWNER).childCount() == before - 1
    assert kind(found, GapKind.NO_OWNER).text(1) == str(before - 1)
    assert sum(item.childCount() for item in tops(found)) == count(window)


def test_where_nothing_is_missing_there_is_no_button_and_a_few_gaps_are_seen_at_once(
    window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    tree = workbench.tree()
    assert tree is not None
    first, *others = tree.entries
    workbench.run(items.delete([entry.entry.id for entry in others]))
    found = opened(window, qtbot)
    assert all(item.isExpanded() for item in tops(found)) is (count(window) <= 12)
    QTest.keyClick(found, Qt.Key.Key_Escape)
    workbench.run(items.delete([mitigation.id for mitigation in first.mitigations[1:]]))
    workbench.run(items.delete([risk.id for risk in first.risks[1:]]))
    found = opened(window, qtbot)
    assert count(window) <= 12
    assert all(item.isExpanded() for item in tops(found))
    QTest.keyClick(found, Qt.Key.Key_Escape)
    workbench.run(risks.edit(first.risks[0].id, likelihood=1, impact=1, owner="Anna"))
    workbench.run(mitigations.edit(first.mitigations[0].id, status=MitigationStatus.DONE))
    assert not button(window).isVisible()


def test_without_a_register_there_is_no_button(window: MainWindow, workbench: Workbench) -> None:
    workbench.run(registers.delete(str(workbench.register_id)))
    assert not button(window).isVisible()
