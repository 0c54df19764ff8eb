"""Painting a matrix: one function for the screen, pictures and print."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from riskdesk.domain.matrix import MatrixCell, tolerance_line
from riskdesk.domain.scale import Assessment
from riskdesk.kit.colours import DARK, Colours
from riskdesk.kit.shapes import ring, smooth
from riskdesk.ui.scale.bands import band_colour, ink_on, mix
from riskdesk.ui.scale.patterns import draw_pattern
from riskdesk.ui.views.matrix.appearance import Appearance
from riskdesk.ui.views.matrix.arranging import Box
from riskdesk.ui.views.matrix.arrows import ArrowPainter
from riskdesk.ui.views.matrix.chips import ChipPainter
from riskdesk.ui.views.matrix.fonts import cut, width_of, wrapped
from riskdesk.ui.views.matrix.legend import LegendItem
from riskdesk.ui.views.matrix.picture import Picture

_TOLERANCE, _HALO = 3.0, 6.0
# The share of a band's colour on a dark ground: white letters can still be read on it.
_DARK_SHARE = 0.4
_CENTRED = Qt.AlignmentFlag.AlignCenter
_BESIDE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ON_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_AT_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def paint(painter: QPainter, picture: Picture, appearance: Appearance, part: Box | None = None) -> None:
    """Draw a matrix, or the part of it that is in a box."""
    _MatrixPainter(painter, picture, appearance, part or Box(0, 0, *picture.size)).paint()


def ground_of(picture: Picture, cell: MatrixCell, colours: Colours) -> QColor:
    """The colour of a cell: that in which its band is printed, weaker on a dark ground."""
    place = picture.scale.band_index(Assessment(*cell))
    if place is None:
        return QColor(colours.base)
    return _band_ground(picture, place, colours)


def _band_ground(picture: Picture, place: int, colours: Colours) -> QColor:
    colour = band_colour(picture.scale.shade(place))
    return mix(colour, QColor(colours.base), _DARK_SHARE) if colours is DARK else colour


class _MatrixPainter:
    def __init__(self, painter: QPainter, picture: Picture, appearance: Appearance, part: Box) -> None:
        self._painter, self._picture, self._appearance, self._part = painter, picture, appearance, part
        self._frame, self._scale, self._letters = picture.frame, picture.scale, picture.lettering
        self._colours = appearance.colours
        self._ink, self._quiet = QColor(appearance.colours.ink), QColor(appearance.colours.quiet)

    def paint(self) -> None:
        for cell, box in self._frame.cells.items():
            if self._part.meets(box):
                self._cell(cell, box)
        self._tolerance()
        self._tray()
        self._heads()
        self._legend()
        self._heading()
        arrows = ArrowPainter(
            self._painter, self._picture, self._colours, self._appearance.selected, self._appearance.hovered
        )
        arrows.paint_others()
        chips = ChipPainter(self._painter, self._picture, self._appearance)
        for cell_or_tray in (*self._picture.board.cells, None):
            if self._part.meets(self._frame.tray if cell_or_tray is None else self._frame.cells[cell_or_tray]):
                chips.paint(cell_or_tray)
        arrows.paint_chosen()
        self._marks_of_focus()

    def _cell(self, cell: MatrixCell, box: Box) -> None:
        ground, room = ground_of(self._picture, cell, self._colours), _rect(box)
        place = self._scale.band_index(Assessment(*cell)) or 0
        self._painter.fillRect(room, ground)
        draw_pattern(self._painter, room, place, ink_on(ground))
        self._painter.setPen(QPen(QColor(self._colours.base), 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(room)
        if self._frame.mark:
            gap = self._picture.sizes.gap
            room = QRectF(box.x + gap, box.y + gap / 2, box.width - 2 * gap, self._frame.mark)
            self._words(room, self._mark(cell, room.width()), self._letters.small, ink_on(ground), _BESIDE)

    def _mark(self, cell: MatrixCell, width: float) -> str:
        """The score of a cell and the name of its band; the score alone if the name has no room."""
        pair = Assessment(*cell)
        score, text = self._scale.score(pair), self._scale.outcome(pair, self._picture.language)
        return text if score is None or width_of(text, self._letters.small) <= width else str(score)

    def _tolerance(self) -> None:
        lines = [self._border(cell, way) for cell, way in tolerance_line(self._scale)]
        for width, colour in ((_HALO, self._colours.base), (_TOLERANCE, self._colours.ink)):
            pen = QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
            self._painter.setPen(pen)
            self._painter.drawLines(lines)

    def _border(self, cell: MatrixCell, way: tuple[int, int]) -> QLineF:
        box = self._frame.cells[cell]
        if way == (1, 0):
            return QLineF(box.right, box.y, box.right, box.bottom)
        return QLineF(box.x, box.y, box.right, box.y)

    def _tray(self) -> None:
        box = _rect(self._frame.tray)
        with smooth(self._painter):
            self._painter.setBrush(QColor(self._colours.window))
            self._painter.setPen(QPen(QColor(self._colours.edge), 1, Qt.PenStyle.DashLine))
            self._painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        room, titles = self._frame.tray_title, self._picture.unassessed(len(self._picture.board.unassessed))
        is_narrow = width_of(titles[0], self._letters.bold) > room.width
        font, most = (self._letters.small_bold, 2) if is_narrow else (self._letters.bold, 1)
        lines, high = wrapped(titles[is_narrow], font, room.width, most), self._letters.line(font)
        for place, line in enumerate(lines):
            self._words(_rect(room.below(room.height - high * (len(lines) - place))), line, font, self._ink, _ON_TOP)

    def _heads(self) -> None:
        picture, frame, scale = self._picture, self._frame, self._scale
        for level, box in frame.row_heads.items():
            name = scale.likelihood[level - 1].numbered(level, picture.language)
            self._name(box, name, self._letters.text, _AT_RIGHT)
        for level, box in frame.column_heads.items():
            self._name(box, picture.column_name(level), self._letters.small, _CENTRED)
        for half, boxes in enumerate((frame.row_counts, frame.column_counts)):
            for level, box in boxes.items():
                text = picture.count_text(half, level)
                self._words(_rect(box), text, self._letters.small_bold, self._quiet, _CENTRED)
        self._words(_rect(frame.column_title), picture.words.impact, self._letters.bold, self._ink, _CENTRED)
        self._upright(frame.row_title, picture.words.likelihood)

    def _name(self, box: Box, text: str, font: QFont, place: Qt.AlignmentFlag) -> None:
        """Draw the name of a level in as many lines as it has room for."""
        high = self._letters.line(font)
        lines = wrapped(text, font, box.width, max(1, int(box.height // high)))
        top = box.y + (box.height - high * len(lines)) / 2 if place == _AT_RIGHT else box.y
        self._painter.setFont(font)
        self._painter.setPen(self._ink)
        for row, line in enumerate(lines):
            self._painter.drawText(QRectF(box.x, top + row * high, box.width, high), place, line)

    def _upright(self, box: Box, text: str) -> None:
        """Draw words that read from bottom to top."""
        self._painter.save()
        self._painter.translate(box.x, box.bottom)
        self._painter.rotate(-90)
        self._words(QRectF(0, 0, box.height, box.width), text, self._letters.bold, self._ink, _CENTRED)
        self._painter.restore()

    def _legend(self) -> None:
        corner = self._frame.legend
        for item in self._picture.legend:
            swatch = _rect(item.swatch).translated(corner.x, corner.y)
            self._swatch(item, swatch)
            words = _rect(item.words).translated(corner.x, corner.y)
            self._words(words, item.text, self._letters.small, self._ink, _BESIDE)

    def _swatch(self, item: LegendItem, room: QRectF) -> None:
        if item.band is None:
            self._painter.setPen(QPen(self._ink, _TOLERANCE))
            self._painter.drawLine(QLineF(room.left(), room.center().y(), room.right(), room.center().y()))
            return
        ground = _band_ground(self._picture, item.band, self._colours)
        self._painter.fillRect(room, ground)
        draw_pattern(self._painter, room, item.band, ink_on(ground))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(self._colours.edge), 1))
        self._painter.drawRect(room)

    def _heading(self) -> None:
        """Draw the lines above a picture; a name that is too long is cut, and what is shown stays readable."""
        heading, room, bold = self._picture.heading, _rect(self._frame.heading), self._letters.bold
        if heading is not None:
            line = room.height() / heading.lines
            self._words(room.adjusted(0, line, 0, 0), heading.note, self._letters.text, self._ink, _BESIDE)
            room.setHeight(line)
            self._words(room, heading.mark, self._letters.text, self._ink, _AT_RIGHT)
            mark_width = width_of(heading.mark, self._letters.text)
            room.setRight(room.right() - mark_width - 2 * self._picture.sizes.gap)
            name = cut(heading.name, bold, room.width() - width_of(heading.ending, bold))
            self._words(room, f"{name}{heading.ending}", bold, self._ink, _BESIDE)

    def _marks_of_focus(self) -> None:
        for spot, width in ((self._appearance.target, 3.0), (self._appearance.focus, 2.0)):
            box = None if spot is None else self._picture.box(spot)
            if box is not None:
                room = _rect(box).adjusted(-1, -1, 1, 1)
                ring(self._painter, room.adjusted(-1, -1, 1, 1), self._colours.base, width=width + 2)
                ring(self._painter, room, self._colours.focus, width=width)

    def _words(self, room: QRectF, text: str, font: QFont, ink: QColor, place: Qt.AlignmentFlag) -> None:
        """Draw a line of text, cut at its end if it has no room."""
        self._painter.setFont(font)
        self._painter.setPen(ink)
        self._painter.drawText(room, place | Qt.TextFlag.TextSingleLine, cut(text, font, room.width()))


def _rect(box: Box) -> QRectF:
    return QRectF(*box)
