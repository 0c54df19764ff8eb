"""Space ticks the current row of a table, whichever of its columns was clicked."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from riskdesk.kit.qt import Index
from riskdesk.kit.ticked_table import RowTicks, TickedTable

BOX = 1


class Rows(TickedTable):
    """Three rows of two columns, of which the last row has no check box."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, box=BOX)
        self.setColumnCount(2)
        self.setRowCount(3)

    def can_tick(self, row: int) -> bool:
        return row < 2

    def cell(self, index: Index, role: int) -> Any:
        return f"{index.row()} {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def view(qtbot: QtBot) -> QTableView:
    table = QTableView()
    table.setModel(Rows(table))
    RowTicks(table)
    qtbot.addWidget(table)
    return table


def rows_of(view: QTableView) -> Rows:
    model = view.model()
    assert isinstance(model, Rows)
    return model


@pytest.mark.parametrize("column", [0, BOX])
def test_space_ticks_and_unticks_the_current_row(view: QTableView, column: int) -> None:
    model, told = rows_of(view), list[frozenset[int]]()
    model.ticked.connect(lambda: told.append(model.ticked_rows))
    view.setCurrentIndex(model.index(1, column))
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert told == [{1}, set()]


def test_a_held_space_ticks_once(view: QTableView) -> None:
    view.setCurrentIndex(rows_of(view).index(0, 0))
    QTest.keyPress(view, Qt.Key.Key_Space)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True)
    QApplication.sendEvent(view, held)
    assert rows_of(view).ticked_rows == {0}


def test_a_row_without_a_box_is_not_ticked(view: QTableView) -> None:
    model = rows_of(view)
    view.setCurrentIndex(model.index(2, 0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert not model.setData(model.index(2, BOX), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert not model.setData(model.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.ticked_rows == set()
    assert model.index(2, BOX).data(Qt.ItemDataRole.CheckStateRole) is None
    flags = [bool(model.index(row, BOX).flags() & Qt.ItemFlag.ItemIsUserCheckable) for row in range(3)]
    assert flags == [True, True, False]
