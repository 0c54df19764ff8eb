"""The panels on the left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks
from riskdesk.desk.templates import template
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, RiskStatus
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


def test_a_category_says_how_many_of_its_risks_are_ended(categories: CategoriesPanel, workbench: Workbench) -> None:
    first = tree(workbench).categories[0]
    workbench.run(risks.edit(next(first.risks).id, status=RiskStatus.CLOSED))
    item = listed(categories).topLevelItem(0)
    assert item is not None
    count = len(list(first.risks))
    assert item.text(1) == str(count)
    assert item.data(1, Qt.ItemDataRole.AccessibleTextRole) == f"{count} risks, 1 ended"


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


def test_it_moves_by_command_too_and_stays_chosen(categories: CategoriesPanel, workbench: Workbench) -> None:
    before = titles(workbench)
    choose(categories, 1)
    categories.commands["move_down"]()
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
    categories.commands["delete"]()
    assert titles(workbench) == before[1:]


def test_esc_ends_renaming_and_leaves_the_title_as_it_was(categories: CategoriesPanel, workbench: Workbench) -> None:
    before = titles(workbench)
    choose(categories, 0)
    categories.commands["edit_text"]()
    field = categories._list.field
    assert field is not None
    field.setText("Begun")
    assert [draft.text for draft in workbench.typing.drafts()] == ["Begun"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert titles(workbench) == before
    assert workbench.typing.drafts() == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_ends_renaming_at_once_and_goes_nowhere(
    categories: CategoriesPanel, workbench: Workbench, key: Qt.Key
) -> None:
    before, gone = titles(workbench), list[str]()
    choose(categories, 0)
    categories.activated.connect(gone.append)
    categories.commands["edit_text"]()
    field = categories._list.field
    assert field is not None
    field.setText("Begun")
    QTest.keyClick(field, key)
    assert categories._list.field is None
    assert titles(workbench) == ["Begun", *before[1:]]
    # Qt would come back later to a field that is gone by then.
    QApplication.processEvents()
    assert gone == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_ends_renaming_and_opens_no_other_register(
    stores_registers: RegistersPanel, workbench: Workbench, key: Qt.Key
) -> None:
    workbench.run(registers.add(template("coe", Language.FRENCH)))
    first = workbench.registers()[0].id
    choose(stores_registers, 0)
    stores_registers.commands["edit_text"]()
    field = stores_registers._list.field
    assert field is not None
    field.setText("Begun")
    QTest.keyClick(field, key)
    assert stores_registers._list.field is None
    assert workbench.register_id == first
    assert workbench.registers()[0].title == "Begun"


def test_a_step_while_a_title_is_written_leaves_it_open(categories: CategoriesPanel, workbench: Workbench) -> None:
    choose(categories, 0)
    categories.commands["edit_text"]()
    categories._list.field.setText("Begun")
    workbench.store(risks.edit(next(tree(workbench).risks).id, note="from elsewhere"))
    assert categories._list.field.text() == "Begun"
    workbench.run(risks.edit(next(tree(workbench).risks).id, note="stores what is typed first"))
    assert titles(workbench)[0] == "Begun"


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
    assert shown(stores_registers) == [["<b>New</b>", ""]]


def test_an_empty_store_invites(stores_registers: RegistersPanel, workbench: Workbench) -> None:
    assert stores_registers._hint.isHidden()
    workbench.run(registers.delete(tree(workbench).register.id))
    assert not stores_registers._hint.isHidden()
    assert workbench.register_id is None
