"""Parts side by side or one above the other, and the borders between them, which the keyboard moves, too."""

from itertools import chain

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from riskdesk.kit.colours import colours_of
from riskdesk.kit.qt import without
from riskdesk.kit.roles import give_role
from riskdesk.kit.shapes import fill

# In pixels, for each press of an arrow.
_STEP = 16
_ALONG = {
    Qt.Orientation.Horizontal: {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1},
    Qt.Orientation.Vertical: {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1},
}


class Splitter(QSplitter):
    """Parts that share their room; the borders between them are moved by the mouse, or by arrows once Tab is there.

    As the “window splitter” of the WAI-ARIA Authoring Practices says; no border hides a part.
    """

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setChildrenCollapsible(False)

    def in_sight(self) -> list[QWidget]:
        """Its parts and the borders between them, from left to right or from top to bottom."""
        both = ((self.handle(at), self.widget(at)) for at in range(self.count()))
        return [widget for widget in chain.from_iterable(both) if widget is not None and widget.isVisible()]

    def createHandle(self) -> QSplitterHandle:
        return _Border(self.orientation(), self)


class _Border(QSplitterHandle):
    """A border between two parts: a thin line, and a broad one in the colour of the focus while it has that."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        give_role(self, QAccessible.Role.Splitter)
        self.setAccessibleName(QCoreApplication.translate("Splitter", "Border, to be moved with the arrow keys"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = _ALONG[self.orientation()].get(Qt.Key(event.key()))
        if direction is None or without(event.modifiers(), Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        else:
            self.moveSplitter(self._place() + direction * _STEP)

    def _place(self) -> int:
        """Where the line is in the splitter, in pixels from its left or top."""
        line = self.contentsRect().translated(self.pos())
        return line.left() if self.orientation() == Qt.Orientation.Horizontal else line.top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Qt leaves only the line of what can be taken with the mouse.
        self.clearMask()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            fill(painter, self.rect(), colours_of(self.palette()).focus)
            painter.end()
        else:
            super().paintEvent(event)
