"""A line of text that is cut: whole where it has the room that it asks for, and for whoever asks what it says."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from riskdesk.kit.cut import CutLabel
from tests.ui.drawn import texts_drawn

TEXT = "All changes are saved & more"


def drawn(label: CutLabel) -> str:
    (text,) = texts_drawn(lambda painter: label.render(painter, QPoint()))
    return text


@pytest.mark.parametrize("place", [Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle])
def test_a_line_is_cut_only_where_it_has_no_room(qtbot: QtBot, place: Qt.TextElideMode) -> None:
    label = CutLabel(place)
    qtbot.addWidget(label)
    label.setText(TEXT)
    label.resize(label.sizeHint())
    assert drawn(label) == TEXT
    label.resize(label.width() // 2, label.height())
    assert drawn(label).count("…") == 1
    assert drawn(label).endswith("…") == (place is Qt.TextElideMode.ElideRight)
    assert label.text() == TEXT
