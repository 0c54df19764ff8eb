"""Registers and lists as PDF, as they are printed."""

from dataclasses import replace

from riskdesk.desk.formats.format import Exported, Format, Option, Request
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import DocumentKind
from riskdesk.domain.progress import Checkpoint


def _write(request: Request, checkpoint: Checkpoint) -> Exported:
    from riskdesk.desk.listing import document
    from riskdesk.report import render

    if request.layout is Layout.LIST:
        assert request.list_content is not None, "a list is written as it is seen"
        how = replace(request.how, kind=DocumentKind.WORKING)
        rendered = document.render(request.list_content, how, request.changed_at, checkpoint)
    else:
        rendered = render(request.tree, request.how, request.changed_at, request.as_of, checkpoint, request.original)
    return Exported(rendered.data, rendered.missing, rendered.left_out, rendered.attached)


FORMAT = Format(
    ".pdf",
    Label("PDF", "PDF"),
    (Layout.APPENDIX, Layout.WORKING, Layout.MATRIX, Layout.SUMMARY, Layout.LIST),
    _write,
    frozenset({Option.LANGUAGE, Option.OPEN, Option.PAPER, Option.COLUMNS, Option.SIDES, Option.ENDED, Option.ATTACH}),
)
