"""Answers to the dialogs of a window."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget


def press(box: QDialog, text: str) -> None:
    """Click the only button with this text, or a part of it."""
    (button,) = [button for button in box.findChildren(QPushButton) if text in button.text().replace("&", "")]
    button.click()


def choose(parent: QWidget, path: Path) -> None:
    """Answer the dialog that asks for a file."""
    (dialog,) = parent.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
