"""Parts of a text on the sheet that look otherwise: what was found, what is gone, what is spelt wrong."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout

from riskdesk.desk.find import Hit
from riskdesk.kit.plain import utf16
from riskdesk.kit.waves import wave

if TYPE_CHECKING:
    from riskdesk.domain.spelling import Word


def hit(text: str, match: Hit, ground: QColor, ink: QColor) -> QTextLayout.FormatRange:
    """A place where something was found, in its colours."""
    text_format = QTextCharFormat()
    text_format.setBackground(ground)
    text_format.setForeground(ink)
    return _formatted(text, match.start, match.end, text_format)


def struck(text: str) -> QTextLayout.FormatRange:
    """A text with a line through it."""
    text_format = QTextCharFormat()
    text_format.setFontStrikeOut(True)
    return _formatted(text, 0, len(text), text_format)


def waved(text: str, word: "Word", colour: QColor) -> QTextLayout.FormatRange:
    """A word with a wavy line below it."""
    return _formatted(text, word.start, word.end, wave(colour.rgb()))


def _formatted(text: str, start: int, end: int, text_format: QTextCharFormat) -> QTextLayout.FormatRange:
    format_range = QTextLayout.FormatRange()
    format_range.start = utf16(text, start)
    format_range.length = utf16(text, end) - format_range.start
    format_range.format = text_format
    return format_range
