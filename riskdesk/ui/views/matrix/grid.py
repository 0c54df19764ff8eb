"""The painted matrix, with keys and mouse; a QTableView, so that screen readers see a table."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QTableView, QWidget

from riskdesk.domain.matrix import Board
from riskdesk.domain.values import Register
from riskdesk.kit.announce import say
from riskdesk.kit.colours import colours_of
from riskdesk.kit.qt import Index
from riskdesk.kit.wheel import ZOOM_STEP, ZoomWheel
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.matrix.appearance import Appearance
from riskdesk.ui.views.matrix.arranging import Box
from riskdesk.ui.views.matrix.fonts import MatrixFonts
from riskdesk.ui.views.matrix.keys import MatrixKeys
from riskdesk.ui.views.matrix.matrix_input import MatrixInput
from riskdesk.ui.views.matrix.model import MatrixModel
from riskdesk.ui.views.matrix.painting import paint
from riskdesk.ui.views.matrix.picture import Picture, Spot
from riskdesk.ui.views.matrix.pointing import MatrixPointing
from riskdesk.ui.views.matrix.selection import MatrixSelection
from riskdesk.ui.views.matrix.speech import MatrixSpeech
from riskdesk.ui.views.matrix.tip import show_tip

_SMALLEST_ZOOM, _LARGEST_ZOOM = 0.7, 4.0


class MatrixGrid(QTableView):
    """The widget of the matrix view: it shows a board and re-assesses the risks that are moved on it.

    `opened` carries the id of a risk to be shown in full, `cell_chosen` the likelihood and impact of a cell whose
    risks are to be listed (0, 0 for risks that are not assessed), `unfolded` the Spot of a count whose risks are
    to be shown, `menu_wanted` the place on the screen for a menu. `zoomed` is emitted when the zoom changed.
    """

    opened, cell_chosen, unfolded = Signal(str), Signal(int, int), Signal(object)
    menu_wanted, zoomed = Signal(QPoint), Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # PySide finds the class of a viewport made by Qt by trying every class of widgets, which takes long.
        self.setViewport(QWidget(self))
        self.workbench = workbench
        self.picture: Picture | None = None
        self.selection, self.speech = MatrixSelection(workbench), MatrixSpeech(self)
        self.appearance, self.cells = Appearance(), MatrixModel(self.speech, self)
        self._shown: tuple[Board, Register] | None = None
        self._zoom, self._wheel = 1.0, ZoomWheel()
        self.input = MatrixInput(self, self.selection, self.speech)
        self.pointing = MatrixPointing(self, self.selection, self.input)
        self._keys = MatrixKeys(self, self.selection, self.input, self.pointing)
        self._set_up()

    @property
    def zoom(self) -> float:
        """The zoom of the matrix; at 1, it fills the window."""
        return self._zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._zoom = max(_SMALLEST_ZOOM, min(zoom, _LARGEST_ZOOM))
        self.lay_out()
        self.zoomed.emit()

    def zoom_by(self, steps: int) -> None:
        """Zoom in by so many steps, or out if they are negative."""
        if steps:
            self.zoom = self._zoom * ZOOM_STEP**steps

    @property
    def spot(self) -> Spot | None:
        """The current spot, on which keys act."""
        return self.appearance.focus

    def show_board(self, board: Board | None, register: Register | None) -> None:
        """Show another board; the current spot stays, or follows its chip."""
        self._shown = None if board is None or register is None else (board, register)
        self.pointing.give_up()
        self.lay_out()

    def lay_out(self) -> None:
        """Lay out the matrix in the present size of the view."""
        self.picture = None
        if self._shown is not None:
            room, bars = self.maximumViewportSize(), self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
            self.picture = self._laid_out(room.width(), room.height())
            wide, high = self.picture.size[0] > room.width(), self.picture.size[1] > room.height()
            if wide != high:
                # If both bars are needed, laying out again spares neither.
                self.picture = self._laid_out(room.width() - bars * high, room.height() - bars * wide)
        self.cells.show(self.picture)
        self._keep_spot()
        self.updateGeometries()
        self.pointing.keep_up()
        self.viewport().update()

    def select(self, ids: Sequence[str]) -> None:
        """Show which risks are selected."""
        self.appearance.selected = frozenset(ids)
        self.viewport().update()

    def go_to(self, spot: Spot, *, reveal: bool = True) -> None:
        """Make a spot current, and announce it to screen readers."""
        before, self.appearance.focus = self.spot, spot
        index = self.cells.index_of(spot.cell)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        if reveal:
            self.reveal(spot)
        if spot != before:
            self._tell(spot)
        self.viewport().update()

    def reveal(self, spot: Spot) -> None:
        """Scroll just far enough to make a spot visible."""
        box = None if self.picture is None else self.picture.box(spot)
        if box is None:
            return
        room = self.viewport().size()
        for bar, first, last, length in (
            (self.horizontalScrollBar(), box.x, box.right, room.width()),
            (self.verticalScrollBar(), box.y, box.bottom, room.height()),
        ):
            if last > bar.value() + length:
                bar.setValue(int(last - length) + 1)
            if first < bar.value():
                bar.setValue(int(first))

    def to_picture(self, point: QPoint) -> QPoint:
        """A point of the viewport in coordinates of the picture."""
        return point + QPoint(self.horizontalOffset(), self.verticalOffset())

    def to_view(self, box: Box) -> QRect:
        """A box of the picture in coordinates of the viewport."""
        return QRect(*map(round, box)).translated(-self.horizontalOffset(), -self.verticalOffset())

    # The interface of a Qt view.

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def doItemsLayout(self) -> None:
        """Do nothing: `lay_out` has placed everything."""

    def updateGeometries(self) -> None:
        width, height = (0, 0) if self.picture is None else map(int, self.picture.size)
        room, bars = self.maximumViewportSize(), self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        wide, high = width > room.width(), height > room.height()
        room -= QSize(bars * high, bars * wide)
        for bar, whole, page in (
            (self.horizontalScrollBar(), width, room.width()),
            (self.verticalScrollBar(), height, room.height()),
        ):
            bar.setRange(0, max(0, whole - page))
            bar.setPageStep(page)
            bar.setSingleStep(24)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.pointing.keep_up()
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        if self.picture is None or not index.isValid() or not self.cells.flags(index):
            return QRect()
        box = self.picture.box(Spot(self.cells.cell(index.row(), index.column())))
        return QRect() if box is None else self.to_view(box)

    def indexAt(self, point: QPoint) -> QModelIndex:
        place = self.to_picture(point)
        spot = None if self.picture is None else self.picture.spot_at(place.x(), place.y())
        return QModelIndex() if spot is None else self.cells.index_of(spot.cell)

    def scrollTo(
        self, index: Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Do nothing: `go_to` reveals the current spot."""

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_tip(self, event)
            return True
        if event.type() == QEvent.Type.Leave:
            self.pointing.leave()
        elif event.type() == QEvent.Type.Hide:
            # Mouse events still arrive behind another view.
            self.pointing.give_up()
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keys.press(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointing.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointing.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointing.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointing.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(self._wheel.notches(event))
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = self.pointing.menu_place(event)
        if place is not None:
            self.menu_wanted.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.picture is not None:
            self.go_to(self.spot or self._keys.first(self.picture), reveal=False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is None:
            return
        painter = QPainter(self.viewport())
        painter.translate(-self.horizontalOffset(), -self.verticalOffset())
        self.appearance.colours = colours_of(self.palette())
        corner = self.to_picture(event.rect().topLeft())
        part = Box(corner.x(), corner.y(), event.rect().width(), event.rect().height())
        paint(painter, self.picture, self.appearance if self.hasFocus() else self.appearance.unfocused, part)
        self.pointing.paint(painter, self.picture)
        painter.end()

    def _set_up(self) -> None:
        self.setModel(self.cells)
        self.setAccessibleName(self.tr("Matrix of the register"))
        self.setProperty("chapter", "The matrix")
        self.setFrameShape(QFrame.Shape.NoFrame)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setAutoFillBackground(True)

    def _laid_out(self, width: float, height: float) -> Picture:
        """The board laid out in a room times the zoom; letters grow less than the room, so that more chips fit."""
        assert self._shown is not None, "there is a board"
        grown, lettering = max(1.0, self._zoom), MatrixFonts(min(self._zoom, self._zoom**0.5))
        return Picture(*self._shown, (width * grown, height * grown), lettering, language=ui_language())

    def _keep_spot(self) -> None:
        """Keep the same chip or cell current, wherever it is now."""
        spot, picture = self.spot, self.picture
        if spot is None or picture is None:
            return
        if spot.key is not None:
            spot = picture.spot_of(spot.key) or picture.spot_of_risk(spot.key[0]) or Spot(spot.cell)
        if picture.box(spot) is None:
            spot = Spot(spot.cell) if picture.box(Spot(spot.cell)) else self._keys.first(picture)
        self.appearance.focus = spot
        if self.currentIndex() != self.cells.index_of(spot.cell):
            self.setCurrentIndex(self.cells.index_of(spot.cell))

    def _tell(self, spot: Spot) -> None:
        """Announce the current spot within a cell; cells are announced by Qt itself."""
        if self.picture is not None and self.hasFocus() and (spot.key or spot.more):
            say(self, self.speech.spot(self.picture, spot, selected=self.appearance.selected))
