"""The tree view of the gaps: how its rows are drawn, and which row a click or a key acts on."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from riskdesk.kit.colours import colours_of
from riskdesk.kit.focus_mark import without_frame
from riskdesk.kit.measures import ROW_HEIGHT
from riskdesk.kit.plain import in_its_direction
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.qt import Index
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_number
from riskdesk.ui.gaps.model import ROW, Heading, Mend, Off

_AIR = 4
_SIDE = 12
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


class GapView(QTreeView):
    """A tree view of the gaps, and its reactions to mouse and keys.

    `pointed` carries the row that was clicked, `entered` the one chosen by the keyboard or a double-click.
    `menu_wanted` carries an index, and the position on the screen for its menu.
    """

    pointed = Signal(object)
    entered = Signal(object)
    menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        without_frame(self)
        self.setUniformRowHeights(True)
        self.setIndentation(2 * UNIT)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setItemDelegate(_RowDelegate(self))
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(lambda index: self.entered.emit(index.data(ROW)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() not in ENTER_KEYS or not index.isValid():
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            # Enter that is held would fold and unfold its kind again and again.
            event.accept()
        elif isinstance(index.data(ROW), Heading):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.entered.emit(index.data(ROW))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A right click asks for a menu and must not select or expand anything.
        if event.button() != Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # Not on press: the focus change stores text typed elsewhere, which may fix gaps and so remove rows.
        if event.button() != Qt.MouseButton.RightButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row below the mouse; from the keyboard, of the current row, at its bottom."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        self.menu_wanted.emit(index, event.globalPos() if by_mouse else below)

    def point_at(self, index: QModelIndex) -> None:
        """Make a row the current one, and scroll to it."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        if isinstance(index.data(ROW), Heading):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.pointed.emit(index.data(ROW))


class _RowDelegate(QStyledItemDelegate):
    """A delegate that draws the rows: a kind with its count at the right, the command for all of it, and each item."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, max(ROW_HEIGHT, option.fontMetrics.height() + 2 * _AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        self.initStyleOption(option, index)
        colours, style = colours_of(option.palette), option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.save()
        painter.setFont(option.font)
        if isinstance(row, Heading):
            room = self._paint_count(painter, room, row, QColor(colours.quiet))
        painter.setPen(
            QColor(colours.link if isinstance(row, Mend) else colours.quiet if isinstance(row, Off) else colours.ink)
        )
        text = option.fontMetrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, in_its_direction(_LINE, text), text)
        painter.restore()

    def _paint_count(self, painter: QPainter, room: QRect, row: Heading, ink: QColor) -> QRect:
        """Paint the count, and return the rectangle that is left."""
        count = ui_number(row.count)
        painter.setPen(ink)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), count)
        return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(count) - UNIT, 0)
