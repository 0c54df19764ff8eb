"""The key of the manual in dialogs, where the window's own keys do not work."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from riskdesk.kit.qt import application


class HelpKey(QObject):
    """The part of a window that adds the action of the manual to each of its dialogs when it opens."""

    def __init__(self, manual: QAction, window: QMainWindow) -> None:
        super().__init__(window)
        self._manual, self._window = manual, window
        application().focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        dialog = None if now is None else now.window()
        if isinstance(dialog, QDialog) and self._is_ours(dialog) and self._manual not in dialog.actions():
            dialog.addAction(self._manual)

    def _is_ours(self, dialog: QWidget) -> bool:
        """Whether a dialog belongs to the window, if only through another one: a key with two actions does nothing."""
        above = dialog.parentWidget()
        return above is not None and (above.window() is self._window or self._is_ours(above.window()))
