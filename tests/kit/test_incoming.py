"""A field of text: how one leaves a line, and keys that do what they do in Word."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.fields.line import LineField
from riskdesk.kit.fields.text import TextField
from riskdesk.kit.incoming import IntoLine
from riskdesk.kit.plain import plain_text

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LONG = "Directorate of Programme Co-ordination, with all of its divisions and field offices"


@pytest.fixture(params=[QLineEdit, LineField])
def line(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[QLineEdit]:
    """A line in which a long text is being written, with another one after it."""
    both = QWidget()
    layout = QHBoxLayout(both)
    fields = request.param(), QLineEdit()
    for field in fields:
        field.setFixedWidth(120)
        layout.addWidget(field)
    if request.param is QLineEdit:
        IntoLine(fields[0])
    qtbot.addWidget(both)
    both.show()
    qtbot.waitUntil(both.isActiveWindow)
    fields[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(fields[0], LONG)
    assert fields[0].cursorPosition() == len(LONG)
    yield fields[0]
    both.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_who_goes_on_leaves_its_beginning_in_sight(line: QLineEdit, key: Qt.Key) -> None:
    QTest.keyClick(line, key)
    assert QApplication.focusWidget() is not line
    assert (line.cursorPosition(), line.text()) == (0, LONG)


def test_who_is_led_away_for_a_moment_goes_on_where_it_was(line: QLineEdit) -> None:
    for reason in (
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.OtherFocusReason,
    ):
        line.clearFocus() if reason == Qt.FocusReason.OtherFocusReason else line.nextInFocusChain().setFocus(reason)
        assert QApplication.focusWidget() is not line
        line.setFocus(reason)
        assert line.cursorPosition() == len(LONG), reason


def written(field: QLineEdit | TextField) -> str:
    return field.text() if isinstance(field, QLineEdit) else plain_text(field)


@pytest.mark.parametrize("kind", [QLineEdit, LineField, TextField])
@pytest.mark.parametrize("read_only", [False, True])
def test_keys_of_word_write_a_no_break_space_and_paste_text(
    qtbot: QtBot, kind: type[QLineEdit | TextField], *, read_only: bool
) -> None:
    field = kind()
    qtbot.addWidget(field)
    if kind is QLineEdit:
        IntoLine(field)
    QGuiApplication.clipboard().setText("150")
    QTest.keyClick(field, Qt.Key.Key_V, BOTH)
    field.setReadOnly(read_only)
    QTest.keyClick(field, Qt.Key.Key_Space, BOTH)
    QTest.keyClick(field, Qt.Key.Key_V, BOTH)
    assert written(field) == ("150" if read_only else "150\u00a0150")
