"""Excel workbooks with what an import needs: merged cells, hidden rows, formulas, comments, lists of allowed values."""

import os
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice, product
from pathlib import Path
from typing import Any

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, InputProblem
from riskdesk.domain.sheets import Cell, Remark, Source, Table, TableKind
from riskdesk.domain.text import without_control
from riskdesk.domain.traffic_lights import is_colourful
from riskdesk.exchange.tables import package, values, xml_tree
from riskdesk.exchange.tables.limits import MOST_CELLS, Count
from riskdesk.exchange.tables.workbook_fills import Fills

# In bytes of XML: openpyxl reads that in a few seconds; a register of a thousand risks has two million.
LARGEST_FOR_OPENPYXL = 4_000_000
# Of all parts together, as there may be very many styles that were copied between workbooks.
_LARGEST_WHOLE_FOR_OPENPYXL = 8_000_000
# openpyxl compares the name of each sheet with those of all others, and creates all cells of merged ranges.
_MOST_SHEETS_FOR_OPENPYXL, _MOST_MERGES_FOR_OPENPYXL = 200, 5_000
_MOST_MERGED = 500_000
_MOST_CHOICES, _MOST_AREAS, _MOST_PLACES = 200, 1_000, 1_000
# Coloured cells without content: ten columns of ten thousand risks.
_MOST_COLOURED = 100_000
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_RANGE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)")
# The exceptions of openpyxl for malformed workbooks.
_BROKEN = (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError, AssertionError)


def read(path: Path) -> Source:
    """The sheets of an .xlsx file; FileProblem or InputProblem if it cannot be read.

    A file that is very large, or that openpyxl cannot read, is read by calamine, without formats and comments.
    """
    from riskdesk.exchange.tables import calamine

    parts = package.sizes(path, "xl/workbook.xml")
    sheets = [name for name in parts if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]
    remarks = [Remark("macros", "vbaProject.bin")] if package.holds_macros(parts) else []
    remarks += [Remark("external_links", name) for name in parts if re.fullmatch(r"xl/externalLinks/[^/]+\.xml", name)]
    formulas, merges = False, 0
    for data in package.each(path, (*sheets, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml")):
        _require_harmless(path, data)
        formulas = formulas or _FORMULA.search(data) is not None
        merges += data.count(b"mergeCell ")
    if _is_large(parts, sheets) or merges > _MOST_MERGES_FOR_OPENPYXL:
        source = calamine.read(path, far=True)
        remarks.append(Remark("plain_values", path.name))
    else:
        try:
            source = _by_openpyxl(path, formulas=formulas)
        except _BROKEN:
            source = Source()
        if not source.blocks:
            # It is malformed, or in the Strict Open XML format, in which openpyxl finds nothing.
            source = calamine.read(path, far=True)
            remarks.append(Remark("plain_values", path.name))
    remarks += [Remark("outside", text) for text in _drawn(path, parts)]
    return replace(source, remarks=(*remarks, *source.remarks))


def _drawn(path: Path, parts: Collection[str]) -> Iterator[str]:
    """The texts of text boxes and shapes over the cells, each once."""
    names = [name for name in parts if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name)]
    bodies = (body for data in package.each(path, names) for body in xml_tree.read(data).all("txBody"))
    texts = ("\n".join(text.text for text in body.all("t")) for body in bodies)
    yield from filter(str.strip, dict.fromkeys(map(without_control, texts)))


def _is_large(parts: Mapping[str, int], sheets: Collection[str]) -> bool:
    """Whether openpyxl would take long for a workbook with parts of those sizes."""
    whole = sum(size for name, size in parts.items() if name.startswith("xl/") and name.endswith(".xml"))
    return (
        sum(parts[name] for name in sheets) > LARGEST_FOR_OPENPYXL
        or whole > _LARGEST_WHOLE_FOR_OPENPYXL
        or len(sheets) > _MOST_SHEETS_FOR_OPENPYXL
    )


def _require_harmless(path: Path, data: bytes) -> None:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise FileProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{file} holds definitions that no workbook has and may be malicious; open it in Excel, save it under"
                " another name and try again.",
            ),
            file=path,
        )
    area = 0
    for match in _MERGE.finditer(data):
        first, top, last, bottom = (part.decode() for part in match.groups())
        area += (values.number_of(last) - values.number_of(first) + 1) * (int(bottom) - int(top) + 1)
    if area > _MOST_MERGED:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{file} has {count} merged cells; keep the register alone in a copy of it and import that.",
            ),
            file=path,
            count=area,
        )


def _by_openpyxl(path: Path, *, formulas: bool) -> Source:
    os.environ["OPENPYXL_LXML"] = "False"
    import warnings

    from riskdesk.exchange.tables.whole_strings import opened

    data = path.read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = opened(data)
        formula_book = opened(data, formulas=True) if formulas else None
    count = Count()
    tables = tuple(
        _Sheet(book, sheet, formula_book[sheet.title] if formula_book else None, count).table(number)
        for number, sheet in enumerate(book.worksheets, 1)
    )
    return Source(tables, (), path.name)


class _Sheet:
    """A sheet of a workbook that is being read."""

    def __init__(self, book: Any, sheet: Any, formula_sheet: Any, count: Count) -> None:
        self._book, self._sheet, self._formula_sheet, self._count = book, sheet, formula_sheet, count
        self._fills, self._bare = Fills(book), 0
        self._merged = {
            (merged.min_row, merged.min_col): (merged.size["rows"], merged.size["columns"])
            for merged in sheet.merged_cells.ranges
        }
        # No register has more, and forged files may repeat them.
        self._choices = dict(islice(self._allowed(), MOST_CELLS))

    def table(self, number: int) -> Table:
        cells = tuple(cell for key in sorted(self._sheet._cells) if (cell := self._cell(*key)))
        last = max((cell.column + cell.width for cell in cells if not cell.blank), default=1)
        return Table(
            TableKind.SHEET,
            number,
            self._sheet.title,
            cells,
            hidden=self._sheet.sheet_state != "visible",
            hidden_rows=frozenset(row for row, dimension in self._sheet.row_dimensions.items() if dimension.hidden),
            hidden_columns=frozenset(self._hidden_columns(last)),
        )

    def _hidden_columns(self, last: int) -> Iterator[int]:
        """The hidden columns, up to the last one with a cell, each once, even if the file has some twice."""
        reached = 0
        for dimension in sorted(self._sheet.column_dimensions.values(), key=lambda dimension: dimension.min or 1):
            if dimension.hidden:
                begin, end = max(dimension.min or 1, reached + 1), min(dimension.max or 1, last)
                yield from range(begin, end + 1)
                reached = max(reached, end)

    def _cell(self, row: int, column: int) -> Cell | None:
        cell = self._sheet._cells[row, column]
        height, width = self._merged.get((row, column), (1, 1))
        formula = self._formula(row, column)
        fill = self._fills.of(cell)
        comment = cell.comment.text.strip() if getattr(cell, "comment", None) else ""
        if cell.value is None and not formula and not comment:
            return self._coloured(row, column, fill)
        styled = cell.has_style
        form = cell.number_format if styled else ""
        text = without_control(values.unescaped(values.shown(cell.value, form)))
        self._count.add(text)
        return Cell(
            row,
            column,
            text,
            height,
            width,
            values.plain(cell.value),
            formula,
            without_control(comment),
            self._choices.get((row, column), ()),
            bool(styled and cell.font.b),
            fill,
        )

    def _coloured(self, row: int, column: int, fill: str) -> Cell | None:
        """An empty cell with a colour, if it has one; more of them than a register has are skipped."""
        self._bare += is_colourful(fill)
        return Cell(row, column, fill=fill) if is_colourful(fill) and self._bare <= _MOST_COLOURED else None

    def _formula(self, row: int, column: int) -> str:
        if self._formula_sheet is None:
            return ""
        cell = self._formula_sheet._cells.get((row, column))
        if cell is None or cell.data_type != "f":
            return ""
        return str(getattr(cell.value, "text", cell.value) or "=")[:200]

    def _allowed(self) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
        """The cells with a list of allowed values, each with these values."""
        rows: defaultdict[int, list[int]] = defaultdict(list)
        for row, column in sorted(self._sheet._cells):
            rows[column].append(row)
        for rule in self._sheet.data_validations.dataValidation[:_MOST_CHOICES]:
            choices = self._listed(str(rule.formula1 or "")) if rule.type == "list" else ()
            for area in islice(rule.sqref.ranges, _MOST_AREAS) if choices else ():
                for column in range(area.min_col, min(area.max_col, area.min_col + _MOST_AREAS) + 1):
                    numbers = rows.get(column, [])
                    inside = numbers[bisect_left(numbers, area.min_row) : bisect_right(numbers, area.max_row)]
                    yield from (((row, column), choices) for row in inside)

    def _listed(self, formula: str) -> tuple[str, ...]:
        if formula.startswith('"'):
            return tuple(part.strip() for part in formula.strip('"').split(",") if part.strip())[:_MOST_CHOICES]
        name = self._book.defined_names.get(formula)
        match = _RANGE.fullmatch(str(name.attr_text) if name is not None else formula)
        if match is None:
            match = _RANGE.fullmatch(f"{self._sheet.title}!{formula}")
        sheet = (match[1] or match[2] or "").replace("''", "'") if match else ""
        if match is None or sheet not in self._book.sheetnames:
            return ()
        return tuple(self._in_range(self._book[sheet], match))

    def _in_range(self, sheet: Any, match: re.Match[str]) -> Iterator[str]:
        first, last = values.number_of(match[3]), values.number_of(match[5])
        top, bottom = int(match[4]), min(int(match[6]), int(match[4]) + _MOST_CHOICES)
        # Excel allows only one row or one column as the source of a list.
        places = islice(product(range(top, bottom + 1), range(first, last + 1)), _MOST_PLACES)
        for cell in filter(None, map(sheet._cells.get, places)):
            if cell.value is not None:
                yield values.unescaped(values.shown(cell.value, cell.number_format)).strip()
