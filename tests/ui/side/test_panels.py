"""The panels on the left."""

from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QPointF, QRect, QSignalBlocker, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidget, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from riskdesk.desk import categories as categories_
from riskdesk.desk import clip, items, registers, risks
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.label import Label
from riskdesk.domain.values import Language, RiskStatus
from riskdesk.kit.theme import Theme
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.side.categories import CategoriesPanel
from riskdesk.ui.side.panel_list import PanelList
from riskdesk.ui.side.registers import RegistersPanel
from riskdesk.ui.side.rows import SUMMARY, UNTITLED
from riskdesk.ui.side.side import Side
from riskdesk.ui.side.summary import Summary
from tests.ui import dragging
from tests.ui.access.seen import name
from tests.ui.conftest import tree_of
from tests.ui.drawn import texts_drawn

# More than any list here needs.
ANY_HEIGHT = 100_000


def titles(workbench: Workbench) -> list[str]:
    return [category.category.title for category in tree_of(workbench).categories]


def items_of(panel: QWidget) -> list[QTreeWidgetItem]:
    tree_widget = list_of(panel)
    return [item for item in map(tree_widget.topLevelItem, range(tree_widget.topLevelItemCount())) if item is not None]


def shown_titles(panel: QWidget) -> list[str]:
    return [item.text(0) for item in items_of(panel)]


def summaries(panel: QWidget) -> list[Summary]:
    return [item.data(0, SUMMARY) for item in items_of(panel)]


def drawn(view: QTreeWidget, row: QRect) -> QImage:
    return view.viewport().grab(row).toImage()


def list_of(panel: QWidget) -> QTreeWidget:
    child = panel.findChild(QTreeWidget)
    assert isinstance(child, QTreeWidget)
    return child


@pytest.fixture
def categories(qtbot: QtBot, workbench: Workbench) -> CategoriesPanel:
    panel = CategoriesPanel(workbench)
    panel.resize(256, 600)
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


def drag(panel: QWidget, row: int, before: int) -> None:
    """Drop a row before another one."""
    choose(panel, row)
    tree_widget, buttons_and_keys = list_of(panel), (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    point = QPointF(tree_widget.visualRect(tree_widget.model().index(before, 0)).center())
    # The event only points to its data.
    data = QMimeData()
    tree_widget.dropEvent(QDropEvent(point, Qt.DropAction.MoveAction, data, *buttons_and_keys))


def choose(panel: QWidget, row: int) -> None:
    tree_widget = list_of(panel)
    point = tree_widget.visualRect(tree_widget.model().index(row, 0)).center()
    QTest.mouseClick(tree_widget.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def test_categories_are_listed_with_what_is_assessed(categories: CategoriesPanel, workbench: Workbench) -> None:
    first, second = tree_of(workbench).categories[:2]
    for risk, level in zip(first.risks, (2, 5, 1), strict=False):
        workbench.run(risks.edit(risk.id, likelihood=level, impact=level))

    assert shown_titles(categories) == titles(workbench)
    assert summaries(categories)[0] == Summary("Very high", 1.0, "3 of 7 assessed")
    assert summaries(categories)[1] == Summary("", None, f"0 of {len(list(second.risks))} assessed")


@pytest.mark.parametrize("kind", ["categories", "stores_registers"])
def test_rows_that_are_shown_no_more_are_gone(
    kind: str, request: pytest.FixtureRequest, workbench: Workbench, session: Session
) -> None:
    panel = request.getfixturevalue(kind)
    before = items_of(panel)
    workbench.run(categories_.add(tree_of(workbench).register.id, title="Weather"))
    workbench.run(registers.duplicate(session.registers()[0].id))
    assert items_of(panel)
    assert not any(map(isValid, before))


def test_what_has_ended_is_no_part_of_that(categories: CategoriesPanel, workbench: Workbench) -> None:
    low, high, *_ = tree_of(workbench).categories[0].risks
    workbench.run(risks.edit(low.id, likelihood=1, impact=1))
    workbench.run(risks.edit(high.id, likelihood=5, impact=5))
    workbench.run(risks.edit(high.id, status=RiskStatus.CLOSED))

    assert summaries(categories)[0] == Summary("Low", 0.0, "1 of 6 assessed")
    spoken = items_of(categories)[0].data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{titles(workbench)[0]}, 7 risks, 1 closed or rejected, Low, 1 of 6 assessed"


def test_a_category_without_a_title_is_called_untitled(categories: CategoriesPanel, workbench: Workbench) -> None:
    view, first = list_of(categories), tree_of(workbench).categories[0].category
    workbench.run(categories_.edit(first.id, ""))
    (item, *_) = items_of(categories)
    assert item.text(0) == ""
    assert item.data(0, Qt.ItemDataRole.AccessibleTextRole).startswith("Untitled category, 7 risks")
    quiet = drawn(view, view.visualItemRect(item))
    with QSignalBlocker(view):
        item.setText(0, "Untitled category")
    titled = drawn(view, view.visualItemRect(item))
    with QSignalBlocker(view):
        item.setText(0, "")
        item.setData(0, UNTITLED, "")
    blank = drawn(view, view.visualItemRect(item))
    assert quiet.size() == titled.size() == blank.size()
    assert blank != quiet != titled


def test_a_category_without_risks_says_so(categories: CategoriesPanel, workbench: Workbench) -> None:
    category = tree_of(workbench).categories[2]
    workbench.run(items.delete([risk.id for risk in category.risks]))

    assert summaries(categories)[2] == Summary("", None, "No risks")


def test_another_scale_gives_other_bands(categories: CategoriesPanel, workbench: Workbench) -> None:
    risk = next(tree_of(workbench).risks)
    workbench.run(risks.edit(risk.id, likelihood=2, impact=2))
    before = summaries(categories)[0]
    scale = tree_of(workbench).register.scale
    renamed = replace(scale, bands=tuple(replace(band, name=Label.same(f"Band {band.name}")) for band in scale.bands))
    workbench.run(registers.edit(tree_of(workbench).register.id, scale=renamed))

    assert summaries(categories)[0].band == f"Band {before.band}"


def test_a_step_touches_the_rows_that_it_concerns_and_no_other(
    categories: CategoriesPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    changed: list[int] = []
    list_of(categories).model().dataChanged.connect(lambda index, *_: changed.append(index.row()))
    list_of(categories).model().modelReset.connect(lambda: changed.append(-1))
    risk = next(tree_of(workbench).categories[1].risks)
    workbench.run(risks.edit(risk.id, likelihood=4, impact=4))
    assert set(changed) == {1}
    changed.clear()
    workbench.run(risks.edit(risk.id, note="Not shown there"))
    workbench.undo()
    workbench.undo()
    assert set(changed) == {1}


def test_all_rows_go_together_where_the_list_is_filled_anew(categories: CategoriesPanel, workbench: Workbench) -> None:
    count, removed_counts = len(items_of(categories)), list[int]()
    list_of(categories).model().rowsRemoved.connect(
        lambda _parent, first, last: removed_counts.append(last - first + 1)
    )
    workbench.run(items.delete([category.category.id for category in tree_of(workbench).categories[2:4]]))
    assert removed_counts == [count]
    assert shown_titles(categories) == titles(workbench)


def test_a_reference_that_a_register_gives_leaves_the_list_of_registers_as_it_is(
    qtbot: QtBot, workbench: Workbench
) -> None:
    panel = RegistersPanel(workbench)
    qtbot.addWidget(panel)
    (before,) = items_of(panel)
    workbench.run(risks.add(next(tree_of(workbench).entries).entry.id, ["New"]))
    assert items_of(panel) == [before]
    workbench.run(registers.edit(tree_of(workbench).register.id, title="Other"))
    assert shown_titles(panel) == ["Other"]


def test_the_title_of_a_step_is_shown(categories: CategoriesPanel, workbench: Workbench) -> None:
    workbench.run(categories_.edit(tree_of(workbench).categories[1].category.id, "Another title"))
    assert shown_titles(categories)[1] == "Another title"


def test_a_title_is_shown_to_the_letter_in_as_many_lines_as_it_needs(
    categories: CategoriesPanel, workbench: Workbench
) -> None:
    def height() -> int:
        return list_of(categories).visualItemRect(items_of(categories)[0]).height()

    workbench.run(categories_.edit(tree_of(workbench).categories[0].category.id, "Short"))
    one_line = height()
    workbench.run(categories_.edit(tree_of(workbench).categories[0].category.id, "Word &amp; <b>bold</b> " * 9))

    assert height() > 2 * one_line


def test_a_click_goes_there(categories: CategoriesPanel, workbench: Workbench, qtbot: QtBot) -> None:
    category_id = tree_of(workbench).categories[3].category.id
    with qtbot.waitSignal(categories.activated) as signal:
        choose(categories, 3)
    assert signal.args == [category_id]
    assert workbench.selection == (category_id,)


def test_a_category_is_dragged_to_another_place(categories: CategoriesPanel, workbench: Workbench) -> None:
    before = titles(workbench)
    drag(categories, 0, 3)
    assert titles(workbench) == [*before[1:3], before[0], *before[3:]]
    assert shown_titles(categories) == titles(workbench)


class FromSheet(QDragEnterEvent):
    """The event of selected lines that are dragged to a category, from a widget of this window or from elsewhere."""

    def __init__(self, panel: QWidget, row: int, source: QWidget | None) -> None:
        self.data, self._source = QMimeData(), source
        self.data.setData(clip.MIME, b"{}")
        point = list_of(panel).visualRect(list_of(panel).model().index(row, 0)).center()
        held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        super().__init__(dragging.place(point), Qt.DropAction.MoveAction, self.data, *held)

    def source(self) -> QWidget | None:
        return self._source


def test_the_category_is_current_into_which_the_selection_is_moved(
    categories: CategoriesPanel, workbench: Workbench
) -> None:
    risk, other = next(tree_of(workbench).risks), tree_of(workbench).categories[2]
    workbench.select([risk.id])
    workbench.run(items.place([risk.id], other.entries[0].entry.id, ()))
    assert list_of(categories).currentIndex().row() == 2
    workbench.undo()
    assert list_of(categories).currentIndex().row() == 0


def test_what_is_selected_on_the_sheet_is_dropped_on_a_category(
    categories: CategoriesPanel, workbench: Workbench
) -> None:
    risk, others = next(tree_of(workbench).risks), len(tree_of(workbench).categories[3].entries)
    workbench.select([risk.id])
    enter, over, drop = (FromSheet(categories, 3, categories) for _ in range(3))
    list_of(categories).dragEnterEvent(enter)
    list_of(categories).dragMoveEvent(over)
    assert over.isAccepted()
    assert list_of(categories).currentItem().text(0) == titles(workbench)[3]
    list_of(categories).dropEvent(drop)
    *_, last = tree_of(workbench).categories[3].entries
    assert [item.id for item in last.risks] == [risk.id]
    assert len(tree_of(workbench).categories[3].entries) == others + 1
    assert workbench.selection == (risk.id,)


def test_what_is_dragged_past_the_categories_leaves_them_as_they_were(
    categories: CategoriesPanel, workbench: Workbench
) -> None:
    workbench.select([next(tree_of(workbench).risks).id])
    before = list_of(categories).currentItem().text(0)
    list_of(categories).dragEnterEvent(FromSheet(categories, 3, categories))
    list_of(categories).dragMoveEvent(FromSheet(categories, 3, categories))
    assert list_of(categories).currentItem().text(0) != before
    list_of(categories).dragLeaveEvent(QDragLeaveEvent())
    assert list_of(categories).currentItem().text(0) == before


def test_lines_dragged_where_no_category_was_current_leave_none_current(
    categories: CategoriesPanel, workbench: Workbench
) -> None:
    workbench.select([next(tree_of(workbench).risks).id])
    list_of(categories).setCurrentIndex(QModelIndex())
    list_of(categories).dragEnterEvent(FromSheet(categories, 3, categories))
    list_of(categories).dragMoveEvent(FromSheet(categories, 3, categories))
    assert list_of(categories).currentItem().text(0) == titles(workbench)[3]
    list_of(categories).dragLeaveEvent(QDragLeaveEvent())
    assert list_of(categories).currentItem() is None


def test_mitigations_alone_are_dropped_on_no_category(categories: CategoriesPanel, workbench: Workbench) -> None:
    workbench.select([next(tree_of(workbench).mitigations).id])
    enter = FromSheet(categories, 3, categories)
    enter.ignore()
    list_of(categories).dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_the_list_scrolls_to_a_category_out_of_sight_as_lines_are_dragged_to_its_edge(
    categories: CategoriesPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    view = list_of(categories)
    workbench.select([next(tree_of(workbench).risks).id])
    bar = view.verticalScrollBar()
    bar.setValue(0)
    # The last but one is at the edge.
    edge = len(titles(workbench)) - 2
    view.setFixedHeight(view.visualRect(view.model().index(edge, 0)).center().y() + 4)
    view.dragEnterEvent(FromSheet(categories, 0, categories))
    view.dragMoveEvent(FromSheet(categories, edge, categories))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0 and view.currentItem().text(0) == titles(workbench)[-1])
    view.dragLeaveEvent(QDragLeaveEvent())


@pytest.mark.parametrize("source", ["nowhere", "another window"])
def test_what_another_window_drags_is_not_put_into_a_category(
    categories: CategoriesPanel, workbench: Workbench, qtbot: QtBot, source: str
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    workbench.select([next(tree_of(workbench).risks).id])
    before = tree_of(workbench)
    enter = FromSheet(categories, 3, other if source == "another window" else None)
    enter.ignore()
    list_of(categories).dragEnterEvent(enter)
    assert not enter.isAccepted()
    assert tree_of(workbench) == before


def test_a_category_goes_where_it_was_dragged_though_another_program_came_before(
    categories: CategoriesPanel, workbench: Workbench
) -> None:
    before = titles(workbench)
    with closing(Session.open(workbench.session.path, "other")) as other:
        other.run(categories_.add(tree_of(workbench).register.id, 0, "Theirs"))
    drag(categories, 0, 3)
    assert titles(workbench) == ["Theirs", *before[1:3], before[0], *before[3:]]


def test_a_category_moves_by_command_too_and_stays_chosen(categories: CategoriesPanel, workbench: Workbench) -> None:
    before = titles(workbench)
    choose(categories, 1)
    categories.commands["move_down"]()
    assert titles(workbench) == [before[0], before[2], before[1], *before[3:]]
    current = list_of(categories).currentItem()
    assert current is not None
    assert current.text(0) == before[1]


def test_a_category_is_renamed_in_place(categories: CategoriesPanel, workbench: Workbench) -> None:
    item = list_of(categories).topLevelItem(0)
    assert item is not None
    item.setText(0, "Renamed")
    assert titles(workbench)[0] == "Renamed"
    workbench.undo()
    assert shown_titles(categories)[0] == titles(workbench)[0] != "Renamed"


def test_a_category_is_deleted(categories: CategoriesPanel, workbench: Workbench) -> None:
    before = titles(workbench)
    choose(categories, 0)
    categories.commands["delete"]()
    assert titles(workbench) == before[1:]


def test_the_category_that_is_current_after_a_deletion_is_heard(
    categories: CategoriesPanel, workbench: Workbench, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    before, heard = titles(workbench), list[str]()
    choose(categories, 0)
    list_of(categories).setFocus()
    qtbot.waitUntil(list_of(categories).hasFocus)

    def hear(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Focus:
            heard.append(name(event.accessibleInterface()))

    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    categories.commands["delete"]()
    qtbot.waitUntil(lambda: heard != [])
    assert [text.partition(", ")[0] for text in heard] == [before[1]]


def test_esc_ends_renaming_and_leaves_the_title_as_it_was(categories: CategoriesPanel, workbench: Workbench) -> None:
    before = titles(workbench)
    choose(categories, 0)
    categories.commands["edit_text"]()
    field = categories._list.field
    assert field is not None
    assert field.accessibleName() == f"Title of {before[0]}"
    field.setText("Begun")
    assert [draft.text for draft in workbench.typing.drafts()] == ["Begun"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert titles(workbench) == before
    assert workbench.typing.drafts() == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_ends_renaming_at_once_and_goes_nowhere(
    categories: CategoriesPanel, workbench: Workbench, key: Qt.Key
) -> None:
    before, activations = titles(workbench), list[str]()
    choose(categories, 0)
    categories.activated.connect(activations.append)
    categories.commands["edit_text"]()
    field = categories._list.field
    assert field is not None
    field.setText("Begun")
    QTest.keyClick(field, key)
    assert categories._list.field is None
    assert titles(workbench) == ["Begun", *before[1:]]
    # Qt would come back later to a field that is gone by then.
    QApplication.processEvents()
    assert activations == []


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


def test_another_row_that_becomes_the_current_one_ends_renaming(
    categories: CategoriesPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    panel_list = categories._list
    choose(categories, 0)
    panel_list.rename()
    QTest.keyClicks(panel_list.field, "Politics")
    # As a screen reader does it, while the focus stays in the field.
    panel_list.setCurrentItem(panel_list.topLevelItem(2))
    assert panel_list.field is None
    assert titles(workbench)[0] == "Politics"
    workbench.run(categories_.edit(tree_of(workbench).categories[1].category.id, "Delivery"))
    qtbot.waitUntil(lambda: shown_titles(categories) == titles(workbench))


def test_a_step_while_a_title_is_written_leaves_it_open(categories: CategoriesPanel, workbench: Workbench) -> None:
    choose(categories, 0)
    categories.commands["edit_text"]()
    categories._list.field.setText("Begun")
    workbench.run_without_commit(risks.edit(next(tree_of(workbench).risks).id, note="from elsewhere"))
    assert categories._list.field.text() == "Begun"
    workbench.run(risks.edit(next(tree_of(workbench).risks).id, note="stores what is typed first"))
    assert titles(workbench)[0] == "Begun"


def test_no_category_is_marked_while_the_title_of_the_register_is_chosen(
    categories: CategoriesPanel, workbench: Workbench
) -> None:
    list_of(categories).clearFocus()
    risk, register = next(tree_of(workbench).categories[2].risks), tree_of(workbench).register
    for chosen_id, titles in (
        (risk.id, ["Risks related to communication"]),
        (register.id, []),
        (risk.id, ["Risks related to communication"]),
    ):
        workbench.select([chosen_id])
        assert [item.text(0) for item in list_of(categories).selectedItems()] == titles
    workbench.select([register.id])
    assert list_of(categories).currentIndex().row() == 2, "keys begin there"
    workbench.run(categories_.add(register.id, title="New"))
    assert shown_titles(categories)[-1] == "New"
    assert not list_of(categories).selectedItems()


def test_the_category_on_which_keys_act_is_marked_while_the_title_of_the_register_is_chosen(
    categories: CategoriesPanel, workbench: Workbench
) -> None:
    list_of(categories).clearFocus()
    workbench.select([next(tree_of(workbench).categories[2].risks).id])
    workbench.select([tree_of(workbench).register.id])
    list_of(categories).setFocus()
    marked = list_of(categories).selectedItems
    assert [item.text(0) for item in marked()] == [titles(workbench)[2]]
    categories.commands["delete"]()
    assert [item.text(0) for item in marked()] == [titles(workbench)[2]]
    list_of(categories).clearFocus()
    assert not marked()


def test_the_category_of_what_is_chosen_is_marked(categories: CategoriesPanel, workbench: Workbench) -> None:
    workbench.select([next(tree_of(workbench).categories[2].risks).id])
    current = list_of(categories).currentItem()
    assert current is not None
    assert current.text(0) == titles(workbench)[2]


def test_choosing_a_register_opens_it(stores_registers: RegistersPanel, workbench: Workbench) -> None:
    workbench.run(registers.add(template("coe", Language.FRENCH)))
    second = workbench.registers()[1]
    assert workbench.register_id == second.id
    choose(stores_registers, 0)
    assert workbench.register_id == workbench.registers()[0].id
    assert len(shown_titles(stores_registers)) == 2


def test_enter_leads_on_from_a_register_but_not_if_it_is_held(stores_registers: RegistersPanel) -> None:
    commands = list[str]()
    stores_registers.command_wanted.connect(commands.append)
    panel_list = list_of(stores_registers)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(panel_list, held)
    assert commands == []
    QTest.keyClick(panel_list, Qt.Key.Key_Return)
    assert commands == ["go_sheet"]


def test_a_new_title_is_listed(stores_registers: RegistersPanel, workbench: Workbench) -> None:
    workbench.run(registers.edit(tree_of(workbench).register.id, title="<b>New</b>"))
    assert shown_titles(stores_registers) == ["<b>New</b>"]


def test_a_register_without_a_title_is_renamed_from_an_empty_field(
    stores_registers: RegistersPanel, workbench: Workbench
) -> None:
    workbench.run(registers.edit(tree_of(workbench).register.id, title=""))
    (item,) = items_of(stores_registers)
    assert item.data(0, UNTITLED) == item.data(0, Qt.ItemDataRole.AccessibleTextRole) == "Untitled register"
    choose(stores_registers, 0)
    stores_registers.commands["edit_text"]()
    field = stores_registers._list.field
    assert field is not None
    assert field.text() == ""
    QTest.keyClicks(field, "New")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [register.title for register in workbench.registers()] == ["New"]


def test_an_empty_store_invites(stores_registers: RegistersPanel, workbench: Workbench) -> None:
    assert stores_registers._hint.isHidden()
    workbench.run(registers.delete(tree_of(workbench).register.id))
    assert not stores_registers._hint.isHidden()
    assert workbench.register_id is None


def test_registers_take_what_they_need_of_a_share_and_of_what_is_left(workbench: Workbench, qtbot: QtBot) -> None:
    upper, lower = RegistersPanel(workbench), CategoriesPanel(workbench)
    side = Side(upper, lower)
    side.resize(256, 900)
    qtbot.addWidget(side)
    with qtbot.waitExposed(side):
        side.show()

    def shows_all() -> bool:
        return upper.height() == upper.needed_height(ANY_HEIGHT) and not list_of(upper).verticalScrollBar().isVisible()

    qtbot.waitUntil(shows_all)
    alone = upper.height()
    assert alone < 150
    qtbot.waitUntil(lambda: lower.height() == 900 - alone)

    for _ in range(2):
        workbench.run(registers.add(template("coe", Language.FRENCH)))
    qtbot.waitUntil(lambda: shows_all() and alone < upper.height() <= 300)

    for _ in range(18):
        workbench.run(registers.add(template("coe", Language.FRENCH)))
    # More than a third, as the few categories of each leave room.
    qtbot.waitUntil(lambda: 300 < upper.height() < 900 - lower.needed_height(ANY_HEIGHT))
    qtbot.waitUntil(lambda: list_of(upper).verticalScrollBar().isVisible())
    assert not list_of(lower).verticalScrollBar().isVisible()

    for number in range(20):
        workbench.run(categories_.add(tree_of(workbench).register.id, title=f"Category {number}"))
    qtbot.waitUntil(lambda: upper.height() == 300)


def test_only_those_of_many_rows_that_have_room_are_measured(workbench: Workbench, qtbot: QtBot) -> None:
    for _ in range(20):
        workbench.run(registers.duplicate(str(workbench.register_id)))
    panel = RegistersPanel(workbench)
    qtbot.addWidget(panel)
    list_ = list_of(panel)
    assert isinstance(list_, PanelList)
    whole = list_.rows_height(ANY_HEIGHT)

    assert 100 <= list_.rows_height(100) <= 100 + whole / 10
    assert panel.needed_height(100) == 100
    assert panel.needed_height(ANY_HEIGHT) > whole


def test_a_narrow_side_leaves_long_titles_their_height(workbench: Workbench, qtbot: QtBot) -> None:
    upper = RegistersPanel(workbench)
    side = Side(upper, CategoriesPanel(workbench))
    workbench.run(registers.edit(str(workbench.register_id), title="A long title of a register " * 3))
    side.resize(500, 900)
    qtbot.addWidget(side)
    with qtbot.waitExposed(side):
        side.show()
    qtbot.waitUntil(lambda: upper.height() == upper.needed_height(ANY_HEIGHT))
    wide = upper.height()
    side.resize(200, 900)

    qtbot.waitUntil(lambda: upper.height() == upper.needed_height(ANY_HEIGHT) > wide)


def test_the_first_of_many_categories_are_told_at_once_and_all_soon(
    qtbot: QtBot, workbench: Workbench, categories: CategoriesPanel
) -> None:
    for number in range(60):
        workbench.run(categories_.add(tree_of(workbench).register.id, title=f"Category {number}"))
    QApplication.processEvents()
    other = str(workbench.register_id)
    workbench.run(registers.add(template("blank", Language.ENGLISH)))
    assert workbench.open_register(other)
    heights = [list_of(categories).visualItemRect(item).height() for item in items_of(categories)[-30:]]
    assert summaries(categories)[0].text
    assert not summaries(categories)[-1].text
    qtbot.waitUntil(lambda: all(summary.text for summary in summaries(categories)))
    assert [item.data(0, Qt.ItemDataRole.AccessibleTextRole) for item in items_of(categories)][-1].startswith(
        "Category 59"
    )
    # No row becomes higher meanwhile.
    assert [list_of(categories).visualItemRect(item).height() for item in items_of(categories)[-30:]] == heights


def test_a_title_of_one_long_word_is_seen_whole(categories: CategoriesPanel, workbench: Workbench) -> None:
    view = list_of(categories)
    before = view.visualItemRect(items_of(categories)[0]).height()
    category = tree_of(workbench).categories[0].category
    workbench.run(categories_.edit(category.id, "minutes_of_the_meeting_" * 6))
    lines = -(-view.fontMetrics().horizontalAdvance(titles(workbench)[0]) // view.columnWidth(0))
    assert lines > 2
    assert view.visualItemRect(items_of(categories)[0]).height() >= before + (lines - 2) * view.fontMetrics().height()


def test_the_current_row_stays_visible_when_the_list_gets_lower(
    stores_registers: RegistersPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    for _ in range(20):
        workbench.run(registers.duplicate(workbench.register_id or ""))
    panel_list = list_of(stores_registers)

    def is_visible() -> bool:
        return panel_list.viewport().rect().contains(panel_list.visualItemRect(items_of(stores_registers)[12]).center())

    stores_registers.resize(256, 600)
    panel_list.setCurrentItem(items_of(stores_registers)[12])
    QApplication.processEvents()
    panel_list.scrollToItem(items_of(stores_registers)[12], QTreeWidget.ScrollHint.PositionAtBottom)
    stores_registers.resize(256, 200)
    assert is_visible()
    panel_list.scrollToTop()
    stores_registers.resize(256, 180)
    assert panel_list.verticalScrollBar().value() == 0, "the user had scrolled away from it"


def test_a_list_does_not_scroll_to_a_row_that_is_visible_without(workbench: Workbench, qtbot: QtBot) -> None:
    for _ in range(20):
        workbench.run(registers.duplicate(workbench.register_id or ""))
    for number, scrolls in ((2, False), (20, True)):
        workbench.open_register(workbench.registers()[number].id)
        panel = RegistersPanel(workbench)
        qtbot.addWidget(panel)
        panel.resize(256, 400)
        panel.show()
        QApplication.processEvents()
        assert (list_of(panel).verticalScrollBar().value() > 0) == scrolls, number


def test_the_field_of_a_title_hides_that_title(
    qapp: QApplication, undressed: None, categories: CategoriesPanel
) -> None:
    Theme(qapp)
    panel_list = categories._list
    choose(categories, 0)
    title = items_of(categories)[0].text(0)
    assert title in " ".join(texts_drawn(lambda painter: panel_list.render(painter, QPoint())))
    panel_list.rename()
    panel_list.field.setText("Politics")
    texts = texts_drawn(lambda painter: panel_list.render(painter, QPoint()))
    assert "Politics" in texts
    assert title not in " ".join(texts)
    middle = panel_list.field.geometry().center()
    assert panel_list.viewport().grab().toImage().pixelColor(middle) == panel_list.field.palette().base().color()


def test_the_list_of_registers_stays_where_the_user_scrolled_it(
    stores_registers: RegistersPanel, workbench: Workbench
) -> None:
    for _ in range(20):
        workbench.run(registers.duplicate(workbench.registers()[0].id))
    workbench.open_register(workbench.registers()[0].id)
    stores_registers.resize(256, 300)
    QApplication.processEvents()
    panel_list = list_of(stores_registers)
    bar = panel_list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    panel_list.point_at(workbench.registers()[10].id)
    stores_registers._point_back()
    assert bar.value() == place
    workbench.run(registers.delete(workbench.registers()[10].id))
    QApplication.processEvents()
    assert bar.value() == place
    workbench.run(registers.duplicate(workbench.registers()[0].id))
    assert bar.value() >= bar.maximum() - 1, "the copy, which is open, is the last one"
    workbench.open_register(workbench.registers()[0].id)
    assert bar.value() == 0
