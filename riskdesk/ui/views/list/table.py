"""The table of the list: selection, keys, folding of groups, and widths of columns."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from riskdesk.desk.listing import Group, ListRow
from riskdesk.domain.fields import Field
from riskdesk.kit.announce import say_fold
from riskdesk.kit.digits import digit
from riskdesk.kit.focus_mark import without_frame
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.qt import Index, without
from riskdesk.kit.theme import UNIT
from riskdesk.kit.wheel import ZoomWheel
from riskdesk.ui.views.list.cells import Cells
from riskdesk.ui.views.list.head import ListHead
from riskdesk.ui.views.list.listed import Listed
from riskdesk.ui.views.list.model import ListModel
from riskdesk.ui.views.list.widths import widths
from riskdesk.ui.views.runs import runs

_Flag, _Mod = QItemSelectionModel.SelectionFlag, Qt.KeyboardModifier
_ROW = 4 * UNIT
_WITH_DIGITS = _Mod.KeypadModifier | _Mod.ShiftModifier
_ENDS = ((Qt.Key.Key_Home, _Mod.ControlModifier), (Qt.Key.Key_End, _Mod.ControlModifier))


class ListTable(QTableView):
    """The table of the list, with selected rows and a current cell.

    `chosen` is emitted when the user selected other rows. `edit_wanted` carries a cell to edit, `digit_typed` a digit
    typed in one, `menu_wanted` the place on the screen for a menu, `zoom_wanted` the steps to zoom by, `sized` a
    column with its new width.
    """

    chosen = Signal()
    edit_wanted = Signal(QModelIndex)
    digit_typed = Signal(QModelIndex, int)
    menu_wanted = Signal(QPoint)
    zoom_wanted = Signal(int)
    sized, scrolled = Signal(int, int), Signal()

    def __init__(self, listed: Listed, is_marked: Callable[[str, str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed = listed
        self.lines, self.head = ListModel(listed, self), ListHead(self)
        self._zoom, self._size, self._wheel = 1.0, self.font().pointSizeF(), ZoomWheel()
        self._follows = False
        # The line and the column of the cell that was current, if its row is not listed any more.
        self._left: tuple[int, int] | None = None
        self._set_up()
        self.setModel(self.lines)
        self.setItemDelegate(Cells(self, self.lines, listed, is_marked))
        self.head.sectionResized.connect(self._on_sized)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self.scrolled)
        # The lines of groups do not move along.
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    @property
    def zoom(self) -> float:
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Make type and rows larger or smaller."""
        self._zoom = zoom
        font = self.font()
        font.setPointSizeF(self._size * zoom)
        self.setFont(font)
        self.head.setFont(font)
        self.verticalHeader().setDefaultSectionSize(max(3 * UNIT, round(_ROW * zoom)))
        self.fit()

    def fields(self) -> Sequence[Field]:
        return self.lines.fields

    def line(self, index: Index) -> Group | ListRow | None:
        """The line of a cell."""
        return self.lines.lines[index.row()] if index.isValid() else None

    def ids(self) -> tuple[str, ...]:
        """The ids of the selected rows, in order."""
        selection = self.selectionModel().selection()
        spans = sorted((selection.at(at).top(), selection.at(at).bottom()) for at in range(selection.size()))
        lines = [line for top, bottom in spans for line in self.lines.lines[top : bottom + 1]]
        return tuple(dict.fromkeys(line.item.id for line in lines if isinstance(line, ListRow)))

    def has_strayed(self) -> bool:
        """Whether rows are selected, but not the current row, on which keys would act."""
        ids = self.ids()
        return bool(ids) and self._current()[1] not in ids

    def show_lines(self, ids: Sequence[str]) -> None:
        """Show the lines as they are now, with these rows selected; the scroll position and the current cell stay.

        If the current row is not listed any more, the first of these rows becomes current, or none (`stay`).
        """
        self._follows, self._left = True, None
        cell, (column, key) = self.currentIndex().row(), self._current()
        field = self.lines.fields[column] if cell >= 0 else None
        top, along = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        if not self.lines.follow():
            self.lines.reset()
            self._stand_in_order()
            self.fit()
            self.verticalScrollBar().setValue(top)
            self.horizontalScrollBar().setValue(along)
            column = self._column_of(field, column)
            if cell >= 0 and not any(self._go_back(there, column) for there in (key, *ids)):
                self._left = cell, column
        self._select(ids)
        self._follows = False

    def stay(self) -> bool:
        """Make the row that took the place of the current one current; return whether there is such a row."""
        left, self._left = self._left, None
        if left is None or not self.lines.lines:
            return False
        index = self.lines.index(min(left[0], len(self.lines.lines) - 1), min(left[1], len(self.lines.fields) - 1))
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        return True

    def choose(self, ids: Sequence[str]) -> None:
        """Select these rows and no others, and make the first one current; no signal is emitted."""
        self._follows = True
        self._select(ids)
        first = next((place for identity in ids if (place := self._listed.place(identity)) is not None), None)
        if first is None:
            self._go_nowhere()
        else:
            index = self.lines.index(first, max(0, self.currentIndex().column()))
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self.scrollTo(index)
        self._follows = False

    def fit(self) -> None:
        """Give each column its width; the room left over goes to the first text whose width nobody chose."""
        columns = self._listed.listing.columns
        if len(columns) != self.head.count():
            return
        before, self._follows, room = self._follows, True, self.viewport().width()
        for place, width in enumerate(widths(columns, self.fields(), self.head.title_widths(), self._zoom, room)):
            self.head.resizeSection(place, width)
        self._follows = before
        self.scrolled.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._follows:
            self.chosen.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Repaint all columns for the line of a group, as its frame spans them."""
        super().currentChanged(current, previous)
        if any(isinstance(self.line(index), Group) for index in (current, previous)):
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep the current cell: if there is none, Qt makes that of the first row current, which is not selected."""
        was_nowhere = not self.currentIndex().isValid()
        super().focusInEvent(event)
        if was_nowhere:
            self._go_nowhere()

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Let Ctrl+Home and Ctrl+End select the row to which they go, so that no key acts on one out of sight."""
        if isinstance(event, QKeyEvent) and (event.key(), without(event.modifiers(), _Mod.KeypadModifier)) in _ENDS:
            return _Flag.ClearAndSelect | _Flag.Rows
        return super().selectionCommand(index, event)

    def keyboardSearch(self, _text: str) -> None:
        """Do nothing: letters are keys of commands here, and Ctrl+F finds."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, line = self.currentIndex(), self.line(self.currentIndex())
        plain = not without(event.modifiers(), _Mod.KeypadModifier)
        if isinstance(line, Group) and plain and self._fold_by_key(line, event):
            return
        if isinstance(line, ListRow) and plain and event.key() in ENTER_KEYS and not event.isAutoRepeat():
            self.edit_wanted.emit(index)
        elif isinstance(line, ListRow) and not without(event.modifiers(), _WITH_DIGITS) and (number := digit(event)):
            self.digit_typed.emit(index, number)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = self.line(index)
        if isinstance(line, Group) and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self._listed.fold(line, folded=not self._listed.is_folded(line))
            return
        if event.button() != Qt.MouseButton.RightButton or not self.selectionModel().isSelected(index):
            super().mousePressEvent(event)
        # Not before: as the table gets the focus, what is typed elsewhere is stored, which may move another row here.
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if isinstance(self.line(index), ListRow) and event.button() == Qt.MouseButton.LeftButton:
            self.edit_wanted.emit(index)
        else:
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_wanted.emit(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(self._wheel.notches(event))
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _set_up(self) -> None:
        self.setHorizontalHeader(self.head)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(3 * UNIT)
        rows.setDefaultSectionSize(_ROW)
        self.setShowGrid(False)
        without_frame(self)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for set_mode in (self.setVerticalScrollMode, self.setHorizontalScrollMode):
            set_mode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _stand_in_order(self) -> None:
        """Put dragged columns back: the lines have the new order by now."""
        for place in range(self.head.count()):
            self.head.moveSection(self.head.visualIndex(place), place)

    def _current(self) -> tuple[int, str]:
        """The column and the id or group key of the current line; the key is empty if there is none."""
        index = self.currentIndex()
        line = self.line(index)
        return max(0, index.column()), line.item.id if isinstance(line, ListRow) else line.key if line else ""

    def _go_back(self, key: str, column: int) -> bool:
        """Make the line with an id or group key current; return False if it is not shown any more."""
        place = self._listed.place(key)
        if place is None:
            groups = (at for at, line in enumerate(self.lines.lines) if isinstance(line, Group) and line.key == key)
            place = next(groups, None)
        if place is not None and self.lines.fields:
            index = self.lines.index(place, min(column, len(self.lines.fields) - 1))
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        return place is not None

    def _column_of(self, field: Field | None, last: int) -> int:
        """The place of a field's column now; its former place if the column is hidden."""
        return self.lines.fields.index(field) if field in self.lines.fields else last

    def _go_nowhere(self) -> None:
        self.selectionModel().setCurrentIndex(QModelIndex(), _Flag.NoUpdate)

    def _select(self, ids: Sequence[str]) -> None:
        places = sorted(place for identity in ids if (place := self._listed.place(identity)) is not None)
        last, selection = len(self.lines.fields) - 1, QItemSelection()
        for first, end in runs(places):
            selection.select(self.lines.index(first, 0), self.lines.index(end, last))
        self.selectionModel().select(selection, _Flag.ClearAndSelect)

    def _fold_by_key(self, group: Group, event: QKeyEvent) -> bool:
        folded, key = self._listed.is_folded(group), event.key()
        turns = key in (*ENTER_KEYS, Qt.Key.Key_Space) and not event.isAutoRepeat()
        to_fold = not folded if turns else {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}.get(Qt.Key(key))
        if to_fold is None:
            return False
        self._listed.fold(group, folded=to_fold)
        say_fold(self, is_open=not to_fold)
        return True

    def _on_sized(self, column: int, _before: int, width: int) -> None:
        if not self._follows:
            self.sized.emit(column, round(width / self._zoom))
