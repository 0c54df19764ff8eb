"""The categories of the open register with their counts of risks; they are put in order, renamed and deleted here."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidgetItem,
    QWidget,
)

from riskdesk.desk import categories, items
from riskdesk.domain.step import Step
from riskdesk.domain.tree import CategoryTree
from riskdesk.kit.theme import STEP
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.side.panel import Panel, PanelList

_ID = Qt.ItemDataRole.UserRole
_KEYS = ("F2", "Del", "Alt+Up", "Alt+Down")


class CategoriesPanel(Panel):
    """Says with `activated` which category to go to."""

    activated = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._heading.setText(self.tr("Categories"))
        self._hint.setText(self.tr("No category yet. Add ▸ Add category makes one."))
        self._workbench = workbench
        self._list = _CategoryList(self)
        self.hold(self._list)
        self._list.itemClicked.connect(self._on_clicked)
        self._list.itemChanged.connect(self._on_renamed)
        self._list.dropped.connect(self._on_dropped)
        self._list.pressed_key.connect(self._on_key)
        workbench.stepped.connect(self._on_stepped)
        workbench.opened.connect(self._fill)
        workbench.selected.connect(self._follow_selection)
        self._fill()

    def _fill(self) -> None:
        tree, current = self._workbench.tree(), self._list.current_id()
        with QSignalBlocker(self._list):
            self._list.clear()
            for category in tree.categories if tree else ():
                self._list.add(category, editable=not self._workbench.read_only)
            self._list.choose(current)
        self.show_hint(empty=tree is not None and not tree.categories)

    def _on_stepped(self, _step: Step) -> None:
        self._fill()

    def _follow_selection(self) -> None:
        tree, chosen = self._workbench.tree(), set(self._workbench.selection)
        for category in tree.categories if tree and chosen else ():
            if any(item.id in chosen for item in category.values):
                with QSignalBlocker(self._list):
                    self._list.choose(category.category.id)
                return

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        self._go_to(item.data(0, _ID))

    def _go_to(self, category: str) -> None:
        self._workbench.select([category])
        self.activated.emit(category)

    def _on_renamed(self, item: QTreeWidgetItem) -> None:
        self._workbench.run(categories.edit(item.data(0, _ID), item.text(0)))

    def _on_dropped(self, category: str, position: int) -> None:
        if self._workbench.register_id is not None:
            self._workbench.run(items.place([category], self._workbench.register_id, position))

    def _on_key(self, key: Qt.Key) -> None:
        current = self._list.current_id()
        if not current:
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to(current)
        elif self._workbench.read_only:
            return
        elif key == Qt.Key.Key_F2:
            self._list.rename()
        elif key == Qt.Key.Key_Delete:
            self._workbench.run(items.delete([current]))
        else:
            self._workbench.run(items.move([current], -1 if key == Qt.Key.Key_Up else 1))


class _CategoryList(PanelList):
    """`dropped` carries a category and where to put it, `pressed_key` a key that does something to the current one."""

    dropped = Signal(str, int)
    pressed_key = Signal(Qt.Key)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, 2, _KEYS)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(1, self.fontMetrics().horizontalAdvance("0000") + STEP)

    def add(self, tree: CategoryTree, *, editable: bool) -> None:
        """Put a category at the end."""
        count = sum(1 for _ in tree.risks)
        item = QTreeWidgetItem([tree.category.title, str(count)])
        item.setData(0, _ID, tree.category.id)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        spoken = self.tr("%n risk(s)", "", count)
        item.setData(1, Qt.ItemDataRole.AccessibleTextRole, spoken)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if editable:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        item.setFlags(flags)
        self.addTopLevelItem(item)

    def current_id(self) -> str:
        """The id of the current category, empty where there is none."""
        item = self.currentItem()
        return "" if item is None else str(item.data(0, _ID))

    def rename(self) -> None:
        """Open the title of the current category."""
        item = self.currentItem()
        if item is not None:
            self.editItem(item, 0)

    def choose(self, category: str) -> None:
        """Make a category the current one, if it is there."""
        for number in range(self.topLevelItemCount()):
            item = self.topLevelItem(number)
            if item is not None and item.data(0, _ID) == category:
                self.setCurrentItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        moves = key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if moves or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Delete):
            self.pressed_key.emit(key)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        dragged, target = self.current_id(), self.indexAt(event.position().toPoint())
        below = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem
        position = target.row() + below if target.isValid() else self.topLevelItemCount()
        # The list follows the store and moves nothing itself.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.dropped.emit(dragged, position)
