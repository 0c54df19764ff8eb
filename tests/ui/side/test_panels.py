"""The panels on the left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.desk.templates import template
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.side.categories import CategoriesPanel
from riskdesk.ui.side.registers import RegistersPanel


def tree(workbench: Workbench) -> RegisterTree:
    found = workbench.tree()
    assert found is not None
    return found


def titles(workbench: Workbench) -> list[str]:
    return [category.category.title for category in tree(workbench).categories]


def shown(panel: QWidget) -> list[list[str]]:
    found = listed(panel)
    return [
        [item.text(column) for column in range(found.columnCount())]
        for item in map(found.topLevelItem, range(found.topLevelItemCount()))
        if item is not None
    ]


def listed(panel: QWidget) -> QTreeWidget:
    found = panel.findChild(QTreeWidget)
    assert isinstance(found, QTreeWidget)
    return found


@pytest.fixture
def categories(qtbot: QtBot, workbench: Workbench) -> CategoriesPanel:
    panel = CategoriesPanel(workbench)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def stores_registers(qtbot: QtBot, workbench: Workbench) -> RegistersPanel:
    panel = RegistersPanel(workbench)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def choose(panel: QWidget, row: int) -> None:
    found = listed(panel)
    point = found.visualRect(found.model().index(row, 0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def test_categories_are_listed_with_their_risks(categories: CategoriesPanel, workbench: Workbench) -> None:
    told = [[category.category.title, str(len(list(category.risks)))] for category in tree(workbench).categories]
    assert shown(categories) == told
    assert sum(int(count) for _, count in told) == 31


def test_a_click_goes_there(categories: CategoriesPanel, workbench: Workbench, qtbot: QtBot) -> None:
    wanted = tree(workbench).categories[3].category.id
    with qtbot.waitSignal(categories.activated) as went:
        choose(categories, 3)
    assert went.args == [wanted]
    assert workbench.selection == (wanted,)


def test_a_category_is_dragged_to_another_place(categories: CategoriesPanel, workbench: Workbench) -> None:
    before = titles(workbench)
    listed(categories).dropped.emit(tree(workbench).categories[0].category.id, 3)  # type: ignore[attr-defined]
    assert titles(workbench) == [*before[1:3], before[0], *before[3:]]
    assert [title for title, _ in shown(categories)] == titles(workbench)


def test_it_moves_by_keyboard_too_and_stays_chosen(categories: CategoriesPanel, workbench: Workbench) -> None:
    before = titles(workbench)
    choose(categories, 1)
    QTest.keyClick(listed(categories), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(workbench) == [before[0], before[2], before[1], *before[3:]]
    current = listed(categories).currentItem()
    assert current is not None
    assert current.text(0) == before[1]


def test_it_is_renamed_in_place(categories: CategoriesPanel, workbench: Workbench) -> None:
    item = listed(categories).topLevelItem(0)
    assert item is not None
    item.setText(0, "Renamed")
    assert titles(workbench)[0] == "Renamed"
    workbench.undo()
    assert shown(categories)[0][0] == titles(workbench)[0] != "Renamed"


def test_it_is_deleted(categories: CategoriesPanel, workbench: Workbench) -> None:
    before = titles(workbench)
    choose(categories, 0)
    QTest.keyClick(listed(categories), Qt.Key.Key_Delete)
    assert titles(workbench) == before[1:]


def test_the_category_of_what_is_chosen_is_marked(categories: CategoriesPanel, workbench: Workbench) -> None:
    workbench.select([next(tree(workbench).categories[2].risks).id])
    current = listed(categories).currentItem()
    assert current is not None
    assert current.text(0) == titles(workbench)[2]


def test_choosing_a_register_opens_it(stores_registers: RegistersPanel, workbench: Workbench) -> None:
    workbench.run(registers.add(template("coe", Language.FRENCH)))
    second = workbench.registers()[1]
    assert workbench.register_id == second.id
    choose(stores_registers, 0)
    assert workbench.register_id == workbench.registers()[0].id
    assert len(shown(stores_registers)) == 2


def test_a_new_title_is_listed(stores_registers: RegistersPanel, workbench: Workbench) -> None:
    workbench.run(registers.edit(tree(workbench).register.id, title="<b>New</b>"))
    assert shown(stores_registers) == [["<b>New</b>"]]


def test_an_empty_store_invites(stores_registers: RegistersPanel, workbench: Workbench) -> None:
    assert stores_registers._hint.isHidden()
    workbench.run(registers.delete(tree(workbench).register.id))
    assert not stores_registers._hint.isHidden()
    assert workbench.register_id is None
