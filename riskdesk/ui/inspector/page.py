"""A page of the inspector: labelled fields, each of which shows and edits one field of a value."""

from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCompleter, QLabel, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.kit.fields import LineField, TextField
from riskdesk.kit.theme import STEP

_SHOWN_TEXT = 240


class Field(Protocol):
    """What every field of a form offers."""

    committed: SignalInstance

    def set_value(self, value: Any) -> None: ...
    def commit(self) -> None: ...


class Page(QWidget):
    """Says with `edited` which field was given which value; a field stands below its label."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._head = self._label("")
        font = self._head.font()
        font.setBold(True)
        self._head.setFont(font)
        self._text = self._label("")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * STEP, STEP, 2 * STEP, 2 * STEP)
        self._layout.setSpacing(STEP // 2)
        self._layout.addWidget(self._head)
        self._layout.addWidget(self._text)

    def show_head(self, head: str, text: str = "") -> None:
        """Say what the page is about."""
        self._head.setText(head)
        self._text.setText(text if len(text) <= _SHOWN_TEXT else text[:_SHOWN_TEXT].rstrip() + "…")
        self._text.setVisible(bool(text))

    def add(self, name: str, text: str, field: QWidget) -> None:
        """Put a field for the value's field `name` below the others."""
        label = self._label(text)
        label.setBuddy(field)
        field.setAccessibleName(text)
        self._layout.addSpacing(STEP // 2)
        self._layout.addWidget(label)
        self._layout.addWidget(field)
        given: Any = field
        self.fields[name] = given
        given.committed.connect(lambda value, name=name: self.edited.emit(name, value))

    def add_widget(self, widget: QWidget) -> None:
        """Put something that is not edited below the others."""
        self._layout.addWidget(widget)

    def add_section(self, text: str) -> None:
        """Head what follows."""
        label = self._label(text)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        self._layout.addSpacing(2 * STEP)
        self._layout.addWidget(label)

    def end(self) -> None:
        """Leave the room below the last field free."""
        self._layout.addStretch(1)

    def show_value(self, value: object) -> None:
        """Show the fields of a value."""
        for name, field in self.fields.items():
            field.set_value(getattr(value, name))

    def commit(self) -> None:
        """Commit what stands in the fields and was not left yet."""
        for field in self.fields.values():
            field.commit()

    def retype(self, name: str, text: str) -> None:
        """Put a text that could not be stored back into its field, to be committed again."""
        field = self.fields[name]
        if isinstance(field, LineField | TextField):
            field.retype(text)

    def typed(self) -> tuple[str, str] | None:
        """The name of a field of text and what is typed in it that was not committed yet; None where nothing is."""
        return next(
            (
                (name, field.text_typed())
                for name, field in self.fields.items()
                if isinstance(field, LineField | TextField) and field.is_dirty()
            ),
            None,
        )

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return label


def named_field(parent: QWidget) -> LineField:
    """A field for a name, which `complete` completes."""
    field = LineField(parent)
    completer = QCompleter([], field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
    return field
