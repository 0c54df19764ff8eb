"""A Qt model of a table whose rows can be ticked, and the key that ticks them."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from riskdesk.kit.counted_table import CountedTable
from riskdesk.kit.qt import Index

_Role = Qt.ItemDataRole


class TickedTable(CountedTable):
    """A table whose rows have check boxes in the column `box`; `ticked` is emitted when ticks change.

    Subclasses have the other data (`cell`). Where ticks belong to something that outlasts its row, they also know what
    is ticked (`is_ticked`) and remember it (`remember`).
    """

    ticked = Signal()

    def __init__(self, parent: QObject, *, box: int = 0) -> None:
        super().__init__(parent)
        self._box = box
        self.ticked_rows: frozenset[int] = frozenset()

    def is_ticked(self, row: int) -> bool:
        """Whether a row is ticked."""
        return row in self.ticked_rows

    def remember(self, rows: range, *, ticked: bool) -> None:
        """Remember that rows are ticked, or not."""
        self.ticked_rows = self.ticked_rows.union(rows) if ticked else self.ticked_rows.difference(rows)

    def cell(self, index: Index, role: int) -> Any:
        """The data of a cell, except its tick."""
        raise NotImplementedError

    def can_tick(self, row: int) -> bool:  # noqa: ARG002 - for those of which some rows have none
        """Whether a row has a check box."""
        return True

    def tick(self, rows: range, *, ticked: bool) -> None:
        """Tick rows that follow one another, or untick them."""
        if rows:
            self.remember(rows, ticked=ticked)
            self.tell(rows)

    def tell(self, rows: range) -> None:
        """Tell views, and then others, that ticks of rows changed."""
        first, last = (self.index(row, self._box) for row in (rows[0], rows[-1]))
        # Qt tells screen readers of a tick only if nothing else is said to have changed.
        self.dataChanged.emit(first, last, [_Role.CheckStateRole])
        self.ticked.emit()

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all rows, or none."""
        self.tick(range(self.rowCount()), ticked=ticked)

    def turn(self, row: int) -> None:
        """Tick a row that is not ticked, and the other way round."""
        if self.can_tick(row):
            self.tick(range(row, row + 1), ticked=not self.is_ticked(row))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._has_box(index) else flags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role != _Role.CheckStateRole:
            return self.cell(index, role)
        if not self._has_box(index):
            return None
        return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not self._has_box(index):
            return False
        if self.is_ticked(index.row()) != (Qt.CheckState(value) == Qt.CheckState.Checked):
            self.turn(index.row())
        return True

    def _has_box(self, index: Index) -> bool:
        return index.isValid() and index.column() == self._box and self.can_tick(index.row())


class RowTicks(QObject):
    """Space ticks the current row of a view, whichever column was clicked; a held key ticks once."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        view.installEventFilter(self)

    def eventFilter(self, view: QObject, event: QEvent) -> bool:
        if not (isinstance(event, QKeyEvent) and isinstance(view, QAbstractItemView)):
            return False
        index, model = view.currentIndex(), view.model()
        if event.type() != QEvent.Type.KeyPress or event.key() != Qt.Key.Key_Space or not index.isValid():
            return False
        if isinstance(model, TickedTable) and not event.isAutoRepeat():
            model.turn(index.row())
        return True
