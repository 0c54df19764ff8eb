"""Digits by the place of their keys."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from riskdesk.kit.digits import digit
from tests.ui.keys import KEY_OF_ONE

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def typed(place: int, text: str, modifiers: Qt.KeyboardModifier = NONE) -> int | None:
    return digit(QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, place, 0, 0, text))


@pytest.mark.parametrize("row", ["1234567890", "&é\"'(-è_çà", "+ěščřžýáíé"])
def test_the_top_row_is_read_by_place(row: str) -> None:
    assert [typed(KEY_OF_ONE + place, text) for place, text in enumerate(row)] == [*range(1, 11)]
    assert [typed(KEY_OF_ONE + place, "x", SHIFT) for place in range(10)] == [*range(1, 11)]


def test_the_keypad_is_read_by_its_text_and_other_keys_are_no_digits() -> None:
    assert [typed(KEY_OF_ONE + 69, text) for text in "1234567890"] == [*range(1, 11)]
    assert [typed(place, "-") for place in (KEY_OF_ONE - 1, KEY_OF_ONE + 10)] == [None, None]
    assert [typed(0, text) for text in ("a", "", "٣", "²")] == [None] * 4
