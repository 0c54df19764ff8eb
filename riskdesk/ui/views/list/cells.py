"""Painting the cells of the list: text in one line, a band as a pill in its colour, a group over the whole width."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from riskdesk.desk.listing import Group, ListRow
from riskdesk.domain.fields import FieldType
from riskdesk.domain.scale import Assessment, Shade
from riskdesk.kit import shapes
from riskdesk.kit.colours import Colours, colours_of
from riskdesk.kit.icons import icon
from riskdesk.kit.plain import in_its_direction
from riskdesk.kit.qt import Index
from riskdesk.ui.scale.bands import band_colour, ink_on
from riskdesk.ui.views.list.listed import Listed
from riskdesk.ui.views.list.model import ListModel, alignment

SIDE = 10
_PILL_AIR, _SWATCH, _SIGN, _BAR = 8, 10, 14, 3.0
_NOTHING = "–"
_LEFT, _CENTRE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignCenter


class Cells(QStyledItemDelegate):
    """A delegate that draws the cells of the list from its rows.

    The base class would ask for a dozen roles of each cell. `is_marked` tells whether a search found something in a
    field of an item.
    """

    def __init__(
        self, view: QTableView, model: ListModel, listed: Listed, is_marked: Callable[[str, str], bool]
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._listed, self._is_marked = view, model, listed, is_marked
        # Asking Qt for these takes long, so it is done once for each font and palette.
        self._font, self._face = QFont(), ""
        self._palette, self._colours = 0, colours_of(view.palette())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, column = self._model.lines[index.row()], index.column()
        look, room = self._current_look(), option.rect
        painter.setFont(self._font)
        if isinstance(line, Group):
            self._paint_group(painter, line, room, index, look)
        else:
            self._paint_row(painter, line, column, option, index, look)

    def _current_look(self) -> Colours:
        """The colours of the view; also updates the key of its font, by which cut texts are cached."""
        font, palette = self._view.font(), self._view.palette()
        if font != self._font or not self._face:
            self._font, self._face = font, font.key()
        if palette.cacheKey() != self._palette:
            self._palette, self._colours = palette.cacheKey(), colours_of(palette)
        return self._colours

    def _paint_row(
        self,
        painter: QPainter,
        row: ListRow,
        column: int,
        option: QStyleOptionViewItem,
        index: Index,
        colours: Colours,
    ) -> None:
        room, focused = option.rect, self._view.hasFocus()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(colours.chosen if focused else colours.rest))
            if column == 0:
                bar = QRectF(room.left() + 1, room.top() + 6, _BAR, room.height() - 13)
                shapes.plate(painter, bar, colours.focus, None, radius=_BAR / 2)
        field = self._model.fields[column]
        if self._is_marked(row.item.id, field.name):
            painter.fillRect(room.adjusted(1, 2, -1, -3), QColor(colours.notice))
        inside = room.adjusted(SIDE, 0, -SIDE, 0)
        if field.type is FieldType.BAND:
            assessment = row.assessment if field.name == "band" else row.residual
            self._paint_band(painter, row, assessment, self._model.text(row, column), inside, colours)
        else:
            self._paint_text(painter, row, column, inside, colours)
        painter.fillRect(QRect(room.left(), room.bottom(), room.width(), 1), QColor(colours.rule))
        if focused and self._view.currentIndex() == index:
            shapes.ring(painter, QRectF(room).adjusted(0, 0, 0, -1), colours.focus, radius=shapes.ROUND_BOX)

    def _paint_text(self, painter: QPainter, row: ListRow, column: int, room: QRect, colours: Colours) -> None:
        """Paint the text of a cell; one that is held because it could not be stored is red, with a warning sign."""
        text, field = self._model.text(row, column), self._model.fields[column]
        if not text:
            return
        ink = colours.quiet if row.ended else colours.ink
        if self._model.held_text(row, column):
            sign = QRect(room.left(), room.center().y() - _SIGN // 2, _SIGN, _SIGN)
            icon("triangle-alert").paint(painter, sign)
            room, ink = room.adjusted(_SIGN + 4, 0, 0, 0), colours.danger
        painter.setPen(QColor(ink))
        elided = self._elided(text, room)
        painter.drawText(room, in_its_direction(alignment(field), elided), elided)

    def _paint_band(
        self, painter: QPainter, row: ListRow, assessment: Assessment, text: str, room: QRect, colours: Colours
    ) -> None:
        """Paint a band in its colour with score and name, or as an outline if the row is ended."""
        context = self._listed.context
        place = context.scale.band_index(assessment) if context is not None else None
        if context is None or place is None:
            painter.setPen(QColor(colours.quiet))
            painter.drawText(room, _LEFT, _NOTHING)
            return
        elided = self._elided(text, room.adjusted(_PILL_AIR, 0, -_PILL_AIR, 0))
        paint_pill(painter, room, elided, context.scale.shade(place), colours, filled=not row.ended)

    def _elided(self, text: str, room: QRect, font: QFont | None = None) -> str:
        """Cut a text to one line, in the font of the view by default; only the beginning of a long one is measured."""
        return _cut(text[: max(16, room.width() // 2)], room.width(), self._face if font is None else font.key())

    def _paint_group(self, painter: QPainter, group: Group, room: QRect, index: Index, colours: Colours) -> None:
        """Paint the part of the line of a group that lies in this cell; the line spans all columns."""
        painter.save()
        painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
        painter.fillRect(room, QColor(colours.window))
        painter.fillRect(QRect(room.left(), room.bottom(), room.width(), 1), QColor(colours.rule))
        # The line does not move when the list is scrolled sideways.
        whole = QRect(0, room.top(), self._view.viewport().width(), room.height())
        inside = whole.adjusted(SIDE, 0, -SIDE, 0)
        way = Qt.ArrowType.RightArrow if self._listed.is_folded(group) else Qt.ArrowType.DownArrow
        shapes.chevron(painter, QRect(inside.left() - 2, inside.top(), _SIGN, inside.height()), colours.quiet, way, 8)
        inside.setLeft(inside.left() + _SIGN + 4)
        if group.band is not None and self._listed.context is not None:
            shade = self._listed.context.scale.shade(group.band)
            swatch = QRectF(inside.left(), inside.center().y() - _SWATCH / 2, _SWATCH, _SWATCH)
            shapes.plate(painter, swatch, band_colour(shade).name(), colours.edge, radius=3)
            inside.setLeft(inside.left() + _SWATCH + 6)
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        # If both have no room, only the label is cut.
        count_text = self._model.group_text(group).removeprefix(f"{group.label}, ")
        beside = self._view.fontMetrics().horizontalAdvance(count_text) + SIDE
        label = self._elided(group.label, inside.adjusted(0, 0, -beside, 0), font)
        wide = painter.fontMetrics().horizontalAdvance(label)
        painter.drawText(QRect(inside.topLeft(), QSize(wide, inside.height())), in_its_direction(_LEFT, label), label)
        painter.setFont(self._view.font())
        painter.setPen(QColor(colours.quiet))
        painter.drawText(inside.adjusted(wide + SIDE, 0, 0, 0), _LEFT, count_text)
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            shapes.ring(painter, QRectF(whole).adjusted(0, 0, 0, -1), colours.focus, radius=shapes.ROUND_BOX)
        painter.restore()


def paint_pill(painter: QPainter, room: QRect, text: str, shade: Shade, colours: Colours, *, filled: bool) -> None:
    """Paint a word on the colour of a band, or in an outline if not `filled`."""
    metrics = painter.fontMetrics()
    high = min(metrics.height() + 2, room.height() - 4)
    pill = QRectF(room.left(), 0, metrics.horizontalAdvance(text) + 2 * _PILL_AIR, high)
    pill.moveTop(room.center().y() - high / 2)
    ground = band_colour(shade)
    with shapes.smooth(painter):
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(QColor(colours.quiet), 1))
        painter.setBrush(ground if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill, high / 2, high / 2)
    painter.setPen(ink_on(ground) if filled else QColor(colours.quiet))
    painter.drawText(pill, _CENTRE, text)


@lru_cache(maxsize=20_000)
def _cut(text: str, width: int, font: str) -> str:
    """Cut a text; cached, as this takes longer than all other painting."""
    parsed_font = QFont()
    parsed_font.fromString(font)
    return QFontMetrics(parsed_font).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, width)
