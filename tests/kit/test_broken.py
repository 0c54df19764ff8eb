"""Lines end within a word where that is wider than there is room, and nowhere else within one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.cut import broken

URL = "https://office.example/documents/" + "minutes_of_the_meeting_" * 4 + "annex.pdf"
WIDTH = 160


@pytest.fixture
def label(qtbot: QtBot) -> Iterator[BreakingLabel]:
    """A label in a window that is narrow."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    new_label = BreakingLabel(window)
    layout.addWidget(new_label)
    layout.addStretch(1)
    window.resize(WIDTH, 400)
    window.show()
    yield new_label
    window.hide()


def lines(label: BreakingLabel, text: str) -> QRect:
    return label.fontMetrics().boundingRect(QRect(0, 0, label.width(), 0), Qt.TextFlag.TextWordWrap, text)


@pytest.mark.parametrize("text", [URL, f"See {URL} for more", "Donaudampfschifffahrt" * 6, "e\u0301" * 90])
def test_all_of_a_long_word_is_seen(label: BreakingLabel, text: str) -> None:
    label.setText(text)
    label.window().layout().activate()
    assert label.width() == WIDTH
    assert lines(label, label.text()).width() <= WIDTH < lines(label, text).width()
    assert label.height() == lines(label, label.text()).height()
    assert (label.words, label.accessibleName()) == (text, text)
    assert label.text().replace("\u200b", "") == text


def test_a_label_has_room_for_all_its_lines_and_its_margins(label: BreakingLabel) -> None:
    label.setContentsMargins(0, 9, 30, 7)
    label.setText("A head of many words " * 8)
    label.window().layout().activate()
    room = label.contentsRect()
    needed = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), 0), Qt.TextFlag.TextWordWrap, label.text())
    assert room.height() >= needed.height() > 3 * label.fontMetrics().lineSpacing()


def test_other_words_stay_whole_and_are_so_again_in_more_room(label: BreakingLabel) -> None:
    text = "Lack of commitment among national actors\n\nBuild capacity"
    label.setText(text)
    assert label.text() == text
    label.setText(URL)
    assert label.text() != URL
    label.window().resize(4000, 400)
    label.window().layout().activate()
    assert label.text() == URL


def test_an_ampersand_is_shown_beside_a_field_too(label: BreakingLabel) -> None:
    label.setText("R&D")
    before = label.grab().toImage()
    label.setBuddy(label.window())
    assert label.grab().toImage() == before
    assert label.accessibleName() == "R&D"


def test_what_makes_one_sign_is_not_parted(label: BreakingLabel) -> None:
    metrics = label.fontMetrics()
    assert broken("e\u0301a" * 40, metrics, 20).split("\u200b") == ["e\u0301", "a"] * 40
    assert broken("👩‍🚀" * 20, metrics, 20).split("\u200b") == ["👩‍🚀"] * 20
    assert broken("", metrics, 0) == ""
