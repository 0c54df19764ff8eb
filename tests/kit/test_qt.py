"""What Qt leaves open, said once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from riskdesk.kit.qt import without_arguments


def test_a_slot_leaves_out_whether_its_button_is_checked(qtbot: QtBot) -> None:
    button, given = QPushButton(), list[object]()
    qtbot.addWidget(button)
    button.setCheckable(True)

    def note(checked: object = "nothing") -> None:
        given.append(checked)

    button.clicked.connect(without_arguments(note))
    button.clicked.connect(note)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert given == ["nothing", True]
