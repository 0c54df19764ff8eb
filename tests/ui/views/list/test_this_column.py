"""What can be done with the column in which the keyboard is, by keys alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.keys import hold
from tests.ui.screens import screen
from tests.ui.views.list.conftest import Reader


@pytest.fixture
def column(reader: Reader) -> Iterator[QMenu]:
    """The menu of the column of owners, in which the keyboard is; no menu outlasts the test."""
    reader.click("R-02", "owner")
    yield opened(reader)
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


def opened(reader: Reader) -> QMenu:
    menu = reader.view._menus.columns
    menu.popup(reader.view.mapToGlobal(QPoint(20, 20)))
    first = menu.actions()[0]
    assert first.text().replace("&", "").startswith("This column (")
    menu.setActiveAction(first)
    inner = first.menu()
    assert isinstance(inner, QMenu)
    inner.popup(reader.view.mapToGlobal(QPoint(60, 60)))
    return inner


def action(menu: QMenu, text: str) -> QAction:
    return next(item for item in menu.actions() if item.text().replace("&", "") == text)


def press(menu: QMenu, text: str, key: Qt.Key = Qt.Key.Key_Space) -> None:
    menu.setActiveAction(action(menu, text))
    QTest.keyClick(menu, key)


def names(reader: Reader) -> list[str]:
    return [column.field for column in reader.view.listed.listing.columns]


def test_space_that_is_held_shows_a_column_once(reader: Reader) -> None:
    menu = reader.view._menus.columns
    menu.popup(reader.view.mapToGlobal(QPoint(20, 20)))
    menu.setActiveAction(action(menu, "Note"))
    hold(menu, Qt.Key.Key_Space, 3)
    assert "note" in names(reader)
    menu.close()


def test_the_columns_stand_below_each_other_where_the_screen_is_too_low_for_them(reader: Reader, column: QMenu) -> None:
    menu, room = reader.view._menus.columns, screen("small").availableGeometry()
    menu.close()
    menu.popup(room.topLeft())
    first, *_, last = menu.actions()
    assert menu.actionGeometry(first).left() == menu.actionGeometry(last).left()
    press(menu, "Note")
    assert "note" in names(reader)
    assert room.contains(menu.geometry())
    menu.setActiveAction(last)
    assert menu.rect().contains(menu.actionGeometry(last))
    menu.close()
    menu.popup(screen("desk").availableGeometry().topLeft())
    assert menu.height() == menu.sizeHint().height()
    menu.close()


def test_the_click_that_opens_the_columns_chooses_none_of_them(reader: Reader) -> None:
    menu, before = reader.view._menus.columns, names(reader)
    menu.popup(reader.view.mapToGlobal(QPoint(20, 20)))
    place = menu.actionGeometry(action(menu, "Note")).center()
    QTest.mouseRelease(menu, Qt.MouseButton.LeftButton, pos=place)
    assert names(reader) == before
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert "note" in names(reader)
    menu.close()


def test_the_column_is_named_and_has_all_that_a_right_click_has(reader: Reader, column: QMenu) -> None:
    assert reader.view._menus.columns.actions()[0].text().replace("&", "") == "This column (Owner)"
    head = reader.view._menus.of_head("owner")
    assert [item.text() for item in column.actions()] == [item.text() for item in head.actions()[1:]]
    head.deleteLater()


def test_the_column_is_moved_as_far_as_it_goes_and_takes_the_keyboard_along(reader: Reader, column: QMenu) -> None:
    before = names(reader)
    place = before.index("owner")
    for _ in range(place):
        assert action(column, "Move left").isEnabled()
        press(column, "Move left")
    assert names(reader) == ["owner", *(name for name in before if name != "owner")]
    assert column.isVisible()
    assert not action(column, "Move left").isEnabled()
    table = reader.view.table
    assert (table.currentIndex().column(), table.currentIndex().row()) == (0, reader.place("R-02"))
    assert reader.selected() == ["R-02"]
    press(column, "Move right", Qt.Key.Key_Return)
    assert names(reader).index("owner") == 1
    assert not column.isVisible()


def test_the_width_of_the_column_is_set_and_given_back(reader: Reader, column: QMenu) -> None:
    head, place = reader.view.table.head, reader.column("owner")
    usual = head.sectionSize(place)
    press(column, "Wider")
    press(column, "Wider")
    wide = head.sectionSize(place)
    assert wide > usual
    assert reader.view.listed.listing.columns[place].width == wide
    press(column, "Narrower")
    assert usual < head.sectionSize(place) < wide
    for _ in range(40):
        press(column, "Narrower")
    assert head.sectionSize(place) >= head.minimumSectionSize()
    press(column, "Usual width", Qt.Key.Key_Return)
    assert head.sectionSize(place) == usual
    assert reader.view.listed.listing.columns[place].width == 0


def test_where_the_keyboard_is_nowhere_no_column_is_offered(reader: Reader) -> None:
    reader.view.table._go_nowhere()
    menu = reader.view._menus.columns
    menu.aboutToShow.emit()
    assert all("This column" not in item.text().replace("&", "") for item in menu.actions())
