"""The list of a panel on the left: items with titles, which are renamed in place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from riskdesk.domain.problems import Problem
from riskdesk.domain.step import Step
from riskdesk.kit.announce import tell_current
from riskdesk.kit.focus_mark import without_frame
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.ui.side.rows import ITEM_ID, PanelRowDelegate

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft

_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

# By then the rows of a refilled list are laid out, and once more where its panel got another height.
_LAID_OUT_MS = 50


class PanelList(QTreeWidget):
    """A list of items with titles, which are renamed in place; while a title is edited, it acts as an Editor.

    The `rename` given stores a new title, and returns whether it could; `theirs` is the other user who stored a title
    during editing, and that title. While a title is edited, the list is not refilled; `free` says that it can be again.
    `menu_wanted` carries the id of a row, or nothing, and the position on the screen for its menu, `entered` the id of
    the row on which Enter was pressed. `laid_out` says that its rows may need another height.
    """

    free = Signal()
    entered = Signal(str)
    menu_wanted = Signal(str, QPoint)
    laid_out = Signal()

    def __init__(
        self, parent: QWidget, draft: "Callable[[str, str], Draft]", rename: Callable[[str, str], bool]
    ) -> None:
        super().__init__(parent)
        self.draft, self._rename, self._stored = draft, rename, True
        self.theirs: tuple[str, str] | None = None
        self.setColumnCount(1)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        without_frame(self)
        ground = QWidget(self)
        self.setViewport(ground)
        # The list has the background of the window; it is scrolled by pixels, as its rows are high.
        ground.setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        self._delegate = PanelRowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.itemChanged.connect(self._on_changed)
        self._refilled = QTimer(self, interval=_LAID_OUT_MS, singleShot=True)
        self._refilled.timeout.connect(self._tell_current)

    @property
    def field(self) -> QLineEdit | None:
        """The line edit of the title being edited; None if there is none."""
        editing = self._delegate.editing
        return None if editing is None else editing.field

    def add(self, identity: str, title: str, *, editable: bool) -> QTreeWidgetItem:
        """Add an item at the end."""
        item = QTreeWidgetItem([title])
        item.setData(0, ITEM_ID, identity)
        item.setFlags(_FLAGS | Qt.ItemFlag.ItemIsEditable if editable else _FLAGS)
        self.addTopLevelItem(item)
        return item

    def clear(self) -> None:
        """Remove all items in one call: PySide would remove them one by one, and Qt would lay out the list each time.

        Items only taken from the root would leak. At the first `model()`, PySide creates the classes of all models.
        """
        if self.topLevelItemCount():
            self.model().removeRows(0, self.topLevelItemCount())

    def current_id(self) -> str:
        """The id of the current item; empty if there is none."""
        item = self.currentItem()
        return "" if item is None else str(item.data(0, ITEM_ID))

    def choose(self, identity: str | None, *, scrolls: bool = True) -> None:
        """Make an item the current one, if it exists; the list scrolls to it unless it must not."""
        item, before = self._row(identity), self.hasAutoScroll()
        if item is not None:
            self.setAutoScroll(before and scrolls)
            self.setCurrentItem(item)
            self.setAutoScroll(before)

    def point_at(self, identity: str) -> None:
        """Make an item the current one where the list is scrolled to, without a signal that the user chose it."""
        with QSignalBlocker(self):
            self.choose(identity, scrolls=False)

    def shows(self, identity: str) -> bool:
        """Whether any of a row is visible."""
        return (row := self._row(identity)) is not None and self.viewport().rect().intersects(self.visualItemRect(row))

    def _row(self, identity: str | None) -> QTreeWidgetItem | None:
        items = map(self.topLevelItem, range(self.topLevelItemCount()))
        return next((item for item in items if item is not None and item.data(0, ITEM_ID) == identity), None)

    def rename(self, identity: str = "") -> None:
        """Edit the title of an item, by default of the current one."""
        if identity:
            self.point_at(identity)
        item = self.currentItem()
        if self.field is None and item is not None and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.editItem(item, 0)

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Clear the list, to be refilled in this block without signals of changes.

        Afterwards the current item is announced if the list has the focus: Qt reports it before the rows are laid out,
        so that screen readers hear of none.
        """
        with QSignalBlocker(self):
            self.clear()
            yield
        self._refilled.start()

    def commit(self) -> bool:
        """Store the title being edited and close its field; False if the text was given back to the user instead."""
        field, self._stored = self.field, True
        if field is not None:
            self.commitData(field)
            self.forget()
            self.free.emit()
        return self._stored

    def drafts(self) -> "Iterator[Draft]":
        editing = self._delegate.editing
        if editing is not None and editing.field.text() != editing.stored:
            yield self.draft(editing.identity, editing.field.text())

    def problem(self) -> Problem | None:
        return None

    def follow(self, step: Step) -> None:
        """Record the title that a step gave to the item whose title is being edited."""
        editing = self._delegate.editing
        if editing is None:
            return
        for change in step.changes:
            if change.id == editing.identity and change.before and change.after and "title" in change.after:
                title = str(change.after["title"])
                self.theirs = step.who, title
                if title == editing.field.text():
                    editing.stored = title

    def let_go(self) -> bool:
        self.commit()
        return True

    def forget(self) -> None:
        field = self.field
        if field is not None:
            self.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Record that no title is edited any more, also if Qt closes the field because another row becomes current."""
        if self.window().focusWidget() is editor and not editor.hasFocus():
            # The focus comes back from a dialog or a bar, and Qt would give it to what is next.
            self.setFocus()
        super().closeEditor(editor, hint)
        if editor is self.field:
            self._delegate.editing = self.theirs = None
            # By a timer, as Qt still uses the list after closing the field.
            QTimer.singleShot(0, self, self.free.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in ENTER_KEYS
        # Enter that is held may have ended the editing of a title, and would go on in the sheet.
        if is_enter and not event.isAutoRepeat() and self.current_id():
            self.entered.emit(self.current_id())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A right click asks for a menu and must not select.
        if event.button() == Qt.MouseButton.RightButton:
            return
        is_on_row = self.itemAt(event.position().toPoint()) is not None
        super().mousePressEvent(event)
        if is_on_row:
            # The rows may have moved, as the categories of another register need another height: Qt has selected what
            # is below the mouse now.
            self.choose(self.current_id(), scrolls=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # For the same reason, a mouse that moves while a button is held must not choose what comes below it.
        if self.dragEnabled() or event.buttons() == Qt.MouseButton.NoButton:
            super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row below the mouse; from the keyboard, of the current row, at its bottom."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            item, place = self.itemAt(event.pos()), event.globalPos()
        else:
            item = self.currentItem()
            place = self.viewport().mapToGlobal(self.visualItemRect(item).bottomLeft()) if item else event.globalPos()
        self.menu_wanted.emit(str(item.data(0, ITEM_ID)) if item else "", place)

    def rows_height(self, most: int) -> int:
        """The height of all rows together; rows are no longer measured once they reach `most`."""
        high = row = 0
        while high < most and row < self.topLevelItemCount():
            item = self.topLevelItem(row)
            assert item is not None, "it is one of them"
            high += self.sizeHintForIndex(self.indexFromItem(item)).height()
            row += 1
        return high

    def sizeHint(self) -> QSize:
        """The least size: its panel decides on the height, which it could not if the list asked for one of its own."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.laid_out.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the titles, which wrap at the width of the list, and keep the current one visible."""
        before = QRect(QPoint(), event.oldSize())
        keeps = not before.isValid() or before.intersects(self.visualRect(self.currentIndex()))
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        handle = self.window().windowHandle()
        if handle is None or not handle.isExposed():
            # It is not seen yet, and may get more height, in which the current title is visible without scrolling.
            self.scrollToTop()
        if keeps:
            self.scrollTo(self.currentIndex())

    def _tell_current(self) -> None:
        if self.hasFocus():
            tell_current(self)

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 0:
            identity = item.data(0, ITEM_ID)
            self._stored = self._rename(identity, item.text(0))
            if not self._stored:
                self._show_stored(identity)

    def _show_stored(self, identity: str) -> None:
        """Show the title again that an item had before its editing."""
        editing, item = self._delegate.editing, self._row(identity)
        if editing is not None and item is not None:
            with QSignalBlocker(self):
                item.setText(0, editing.stored)
