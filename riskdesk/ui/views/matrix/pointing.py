"""What the mouse does in a matrix: it selects, draws a rubber band, and drags chips."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from riskdesk.domain.matrix import Chip
from riskdesk.ui.views.matrix.arranging import Box
from riskdesk.ui.views.matrix.carrying import paint_band, paint_carried
from riskdesk.ui.views.matrix.matrix_input import MatrixInput
from riskdesk.ui.views.matrix.picture import Picture, Spot
from riskdesk.ui.views.matrix.selection import MatrixSelection

if TYPE_CHECKING:
    from riskdesk.ui.views.matrix.grid import MatrixGrid

_ADDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
# Within this distance of an edge, dragging scrolls by so many pixels at a time.
_EDGE, _STEP = 24, 16


@dataclass
class _Press:
    """A press of the left button: its place and spot, the selection before it if that stays, and what is dragged.

    It `adds` if Ctrl or Shift is held; `is_new` says whether it has selected the spot.
    """

    place: QPoint
    spot: Spot | None
    adds: bool
    selected_before: Sequence[str]
    is_new: bool = False
    chips: Sequence[Chip] = field(default=())
    band: Box | None = None

    @property
    def on_chip(self) -> bool:
        return self.spot is not None and (self.spot.key is not None or self.spot.more)


class MatrixPointing:
    """What the mouse does in a matrix; places are in coordinates of the picture, which may be scrolled."""

    def __init__(self, grid: "MatrixGrid", selection: MatrixSelection, matrix_input: MatrixInput) -> None:
        self._grid, self._selection, self._input = grid, selection, matrix_input
        self._pressed: _Press | None = None
        # Where the mouse was last while something was under way, in coordinates of the viewport.
        self._point = QPoint()

    @property
    def is_busy(self) -> bool:
        """Whether chips are dragged, or a rubber band is drawn."""
        return self._pressed is not None and bool(self._pressed.chips or self._pressed.band)

    def press(self, event: QMouseEvent) -> None:
        """Select what is pressed, unless it is one of several selected that may be dragged.

        Another button cancels what is under way.
        """
        self.give_up()
        picture, place = self._grid.picture, self._grid.to_picture(event.position().toPoint())
        if picture is None or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        spot, adds = picture.spot_at(place.x(), place.y()), bool(event.modifiers() & _ADDS)
        press = _Press(place, spot, adds, self._grid.workbench.selection if adds else ())
        if spot is not None:
            self._grid.go_to(spot, reveal=False)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = press
        if spot is not None and press.on_chip:
            # What is selected may be dragged: a click with Ctrl removes it only once the button is released.
            if not self._selection.meets(picture, spot) and (adds or not spot.more):
                self._selection.choose(picture, spot, toggle=adds)
                press.is_new = True
        elif not adds:
            self._grid.workbench.select(())

    def move(self, event: QMouseEvent) -> None:
        """Drag what was pressed, draw the rubber band, or note what the mouse is over."""
        place = self._grid.to_picture(event.position().toPoint())
        press, picture = self._pressed, self._grid.picture
        if picture is None:
            return
        if press is None or not event.buttons() & Qt.MouseButton.LeftButton:
            # The button may have been released over a menu or another window.
            self.give_up()
            self._point_at(picture.spot_at(place.x(), place.y()))
            return
        if not self.is_busy and (place - press.place).manhattanLength() >= QApplication.startDragDistance():
            self._begin(press)
        if self.is_busy:
            self._point = event.position().toPoint()
            self._bring_into_sight(self._point)
            self._follow(press, picture)

    def release(self, event: QMouseEvent) -> None:
        """Drop what is dragged; a click on one of several selected chips selects it alone."""
        press, busy, target = self._pressed, self.is_busy, self._grid.appearance.target
        if press is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.give_up()
        if press.chips and target is not None:
            self._input.drop(press.chips, target.cell)
        elif not busy and press.on_chip and press.spot is not None:
            self._click(press, press.spot)
        elif press.band is not None:
            self._input.go_to_selected()

    def double_click(self, event: QMouseEvent) -> None:
        """Open the risk whose chip is under the mouse; with Ctrl or Shift, go on selecting or dragging."""
        if event.modifiers() & _ADDS:
            self.press(event)
            return
        spot = self._spot_at(event.position().toPoint())
        if spot is not None and spot.key is not None and event.button() == Qt.MouseButton.LeftButton:
            self._input.open(spot)

    def menu_place(self, event: QContextMenuEvent) -> QPoint | None:
        """The place on the screen for a menu: at the mouse, or on the current spot if opened by key; None beside all.

        The risk that it is for is selected, so that the menu acts on no other.
        """
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        picture, spot = self._grid.picture, self._grid.spot if by_key else self._spot_at(event.pos())
        box = None if picture is None or spot is None else picture.box(spot)
        if picture is None or spot is None or box is None:
            return None
        if spot.key is not None and not self._selection.meets(picture, spot):
            self._selection.choose(picture, spot)
        if by_key:
            self._grid.reveal(spot)
        return self._grid.viewport().mapToGlobal(self._grid.to_view(box).center() if by_key else event.pos())

    def keep_up(self) -> None:
        """Find again what is under the mouse, as the matrix was scrolled or laid out while something is under way."""
        if self._pressed is not None and self._grid.picture is not None and self.is_busy:
            self._follow(self._pressed, self._grid.picture)

    def give_up(self) -> None:
        """Cancel what is under way."""
        busy, self._pressed = self.is_busy, None
        self._grid.appearance.target = None
        if busy:
            self._grid.viewport().unsetCursor()
            self._grid.viewport().update()

    def leave(self) -> None:
        """Note that the mouse has left the view."""
        self._point_at(None)

    def paint(self, painter: QPainter, picture: Picture) -> None:
        """Draw the rubber band, or what is dragged."""
        press = self._pressed
        if press is not None and press.band is not None:
            paint_band(painter, press.band, self._grid.appearance.colours)
        elif press is not None and press.chips:
            paint_carried(painter, picture, self._grid.appearance, press.chips, self._grid.to_picture(self._point))

    def _click(self, press: _Press, spot: Spot) -> None:
        if not press.adds:
            self._input.click(spot)
        elif not press.is_new and self._grid.picture is not None:
            self._selection.choose(self._grid.picture, spot, toggle=True)

    def _begin(self, press: _Press) -> None:
        if not press.on_chip:
            press.band = Box(press.place.x(), press.place.y(), 0, 0)
        elif press.spot is not None:
            press.chips = self._input.carried(press.spot)
            if press.chips:
                self._grid.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _spot_at(self, point: QPoint) -> Spot | None:
        """The spot at a point of the viewport."""
        place = self._grid.to_picture(point)
        return None if self._grid.picture is None else self._grid.picture.spot_at(place.x(), place.y())

    def _follow(self, press: _Press, picture: Picture) -> None:
        place = self._grid.to_picture(self._point)
        if press.band is not None:
            start = press.place
            left, top = min(start.x(), place.x()), min(start.y(), place.y())
            press.band = Box(left, top, abs(start.x() - place.x()) + 1, abs(start.y() - place.y()) + 1)
            self._selection.choose_in(picture, press.band, add=press.selected_before)
        else:
            over = picture.spot_at(place.x(), place.y())
            self._grid.appearance.target = None if over is None else Spot(over.cell)
        self._grid.viewport().update()

    def _bring_into_sight(self, point: QPoint) -> None:
        """Scroll while the mouse is near the edge of the view."""
        room = self._grid.viewport().rect()
        for bar, at, length in (
            (self._grid.horizontalScrollBar(), point.x(), room.width()),
            (self._grid.verticalScrollBar(), point.y(), room.height()),
        ):
            if at < _EDGE:
                bar.setValue(bar.value() - _STEP)
            elif at > length - _EDGE:
                bar.setValue(bar.value() + _STEP)

    def _point_at(self, spot: Spot | None) -> None:
        hovered = spot.key[0] if spot is not None and spot.key is not None else ""
        if hovered != self._grid.appearance.hovered:
            self._grid.appearance.hovered = hovered
            self._grid.viewport().update()
