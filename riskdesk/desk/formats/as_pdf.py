"""Registers and lists as PDF, as they are printed."""

from dataclasses import replace

from riskdesk.desk.formats.format import Exported, Format, Option, Request, Steps
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import DocumentKind


def _write(request: Request) -> Steps:
    from riskdesk.desk import transfer
    from riskdesk.desk.listing import document

    if request.layout is Layout.LIST:
        assert request.list_content is not None, "a list is written as it is seen"
        how = replace(request.how, kind=DocumentKind.WORKING)
        rendered = yield from document.printing(request.list_content, how, request.changed_at)
    else:
        rendered = yield from transfer.printing(request.tree, request.how, request.changed_at, request.as_of)
    return Exported(rendered.data, rendered.missing, rendered.left_out, rendered.attached)


FORMAT = Format(
    ".pdf",
    Label("PDF", "PDF"),
    (Layout.APPENDIX, Layout.WORKING, Layout.MATRIX, Layout.SUMMARY, Layout.LIST),
    _write,
    frozenset({Option.LANGUAGE, Option.OPEN, Option.PAPER, Option.COLUMNS, Option.SIDES, Option.ENDED, Option.ATTACH}),
)
