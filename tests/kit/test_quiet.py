"""Quiet buttons are alike, and a bar parts what stands on it."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QStatusBar
from pytestqt.qtbot import QtBot

from riskdesk.kit.colours import DARK, LIGHT, Colours
from riskdesk.kit.quiet import QuietButton
from riskdesk.kit.style import WindowStyle
from tests.kit.pictures import colours_in, commonest, picture


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_hairlines_part_what_stands_on_a_status_line(qtbot: QtBot, colours: Colours) -> None:
    bar, style = QStatusBar(), WindowStyle()
    style.colours = colours
    qtbot.addWidget(bar)
    bar.setPalette(colours.palette())
    bar.setStyle(style)
    first, second, third = QLabel("Saved"), QLabel("31 risks"), QLabel("12 assessed")
    bar.addWidget(first)
    for part in (second, third):
        bar.addPermanentWidget(part)
    bar.resize(600, 32)
    bar.show()
    image = picture(bar)

    def line_before(part: QLabel) -> int:
        room = QRect(part.x() - 4, part.y() + 6, 4, part.height() - 12)
        return colours_in(image, room)[QColor(colours.rule).rgb()]

    assert line_before(first) == 0
    assert line_before(second) == line_before(third) > 0


def test_there_is_as_much_air_before_the_icon_as_behind_the_word(qtbot: QtBot) -> None:
    button, style = QuietButton("bell"), WindowStyle()
    button.setText("HHH")
    qtbot.addWidget(button)
    button.setStyle(style)
    button.resize(button.sizeHint())
    image = picture(button)
    ground = commonest(image, image.rect()).rgb()
    columns = [
        x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(4, image.height() - 4))
    ]
    assert abs(columns[0] - (image.width() - 1 - columns[-1])) <= 3
