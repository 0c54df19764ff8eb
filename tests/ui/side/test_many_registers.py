"""The left side of a window on a file with many registers."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.side.categories import CategoriesPanel
from riskdesk.ui.side.registers import RegistersPanel
from riskdesk.ui.side.side import Side

WITH, WITHOUT = "With categories", "Without categories"


@pytest.fixture
def panels(workbench: Workbench, qtbot: QtBot) -> Iterator[tuple[RegistersPanel, CategoriesPanel]]:
    """The last but one of twenty registers has no categories; the last one is open, and the list scrolled to it."""
    tree = template("coe", Language.FRENCH)
    for title in (*[WITH] * 17, WITHOUT, WITH):
        kept = tree.categories[:2] if title == WITH else ()
        workbench.run(registers.add(replace(tree, register=replace(tree.register, title=title), categories=kept)))
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(256, 740)
    upper, lower = RegistersPanel(workbench), CategoriesPanel(workbench)
    side = Side(upper, lower)
    side.setParent(window)
    # The rest is for bars.
    side.resize(256, 650)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: list_of(upper).verticalScrollBar().value() > 0)
    yield upper, lower
    # The window goes no earlier.
    window.close()


def list_of(panel: RegistersPanel) -> QTreeWidget:
    child = panel.findChild(QTreeWidget)
    assert isinstance(child, QTreeWidget)
    return child


def chosen(list_: QTreeWidget) -> list[str]:
    """The titles of the rows that are marked, and of the one that has the keyboard."""
    current = list_.currentItem()
    assert current is not None
    return [*(item.text(0) for item in list_.selectedItems()), current.text(0)]


def test_the_hint_of_a_register_without_categories_is_below_the_registers(
    panels: tuple[RegistersPanel, CategoriesPanel], workbench: Workbench, qtbot: QtBot
) -> None:
    upper, lower = panels
    before = upper.height()
    workbench.open_register(workbench.registers()[-2].id)
    qtbot.waitUntil(lambda: upper.height() > before)
    qtbot.waitUntil(lambda: lower.geometry().top() == upper.geometry().bottom() + 1)


def test_a_click_opens_its_register_though_another_row_comes_below_the_mouse(
    panels: tuple[RegistersPanel, CategoriesPanel], workbench: Workbench, qtbot: QtBot
) -> None:
    upper, before = panels[0], panels[0].height()
    list_ = list_of(upper)
    item = list_.topLevelItem(list_.topLevelItemCount() - 2)
    assert item is not None
    place = list_.visualItemRect(item).center()
    QTest.mousePress(list_.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: upper.height() > before)
    below = list_.itemAt(place)
    assert below is not None
    assert below.text(0) == WITH
    assert chosen(list_) == [WITHOUT, WITHOUT]
    # A hand moves the mouse a little before it lets go.
    place += QPoint(1, 1)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    to = QPointF(list_.viewport().mapToGlobal(place))
    move = QMouseEvent(QMouseEvent.Type.MouseMove, QPointF(place), to, none, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(list_.viewport(), move)
    QTest.mouseRelease(list_.viewport(), left, pos=place)
    assert chosen(list_) == [WITHOUT, WITHOUT]
    assert workbench.register_id == workbench.registers()[-2].id
