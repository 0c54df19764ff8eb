"""Spreadsheets of LibreOffice (.ods), with merged cells, hidden rows, comments and list items."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from riskdesk.domain.sheets import Cell, Plain, Remark, Source, Table, TableKind
from riskdesk.domain.text import without_control
from riskdesk.exchange.tables import package, values, xml_tree
from riskdesk.exchange.tables.limits import MOST_COLUMNS, MOST_ROWS, Count
from riskdesk.exchange.tables.xml_tree import Node

_CELLS = ("table-cell", "covered-table-cell")
_HIDDEN = ("collapse", "filter")
# Elements with text over the cells.
_DRAWN = ("text-box", "custom-shape", "rect", "ellipse", "caption")
# A row or cell that is repeated more often is only padding.
_MOST_REPEATED = 1000


def read(path: Path) -> Source:
    """The sheets of an .ods file; FileProblem or InputProblem if it cannot be read."""
    parts = package.sizes(path, "content.xml")
    remarks = [Remark("macros", "Basic")] if any(name.startswith("Basic/") for name in parts) else []
    if b"encryption-data" in package.part(path, "META-INF/manifest.xml"):
        raise package.locked(path)
    root = xml_tree.read(package.part(path, "content.xml"))
    hidden = _hidden_styles(root)
    count = Count()
    sheets = root.find("document-content", "body", "spreadsheet")
    if sheets is None:
        raise package.unsuitable(path)
    nodes = (node for node in sheets.nodes if node.name == "table")
    tables = tuple(_Sheet(node, count, hidden).table(number) for number, node in enumerate(nodes, 1))
    drawn = ("\n".join(_inline(line) for line in box.all("p")) for name in _DRAWN for box in sheets.all(name))
    remarks += [Remark("outside", text) for text in dict.fromkeys(map(without_control, drawn)) if text.strip()]
    return Source(tables, tuple(remarks), path.name)


def _hidden_styles(root: Node) -> set[str]:
    """The styles of hidden sheets."""
    return {
        style.get("name")
        for style in root.all("style")
        for properties in style.nodes
        if properties.name == "table-properties" and properties.get("display") == "false"
    }


@dataclass
class _Sheet:
    """A sheet that is being read."""

    node: Node
    count: Count
    hidden: set[str]
    cells: list[Cell] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    row: int = 1

    def table(self, number: int) -> Table:
        self._read_columns()
        for row in self._rows(self.node):
            self._read_row(row)
        return Table(
            TableKind.SHEET,
            number,
            self.node.get("name"),
            tuple(self.cells),
            hidden=self.node.get("style-name") in self.hidden,
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
        )

    def _rows(self, node: Node) -> Iterator[Node]:
        for child in node.nodes:
            if child.name == "table-row":
                yield child
            elif child.name in ("table-row-group", "table-header-rows", "table-rows"):
                yield from self._rows(child)

    def _read_columns(self) -> None:
        column = 1
        for node in self.node.all("table-column"):
            repeated = _times(node, "number-columns-repeated")
            if node.get("visibility") in _HIDDEN and column + repeated <= _MOST_REPEATED:
                self.hidden_columns |= set(range(column, column + repeated))
            column += repeated

    def _read_row(self, node: Node) -> None:
        repeated = _times(node, "number-rows-repeated")
        if node.get("visibility") in _HIDDEN and repeated <= _MOST_REPEATED:
            self.hidden_rows |= set(range(self.row, self.row + repeated))
        filled = list(self._cells(node))
        if filled:
            self.cells += filled
            for offset in range(1, min(repeated, _MOST_REPEATED)):
                for cell in filled:
                    self.count.add(cell.text)
                    self.cells.append(_moved(cell, self.row + offset))
        self.row = min(self.row + repeated, MOST_ROWS + 1)

    def _cells(self, row: Node) -> Iterator[Cell]:
        column = 1
        for node in row.nodes:
            if node.name not in _CELLS:
                continue
            repeated = _times(node, "number-columns-repeated")
            cell = None if node.name == "covered-table-cell" else self._cell(node, column)
            if cell is not None:
                for offset in range(min(repeated, _MOST_REPEATED)):
                    self.count.add(cell.text)
                    yield cell if not offset else _moved(cell, cell.row, column + offset)
            column = min(column + repeated, MOST_COLUMNS + 1)

    def _cell(self, node: Node, column: int) -> Cell | None:
        comment = "\n".join(_text(note) for note in node.nodes if note.name == "annotation")
        value = _value(node)
        text = without_control(_text(node)).strip("\n")
        formula = node.get("formula")[:200]
        if not text and isinstance(value, int | float):
            text = values.shown(value)
        if isinstance(value, datetime.date):
            text = values.named_day(value, text)
        if not text and not formula and not comment:
            return None
        height, width = _times(node, "number-rows-spanned"), _times(node, "number-columns-spanned")
        return Cell(self.row, column, text, height, width, value, formula, without_control(comment))


def _text(node: Node) -> str:
    """The paragraphs in a node, one on each line, without those of comments."""
    lines = []
    for child in node.nodes:
        if child.name in ("p", "h"):
            lines.append(_inline(child))
        elif child.name == "list":
            lines += [f"• {_text(item)}" for item in child.nodes]
        elif child.name != "annotation" and node.name in ("annotation", "list-item"):
            lines.append(_text(child))
    return "\n".join(lines)


def _inline(node: Node) -> str:
    parts = []
    for child in node.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.name == "s":
            parts.append(" " * min(_times(child, "c"), 100))
        elif child.name in ("tab", "line-break"):
            parts.append("\t" if child.name == "tab" else "\n")
        elif child.name != "annotation":
            parts.append(_inline(child))
    return "".join(parts)


def _value(node: Node) -> Plain:
    kind = node.get("value-type")
    try:
        if kind in ("float", "percentage", "currency"):
            number = float(node.get("value"))
            return int(number) if number.is_integer() and abs(number) < 1e15 else number
        if kind == "date":
            return datetime.date.fromisoformat(node.get("date-value")[:10])
    except (ValueError, OverflowError):
        return None
    return None


def _times(node: Node, name: str) -> int:
    text = node.get(name)
    return max(1, min(int(text), MOST_ROWS)) if text.isdecimal() and len(text) < 9 else 1


def _moved(cell: Cell, row: int, column: int = 0) -> Cell:
    from dataclasses import replace

    return replace(cell, row=row, column=column or cell.column)
