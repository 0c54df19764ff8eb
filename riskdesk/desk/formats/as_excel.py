"""Registers as workbooks for Excel and LibreOffice."""

from riskdesk.desk.formats.format import Exported, Format, Option, Request
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.scale import Shade


def paint(shade: Shade) -> str:
    """The printed colour of a shade, as #RRGGBB."""
    from riskdesk.report.style import style

    return "#{:02X}{:02X}{:02X}".format(*style().band_colour(shade))


def _write(request: Request, checkpoint: Checkpoint) -> Exported:
    from riskdesk.domain.ended import left_out, standing
    from riskdesk.exchange.workbooks.prescribed import prescribed_workbook
    from riskdesk.exchange.workbooks.register import register_workbook

    assert request.layout is not None, "a request is fitted to its format"
    left_out_count = 0
    if request.layout is Layout.REGISTER:
        changes = request.changes.since_and_changes(request.words) if request.changes else None
        workbook = register_workbook(request.tree, request.words, paint, request.changed_at, changes, checkpoint)
    else:
        left_out_count = 0 if request.how.ended else left_out(request.tree)
        tree = request.tree if request.how.ended else standing(request.tree)
        workbook = prescribed_workbook(tree, request.layout, paint, request.changed_at)
    remarks = tuple(
        InputProblem(_TOO_LONG, cell=long_text.cell, sheet=long_text.sheet) for long_text in workbook.long_texts
    )
    return Exported(workbook.data, left_out=left_out_count, remarks=remarks)


_TOO_LONG = QT_TRANSLATE_NOOP(
    "Problem",
    "The text in cell {cell} of the sheet “{sheet}” is longer than a workbook takes; its beginning stands there, and"
    " all of it on the last sheet.",
)
FORMAT = Format(
    ".xlsx",
    Label("Excel workbook", "Classeur Excel"),
    (Layout.REGISTER, Layout.PM2, Layout.EU_ACTION),
    _write,
    frozenset({Option.LANGUAGE, Option.OPEN, Option.ENDED}),
)
