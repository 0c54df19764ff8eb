"""A Qt model of the values that both sides of a merge changed: a line for each, with a tick that takes the copy's."""

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from riskdesk.desk.merging import Merge
from riskdesk.domain.merge import MergePlace
from riskdesk.domain.side_by_side import side_by_side
from riskdesk.kit.fonts import bold_font
from riskdesk.kit.qt import Index
from riskdesk.kit.spoken_row import spoken_row
from riskdesk.kit.ticked_table import TickedTable
from riskdesk.ui.bench.values import telling

WHAT, REGISTER, HERE, COPY = range(4)
_Role = Qt.ItemDataRole
# The number of characters that surely fit into a column.
_SEEN = 24
_BOLD = bold_font(QFont())


class ClashesModel(TickedTable):
    """A Qt model of the clashes of a merge, the value that is chosen in bold; a clash is described once it is seen."""

    def __init__(self, merge: Merge, parent: QObject) -> None:
        super().__init__(parent, box=WHAT)
        heads = self.tr("Changed in both"), self.tr("Register"), self.tr("Here"), self.tr("In the copy")
        self.setHorizontalHeaderLabels(heads)
        self._merge, self._clashes = merge, merge.clashes
        self.registers = merge.registers(telling())
        self._texts: dict[int, tuple[str, str, str]] = {}
        self.setRowCount(len(self._clashes))

    @property
    def taken_places(self) -> frozenset[MergePlace]:
        """The places of the clashes where the copy's value is ticked."""
        return frozenset(self._clashes[row].place for row in self.ticked_rows)

    def texts(self, row: int) -> tuple[str, str, str]:
        """The place of a clash in words, with the value here and the value in the copy."""
        if row not in self._texts:
            self._texts[row] = self._merge.described(self._clashes[row], telling())
        return self._texts[row]

    def tell(self, rows: range) -> None:
        self.dataChanged.emit(self.index(rows[0], HERE), self.index(rows[-1], COPY), [_Role.FontRole])
        super().tell(rows)

    def cell(self, index: Index, role: int) -> Any:
        row, column = index.row(), index.column()
        if role == _Role.DisplayRole:
            return self._cell_text(row, column)
        if role == _Role.AccessibleTextRole and column == WHAT:
            return spoken_row(index, with_heads=(HERE, COPY))
        if role == _Role.FontRole and column == (COPY if self.is_ticked(row) else HERE):
            return _BOLD
        return None

    def _cell_text(self, row: int, column: int) -> str:
        if column == REGISTER:
            return self.registers[row]
        what, mine, theirs = self.texts(row)
        return what if column == WHAT else side_by_side(mine, theirs, room=_SEEN)[column - HERE]
