"""A page of the inspector: labelled fields, each of which shows and edits one field of a value."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, Protocol

from PySide6.QtCore import QRect, QStringListModel, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCompleter, QLabel, QVBoxLayout, QWidget, QWidgetItem

from riskdesk.domain.values import Language
from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.fields import LineField, TextField, WrittenField
from riskdesk.kit.fields.note import Note
from riskdesk.kit.theme import UNIT
from riskdesk.ui.pages.head import Title
from riskdesk.ui.pages.section import BEYOND, Disclosure, Section

# The property of a field with sentences rather than a name.
PROSE = "prose"


class FormField(Protocol):
    """The methods that every field of a page has."""

    committed: SignalInstance
    reason: str

    def set_value(self, value: Any) -> None: ...
    def commit(self) -> None: ...
    def restore(self) -> None: ...
    def refuse(self, reason: str) -> None: ...
    def typed(self) -> str | None: ...
    def stops(self) -> list[QWidget]: ...


class Page(QWidget):
    """A page of labelled fields, each of which shows and edits one field of a value.

    `edited` carries the name of a field and its new value. Fields are below their labels, in a section or before all
    sections; the reason why a text was refused is shown below its field. `folded` says that the user opened or
    folded a section, `command_wanted` carries the name of a command.
    """

    edited = Signal(str, object)
    folded = Signal()
    command_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, FormField] = {}
        self.notes: dict[str, Note] = {}
        self.sections: list[Section] = []
        self.first: QWidget | None = None
        self._language: Language | None = None
        self._filled: set[str] = set()
        # The title for the head; for a page without one, the head is hidden.
        self.title: Title | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 2 * UNIT)
        self._layout.setSpacing(UNIT // 2)

    def show_title(self, title: Title) -> None:
        """Set the title of the page, which is also its accessible name."""
        self.title = title
        self.setAccessibleName(title.name)
        self.setAccessibleDescription(title.text or title.words)

    def add(self, name: str, text: str, field: QWidget) -> None:
        """Add a field for the value's field `name` below the others."""
        label = self._label(text)
        label.setContentsMargins(0, UNIT, 0, 0)
        label.setBuddy(field)
        field.setAccessibleName(text)
        self.add_widget(label)
        self.add_widget(field)
        self.first = self.first or field
        untyped_field: Any = field
        self.fields[name] = untyped_field
        untyped_field.committed.connect(lambda value, name=name: self.edited.emit(name, value))
        if self.sections:
            self.sections[-1].fields.append(name)
        if isinstance(field, WrittenField):
            self.notes[name] = self._note(name, field)
            # Not part of the section: a note is visible whenever it has a text.
            self._layout.addWidget(self.notes[name])

    @contextmanager
    def within(self, column: QVBoxLayout) -> Iterator[None]:
        """Lay out the widgets added in this block in a column of their own."""
        before, self._layout = self._layout, column
        try:
            yield
        finally:
            self._layout = before

    def add_widget(self, widget: QWidget) -> None:
        """Add a widget below the others."""
        self._layout.addWidget(widget)
        if self.sections:
            self.sections[-1].add(widget)

    def add_section(self, code: str, text: str) -> None:
        """Begin a section, which can be folded, for the widgets that are added next."""
        disclosure = Disclosure(text, self)
        section = Section(code, disclosure, lambda: not any(self.fields[name].reason for name in section.fields))
        section.chosen.connect(self.folded)
        self._layout.addSpacing(UNIT)
        self._layout.addItem(_Wider(disclosure))
        self.sections.append(section)

    def deselect(self) -> None:
        """Clear the selection in all texts."""
        for field in self.fields.values():
            if isinstance(field, LineField | TextField):
                field.deselect()

    def unfold(self, name: str) -> None:
        """Open the section of a field."""
        for section in self.sections:
            if name in section.fields and not section.is_open:
                section.set_open(True)

    def end(self) -> None:
        """Add a stretch below the last field."""
        self._layout.addStretch(1)

    def show_value(self, value: object) -> None:
        """Show the fields of a value."""
        language = getattr(value, "language", None)
        self._language = language if isinstance(language, Language) else None
        self._filled = {name for name in self.fields if getattr(value, name) not in (None, "")}
        for name, field in self.fields.items():
            field.set_value(getattr(value, name))
        for section in self.sections:
            section.tell_filled(len(self._filled.intersection(section.fields)))

    def is_filled(self, name: str) -> bool:
        """Whether a field of the value shown is filled in."""
        return name in self._filled

    def spoken(self) -> Language | None:
        """The language of the texts shown; None for the register's."""
        return self._language

    def stops(self) -> list[QWidget]:
        """The Tab stops, in reading order."""
        heads = {section.fields[0]: section.disclosure for section in self.sections}
        stops: list[QWidget] = []
        for name, field in self.fields.items():
            stops += [heads[name]] if name in heads else []
            stops += field.stops()
        return stops

    def order_stops(self, first: QWidget) -> None:
        """Set the tab order: a first widget, then the fields."""
        for before, after in pairwise([first, *self.stops()]):
            QWidget.setTabOrder(before, after)

    def _note(self, name: str, field: WrittenField[Any]) -> Note:
        """The note below a field on why its text is not stored; its section is opened for it."""
        note = Note(self)
        field.noted.connect(note.tell)
        field.noted.connect(lambda reason: self.unfold(name) if reason else None)
        return note

    def _label(self, text: str) -> QLabel:
        return BreakingLabel(self, text)


class _Wider(QWidgetItem):
    """A layout item that extends the background of a heading into the margins of the page.

    This aligns its text with the labels.
    """

    def setGeometry(self, room: QRect) -> None:
        super().setGeometry(room.adjusted(-BEYOND, 0, BEYOND, 0))


def named_field(parent: QWidget) -> LineField:
    """A field for a name, with completion of the names given to `complete`."""
    field = LineField(parent)
    completer = QCompleter([], field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
    return field


def offer_names(field: LineField, names: list[str]) -> None:
    """Set the names that a field for a person completes."""
    completer = field.completer()
    model = completer.model() if completer else None
    if isinstance(model, QStringListModel) and model.stringList() != names:
        model.setStringList(names)
