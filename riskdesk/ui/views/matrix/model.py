"""The matrix as a table for screen readers: a row for each likelihood, the highest first, a column for each impact.

The first cell of one more column at the end stands for the risks that are not assessed.
"""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from riskdesk.domain.matrix import MatrixCell
from riskdesk.kit.qt import NOWHERE, Index
from riskdesk.ui.views.matrix.picture import Picture
from riskdesk.ui.views.matrix.speech import MatrixSpeech

_SPOKEN_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class MatrixModel(QAbstractTableModel):
    """A Qt model that tells screen readers what each cell of a matrix holds."""

    def __init__(self, speech: MatrixSpeech, parent: QObject) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._speech = speech

    def show(self, picture: Picture | None) -> None:
        """Show another picture; screen readers stay in their cell if the levels are the same."""
        before = self._levels()
        if picture is None or before != _levels_of(picture):
            self.beginResetModel()
            self._picture = picture
            self.endResetModel()
            return
        self._picture = picture
        self.dataChanged.emit(self.index(0, 0), self.index(before[0] - 1, before[1]))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._levels()[0]

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self._picture is None else self._levels()[1] + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or (index.row() and index.column() == self._levels()[1]):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._picture is None or role not in _SPOKEN_ROLES or not self.flags(index):
            return None
        return self._speech.cell(self._picture, self.cell(index.row(), index.column()))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._picture is None or role not in _SPOKEN_ROLES or section < 0:
            return None
        rows, columns = self._levels()
        if orientation == Qt.Orientation.Vertical:
            return self._speech.head(self._picture, 0, rows - section)
        return self._speech.head(self._picture, 1, section + 1 if section < columns else None)

    def cell(self, row: int, column: int) -> MatrixCell | None:
        """The cell at a row and a column; None for the risks that are not assessed."""
        rows, columns = self._levels()
        return (rows - row, column + 1) if column < columns else None

    def index_of(self, cell: MatrixCell | None) -> QModelIndex:
        """The index of a cell; with None, of the cell for risks that are not assessed."""
        rows, columns = self._levels()
        return self.index(0, columns) if cell is None else self.index(rows - cell[0], cell[1] - 1)

    def _levels(self) -> tuple[int, int]:
        return (0, 0) if self._picture is None else _levels_of(self._picture)


def _levels_of(picture: Picture) -> tuple[int, int]:
    return len(picture.scale.likelihood), len(picture.scale.impact)
