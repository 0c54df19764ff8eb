"""What grows with the letters that a user has chosen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget

# How high letters are at most where nobody has asked for larger ones, in pixels.
_USUAL = 13


def grown(pixels: int, widget: QWidget) -> int:
    """A width or height that does for usual letters, for those of a widget where they are larger."""
    return max(pixels, pixels * QFontInfo(widget.font()).pixelSize() // _USUAL)


def grown_size(size: QSize, widget: QWidget) -> QSize:
    """A size that does for usual letters, for those of a widget where they are larger."""
    return QSize(grown(size.width(), widget), grown(size.height(), widget))
