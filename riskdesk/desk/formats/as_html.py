"""HTML: a register as the views show it, on one page."""

from riskdesk.desk.formats.format import Exported, Format, Option, Request
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.progress import Checkpoint


def _write(request: Request, _checkpoint: Checkpoint) -> Exported:
    from riskdesk.desk import pages
    from riskdesk.exchange import html_page

    return Exported(html_page.written(pages.page_of(request)), left_out=pages.left_out_of(request))


FORMAT = Format(
    ".html",
    Label("Web page (HTML)", "Page web (HTML)"),
    (Layout.APPENDIX, Layout.MATRIX, Layout.LIST),
    _write,
    frozenset({Option.LANGUAGE, Option.OPEN, Option.SIDES, Option.ENDED}),
)
