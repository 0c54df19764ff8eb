"""The register document that rides along in a PDF, so that it can be read back."""

from riskdesk.domain.document import to_document, to_outside_document
from riskdesk.domain.printing import ATTACHED, Kind
from riskdesk.domain.tree import RegisterTree
from riskdesk.report.canvas import Attachment


def attached(tree: RegisterTree, kind: Kind) -> Attachment:
    """All of the tree; with the appendix, which goes outside, no more than it prints of it."""
    text = to_outside_document(tree) if kind is Kind.APPENDIX else to_document(tree)
    return Attachment(ATTACHED, "application/json", text.encode("utf-8", "replace"))
