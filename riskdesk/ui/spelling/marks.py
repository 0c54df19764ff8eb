"""The underlines of misspelt words in a field, and the menu that suggests others."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit
from shiboken6 import delete

from riskdesk.domain.spelling import Word
from riskdesk.domain.values import Language
from riskdesk.kit.plain import utf16
from riskdesk.kit.qt import without_arguments
from riskdesk.ui.spelling.fields import ManyLinesField, OneLineField, Span
from riskdesk.ui.spelling.spelling import Spelling

# The language of the text in a field; None for the register's.
SpokenIn: TypeAlias = Callable[[], Language | None]


class Marks(QObject):
    """The underlines of misspelt words in one field, and the menu with suggestions.

    A word that is being typed is underlined only once the cursor leaves it.
    """

    def __init__(self, field: QPlainTextEdit | QLineEdit, spelling: Spelling, language: SpokenIn) -> None:
        super().__init__(field)
        self._language = language
        self._field: ManyLinesField | OneLineField = (
            ManyLinesField(field) if isinstance(field, QPlainTextEdit) else OneLineField(field)
        )
        self._spelling = spelling
        self._heads: list[QAction] = []
        self._last_click: object = None
        # The position where text was typed last; None once the cursor has moved.
        self._typed_at: int | None = None
        self._field.changed.connect(self._on_text_changed)
        self._field.moved.connect(self._on_caret_moved)
        spelling.changed.connect(self._mark)
        self._mark()

    def pop_up(self, menu: QMenu, point: QPoint) -> None:
        """Show a menu at a point of the screen, with suggestions for a misspelt word at that point."""
        self._behead()
        text, at = self._field.text(), self._field.place_at(point)
        place = _place(text, at)
        word = next((word for word in self._wrong(text) if word.start <= place <= word.end), None)
        click = self._last_click = object()
        if word is None:
            menu.popup(point)
            return

        def show(suggestions: list[str]) -> None:
            # No menu is shown if the user has clicked elsewhere or typed on in the meantime.
            if self._last_click is click and self._field.text() == text and self._field.widget.isVisible():
                self._head(menu, text, word, suggestions)
                menu.popup(point)

        self._spelling.suggest(word, self._language(), show)

    def _head(self, menu: QMenu, text: str, word: Word, suggestions: list[str]) -> None:
        spellings = [_as_written(text[word.start : word.end], suggestion) for suggestion in suggestions]
        actions = [self._action(other, partial(self._replace, text, word, other)) for other in spellings]
        actions = actions or [self._action(self.tr("No suggestions"))]
        actions += [
            self._separator(),
            self._action(self.tr("Add to m&y words"), partial(self._spelling.add, word)),
            self._action(self.tr("Add to the words of the re&gister"), self._adding(word)),
            self._separator(),
        ]
        menu.insertActions(menu.actions()[0], actions)
        self._heads = actions

    def _replace(self, text: str, word: Word, by: str) -> None:
        # While the menu was open, another program may have changed the text.
        if self._field.text() == text:
            self._field.replace(_span(text, word), by)

    def _adding(self, word: Word) -> Callable[[], object] | None:
        return partial(self._spelling.add_to_register, word) if self._spelling.has_register else None

    def _behead(self) -> None:
        """Remove the suggestions for another word from the menu."""
        for action in self._heads:
            delete(action)
        self._heads = []

    def _action(self, text: str, work: Callable[[], object] | None = None) -> QAction:
        action = QAction(text, self)
        action.setEnabled(work is not None)
        if work is not None:
            action.triggered.connect(without_arguments(work))
        return action

    def _separator(self) -> QAction:
        action = QAction(self)
        action.setSeparator(True)
        return action

    def _on_text_changed(self) -> None:
        self._typed_at = self._field.caret() if self._field.widget.hasFocus() else None
        self._mark()

    def _on_caret_moved(self) -> None:
        if self._typed_at not in (None, self._field.caret()):
            self._typed_at = None
            self._mark()

    def _mark(self) -> None:
        text = self._field.text()
        but_at = None if self._typed_at is None else _place(text, self._typed_at)
        self._field.underline([_span(text, word) for word in self._wrong(text, but_at)])

    def _wrong(self, text: str, but_at: int | None = None) -> Sequence[Word]:
        return () if self._field.is_read_only() else self._spelling.wrong(text, self._language(), but_at)


class FieldMarks(Marks):
    """The same marks in a field with Qt's own context menu."""

    def __init__(self, field: QPlainTextEdit | QLineEdit, spelling: Spelling, language: SpokenIn) -> None:
        super().__init__(field, spelling, language)
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        field.customContextMenuRequested.connect(self._on_menu_wanted)

    def _on_menu_wanted(self, place: QPoint) -> None:
        menu = self._field.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pop_up(menu, self._field.to_screen(place))


def _as_written(word: str, suggestion: str) -> str:
    """A suggestion with the kind of apostrophe that the misspelt word has."""
    return suggestion.replace("'", "’") if "’" in word else suggestion.replace("’", "'")


def _span(text: str, word: Word) -> Span:
    return Span(utf16(text, word.start), utf16(text, word.end))


def _place(text: str, place: int) -> int:
    """Convert a position of Qt to an index of a Python string."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "surrogatepass"))
