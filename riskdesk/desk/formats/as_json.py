"""Registers as their register document, which Riskdesk reads back without loss."""

from riskdesk.desk.formats.format import Exported, Format, Request, Steps
from riskdesk.domain.document import to_document
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout


def _write(request: Request) -> Steps:
    yield from ()
    return Exported(to_document(request.tree).encode())


FORMAT = Format(".json", Label("JSON for other programs", "JSON pour d’autres programmes"), (Layout.REGISTER,), _write)
