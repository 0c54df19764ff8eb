"""The pages as they are drawn: PDF operators page by page, any page at any time, made a file at the end."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas as PdfCanvas

from riskdesk.report import fonts
from riskdesk.report.fonts import Face, Weight
from riskdesk.report.text import Type, plain

_PDF_VERSION = (1, 7)
_LONGEST_BOOKMARK = 200


@dataclass(frozen=True)
class Facts:
    """What a file tells about itself; `language` is a tag of BCP 47, `made` its only date."""

    title: str
    author: str
    subject: str
    language: str
    made: datetime.datetime


class _Bookmark(NamedTuple):
    page: int
    top: float
    level: int
    title: str


class Canvas:
    """Pages of one size, with the origin at the bottom left and lengths in points."""

    def __init__(self, extent: tuple[float, float], facts: Facts) -> None:
        self.width, self.height = extent
        self.missing: dict[str, None] = {}
        self._pdf = _pdf_canvas(extent, facts)
        self._pages: list[list[str]] = []
        self._now: list[str] = []
        self._bookmarks: list[_Bookmark] = []

    @property
    def pages(self) -> int:
        return len(self._pages)

    def face(self, weight: Weight) -> Face:
        """A face to set text in."""
        return Face(weight, self._pdf._doc, self.missing)

    def new_page(self) -> None:
        """Go on to a new page at the end."""
        self._pages.append([])
        self.turn_to(self.pages)

    def turn_to(self, page: int) -> None:
        """Go on drawing on a page, counted from 1."""
        self._now = self._pages[page - 1]

    def text(self, x: float, baseline: float, line: str, type_: Type) -> None:
        """Show a line that `type_` has made, from `x` on."""
        shown = type_.face.operators(line, type_.size)
        self._now.append(f"BT {type_.colour} rg 1 0 0 1 {x:.2f} {baseline:.2f} Tm {shown} ET")

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle, `y` being its lower edge."""
        self._now.append(f"{colour} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def frame(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw the outline of a rectangle, `y` being its lower edge."""
        self._now.append(f".5 w {colour} RG {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def rule(self, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
        """Draw a straight line."""
        self._now.append(f".5 w {colour} RG {start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l S")

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Let the outline lead to a height on the newest page; levels count from 0."""
        self._bookmarks.append(_Bookmark(self.pages, top, level, plain(title)[:_LONGEST_BOOKMARK]))

    def file(self) -> bytes:
        """The PDF."""
        bookmarks = iter([*enumerate(self._bookmarks), (0, None)])
        number, bookmark = next(bookmarks)
        for page, operators in enumerate(self._pages, 1):
            self._pdf.addLiteral("\n".join(operators))
            while bookmark is not None and bookmark.page == page:
                self._pdf.bookmarkPage(f"b{number}", fit="XYZ", left=0, top=round(bookmark.top, 2))
                self._pdf.addOutlineEntry(bookmark.title, f"b{number}", bookmark.level)
                number, bookmark = next(bookmarks)
            self._pdf.showPage()
        return bytes(self._pdf.getpdfdata())


def _pdf_canvas(extent: tuple[float, float], facts: Facts) -> PdfCanvas:
    # A first font of our own keeps Helvetica out of the file, which would be named there but not embedded.
    pdf = PdfCanvas(
        None,
        pagesize=extent,
        pageCompression=1,
        invariant=1,
        pdfVersion=_PDF_VERSION,
        initialFontName=fonts.name(Weight.REGULAR),
        lang=facts.language,
    )
    made = facts.made.astimezone(datetime.UTC)
    pdf.setDateFormatter(lambda *_: f"D:{made:%Y%m%d%H%M%S}Z")
    pdf.setTitle(plain(facts.title))
    pdf.setAuthor(plain(facts.author))
    pdf.setSubject(plain(facts.subject))
    pdf.setCreator("Riskdesk")
    pdf.setViewerPreference("DisplayDocTitle", "true")
    pdf.showOutline()
    return pdf
