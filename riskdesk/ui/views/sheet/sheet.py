"""The sheet on a workbench: what its commands, the keyboard and the mouse do."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from riskdesk.desk import clip, items
from riskdesk.domain.problems import Problem
from riskdesk.domain.step import Step
from riskdesk.domain.text import bullets
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.sheet import clipboard, written
from riskdesk.ui.views.sheet.lines import COLUMN, ITEMS, TEXTS, Kind, Line, Pending
from riskdesk.ui.views.sheet.pointing import PointingView

_ZOOM_STEP = 1.1


class Sheet(PointingView):
    """Edits the open register in place; `menu_wanted` carries where on the screen a context menu should come up."""

    menu_wanted = Signal(QPoint)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self.setAccessibleName(self.tr("Sheet of the register"))
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        workbench.stepped.connect(self._on_stepped)
        workbench.opened.connect(self._on_opened)
        workbench.selected.connect(self._on_selected)
        self._on_opened()

    def zoom_in(self) -> None:
        self.zoom *= _ZOOM_STEP

    def zoom_out(self) -> None:
        self.zoom /= _ZOOM_STEP

    def zoom_reset(self) -> None:
        self.zoom = 1.0

    def start_edit(self) -> None:
        """Open the current line, an entry at its first bullet."""
        row = self.current_row
        if row is None:
            return
        if self.lines.lines[row].kind is Kind.ENTRY:
            self.writing.open_column(row, Kind.RISK)
        else:
            self.writing.activate(row)

    def add_risk(self) -> None:
        self._add_bullet(Kind.RISK)

    def add_mitigation(self) -> None:
        self._add_bullet(Kind.MITIGATION)

    def add_entry(self) -> None:
        """Open a new entry after the current one, or at the end of the current category."""
        if not self.commit():
            return
        entry = self._around(Kind.ENTRY)
        if entry is not None:
            self.writing.begin(Pending(Kind.RISK, entry.parent, entry.place + 1, new_entry=True))
        else:
            self._begin_entry(Kind.RISK)

    def add_category(self) -> None:
        """Open a new category after the current one."""
        if self.commit() and self.lines.register is not None:
            category, register = self._around(Kind.CATEGORY), self.lines.register.id
            place = self._count(Kind.CATEGORY, register) if category is None else category.place + 1
            self.writing.begin(Pending(Kind.CATEGORY, register, place))

    def move_up(self) -> None:
        self._move(-1)

    def move_down(self) -> None:
        self._move(1)

    def duplicate(self) -> None:
        """Add a copy of each selected item and select the copies."""
        if self.commit() and self.selected_ids():
            self._select_created(self.workbench.run(items.duplicate(self.selected_ids())))

    def delete(self) -> None:
        """Delete the selected items; the one after them is selected then."""
        ids = self.selected_ids()
        if not ids or not self.commit():
            return
        following = self._beside(ids)
        if self.workbench.run(items.delete(ids)) is not None and following in self.lines.content.rows:
            self.select_rows([self.lines.content.rows[following]])

    def cut(self) -> None:
        """Copy the selected items and delete them."""
        if not self.workbench.read_only:
            self.copy()
            self.delete()

    def copy(self) -> None:
        """Put the selected items on the clipboard."""
        tree = self.workbench.tree()
        if tree is not None and self.selected_ids():
            QGuiApplication.clipboard().setMimeData(clipboard.to_mime(clip.copy(tree, self.selected_ids())))

    def paste(self) -> None:
        """Add what is on the clipboard after the current line: items, or a bullet for each line of text."""
        if self.lines.register is None or not self.commit():
            return
        data = QGuiApplication.clipboard().mimeData()
        try:
            copied = clipboard.from_mime(data)
        except Problem as problem:
            self.workbench.failed.emit(problem)
            return
        if copied is not None:
            line = self._current()
            target = self.lines.register.id if line is None else line.id or line.parent or self.lines.register.id
            self._select_created(self.workbench.run(items.paste(copied, target, self._column_type(line))))
        else:
            self.paste_lines(bullets(data.text()))

    def paste_lines(self, texts: Sequence[str]) -> None:
        """Add a bullet for each text after the current line."""
        if texts:
            pending = self._place_for(self._column_of(self._current()))
            if pending is not None:
                self._select_created(self.workbench.run(written.added(pending, texts)))

    def selectAll(self) -> None:
        """Select every category, entry, risk and mitigation."""
        self.select_rows([row for row, line in enumerate(self.lines.lines) if line.id and line.kind in ITEMS])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.writing.restyle()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(self.viewport().mapFrom(self, event.pos()))
        mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if mouse and index.isValid() and not self.is_selected(index.row()):
            self.choose(index.row())
        row = self.current_row
        at = event.globalPos() if mouse or row is None else self.viewport().mapToGlobal(self.rect_of(row).bottomLeft())
        self.menu_wanted.emit(at)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() or event.preeditString():
            self.start_edit()
            if self.writing.row is not None:
                QApplication.sendEvent(self.writing.editor, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.walk(event):
            return
        key, row = event.key(), self.current_row
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.start_edit()
        elif key == Qt.Key.Key_Backspace:
            self.delete()
        elif row is not None and _types(event):
            self.start_edit()
            self.writing.editor.insertPlainText(event.text())
        else:
            event.ignore()

    def _add_bullet(self, column: Kind) -> None:
        if not self.commit():
            return
        pending = self._place_for(column)
        if pending is None:
            self.add_category()
        else:
            self.writing.begin(pending)

    def _place_for(self, column: Kind) -> Pending | None:
        """Where a new bullet goes: after the current one, in the current entry, or in a new one; None where nowhere."""
        line, entry = self._current(), self._around(Kind.ENTRY)
        if entry is not None and entry.id:
            after = line is not None and line.kind is column
            place = line.place + 1 if after and line is not None else self._count(column, entry.id)
            return Pending(column, entry.id, place)
        category = self._around(Kind.CATEGORY) or self._last_category()
        if category is None:
            return None
        return Pending(column, category.id, self._count(Kind.ENTRY, category.id), new_entry=True)

    def _begin_entry(self, column: Kind) -> None:
        category = self._around(Kind.CATEGORY) or self._last_category()
        if category is None:
            self.add_category()
        else:
            self.writing.begin(Pending(column, category.id, self._count(Kind.ENTRY, category.id), new_entry=True))

    def _current(self) -> Line | None:
        return None if self.current_row is None else self.lines.lines[self.current_row]

    def _around(self, kind: Kind) -> Line | None:
        """The entry or category that the current line is or lies in."""
        row = self.current_row
        if row is None or self.lines.lines[row].kind in (Kind.HEADING, Kind.TITLE, Kind.ADD_CATEGORY):
            return None
        lines = self.lines.lines
        if kind is Kind.ENTRY:
            line = lines[self.lines.content.blocks[self.lines.content.block_of(row)].start]
            return line if line.kind is Kind.ENTRY else None
        return next((line for line in reversed(lines[: row + 1]) if line.kind is Kind.CATEGORY and line.id), None)

    def _last_category(self) -> Line | None:
        return next((line for line in reversed(self.lines.lines) if line.kind is Kind.CATEGORY and line.id), None)

    def _count(self, kind: Kind, parent: str) -> int:
        return sum(line.kind is kind and line.parent == parent and bool(line.id) for line in self.lines.lines)

    def _column_of(self, line: Line | None) -> Kind:
        return COLUMN.get(line.kind, Kind.RISK) if line else Kind.RISK

    def _column_type(self, line: Line | None) -> items.Column | None:
        return clipboard.COLUMNS[COLUMN[line.kind]] if line and line.kind in COLUMN else None

    def _move(self, by: int) -> None:
        caret = self.writing.editor.textCursor().position() if self.writing.row is not None else None
        if not self.commit() or not self.selected_ids():
            return
        self.workbench.run(items.move(self.selected_ids(), by))
        row = self.current_row
        if row is not None:
            self.reveal(row)
            if caret is not None:
                self.writing.open(row, caret)

    def _beside(self, ids: Sequence[str]) -> str:
        """The id of what comes after some items, or before them at the end, of the kind of the last one."""
        gone, lines = set(ids), self.lines.lines
        row = self.lines.content.rows[ids[-1]]
        kin = [line for line in lines if line.kind is lines[row].kind and line.id]
        places = [place for place, line in enumerate(kin) if line.id in gone]
        near = kin[places[-1] + 1 : places[-1] + 2] or kin[max(0, places[0] - 1) : places[0]]
        same = [line.id for line in near if line.parent == lines[row].parent]
        return same[0] if same else lines[row].parent

    def _select_created(self, step: Step | None) -> None:
        created = set(step.created) if step else set()
        lines = self.lines.lines
        rows = [row for row, line in enumerate(lines) if line.id in created and line.parent not in created]
        if rows:
            self.select_rows(rows)
            self.reveal(rows[0])

    def _on_selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.workbench.select(self.selected_ids())

    def _on_selected(self) -> None:
        ids = self.workbench.selection
        if ids != self.selected_ids():
            rows = [self.lines.content.rows[identity] for identity in ids if identity in self.lines.content.rows]
            self.select_rows(rows)
            if rows:
                self.reveal(rows[0])

    def _on_opened(self) -> None:
        self.writing.forget()
        self.show_tree(self.workbench.tree(), None, editable=not self.workbench.read_only)
        self.select_rows([])
        self.verticalScrollBar().setValue(0)

    def _on_stepped(self, step: Step) -> None:
        self.writing.forget()
        self.show_tree(self.workbench.tree(), None, editable=not self.workbench.read_only)
        if step.undoes is not None:
            self._show_changed(step)

    def _show_changed(self, step: Step) -> None:
        """After undo and redo: what they brought back or changed is selected and in sight."""
        touched = {change.id for change in step.changes if change.after is not None}
        lines = self.lines.lines
        rows = [row for row, line in enumerate(lines) if line.id in touched and line.kind in TEXTS]
        if rows:
            chosen = [row for row in rows if lines[row].kind in ITEMS and lines[row].parent not in touched]
            self.select_rows(chosen[:1])
            self.reveal(rows[0])


def _types(event: QKeyEvent) -> bool:
    """Whether a key writes a sign; AltGr counts as Ctrl and Alt on Windows."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    held = event.modifiers() & both
    return bool(event.text()) and event.text().isprintable() and held in (Qt.KeyboardModifier.NoModifier, both)
