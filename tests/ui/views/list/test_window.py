"""The list in the window: gone to, heard, searched, and of one mind with the sheet and the inspector."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks
from riskdesk.domain.matrix import board_of
from riskdesk.domain.printing import Sides
from riskdesk.domain.values import RiskStatus
from riskdesk.kit.fields import DateField
from riskdesk.kit.theme import Theme
from riskdesk.ui.assess.card import Card
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.notices.bar import NoticeBar
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.list import RegisterList
from riskdesk.ui.views.matrix import Matrix
from riskdesk.ui.views.matrix.picture import Spot
from tests.hearing import hearing
from tests.ui.access.names import names_are_whole
from tests.ui.access.seen import name, parts
from tests.ui.access.targets import small
from tests.ui.conftest import Opened, action, inspector_of, sheet
from tests.ui.views.list.conftest import Reader, at_the_list, open_wide


@pytest.fixture
def window(open_window: Opened) -> MainWindow:
    return open_wide(open_window)


@pytest.fixture
def reader(window: MainWindow, workbench: Workbench, qtbot: QtBot) -> Reader:
    return at_the_list(window, workbench, qtbot)


def test_ctrl_and_2_leads_to_the_list_and_1_back_with_the_selection(window: MainWindow, workbench: Workbench) -> None:
    tree = workbench.tree()
    assert tree is not None
    second = [*tree.risks][1]
    workbench.select([second.id])
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    view = window._centre.front
    assert isinstance(view, RegisterList)
    assert view.selected_ids() == (second.id,)
    third = [*tree.risks][2]
    Reader(view, workbench).click("R-03")
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert sheet(window).selected_ids() == (third.id,)


def test_a_name_that_begins_with_the_key_that_assesses_is_written_in_the_cell_of_an_owner(
    reader: Reader, window: MainWindow
) -> None:
    reader.click("R-03", "owner")
    for sign in "a b":
        reader.type(sign)
    reader.key(Qt.Key.Key_Return)
    assert reader.risk("R-03").owner == "a b"
    assert window.findChild(Card) is None
    reader.click("R-03", "description")
    reader.type("a")
    assert window.findChild(Card).isVisible()


def test_the_keys_of_the_edit_menu_act_on_the_list(reader: Reader, window: MainWindow) -> None:
    reader.click("R-03")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(reader.view.table, key, Qt.KeyboardModifier.ControlModifier)
    assert len(reader.selected()) == 31
    assert QApplication.clipboard().text().count("\n") >= 31
    reader.click("R-03")
    QTest.keyClick(reader.view.table, Qt.Key.Key_Delete)
    assert "R-03" not in reader.names_shown
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert reader.names_shown[2] == "R-03"
    QTest.keyClick(reader.view.table, Qt.Key.Key_F2)
    assert reader.view.editing.field is not None


def test_back_in_the_list_keys_act_on_the_row_that_was_selected_and_changed_elsewhere(
    reader: Reader, window: MainWindow, workbench: Workbench
) -> None:
    reader.click("R-03")
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    workbench.select([reader.risk("R-06").id])
    workbench.run(risks.edit(reader.risk("R-06").id, owner="Zoe"))
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(reader.view.table, Qt.Key.Key_F2)
    assert reader.selected() == ["R-06"]
    QTest.keyClick(reader.focused, Qt.Key.Key_Escape)
    QTest.keyClick(reader.view.table, Qt.Key.Key_Down)
    assert reader.selected() == ["R-07"]


def test_keys_of_text_do_nothing_to_rows_while_the_filter_is_typed(reader: Reader) -> None:
    reader.click("R-03")
    reader.view.bar.field.setFocus()
    reader.type("reform")
    before = reader.names_shown
    QTest.keyClick(reader.focused, Qt.Key.Key_Delete)
    QTest.keyClick(reader.focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert reader.names_shown == before
    QTest.keyClick(reader.focused, Qt.Key.Key_Delete)
    assert reader.view.bar.field.text() == ""
    assert len(reader.names_shown) == 31


def test_a_right_click_offers_what_can_be_done_with_the_rows(reader: Reader, window: MainWindow, qtbot: QtBot) -> None:
    reader.click("R-03")
    point = reader.middle("R-05")
    QTest.mouseClick(reader.view.table.viewport(), Qt.MouseButton.RightButton, pos=point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, reader.view.table.viewport().mapToGlobal(point))
    QApplication.sendEvent(reader.view.table.viewport(), event)
    menu = window._menus._contexts._menu
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(menu.isVisible)
    assert reader.selected() == ["R-05"]
    texts = [item.text().replace("&", "") for item in menu.actions() if item.isVisible()]
    assert "Change together…" in texts
    assert "Delete" in texts
    menu.close()


def test_the_inspector_shows_the_row_and_the_row_what_it_stores(reader: Reader, window: MainWindow) -> None:
    reader.click("R-03")
    page = inspector_of(window).currentWidget()
    assert "R-03" in page.accessibleName()
    reader.double_click("R-03", "owner")
    reader.type("Zoe")
    inspector_of(window).setFocus()
    assert reader.cell("R-03", "owner") == "Zoe"


def test_what_is_found_is_gone_to_in_the_list(reader: Reader, window: MainWindow) -> None:
    window._search._field.setText("polarisation")
    assert reader.selected() == ["R-05"]
    assert reader.view.isVisible()
    assert not sheet(window).isVisible()


def test_a_row_is_heard_by_its_name_and_a_cell_with_its_head(reader: Reader) -> None:
    table = QAccessible.queryAccessibleInterface(reader.view.table)
    assert table.text(QAccessible.Text.Name) == "List of the register"
    reader.click("R-10", "band")
    assert reader.view.spoken_text() == "R-10, Band: 20 Very high"
    index = reader.view.table.lines.index(reader.place("R-30"), reader.column("band"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Band: empty"


def test_sorting_filtering_and_selecting_are_announced(reader: Reader) -> None:
    with hearing() as announcements:
        reader.click_head("owner")
        reader.view.bar.field.setFocus()
        reader.type("polar")
        reader.view.table.setFocus()
    messages = [event.message() for event in announcements]
    assert "Sorted by Owner, ascending" in messages
    assert any(message.startswith("1 of 31") for message in messages)


def test_all_that_has_the_focus_has_a_name_and_room(qapp: QApplication, undressed: None, reader: Reader) -> None:
    Theme(qapp)
    reader.view.listed.ask(reader.view.listed.listing.filtered("owner", "Anna Keller").filtered("assessed", "yes"))
    QApplication.processEvents()
    names_are_whole(reader.view)
    assert small(reader.view) == []
    spoken_names = [name(part) for part in parts(reader.view)]
    assert "Remove the filter Owner: Anna Keller" in spoken_names


def test_a_category_on_the_left_leads_to_its_first_row(reader: Reader, window: MainWindow) -> None:
    category = reader.tree.categories[2].category
    window.resize(1200, 460)
    window._categories.activated.emit(category.id)
    first = next(reader.tree.categories[2].risks)
    assert reader.view.rect_of(first.id) is not None


@pytest.mark.parametrize("ended", [False, True])
@pytest.mark.parametrize("sides", Sides)
def test_what_a_cell_of_the_matrix_shows_is_listed(
    window: MainWindow, workbench: Workbench, sides: Sides, *, ended: bool
) -> None:
    tree = workbench.tree()
    assert tree is not None
    first, second, third, *_ = tree.risks
    workbench.run(risks.edit(first.id, residual_likelihood=2, residual_impact=3, likelihood=5))
    workbench.run(risks.edit(second.id, likelihood=2, impact=3))
    workbench.run(risks.edit(third.id, likelihood=2, impact=3, status=RiskStatus.CLOSED))
    tree = workbench.tree()
    assert tree is not None
    board = board_of(tree, sides, ended=ended)
    action(window, "view_matrix").trigger()
    matrix = window._centre.front
    assert isinstance(matrix, Matrix)
    matrix.tools._sides[sides].click()
    if ended:
        matrix.tools._ended.click()
    for cell, chips in (((2, 3), board.cells[2, 3]), (None, board.unassessed)):
        matrix.grid.input.open(Spot(cell))
        view = window._centre.front
        assert isinstance(view, RegisterList)
        shown_ids = {chip.risk.id for chip in chips}
        assert Reader(view, workbench).names_shown == [risk.reference for risk in tree.risks if risk.id in shown_ids]


def test_the_notice_of_a_text_that_is_not_saved_goes_once_the_text_is_mended(
    reader: Reader, window: MainWindow, qtbot: QtBot
) -> None:
    reader.click("R-03", "next_review")
    reader.key(Qt.Key.Key_Return)
    field = reader.view.editing.field
    assert isinstance(field, DateField)
    field.selectAll()
    reader.type("tomorrow")
    reader.click("R-06", "owner")
    (bar,) = window.findChildren(NoticeBar)
    assert bar.isVisible()
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    field.selectAll()
    reader.type("31/12/2026")
    reader.key(Qt.Key.Key_Return)
    assert not bar.isVisible()
