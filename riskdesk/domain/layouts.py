"""The layouts of exports: the whole register, a document, a form of another office, or the list as it is shown."""

from enum import StrEnum

from riskdesk.domain.codes import DOCUMENTS, Codes
from riskdesk.domain.label import Label
from riskdesk.domain.printing import DocumentKind, Orientation


class Layout(StrEnum):
    """The layouts of exports; those of documents have the same codes as in print."""

    REGISTER = "register"
    APPENDIX = DocumentKind.APPENDIX.value
    WORKING = DocumentKind.WORKING.value
    MATRIX = DocumentKind.MATRIX.value
    SUMMARY = DocumentKind.SUMMARY.value
    PM2 = "pm2-risk-log"
    EU_ACTION = "eu-action-document"
    LIST = "list"

    @property
    def kind(self) -> DocumentKind | None:
        """The document that is printed in this layout; None if there is none."""
        return _KINDS.get(self.value)

    @property
    def orientation(self) -> Orientation:
        """The usual orientation of the paper."""
        return self.kind.orientation if self.kind else Orientation.LANDSCAPE


_KINDS = {kind.value: kind for kind in DocumentKind}
LAYOUTS: Codes = {
    Layout.REGISTER: Label("Whole register", "Registre complet"),
    **{Layout(kind): label for kind, label in DOCUMENTS.items()},
    Layout.PM2: Label("PM² Risk Log", "Journal des risques PM²"),
    Layout.EU_ACTION: Label("EU action document", "Document d’action de l’UE"),
    Layout.LIST: Label("List as shown", "Liste telle qu’affichée"),
}
