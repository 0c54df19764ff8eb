"""The question about what would be lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from tests.ui.views.sheet.conftest import User


def question(user: User) -> QMessageBox:
    (box,) = user.sheet.findChildren(QMessageBox)
    assert box.textFormat() is Qt.TextFormat.PlainText
    return box


def press(user: User, text: str) -> None:
    (button,) = [each for each in question(user).findChildren(QPushButton) if each.text().replace("&", "") == text]
    button.click()
