"""Registers as workbooks for Excel and LibreOffice."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from riskdesk.desk.formats.format import Exported, Format, Option, Request
from riskdesk.domain.attaching import stays_inside
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.scale import Shade

if TYPE_CHECKING:
    from riskdesk.exchange.workbooks.book import LongText


def paint(shade: Shade) -> str:
    """The printed colour of a shade, as #RRGGBB."""
    from riskdesk.report.style import style

    return "#{:02X}{:02X}{:02X}".format(*style().band_colour(shade))


def _write(request: Request, checkpoint: Checkpoint) -> Exported:
    from riskdesk.domain.ended import left_out, standing
    from riskdesk.exchange.workbooks.prescribed import prescribed_workbook
    from riskdesk.exchange.workbooks.register import register_workbook

    assert request.layout is not None, "a request is fitted to its format"
    left_out_count, held_back = 0, False
    if request.layout is Layout.REGISTER:
        # They say how texts were before, and who changed them: only readers inside the office are meant to see that.
        held_back = request.changes is not None and not stays_inside(request.tree.register.handling_mark)
        changes = request.changes.since_and_changes(request.words) if request.changes and not held_back else None
        workbook = register_workbook(request.tree, request.words, paint, request.changed_at, changes, checkpoint)
    else:
        left_out_count = 0 if request.how.ended else left_out(request.tree)
        tree = request.tree if request.how.ended else standing(request.tree)
        workbook = prescribed_workbook(tree, request.layout, paint, request.changed_at, checkpoint)
    held = [InputProblem(_HELD_BACK, mark=request.tree.register.handling_mark)] if held_back else []
    remarks = (*held, *_remarks(workbook.long_texts), *_low(workbook.low_rows))
    return Exported(workbook.data, left_out=left_out_count, remarks=remarks)


def _remarks(long_texts: Iterable["LongText"]) -> Iterator[InputProblem]:
    """Remarks on texts that are longer than a cell: one for each, or one for a sheet with many."""
    for sheet, texts in groupby(long_texts, key=lambda long_text: long_text.sheet):
        cells = [text.cell for text in texts]
        if len(cells) > _MOST_NAMED:
            yield InputProblem(_MANY_TOO_LONG, count=len(cells), sheet=sheet, first=cells[0], last=cells[-1])
        else:
            yield from (InputProblem(_TOO_LONG, cell=cell, sheet=sheet) for cell in cells)


def _low(low_rows: Iterable[tuple[str, int]]) -> Iterator[InputProblem]:
    """A remark on the rows of each sheet that are lower than their texts."""
    for sheet, places in groupby(low_rows, key=lambda place: place[0]):
        numbers = [str(row) for _, row in places]
        more = "…" if len(numbers) > _MOST_NAMED else ""
        yield InputProblem(_TOO_LOW, sheet=sheet, rows=", ".join(numbers[:_MOST_NAMED]) + more)


_HELD_BACK = QT_TRANSLATE_NOOP(
    "Problem",
    "The sheet with what changed in the last thirty days was left out, as the register is marked “{mark}”: it says how"
    " texts were before, and who changed them.",
)
# The number of cells or rows of a sheet that are named one by one.
_MOST_NAMED = 5
_MANY_TOO_LONG = QT_TRANSLATE_NOOP(
    "Problem",
    "{count} texts of the sheet “{sheet}”, in cells from {first} to {last}, are longer than a workbook takes; their"
    " beginnings stand there, and all of each on the last sheet.",
)
_TOO_LONG = QT_TRANSLATE_NOOP(
    "Problem",
    "The text in cell {cell} of the sheet “{sheet}” is longer than a workbook takes; its beginning stands there, and"
    " all of it on the last sheet.",
)
_TOO_LOW = QT_TRANSLATE_NOOP(
    "Problem",
    "The sheet “{sheet}” has texts that are too long for the tallest row of a workbook; they are whole in their cells,"
    " but cut on the screen and in print. Rows: {rows}.",
)
FORMAT = Format(
    ".xlsx",
    Label("Excel workbook", "Classeur Excel"),
    (Layout.REGISTER, Layout.PM2, Layout.EU_ACTION),
    _write,
    frozenset({Option.LANGUAGE, Option.OPEN, Option.ENDED}),
)
