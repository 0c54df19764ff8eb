"""What a print set is called."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from riskdesk.domain.values import PrintSet
from riskdesk.ui.dialogs.form import FormDialog


class PrintSetDialog(FormDialog):
    """Asks for a name, to keep a print set under it or to rename the current one; `name()` holds once accepted."""

    def __init__(
        self,
        print_sets: Sequence[PrintSet],
        current: PrintSet | None,
        parent: QWidget | None = None,
        *,
        renames: bool = False,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Rename print settings") if renames else self.tr("Save print settings"))
        self.setProperty("chapter", "Print settings")
        self._taken = {kept.name for kept in print_sets if not (renames and kept == current)}
        self._renames = renames
        self._name = QLineEdit(current.name if current else "", self)
        self._name.setPlaceholderText(self.tr("such as the meeting it is for"))
        self._name.selectAll()
        self.add(self.tr("&Name:"), self._name)
        self._name.textChanged.connect(self._follow)
        self._follow()

    def name(self) -> str:
        """The name as typed, without spaces around it."""
        return self._name.text().strip()

    def _follow(self) -> None:
        taken = self.name() in self._taken
        self.yes.setEnabled(bool(self.name()) and not (taken and self._renames))
        self.refuse(self._name, self.tr("Another one has this name.") if taken and self._renames else "")
        if self._renames:
            self.yes.setText(self.tr("Rename"))
        else:
            self.yes.setText(self.tr("Replace") if taken else self.tr("Save"))
