"""Where writing goes on when a line has been written."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from riskdesk.ui.views.sheet import walk
from riskdesk.ui.views.sheet.editor import End
from riskdesk.ui.views.sheet.lines import BULLETS, INVITATIONS, TEXTS, Kind, Line, Pending
from riskdesk.ui.views.sheet.paper import Paper
from riskdesk.ui.views.sheet.selecting import Selecting
from riskdesk.ui.views.sheet.writing import Writing

_OTHER = {Kind.RISK: Kind.MITIGATION, Kind.MITIGATION: Kind.RISK}


class Going(QObject):
    """Goes on from the open line as its editor says: Enter to the next bullet, Tab to the other column and so on."""

    def __init__(self, writing: Writing, paper: Paper, selecting: Selecting) -> None:
        super().__init__(writing.editor)
        self._writing, self._paper, self._selecting = writing, paper, selecting
        writing.editor.ended.connect(self._on_ended)
        writing.editor.lines_pasted.connect(self._on_lines_pasted)

    def _on_ended(self, end: End) -> None:
        row, line = self._writing.row, self._paper.open_content
        if row is None or line is None:
            return
        if end is End.ESCAPE:
            self._leave(line)
        elif end is End.ENTER:
            self._go_on(line)
        elif end is End.TAB:
            self._go_across(row, line)
        elif end is End.BACKSPACE:
            self._give_up(row, line)
        elif end is End.LEFT:
            self._writing.finish()
        else:
            self._go_to(walk.neighbour(self._paper.content, row, -1 if end is End.UP else 1))

    def _leave(self, line: Line) -> None:
        """After Esc: the text stays, the item is selected; what a new line without text was to be in."""
        if self._writing.finish() and not self._selecting.ids():
            self._selecting.select_ids([line.parent])

    def _go_on(self, line: Line) -> None:
        """After Enter: open the next bullet, or the first entry of a category; an empty new line ends writing."""
        pending, open_line = self._writing.pending, self._writing.line
        ends = pending is not None and open_line is not None and not open_line.typed
        if not self._writing.finish():
            return
        if pending is not None and ends:
            self._selecting.select_ids([pending.parent])
        elif line.kind in BULLETS:
            self._begin_below()
        elif line.kind is Kind.CATEGORY and self._selecting.current_row is not None:
            below = self._selecting.current_row + 1
            if self._paper.content.lines[below].kind is Kind.ADD_ENTRY:
                self._writing.activate(below)

    def _begin_below(self) -> None:
        """Open a new bullet below the one that has just been written."""
        line = self._selecting.current
        if line is not None:
            self._writing.begin(Pending(line.kind, line.parent, line.place + 1))

    def _go_across(self, row: int, line: Line) -> None:
        """After Tab: open the bullet of the other column that stands at the same place; else the next line."""
        if line.kind not in BULLETS:
            self._go_to(walk.step(self._paper.content, row, 1, TEXTS | INVITATIONS))
            return
        pending, open_line = self._writing.pending, self._writing.line
        if pending is not None and pending.new_entry and open_line is not None and not open_line.typed:
            self._writing.begin(replace(pending, kind=_OTHER[line.kind]))
            return
        if not self._writing.finish():
            return
        written = self._selecting.current if pending is not None and pending.new_entry else line
        entry = self._paper.content.rows.get(written.parent) if written is not None else None
        if entry is not None:
            rows = self._paper.content.siblings(entry, _OTHER[line.kind])
            self._writing.activate(rows[min(line.place, len(rows) - 1)])

    def _go_to(self, row: int | None) -> None:
        if row is None:
            return
        key = self._paper.content.lines[row].key
        if self._writing.finish():
            again = self._paper.content.row_of(key)
            if again is not None:
                self._writing.activate(again)

    def _give_up(self, row: int, line: Line) -> None:
        """After Backspace in a new line without text: remove it and go on at the end of the bullet above."""
        if self._writing.pending is None:
            return
        above = row - 1 if line.kind in BULLETS and row - 1 in self._paper.content.siblings(row, line.kind) else None
        before = "" if above is None else self._paper.content.lines[above].id
        self._writing.cancel()
        if before:
            self._writing.open(self._paper.content.rows[before])
        else:
            self._selecting.select_ids([line.parent])

    def _on_lines_pasted(self, before: str, lines: Sequence[str], after: str) -> None:
        texts = [before + lines[0], *lines[1:-1], lines[-1] + after]
        self._writing.store_lines(texts, caret=len(lines[-1].encode("utf-16-le")) // 2)
