"""What the panels on the left have in common: a heading over a list, and a word where the list is empty."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLabel, QTreeWidget, QVBoxLayout, QWidget

from riskdesk.kit.theme import STEP


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

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if any(pressed == key for key in self._keys):
                event.accept()
                return True
        return super().event(event)


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
