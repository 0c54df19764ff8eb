"""The key of the manual in dialogs and other windows, where the main window's own keys do not work."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from riskdesk.kit.qt import application


class HelpKey(QObject):
    """The part of a main window that adds the action of the manual to each dialog and window above it as it opens.

    Windows without a parent take it over themselves.
    """

    def __init__(self, manual: QAction, window: QMainWindow) -> None:
        super().__init__(window)
        self._manual = manual
        application().focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        window = None if now is None else now.window()
        if isinstance(window, QDialog | QMainWindow) and self._is_ours(window):
            window.addAction(self._manual)

    def _is_ours(self, window: QWidget) -> bool:
        """Whether a window is above one that has the action: a key with the actions of two windows does nothing."""
        above = window.parentWidget()
        return above is not None and (self._manual in above.window().actions() or self._is_ours(above.window()))
