"""The common parts of the panels on the left: a heading over a list, and a hint if the list is empty."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from riskdesk.domain.problems import Problem
from riskdesk.domain.step import Step
from riskdesk.kit.focus_mark import without_frame
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.theme import UNIT
from riskdesk.ui.side.rows import SIDE, PanelRowDelegate

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft

_ID, _FLAGS = Qt.ItemDataRole.UserRole, Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


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

    @property
    def field(self) -> QLineEdit | None:
        """The line edit of the title being edited; None if there is none."""
        return self._delegate.field

    def add(self, identity: str, title: str, *, editable: bool) -> QTreeWidgetItem:
        """Add an item at the end."""
        item = QTreeWidgetItem([title])
        item.setData(0, _ID, identity)
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
        return "" if item is None else str(item.data(0, _ID))

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
        return next((item for item in items if item is not None and item.data(0, _ID) == identity), None)

    def rename(self, identity: str = "") -> None:
        """Edit the title of an item, by default of the current one."""
        if identity:
            self.point_at(identity)
        item = self.currentItem()
        if self.field is None and item is not None and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.editItem(item, 0)

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Clear the list, to be refilled in this block without signals of changes."""
        with QSignalBlocker(self):
            self.clear()
            yield

    def commit(self) -> bool:
        """Store the title being edited and close its field; False if the text was given back to the user instead."""
        field, self._stored = self.field, True
        if field is not None:
            self.commitData(field)
            self.forget()
            self.free.emit()
        return self._stored

    def drafts(self) -> "Iterator[Draft]":
        item, field = self.currentItem(), self.field
        if item is not None and field is not None and field.text() != item.text(0):
            yield self.draft(self.current_id(), field.text())

    def problem(self) -> Problem | None:
        return None

    def follow(self, step: Step) -> None:
        """Record another title that a step gave to the item whose title is being edited."""
        for change in step.changes if self.field is not None else ():
            if change.id == self.current_id() and change.before and change.after and "title" in change.after:
                self.theirs = step.who, str(change.after["title"])

    def let_go(self) -> bool:
        self.commit()
        return True

    def forget(self) -> None:
        field = self.field
        if field is not None:
            self.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Record that no title is edited any more, also if Qt closes the field because another row becomes current."""
        super().closeEditor(editor, hint)
        if editor is self.field:
            self._delegate.field = self.theirs = None
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
        if event.button() != Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row below the mouse; from the keyboard, of the current row, at its bottom."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            item, place = self.itemAt(event.pos()), event.globalPos()
        else:
            item = self.currentItem()
            place = self.viewport().mapToGlobal(self.visualItemRect(item).bottomLeft()) if item else event.globalPos()
        self.menu_wanted.emit(str(item.data(0, _ID)) if item else "", place)

    def rows_height(self, most: int) -> int:
        """The height of all rows together; rows are no longer measured once they reach `most`."""
        high = row = 0
        while high < most and row < self.topLevelItemCount():
            item = self.topLevelItem(row)
            assert item is not None, "it is one of them"
            high += self.sizeHintForIndex(self.indexFromItem(item)).height()
            row += 1
        return high

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

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 0:
            self._stored = self._rename(item.data(0, _ID), item.text(0))


class Panel(QWidget):
    """A heading, a list, and a hint that is shown while the list is empty.

    `laid_out` says that the panel may need another height.
    """

    laid_out = Signal()

    _panel_list: PanelList

    def __init__(self, heading: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chapter", "Registers and categories")
        self._heading = heading_label(heading, self)
        self._hint = hint_label(hint, self)
        self.setMinimumWidth(20 * UNIT)

    def sizeHint(self) -> QSize:
        return QSize(32 * UNIT, 30 * UNIT)

    def needed_height(self, most: int) -> int:
        """The height for the whole list, and a free area below it for the context menu; at most `most`."""
        layout, width = self.layout(), self.width()
        assert layout is not None, "it holds a list"
        above = layout.contentsMargins().top() + self._heading.sizeHint().height() + layout.spacing()
        hint = 0 if self._hint.isHidden() else self._hint.heightForWidth(width) + layout.spacing()
        other = above + hint + 2 * UNIT
        return min(other + self._panel_list.rows_height(most - other), most)

    def hold(self, list_: PanelList) -> None:
        """Add the list, which gets the panel's name and focus."""
        self._panel_list = list_
        list_.setAccessibleName(self._heading.text())
        list_.laid_out.connect(self.laid_out)
        self._heading.setBuddy(list_)
        self.setFocusProxy(list_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * UNIT, 0, 0)
        layout.setSpacing(UNIT // 2)
        layout.addWidget(self._heading)
        layout.addWidget(self._hint)
        layout.addWidget(list_, 1)

    def show_hint(self, *, empty: bool) -> None:
        """Show the hint if the list is empty, else hide it."""
        self._hint.setVisible(empty)


def heading_label(text: str, parent: QWidget) -> QLabel:
    """The heading of a list."""
    label = _label(text, parent)
    font = label.font()
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def hint_label(text: str, parent: QWidget) -> QLabel:
    """The hint that is shown while a list is empty."""
    label = _label(text, parent)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    return label


def _label(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setContentsMargins(SIDE, 0, SIDE, 0)
    return label
