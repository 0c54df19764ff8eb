"""Where writing goes on when a line is finished."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from riskdesk.domain.text import is_blank
from riskdesk.kit.plain import utf16
from riskdesk.ui.views.sheet.layout import neighbours
from riskdesk.ui.views.sheet.layout.lines import BULLETS, INVITATIONS, TEXTS, LineKind, SheetLine
from riskdesk.ui.views.sheet.showing.context import SheetContext
from riskdesk.ui.views.sheet.writing import placing
from riskdesk.ui.views.sheet.writing.arrows import Arrows
from riskdesk.ui.views.sheet.writing.ends import End
from riskdesk.ui.views.sheet.writing.joining import Joining
from riskdesk.ui.views.sheet.writing.writing import SheetEditor

_OTHER = {LineKind.RISK: LineKind.MITIGATION, LineKind.MITIGATION: LineKind.RISK}


class NextLine(QObject):
    """The part of a sheet that goes on from one line to the next: by Enter, Tab to the other column, or arrows."""

    def __init__(self, context: SheetContext, writing: SheetEditor, joining: Joining) -> None:
        super().__init__(writing.editor)
        self._paper, self._selection = context.paper, context.selection
        self._writing, self._joining, self._arrows = writing, joining, Arrows(context, writing)
        writing.editor.ended.connect(self._on_ended)
        writing.editor.lines_pasted.connect(self._on_lines_pasted)

    def _on_ended(self, end: End) -> None:
        row, line = self._writing.row, self._paper.open_sheet_line
        if row is None or line is None:
            return
        if end is End.ESCAPE:
            self._leave()
        elif end in (End.ENTER, End.TAB, End.BACKTAB):
            # The line that was written is selected only until the next one opens.
            with self._selection.as_one():
                self._go_on(row, line) if end is End.ENTER else self._go_across(row, line, back=end is End.BACKTAB)
        elif end is End.BACKSPACE:
            self._go_back(row, line)
        elif end is End.DELETE:
            self._joining.join(1)
        elif end is End.LEFT:
            self._writing.finish()
        else:
            self._arrows.follow(end, row)

    def _leave(self) -> None:
        """After Esc: store the text and select the item; for a new line without text, select the item above it."""
        pending = self._writing.pending
        if self._writing.finish() and pending is not None and not self._selection.ids():
            self._selection.select_ids([placing.above(self._paper.content, pending)])

    def _go_on(self, row: int, line: SheetLine) -> None:
        """After Enter: split the bullet, or open the next one; after a category, open its first entry."""
        if line.kind in BULLETS:
            self._go_on_in_list(row, line)
        elif self._writing.finish() and line.kind is LineKind.CATEGORY and self._selection.current_row is not None:
            below = self._selection.current_row + 1
            if self._paper.content.lines[below].kind is LineKind.ADD_ENTRY:
                self._writing.activate(below)

    def _go_on_in_list(self, row: int, line: SheetLine) -> None:
        """Split the text at the caret; at its start or end, open a new bullet there; without text, leave the list."""
        before, seam, after = self._writing.editor.cut_at_caret()
        if is_blank(before) and is_blank(after):
            self._leave_list(row, line)
        elif not is_blank(before) and not is_blank(after):
            self._writing.store_lines([before, after], caret=0, seam=seam)
        else:
            self._writing.go_on(below=not is_blank(before))

    def _leave_list(self, row: int, line: SheetLine) -> None:
        """Open a new entry after the last bullet of an entry; elsewhere, end writing."""
        pending, entry = self._writing.pending, placing.entry(self._paper.content, row)
        is_new_entry = pending is not None and pending.new_entry
        if entry is not None and not is_new_entry and row == self._paper.content.siblings(row, line.kind)[-1]:
            self._writing.begin(entry)
        else:
            self._leave()

    def _go_across(self, row: int, line: SheetLine, *, back: bool) -> None:
        """After Tab: open the bullet at the same place in the other column; else the next line, or the one before."""
        if line.kind not in BULLETS:
            self._arrows.go_to(neighbours.step(self._paper.content, row, -1 if back else 1, TEXTS | INVITATIONS))
            return
        pending, open_line = self._writing.pending, self._writing.line
        if pending is not None and pending.new_entry and open_line is not None and not open_line.typed:
            self._writing.begin(replace(pending, kind=_OTHER[line.kind]))
            return
        if not self._writing.finish():
            return
        stored_line = self._selection.current if pending is not None and pending.new_entry else line
        entry = self._paper.content.rows.get(stored_line.parent) if stored_line is not None else None
        if entry is not None:
            rows = self._paper.content.siblings(entry, _OTHER[line.kind])
            self._writing.activate(rows[min(line.place, len(rows) - 1)])

    def _go_back(self, row: int, line: SheetLine) -> None:
        """After Backspace at the start: join the bullet to the one above; a new and empty one is only closed."""
        pending, open_line = self._writing.pending, self._writing.line
        if pending is None or (open_line is not None and open_line.typed):
            self._joining.join(-1)
            return
        above = placing.above(self._paper.content, pending)
        self._writing.cancel()
        content = self._paper.content
        upper = content.rows.get(above)
        if upper is not None and content.lines[upper].kind is line.kind:
            self._writing.open(upper)
        elif placing.is_sibling(content.lines[row], pending):
            self._writing.open(row, 0)
        else:
            self._selection.select_ids([above])

    def _on_lines_pasted(self, before: str, lines: Sequence[str], after: str) -> None:
        texts = [before + lines[0], *lines[1:-1], lines[-1] + after]
        self._writing.store_lines(texts, caret=utf16(lines[-1], len(lines[-1])))
