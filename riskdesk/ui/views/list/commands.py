"""The commands of the Edit and View menus in the list."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex

from riskdesk.desk import clip, entries, items, mitigations, risks
from riskdesk.desk.action import Action
from riskdesk.desk.edits import edit
from riskdesk.desk.listing import ListRow
from riskdesk.desk.listing.tables import as_html, as_text, table_of
from riskdesk.domain.fields import FieldType
from riskdesk.domain.listing import RowKind
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk
from riskdesk.kit.incoming import copied, files_in, not_pasted
from riskdesk.kit.settings import Setting, Settings
from riskdesk.kit.wheel import ZOOM_STEP
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.clipboard import Contents, no_category, put, taken_from
from riskdesk.ui.views.list.editing import CellEditing
from riskdesk.ui.views.list.listed import Listed
from riskdesk.ui.views.list.table import ListTable
from riskdesk.ui.views.view import OF_ITEMS

_ADDS = {RowKind.RISK: risks.add, RowKind.MITIGATION: mitigations.add}
_SMALLEST, _LARGEST = 0.7, 2.5
ZOOM_PERCENT = Setting("list/zoom", int, 100)


class ListCommands:
    """The commands of a list; those that change something first store the cell that is being edited."""

    def __init__(
        self,
        workbench: Workbench,
        listed: Listed,
        table: ListTable,
        editing: CellEditing,
        settings: Settings,
        offer_files: Callable[[list[Path]], object],
    ) -> None:
        self._workbench, self._listed, self._table, self._editing = workbench, listed, table, editing
        self._settings, self._offer_files = settings, offer_files
        self.zoom(settings.get(ZOOM_PERCENT) / 100)
        table.digit_typed.connect(self.set_level)

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """The commands by the names of the window's actions."""
        return {
            "cut": self.cut,
            "copy": self.copy,
            "paste": self.paste,
            "duplicate": self.duplicate,
            "delete": self.delete,
            "select_all": self.select_all,
            "edit_text": self.edit_text,
            "zoom_in": lambda: self.zoom_by(1),
            "zoom_out": lambda: self.zoom_by(-1),
            "zoom_reset": lambda: self.zoom(1.0),
        }

    def can(self, name: str) -> bool:
        """Whether a command has something to act on: selected rows."""
        is_listed = (self._listed.row(identity) is not None for identity in self._workbench.selection)
        return (name not in OF_ITEMS and name != "edit_text") or any(is_listed)

    def cut(self) -> None:
        """Copy the selected rows and delete them."""
        if not self._workbench.read_only and self.copy():
            self.delete()

    def copy(self) -> bool:
        """Put the selected rows on the clipboard: items for Riskdesk, a table of the columns for other programs."""
        ids, tree, context = self._table.ids(), self._workbench.tree(), self._listed.context
        if not ids or tree is None or context is None or not self._editing.finish():
            return False
        rows = [row for identity in ids if (row := self._listed.row(identity)) is not None]
        self._put(rows)
        return True

    def copy_all(self) -> None:
        """Put all that is listed on the clipboard."""
        self._put(self._listed.in_order)

    def paste(self) -> None:
        """Add what was copied after the current row, else at the end of the register; files are offered to the window.

        Items keep their kind, and each text becomes a risk or mitigation, as the rows are.
        """
        if not self._editing.finish():
            return
        data = copied()
        if data is None:
            not_pasted.report_no_text()
        elif files := files_in(data):
            self._offer_files(files)
        elif (action := self._pasting(data)) is not None:
            self._run_and_select(action)

    def _pasting(self, data: QMimeData) -> Action | None:
        tree, line = self._workbench.tree(), self._table.line(self._table.currentIndex())
        taken = taken_from(data, self._offer_files, self._workbench.report)
        if tree is None or not taken:
            return None
        if isinstance(taken, clip.Clip):
            return items.paste(taken, line.item.id if isinstance(line, ListRow) else tree.register.id)
        kind = self._listed.listing.rows
        if isinstance(line, ListRow):
            siblings = line.entry.risks if isinstance(line.item, Risk) else line.entry.mitigations
            place = [item.id for item in siblings].index(line.item.id) + 1
            return _ADDS[kind](line.entry.entry.id, taken, place)
        action = _added_at_end(tree, kind, taken)
        if action is None:
            self._workbench.report(no_category())
        return action

    def delete(self) -> None:
        """Delete the selected items."""
        if self._table.ids() and self._editing.finish():
            self._workbench.run(items.delete(self._table.ids()))

    def duplicate(self) -> None:
        """Add a copy of each selected item behind it."""
        if self._table.ids() and self._editing.finish():
            self._run_and_select(items.duplicate(self._table.ids()))

    def select_all(self) -> None:
        """Select all rows that are listed."""
        self._table.selectAll()

    def edit_text(self) -> None:
        """Edit the current cell."""
        self._editing.open(self._table.currentIndex())

    def set_level(self, index: QModelIndex, digit: int) -> None:
        """Set a level by its digit, without a field."""
        line, field, context = self._table.line(index), self._table.fields()[index.column()], self._listed.context
        if not isinstance(line, ListRow) or context is None or field.type is not FieldType.LEVEL:
            return
        levels = context.scale.levels_of(field.name)
        if self._editing.can_edit(index) and digit <= len(levels):
            self._workbench.run(edit(type(line.item), line.item.id, **{field.name: digit}))

    def zoom_by(self, steps: int) -> None:
        """Zoom in by so many steps, or out if they are negative."""
        if steps:
            self.zoom(self._table.zoom * ZOOM_STEP**steps)

    def zoom(self, zoom: float) -> None:
        """Make the list larger or smaller, also when it is shown next."""
        self._table.set_zoom(max(_SMALLEST, min(_LARGEST, zoom)))
        self._settings.set(ZOOM_PERCENT, round(100 * self._table.zoom))

    def _run_and_select(self, action: Action) -> None:
        step = self._workbench.run(action).step
        if step is not None:
            self._workbench.select([item for item in step.created if self._listed.row(item) is not None])

    def _put(self, rows: list[ListRow]) -> None:
        tree, context = self._workbench.tree(), self._listed.context
        if tree is None or context is None:
            return
        listing = self._listed.listing

        def work() -> Contents:
            json, table = "", table_of(rows, listing, context)
            # Too many rows for Riskdesk are still a table for Excel.
            with suppress(Problem):
                json = clip.copy(tree, [row.item.id for row in rows]).json
            return Contents(json, as_text(table), as_html(table))

        put(work)


def _added_at_end(tree: RegisterTree, kind: RowKind, texts: list[str]) -> Action | None:
    """Add texts to the last entry, else in a new one to the last category; None if the register has no category."""
    last_entries = [entry.entry.id for category in tree.categories for entry in category.entries[-1:]]
    if last_entries:
        return _ADDS[kind](last_entries[-1], texts)
    if not tree.categories:
        return None
    last = tree.categories[-1].category.id
    return entries.add(last, risks=texts) if kind is RowKind.RISK else entries.add(last, mitigations=texts)
