"""Markdown: a register as the views show it."""

from riskdesk.desk.formats.format import Exported, Format, Option, Request
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.progress import Checkpoint


def _write(request: Request, _checkpoint: Checkpoint) -> Exported:
    from riskdesk.desk import pages
    from riskdesk.exchange import markdown_page

    return Exported(markdown_page.written(pages.page_of(request)), left_out=pages.left_out_of(request))


FORMAT = Format(
    ".md",
    Label("Markdown", "Markdown"),
    (Layout.APPENDIX, Layout.MATRIX, Layout.LIST),
    _write,
    frozenset({Option.LANGUAGE, Option.SIDES, Option.ENDED}),
)
