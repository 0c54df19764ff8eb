"""The link that Tab leads to in a text is heard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.linked_text import LinkedText
from tests.hearing import hearing


@pytest.fixture
def around() -> QWidget:
    return QWidget()


@pytest.fixture
def text(qtbot: QtBot, around: QWidget) -> LinkedText:
    layout, linked_text = QVBoxLayout(around), LinkedText(around)
    linked_text.setHtml('<p>See <a href="#one">the first one</a> or <a href="#two">the other</a>.</p>')
    layout.addWidget(linked_text)
    layout.addWidget(QLineEdit(around))
    qtbot.addWidget(around)
    around.show()
    qtbot.waitUntil(around.isActiveWindow)
    linked_text.setFocus()
    return linked_text


def test_each_link_is_heard_as_the_keys_go_there(text: LinkedText) -> None:
    with hearing() as announcements:
        QTest.keyClick(text, Qt.Key.Key_Tab)
        QTest.keyClick(text, Qt.Key.Key_Tab)
        QTest.keyClick(text, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    messages = [event.message() for event in announcements]
    assert messages == ["the first one, link", "the other, link", "the first one, link"]
    assert {event.politeness() for event in announcements} == {QAccessible.AnnouncementPoliteness.Assertive}


def test_nothing_is_heard_once_tab_has_left_the_text(text: LinkedText) -> None:
    for _ in range(2):
        QTest.keyClick(text, Qt.Key.Key_Tab)
    with hearing() as announcements:
        QTest.keyClick(text, Qt.Key.Key_Tab)
    assert not text.hasFocus()
    assert announcements == []
