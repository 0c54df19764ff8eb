"""What Qt leaves open, said once."""

import ast
import enum
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

import riskdesk
from riskdesk.kit.qt import without, without_arguments

FOLDER = Path(riskdesk.__file__).parent
_Mod = Qt.KeyboardModifier


class AsOnWindows(enum.Flag, boundary=enum.KEEP):
    """The modifiers of keys as PySide has them there."""

    ShiftModifier = _Mod.ShiftModifier.value
    ControlModifier = _Mod.ControlModifier.value
    AltModifier = _Mod.AltModifier.value
    KeypadModifier = _Mod.KeypadModifier.value
    KeyboardModifierMask = -_Mod.ShiftModifier.value


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


@pytest.mark.parametrize("kind", [_Mod, AsOnWindows])
def test_flags_without_some_are_the_others_of_them(kind: type[enum.Flag]) -> None:
    shift, control, alt, keypad = (kind[f"{name}Modifier"] for name in ("Shift", "Control", "Alt", "Keypad"))
    assert without(alt | shift, shift) == alt
    assert without(alt | shift | keypad, shift | keypad | control) == alt
    assert without(alt, keypad) == alt
    assert not without(shift | keypad, keypad | shift)


@pytest.mark.parametrize("room", ["app", "kit", "ui"])
def test_no_flags_are_inverted_as_python_does_it_wrongly_on_windows(room: str) -> None:
    inverted = [
        f"{path.relative_to(FOLDER)}:{node.lineno}"
        for path in (FOLDER / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Invert)
    ]
    assert inverted == []
