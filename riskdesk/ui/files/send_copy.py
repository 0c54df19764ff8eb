"""The dialog that asks what goes into a copy of a store that is to be sent to somebody."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from riskdesk.desk.copies import Copy
from riskdesk.domain.values import RegisterTitle
from riskdesk.kit.fields.calm import CalmBox
from riskdesk.ui.bench.names import register_names
from riskdesk.ui.dialogs.form import FormDialog


class SendCopyDialog(FormDialog):
    """The dialog that asks what goes into a copy to be sent: which register, its history, names of people.

    `copy()` is valid once the dialog is accepted.
    """

    def __init__(self, registers: Sequence[RegisterTitle], current: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Send a copy"))
        self.setProperty("chapter", "Sending a copy")
        self.yes.setText(self.tr("Save copy…"))
        self._register = CalmBox(self)
        self._register.addItem(self.tr("All registers of the file"), None)
        for identity, name in register_names(registers).items():
            self._register.addItem(name, identity)
        self._register.setCurrentIndex(max(0, self._register.findData(current)))
        self._history = QCheckBox(self.tr("Include the change &history (everyone's earlier and deleted text)"), self)
        self._names = QCheckBox(self.tr("Include the &names of owners and authors"), self)
        self._names.setChecked(True)
        self.add(self.tr("&What:"), self._register)
        self.add_below(self._history)
        self.add_below(self._names)

    def copy(self) -> Copy:
        """What was chosen."""
        return Copy(
            register=self._register.currentData(),
            history=self._history.isChecked(),
            names=self._names.isChecked(),
        )
