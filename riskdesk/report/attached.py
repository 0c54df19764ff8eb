"""The register document that is attached to a PDF, so that it can be read back."""

from riskdesk.domain.attaching import Attached
from riskdesk.domain.document import to_document, to_outside_document
from riskdesk.domain.printing import ATTACHED
from riskdesk.domain.tree import RegisterTree
from riskdesk.report.canvas import Attachment


def attachment(tree: RegisterTree, shown_tree: RegisterTree, what: Attached) -> Attachment | None:
    """The attached register document: complete, or only with what the appendix prints; None if there is none."""
    if what not in (Attached.ALL, Attached.PRINTED):
        return None
    text = to_document(tree) if what is Attached.ALL else to_outside_document(shown_tree)
    return Attachment(ATTACHED, "application/json", text.encode("utf-8", "replace"))
