"""Draws pages as PDF operators, each marked as part of a structure element or as an artifact."""

from dataclasses import dataclass, field
from typing import NamedTuple

from riskdesk.report import metadata, outline, structure
from riskdesk.report.file import File, string
from riskdesk.report.fonts import Face, Weight
from riskdesk.report.metadata import Facts
from riskdesk.report.outline import Bookmark
from riskdesk.report.structure import Element
from riskdesk.report.text import Type, plain

_LONGEST_BOOKMARK = 200
_RULE = 0.5
# The width of the line of tolerance, in points.
LIMIT = 1.5


class Attachment(NamedTuple):
    """An attached file from which the document was made."""

    name: str
    media_type: str
    data: bytes


@dataclass
class _Page:
    """A page: its object number, the streams drawn so far, and the elements by the number of their marked content."""

    number: int
    streams: list[int] = field(default_factory=list)
    drawn: list[Element] = field(default_factory=list)


class Canvas:
    """A PDF that is being drawn: pages of one size, the origin at the bottom left, lengths in points.

    Text belongs to an element of `document`; what is drawn without one (rules, fills, running lines) is an artifact.
    """

    def __init__(self, extent: tuple[float, float], facts: Facts) -> None:
        self.width, self.height = extent
        self.document = Element("Document")
        self.missing: dict[str, None] = {}
        self._facts = facts
        self._file = File()
        self._faces: dict[Weight, Face] = {}
        self._pages: list[_Page] = []
        self._page = 0
        self._now: list[str] = []
        self._open: Element | None = None
        self._bookmarks: list[Bookmark] = []

    @property
    def pages(self) -> int:
        return len(self._pages)

    def face(self, weight: Weight) -> Face:
        """The face of a weight for setting text; it caches what it has measured."""
        if weight not in self._faces:
            self._faces[weight] = Face(weight, self._file.fonts, self.missing)
        return self._faces[weight]

    def new_page(self) -> None:
        """Add a page at the end and draw on it."""
        self._flush()
        self._pages.append(_Page(self._file.reserve()))
        self._page = self.pages - 1

    def turn_to(self, page: int) -> None:
        """Draw on another page, counted from 1."""
        self._flush()
        self._page = page - 1

    def text(
        self, x: float, baseline: float, line: str, type_: Type, element: Element | None, *, rtl: bool = False
    ) -> None:
        """Show a line made by `type_`, beginning at `x`, as part of an element."""
        self._belong(element)
        if element is not None and not line.endswith(" "):
            # Screen readers read the lines of an element without a pause, which would join their words.
            line += " "
        self._now.append(type_.show(x, baseline, line, rtl=rtl))

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle; `y` is its lower edge."""
        self._draw(f"{colour} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def frame(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw the outline of a rectangle; `y` is its lower edge."""
        self._draw(f"{_RULE:g} w {colour} RG {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def rule(self, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = _RULE) -> None:
        """Draw a straight line."""
        self._draw(f"{width:g} w {colour} RG {start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l S")

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Add a bookmark for a height on the current page; levels count from 0."""
        page = self._pages[self._page].number
        self._bookmarks.append(Bookmark(page, top, level, plain(title)[:_LONGEST_BOOKMARK]))

    def file(self, attachment: Attachment | None) -> bytes:
        """The bytes of the PDF, with a file attached if one is given."""
        self._flush()
        file = self._file
        tree = self._put_pages(file.add_fonts())
        drawn = [page.drawn for page in self._pages]
        root = structure.put(file, self.document, drawn, [page.number for page in self._pages])
        entries = [
            f"/Type/Catalog/Pages {tree} 0 R/Lang {string(self._facts.language)}/MarkInfo<</Marked true>>",
            f"/StructTreeRoot {root} 0 R/ViewerPreferences<</DisplayDocTitle true>>",
            f"/Metadata {metadata.put_xmp(file, self._facts)} 0 R/OutputIntents[{metadata.put_colours(file)} 0 R]",
            f"/Outlines {outline.put(file, self._bookmarks)} 0 R/PageMode/UseOutlines" if self._bookmarks else "",
            "" if attachment is None else self._put_attachment(attachment),
        ]
        return file.finish(file.add(f"<<{''.join(entries)}>>"), metadata.put_information(file, self._facts))

    def _put_pages(self, fonts: int) -> int:
        tree = self._file.reserve()
        for place, page in enumerate(self._pages):
            streams = " ".join(f"{stream} 0 R" for stream in page.streams)
            self._file.put(
                page.number,
                f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {self.width:g} {self.height:g}]/Contents[{streams}]"
                f"/Resources<</Font {fonts} 0 R/ProcSet[/PDF/Text]>>/StructParents {place}/Tabs/S>>",
            )
        kids = " ".join(f"{page.number} 0 R" for page in self._pages)
        self._file.put(tree, f"<</Type/Pages/Count {self.pages}/Kids[{kids}]>>")
        return tree

    def _put_attachment(self, attachment: Attachment) -> str:
        """Add an attached file; return the entries for it in the catalog (ISO 19005-3, 6.8)."""
        name, day = string(attachment.name), metadata.day(self._facts.created_at)
        kind = attachment.media_type.replace("/", "#2F")
        entries = f"/Type/EmbeddedFile/Subtype/{kind}/Params<</Size {len(attachment.data)}/ModDate {day}>>"
        stream = self._file.add_stream(attachment.data, entries)
        specification = self._file.add(
            f"<</Type/Filespec/F {name}/UF {name}/AFRelationship/Source/Desc {name}"
            f"/EF<</F {stream} 0 R/UF {stream} 0 R>>>>"
        )
        return f"/AF[{specification} 0 R]/Names<</EmbeddedFiles<</Names[{name} {specification} 0 R]>>>>"

    def _draw(self, operators: str) -> None:
        self._belong(None)
        self._now.append(operators)

    def _belong(self, element: Element | None) -> None:
        """Mark the operators that follow as part of an element."""
        if self._now and element is self._open:
            return
        if self._now:
            self._now.append("EMC")
        if element is None:
            self._now.append("/Artifact BMC")
        else:
            drawn = self._pages[self._page].drawn
            self._now.append(f"/{element.tag} <</MCID {len(drawn)}>> BDC")
            element.parts.append((self._page, len(drawn)))
            drawn.append(element)
        self._open = element

    def _flush(self) -> None:
        """Compress what was drawn into a stream of the page, which takes less memory."""
        if self._now:
            self._now.append("EMC")
            self._pages[self._page].streams.append(self._file.add_stream("\n".join(self._now).encode("latin-1")))
            self._now = []
