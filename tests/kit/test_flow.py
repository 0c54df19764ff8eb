"""Widgets in a flow: in their order, none over another, none beyond the edge."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.flow import Flow

SPACING = 8


@pytest.fixture
def parts(qtbot: QtBot) -> list[QWidget]:
    return [QPushButton("Save"), QCheckBox("Closed and rejected risks"), QComboBox(), QPushButton("A longer name")]


def room(qtbot: QtBot, parts: list[QWidget], width: int) -> QWidget:
    made = QWidget()
    made.setLayout(Flow(SPACING, *parts))
    qtbot.addWidget(made)
    made.resize(width, made.heightForWidth(width))
    made.show()
    return made


def places(parts: list[QWidget]) -> list[QRect]:
    return [part.geometry() for part in parts if not part.isHidden()]


def rows(parts: list[QWidget]) -> int:
    return 1 + sum(next_.top() > one.bottom() for one, next_ in pairwise(places(parts)))


@pytest.mark.parametrize("width", [200, 260, 333, 420, 1000])
def test_each_stands_within_the_room_after_the_one_before(qtbot: QtBot, parts: list[QWidget], width: int) -> None:
    shown = room(qtbot, parts, width)
    for place in places(parts):
        assert shown.rect().contains(place)
    for one, next_ in pairwise(places(parts)):
        is_beside = next_.top() <= one.bottom()
        assert next_.left() == (one.right() + 1 + SPACING if is_beside else 0)


def test_as_many_rows_as_needed(qtbot: QtBot, parts: list[QWidget]) -> None:
    shown = room(qtbot, parts, 200)
    assert rows(parts) > 1
    needed = shown.sizeHint().width()
    shown.resize(needed, shown.heightForWidth(needed))
    assert rows(parts) == 1
    assert shown.heightForWidth(needed - 1) > shown.heightForWidth(needed)


def test_what_is_hidden_has_no_room(qtbot: QtBot, parts: list[QWidget]) -> None:
    shown = room(qtbot, parts, 1000)
    before = shown.sizeHint().width()
    gone = parts[1].width()
    parts[1].hide()
    assert shown.sizeHint().width() == before - gone - SPACING
    shown.layout().activate()
    assert parts[2].x() == parts[0].width() + SPACING
