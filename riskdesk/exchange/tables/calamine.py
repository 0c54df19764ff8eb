"""Reading spreadsheets with calamine: old, large or broken workbooks; only values, without formats."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, InputProblem
from riskdesk.domain.sheets import Cell, Source, Table, TableKind, letters
from riskdesk.domain.text import without_control
from riskdesk.exchange.tables import package, values
from riskdesk.exchange.tables.limits import Count

# Calamine allocates all cells in the range from the first to the last one, even empty ones.
_WIDEST_AREA = 3_000_000


def read(path: Path, *, far: bool = False) -> Source:
    """The sheets of a workbook; FileProblem if it cannot be read. `far` if cells may be far from each other."""
    import python_calamine

    if far:
        _require_near(path)
    count = Count()
    try:
        # Given a path, calamine would take the type of the file from its ending.
        with path.open("rb") as file, python_calamine.CalamineWorkbook.from_filelike(file) as book:
            tables = tuple(_table(book, number, sheet, count) for number, sheet in enumerate(book.sheets_metadata, 1))
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise FileProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{file} cannot be read as a workbook; open it in the program that made it, save it again as .xlsx and"
                " try again.",
            ),
            file=path,
        ) from error
    return Source(tables, (), path.name)


def _require_near(path: Path) -> None:
    """InputProblem if cells of an .xlsx file are so far apart that there is no memory for those between."""
    last = re.compile(rb'<(?:\w+:)?c\s[^>]*?r="([A-Z]+)(\d+)"')
    parts = package.sizes(path, "xl/workbook.xml")
    for data in package.each(
        path, (name for name in parts if name.startswith("xl/worksheets/") and name.endswith(".xml"))
    ):
        rows = columns = 1
        for match in last.finditer(data):
            columns, rows = max(columns, values.number_of(match[1].decode())), max(rows, int(match[2]))
        if rows * columns > _WIDEST_AREA:
            raise InputProblem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "A sheet of {file} reaches from its first cell to {cell}; delete what stands far away in a copy"
                    " of it and import that.",
                ),
                file=path,
                cell=f"{letters(columns)}{rows}",
            )


def _table(book: Any, number: int, about: Any, count: Count) -> Table:
    import python_calamine

    if about.typ is not python_calamine.SheetTypeEnum.WorkSheet:
        return Table(TableKind.SHEET, number, about.name)
    sheet = book.get_sheet_by_name(about.name)
    sizes = {
        (first[0] + 1, first[1] + 1): (last[0] - first[0] + 1, last[1] - first[1] + 1)
        for first, last in sheet.merged_cell_ranges or ()
    }
    return Table(
        TableKind.SHEET,
        number,
        about.name,
        tuple(_cells(sheet, sizes, count)),
        hidden=about.visible is not python_calamine.SheetVisibleEnum.Visible,
    )


def _cells(sheet: Any, sizes: dict[tuple[int, int], tuple[int, int]], count: Count) -> Iterator[Cell]:
    for row, content in enumerate(sheet.to_python(skip_empty_area=False), 1):
        for column, value in enumerate(content, 1):
            if value is None or value == "":
                continue
            text = without_control(values.shown(value))
            count.add(text)
            height, width = sizes.get((row, column), (1, 1))
            yield Cell(row, column, text, height, width, values.plain(value))
