"""A page of the inspector: labelled fields, each of which shows and edits one field of a value."""

from itertools import pairwise
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCompleter, QLabel, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.domain.values import Language
from riskdesk.kit.colours import colours
from riskdesk.kit.fields import LineField, WrittenField
from riskdesk.kit.theme import STEP

# The property of a field that holds sentences rather than a name.
PROSE = "prose"
_SHOWN_TEXT = 240


class Field(Protocol):
    """What every field of a form offers."""

    committed: SignalInstance
    reason: str

    def set_value(self, value: Any) -> None: ...
    def commit(self) -> None: ...
    def restore(self) -> None: ...
    def refuse(self, reason: str) -> None: ...
    def typed(self) -> str | None: ...
    def stops(self) -> list[QWidget]: ...


class Page(QWidget):
    """Says with `edited` which field was given which value; a field stands below its label.

    Why a text was refused stands below its field.
    """

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self.notes: dict[str, QLabel] = {}
        self.first: QWidget | None = None
        self._language: Language | None = None
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
        self.setAccessibleName(head)
        self.setAccessibleDescription(text)
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
        self.first = self.first or field
        given: Any = field
        self.fields[name] = given
        given.committed.connect(lambda value, name=name: self.edited.emit(name, value))
        if isinstance(field, WrittenField):
            self.notes[name] = self._note(field)
            self._layout.addWidget(self.notes[name])

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
        told = getattr(value, "language", None)
        self._language = told if isinstance(told, Language) else None
        for name, field in self.fields.items():
            field.set_value(getattr(value, name))

    def spoken(self) -> Language | None:
        """The language of the texts shown; None for the register's."""
        return self._language

    def stops(self) -> list[QWidget]:
        """What Tab goes through, in the order of reading."""
        return [stop for field in self.fields.values() for stop in field.stops()]

    def order_stops(self, first: QWidget) -> None:
        """Let Tab go from a widget that comes first through the fields."""
        for before, after in pairwise([first, *self.stops()]):
            QWidget.setTabOrder(before, after)

    def _note(self, field: WrittenField[Any]) -> QLabel:
        """The words below a field on why its text is not stored."""
        note = self._label("")
        note.hide()

        def tell(reason: str) -> None:
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colours(self.palette()).danger))
            note.setPalette(palette)
            note.setText(reason)
            note.setVisible(bool(reason))

        field.noted.connect(tell)
        return note

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
