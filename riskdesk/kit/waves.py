"""The wavy line below a misspelt word."""

from functools import cache

from PySide6.QtGui import QColor, QTextCharFormat


@cache
def wave(colour: int) -> QTextCharFormat:
    """The format of text with a wavy line below it, in a colour as a number (`QColor.rgb`)."""
    text_format = QTextCharFormat()
    text_format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    text_format.setUnderlineColor(QColor(colour))
    return text_format
