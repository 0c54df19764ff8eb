"""A text in English and French, side by side; if one language is empty, the other serves for both."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from riskdesk.domain.label import Label
from riskdesk.kit.incoming import IntoLine


class LabelFields(QObject):
    """A pair of fields for the same text in English and French; the caller lays them out.

    `changed` is emitted on each edit.
    """

    changed = Signal()

    def __init__(self, english: str, french: str, parent: QWidget) -> None:
        """Create the fields, with their accessible names in the language of the window."""
        super().__init__(parent)
        self.fields = (QLineEdit(parent), QLineEdit(parent))
        for field, name in zip(self.fields, (english, french), strict=True):
            field.setAccessibleName(name)
            field.textChanged.connect(self._follow)
            IntoLine(field)

    def label(self) -> Label:
        """The text as entered."""
        return Label(*(field.text().strip() for field in self.fields))

    def show_label(self, label: Label) -> None:
        """Show a text, scrolled to its beginning."""
        for field, text in zip(self.fields, (label.en, label.fr), strict=True):
            field.setText(text)
            field.setCursorPosition(0)

    def describe(self, reason: str) -> None:
        """Tell screen readers what is wrong with the text; nothing if the reason is empty."""
        for field in self.fields:
            field.setAccessibleDescription(reason)

    def hint(self, text: str) -> None:
        """Set the placeholder for when both fields are empty."""
        self._hint = text
        self._show_hints()

    _hint = ""

    def _follow(self) -> None:
        self._show_hints()
        self.changed.emit()

    def _show_hints(self) -> None:
        for field, other in zip(self.fields, self.fields[::-1], strict=True):
            # Screen readers would read the placeholder of a field with a text, too.
            field.setPlaceholderText("" if field.text() else other.text() or self._hint)
