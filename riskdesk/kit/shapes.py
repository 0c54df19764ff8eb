"""Draws the shapes of widgets: fields, buttons, check boxes, rows of lists, scroll bars."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from riskdesk.kit.colours import SHADOW, Colours

State = QStyle.StateFlag
# The radius of the corners of fields and buttons, of rows, and of small boxes.
ROUND, ROUND_ROW, ROUND_BOX = 6.0, 6.0, 4.0
ROUND_FLOATING = 8.0
# The width of the line around the focused widget.
FOCUS_WIDTH = 2.0
_BAR_WIDTH = 3.0
# The width of the shadow of what is shown over the window.
SHADE = 6
# The space between a row of a list and its sides, and between rows.
_ROW_SIDE, _ROW_GAP = 4.0, 1.0
_SLIM, _WIDE = 4.0, 3.0

_Place = QStyleOptionViewItem.ViewItemPosition
_OPEN_LEFT = (_Place.Middle, _Place.End)
_OPEN_RIGHT = (_Place.Beginning, _Place.Middle)


@contextmanager
def smooth(painter: QPainter) -> Iterator[None]:
    """Draw with antialiasing, and restore the painter."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield
    finally:
        painter.restore()


def plate(painter: QPainter, rect: QRectF, ground: str | None, edge: str | None, *, radius: float = ROUND) -> None:
    """A rounded rectangle, with an edge of one pixel within it."""
    with smooth(painter):
        painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else QColor(ground))
        painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(QColor(edge), 1))
        inset = 0 if edge is None else 0.5
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def fill(painter: QPainter, rect: QRect, colour: QColor | str) -> None:
    """A rectangle in one colour; for `fillRect`, PySide would create an enumeration of all gradients that Qt knows."""
    painter.setBackground(QColor(colour))
    painter.eraseRect(rect)


def bar_below(painter: QPainter, rect: QRectF, colour: str) -> None:
    """A short thick line at the lower edge."""
    inset = rect.width() / 4
    below = QRectF(rect.left() + inset, rect.bottom() - _BAR_WIDTH, rect.width() - 2 * inset, _BAR_WIDTH - 1)
    plate(painter, below, colour, None, radius=_BAR_WIDTH / 2)


def bar_before(painter: QPainter, rect: QRectF, colour: str) -> None:
    """A short thick line at the left edge."""
    high = min(rect.height() - 8, 20.0)
    bar = QRectF(rect.left() + 1, rect.center().y() - high / 2, _BAR_WIDTH, high)
    plate(painter, bar, colour, None, radius=_BAR_WIDTH / 2)


def rule_below(painter: QPainter, rect: QRect, colours: Colours) -> None:
    """A line of one pixel at the lower edge."""
    fill(painter, QRect(rect.bottomLeft(), rect.bottomRight()), colours.rule)


def ring(painter: QPainter, rect: QRectF, colour: str, *, radius: float = ROUND, width: float = FOCUS_WIDTH) -> None:
    """The line around the focused widget, within a rectangle."""
    with smooth(painter):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), width))
        inset = width / 2
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def field(painter: QPainter, rect: QRect, colours: Colours, state: QStyle.StateFlag) -> None:
    """A field to type into or choose from."""
    enabled = bool(state & State.State_Enabled)
    plate(painter, QRectF(rect), colours.base if enabled else colours.window, colours.edge if enabled else colours.rule)
    if enabled and state & State.State_HasFocus:
        ring(painter, QRectF(rect), colours.focus)


def button(painter: QPainter, rect: QRect, colours: Colours, state: QStyle.StateFlag, *, primary: bool) -> None:
    """A push button; the primary one is filled."""
    room = QRectF(rect)
    enabled, down = bool(state & State.State_Enabled), bool(state & (State.State_Sunken | State.State_On))
    hovered = enabled and bool(state & State.State_MouseOver)
    if not enabled:
        plate(painter, room, colours.window, colours.rule)
    elif primary:
        plate(painter, room, shaded(colours.accent, 1 if down else 0.5 if hovered else 0), None)
    else:
        plate(painter, room, colours.chosen if down else colours.hover if hovered else colours.button, colours.edge)
    if enabled and state & State.State_HasFocus:
        ring(painter, room, colours.focus)
        if primary:
            inner = room.adjusted(FOCUS_WIDTH, FOCUS_WIDTH, -FOCUS_WIDTH, -FOCUS_WIDTH)
            ring(painter, inner, colours.on_accent, radius=ROUND - FOCUS_WIDTH, width=1)


def tool(painter: QPainter, rect: QRect, colours: Colours, state: QStyle.StateFlag) -> None:
    """A button without a background until it is hovered; a line below it shows that it is switched on."""
    if state & State.State_On:
        plate(painter, QRectF(rect), colours.chosen, None)
        bar_below(painter, QRectF(rect), colours.focus if state & State.State_Enabled else colours.off)
    elif state & State.State_Sunken:
        plate(painter, QRectF(rect), colours.chosen, None)
    elif state & State.State_MouseOver and state & State.State_Enabled:
        plate(painter, QRectF(rect), colours.hover, None)


def box(painter: QPainter, rect: QRect, colours: Colours, state: QStyle.StateFlag) -> None:
    """A check box: checked, partly checked or empty."""
    side = min(rect.width(), rect.height())
    room = QRectF(0, 0, side, side)
    room.moveCenter(QRectF(rect).center())
    marked = bool(state & (State.State_On | State.State_NoChange))
    _indicator(painter, room, colours, state, marked=marked, radius=ROUND_BOX)
    if not marked:
        return
    signs = {True: ((0.27, 0.52), (0.44, 0.69), (0.74, 0.34)), False: ((0.28, 0.5), (0.72, 0.5))}
    points = signs[bool(state & State.State_On)]
    line(painter, room, points, colours.on_accent if state & State.State_Enabled else colours.window, width=side / 9)


def dot(painter: QPainter, rect: QRect, colours: Colours, state: QStyle.StateFlag) -> None:
    """A radio button."""
    room, marked = QRectF(rect), bool(state & State.State_On)
    _indicator(painter, room, colours, state, marked=marked, radius=room.height() / 2)
    if marked:
        inset = room.height() * 0.31
        ground = colours.on_accent if state & State.State_Enabled else colours.window
        plate(painter, room.adjusted(inset, inset, -inset, -inset), ground, None, radius=room.height() / 2)


def _indicator(
    painter: QPainter, room: QRectF, colours: Colours, state: QStyle.StateFlag, *, marked: bool, radius: float
) -> None:
    if not state & State.State_Enabled:
        plate(painter, room, colours.off if marked else colours.window, colours.off, radius=radius)
    elif marked:
        plate(painter, room, colours.accent, colours.focus, radius=radius)
    else:
        plate(
            painter,
            room,
            colours.hover if state & State.State_MouseOver else colours.base,
            colours.quiet,
            radius=radius,
        )


def line(
    painter: QPainter, room: QRectF, points: tuple[tuple[float, float], ...], colour: str, *, width: float = 1.6
) -> None:
    """Draw a line through points, which are given as shares of a room's width and height."""
    with smooth(painter):
        ends = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, ends, Qt.PenJoinStyle.RoundJoin))
        corners = [QPointF(room.left() + x * room.width(), room.top() + y * room.height()) for x, y in points]
        painter.drawPolyline(corners)


def chevron(painter: QPainter, rect: QRect, colour: str, way: Qt.ArrowType, size: float = 9) -> None:
    """A small arrow in the middle of a rectangle, thin like the icons."""
    room = QRectF(0, 0, size, size)
    room.moveCenter(QRectF(rect).center())
    ways = {
        Qt.ArrowType.DownArrow: ((0.05, 0.3), (0.5, 0.75), (0.95, 0.3)),
        Qt.ArrowType.UpArrow: ((0.05, 0.7), (0.5, 0.25), (0.95, 0.7)),
        Qt.ArrowType.LeftArrow: ((0.7, 0.05), (0.25, 0.5), (0.7, 0.95)),
        Qt.ArrowType.RightArrow: ((0.3, 0.05), (0.75, 0.5), (0.3, 0.95)),
    }
    line(painter, room, ways[way], colour)


def row(
    painter: QPainter,
    rect: QRect,
    colours: Colours,
    state: QStyle.StateFlag,
    place: QStyleOptionViewItem.ViewItemPosition,
    *,
    focused: bool,
    current: bool,
) -> None:
    """The background of a row, or of its part in one column.

    A bar in the accent colour marks a selected row, a line around it the current one.
    """
    selected = bool(state & State.State_Selected)
    if not selected and not state & State.State_MouseOver and not (focused and current):
        return
    whole = _row_room(QRectF(rect), place)
    with smooth(painter):
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        if selected:
            plate(painter, whole, colours.chosen if focused else colours.rest, None, radius=ROUND_ROW)
        elif state & State.State_MouseOver:
            plate(painter, whole, colours.hover, None, radius=ROUND_ROW)
        if focused and current:
            ring(painter, whole, colours.focus, radius=ROUND_ROW, width=1.5)
        if selected and place not in _OPEN_LEFT:
            bar_before(painter, whole, colours.focus)


def _row_room(rect: QRectF, place: QStyleOptionViewItem.ViewItemPosition) -> QRectF:
    """The rectangle of a row, extended beyond a part that has other columns beside it."""
    beyond = 4 * ROUND_ROW
    left = -beyond if place in _OPEN_LEFT else _ROW_SIDE
    right = beyond if place in _OPEN_RIGHT else -_ROW_SIDE
    return rect.adjusted(left, _ROW_GAP, right, -_ROW_GAP)


def handle(painter: QPainter, rect: QRect, colours: Colours, *, upright: bool, is_active: bool) -> None:
    """The handle of a scroll bar; wider under the mouse."""
    slim = _WIDE if is_active else _SLIM
    room = QRectF(rect).adjusted(slim, 2, -slim, -2) if upright else QRectF(rect).adjusted(2, slim, -2, -slim)
    radius = min(room.width(), room.height()) / 2
    plate(painter, room, colours.quiet if is_active else colours.edge, None, radius=radius)


def panel(painter: QPainter, rect: QRect, colours: Colours, *, rounded: bool) -> None:
    """The background of a menu or a list in a popup."""
    if rounded:
        plate(painter, QRectF(rect), colours.base, colours.edge, radius=ROUND + 2)
    else:
        fill(painter, rect, colours.edge)
        fill(painter, rect.adjusted(1, 1, -1, -1), colours.base)


def floating(painter: QPainter, body: QRectF, ground: str, edge: str) -> None:
    """The background of what is shown over the window, with its shadow."""
    with smooth(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(SHADOW)
        for reach in range(SHADE, 0, -1):
            shade = body.adjusted(-reach, 1 - reach, reach, reach)
            painter.drawRoundedRect(shade, ROUND_FLOATING + reach, ROUND_FLOATING + reach)
    plate(painter, body, ground, edge, radius=ROUND_FLOATING)


def shaded(colour: str, share: float) -> str:
    """A colour for a hovered or pressed widget: a little darker."""
    return colour if not share else QColor(colour).darker(round(100 + 16 * share)).name()
