"""Texts of several lines run, and are aligned, as their first letter does: in fields and where they are only read."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from riskdesk.kit.fields.text import TextField
from riskdesk.kit.shown_text import ShownText

MAKERS = pytest.mark.parametrize("make", [TextField, lambda: ShownText("Text")])


def begins_on_the_right(field: QPlainTextEdit) -> bool:
    field.moveCursor(QTextCursor.MoveOperation.Start)
    return field.cursorRect().center().x() > field.viewport().width() / 2


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[Callable[[], QPlainTextEdit]], QPlainTextEdit]:
    def show(make: Callable[[], QPlainTextEdit]) -> QPlainTextEdit:
        field = make()
        qtbot.addWidget(field)
        field.resize(300, 100)
        with qtbot.waitExposed(field):
            field.show()
        return field

    return show


@MAKERS
def test_a_text_begins_where_its_first_letter_says(
    shown: Callable[[Callable[[], QPlainTextEdit]], QPlainTextEdit], make: Callable[[], QPlainTextEdit]
) -> None:
    field = shown(make)
    for text, on_the_right in (
        ("", False),
        ("Delay", False),
        ("(2) تأخر اعتماد القانون", True),
        ("סיכון (EU)\nsecond line", True),
        ("Delay: تأخر", False),
        ("", False),
    ):
        field.setPlainText(text)
        assert begins_on_the_right(field) is on_the_right, text


def test_a_text_turns_round_as_it_is_typed_and_undo_goes_back(
    shown: Callable[[Callable[[], QPlainTextEdit]], QPlainTextEdit], qtbot: QtBot
) -> None:
    field = shown(TextField)
    # The simulated keyboard has Latin letters only.
    field.insertPlainText("(تأخر")
    assert (field.toPlainText(), begins_on_the_right(field)) == ("(تأخر", True)
    qtbot.keyClicks(field, "A")
    assert (field.toPlainText(), begins_on_the_right(field)) == ("A(تأخر", False)
    field.undo()
    assert (field.toPlainText(), begins_on_the_right(field)) == ("(تأخر", True)
