"""The formats of parts of a text on the sheet: hits, removed text, misspelt words."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout

from riskdesk.desk.find import Hit
from riskdesk.kit.plain import utf16
from riskdesk.kit.waves import wave

if TYPE_CHECKING:
    from riskdesk.domain.spelling import Word


def hit(text: str, match: Hit, ground: QColor, ink: QColor) -> QTextLayout.FormatRange:
    """The format of a hit of a search, in its colours."""
    text_format = QTextCharFormat()
    text_format.setBackground(ground)
    text_format.setForeground(ink)
    return _formatted(text, match.start, match.end, text_format)


def struck(text: str) -> QTextLayout.FormatRange:
    """The format of a text with a line through it."""
    text_format = QTextCharFormat()
    text_format.setFontStrikeOut(True)
    return _formatted(text, 0, len(text), text_format)


def waved(text: str, word: "Word", colour: QColor) -> QTextLayout.FormatRange:
    """The format of a word with a wavy line below it."""
    return _formatted(text, word.start, word.end, wave(colour.rgb()))


def _formatted(text: str, start: int, end: int, text_format: QTextCharFormat) -> QTextLayout.FormatRange:
    format_range = QTextLayout.FormatRange()
    format_range.start = utf16(text, start)
    format_range.length = utf16(text, end) - format_range.start
    format_range.format = text_format
    return format_range
