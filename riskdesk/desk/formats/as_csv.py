"""CSV: registers with all fields and identities, which can be read back, and lists as they are shown."""

from riskdesk.desk.formats.format import Exported, Format, Option, Request
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.progress import Checkpoint


def _write(request: Request, _checkpoint: Checkpoint) -> Exported:
    from riskdesk.desk.listing.tables import as_csv
    from riskdesk.domain import flat
    from riskdesk.exchange import csv_file

    separator = csv_file.SEPARATORS[request.words]
    if request.layout is Layout.LIST:
        content = request.list_content
        assert content is not None, "a list is written as it is seen"
        return Exported(as_csv(content.rows, content.listing, content.context, separator))
    return Exported(csv_file.written(flat.heads(request.words), flat.lines(request.tree, request.words), separator))


FORMAT = Format(
    ".csv",
    Label("CSV for spreadsheets", "CSV pour tableurs"),
    (Layout.REGISTER, Layout.LIST),
    _write,
    frozenset({Option.LANGUAGE, Option.OPEN}),
)
