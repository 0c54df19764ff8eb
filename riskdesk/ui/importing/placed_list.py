"""A list of remarks on places in the file, with the full text of the current one below."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget

from riskdesk.domain.sheets import FilePlace
from riskdesk.kit.counted_table import CountedTable
from riskdesk.kit.letter_size import grown
from riskdesk.kit.plain import as_tip
from riskdesk.kit.qt import Index
from riskdesk.kit.shown_text import ShownText
from riskdesk.kit.splitter import Splitter
from riskdesk.kit.theme import UNIT
from riskdesk.ui.importing.words import where, where_in_short

_WHERE = 17 * UNIT
# More characters of a line than any window shows.
_LONGEST = 400


class PlacedRemark(NamedTuple):
    """A remark on a place in the file by the columns of the list; `whole` gives the full text there."""

    place: FilePlace
    cells: tuple[str, ...]
    whole: Callable[[], str]


class PlacedModel(CountedTable):
    """A Qt model of remarks: places and sentences."""

    def __init__(self, heads: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self.setHorizontalHeaderLabels(heads)
        self.remarks: Sequence[PlacedRemark] = ()

    def show(self, remarks: Sequence[PlacedRemark]) -> None:
        """Replace the remarks."""
        self.setRowCount(0)
        self.remarks = remarks
        self.setRowCount(len(remarks))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        remark = self.remarks[index.row()]
        cells = (where(remark.place), *remark.cells)
        if role == Qt.ItemDataRole.DisplayRole:
            text = cells[index.column()] if index.column() else where_in_short(remark.place)
            return " ".join(text[:_LONGEST].split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(cells[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cells[index.column()] if index.column() else ", ".join(filter(None, cells))
        return None


class PlacedList(Splitter):
    """A list of remarks on places in a file, with the full text of the current one below.

    `chosen` is emitted with the place of the current remark.
    """

    chosen = Signal(object)

    def __init__(self, name: str, heads: Sequence[str], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._view, self._model, self._whole = (
            QTreeView(self),
            PlacedModel(heads, self),
            ShownText(self.tr("All of it"), self),
        )
        self._follows = False
        self._set_up(name)
        self.addWidget(self._view)
        self.addWidget(self._whole)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 1)
        self._view.selectionModel().currentChanged.connect(self._tell_current)

    def show_remarks(self, remarks: Sequence[PlacedRemark]) -> None:
        """Replace the remarks; the one on the same place in the file stays current."""
        row = self._view.currentIndex().row()
        before = self._model.remarks[row].place if 0 <= row < len(self._model.remarks) else None
        self._follows = True
        self._model.show(remarks)
        again = next(
            (at for at, remark in enumerate(remarks) if remark.place == before), min(max(row, 0), len(remarks) - 1)
        )
        if remarks:
            self._view.setCurrentIndex(self._model.index(again, 0))
        else:
            self._tell_current()
        self._follows = False

    def _set_up(self, name: str) -> None:
        view = self._view
        view.setModel(self._model)
        view.setAccessibleName(name)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = view.header()
        header.setStretchLastSection(True)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.setColumnWidth(0, grown(_WHERE, view))
        if self._model.columnCount() > 2:
            view.setColumnWidth(1, grown(_WHERE, view))
        self._whole.setMinimumHeight(8 * UNIT)
        view.setMinimumHeight(8 * UNIT)
        view.setFrameShape(QFrame.Shape.StyledPanel)

    def _tell_current(self) -> None:
        row = self._view.currentIndex().row()
        remark = self._model.remarks[row] if 0 <= row < len(self._model.remarks) else None
        self._whole.setPlainText("" if remark is None else remark.whole())
        if remark is not None and not self._follows:
            self.chosen.emit(remark.place)
