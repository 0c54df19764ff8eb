"""The list of steps in the history of a register."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from riskdesk.kit.focus_mark import without_frame
from riskdesk.kit.letter_size import grown
from riskdesk.kit.theme import UNIT
from riskdesk.ui.history.steps import TIME, WHAT, WHO, StepsModel

# The width of the column of names, and the least width of the column of steps.
_WHO, _LEAST_WHAT = 15 * UNIT, 24 * UNIT


class StepsView(QTreeView):
    """A view of steps in which days span all columns, and names give way to what was done."""

    def __init__(self, steps: StepsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps = steps
        self.setModel(steps)
        self.setAccessibleName(self.tr("Steps"))
        without_frame(self)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        for column, width in ((TIME, 9 * UNIT), (WHO, _WHO)):
            self.setColumnWidth(column, grown(width, self))
        header.sectionResized.connect(self._fit_columns)
        steps.rowsInserted.connect(self._span)

    def _fit_columns(self) -> None:
        """Hide the column of names if the column of steps would become too narrow."""
        room = self.viewport().width() - self.columnWidth(TIME) - grown(_WHO, self)
        self.setColumnHidden(WHO, room < grown(_LEAST_WHAT, self))

    def _span(self, _parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            if self._steps.step(row) is None:
                self.setFirstColumnSpanned(row, QModelIndex(), True)
