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
    widget = QWidget()
    widget.setLayout(Flow(SPACING, *parts))
    qtbot.addWidget(widget)
    widget.resize(width, widget.heightForWidth(width))
    widget.show()
    return widget


def places(parts: list[QWidget]) -> list[QRect]:
    return [part.geometry() for part in parts if not part.isHidden()]


def rows(parts: list[QWidget]) -> int:
    return 1 + sum(following.top() > previous.bottom() for previous, following in pairwise(places(parts)))


@pytest.mark.parametrize("width", [200, 260, 333, 420, 1000])
def test_each_stands_within_the_room_after_the_one_before(qtbot: QtBot, parts: list[QWidget], width: int) -> None:
    widget = room(qtbot, parts, width)
    for place in places(parts):
        assert widget.rect().contains(place)
    for previous, following in pairwise(places(parts)):
        is_beside = following.top() <= previous.bottom()
        assert following.left() == (previous.right() + 1 + SPACING if is_beside else 0)


def test_a_flow_has_as_many_rows_as_needed(qtbot: QtBot, parts: list[QWidget]) -> None:
    widget = room(qtbot, parts, 200)
    assert rows(parts) > 1
    needed = widget.sizeHint().width()
    widget.resize(needed, widget.heightForWidth(needed))
    assert rows(parts) == 1
    assert widget.heightForWidth(needed - 1) > widget.heightForWidth(needed)


def test_what_is_hidden_has_no_room(qtbot: QtBot, parts: list[QWidget]) -> None:
    widget = room(qtbot, parts, 1000)
    before = widget.sizeHint().width()
    gone = parts[1].width()
    parts[1].hide()
    assert widget.sizeHint().width() == before - gone - SPACING
    widget.layout().activate()
    assert parts[2].x() == parts[0].width() + SPACING
