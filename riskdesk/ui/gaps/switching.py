"""The dialog that switches a kind of gap off, with a reason."""

from PySide6.QtWidgets import QLineEdit, QWidget

from riskdesk.desk import waivers
from riskdesk.domain.gaps import GapKind
from riskdesk.domain.terms import terms
from riskdesk.domain.text import is_blank
from riskdesk.kit.incoming import IntoLine
from riskdesk.ui.bench.language import sentence, ui_language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.form import FormDialog


class SwitchOffDialog(FormDialog):
    """The dialog that asks for the reason why a kind of gap is no longer to be looked for."""

    def __init__(self, workbench: Workbench, kind: GapKind, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._kind = workbench, kind
        gap = terms(ui_language()).gap_heads[kind]
        self.setWindowTitle(self.tr("Switch off: {gap}").format(gap=gap))
        self.yes.setText(self.tr("Switch off"))
        self.setProperty("chapter", "What is missing, what is due")
        self.field = QLineEdit(self)
        IntoLine(self.field)
        self.field.setPlaceholderText(self.tr("such as: agreed by the Steering Committee"))
        self.add(self.tr("&Reason:"), self.field)
        self.field.textChanged.connect(lambda: self.refuse(self.field, ""))

    def accept(self) -> None:
        """Switch the kind off; without a reason, or if that fails, show a message below the field."""
        reason, register = self.field.text(), self._workbench.register_id
        if is_blank(reason) or register is None:
            self.refuse(self.field, self.tr("Say why, so that others know."))
            return
        problem = self._workbench.run(waivers.waive(register, self._kind.value, reason)).problem
        if problem is not None:
            self.refuse(self.field, sentence(problem))
        else:
            super().accept()
