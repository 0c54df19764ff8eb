"""Walking over the sheet by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from riskdesk.kit.qt import without
from riskdesk.ui.views.sheet.layout import neighbours
from riskdesk.ui.views.sheet.showing.context import SheetContext

_WALKS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_SIDES = {Qt.Key.Key_Right: neighbours.inward, Qt.Key.Key_Left: neighbours.leftward}
_LEADING = {*_WALKS, *_ENDS, *_PAGES, *_SIDES}


class Walking:
    """The keys that walk over a sheet, and where each of them leads."""

    def __init__(self, context: SheetContext) -> None:
        self._paper, self._scrolling, self._selection = context.paper, context.scrolling, context.selection

    def walk(self, event: QKeyEvent) -> bool:
        """Go where a key leads; return False if it is none of the keys that lead somewhere."""
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        other_modifiers = without(event.modifiers(), shift | control | Qt.KeyboardModifier.KeypadModifier)
        if not self._paper.content.lines or other_modifiers:
            return False
        key = Qt.Key(event.key())
        target = self._target(key)
        if target is not None:
            self._selection.choose(target, extend=bool(event.modifiers() & shift))
        return target is not None or key in _LEADING

    def _target(self, key: Qt.Key) -> int | None:
        content, row, column = self._paper.content, self._selection.current_row, self._selection.column
        if key in _ENDS:
            return neighbours.end(content, _ENDS[key], column)
        if row is None:
            return neighbours.end(content, -1, column) if key in _WALKS else None
        if key in _WALKS:
            return neighbours.vertical(content, row, _WALKS[key], column)
        if key in _PAGES:
            return self._page(row, _PAGES[key])
        if key == Qt.Key.Key_Escape:
            return neighbours.outward(content, row)
        return _SIDES[key](content, row) if key in _SIDES else None

    def _page(self, row: int, by: int) -> int | None:
        """The line of the column, or the entry, that is a viewport away."""
        content = self._paper.content
        column = neighbours.walked(content, row, self._selection.column)
        target = self._scrolling.page_from(row, by, column)
        return neighbours.page(content, row, by, target, neighbours.STOPS[column])
