"""The borders between parts: Tab reaches them, arrows move them, and who is there sees it."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QSplitterHandle
from pytestqt.qtbot import QtBot

from riskdesk.kit.splitter import _STEP, Splitter
from tests.kit.pictures import change, picture

LINE = 3
LEAST = 100


@pytest.fixture(params=list(Qt.Orientation), ids=lambda orientation: orientation.name.lower())
def splitter(request: pytest.FixtureRequest, qtbot: QtBot) -> Splitter:
    parts = Splitter(request.param)
    qtbot.addWidget(parts)
    for _ in range(2):
        part = QListWidget(parts)
        part.setMinimumSize(LEAST, LEAST)
        parts.addWidget(part)
    parts.resize(480, 480)
    parts.show()
    parts.setSizes([240, 240])
    return parts


def border(splitter: Splitter) -> QSplitterHandle:
    """The border between the two, with the focus that Tab gives it."""
    splitter.widget(0).setFocus()
    handle = splitter.handle(1)
    for _ in range(2):
        if not handle.hasFocus():
            QTest.keyClick(splitter.window().focusWidget(), Qt.Key.Key_Tab)
    assert handle.hasFocus()
    return handle


def keys(splitter: Splitter) -> tuple[Qt.Key, Qt.Key]:
    """What moves a border back and on."""
    is_beside = splitter.orientation() == Qt.Orientation.Horizontal
    return (Qt.Key.Key_Left, Qt.Key.Key_Right) if is_beside else (Qt.Key.Key_Up, Qt.Key.Key_Down)


def test_arrows_move_it_as_far_as_the_parts_allow(splitter: Splitter, qtbot: QtBot) -> None:
    handle, (back, on) = border(splitter), keys(splitter)
    before = splitter.sizes()
    with qtbot.waitSignal(splitter.splitterMoved):
        QTest.keyClick(handle, on)
    assert splitter.sizes() == [before[0] + _STEP, before[1] - _STEP]
    QTest.keyClick(handle, back, Qt.KeyboardModifier.KeypadModifier)
    assert splitter.sizes() == before
    for key, at_the_end in ((back, 0), (on, 1)):
        for _ in range(sum(before) // _STEP):
            QTest.keyClick(handle, key)
        assert splitter.sizes()[at_the_end] == LEAST
    assert handle.hasFocus()


def test_no_other_keys_move_it(splitter: Splitter) -> None:
    handle, along = border(splitter), keys(splitter)
    before = splitter.sizes()
    others = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_A} - {*along}
    for key in others:
        QTest.keyClick(handle, key)
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        QTest.keyClick(handle, along[1], modifier)
    assert splitter.sizes() == before


def test_who_is_there_sees_it_broad_whatever_its_size_and_only_while_it_has_the_focus(splitter: Splitter) -> None:
    handle = splitter.handle(1)
    for length in (480, 400):
        splitter.resize(length, length)
        splitter.widget(0).setFocus()
        before = picture(splitter)
        border(splitter)
        now = picture(splitter)
        for corner in (handle.rect().topLeft(), handle.rect().bottomRight()):
            place = QRect(handle.mapTo(splitter, corner), QSize(1, 1))
            assert change(before.copy(place), now.copy(place)) >= LINE
        splitter.widget(0).setFocus()
        assert picture(splitter) == before


def test_it_can_be_taken_with_the_mouse_without_taking_the_focus(splitter: Splitter) -> None:
    splitter.widget(0).setFocus()
    handle, before = splitter.handle(1), splitter.sizes()
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(30, 30))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    assert splitter.sizes() != before
    assert splitter.widget(0).hasFocus()


def test_it_is_heard_as_what_it_is(splitter: Splitter) -> None:
    heard = QAccessible.queryAccessibleInterface(splitter.handle(1))
    assert heard.role() == QAccessible.Role.Splitter
    assert heard.text(QAccessible.Text.Name)
