"""The key of the manual in dialogs, where those of the window rest."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget


class HelpKey(QObject):
    """Adds the action that shows the manual to each dialog that comes up."""

    def __init__(self, manual: QAction) -> None:
        super().__init__(manual)
        self._manual = manual
        application = QApplication.instance()
        assert isinstance(application, QApplication), "there is a window"
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        window = None if now is None else now.window()
        if isinstance(window, QDialog) and self._manual not in window.actions():
            window.addAction(self._manual)
