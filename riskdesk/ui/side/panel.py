"""What the panels on the left have in common: a heading over a list, and a word where the list is empty."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from riskdesk.kit.theme import STEP

Index = QModelIndex | QPersistentModelIndex


class PanelList(QTreeWidget):
    """A list whose own keys come before the window's shortcuts while it has the keyboard."""

    def __init__(self, parent: QWidget, columns: int, keys: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._keys = [QKeySequence(key) for key in keys]
        self.setColumnCount(columns)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        self.setItemDelegate(RowDelegate(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Titles wrap at the width of the list.
        self.scheduleDelayedItemsLayout()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if any(pressed == key for key in self._keys):
                event.accept()
                return True
        return super().event(event)


class RowDelegate(QStyledItemDelegate):
    """Rows with air, as high as the first column's text needs at its width; only that column is edited."""

    def __init__(self, owner: QTreeWidget) -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        if index.column() > 0:
            return hint
        width = self._owner.columnWidth(0) - 2 * self._margin()
        room = option.fontMetrics.boundingRect(0, 0, width, 10_000, Qt.TextFlag.TextWordWrap, index.data())
        return QSize(hint.width(), room.height() + STEP)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == 0:
            return super().createEditor(parent, option, index)
        return None  # type: ignore[return-value]

    def _margin(self) -> int:
        return self._owner.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1


class Panel(QWidget):
    """A heading, a list, and a hint that stands there while the list is empty."""

    def __init__(self, heading: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel(heading, self)
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._hint = QLabel(hint, self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.setMinimumWidth(20 * STEP)

    def sizeHint(self) -> QSize:
        return QSize(32 * STEP, 30 * STEP)

    def hold(self, list_: QTreeWidget) -> None:
        """Take the list in, which has the panel's name and keyboard."""
        list_.setAccessibleName(self._heading.text())
        self._heading.setBuddy(list_)
        self.setFocusProxy(list_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(STEP, STEP, 0, 0)
        layout.setSpacing(STEP)
        layout.addWidget(self._heading)
        layout.addWidget(self._hint)
        layout.addWidget(list_, 1)

    def show_hint(self, *, empty: bool) -> None:
        """Show the hint where the list is empty."""
        self._hint.setVisible(empty)
