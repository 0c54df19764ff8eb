"""A dialog that asks for the name under which something is saved."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from riskdesk.kit.incoming import IntoLine
from riskdesk.ui.dialogs.form import FormDialog


@dataclass(frozen=True)
class NameWords:
    """The texts of a dialog that asks for a name, and its chapter in the manual.

    They are its title, an example of a name, and the message if the name is taken.
    """

    title: str
    example: str
    taken_message: str
    chapter: str


class NameDialog(FormDialog):
    """A dialog that asks for a name, to save something under it or, with `renames`, to give it another one.

    `name()` is valid once the dialog is accepted.
    """

    def __init__(
        self,
        naming: NameWords,
        names: Collection[str],
        name: str,
        parent: QWidget | None = None,
        *,
        renames: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(naming.title)
        self.setProperty("chapter", naming.chapter)
        self._naming, self._renames = naming, renames
        self._other_names = set(names) - ({name} if renames else set())
        self._name = QLineEdit(name, self)
        self._name.setPlaceholderText(naming.example)
        self._name.selectAll()
        IntoLine(self._name)
        self.add(self.tr("&Name:"), self._name)
        self._name.textChanged.connect(self._follow)
        self._follow()

    def name(self) -> str:
        """The name as typed, without spaces around it."""
        return self._name.text().strip()

    def ask(self, accept: Callable[[str], bool]) -> None:
        """Open the dialog; `accept` is given the name, and returns False if the dialog is to stay."""
        self.work = lambda: accept(self.name())
        self.open()

    def _follow(self) -> None:
        is_taken = self.name() in self._other_names
        self.yes.setEnabled(bool(self.name()) and not (is_taken and self._renames))
        self.refuse(self._name, self._naming.taken_message if is_taken and self._renames else "")
        if self._renames:
            self.yes.setText(self.tr("Rename"))
        else:
            self.yes.setText(self.tr("Replace") if is_taken else self.tr("Save"))
