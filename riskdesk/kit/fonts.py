"""Fonts that differ from another one, which is left as it is."""

from PySide6.QtGui import QFont


def bold_font(font: QFont) -> QFont:
    """Return a bold copy of a font."""
    bold = QFont(font)
    bold.setBold(True)
    return bold


def scaled_font(font: QFont, factor: float) -> QFont:
    """Return a copy of a font whose letters are a factor as large."""
    scaled = QFont(font)
    scaled.setPointSizeF(font.pointSizeF() * factor)
    return scaled
