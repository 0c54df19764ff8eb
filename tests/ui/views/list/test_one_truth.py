"""The list is of one mind with the rest of the window: selection, keyboard, and what is typed and not stored."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.domain.listing import RowKind
from riskdesk.kit.fields import DateField
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.status import StatusLine
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.list import RegisterList
from tests.ui.conftest import Opened, action, inspector_field, sheet
from tests.ui.views.list.conftest import CONTROL, Reader, open_wide


@pytest.fixture
def window(open_window: Opened) -> MainWindow:
    return open_wide(open_window)


@pytest.fixture
def reader(window: MainWindow, workbench: Workbench, qtbot: QtBot) -> Reader:
    qtbot.waitUntil(window.isActiveWindow)
    sheet(window).setFocus()
    workbench.select([])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, CONTROL)
    view = window._centre.front
    assert isinstance(view, RegisterList)
    qtbot.waitUntil(view.table.hasFocus)
    return Reader(view, workbench)


def keyboard_is_where_it_is_seen(reader: Reader) -> bool:
    """Whether the row that has the keyboard is selected, in the list and everywhere, or there is none."""
    line = reader.view.table.line(reader.view.table.currentIndex())
    return line is None or line.item.id in reader.workbench.selection


def date_field(window: MainWindow) -> DateField:
    widget = inspector_field(window, "next_review")
    assert isinstance(widget, DateField)
    return widget


def unsaved(window: MainWindow) -> str:
    status = window.statusBar()
    assert isinstance(status, StatusLine)
    return status._saved.text() if "not saved" in status._saved.text() else ""


def write_date(reader: Reader, reference: str, text: str) -> None:
    """Write in the cell of a date, by mouse and keys."""
    reader.double_click(reference, "next_review")
    QTest.keyClick(reader.focused, Qt.Key.Key_A, CONTROL)
    reader.type(text)


def test_a_fresh_list_has_the_keyboard_at_no_row_that_is_not_selected(reader: Reader) -> None:
    assert reader.workbench.selection == ()
    assert keyboard_is_where_it_is_seen(reader)
    reader.key(Qt.Key.Key_Down)
    assert reader.selected() == ["R-01"]
    assert keyboard_is_where_it_is_seen(reader)


def test_the_keyboard_is_at_no_unselected_row_of_another_register_or_of_mitigations(reader: Reader) -> None:
    reader.click("R-05")
    reader.workbench.run(registers.duplicate(str(reader.workbench.register_id)))
    assert reader.workbench.selection == ()
    assert keyboard_is_where_it_is_seen(reader)
    reader.click("R-05")
    reader.view.listed.turn(RowKind.MITIGATION)
    assert keyboard_is_where_it_is_seen(reader)


def test_the_keyboard_is_at_no_row_whose_selection_went_elsewhere(reader: Reader, window: MainWindow) -> None:
    reader.click("R-05")
    reader.workbench.select([str(reader.workbench.register_id)])
    assert keyboard_is_where_it_is_seen(reader)
    reader.click("R-05")
    reader.view.bar.field.setFocus()
    reader.type("polarisation of")
    assert keyboard_is_where_it_is_seen(reader)
    reader.key(Qt.Key.Key_Down)
    assert keyboard_is_where_it_is_seen(reader)


def test_the_row_below_one_that_was_deleted_is_selected(reader: Reader, qtbot: QtBot) -> None:
    reader.click("R-05")
    reader.key(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: reader.selected() == ["R-06"])
    assert keyboard_is_where_it_is_seen(reader)


def test_rows_that_come_back_are_selected(reader: Reader, qtbot: QtBot) -> None:
    both = [reader.risk(name).id for name in ("R-05", "R-08")]
    reader.workbench.select(both)
    reader.view.table.setFocus()
    reader.key(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(reader.selected()))
    reader.workbench.undo()
    QCoreApplication.processEvents()
    assert reader.selected() == ["R-05", "R-08"]
    reader.workbench.redo()
    assert not {*both} & {*reader.workbench.selection}


def test_the_next_row_is_selected_where_a_key_changed_what_the_filter_asks_for(reader: Reader, qtbot: QtBot) -> None:
    reader.view.listed.ask(reader.view.listed.listing.filtered("owner", "Anna Keller"))
    first, second, *_ = reader.names_shown
    reader.double_click(first, "owner")
    QTest.keyClick(reader.focused, Qt.Key.Key_A, CONTROL)
    reader.type("Zoe")
    reader.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reader.selected() == [second])
    assert reader.risk(first).owner == "Zoe"
    assert keyboard_is_where_it_is_seen(reader)
    assert not reader.view.hidden.isVisible()


def test_what_is_changed_in_the_inspector_stays_there_and_is_told(reader: Reader, window: MainWindow) -> None:
    reader.view.listed.ask(reader.view.listed.listing.filtered("owner", "Anna Keller"))
    first = reader.names_shown[0]
    reader.click(first)
    field = inspector_field(window, "owner")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(field, "Zoe")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert reader.workbench.selection == (reader.risk(first).id,)
    assert first in reader.view.hidden.accessibleName()


@pytest.mark.parametrize("is_over", [True, False])
def test_what_was_swept_over_is_selected_in_the_sheet(reader: Reader, window: MainWindow, is_over: bool) -> None:  # noqa: FBT001
    viewport = reader.view.table.viewport()
    start, end = reader.middle("R-03"), reader.middle("R-07")
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        QTest.mouseMove(viewport, start + (end - start) * step / 10)
    if is_over:
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    five = ["R-03", "R-04", "R-05", "R-06", "R-07"]
    assert reader.selected() == five
    QTest.keyClick(reader.focused, Qt.Key.Key_1, CONTROL)
    assert list(sheet(window).selected_ids()) == [reader.risk(reference).id for reference in five]
    assert list(reader.workbench.selection) == [reader.risk(reference).id for reference in five]


def test_a_date_that_was_held_from_a_cell_is_shown_by_the_inspector(reader: Reader, window: MainWindow) -> None:
    write_date(reader, "R-03", "soonish")
    reader.key(Qt.Key.Key_Escape)
    field = date_field(window)
    assert field.text() == "soonish"
    assert field.reason
    assert unsaved(window) == "1 text not saved"
    # It is mended there, and the list has it.
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(field, "1/2/2027")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert str(reader.risk("R-03").next_review) == "2027-02-01"
    assert unsaved(window) == ""
    reader.double_click("R-03", "next_review")
    assert reader.view.editing.field.text() == field.text()  # type: ignore[union-attr]


def test_a_date_in_an_open_cell_is_shown_by_the_inspector_once_it_is_left(reader: Reader, window: MainWindow) -> None:
    write_date(reader, "R-03", "soonish")
    field = date_field(window)
    field.setFocus()
    assert field.text() == "soonish"
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(field, "1/2/2027")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert str(reader.risk("R-03").next_review) == "2027-02-01"
    assert reader.view.editing.field is None
    assert unsaved(window) == ""


@pytest.mark.parametrize("is_held", [True, False])
def test_a_date_that_is_none_in_the_inspector_is_shown_by_the_cell(
    reader: Reader,
    window: MainWindow,
    is_held: bool,  # noqa: FBT001
) -> None:
    reader.click("R-03")
    field = date_field(window)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(field, "soonish")
    if is_held:
        reader.click("R-08")
    reader.double_click("R-03", "next_review")
    cell = reader.view.editing.field
    assert isinstance(cell, DateField)
    assert cell.text() == "soonish"
    assert cell.reason
    QTest.keyClick(reader.focused, Qt.Key.Key_A, CONTROL)
    reader.type("1/2/2027")
    reader.key(Qt.Key.Key_Return)
    assert str(reader.risk("R-03").next_review) == "2027-02-01"
    assert field.text() == "01/02/2027"
    assert not field.reason
    assert unsaved(window) == ""
    assert reader.workbench.typing.drafts() == []


def test_the_row_shows_what_is_held_for_it(reader: Reader, window: MainWindow) -> None:
    reader.click("R-03")
    field = date_field(window)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(field, "soonish")
    reader.click("R-08")
    assert reader.cell("R-03", "next_review") == "soonish"


@pytest.mark.parametrize("place", ["inspector", "list"])
def test_what_is_taken_back_is_not_told_as_not_saved_any_more(reader: Reader, window: MainWindow, place: str) -> None:
    write_date(reader, "R-03", "soonish")
    reader.key(Qt.Key.Key_Return)
    assert unsaved(window) == "1 text not saved"
    before = reader.risk("R-03").next_review
    if place == "inspector":
        field = date_field(window)
        field.setFocus()
    else:
        field = reader.view.editing.field  # type: ignore[assignment]
    focused = QApplication.focusWidget()
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(field, before.strftime("%d/%m/%Y"))
    assert QApplication.focusWidget() is focused
    assert unsaved(window) == ""


def test_a_selection_that_a_filter_hides_is_told_and_can_be_shown(reader: Reader, window: MainWindow) -> None:
    reader.view.listed.ask(reader.view.listed.listing.filtered("owner", "Anna Keller"))
    hidden = next(risk for risk in reader.tree.risks if risk.owner != "Anna Keller")
    QTest.keyClick(reader.focused, Qt.Key.Key_1, CONTROL)
    reader.workbench.select([hidden.id])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, CONTROL)
    note = reader.view.hidden
    assert note.isVisible()
    assert hidden.reference in note.accessibleName()
    (show,) = [button for button in note.findChildren(QAbstractButton) if button.isVisible()]
    QTest.mouseClick(show, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not note.isVisible()
    assert reader.selected() == [hidden.reference]
    assert reader.view.listed.listing.filters == ()
    assert reader.view.table.hasFocus()


def test_a_selection_in_a_folded_group_or_of_the_other_kind_is_told_and_can_be_shown(
    reader: Reader, window: MainWindow
) -> None:
    from dataclasses import replace

    first = next(reader.tree.risks)
    reader.view.listed.ask(replace(reader.view.listed.listing, group="category"))
    reader.view.listed.fold(reader.view.listed.lines[0], folded=True)  # type: ignore[arg-type]
    reader.workbench.select([first.id])
    assert reader.view.hidden.isVisible()
    reader.view.hidden.show_button.click()
    assert reader.selected() == [first.reference]
    mitigation = next(reader.tree.mitigations)
    reader.workbench.select([mitigation.id])
    assert reader.view.hidden.isVisible()
    reader.view.hidden.show_button.click()
    assert reader.view.selected_ids() == (mitigation.id,)
    assert not reader.view.hidden.isVisible()
    # The register itself is no row of any list.
    reader.workbench.select([str(reader.workbench.register_id)])
    assert not reader.view.hidden.isVisible()


def test_of_a_selection_of_both_kinds_only_what_the_list_could_show_counts(reader: Reader, window: MainWindow) -> None:
    mitigation = next(reader.tree.mitigations)
    risk, other = list(reader.tree.risks)[:2]
    reader.workbench.select([risk.id, mitigation.id])
    assert not reader.view.hidden.isVisible()
    reader.view.listed.ask(reader.view.listed.listing.filtered("text", risk.reference))
    reader.workbench.select([risk.id, other.id, mitigation.id])
    assert other.reference in reader.view.hidden.accessibleName()


def test_the_note_of_what_is_hidden_goes_with_the_filter_and_with_the_selection(
    reader: Reader, window: MainWindow
) -> None:
    reader.view.listed.ask(reader.view.listed.listing.filtered("owner", "Anna Keller"))
    hidden = next(risk for risk in reader.tree.risks if risk.owner != "Anna Keller")
    reader.workbench.select([hidden.id])
    assert reader.view.hidden.isVisible()
    reader.view.chips._buttons()[0].click()
    assert not reader.view.hidden.isVisible()
    assert reader.selected() == [hidden.reference]
    reader.view.listed.ask(reader.view.listed.listing.filtered("owner", "Anna Keller"))
    reader.workbench.select([hidden.id])
    reader.workbench.select([])
    assert not reader.view.hidden.isVisible()


def test_what_a_filter_that_is_typed_hides_is_left_unselected_and_nothing_is_told(reader: Reader) -> None:
    reader.click("R-03")
    reader.view.bar.field.setFocus()
    reader.type("polarisation")
    assert reader.workbench.selection == ()
    assert not reader.view.hidden.isVisible()
    assert action is not None


def test_a_right_click_on_what_is_selected_acts_on_rows_and_not_on_a_text(reader: Reader, window: MainWindow) -> None:
    reader.click("R-03")
    owner = inspector_field(window, "owner")
    assert isinstance(owner, QWidget)
    owner.setFocus()
    QTest.keyClicks(owner, "Aaron")
    QTest.mouseClick(reader.view.table.viewport(), Qt.MouseButton.RightButton, pos=reader.middle("R-03"))
    assert reader.view.table.hasFocus()
    assert reader.selected() == ["R-03"]
    assert reader.risk("R-03").owner.endswith("Aaron")


@pytest.mark.parametrize("reference", ["R-08", "R-20"])
def test_a_click_selects_the_row_below_it_though_it_ends_what_moves_the_rows(
    reader: Reader, window: MainWindow, reference: str
) -> None:
    reader.click_head("owner")
    reader.click("R-31")
    owner = inspector_field(window, "owner")
    assert isinstance(owner, QWidget)
    owner.setFocus()
    before = reader.names_shown
    QTest.keyClicks(owner, "Aaron")
    reader.click(reference)
    assert reader.selected() == [reference]
    assert reader.names_shown != before
    assert reader.view.table.hasFocus()


@pytest.mark.parametrize(("end", "reference"), [(Qt.Key.Key_End, "R-31"), (Qt.Key.Key_Home, "R-01")])
def test_the_keyboard_is_at_the_selected_row_after_it_was_led_to_an_end(
    reader: Reader, end: Qt.Key, reference: str
) -> None:
    reader.click("R-05")
    reader.key(end, CONTROL)
    assert reader.selected() == [reference]
    assert keyboard_is_where_it_is_seen(reader)
