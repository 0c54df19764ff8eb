"""Telling the user something, and asking yes or no, without holding up the program."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def alert(parent: QWidget, text: str, detail: str = "") -> QMessageBox:
    """Show what went wrong in one sentence, with more under it where there is more."""
    box = _box(parent, QMessageBox.Icon.Warning, text)
    box.setInformativeText(detail)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()
    return box


def ask(parent: QWidget, question: str, yes: str, no: str, then: Callable[[], object]) -> QMessageBox:
    """Ask a question and call `then` if the answer is `yes`; Enter and Esc both mean `no`."""
    box = _box(parent, QMessageBox.Icon.Question, question)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refused = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refused)
    box.setEscapeButton(refused)
    agreed.clicked.connect(lambda: then())
    box.open()
    return box


def _box(parent: QWidget, kind: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(QGuiApplication.applicationDisplayName())
    box.setIcon(kind)
    # Text may quote what a user typed.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
