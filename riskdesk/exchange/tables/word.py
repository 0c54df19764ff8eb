"""Word documents: their tables and the paragraphs around them, in the order of the XML.

Tracked changes count as accepted, and are reported. Footnotes are put into the text between two marks (`NOTE_BEGIN`,
`NOTE_END`), as they have no place in cells.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from riskdesk.domain.sheets import Block, Cell, FilePlace, Paragraph, Remark, Source, Table, TableKind, TextLine
from riskdesk.domain.text import without_control
from riskdesk.exchange.tables import package, word_accepted, xml_tree
from riskdesk.exchange.tables.limits import Count
from riskdesk.exchange.tables.word_numbers import ENDS, Numbers, is_reference
from riskdesk.exchange.tables.word_styles import BOLD, Styles, is_on
from riskdesk.exchange.tables.word_text import BOX, GONE, Texts, shown, whole_text
from riskdesk.exchange.tables.xml_tree import Node

# Parts beside the main one, which all programs give these names, perhaps with numbers.
_RELATED = ("styles", "numbering", "comments", "footnotes", "endnotes")
# The parts for headers and footers.
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_NUMBERS = re.compile(r"(?:page|p\.|of|sur|\d+|[\s/|.–—-])*", re.IGNORECASE)


def read(path: Path) -> Source:
    """The tables and paragraphs of a .docx file; FileProblem or InputProblem if it cannot be read."""
    main = package.related(path).get("officeDocument", "word/document.xml")
    parts = package.sizes(path, main)
    related = {kind: f"word/{kind}.xml" for kind in _RELATED} | package.related(path, main)
    styles = Styles(
        xml_tree.read(package.part(path, related["styles"]) or b"<styles/>"),
        xml_tree.read(package.part(path, related["numbering"]) or b"<numbering/>"),
    )
    walk = _Walk(styles, _notes(path, related, styles))
    if package.holds_macros(parts):
        walk.remarks.append(Remark("macros", "vbaProject.bin"))
    if package.part(path, related["comments"]):
        comments = xml_tree.read(package.part(path, related["comments"]))
        walk.remarks += [Remark("comment", _line_of(note, styles)) for note in comments.all("comment")]
    document = xml_tree.read(package.part(path, main))
    word_accepted.prepare(document)
    if any(document.all("altChunk")):
        walk.remarks.append(Remark("other_format", related.get("aFChunk", "")))
    body = document.find("document", "body")
    blocks = tuple(walk.blocks(body)) if body else ()
    walk.remarks += [Remark("outside", text) for text in _margins(path, parts, styles, blocks)]
    return Source(blocks, tuple(walk.remarks), path.name)


def _notes(path: Path, related: Mapping[str, str], styles: Styles) -> dict[str, str]:
    """The texts of footnotes and endnotes, by kind and number."""
    notes = {}
    for kind in ("footnote", "endnote"):
        data = package.part(path, related[f"{kind}s"])
        for note in xml_tree.read(data).all(kind) if data else ():
            if not note.get("type"):
                notes[kind + note.get("id")] = _line_of(note, styles)
    return notes


def _line_of(node: Node, styles: Styles) -> str:
    """The paragraphs of a note or comment, on one line."""
    text = " ".join(_texts(_Walk(styles, {}).blocks(node))) or Texts(styles, {}, _forget).of(node)
    return " ".join(text.split())


def _forget(_kind: str, _text: str) -> None:
    """Ignore remarks about a note, as they do not concern the register."""


def _margins(path: Path, parts: Collection[str], styles: Styles, body: Iterable[Block]) -> Iterator[str]:
    """The texts of headers and footers, each once, without page numbers and texts that are also in the body."""
    body_text = "\n".join(_texts(body))
    pages = (xml_tree.read(data) for data in package.each(path, sorted(filter(_MARGIN.fullmatch, parts))) if data)
    lines = (line for page in pages for text in _texts(_Walk(styles, {}).blocks(page)) for line in text.splitlines())
    for text in dict.fromkeys(piece.strip() for line in lines for piece in line.split("\t")):
        if text not in body_text and not _NUMBERS.fullmatch(text):
            yield text


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, TextLine):
            yield block.text
        else:
            yield from (cell.text for cell in block.cells if cell.text)


@dataclass
class _Walk:
    """A walk through a Word document from beginning to end, which collects its tables and texts."""

    styles: Styles
    notes: dict[str, str]
    remarks: list[Remark] = field(default_factory=list)
    count: Count = field(default_factory=Count)
    table_number: int = 0
    line_number: int = 0
    place: FilePlace = field(default_factory=FilePlace)

    def __post_init__(self) -> None:
        self._numbers = Numbers(self.styles)
        self._texts = Texts(self.styles, self.notes, self._remark)

    def blocks(self, node: Node) -> Iterator[Block]:
        for child in _contents(node):
            if child.name == "p":
                yield from self._lines(child)
            else:
                self.table_number += 1
                yield self._table(child, self.table_number)
                self.place = FilePlace()

    def _lines(self, node: Node) -> Iterator[TextLine]:
        self.line_number += 1
        self.place = FilePlace(paragraph=self.line_number)
        text, number = _stripped(self._texts.of(node)), self._numbers.next(node)
        self.count.add(text)
        if text:
            sign, depth = self.styles.sign(node)
            heading = self.styles.heading(node)
            sign = f"{number.rstrip(ENDS)}:" if is_reference(number) else sign
            yield TextLine(f"{sign} {text}" if sign and not heading else text, self.line_number, heading, depth)

    def _table(self, node: Node, number: int) -> Table:
        cells: list[Cell] = []
        above: dict[int, int] = {}
        hidden: set[int] = set()
        for row, line in enumerate(self._rows(node, number), 1):
            begun: dict[int, int] = {}
            hidden |= {row} if is_on(line.find("trPr", "hidden")) else set()
            column = 1 + _number(line.find("trPr", "gridBefore"), 0)
            for part in _parts(line, "tc"):
                self.place = FilePlace(TableKind.TABLE, number, "", row, column)
                width = _number(part.find("tcPr", "gridSpan"), 1)
                if _goes_on(part, "vMerge") and column in above:
                    place = begun[column] = above[column]
                    cells[place] = replace(cells[place], height=row - cells[place].row + 1)
                elif _goes_on(part, "hMerge") and begun:
                    place = next(reversed(begun.values()))
                    cells[place] = replace(cells[place], width=column + width - cells[place].column)
                else:
                    begun[column] = len(cells)
                    cells.append(self._cell(part, row, column, width))
                column += width
            above = begun
        return Table(TableKind.TABLE, number, cells=tuple(cells), hidden_rows=frozenset(hidden))

    def _rows(self, node: Node, number: int) -> Iterator[Node]:
        for row, line in enumerate(_parts(node, "tr"), 1):
            gone = line.find("trPr", "del") is not None
            if gone or line.find("trPr", "ins") is not None:
                kind = "deleted_text" if gone else "inserted_text"
                text = without_control(" | ".join(filter(None, map(whole_text, _parts(line, "tc")))))
                self.remarks.append(Remark(kind, text, FilePlace(TableKind.TABLE, number, "", row)))
            if not gone:
                yield line

    def _cell(self, node: Node, row: int, column: int, width: int) -> Cell:
        paragraphs: list[Paragraph] = []
        tables: list[Table] = []
        heads, content = False, list(_contents(node))
        for child in content:
            if child.name == "tbl":
                tables.append(self._table(child, 0))
                self.place = FilePlace(self.place.kind, self.place.table, "", row, column)
            else:
                paragraphs.append(self._item(child, alone=column == 1 and len(content) == 1))
                heads = heads or 0 < self.styles.heading(child) < BOLD
        text = "\n".join(paragraph.text for paragraph in paragraphs).strip()
        self.count.add(text)
        shade = node.find("tcPr", "shd")
        return Cell(
            row,
            column,
            text,
            width=max(1, width),
            fill=shade.get("fill") if shade else "",
            bold=heads,
            paragraphs=tuple(paragraphs) if any(item.sign for item in paragraphs) or len(paragraphs) > 1 else (),
            tables=tuple(tables),
        )

    def _item(self, node: Node, *, alone: bool) -> Paragraph:
        """A paragraph of a cell, with its automatic number if that is a reference or the only content."""
        text, number = self._texts.of(node).strip("\n"), self._numbers.next(node)
        if alone and number and not text.strip():
            return Paragraph(number.rstrip(ENDS))
        is_led = bool(text.strip()) and is_reference(number)
        sign, _depth = self.styles.sign(node)
        return Paragraph(f"{number.rstrip(ENDS)}: {text}" if is_led else text, sign)

    def _remark(self, kind: str, text: str) -> None:
        if text.strip():
            self.remarks.append(Remark(kind, without_control(text).strip(), self.place))


def _stripped(text: str) -> str:
    """A text without blanks at its ends; with tabs there if it has others, as they may stand for empty columns."""
    stripped = text.strip()
    return text.strip(" \n") if "\t" in stripped else stripped


def _contents(node: Node) -> Iterator[Node]:
    """The paragraphs and tables in a node; those in a text box come after the paragraph that contains the box."""
    for child in _parts(node, "p", "tbl"):
        yield child
        if child.name == "p":
            for box in _parts(child, BOX):
                yield from _contents(box)


def _parts(node: Node, *names: str) -> Iterator[Node]:
    """The outermost elements of those names in a node, inside any other elements."""
    for child in shown(node):
        if child.name in names:
            yield child
        elif child.name not in GONE:
            yield from _parts(child, *names)


def _number(node: Node | None, default: int) -> int:
    text = node.get("val") if node else ""
    return min(int(text), 1000) if text.isdecimal() and len(text) < 6 else default


def _goes_on(cell: Node, merge: str) -> bool:
    """Whether a cell is only a part of the one above it or, in older documents, before it."""
    node = cell.find("tcPr", merge)
    return node is not None and node.get("val", "continue") != "restart"
