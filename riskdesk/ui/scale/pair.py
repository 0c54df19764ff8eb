"""Words in English and French, beside each other; of two that are left empty in one language, the other stands in."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from riskdesk.domain.label import Label
from riskdesk.kit.incoming import IntoLine


class Pair(QObject):
    """A pair of fields for the same words in English and French, to be laid out by whoever makes it.

    `changed` says that one of them was written in.
    """

    changed = Signal()

    def __init__(self, english: str, french: str, parent: QWidget) -> None:
        """The names are what the fields are called to who listens."""
        super().__init__(parent)
        self.fields = (QLineEdit(parent), QLineEdit(parent))
        for field, name in zip(self.fields, (english, french), strict=True):
            field.setAccessibleName(name)
            field.textChanged.connect(self._follow)
            IntoLine(field)

    def label(self) -> Label:
        """What is written."""
        return Label(*(field.text().strip() for field in self.fields))

    def show_label(self, label: Label) -> None:
        """Show words from their beginning."""
        for field, text in zip(self.fields, (label.en, label.fr), strict=True):
            field.setText(text)
            field.setCursorPosition(0)

    def hint(self, text: str) -> None:
        """What stands in fields that are both empty."""
        self._hint = text
        self._show_hints()

    _hint = ""

    def _follow(self) -> None:
        self._show_hints()
        self.changed.emit()

    def _show_hints(self) -> None:
        for field, other in zip(self.fields, self.fields[::-1], strict=True):
            # Screen readers would hear it of a field with a text, too.
            field.setPlaceholderText("" if field.text() else other.text() or self._hint)
