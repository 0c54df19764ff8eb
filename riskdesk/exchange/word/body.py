"""The content of a document: paragraphs and real tables, formatted by styles.

The only direct formatting is the colours of bands and the shade of rows for categories; that shade is a theme colour,
so that it changes with the document into which the table is pasted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from riskdesk.domain.manuscript import CellText, Colour, Manuscript, Para, Role, RowText, Run, TableText
from riskdesk.domain.progress import Checkpoint, share_of
from riskdesk.domain.text import is_rtl
from riskdesk.exchange.word.markup import element, hexadecimal, run, twips
from riskdesk.exchange.word.styles import DENSE_GRID, EMPHASIS, GRID, NORMAL, QUIET, STRONG, WordStyle, of_role

_AND = "\u00a0· "
_DASH = "–\u00a0"
_STRIPE = 24  # eighths of a point


@dataclass(frozen=True, slots=True)
class Body:
    """A writer of the content of a Word document.

    `ids` are the ids of its styles by name, `room` is the width of its text. `numbers` are the lists for bullets by the
    names of their styles, for styles without a list of their own.
    """

    manuscript: Manuscript
    ids: Mapping[str, str]
    room: float
    numbers: Mapping[str, int]
    spaced: bool = True

    def xml(self, checkpoint: Checkpoint) -> str:
        """All paragraphs and tables; the last of them is a paragraph, as Word requires, too low to need a page."""
        blocks, elements, written = self.manuscript.blocks, list[str](), 0
        total = sum(len(block.rows) for block in blocks if isinstance(block, TableText))
        for block in blocks:
            if isinstance(block, TableText):
                before, written = written, written + len(block.rows)
                elements.append(self._table(block, share_of(checkpoint, before / total, written / total)))
            else:
                elements.append(self._para(block, inside=False))
        return "".join(elements) + (LOW if blocks and isinstance(blocks[-1], TableText) else "")

    @property
    def _dense(self) -> bool:
        return self.manuscript.looks.dense is not None

    def _para(self, para: Para, *, inside: bool = True, stays: bool = False) -> str:
        """A paragraph; outside tables, such as a heading or legend, or if it `stays`, it is kept with the next one."""
        style = of_role(para.role, dense=inside and self._dense)
        text = "".join(piece.text for piece in para.runs)
        number = self.numbers.get(style.name)
        above = twips(self.manuscript.looks.leading) if self.spaced and para.role is Role.SECTION else None
        props = [
            element("pStyle", val=self._id(style)) if style is not NORMAL else "",
            element("keepNext") if stays or not inside else "",
            element("numPr", element("ilvl", val=0), element("numId", val=number)) if number else "",
            element("bidi") if is_rtl(text) else "",
            element("spacing", before=above) if above else "",
        ]
        return element("p", element("pPr", *props) if any(props) else "", *self._runs(para))

    def _runs(self, para: Para) -> Iterator[str]:
        if para.role is Role.NOTE:
            yield run(_DASH + _AND.join(piece.text for piece in para.runs))
            return
        for piece in para.runs:
            other = piece.language if piece.language is not self.manuscript.language else None
            yield run(piece.text, style=self._text_style(piece, para.role), fill=piece.fill, language=other)

    def _text_style(self, piece: Run, role: Role) -> str | None:
        styles = ((STRONG, piece.strong or role is Role.HEAD), (EMPHASIS, piece.emphasis), (QUIET, piece.quiet))
        return next((self._id(style) for style, applies in styles if applies), None)

    def _table(self, table: TableText, checkpoint: Checkpoint) -> str:
        total = sum(column.width for column in table.columns)
        widths = [twips(column.width * self.room / total) for column in table.columns]
        grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
        last = len(table.rows) - 1
        rows = []
        for at, row in enumerate(table.rows):
            checkpoint(at / len(table.rows))
            rows.append(self._row(row, widths, whole=table.whole, stays=table.whole and at < last))
        return element("tbl", self._properties(table, sum(widths)), grid, self._heads(table, widths), *rows)

    def _properties(self, table: TableText, width: int) -> str:
        columns = int(table.heads_rows)
        table_look = element(
            "tblLook",
            val=f"{0x0620 | columns * 0x80:04X}",
            firstRow=1,
            lastRow=0,
            firstColumn=columns,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        )
        return element(
            "tblPr",
            element("tblStyle", val=self._id(DENSE_GRID if self._dense else GRID)),
            element("tblW", w=width, type="dxa"),
            element("tblLayout", type="fixed"),
            table_look,
            element("tblCaption", val=table.name),
            element("tblDescription", val=table.description),
        )

    def _heads(self, table: TableText, widths: list[int]) -> str:
        """The row of heads, which is repeated on each page."""
        cells = (
            self._cell(CellText((Para((Run(column.title),), Role.HEAD),)), width, stays=table.whole)
            for column, width in zip(table.columns, widths, strict=True)
        )
        return element("tr", _row_properties("tblHeader", whole=table.whole), *cells)

    def _row(self, row: RowText, widths: list[int], *, whole: bool, stays: bool) -> str:
        if len(row.cells) == 1 and row.cells[0] is not None:
            return element("tr", self._cell(row.cells[0], sum(widths), span=len(widths), band=True))
        cells = (
            self._cell(cell, width, merge=_merge(cell), stays=stays)
            for cell, width in zip(row.cells, widths, strict=True)
        )
        return element("tr", _row_properties(whole=whole), *cells)

    def _cell(
        self,
        cell: CellText | None,
        width: int,
        span: int = 1,
        merge: str = "",
        *,
        band: bool = False,
        stays: bool = False,
    ) -> str:
        props = [
            element("tcW", w=width, type="dxa"),
            element("gridSpan", val=span) if span > 1 else "",
            element("vMerge", val=merge) if merge else "",
        ]
        if cell is not None and cell.edge is not None:
            edge = element("left", val="single", sz=_STRIPE, space=0, color=hexadecimal(cell.edge))
            props.append(element("tcBorders", edge))
        shade = _BAND_SHADE if band else _ground(cell.fill if cell is not None else None)
        paras = [self._para(para, stays=stays) for para in cell.paras] if cell is not None else []
        return element("tc", element("tcPr", *props, shade), *(paras or [element("p")]))

    def _id(self, style: WordStyle) -> str:
        return self.ids.get(style.name, style.id)


_BAND_SHADE = element("shd", val="clear", color="auto", fill="F2F2F2", themeFill="background1", themeFillShade="F2")

# A paragraph of one point, so that a table that fills its page is not followed by an empty one.
LOW = element("p", element("pPr", element("spacing", before=0, after=0, line=20, lineRule="exact")))


def _row_properties(*names: str, whole: bool) -> str:
    """The properties of a row, which may break unless its table is kept whole."""
    properties = (*(("cantSplit",) if whole else ()), *names)
    return element("trPr", *map(element, properties)) if properties else ""


def _ground(fill: Colour | None) -> str:
    return "" if fill is None else element("shd", val="clear", color="auto", fill=hexadecimal(fill))


def _merge(cell: CellText | None) -> str:
    if cell is None:
        return "continue"
    return "restart" if cell.rows > 1 else ""
