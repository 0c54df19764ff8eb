"""The export dialog as its user sees it, and a window for it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.ui.dialogs.asking import FOLDER
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.transfer.export import ExportDialog
from tests.ui.conftest import Opened


def export_window(open_window: Opened, folder: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window that exports to a folder and opens no file."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    window = open_window()
    window._settings.set(FOLDER, str(folder))
    return window


class ExportForm:
    """The export dialog as its user sees it."""

    def __init__(self, window: MainWindow, qtbot: QtBot, key: str = "E") -> None:
        modifiers = Qt.KeyboardModifier.ControlModifier
        if key == "E":
            modifiers |= Qt.KeyboardModifier.ShiftModifier
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, key.lower(), modifiers)
        qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None)
        self.dialog, self._qtbot = window.findChild(ExportDialog), qtbot
        qtbot.waitUntil(self.dialog.isActiveWindow)

    @property
    def visible_names(self) -> list[str]:
        """The names of the fields that can be seen, from above to below."""
        fields = [
            widget for widget in self.dialog.findChildren(QWidget) if widget.accessibleName() and widget.isVisible()
        ]
        known = [
            widget
            for widget in fields
            if isinstance(widget, QComboBox | QLineEdit) or widget.accessibleName() == "Columns"
        ]
        return [
            widget.accessibleName()
            for widget in sorted(known, key=lambda widget: widget.mapTo(self.dialog, widget.pos()).y())
        ]

    def box(self, name: str) -> QComboBox:
        return next(combo for combo in self.dialog.findChildren(QComboBox) if combo.accessibleName() == name)

    def offered(self, name: str) -> list[str]:
        box = self.box(name)
        return [box.itemText(place) for place in range(box.count())]

    def choose(self, name: str, text: str) -> None:
        """Go down through a field to the first choice that begins so."""
        box = self.box(name)
        self._qtbot.keyClick(box, Qt.Key.Key_Home)
        for _ in range(next(place for place, label in enumerate(self.offered(name)) if label.startswith(text))):
            self._qtbot.keyClick(box, Qt.Key.Key_Down)

    @property
    def file(self) -> QLineEdit:
        return next(field for field in self.dialog.findChildren(QLineEdit) if field.accessibleName() == "File")

    def go(self) -> Path:
        path = self.dialog.path()
        self._qtbot.keyClick(self.dialog, Qt.Key.Key_Return)
        self._qtbot.waitUntil(path.exists, timeout=20_000)
        return path
