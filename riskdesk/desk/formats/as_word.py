"""Registers as Word documents."""

from riskdesk.desk.formats.format import Exported, Format, Option, Request, Steps
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout


def _write(request: Request) -> Steps:
    from riskdesk.exchange.word import file
    from riskdesk.report.manuscript import manuscript

    yield from ()
    document, left_out = manuscript(request.tree, request.how, request.made)
    return Exported(file.written(document), left_out=left_out)


FORMAT = Format(
    ".docx",
    Label("Word document", "Document Word"),
    (Layout.APPENDIX, Layout.WORKING),
    _write,
    frozenset({Option.PAPER, Option.COLUMNS, Option.ENDED, Option.TEMPLATE}),
)
