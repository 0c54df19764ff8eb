"""A window beside the main one, such as that of help."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow, QToolBar

from riskdesk.kit.letter_size import grown_size
from riskdesk.kit.pressing import PressingWindow
from riskdesk.kit.qt import without


class _WholeBar(QToolBar):
    """A tool bar that is never so narrow that Qt hides a part of it, such as a search that has the keyboard."""

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class SecondWindow(PressingWindow):
    """A window beside the main one; `sizeHint` gives its size for usual letters."""

    def __init__(self, parent: QMainWindow | None = None) -> None:
        super().__init__(parent)
        # Riskdesk quits when its main window closes, even if this one is open.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)

    def take_size(self) -> None:
        """Take the size for the letters that the user has, as far as the screen has room."""
        self.resize(grown_size(self.sizeHint(), self).boundedTo(self.screen().availableGeometry().size() * 0.9))

    def open_up(self) -> None:
        """Show the window, even if it was minimized; it may still be behind others."""
        self.setWindowState(without(self.windowState(), Qt.WindowState.WindowMinimized))
        self.show()

    def add_fixed_bar(self, name: str) -> QToolBar:
        """Add a tool bar that can be neither moved nor hidden; the window is wide enough for all that is in it."""
        bar = _WholeBar(name, self)
        self.addToolBar(bar)
        bar.setMovable(False)
        return bar

    def come_to_front(self) -> None:
        """Bring the window in front of others."""
        self.raise_()
        self.activateWindow()
