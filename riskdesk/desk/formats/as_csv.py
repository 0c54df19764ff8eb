"""Lists as CSV for spreadsheets."""

from riskdesk.desk.formats.format import Exported, Format, Request, Steps
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout


def _write(request: Request) -> Steps:
    from riskdesk.desk.listing.tables import as_csv

    yield from ()
    seen = request.seen
    assert seen is not None, "a list is written as it is seen"
    return Exported(as_csv(seen.rows, seen.listing, seen.context))


FORMAT = Format(".csv", Label("CSV for spreadsheets", "CSV pour tableurs"), (Layout.LIST,), _write)
