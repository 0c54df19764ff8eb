"""The risks of a count in a matrix, as a popup list beside it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QCloseEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QVBoxLayout, QWidget

from riskdesk.domain.matrix import Chip
from riskdesk.domain.step import Step
from riskdesk.kit.measures import ROW_HEIGHT
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.qt import NOWHERE, Index, application
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.workbench import Workbench

_SIZE = QSize(40 * UNIT, 36 * UNIT)


class Unfolded(QFrame):
    """A popup list of the risks of a count in a matrix, beside the count.

    Rows selected in it are selected on a workbench; Enter and a double click open one. `texts` gives the texts of a
    chip, by the role. The list closes when one of its risks is changed, by another program.
    """

    def __init__(
        self,
        chips: Sequence[Chip],
        texts: Mapping[Qt.ItemDataRole, Callable[[Chip], str]],
        workbench: Workbench,
        open_risk: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._workbench, self._open, self._matrix = workbench, open_risk, parent
        self._lines = _Lines(chips, texts, self)
        self.list = QListView(self)
        self.list.setModel(self._lines)
        self.list.setAccessibleName(self.tr("Risks of the cell"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._show_selected(chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT // 2, UNIT // 2, UNIT // 2, UNIT // 2)
        layout.addWidget(self.list)
        self.list.selectionModel().selectionChanged.connect(self._select)
        self.list.doubleClicked.connect(self._open_one)
        workbench.stepped.connect(self._on_stepped)

    def come_up(self, beside: QRect) -> None:
        """Show the list below a place of the screen, or above it if there is no room."""
        high = min(_SIZE.height(), ROW_HEIGHT * self._lines.rowCount() + 2 * UNIT)
        self.resize(_SIZE.width(), high)
        room = self.screen().availableGeometry()
        below = beside.bottom() + 1
        top = below if below + high <= room.bottom() else max(room.top(), beside.top() - high)
        self.move(max(room.left(), min(beside.left(), room.right() - self.width())), top)
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)
        application().focusChanged.connect(self._on_focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            # Enter that is held may have opened this list.
            if not event.isAutoRepeat():
                self._open_one(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the focus back to the matrix, unless something else has it."""
        super().closeEvent(event)
        now = QApplication.focusWidget()
        if now is None or self.isAncestorOf(now):
            self._matrix.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close when something else gets the focus, as what a key of the matrix opened."""
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close()

    def _on_stepped(self, step: Step) -> None:
        if not {chip.risk.id for chip in self._lines.chips}.isdisjoint(change.id for change in step.changes):
            self.close()

    def _open_one(self, index: QModelIndex) -> None:
        if index.isValid():
            self.close()
            self._open(self._lines.chips[index.row()].risk.id)

    def _show_selected(self, chips: Sequence[Chip]) -> None:
        selected_ids, selection = set(self._workbench.selection), QItemSelection()
        rows = [row for row, chip in enumerate(chips) if chip.risk.id in selected_ids]
        for row in rows:
            selection.select(self._lines.index(row), self._lines.index(row))
        first = self._lines.index(rows[0] if rows else 0)
        self.list.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.list.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _select(self) -> None:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        self._workbench.select([self._lines.chips[row].risk.id for row in rows])


class _Lines(QAbstractListModel):
    """A Qt model with a row for each chip, whose text is made when it is visible."""

    def __init__(
        self, chips: Sequence[Chip], texts: Mapping[Qt.ItemDataRole, Callable[[Chip], str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.chips, self._texts = chips, texts

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.chips)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role in self._texts:
            return self._texts[Qt.ItemDataRole(role)](self.chips[index.row()])
        if index.isValid() and role == Qt.ItemDataRole.FontRole and self.chips[index.row()].risk.ended:
            # As on a chip; all else is taken from the font of the list.
            struck_out = QFont()
            struck_out.setStrikeOut(True)
            return struck_out
        if role == Qt.ItemDataRole.SizeHintRole:
            # As wide as the list: longer texts are cut.
            return QSize(1, ROW_HEIGHT)
        return None
