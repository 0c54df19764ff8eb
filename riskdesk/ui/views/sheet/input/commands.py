"""The commands of the Edit, Add and View menus on the sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from riskdesk.desk import items
from riskdesk.desk.action import Action
from riskdesk.domain.values import Register
from riskdesk.kit.incoming import copied, files_in, not_pasted
from riskdesk.kit.wheel import ZOOM_STEP
from riskdesk.ui.views import clipboard
from riskdesk.ui.views.sheet.input.dropping import COLUMNS
from riskdesk.ui.views.sheet.layout.content import Content
from riskdesk.ui.views.sheet.layout.lines import COLUMN, LineKind, Pending
from riskdesk.ui.views.sheet.layout.neighbours import left_beside
from riskdesk.ui.views.sheet.showing.context import SheetContext
from riskdesk.ui.views.sheet.writing import line_actions, placing
from riskdesk.ui.views.sheet.writing.loss_question import LossQuestion
from riskdesk.ui.views.sheet.writing.writing import SheetEditor


class SheetCommands:
    """The commands of a sheet; all but those that only zoom or move first store and close the open line."""

    def __init__(self, context: SheetContext, writing: SheetEditor, loss_question: LossQuestion) -> None:
        self._workbench, self._paper, self._scrolling = context.workbench, context.paper, context.scrolling
        self._selection, self._display = context.selection, context.display
        self._writing, self._loss_question, self._files_pasted = writing, loss_question, context.files_pasted

    def cut(self) -> None:
        """Copy the selected items and delete them."""
        if not self._workbench.read_only and self._writing.finish() and self.copy():
            self.delete()

    def copy(self) -> bool:
        """Put the selected items on the clipboard; False if there are none, or too many, which a message says."""
        is_stored, tree, ids = self._writing.finish(), self._workbench.tree(), self._selection.ids()
        if not is_stored or tree is None or not ids:
            return False
        return clipboard.copy_items(tree, ids, self._workbench.report)

    def paste(self) -> None:
        """Add what is on the clipboard after the current line."""
        data = copied()
        if data is None:
            not_pasted.report_no_text()
        else:
            self.take(data)

    def take(self, data: QMimeData) -> None:
        """Add items, or a bullet for each line of text, after the current line; files are offered to the window."""
        register, files = self._paper.lines.register, files_in(data)
        if not self._finish():
            return
        if files:
            self._files_pasted.emit(files)
        elif register is not None:
            self._take_items(data, register)

    def _take_items(self, data: QMimeData, register: Register) -> None:
        taken = clipboard.taken_from(data, self._files_pasted.emit, self._workbench.report)
        if taken is None:
            return
        if isinstance(taken, list):
            self.paste_lines(taken)
            return
        line = self._selection.current
        target = register.id if line is None else line.id or line.parent or register.id
        column = COLUMNS[COLUMN[line.kind]] if line and line.kind in COLUMN else None
        action = items.paste(taken, target, column)
        self._loss_question.confirm(taken, column, lambda: self._run_and_select(action))

    def paste_lines(self, texts: Sequence[str]) -> None:
        """Add a bullet for each text after the current line."""
        line = self._selection.current
        column = COLUMN.get(line.kind, LineKind.RISK) if line else LineKind.RISK
        pending = placing.bullet(self._content, self._selection.current_row, column)
        if texts and pending is None:
            self._workbench.report(clipboard.no_category())
        elif texts and pending is not None:
            self._run_and_select(line_actions.added(pending, texts))

    def duplicate(self) -> None:
        """Add a copy of each selected item and select the copies."""
        if self._finish() and self._selection.ids():
            self._run_and_select(items.duplicate(self._selection.ids()))

    def delete(self) -> None:
        """Delete the selected items, and select the one after them, or before them at the end."""
        if not self._finish() or not self._selection.ids():
            return
        before, last = self._content, self._content.lines[self._selection.rows()[-1]]
        if self._workbench.run(items.delete(self._selection.ids())).step is not None:
            row = left_beside(before, last, self._content)
            if row is not None:
                self._selection.select([row])

    def select_all(self) -> None:
        """Select every category, entry, risk and mitigation."""
        if self._finish():
            self._selection.select_all()

    def edit_text(self) -> None:
        """Open the current line, or the first one if none is current; of an entry, its first bullet."""
        if self._writing.row is None and self._content.lines:
            self._writing.start(self._selection.current_row or 0)

    def add_risk(self) -> None:
        self._add_bullet(LineKind.RISK)

    def add_mitigation(self) -> None:
        self._add_bullet(LineKind.MITIGATION)

    def add_entry(self) -> None:
        """Open a new entry after the current one, or at the end of the current category."""
        if self._finish():
            self._begin(placing.entry(self._content, self._selection.current_row))

    def add_category(self) -> None:
        """Open a new category after the current one."""
        register = self._paper.lines.register
        if register is not None and self._finish():
            self._begin(placing.category(self._content, self._selection.current_row, register.id))

    def move_up(self) -> None:
        self._move(-1)

    def move_down(self) -> None:
        self._move(1)

    def zoom_in(self) -> None:
        self.zoom_by(1)

    def zoom_out(self) -> None:
        self.zoom_by(-1)

    def zoom_by(self, steps: int) -> None:
        """Zoom in by so many steps, or out if they are negative."""
        if steps:
            self._display.set_zoom(self._paper.zoom * ZOOM_STEP**steps)

    def zoom_reset(self) -> None:
        self._display.set_zoom(1.0)

    @property
    def _content(self) -> Content:
        return self._paper.content

    def _finish(self) -> bool:
        """Store what is typed and close the open line; False if that cannot be done."""
        return self._writing.finish() and self._workbench.commit()

    def _add_bullet(self, column: LineKind) -> None:
        if self._finish():
            self._begin(placing.bullet(self._content, self._selection.current_row, column))

    def _begin(self, pending: Pending | None) -> None:
        """Open a new line, or a new category if the register has none."""
        if pending is None:
            self.add_category()
        else:
            self._writing.begin(pending)

    def _move(self, by: int) -> None:
        """Move the selected items, or the open line, which stays open."""
        if not self._workbench.commit() or not self._selection.ids():
            return
        self._workbench.run(items.move(self._selection.ids(), by))
        row = self._selection.current_row
        if row is not None:
            self._scrolling.reveal(row)

    def _run_and_select(self, action: Action) -> None:
        self._selection.select_created(self._workbench.run(action).step)
