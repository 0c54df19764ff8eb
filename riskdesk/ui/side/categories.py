"""The categories of the open register, each with its highest band and how many of its risks are assessed.

They can be reordered, renamed and deleted here. The menu and the actions are imported when first used.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidgetItem, QWidget

from riskdesk.domain.part_results import differing
from riskdesk.domain.scale import Scale
from riskdesk.domain.step import Step
from riskdesk.domain.tree import CategoryTree
from riskdesk.domain.values import Category
from riskdesk.ui.bench.counts import risks_text
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.side.panel import Panel
from riskdesk.ui.side.panel_list import PanelList
from riskdesk.ui.side.rows import ITEM_ID, SUMMARY, UNTITLED
from riskdesk.ui.side.summary import Summary, summed

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft
    from riskdesk.ui.side.menu import RowMenu
    from riskdesk.ui.side.receiving import Receiving


# The number of rows updated before returning to the event loop.
_AT_ONCE = 20


class CategoriesPanel(Panel):
    """The panel that lists the categories of the open register.

    `activated` carries the category to go to, `command_wanted` the name of a command of the window.
    """

    activated = Signal(str)
    command_wanted = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        # The category of what is selected; None if nothing in any is.
        self._followed: str | None = None
        self._list = _CategoryList(self, workbench, self._rename)
        self.hold(self._list, self.tr("Categories"), self.tr("No category yet. Add ▸ Add category makes one."))
        workbench.typing.add(self._list, self._list)
        self._list.itemClicked.connect(self._on_clicked)
        self._list.free.connect(self._fill)
        self._list.dropped.connect(self._on_dropped)
        self._list.received.connect(self._on_received)
        self._list.entered.connect(self._go_to)
        self._list.menu_wanted.connect(self._show_menu)
        workbench.stepped.connect(self._on_stepped)
        workbench.register_opened.connect(self._fill)
        workbench.selected.connect(self._follow_selection)
        self._fill()
        self._follow_selection()

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """The commands while the list has the focus."""
        return {
            "edit_text": self._list.rename,
            "delete": self._delete,
            "move_up": lambda: self._move(-1),
            "move_down": lambda: self._move(1),
        }

    @cached_property
    def _menu(self) -> "RowMenu":
        from riskdesk.ui.side.menu import RowCommand, RowMenu

        commands = (
            RowCommand(self.tr("&Rename"), self._list.rename, "F2"),
            RowCommand(self.tr("Move &up"), lambda _: self._move(-1), "Alt+Up"),
            RowCommand(self.tr("Move do&wn"), lambda _: self._move(1), "Alt+Down"),
            None,
            RowCommand(self.tr("&Delete"), lambda _: self._delete(), "Del"),
            None,
            RowCommand(self.tr("&Add category"), self._add_below, "Ctrl+Shift+Return", needs=False),
        )
        return RowMenu(self._list, commands)

    def _show_menu(self, category: str, position: QPoint) -> None:
        if self._workbench.register_id is not None:
            self._list.choose(category)
            self._menu.show_for(category, position, read_only=self._workbench.read_only)

    def _add_below(self, category: str) -> None:
        """Have a new category added on the sheet below this one, or at the end."""
        self._workbench.select([category] if category else [])
        self.command_wanted.emit("add_category")

    def _fill(self) -> None:
        if self._list.field is not None:
            return
        tree = self._workbench.tree()
        categories, editable = tree.categories if tree else (), not self._workbench.read_only
        if [(category.category.id, editable) for category in categories] != self._list.listed:
            self._fill_anew(categories, editable=editable)
        if tree is not None:
            self._list.tell(categories, tree.register.scale)
        self.show_hint(empty=tree is not None and not categories)

    def _fill_anew(self, categories: Sequence[CategoryTree], *, editable: bool) -> None:
        current, is_marked = self._list.current_id(), bool(self._list.selectedItems())
        with self._list.filling():
            for category in categories:
                self._list.add_category(category, editable=editable)
            self._list.choose(current)
            if not is_marked:
                self._list.clearSelection()

    def _on_stepped(self, step: Step) -> None:
        self._list.follow(step)
        self._fill()
        if self._selected_in() != self._followed:
            self._follow_selection()

    def _follow_selection(self) -> None:
        self._followed = self._selected_in()
        with QSignalBlocker(self._list):
            if self._followed is not None:
                self._list.choose(self._followed)
            else:
                self._list.unmark_below_title()

    def _selected_in(self) -> str | None:
        tree, selected_ids = self._workbench.tree(), set(self._workbench.selection)
        categories = tree.categories if tree and selected_ids else ()
        holders = (category for category in categories if not category.ids.isdisjoint(selected_ids))
        return next((holder.category.id for holder in holders), None)

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        self._go_to(item.data(0, ITEM_ID))

    def _go_to(self, category: str) -> None:
        self._workbench.select([category])
        self.activated.emit(category)

    def _rename(self, category: str, title: str) -> bool:
        from riskdesk.desk import categories
        from riskdesk.ui.side.titles import store_title

        draft = self._list.draft(category, title)
        return store_title(self._workbench, categories.edit(category, title), draft, self._list.theirs)

    def _on_dropped(self, category: str, above: list[str]) -> None:
        from riskdesk.desk import items

        if self._workbench.register_id is not None:
            self._workbench.run(items.place([category], self._workbench.register_id, above))

    def _on_received(self, category: str) -> None:
        from riskdesk.desk import items

        self._workbench.run(items.place_in_category(self._workbench.selection, category))

    def _delete(self) -> None:
        """Delete the current category; then the next one is current, or the last."""
        from riskdesk.desk import items

        row = self._list.currentIndex().row()
        if row >= 0 and self._workbench.run(items.delete([self._list.current_id()])).step is not None:
            model = self._list.model()
            self._list.setCurrentIndex(model.index(min(row, model.rowCount() - 1), 0))

    def _move(self, by: int) -> None:
        from riskdesk.desk import items

        if self._list.current_id():
            self._workbench.run(items.move([self._list.current_id()], by))


class _CategoryList(PanelList):
    """The list of the categories, which can be reordered by dragging.

    `dropped` carries a category that was moved and the ids of the categories now above it, `received` the category on
    which the selected lines of the sheet were dropped.
    """

    dropped = Signal(str, list)
    received = Signal(str)

    def __init__(self, parent: QWidget, workbench: Workbench, rename: Callable[[str, str], bool]) -> None:
        super().__init__(parent, self._title_draft, rename)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._workbench = workbench
        # The ids of the listed categories, and whether they can be edited.
        self.listed: list[tuple[str, bool]] = []
        self._shown: tuple[Sequence[CategoryTree], Scale | None] = (), None
        # The rows whose summary is out of date, in order.
        self._stale_rows: dict[int, None] = {}
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._tell_some)

    def _title_draft(self, category: str, title: str) -> "Draft":
        from riskdesk.ui.side.titles import title_draft

        return title_draft(Category, self._workbench.register_id or "", category, title)

    def clear(self) -> None:
        super().clear()
        self.listed.clear()
        self._stale_rows.clear()
        self._shown = (), None

    def add_category(self, tree: CategoryTree, *, editable: bool) -> None:
        """Add a category at the end."""
        item = self.add(tree.category.id, tree.category.title, editable=editable)
        if editable:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsDragEnabled)
        # An empty summary reserves the height.
        item.setData(0, SUMMARY, Summary("", None, ""))
        self.listed.append((tree.category.id, editable))

    def tell(self, categories: Sequence[CategoryTree], scale: Scale) -> None:
        """Update the listed categories, the first few at once and the others when the event loop is idle."""
        before, scale_before = self._shown
        _, changed_slice = differing(before if scale_before == scale else (), categories)
        self._stale_rows |= dict.fromkeys(range(changed_slice.start, changed_slice.stop))
        self._shown = categories, scale
        self._tell_some()

    def _tell_some(self) -> None:
        categories, scale = self._shown
        if self.field is not None or scale is None:
            return
        with QSignalBlocker(self):
            for row in list(islice(self._stale_rows, _AT_ONCE)):
                item = self.topLevelItem(row)
                assert item is not None, "each has a row"
                _tell(item, categories[row], scale, self.tr("Untitled category"))
                del self._stale_rows[row]
        if self._stale_rows:
            self._later.start()

    @cached_property
    def _receiving(self) -> "Receiving":
        from riskdesk.ui.side.receiving import Receiving

        return Receiving(self, self._workbench)

    def unmark_below_title(self) -> None:
        """Mark no category while the title above all is selected, unless the list has the focus: keys act on one."""
        if self._workbench.register_id in self._workbench.selection and not self.hasFocus():
            self.clearSelection()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.point_at(self.current_id())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.unmark_below_title()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._receiving.enter(event):
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not self._receiving.move(event):
            super().dragMoveEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._receiving.leave()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        category = self._receiving.drop(event)
        if category is not None:
            if category:
                self.received.emit(category)
            return
        dragged, target = self.current_id(), self.indexAt(event.position().toPoint())
        below = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem
        position = target.row() + below if target.isValid() else self.topLevelItemCount()
        # The list itself must not move or remove items: it is updated after the step.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.dropped.emit(dragged, [category for category, _ in self.listed[:position]])


def _tell(item: QTreeWidgetItem, category: CategoryTree, scale: Scale, untitled: str) -> None:
    title, summary = category.category.title, summed(category, scale)
    spoken = f"{title or untitled}, {risks_text(category.tally)}, {summary.spoken}"
    item.setText(0, title)
    item.setData(0, UNTITLED, untitled)
    item.setData(0, SUMMARY, summary)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
