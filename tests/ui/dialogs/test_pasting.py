"""What is pasted into the lines of text of a dialog."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(
    "name", ["new register", "replace", "print set", "scale", "export", "send to owners", "switch off", "save view"]
)
def test_lines_pasted_into_a_line_of_text_become_one(make: Callable[[str], QDialog], qtbot: QtBot, name: str) -> None:
    dialog = make(name)
    dialog.open()
    lines = [
        field
        for field in dialog.findChildren(QLineEdit)
        if not field.isReadOnly() and not isinstance(field.parentWidget(), QAbstractSpinBox)
    ]
    assert lines
    for field in lines:
        QGuiApplication.clipboard().setText("Two\r\nlines\n")
        field.selectAll()
        qtbot.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
        assert field.text() == "Two lines", field.accessibleName()
    dialog.reject()
