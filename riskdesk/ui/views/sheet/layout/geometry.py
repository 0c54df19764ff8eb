"""The places of the lines of the sheet: blocks one below another, exact if visible, estimated elsewhere.

All is in pixels of the whole sheet, whose top is 0; the view subtracts what is scrolled away.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, QSize

from riskdesk.domain.text import is_rtl
from riskdesk.domain.values import Risk
from riskdesk.kit.plain import utf16
from riskdesk.ui.views.sheet.layout.content import Content
from riskdesk.ui.views.sheet.layout.heads import Heads
from riskdesk.ui.views.sheet.layout.lines import COLUMN, LineKind, SheetLine
from riskdesk.ui.views.sheet.layout.mark import Form, MarkPainter
from riskdesk.ui.views.sheet.layout.sections import Shape
from riskdesk.ui.views.sheet.layout.stack import Stack
from riskdesk.ui.views.sheet.layout.style import SheetStyle
from riskdesk.ui.views.sheet.layout.typeset import Typesetter, place_at, set_text

_DESK = 14


class Geometry:
    """The place of every line; `marks` are in the margin, beside the first line of their risk.

    There they take no room from any text, whatever is assessed. `form` is the form of them for which there is room.
    `invited` returns the invitation in an empty line.
    """

    def __init__(
        self, style: SheetStyle, width: int, marks: MarkPainter | None, invited: Callable[[SheetLine], str]
    ) -> None:
        self.style, self._invited = style, invited
        self.marks = marks
        self.plain, self.bold = Typesetter(style.text), Typesetter(style.bold)
        self.heading, self.title = Typesetter(style.heading), Typesetter(style.title)
        self.invitation = Typesetter(style.invitation)
        self.width = width
        room = max(width - 2 * _DESK, 120)
        self.margin = max(10, min(style.margin, room // 16))
        self.form, margin_left = marks.margin(room, self.margin) if marks else (Form.SHORTEST, self.margin)
        page = min(style.table_width + margin_left + self.margin, room)
        self.paper_left, self.paper_width = (width - page) // 2, page
        self.left, self.table_width = self.paper_left + margin_left, page - margin_left - self.margin
        self.middle = self.left + round(self.table_width * style.left_share)
        # The width of a risk's text, by which the height of both columns is estimated.
        self._bullet_width = max(20, self.middle - self.left - 2 * style.padding - style.indent)
        self.content = Content()
        self._live: tuple[int, str, int] | None = None
        self._heads: Heads | None = None
        self._stack = Stack(self._estimated)

    def take(self, content: Content) -> None:
        """Lay out other lines; what was measured of those that stay the same is kept."""
        self.rest()
        self.content = content
        self._stack.take(content.sections, content.blocks)

    def take_over(self, other: "Geometry") -> None:
        """Lay out the lines of a geometry with another width or style."""
        self.take(other.content)
        if other._live is not None:
            self.live(other._live[0], other._live[1])

    def live(self, row: int, text: str) -> None:
        """Give a line that is being edited the room of the text in its editor."""
        self._live = row, text, set_text(text or " ", self.setter(row).font, self.text_width(row))[1]
        self._measure(self.content.block_of(row))

    def rest(self) -> None:
        """Note that no line is being edited any more."""
        if self._live is not None:
            number = self.content.block_of(self._live[0])
            self._live, self._stack.room(number).places = None, None

    @property
    def height(self) -> int:
        """The height of the whole sheet, with the background below the paper."""
        return self._stack.height + self.margin + _DESK

    @property
    def paper(self) -> QRect:
        return QRect(self.paper_left, _DESK, self.paper_width, self._stack.height + self.margin - _DESK)

    def settle(self, top: int, bottom: int) -> bool:
        """Measure the blocks between two heights; return whether their height differs from the estimate."""
        if not self._stack:
            return False
        first, last = self.block_at(top), self.block_at(bottom)
        before = self._stack.bottom(last)
        for number in range(first, last + 1):
            if self._stack.room(number).places is None:
                self._measure(number)
        return self._stack.bottom(last) != before

    def block_at(self, y: int) -> int:
        """The number of the block at a height; beyond the ends, that of the nearest one."""
        return self._stack.at(y)

    def top(self, number: int) -> int:
        return self._stack.top(number)

    def block_rect(self, number: int) -> QRect:
        """The rectangle of a block, over the full width of the table."""
        return QRect(self.left, self.top(number), self.table_width, self._stack.room(number).height)

    def rect(self, row: int) -> QRect:
        """The rectangle of a line: for a block's own line the whole block, for a bullet its part of the column."""
        number = self.content.block_of(row)
        start = self.content.blocks[number].start
        if row == start:
            return self.block_rect(number)
        top, height = self._places(number)[row - start - 1]
        left, width = self._column(COLUMN[self.content.lines[row].kind])
        return QRect(left, self.top(number) + top, width, height)

    def bullets_between(self, number: int, top: int, bottom: int) -> Iterator[int]:
        """The rows of the bullets of a block that are at least in part between two heights."""
        start, right, end = self.content.blocks[number]
        above, places = self.top(number), self._places(number)
        for rows in (range(start + 1, right), range(right, end)):
            first = bisect_right(rows, top - above, key=lambda row: sum(places[row - start - 1]))
            yield from rows[first : bisect_left(rows, bottom - above, key=lambda row: places[row - start - 1][0])]

    def text_rect(self, row: int) -> QRect:
        """The rectangle of a line's text alone, without the room for its sign on the side where it begins."""
        rect, style, kind = self.rect(row), self.style, self.content.lines[row].kind
        if kind in COLUMN:
            left = rect.left() + style.padding + (0 if self.is_rtl(row) else style.indent)
            return QRect(left, rect.top(), self.text_width(row), rect.height())
        corner = rect.topLeft() + QPoint(self._inset(kind), self._above(kind))
        return QRect(corner, QSize(self.text_width(row), self._text_height(row)))

    def is_rtl(self, row: int) -> bool:
        """Whether a line is written from right to left."""
        return is_rtl(self._live[1] if self._live and self._live[0] == row else self.content.lines[row].text)

    def sign_centre(self, row: int) -> QPointF:
        """The centre of a bullet's sign."""
        text, away = self.text_rect(row), self.style.indent * 0.62
        x = text.left() + text.width() + away if self.is_rtl(row) else text.left() - away
        return QPointF(x, text.top() + self.plain.line_height / 2)

    def is_at_sign(self, row: int, point: QPoint) -> bool:
        """Whether a point is on that side of a bullet's text where its sign is."""
        text = self.text_rect(row)
        return point.x() > text.right() if self.is_rtl(row) else point.x() < text.left()

    def text_width(self, row: int) -> int:
        """The width at which a line's text wraps."""
        kind = self.content.lines[row].kind
        if kind in COLUMN:
            return max(20, self._column(COLUMN[kind])[1] - 2 * self.style.padding - self.style.indent)
        return max(20, self.table_width - 2 * self._inset(kind))

    def mark_rect(self, row: int) -> QRect:
        """The rectangle of an assessed risk's mark: in the margin, beside the first line of its text."""
        value, marks = self.content.lines[row].value, self.marks
        width = marks.width(value, self.form) if marks is not None and isinstance(value, Risk) else 0
        if marks is None or not width:
            return QRect()
        right = self.left - marks.gap(self.form)
        return QRect(right - width, self.rect(row).top(), width, self.plain.line_height)

    def row_at(self, point: QPoint) -> int | None:
        """The row of the line at a point of the sheet: a bullet, the nearer one between two, else the block's own."""
        if not 0 <= point.y() < self._stack.height:
            return None
        number, gap = self.block_at(point.y()), self.style.gap
        block = self.content.blocks[number]
        rows = self.content.siblings(block.start, LineKind.RISK if point.x() < self.middle else LineKind.MITIGATION)
        near = [row for row in self.bullets_between(number, point.y() - gap, point.y() + gap + 1) if row in rows]
        marked = next((row for row in near if self.mark_rect(row).contains(point)), None)
        if marked is not None or not rows or not self.left <= point.x() <= self.left + self.table_width:
            return block.start if marked is None else marked
        if not self.rect(rows[0]).top() <= point.y() <= self.rect(rows[-1]).bottom():
            return block.start
        return min(near, key=lambda row: _distance(self.rect(row), point.y()))

    def line_at(self, y: int, column: LineKind) -> int:
        """The row of the line at a height: in an entry the nearest bullet of a column, for ENTRY the entry itself."""
        start = self.content.blocks[self.block_at(y)].start
        rows = self.content.siblings(start, column) if column in COLUMN else range(0)
        return min(rows, key=lambda row: _distance(self.rect(row), y), default=start)

    def place_of(self, row: int, at: int) -> QRect:
        """The rectangle of the visual line that holds the place `at` of a text."""
        room, text = self.text_rect(row), self.content.lines[row].text
        line = self.setter(row).layout(text, room.width()).lineForTextPosition(utf16(text, at))
        return QRect(room.left(), room.top() + round(line.y()), room.width(), round(line.height()))

    def caret_at(self, row: int, point: QPoint) -> int:
        """The place in Qt's text of a line that is nearest to a point."""
        room, inside = self.text_rect(row), point - self.text_rect(row).topLeft()
        layout = self.setter(row).layout(self.content.lines[row].text, room.width())
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        line = next((line for line in lines if inside.y() < line.y() + line.height()), lines[-1])
        return place_at(layout, line, float(inside.x()))

    @property
    def heads(self) -> Heads:
        """The heads of the columns."""
        text = next((line.text for line in self.content.lines[:3] if line.kind is LineKind.COLUMNS), "\t")
        if self._heads is None or self._heads.texts != (*text.split("\t"),):
            widths = [
                max(20, self._column(kind)[1] - 2 * self.style.padding) for kind in (LineKind.RISK, LineKind.MITIGATION)
            ]
            self._heads = Heads(text.split("\t"), widths, self.style.bold)
        return self._heads

    def columns_height(self) -> int:
        """The height of the column heads, which stay visible."""
        return self.heads.height + 2 * self.style.padding

    def setter(self, row: int) -> Typesetter:
        """The typesetter for the text of a line."""
        kind = self.content.lines[row].kind
        if kind is LineKind.HEADING:
            return self.heading
        if kind is LineKind.TITLE:
            return self.title
        return self.bold if kind in (LineKind.CATEGORY, LineKind.COLUMNS) else self.plain

    def _column(self, column: LineKind) -> tuple[int, int]:
        if column is LineKind.RISK:
            return self.left, self.middle - self.left
        return self.middle, self.left + self.table_width - self.middle

    def _inset(self, kind: LineKind) -> int:
        return 0 if kind in (LineKind.HEADING, LineKind.TITLE) else self.style.padding

    def _above(self, kind: LineKind) -> int:
        """The room above the text of a block of one line."""
        if kind is LineKind.HEADING:
            return _DESK + self.margin
        return self.style.padding if kind is not LineKind.TITLE else self.style.gap

    def _below(self, kind: LineKind) -> int:
        if kind is LineKind.HEADING:
            return 0
        return self.style.padding if kind is not LineKind.TITLE else 2 * self.style.padding + self.style.gap

    def _text_height(self, row: int) -> int:
        if self._live and self._live[0] == row:
            return self._live[2]
        return self._stored_height(self.content.lines[row], self.setter(row), self.text_width(row))

    def _stored_height(self, line: SheetLine, setter: Typesetter, width: int) -> int:
        """The height of a line's text, or of the invitation in an empty line if that is higher."""
        if line.text:
            return setter.height(line.text, width)
        return max(setter.line_height, self.invitation.height(self._invited(line), width))

    def _places(self, number: int) -> list[tuple[int, int]]:
        """The tops and heights of the bullets of a block, relative to its top."""
        if self._stack.room(number).places is None:
            self._measure(number)
        return self._stack.room(number).places or []

    def _measure(self, number: int) -> None:
        start, right, end = self.content.blocks[number]
        kind, places = self.content.lines[start].kind, list[tuple[int, int]]()
        if kind is not LineKind.ENTRY:
            height = self._above(kind) + self._single(start) + self._below(kind)
        else:
            bottoms = [self._flow(range(start + 1, right), places), self._flow(range(right, end), places)]
            height = max(bottoms) + self.style.padding
        self._stack.measure(number, height, places)

    def _single(self, row: int) -> int:
        kind = self.content.lines[row].kind
        return self.heads.height if kind is LineKind.COLUMNS else self._text_height(row)

    def _flow(self, rows: range, places: list[tuple[int, int]]) -> int:
        at, width = self.style.padding, self.text_width(rows[0]) if rows else 0
        live, live_height = (self._live[0], self._live[2]) if self._live else (None, 0)
        for row, line in zip(rows, self.content.lines[rows.start : rows.stop], strict=True):
            height = live_height if row == live else self._stored_height(line, self.plain, width)
            places.append((at, height))
            at += height + self.style.gap
        return at - self.style.gap

    def _estimated(self, shape: Shape) -> int:
        """The estimated height of a block."""
        kind, style = shape.key[0], self.style
        if kind is not LineKind.ENTRY:
            return self.bold.line_height + self._above(kind) + self._below(kind)
        width = self._bullet_width
        left = self.plain.estimate(shape.left, width) + shape.left.texts * style.gap
        right = self.plain.estimate(shape.right, width) + shape.right.texts * style.gap
        return max(left, right) + 2 * style.padding - style.gap


def _distance(room: QRect, y: int) -> int:
    """The distance of a height from a rectangle."""
    return max(room.top() - y, y - room.bottom(), 0)
