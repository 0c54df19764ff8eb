"""Registers as their register document, which Riskdesk reads back without loss."""

from riskdesk.desk.formats.format import Exported, Format, Request
from riskdesk.domain.document import to_document
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.progress import Checkpoint


def _write(request: Request, _checkpoint: Checkpoint) -> Exported:
    return Exported(to_document(request.tree).encode())


FORMAT = Format(".json", Label("JSON for other programs", "JSON pour d’autres programmes"), (Layout.REGISTER,), _write)
