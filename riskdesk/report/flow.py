"""The body of a document, which flows from page to page between a running header and a footer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from riskdesk.domain.text import is_rtl
from riskdesk.report.canvas import Canvas
from riskdesk.report.fonts import Weight
from riskdesk.report.style import PrintStyle
from riskdesk.report.text import Type

_HEADER_AT = 46  # points from the edge of the paper to the baseline
_FOOTER_AT = 36
_MARK_FROM_RUNNING = 15
# The greatest number of lines of a handling mark, and how much higher the first of two is in the footer.
_MARK_LINES, _RAISED = 2, 4
_RULE_BELOW_HEADER = 6
_GAP = 18


@dataclass(frozen=True)
class Running:
    """The text on each page outside its body; `page_of` makes the text with its number and that of all pages."""

    title: str
    reference: str
    mark: str
    page_of: Callable[[int, int], str]


class Flow:
    """The current position in the body, `y`, and the start of new pages.

    `repeated`, if set, is called at the top of each new page; `fresh` means that nothing was drawn below it yet.
    """

    def __init__(self, canvas: Canvas, style: PrintStyle, running: Running) -> None:
        self.canvas, self.style = canvas, style
        margins = style.margins
        self.left, self.bottom = margins.left, margins.bottom
        self.right, self._top = canvas.width - margins.right, canvas.height - margins.top
        self.repeated: Callable[[], None] | None = None
        self._running = running
        self._small = self.type(Weight.REGULAR, style.running_size, style.colours.running)
        self._small_bold = self.type(Weight.BOLD, style.running_size, style.colours.running)
        self.new_page()

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        """The height of the body of a page."""
        return self._top - self.bottom

    @property
    def room(self) -> float:
        """The height that is left on the page."""
        return self.y - self.bottom

    @property
    def fresh(self) -> bool:
        return self.y == self._start

    def type(self, weight: Weight, size: float, colour: str) -> Type:
        """A type whose leading has the same proportion as that of the body."""
        return Type(self.canvas.face(weight), size, size * self.style.leading / self.style.size, colour)

    def new_page(self) -> None:
        """Start a new page with its header and the repeated part."""
        self.canvas.new_page()
        self._header()
        self.y = self._top
        if self.repeated:
            self.repeated()
        self._start = self.y

    def need(self, height: float) -> None:
        """Start a new page if less than a height is left on this one."""
        if self.room < height:
            self.new_page()

    def paragraph(self, text: str, type_: Type, after: float, tag: str = "P", *, rtl: bool | None = None) -> None:
        """Set a text over the full width, with space after it if it is not empty.

        Its direction is that of its first letter, unless `rtl` gives another.
        """
        lines = type_.lines(text, self.width)
        element = self.canvas.document.add(tag) if lines else None
        rtl = is_rtl(text) if rtl is None else rtl
        for line in lines:
            self.need(type_.leading)
            x = self.right - type_.width(line.rstrip(" ")) if rtl else self.left
            self.canvas.text(x, self.y - type_.size, line, type_, element, rtl=rtl)
            self.y -= type_.leading
        self.y -= after if lines else 0

    @contextmanager
    def between(self, left: float, right: float) -> Iterator[None]:
        """Limit the body to a column of the page."""
        before = self.left, self.right
        self.left, self.right = left, right
        try:
            yield
        finally:
            self.left, self.right = before

    def finish(self) -> None:
        """Draw the footers, as the number of pages is known now."""
        for page in range(1, self.canvas.pages + 1):
            self.canvas.turn_to(page)
            words = self._running.page_of(page, self.canvas.pages)
            self._centred(_FOOTER_AT, words, self._small)
            self._draw_mark(_FOOTER_AT - _MARK_FROM_RUNNING, _RAISED)

    def _header(self) -> None:
        canvas, y = self.canvas, self.canvas.height - _HEADER_AT
        reference = self._small.one_line(self._running.reference, self.width / 3)
        reference_width = self._small.width(reference)
        title = self._small.one_line(self._running.title, self.width - reference_width - _GAP)
        canvas.text(self.left, y, title, self._small, None, rtl=is_rtl(title))
        canvas.text(self.right - reference_width, y, reference, self._small, None, rtl=is_rtl(reference))
        below = y - _RULE_BELOW_HEADER
        canvas.rule((self.left, below), (self.right, below), self.style.colours.header_rule)
        self._draw_mark(y + _MARK_FROM_RUNNING, self._small_bold.leading)

    def _draw_mark(self, y: float, raised: float) -> None:
        """Draw the handling mark on one line, or on two, of which the first is higher by `raised`."""
        lines = self._small_bold.at_most(self._running.mark, self.width, _MARK_LINES)
        for place, line in enumerate(lines):
            self._centred(y + raised * (len(lines) - 1) - place * self._small_bold.leading, line, self._small_bold)

    def _centred(self, y: float, text: str, type_: Type) -> None:
        line = type_.one_line(text, self.width)
        if line:
            x = (self.canvas.width - type_.width(line)) / 2
            self.canvas.text(x, y, line, type_, None, rtl=is_rtl(line))
