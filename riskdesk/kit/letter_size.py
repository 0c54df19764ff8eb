"""Sizes that grow with the size of letters that a user has chosen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget

# The greatest font size, in pixels, if the user has not chosen larger letters.
_USUAL = 13


def grown(pixels: int, widget: QWidget) -> int:
    """A width or height that is right for usual letters, enlarged if those of a widget are larger."""
    return max(pixels, pixels * QFontInfo(widget.font()).pixelSize() // _USUAL)


def grown_size(size: QSize, widget: QWidget) -> QSize:
    """A size that is right for usual letters, enlarged if those of a widget are larger."""
    return QSize(grown(size.width(), widget), grown(size.height(), widget))
