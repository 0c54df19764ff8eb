"""A Qt model of the values that both sides of a merge changed: a line for each, with a tick that takes the copy's."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont

from riskdesk.desk.merging import Merge
from riskdesk.domain.merge import MergePlace
from riskdesk.domain.side_by_side import side_by_side
from riskdesk.kit.counted_table import CountedTable
from riskdesk.kit.fonts import bold_font
from riskdesk.kit.qt import Index
from riskdesk.ui.bench.values import telling

WHAT, REGISTER, HERE, COPY = range(4)
_Role = Qt.ItemDataRole
# The number of characters that surely fit into a column.
_SEEN = 24
_BOLD = bold_font(QFont())


class ClashesModel(CountedTable):
    """A Qt model of the clashes of a merge, the value that is chosen in bold; a clash is described once it is seen.

    `ticked` is emitted when ticks change.
    """

    ticked = Signal()

    def __init__(self, merge: Merge, parent: QObject) -> None:
        super().__init__(parent, checkable=True)
        heads = self.tr("Changed in both"), self.tr("Register"), self.tr("Here"), self.tr("In the copy")
        self.setHorizontalHeaderLabels(heads)
        self._merge, self._clashes = merge, merge.clashes
        self.registers = merge.registers(telling())
        self._texts: dict[int, tuple[str, str, str]] = {}
        self._taken: set[int] = set()
        self.setRowCount(len(self._clashes))

    @property
    def taken_places(self) -> frozenset[MergePlace]:
        """The places of the clashes where the copy's value is ticked."""
        return frozenset(self._clashes[row].place for row in self._taken)

    def texts(self, row: int) -> tuple[str, str, str]:
        """The place of a clash in words, with the value here and the value in the copy."""
        if row not in self._texts:
            self._texts[row] = self._merge.described(self._clashes[row], telling())
        return self._texts[row]

    def tick_all(self, *, taken: bool) -> None:
        """Take all values of the copy, or none."""
        self._taken = set(range(len(self._clashes))) if taken else set()
        self._tell_changed(0, len(self._clashes) - 1)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == _Role.DisplayRole:
            return self._cell_text(row, column)
        if role == _Role.CheckStateRole and column == WHAT:
            return Qt.CheckState.Checked if row in self._taken else Qt.CheckState.Unchecked
        if role == _Role.FontRole and column == (COPY if row in self._taken else HERE):
            return _BOLD
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        taken = Qt.CheckState(value) == Qt.CheckState.Checked
        self._taken = self._taken | {index.row()} if taken else self._taken - {index.row()}
        self._tell_changed(index.row(), index.row())
        return True

    def _cell_text(self, row: int, column: int) -> str:
        if column == REGISTER:
            return self.registers[row]
        what, mine, theirs = self.texts(row)
        return what if column == WHAT else side_by_side(mine, theirs, room=_SEEN)[column - HERE]

    def _tell_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, WHAT), self.index(last, COPY))
        self.ticked.emit()
