"""The model of the matrix of a scale that is being edited: score and band of each cell, and the tolerance line."""

from itertools import product
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QWidget

from riskdesk.domain.matrix import Border, borders
from riskdesk.domain.scale import Rule
from riskdesk.domain.scale_draft import ScaleDraft
from riskdesk.kit.plain import as_tip
from riskdesk.kit.qt import NOWHERE, Index
from riskdesk.ui.bench.language import ui_language, ui_text, ui_words

_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class ScaleMatrixModel(QAbstractTableModel):
    """A Qt model of the matrix of a scale: highest likelihood at the top, highest impact on the right.

    Its texts are in the language of the window.
    """

    def __init__(self, draft: ScaleDraft, parent: QWidget) -> None:
        super().__init__(parent)
        self.draft, self.scale, self.tolerance_line = draft, draft.scale, _tolerance_line(draft)
        # Whether the column headers show the names of levels, or only their numbers.
        self.names_columns = True

    def show_draft(self, draft: ScaleDraft) -> None:
        """Show another draft; the model is reset only if the number of levels has changed."""
        size, was = (len(draft.likelihood), len(draft.impact)), (self.rowCount(), self.columnCount())
        if size != was:
            self.beginResetModel()
        self.draft, self.scale, self.tolerance_line = draft, draft.scale, _tolerance_line(draft)
        if size != was:
            self.endResetModel()
        self.dataChanged.emit(self.index(0, 0), self.index(size[0] - 1, size[1] - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, size[1] - 1)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, size[0] - 1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.draft.likelihood)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.draft.impact)

    def levels(self, index: Index) -> tuple[int, int]:
        """The likelihood and impact of a cell."""
        return len(self.draft.likelihood) - index.row(), index.column() + 1

    def place(self, likelihood: int, impact: int) -> int | None:
        """The band of a cell; None if it has none, or there is no such cell."""
        inside = 1 <= likelihood <= len(self.draft.likelihood) and 1 <= impact <= len(self.draft.impact)
        return self.draft.place(likelihood, impact) if inside else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        likelihood, impact = self.levels(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell_text(likelihood, impact)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = ui_words()
            halves = (
                f"{words.likelihood} {self.draft.likelihood[likelihood - 1].numbered(likelihood, ui_language())}",
                f"{words.impact} {self.draft.impact[impact - 1].numbered(impact, ui_language())}",
            )
            text = f"{', '.join(halves)}{words.colon} {self._cell_text(likelihood, impact)}"
            return as_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            number, levels = section + 1, self.draft.impact
        else:
            number, levels = len(self.draft.likelihood) - section, self.draft.likelihood
        if role not in _TEXTS or not 1 <= number <= len(levels):
            return None
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal and not self.names_columns:
            return str(number)
        text = levels[number - 1].numbered(number, ui_language())
        return as_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def mark(self, likelihood: int, impact: int) -> str:
        """The short text of a cell without room for the name of its band: its score, or the number of the band."""
        place = self.draft.place(likelihood, impact)
        if self.draft.rule is not Rule.TABLE:
            return str(self.draft.score(likelihood, impact))
        return "–" if place is None else str(place + 1)

    def _cell_text(self, likelihood: int, impact: int) -> str:
        """The score, if there is one, and the name of the band."""
        place = self.draft.place(likelihood, impact)
        name = "–" if place is None else ui_text(self.draft.bands[place].name)
        return name if self.draft.rule is Rule.TABLE else f"{self.draft.score(likelihood, impact)} {name}"


def _tolerance_line(draft: ScaleDraft) -> frozenset[Border]:
    """The borders between tolerated and other cells, among the cells that have a band."""
    limit = draft.tolerance
    cells = product(range(1, len(draft.likelihood) + 1), range(1, len(draft.impact) + 1))
    places = {cell: draft.place(*cell) for cell in cells}
    known = {} if limit is None else {cell: place <= limit for cell, place in places.items() if place is not None}
    return frozenset(borders(known))
