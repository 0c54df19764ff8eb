"""The keys that lead the caret out of one text of the sheet into another, as if all were one text."""

from riskdesk.ui.views.sheet.layout import neighbours
from riskdesk.ui.views.sheet.showing.context import SheetContext
from riskdesk.ui.views.sheet.writing.ends import End
from riskdesk.ui.views.sheet.writing.writing import SheetEditor

_BACK = {End.UP, End.BEFORE, End.TEXT_UP, End.PAGE_UP}
_PAGES = {End.PAGE_UP, End.PAGE_DOWN}
# These keep the caret as far from the left as it was.
_UPRIGHT = {End.UP, End.DOWN, *_PAGES}


class Arrows:
    """The part of a sheet that opens another text after an arrow, or a page key, that leads out of the open one."""

    def __init__(self, context: SheetContext, writing: SheetEditor) -> None:
        self._paper, self._scrolling, self._selection = context.paper, context.scrolling, context.selection
        self._writing = writing

    def follow(self, end: End, row: int) -> None:
        """Open the text that a key leads to from the open one."""
        editor = self._writing.editor
        if end is End.TEXT_UP and editor.textCursor().position() > 0:
            editor.moveCursor(editor.textCursor().MoveOperation.Start)
            return
        column, target = editor.column(), self._target(end, row)
        if target == row:
            # A page key in the first or last text.
            editor.go_to_column(column, last=end is End.PAGE_DOWN)
        elif self.go_to(target, None if end is End.BEFORE else 0) and end in _UPRIGHT:
            editor.go_to_column(column, last=end is End.UP)

    def go_to(self, row: int | None, caret: int | None = None) -> bool:
        """Store what is written and open another line, the caret at its end for None; return whether that is open."""
        if row is None:
            return False
        key = self._paper.content.lines[row].key
        again = self._paper.content.row_of(key) if self._writing.finish() else None
        if again is not None:
            self._writing.activate(again, caret)
        return again is not None

    def _target(self, end: End, row: int) -> int | None:
        content, column, by = self._paper.content, self._selection.column, -1 if end in _BACK else 1
        if end in _PAGES:
            target = self._scrolling.page_from(row, by, column)
            return neighbours.page(content, row, by, target, neighbours.texts(column))
        return neighbours.step(content, row, by, neighbours.texts(column))
