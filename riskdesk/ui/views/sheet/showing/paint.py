"""Drawing the sheet: paper, heading, bands, rules and bullets, then the selection, hits and drops."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion, QTextLayout

from riskdesk.desk.find import Hit
from riskdesk.domain.values import Risk
from riskdesk.kit.shapes import fill, plate, ring
from riskdesk.ui.views.sheet.layout.geometry import Geometry
from riskdesk.ui.views.sheet.layout.lines import BULLETS, INVITATIONS, ITEMS, TEXT_FIELDS, Key, LineKind
from riskdesk.ui.views.sheet.showing.beside import beside
from riskdesk.ui.views.sheet.showing.fate import Fate

if TYPE_CHECKING:
    from riskdesk.domain.spelling import Word
    from riskdesk.domain.values import Language

# How far the layers of the paper's shadow reach.
_SHADOW = (1, 2, 4, 7)
# The ring around the current line, the bar beside selected ones, and rounded corners.
_RING, _BAR, _ROUND = 1.5, 3.0, 3.0


@dataclass
class Showing:
    """The marks that a sheet shows besides the register itself, such as what is selected or found."""

    selected: Callable[[int], bool]
    shown: Callable[[int], str]
    fate: Callable[[int], Fate | None]
    current: int | None = None
    focused: bool = False
    editing: int | None = None
    # The risk under the mouse, and whether hints show where to assess risks without a mark.
    pointed: Key | None = None
    hints: bool = False
    hits: Mapping[str, Sequence[Hit]] = field(default_factory=dict)
    current_hit: Hit | None = None
    drop: QRect | None = None
    # The misspelt words of a text, in its own language or the register's.
    wrong: "Callable[[str, Language | None], Sequence[Word]]" = lambda _text, _language: ()


class SheetPainter:
    """A painter of the part of a sheet between two heights; the painter's origin is the sheet's top."""

    def __init__(self, painter: QPainter, geometry: Geometry, showing: Showing) -> None:
        self._painter, self._geometry, self._marks, self._showing = painter, geometry, geometry.marks, showing
        self._style, self._colours = geometry.style, geometry.style.colours
        self._lines = geometry.content.lines

    def paint(self, top: int, bottom: int) -> None:
        """Draw all that is visible, with the column heads over it if they would be scrolled away."""
        self._paper(QRect(0, top, self._geometry.width, bottom - top + 1))
        geometry, blocks = self._geometry, self._geometry.content.blocks
        for number in range(geometry.block_at(top), geometry.block_at(bottom) + 1 if blocks else 0):
            self._block(number, QRectF(0, top, geometry.width, bottom - top))
        for number, block in enumerate(blocks[:3]):
            if self._lines[block.start].kind is LineKind.COLUMNS and geometry.top(number) < top:
                self._columns(QRect(geometry.left, top, geometry.table_width, geometry.columns_height()))
        if self._showing.drop is not None:
            fill(self._painter, self._showing.drop, self._colours.accent)

    def _paper(self, visible: QRect) -> None:
        # Not below the paper, where the shadow would cost more than all the text.
        self._painter.setClipRegion(QRegion(visible).subtracted(self._geometry.paper))
        self._shade(visible)
        self._painter.setClipping(False)
        self._painter.setPen(self._colours.edge)
        self._painter.setBrush(self._colours.paper)
        self._painter.drawRect(self._geometry.paper.adjusted(0, 0, -1, -1))

    def _shade(self, visible: QRect) -> None:
        """Draw a soft shadow: layers over each other, a little lower than the paper."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colours.shadow)
        paper = self._geometry.paper
        for reach in _SHADOW:
            sheet = paper.adjusted(-reach, 2 - reach, reach, 2 + reach)
            if sheet.top() + reach <= visible.top() and visible.bottom() <= sheet.bottom() - reach:
                # None of its corners is visible, and a rectangle costs far less.
                for left, right in ((sheet.left(), paper.left()), (paper.right() + 1, sheet.right() + 1)):
                    self._painter.fillRect(left, visible.top(), right - left, visible.height(), self._colours.shadow)
            else:
                self._painter.drawRoundedRect(sheet, reach, reach)

    def _block(self, number: int, clip: QRectF) -> None:
        block, room = self._geometry.content.blocks[number], self._geometry.block_rect(number)
        kind = self._lines[block.start].kind
        if kind is LineKind.COLUMNS:
            self._columns(room)
            return
        self._back(block.start, kind, room)
        if kind is not LineKind.ENTRY:
            self._text(block.start, clip)
        elif self._is_current(block.start):
            self._focus(room.adjusted(1, 1, -1, -1))
        seen = clip.toRect()
        for row in self._geometry.bullets_between(number, seen.top(), seen.top() + seen.height()):
            self._bullet(row, clip)

    def _back(self, row: int, kind: LineKind, room: QRect) -> None:
        """Draw the ground and the rules of a block."""
        selected = self._showing.selected(row)
        if selected or kind is LineKind.CATEGORY:
            fill(self._painter, room, self._colours.chosen if selected else self._colours.category)
        if kind in ITEMS or kind is LineKind.ADD_ENTRY:
            self._frame(room, divided=kind is LineKind.ENTRY)
        if selected:
            fill(self._painter, QRect(room.left(), room.top(), 4, room.height()), self._colours.accent)

    def _columns(self, room: QRect) -> None:
        fill(self._painter, room, self._colours.column_head)
        self._frame(room, divided=True)
        self._painter.setPen(QPen(self._colours.rule))
        self._painter.drawLine(room.topLeft(), room.topRight())
        self._painter.setPen(self._colours.ink)
        heads, padding = self._geometry.heads, self._style.padding
        for left, layout in zip((room.left(), self._geometry.middle), heads.layouts, strict=True):
            lower = (heads.height - layout.boundingRect().height()) / 2
            layout.draw(self._painter, QPointF(left + padding, room.top() + padding + lower))

    def _frame(self, room: QRect, *, divided: bool) -> None:
        """Draw the rules of a row; the one above belongs to the row before."""
        self._painter.setPen(QPen(self._colours.rule))
        left, right, bottom = room.left(), room.right(), room.bottom()
        self._painter.drawLine(left, bottom, right, bottom)
        sides = [left, self._geometry.middle, right] if divided else [left, right]
        for x in sides:
            self._painter.drawLine(x, room.top(), x, bottom)

    def _bullet(self, row: int, clip: QRectF) -> None:
        line = self._lines[row]
        if self._showing.selected(row) and self._showing.editing != row:
            around = QRectF(self._around(row))
            plate(self._painter, around, self._colours.chosen.name(), None, radius=_ROUND)
            around.setWidth(_BAR)
            plate(self._painter, around, self._colours.accent.name(), None, radius=_BAR / 2)
        if line.kind in BULLETS:
            self._sign(row)
        self._text(row, clip)
        if self._marks is not None and isinstance(line.value, Risk):
            mark = self._geometry.mark_rect(row)
            if not mark.isEmpty():
                self._marks.paint(self._painter, QRectF(mark), line.value, self._geometry.form, self._ink(row))
            elif self._is_hinted(row):
                hint = QRectF(beside(self._geometry, row))
                self._marks.paint_hint(self._painter, hint, self._geometry.form)

    def _is_hinted(self, row: int) -> bool:
        """Whether a risk is pointed at or current, so that a hint shows where to assess it if it has no mark."""
        showing, line = self._showing, self._lines[row]
        return showing.hints and bool(line.id) and (row == showing.current or line.key == showing.pointed)

    def _sign(self, row: int) -> None:
        fate = self._showing.fate(row)
        if fate is not None:
            self._write_fate(fate, self._geometry.sign_centre(row))
            return
        ground, ink = self._ground(row), self._colours.ink
        if ground is not None:
            self._fill_beside(row, ground)
            ink = self._colours.hit_ink
        radius = self._geometry.plain.line_height / 8.5
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ink)
        self._painter.drawEllipse(self._geometry.sign_centre(row), radius, radius)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _ground(self, row: int) -> QColor | None:
        """The colour of the ground of a sign that stands for hits in fields that are not shown; None without any."""
        line = self._lines[row]
        hits = self._showing.hits.get(line.id, ()) if line.id else ()
        beside = [hit for hit in hits if hit.field != TEXT_FIELDS.get(line.kind)]
        if not beside:
            return None
        return self._colours.hit_current if self._showing.current_hit in beside else self._colours.hit

    def _fill_beside(self, row: int, colour: QColor) -> None:
        """Fill the room of a sign, beside the text, with a colour."""
        room, away = self._geometry.text_rect(row), 1 if self._geometry.is_rtl(row) else -1
        sign = QRect(room.topLeft(), QSize(self._style.indent, room.height()))
        sign.moveCenter(QPoint(round(self._geometry.sign_centre(row).x()) + away, room.center().y()))
        fill(self._painter, sign, colour)

    def _write_fate(self, fate: Fate, centre: QPointF) -> None:
        """Draw the sign of an item's fate around a point."""
        self._painter.setFont(self._style.bold)
        self._painter.setPen(self._colours.accent)
        height = self._geometry.plain.line_height
        room = QRectF(centre.x() - height / 2, centre.y() - height / 2, height, height)
        self._painter.drawText(room, Qt.AlignmentFlag.AlignCenter, fate.value)

    def _text(self, row: int, clip: QRectF) -> None:
        line, room = self._lines[row], self._geometry.text_rect(row)
        formats = self._marked(row)
        if self._showing.editing == row:
            self._focus(room.adjusted(-3, -2, 3, 2))
            return
        fate = self._showing.fate(row)
        if fate is not None and line.kind is LineKind.CATEGORY:
            height = self._geometry.plain.line_height
            self._write_fate(fate, QPointF(self._geometry.left - height / 2, room.top() + height / 2))
        if fate is Fate.REMOVED:
            formats.append(_text_formats().struck(line.text))
        if line.text:
            wrong = self._showing.wrong(line.text, line.language)
            formats += [_text_formats().waved(line.text, word, self._colours.wrong) for word in wrong]
            self._painter.setPen(self._ink(row))
            layout = self._geometry.setter(row).layout(line.text, room.width())
        else:
            self._painter.setPen(self._colours.quiet)
            layout = self._geometry.invitation.layout(self._showing.shown(row), room.width())
        layout.draw(self._painter, QPointF(room.topLeft()), formats, clip)
        if self._is_current(row):
            self._focus(self._focus_room(row, room))

    def _ink(self, row: int) -> QColor:
        """The colour of a text: grey for an ended risk, unless it is selected and grey would be hard to read."""
        line = self._lines[row]
        if line.kind is LineKind.HEADING:
            return self._colours.heading
        is_grey = isinstance(line.value, Risk) and line.value.ended and not self._showing.selected(row)
        return self._colours.quiet if is_grey else self._colours.ink

    def _around(self, row: int) -> QRect:
        """The rectangle around a bullet with its sign."""
        return self._geometry.rect(row).adjusted(2, -1, -1, 1)

    def _focus_room(self, row: int, room: QRect) -> QRect:
        if self._lines[row].kind in BULLETS:
            return self._around(row)
        if self._lines[row].kind in INVITATIONS:
            indent = self._style.indent
            return room.adjusted(-3, -1, indent, 1) if self._geometry.is_rtl(row) else room.adjusted(-indent, -1, 3, 1)
        band = self._lines[row].kind is LineKind.CATEGORY
        return self._geometry.rect(row).adjusted(1, 1, -1, -1) if band else room.adjusted(-3, -2, 3, 2)

    def _focus(self, room: QRect) -> None:
        ring(self._painter, QRectF(room), self._colours.accent.name(), radius=_ROUND, width=_RING)

    def _is_current(self, row: int) -> bool:
        return self._showing.focused and self._showing.current == row and self._showing.editing is None

    def _marked(self, row: int) -> list[QTextLayout.FormatRange]:
        """The hits in a line's text."""
        line, ranges = self._lines[row], []
        for hit in self._showing.hits.get(line.id, ()) if line.id else ():
            colour = self._colours.hit_current if hit == self._showing.current_hit else self._colours.hit
            if hit.field == TEXT_FIELDS.get(line.kind):
                ranges.append(_text_formats().hit(line.text, hit, colour, self._colours.hit_ink))
        return ranges


def _text_formats() -> ModuleType:
    # Imported late: few texts need it, and none when the window opens.
    from riskdesk.ui.views.sheet.showing import text_formats

    return text_formats
