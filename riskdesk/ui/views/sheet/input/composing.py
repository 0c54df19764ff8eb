"""Beginning to write a line by an input method or a dead key, as by any other key."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from riskdesk.ui.views.sheet.showing.context import SheetContext

if TYPE_CHECKING:
    from riskdesk.ui.views.sheet.writing.writing import SheetEditor

_PLACES = (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle)


class Composing:
    """The part of a sheet that passes what an input method composes on to the line, which it opens.

    The line gets the focus only when text is committed: a change of focus would end the composing.
    """

    def __init__(self, context: SheetContext, writing: "Callable[[], SheetEditor]") -> None:
        self._sheet, self._paper = context.view, context.paper
        self._scrolling, self._selection = context.scrolling, context.selection
        self._writing = writing

    def compose(self, event: QInputMethodEvent) -> None:
        """Show what is being composed in the current line, or write what was committed."""
        row, writing = self._selection.current_row, self._writing()
        if writing.row is None and row is not None and (event.commitString() or event.preeditString()):
            writing.start(row, focus=False)
        if writing.row is None:
            return
        editor = writing.editor
        QApplication.sendEvent(editor, event)
        if event.preeditString():
            return
        if event.commitString():
            editor.setFocus()
        elif not editor.hasFocus():
            writing.finish()

    def query(self, query: Qt.InputMethodQuery) -> Any:
        """The answer to a query of an input method; None if that of any widget will do."""
        row = self._selection.current_row
        if query == Qt.InputMethodQuery.ImEnabled:
            return self._sheet.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        if self._paper.open_row is not None:
            editor = self._writing().editor
            answer = editor.inputMethodQuery(query)
            return _shifted(answer, editor.mapTo(self._sheet, QPoint())) if query in _PLACES else answer
        return self._scrolling.rect_of(row) if row is not None and query in _PLACES else None


def _shifted(place: object, by: QPoint) -> object:
    return place.translated(by) if isinstance(place, QRect | QRectF) else place
