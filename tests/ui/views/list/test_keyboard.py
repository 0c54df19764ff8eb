"""Where the keyboard is while the list around it changes, and what shows it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import items
from riskdesk.desk.listing import Group
from riskdesk.kit.fields import DateField
from tests.ui.views.list.conftest import CONTROL, SHIFT, Reader


def column(reader: Reader) -> str:
    """The field in whose column the keyboard is."""
    table = reader.view.table
    return table.fields()[table.currentIndex().column()].name


def row(reader: Reader) -> str:
    """The row that has the keyboard."""
    line = reader.view.table.line(reader.view.table.currentIndex())
    return "" if line is None else reader.lines[reader.view.table.currentIndex().row()]


@pytest.mark.parametrize("hidden", [["category"], ["description", "category"]])
def test_the_keyboard_stays_in_its_field_as_columns_before_it_are_hidden(reader: Reader, hidden: list[str]) -> None:
    reader.click("R-03", "owner")
    columns = reader.view.listed.listing.columns
    remaining = tuple(column for column in columns if column.field not in hidden)
    reader.view.listed.ask(replace(reader.view.listed.listing, columns=remaining))
    assert column(reader) == "owner"
    assert row(reader) == "R-03"


def test_the_keyboard_stays_in_its_field_as_its_column_is_dragged(reader: Reader) -> None:
    reader.click("R-03", "owner")
    reader.view.table.head.moveSection(reader.column("owner"), 0)
    reader.view._take_order()
    assert column(reader) == "owner"
    assert reader.column("owner") == 0


def test_the_keyboard_is_in_the_same_place_as_its_column_is_hidden(reader: Reader) -> None:
    reader.click("R-03", "owner")
    at = reader.column("owner")
    remaining = tuple(column for column in reader.view.listed.listing.columns if column.field != "owner")
    reader.view.listed.ask(replace(reader.view.listed.listing, columns=remaining))
    assert reader.view.table.currentIndex().column() == at


def test_the_caret_stays_where_a_word_is_put_between_the_words_of_the_filter(reader: Reader) -> None:
    field = reader.view.bar.field
    field.setFocus()
    reader.type("lack partner")
    field.setCursorPosition(len("lack "))
    reader.type(" of ")
    assert field.text().split() == ["lack", "of", "partner"]
    assert reader.view.listed.listing.values("text") == ("lack of partner",)


def test_the_keyboard_goes_to_what_stays_selected_as_its_own_row_is_filtered_away(reader: Reader) -> None:
    reader.click("R-01", "owner")
    reader.click("R-02", "owner", CONTROL)
    assert row(reader) == "R-02"
    reader.view.listed.ask(reader.view.listed.listing.filtered("owner", "Anna Keller"))
    assert reader.selected() == ["R-01"]
    assert (row(reader), column(reader)) == ("R-01", "owner")


def test_the_keyboard_is_at_the_first_of_the_rows_that_an_undo_brings_back(reader: Reader) -> None:
    reader.view.listed.ask(reader.view.listed.listing.sorted_by("reference").sorted_by("reference"))
    first, last = reader.names_shown[1], reader.names_shown[-2]
    reader.click(first)
    reader.click(last, modifiers=SHIFT)
    reader.workbench.run(items.delete(reader.view.selected_ids()))
    reader.workbench.undo()
    assert reader.selected() == reader.names_shown[1:-1]
    assert row(reader) == first


class Paints(QObject):
    """Notes what of a widget is painted anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return super().eventFilter(watched, event)


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down])
def test_the_whole_line_of_a_group_is_painted_anew_as_the_keyboard_comes_or_goes(
    reader: Reader, qtbot: QtBot, key: Qt.Key
) -> None:
    reader.view.listed.ask(replace(reader.view.listed.listing, group="owner"))
    table = reader.view.table
    reader.click(reader.names_shown[0], "owner")
    if key == Qt.Key.Key_Down:
        reader.key(Qt.Key.Key_Up)
    QApplication.processEvents()
    paints = Paints(table.viewport())
    reader.key(key)
    line = QRect(0, table.rowViewportPosition(0), table.viewport().width(), table.rowHeight(0))
    assert isinstance(table.lines.lines[0], Group)
    qtbot.waitUntil(lambda: QRegion(line).subtracted(paints.region).isEmpty())


def test_who_comes_back_to_what_could_not_be_stored_is_in_its_row_again(reader: Reader) -> None:
    reader.click("R-03", "next_review")
    reader.key(Qt.Key.Key_Return)
    field = reader.view.editing.field
    assert isinstance(field, DateField)
    field.selectAll()
    reader.type("tomorrow")
    reader.click("R-06", "owner")
    assert reader.selected() == ["R-06"]
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert reader.selected() == ["R-03"]
    assert reader.workbench.selection == (reader.risk("R-03").id,)
    field.selectAll()
    reader.type("31/12/2026")
    reader.key(Qt.Key.Key_Return)
    assert reader.risk("R-03").next_review == date(2026, 12, 31)
    assert (row(reader), column(reader)) == ("R-03", "next_review")


def test_the_keyboard_is_at_the_group_that_was_clicked(reader: Reader) -> None:
    reader.view.listed.ask(replace(reader.view.listed.listing, group="owner"))
    reader.click(reader.names_shown[0], "owner")
    table, before = reader.view.table, list(reader.lines)
    group = table.visualRect(table.lines.index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=group)
    assert reader.lines != before
    assert row(reader) == before[0]
    reader.key(Qt.Key.Key_Right)
    assert reader.lines == before


def test_a_letter_leads_to_no_row(reader: Reader) -> None:
    reader.click("R-03", "owner")
    table = reader.view.table
    others = (table.lines.index(place, table.currentIndex().column()).data() for place in range(len(reader.lines)))
    letter = next(text[0] for text in others if text and text[0] != table.currentIndex().data()[:1])
    reader.type(letter)
    assert row(reader) == "R-03"
