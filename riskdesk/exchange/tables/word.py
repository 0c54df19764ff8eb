"""Word documents: tables and the paragraphs around them, walked through as they stand in the XML.

Changes that were tracked count as accepted, and are remarked on. Footnotes stand in the text between two marks
(`NOTE_BEGIN`, `NOTE_END`), as no cell has room for them.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from riskdesk.domain.language import NBSP, NNBSP
from riskdesk.domain.sheets import Block, Cell, Line, Paragraph, Place, Remark, Source, Table, TableKind
from riskdesk.domain.text import without_control
from riskdesk.exchange.tables import package, word_signs, xml_tree
from riskdesk.exchange.tables.limits import Count
from riskdesk.exchange.tables.word_styles import BOLD, Styles
from riskdesk.exchange.tables.xml_tree import Node

NOTE_BEGIN, NOTE_END = "\ufff9", "\ufffb"
# What was taken away while changes were tracked; what a text box holds; words that only ask for others.
_GONE, _BOX, _PROMPT = ("del", "moveFrom"), "txbxContent", "prompt"
_HELD = (NBSP, NNBSP)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}
# Parts beside the main one, which Word and others call by these names and may number.
_RELATED = ("styles", "numbering", "comments", "footnotes", "endnotes")
# The part of a document's name that tells what stands on each page beside its text.
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
    walk = _Walk(styles, _notes(path, related))
    if package.holds_macros(parts):
        walk.remarks.append(Remark("macros", "vbaProject.bin"))
    if package.part(path, related["comments"]):
        comments = xml_tree.read(package.part(path, related["comments"]))
        walk.remarks += [Remark("comment", without_control(note.text)) for note in comments.all("comment")]
    document = xml_tree.read(package.part(path, main))
    _mark_prompts(document)
    body = document.find("document", "body")
    blocks = tuple(walk.blocks(body)) if body else ()
    walk.remarks += [Remark("outside", text) for text in _margins(path, parts, styles, blocks)]
    return Source(blocks, tuple(walk.remarks), path.name)


def _notes(path: Path, related: Mapping[str, str]) -> dict[str, str]:
    """What stands at the foot of pages or at the end, by kind and number."""
    found = {}
    for kind in ("footnote", "endnote"):
        data = package.part(path, related[f"{kind}s"])
        for note in xml_tree.read(data).all(kind) if data else ():
            if not note.get("type"):
                found[kind + note.get("id")] = " ".join(without_control(note.text).split())
    return found


def _margins(path: Path, parts: Collection[str], styles: Styles, body: Iterable[Block]) -> Iterator[str]:
    """What headers and footers say beside the numbers of pages and what the body says too, each once."""
    known = "\n".join(_texts(body))
    pages = (xml_tree.read(data) for data in package.each(path, sorted(filter(_MARGIN.fullmatch, parts))) if data)
    lines = (line for page in pages for text in _texts(_Walk(styles, {}).blocks(page)) for line in text.splitlines())
    for text in dict.fromkeys(piece.strip() for line in lines for piece in line.split("\t")):
        if text not in known and not _NUMBERS.fullmatch(text):
            yield text


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (cell.text for cell in block.cells if cell.text)


def _mark_prompts(document: Node) -> None:
    """Tell the words in content controls that ask for a text from texts: nobody typed them."""
    for control in document.all("sdt"):
        prompt = control.find("sdtPr", "showingPlcHdr")
        if prompt is not None and prompt.get("val", "1") not in ("0", "false", "off"):
            for text in control.all("t"):
                text.name = _PROMPT


@dataclass
class _Walk:
    """Goes through a document from its beginning to its end."""

    styles: Styles
    notes: dict[str, str]
    remarks: list[Remark] = field(default_factory=list)
    count: Count = field(default_factory=Count)
    tables: int = 0
    lines: int = 0
    place: Place = field(default_factory=Place)

    def blocks(self, node: Node) -> Iterator[Block]:
        for child in _contents(node):
            if child.name == "p":
                yield from self._lines(child)
            else:
                self.tables += 1
                yield self._table(child, self.tables)
                self.place = Place()

    def _lines(self, node: Node) -> Iterator[Line]:
        self.lines += 1
        self.place = Place(paragraph=self.lines)
        text = self._text(node).strip()
        self.count.add(text)
        if text:
            sign, _ = self.styles.sign(node)
            heading = self.styles.heading(node)
            yield Line(f"{sign} {text}" if sign and not heading else text, self.lines, heading)

    def _table(self, node: Node, number: int) -> Table:
        cells: list[Cell] = []
        above: dict[int, int] = {}
        for row, line in enumerate(self._rows(node, number), 1):
            begun: dict[int, int] = {}
            column = 1 + _number(line.find("trPr", "gridBefore"), 0)
            for part in _parts(line, "tc"):
                self.place = Place(TableKind.TABLE, number, "", row, column)
                width = _number(part.find("tcPr", "gridSpan"), 1)
                merge = part.find("tcPr", "vMerge")
                if merge is not None and merge.get("val", "continue") != "restart" and column in above:
                    place = begun[column] = above[column]
                    cells[place] = _higher(cells[place], row)
                else:
                    begun[column] = len(cells)
                    cells.append(self._cell(part, row, column, width))
                column += width
            above = begun
        return Table(TableKind.TABLE, number, cells=tuple(cells))

    def _rows(self, node: Node, number: int) -> Iterator[Node]:
        for row, line in enumerate(_parts(node, "tr"), 1):
            gone = line.find("trPr", "del") is not None
            if gone or line.find("trPr", "ins") is not None:
                kind = "deleted_text" if gone else "inserted_text"
                text = without_control(" | ".join(filter(None, map(_told, _parts(line, "tc")))))
                self.remarks.append(Remark(kind, text, Place(TableKind.TABLE, number, "", row)))
            if not gone:
                yield line

    def _cell(self, node: Node, row: int, column: int, width: int) -> Cell:
        paragraphs: list[Paragraph] = []
        tables: list[Table] = []
        heads = False
        for child in _contents(node):
            if child.name == "tbl":
                tables.append(self._table(child, 0))
                self.place = Place(self.place.kind, self.place.table, "", row, column)
            else:
                text = self._text(child).strip("\n")
                paragraphs.append(Paragraph(text, *self.styles.sign(child)))
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
            paragraphs=tuple(paragraphs) if any(it.sign for it in paragraphs) or len(paragraphs) > 1 else (),
            tables=tuple(tables),
        )

    def _text(self, node: Node) -> str:
        return without_control("".join(self._pieces(node)))

    def _pieces(self, node: Node, *, inserted: bool = False) -> Iterator[str]:
        """The texts in an element; what was inserted is told once, however often that is said inside it."""
        for child in _shown(node):
            if child.name in _GONE:
                self._remark("deleted_text", _told(child))
            elif child.name == _PROMPT:
                self._remark("placeholder", child.text)
            elif (own := self._own(child)) is not None:
                yield own
            elif child.name != _BOX:
                new = child.name in ("ins", "moveTo")
                if new and not inserted:
                    self._remark("inserted_text", _told(child))
                yield from self._pieces(child, inserted=inserted or new)

    def _own(self, node: Node) -> str | None:
        """What an element shows by itself; None if only what is in it does."""
        if node.name == "t":
            return node.text
        if node.name == "r" and _is_held(node):
            return " "
        if node.name in _SIGNS:
            # A new page or column begins with another word.
            return " " if node.get("type") in ("page", "column") else _SIGNS[node.name]
        if node.name in word_signs.READERS:
            return word_signs.READERS[node.name](node)
        if node.name in ("footnoteReference", "endnoteReference"):
            note = self.notes.get(node.name.removesuffix("Reference") + node.get("id"), "")
            return f"{NOTE_BEGIN}{note}{NOTE_END}" if note else ""
        return None

    def _remark(self, kind: str, text: str) -> None:
        if text.strip():
            self.remarks.append(Remark(kind, without_control(text).strip(), self.place))


def _contents(node: Node) -> Iterator[Node]:
    """The paragraphs and tables in a node, those of a text box after the paragraph in which it stands."""
    for child in _parts(node, "p", "tbl"):
        yield child
        if child.name == "p":
            for box in _parts(child, _BOX):
                yield from _contents(box)


def _parts(node: Node, *names: str) -> Iterator[Node]:
    """Elements of those names in a node, the outermost ones, whatever holds them."""
    for child in _shown(node):
        if child.name in names:
            yield child
        elif child.name not in _GONE:
            yield from _parts(child, *names)


def _shown(node: Node) -> Iterator[Node]:
    """The elements in a node but its properties, the guides of signs, and the same again for older programs."""
    chosen = node.find("Choice")
    for child in node.nodes:
        again = child.name in ("Choice", "Fallback") and chosen is not None and child is not chosen
        if not (again or child.name.endswith("Pr") or child.name == "rt"):
            yield child


def _is_held(run: Node) -> bool:
    """Whether a run is a no-break space of no language: so Riskdesk writes one that was typed as any other."""
    language = run.find("rPr", "lang")
    is_mute = language is not None and language.get("val") == "zxx"
    return (is_mute or run.find("rPr", "noProof") is not None) and run.text in _HELD


def _told(node: Node) -> str:
    return "".join(child.text for child in (*node.all("t"), *node.all("delText")))


def _number(node: Node | None, default: int) -> int:
    told = node.get("val") if node else ""
    return min(int(told), 1000) if told.isdecimal() and len(told) < 6 else default


def _higher(cell: Cell, row: int) -> Cell:
    from dataclasses import replace

    return replace(cell, height=row - cell.row + 1)
