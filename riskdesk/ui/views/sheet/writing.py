"""Writing on the sheet: which line is open, what becomes of its text, and where writing goes on."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSignalBlocker

from riskdesk.desk import items
from riskdesk.desk.action import Action
from riskdesk.domain.conflict import Conflict
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.sheet import walk, written
from riskdesk.ui.views.sheet.editor import End, LineEditor
from riskdesk.ui.views.sheet.lines import BULLETS, COLUMN, INVITATIONS, TEXTS, Content, Kind, Line, Pending
from riskdesk.ui.views.sheet.view import SheetView

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft

_OTHER = {Kind.RISK: Kind.MITIGATION, Kind.MITIGATION: Kind.RISK}


class Writing(QObject):
    """The one line of a view that is open, or none; a new line is `pending` until it has a text."""

    def __init__(self, view: SheetView, workbench: Workbench) -> None:
        super().__init__(view)
        self._view, self._workbench = view, workbench
        self.pending: Pending | None = None
        self.editor = LineEditor(view)
        self.editor.setAccessibleName(self.tr("Text of the line"))
        self.editor.textChanged.connect(self._follow_text)
        self.editor.cursorPositionChanged.connect(self._follow_caret)
        self.editor.ended.connect(self._on_ended)
        self.editor.lines_pasted.connect(self._on_lines_pasted)

    @property
    def row(self) -> int | None:
        """The row of the open line."""
        return self._view.showing.editing

    def activate(self, row: int, caret: int | None = None) -> None:
        """Open a line, or the new one that an invitation invites to."""
        line = self._content.lines[row]
        if line.kind in TEXTS:
            self.open(row, caret)
        elif line.kind in INVITATIONS:
            self.begin(self._invited(line))

    def open(self, row: int, caret: int | None = None) -> None:
        """Open a line that is there, the caret at a place of Qt's text, None for its end."""
        if self._workbench.read_only:
            return
        line = self._content.lines[row]
        self._view.select_rows([row] if line.id and line.kind not in (Kind.HEADING, Kind.TITLE) else [], row)
        self._view.showing.editing = row
        with QSignalBlocker(self.editor):
            self._dress(row)
            self._view.layout_of_lines.live(row, line.text)
            self._view.measure_again()
            self.editor.begin(line.text, caret, many=line.kind in BULLETS)
        self.lay_out()
        self._follow_caret()

    def begin(self, pending: Pending) -> None:
        """Open a new line."""
        if not self._workbench.read_only:
            self.pending = pending
            self._show()
            row = self._content.row_of((pending.kind, ""))
            assert row is not None, "a pending line is shown"
            self.open(row)

    def commit(self) -> bool:
        """Make what was written an action and close the line; False where it cannot be kept, then it stays open."""
        row = self.row
        if row is None:
            return True
        line, text = self._content.lines[row], self._text()
        if text == line.text:
            self.cancel()
            return True
        pending = self.pending
        return self._keep(written.added(pending, [text]) if pending else written.changed(line, text), text)

    def draft(self) -> "Draft | None":
        """What is written in the open line and not kept yet; None where nothing is."""
        row, register = self.row, self._workbench.register_id
        if row is None or register is None or self._text() == self._content.lines[row].text:
            return None
        return written.draft(register, self._content.lines[row], self.pending, self._text())

    def cancel(self) -> None:
        """Close the line and leave its text as it was."""
        if self.row is not None:
            self._close()
            self._show()

    def forget(self) -> None:
        """Close the line because what is shown changes below it."""
        if self.row is not None:
            self._close()

    def lay_out(self) -> None:
        """Put the editor over the line it belongs to, wherever that has moved."""
        if self.row is None:
            return
        self.editor.setGeometry(self._view.rect_of(self.row))
        self.editor.verticalScrollBar().setValue(0)

    def restyle(self) -> None:
        """Take over changed fonts and colours."""
        if self.row is not None:
            self._dress(self.row)
            self.lay_out()

    @property
    def _content(self) -> Content:
        return self._view.lines.content

    def _text(self) -> str:
        return unicodedata.normalize("NFC", self.editor.toPlainText())

    def _keep(self, action: Action, text: str) -> bool:
        """Run an action with the line closed; where the world fails it, the line opens again with what was written."""
        pending, row = self.pending, self.row
        assert row is not None, "a line is open"
        key = self._content.lines[row].key
        self._close()
        step = self._workbench.run(action)
        if step is not None:
            self._select(step.created[-1] if step.created else key[1])
            return True
        if isinstance(self._workbench.failure, Conflict):
            # Whose text it is to be is asked already, and both are shown there.
            self._show()
            return False
        self.pending = pending
        self._show()
        again = self._content.row_of(key)
        if again is not None:
            self.open(again)
            self.editor.setPlainText(text)
        return False

    def _close(self) -> None:
        focused = self.editor.hasFocus()
        self.pending = None
        self._view.showing.editing = None
        with QSignalBlocker(self.editor):
            self.editor.hide()
        if focused:
            self._view.setFocus()

    def _show(self) -> None:
        self._view.show_tree(self._workbench.tree(), self.pending, editable=not self._workbench.read_only)

    def _select(self, identity: str) -> None:
        row = self._content.rows.get(identity)
        if row is not None:
            self._view.select_rows([row])

    def _dress(self, row: int) -> None:
        layout, kind = self._view.layout_of_lines, self._content.lines[row].kind
        colours = layout.style.colours
        ink = colours.heading if kind is Kind.HEADING else colours.ink
        self.editor.dress(layout.setter(row).font, ink, colours.category if kind is Kind.CATEGORY else colours.paper)

    def _follow_text(self) -> None:
        if self.row is not None:
            self._view.layout_of_lines.live(self.row, self.editor.toPlainText())
            self._view.measure_again()
            self._follow_caret()

    def _follow_caret(self) -> None:
        if self.row is not None and self.editor.isVisible():
            self._view.reveal_part(self._caret_room)

    def _caret_room(self) -> QRect:
        assert self.row is not None, "a line is open"
        corner = self._view.layout_of_lines.text_rect(self.row).topLeft()
        return self.editor.cursorRect().translated(corner)

    def _on_ended(self, end: End) -> None:
        row = self.row
        if row is None:
            return
        line = self._content.lines[row]
        if end is End.ESCAPE:
            self.cancel()
            self._select(line.id or line.parent)
        elif end is End.ENTER:
            self._go_on(line)
        elif end is End.TAB:
            self._go_across(row, line)
        elif end is End.BACKSPACE:
            self._remove(row, line)
        elif end is End.LEFT:
            self.commit()
        else:
            self._go_to(walk.neighbour(self._content, row, -1 if end is End.UP else 1))

    def _go_on(self, line: Line) -> None:
        """After Enter: open the next bullet, or the first entry of a category; an empty new line ends writing."""
        empty, pending = not self._text(), self.pending
        if not self.commit():
            return
        if empty and pending is not None:
            self._select(pending.parent)
        elif line.kind in BULLETS:
            self.begin(self._after())
        elif line.kind is Kind.CATEGORY:
            row = self._view.current_row
            following = None if row is None else row + 1
            if following is not None and self._content.lines[following].kind is Kind.ADD_ENTRY:
                self.activate(following)

    def _after(self) -> Pending:
        """The new bullet below the one that has just been written."""
        assert self._view.current_row is not None, "what was written is the current line"
        line = self._content.lines[self._view.current_row]
        return Pending(line.kind, line.parent, line.place + 1)

    def _go_across(self, row: int, line: Line) -> None:
        if line.kind not in BULLETS:
            self._go_to(walk.step(self._content, row, 1, TEXTS | INVITATIONS))
            return
        pending, other = self.pending, _OTHER[line.kind]
        if pending is not None and pending.new_entry and not self._text():
            self._close()
            self.begin(replace(pending, kind=other))
            return
        if not self.commit():
            return
        entry = line.parent
        if pending is not None and pending.new_entry:
            entry = self._after().parent
        self.open_column(self._content.rows[entry], other, line.place)

    def open_column(self, entry: int, column: Kind, place: int = 0) -> None:
        """Open the bullet at a place of a column of the entry in a row, the last where there are fewer."""
        rows = self._content.siblings(entry, column)
        self.activate(rows[min(place, len(rows) - 1)])

    def _go_to(self, row: int | None) -> None:
        if row is None:
            return
        key = self._content.lines[row].key
        if self.commit():
            again = self._content.row_of(key)
            if again is not None:
                self.activate(again)

    def _remove(self, row: int, line: Line) -> None:
        """After Backspace in an empty line: remove it and go on at the end of the bullet before."""
        bullet = line.kind in BULLETS
        if not bullet and not line.pending:
            return
        before = self._content.lines[row - 1].id if bullet and row - 1 in self._content.siblings(row, line.kind) else ""
        self.cancel()
        if line.id:
            self._workbench.run(items.delete([line.id]))
        if before:
            self.open(self._content.rows[before])
        else:
            self._select(line.parent)

    def _on_lines_pasted(self, before: str, lines: Sequence[str], after: str) -> None:
        row, pending = self.row, self.pending
        if row is None:
            return
        texts = [before + lines[0], *lines[1:-1], lines[-1] + after]
        line = self._content.lines[row]
        if self._keep(written.added(pending, texts) if pending else written.pasted(line, texts), self._text()):
            current = self._view.current_row
            if current is not None:
                self.open(current, caret=len(lines[-1].encode("utf-16-le")) // 2)

    def _invited(self, line: Line) -> Pending:
        """The new line that an invitation stands for."""
        if line.kind is Kind.ADD_CATEGORY:
            return Pending(Kind.CATEGORY, line.parent, line.place)
        if line.kind is Kind.ADD_ENTRY:
            return Pending(Kind.RISK, line.parent, line.place, new_entry=True)
        return Pending(COLUMN[line.kind], line.parent, line.place)
