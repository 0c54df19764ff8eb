"""Writing on the sheet: which line is open, how its text is stored, and what steps do to it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from riskdesk.desk import bullets
from riskdesk.desk.action import Action
from riskdesk.domain.conflict import Clash, Conflict
from riskdesk.domain.problems import NotFound, Problem
from riskdesk.domain.step import Step
from riskdesk.domain.values import Language
from riskdesk.kit.plain import utf16
from riskdesk.ui.views.sheet.layout.lines import INVITATIONS, ITEMS, TEXTS, LineKind, Pending
from riskdesk.ui.views.sheet.showing.context import SheetContext
from riskdesk.ui.views.sheet.showing.paper import Caret, OpenLine
from riskdesk.ui.views.sheet.writing import following, line_actions, placing
from riskdesk.ui.views.sheet.writing.editor import LineEditor
from riskdesk.ui.views.sheet.writing.overlay import Overlay

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft


class SheetEditor:
    """The editor of the one line of a sheet that is open, if there is one; an Editor of the workbench's typing."""

    def __init__(self, context: SheetContext, overlay: Overlay) -> None:
        self._workbench, self._paper = context.workbench, context.paper
        self._scrolling, self._selection, self._display = context.scrolling, context.selection, context.display
        self._overlay = overlay
        self._storing: str | None = None
        # The line that was let go last, and where its caret was; None if none was open then.
        self.last_caret: Caret | None = None
        context.workbench.typing.add(self, overlay.editor)

    @property
    def editor(self) -> LineEditor:
        """The field in which the open line is edited."""
        return self._overlay.editor

    @property
    def row(self) -> int | None:
        """The row of the open line; None if none is open."""
        return self._paper.open_row

    @property
    def line(self) -> OpenLine | None:
        """The open line; None if none is open."""
        return self._paper.open_line

    @property
    def language(self) -> Language | None:
        """The language of the open line; None for the register's."""
        sheet_line = self._paper.open_sheet_line
        return sheet_line.language if sheet_line else None

    @property
    def pending(self) -> Pending | None:
        """The place of the open line if it is a new one that is not stored yet."""
        return self._paper.open_line.pending if self._paper.open_line else None

    def start(self, row: int, *, focus: bool = True) -> None:
        """Open the line of a row, or the first bullet of an entry; the caret is behind the hit of a search, if any."""
        if self._paper.content.lines[row].kind is LineKind.ENTRY:
            row = self._paper.content.siblings(row, LineKind.RISK)[0]
        hit_end, text = self._selection.hit_end, self._paper.content.lines[row].text
        self.activate(row, None if hit_end is None else utf16(text, hit_end), focus=focus)

    def activate(self, row: int, caret: int | None = None, *, focus: bool = True) -> None:
        """Open a line, or the new line that an invitation stands for."""
        line = self._paper.content.lines[row]
        if line.kind in TEXTS:
            self.open(row, caret, focus=focus)
        elif line.kind in INVITATIONS:
            self.begin(placing.invited(line), focus=focus)

    def open(self, row: int, caret: int | None = None, *, seam: str = " ", focus: bool = True) -> None:
        """Open a line that exists, with the caret at a place of Qt's text, or at its end for None."""
        key = self._paper.content.lines[row].key
        if self._workbench.read_only or not self.finish():
            return
        again = self._paper.content.row_of(key)
        if again is not None:
            text = self._paper.content.lines[again].text
            self._paper.open_line = OpenLine(key, text, text, seam=seam)
            self._paper.enliven()
            self._show_open(caret, focus=focus)

    def begin(self, pending: Pending, *, focus: bool = True) -> None:
        """Open a new line."""
        if not self._workbench.read_only and self.finish():
            self._paper.open_line = OpenLine((pending.kind, ""), pending=pending)
            self._display.refresh()
            self._show_open(None, focus=focus)

    def go_on(self, *, below: bool) -> None:
        """Store the text of the open bullet, and open a new one below or above it; both are shown at once."""
        line = self._paper.open_line
        if line is None or not self.commit(show=False):
            return
        tree = self._workbench.tree()
        pending = None if tree is None else placing.next_to(tree, line.key, below=below)
        self.forget()
        self._paper.open_line = None if pending is None else OpenLine((pending.kind, ""), pending=pending)
        self._display.refresh()
        self._show_open(None, focus=True)

    def commit(self, *, show: bool = True) -> bool:
        """Store the text of the open line, which stays open, and show the result; False if it cannot be stored."""
        line = self._paper.open_line
        if line is None or self.storing:
            return True
        self.editor.end_composing()
        if not line.typed:
            return True
        if not self._update_place(line):
            return False
        text, pending = line.written, line.pending
        action = line_actions.added(pending, [text]) if pending else line_actions.changed(line.key, text)
        return self._store(action, text, show=show)

    def store_lines(self, texts: Sequence[str], caret: int, seam: str = " ") -> None:
        """Store the first text in the open line and the others in new bullets below it, then open the last one."""
        line = self._paper.open_line
        if line is None or not self._update_place(line):
            return
        action = line_actions.added(line.pending, texts) if line.pending else bullets.split(line.key[1], texts)
        if self._store(action, texts[-1]):
            self.cancel()
            current = self._selection.current_row
            if current is not None:
                self.open(current, caret, seam=seam)

    def store_in(self, bullet: str, action: Action, text: str, caret: int) -> None:
        """Run an action that adds the text of the open line to that of a bullet, then open the bullet."""
        if self._store(action, text):
            self.cancel()
            row = self._paper.content.rows.get(bullet)
            if row is not None:
                self.open(row, caret)

    def finish(self) -> bool:
        """Store the text of the open line and close it; False if it cannot be stored."""
        is_stored = self.commit()
        if is_stored:
            self.cancel()
        return is_stored

    def cancel(self) -> None:
        """Close the open line without storing its text."""
        line = self._paper.open_line
        if line is None:
            return
        self.forget()
        if line.pending is None:
            self._scrolling.measure()
        else:
            self._display.refresh()

    def forget(self) -> None:
        """Close the open line; the caller has to show the sheet again."""
        self._paper.open_line = None
        self._paper.enliven()
        self._overlay.hide()

    def let_go(self) -> bool:
        """Store and close the open line, as another register opens; False if it stays open."""
        is_stored = self.commit()
        line = self._paper.open_line
        self.last_caret = None if line is None or line.pending else (line.key, self.editor.textCursor().position())
        if is_stored:
            self.cancel()
        return self._paper.open_line is None

    def problem(self) -> Problem | None:
        """Return None: any text can be stored, or the store says why not."""
        return None

    def drafts(self) -> "list[Draft]":
        """The draft of the open line, if any."""
        draft = self.draft()
        return [] if draft is None else [draft]

    def draft(self) -> "Draft | None":
        """The draft of the open line; None if all is stored."""
        line, register = self._paper.open_line, self._paper.lines.register
        return None if line is None or register is None or not line.typed else line_actions.draft(register.id, line)

    def follow(self, step: Step) -> None:
        """Adapt the open line to a step, before the step is shown."""
        line = self._paper.open_line
        if line is None:
            return
        if self._storing is not None:
            # Code that asks for drafts during this step must find the text stored.
            line.stored = line.written if following.stores(step, line, self._storing) else line.stored
            return
        register = self._paper.lines.register
        if following.is_gone(step, line) or (register is not None and register.id != self._workbench.register_id):
            self._give_back()
            return
        text = following.stored_text(step, line)
        if text is not None:
            self._take_over(line, text, step.who)
        tree = self._workbench.tree()
        if line.pending is not None and self.row is not None and tree is not None:
            line.pending = following.moved(tree, self._paper.content, self.row, line.pending)

    def go_on_after(self, step: Step, line: OpenLine) -> None:
        """Open the bullet to which an undo here gave the text of a line that was open and is gone, where it was cut."""
        own_undo = step.undoes is not None and not self._workbench.hears_others
        seam = following.seam(step, line) if own_undo and not line.typed and following.is_gone(step, line) else None
        row = None if seam is None else self._paper.content.rows.get(seam.id)
        if seam is not None and row is not None:
            self.open(row, utf16(self._paper.content.lines[row].text, seam.place))

    @property
    def storing(self) -> bool:
        """Whether the open line is being stored, which shows the step itself."""
        return self._storing is not None

    def _take_over(self, line: OpenLine, text: str, who: str) -> None:
        """Take over a text that somebody else stored in the open line; what is typed already stays."""
        unchanged, line.stored = not line.typed, text
        if unchanged:
            line.text = text
            self._overlay.fill(self.editor.textCursor().position())
        line.changed_by = who if line.typed else None

    def _update_place(self, line: OpenLine) -> bool:
        """Update the place of a new line to changes of others; False if they cannot be read or leave no place."""
        if line.pending is None:
            return True
        return self._workbench.read_changes_of_others() is None and self._paper.open_line is line

    def _store(self, action: Action, text: str, *, show: bool = True) -> bool:
        """Run an action that stores the open line; if the file cannot be written, the line stays open."""
        line, draft = self._paper.open_line, self.draft()
        assert line is not None, "a line is open"
        if line.changed_by is not None and line.typed:
            self._ask(line, line.changed_by)
            return False
        before, self._storing = line.stored, text
        try:
            result = self._workbench.run_without_commit(action)
        finally:
            self._storing, line.stored = None, before
        if result.problem is None:
            self._keep(line, text, result.step, show=show)
        elif isinstance(result.problem, Conflict):
            # The user is already asked whose text to keep, in a question that shows both.
            if draft is not None:
                self._workbench.typing.ask(draft)
            self.cancel()
            self._display.refresh()
        elif isinstance(result.problem, NotFound):
            # Another program has deleted the item; reading its step shows that.
            self._workbench.read_changes_of_others()
        return result.problem is None

    def _keep(self, line: OpenLine, text: str, step: Step | None, *, show: bool) -> None:
        """Note and show that the text was stored; a new line becomes the line of its item."""
        line.text = line.stored = text
        line.changed_by = None
        # From here on, undo is that of the register, which has the text before.
        self.editor.document().clearUndoRedoStacks()
        created = step.created[-1:] if step else ()
        if created:
            line.key, line.pending = (line.key[0], created[0]), None
        if show:
            self._display.refresh()
        if show and created:
            self._selection.select_ids(created)
            self._overlay.name()

    def _ask(self, line: OpenLine, who: str) -> None:
        """Ask whose text to keep, as another one was stored while this one was typed; close the line."""
        draft = self.draft()
        assert draft is not None, "something is typed"
        clash = Clash(draft.kind, draft.id, draft.field, line.stored, draft.text)
        self._workbench.typing.ask(draft)
        self.cancel()
        self._workbench.ask_about(Conflict(who, (clash,)), draft.action())

    def _give_back(self) -> None:
        """Close the open line, whose item is gone, and offer what was typed to the user."""
        draft = self.draft()
        self.cancel()
        if draft is not None:
            self._workbench.typing.offer(draft)

    def _show_open(self, caret: int | None, *, focus: bool) -> None:
        """Select the open line and lay the editor over it."""
        line, row = self._paper.open_line, self.row
        if line is not None and row is not None:
            self._overlay.fill(caret)
            self._selection.select([row] if line.key[1] and line.key[0] in ITEMS else [], row)
            self._overlay.show(focus=focus)
