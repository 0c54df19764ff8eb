"""A cell of a printed table: bullets or plain text in lines, and where it may be broken between pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import islice

from riskdesk.domain.language import TAGS
from riskdesk.domain.manuscript import Run
from riskdesk.domain.text import is_rtl
from riskdesk.domain.values import Language
from riskdesk.report.canvas import Canvas
from riskdesk.report.structure import BULLETS, Element, in_language
from riskdesk.report.text import Type, is_blank

_BULLET = "•"
# The sign for an empty text, so that screen readers announce that there is nothing.
NOTHING = "–"


def spoken(text: str) -> str:
    """A text, or the sign for nothing if the text is blank."""
    return NOTHING if is_blank(text) else text


class Align(Enum):
    """The alignment of lines in a cell: at its start, or in the middle."""

    START = 0.0
    CENTRE = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """A line; `starts` marks the first of a bullet or paragraph, which has a `gap` above it.

    `rtl` means that its paragraph runs from right to left; `language` is that of the paragraph, None for that of the
    document.
    """

    text: str
    type: Type
    gap: float
    starts: bool
    rtl: bool = False
    language: Language | None = None


@dataclass(slots=True)
class _Tags:
    """The elements of a cell, shared by its parts on several pages.

    They are the cell, its list, the current bullet, and the current text in a language of its own.
    """

    cell: Element | None = None
    bullets: Element | None = None
    body: Element | None = None
    span: Element | None = None

    def of(self, line: Line) -> Element | None:
        """The element of a line: the current bullet or the cell, or a part of it that has the language of the line."""
        whole = self.body or self.cell
        if line.language is None or whole is None:
            return whole
        if line.starts or self.span is None:
            self.span = whole.add("Span", in_language(TAGS[line.language]))
        return self.span


@dataclass(frozen=True)
class Cell:
    """The lines of a cell, or the rest of them on a later page; bulleted if there is an `indent`."""

    lines: tuple[Line, ...] = ()
    indent: float = 0.0
    align: Align = Align.START
    ground: str = ""
    _tags: _Tags = field(default_factory=_Tags)

    def __bool__(self) -> bool:
        return bool(self.lines)

    @property
    def height(self) -> float:
        return sum(self._advances())

    @property
    def beginning(self) -> float:
        """The height of the lines at its start that are kept together."""
        count = next((place for place in range(1, len(self.lines)) if self._may_cut(place)), len(self.lines))
        return sum(islice(self._advances(), count))

    @property
    def says_something(self) -> bool:
        """Whether it contains anything but the sign for nothing."""
        return any(line.text.strip() not in ("", NOTHING) for line in self.lines)

    def tag(self, element: Element) -> None:
        """Make what is drawn of this cell part of an element."""
        self._tags.cell = element

    def fitting(self, room: float) -> int:
        """How many lines fit in a height."""
        for place, advance in enumerate(self._advances()):
            room -= advance
            if room < -0.01:
                return place
        return len(self.lines)

    def cut(self, room: float) -> int:
        """How many lines to leave on a page with this room, so that no line is alone on either page."""
        return next((place for place in range(self.fitting(room), 0, -1) if self._may_cut(place)), 0)

    def split(self, place: int) -> tuple["Cell", "Cell"]:
        """The cell with the lines before a place, and the cell with the others."""
        return self._with(self.lines[:place]), self._with(self.lines[place:])

    def draw(self, canvas: Canvas, left: float, top: float, width: float) -> None:
        """Draw the lines from `top` down, in a column of a width."""
        for line, advance in zip(self.lines, self._advances(), strict=True):
            top -= advance
            baseline = top + line.type.leading - line.type.size
            if self.indent and line.starts:
                edge = left + width - line.type.width(_BULLET) if line.rtl else left
                self._draw_bullet(canvas, edge, baseline, line.type)
            free = width - self.indent - line.type.width(line.text.rstrip(" "))
            x = left + free if line.rtl else left + self.indent + free * self.align.value
            canvas.text(x, baseline, line.text, line.type, self._tags.of(line), rtl=line.rtl)

    def _draw_bullet(self, canvas: Canvas, left: float, baseline: float, type_: Type) -> None:
        tags = self._tags
        assert tags.cell is not None, "a cell is tagged before it is drawn"
        if tags.bullets is None:
            tags.bullets = tags.cell.add("L", BULLETS)
        item = tags.bullets.add("LI")
        canvas.text(left, baseline, _BULLET, type_, item.add("Lbl"))
        tags.body = item.add("LBody")

    def _with(self, lines: tuple[Line, ...]) -> "Cell":
        return Cell(lines, self.indent, self.align, self.ground, self._tags)

    def _advances(self) -> Iterator[float]:
        for place, line in enumerate(self.lines):
            yield line.type.leading + (line.gap if place and line.starts else 0)

    def _may_cut(self, place: int) -> bool:
        lines, last = self.lines, len(self.lines) - 1
        if place > last:
            return True
        if lines[place].starts:
            return place < last
        around = lines[max(0, place - 2) : place + 2]
        # A line of another type is a title or a note, which is kept with its text.
        whole = len(around) == 4 and all(line.type == lines[place].type for line in around)
        return whole and not lines[place - 1].starts and not lines[place + 1].starts


def bulleted(runs: Iterable[Run], type_: Type, width: float, indent: float, gap: float) -> Cell:
    """A cell of bullets, each broken into lines at the width that remains beside its sign."""
    return Cell(tuple(line for run in runs for line in lines(run, type_, width - indent, gap)), indent)


def lines(run: Run, type_: Type, width: float, gap: float = 0.0) -> Iterator[Line]:
    """A paragraph broken into lines at a width."""
    rtl = is_rtl(run.text)
    for place, line in enumerate(type_.lines(run.text, width)):
        yield Line(line, type_, gap, starts=place == 0, rtl=rtl, language=run.language)
