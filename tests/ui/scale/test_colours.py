"""The colours that a band can have: ink reads on each, and each is told from every other one, whoever looks."""

import math
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from riskdesk.domain.scale import BandColour, Shade
from riskdesk.kit.colours import DARK, LIGHT, Colours
from riskdesk.report.style import style
from riskdesk.ui.scale.bands import band_colour, contrast, ink_on, tint
from riskdesk.ui.scale.swatch import SWATCH, swatch

SHADES: list[Shade] = [*BandColour, 0.0, 1 / 3, 0.5, 2 / 3, 1.0]
# How people see who lack a sort of cones, for linear light.
# Machado, Oliveira, Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009.
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "without red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "without green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "without blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
# A difference of 2 can be seen side by side, one of 15 from memory.
LEAST = 15
TEXT, EDGE = 4.5, 3.0


def place_in_lab(colour: QColor, eyes: str) -> tuple[float, float, float]:
    """Where a colour lies for these eyes, in CIE L*a*b* under D65."""
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    red, green, blue = (min(1, max(0, sum(map(math.prod, zip(row, light, strict=True))))) for row in EYES[eyes])
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("eyes", EYES)
def test_no_two_colours_are_taken_for_each_other(eyes: str) -> None:
    for first, second in combinations(BandColour, 2):
        assert math.dist(place_in_lab(band_colour(first), eyes), place_in_lab(band_colour(second), eyes)) > LEAST, (
            first,
            second,
        )


@pytest.mark.parametrize("shade", SHADES)
def test_ink_reads_on_each(shade: Shade) -> None:
    ground = band_colour(shade)
    assert contrast(ink_on(ground), ground) >= TEXT
    assert contrast(QColor(LIGHT.ink), tint(shade, QColor(LIGHT.base))) >= TEXT
    assert contrast(QColor(DARK.ink), tint(shade, QColor(DARK.base))) >= TEXT


@pytest.mark.parametrize("shade", SHADES)
def test_print_has_the_same_and_black_reads_on_it(shade: Shade) -> None:
    red, green, blue = style().band_colour(shade)
    assert QColor(red, green, blue) == band_colour(shade)
    assert contrast(QColor("black"), QColor(red, green, blue)) >= TEXT


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("shade", SHADES)
def test_an_edge_of_ink_bounds_each(colours: Colours, shade: Shade) -> None:
    """Where the ground itself does not stand out from the window, the line around it does."""
    ground = band_colour(shade)
    window = QColor(colours.window)
    assert max(contrast(ground, window), contrast(QColor(colours.quiet), window)) >= EDGE


def test_a_swatch_keeps_its_colour_in_the_selected_row_of_a_list(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    icon, middle = swatch(band_colour(BandColour.PURPLE), label), SWATCH.width() // 2
    usual, selected = (icon.pixmap(SWATCH, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected))
    assert selected.pixelColor(middle, middle) == usual.pixelColor(middle, middle)
