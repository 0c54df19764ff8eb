"""The fonts of a matrix, their measures, and words broken or cut to fit."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from riskdesk.domain.matrix import Board
from riskdesk.ui.views.matrix.arranging import Sizes
from riskdesk.ui.views.sheet.layout.style import FACE, load_face

# The sizes of text at zoom 1, in pixels.
_TEXT, _SMALL = 13.0, 11.0
# The least height of a chip, to be hit easily.
_LEAST_CHIP = 24.0
# References up to this number of letters are shown whole.
_LONGEST_REFERENCE = 12
# A title is shown if there is room for this number of letters.
_TITLE_LETTERS = 12


class MatrixFonts:
    """The fonts of a matrix at a zoom, and the measures that depend on them."""

    def __init__(self, zoom: float = 1.0) -> None:
        load_face()
        self.text, self.bold = _font(_TEXT * zoom), _font(_TEXT * zoom, bold=True)
        self.small, self.small_bold = _font(_SMALL * zoom), _font(_SMALL * zoom, bold=True)
        self._zoom = zoom

    def line(self, font: QFont) -> float:
        """The height of a line in one of the fonts."""
        return QFontMetricsF(font).height()

    def sizes(self, board: Board, margin: float, title: str) -> Sizes:
        """The measures for a board: `margin` is the width of counts beside the cells, `title` that above the tray."""
        metrics, small = QFontMetricsF(self.text), QFontMetricsF(self.small)
        padding = metrics.horizontalAdvance("0")
        letters = max(2, min(board.longest_reference, _LONGEST_REFERENCE))
        reference = QFontMetricsF(self.bold).horizontalAdvance("0" * letters) + padding
        return Sizes(
            line=metrics.height() + 2,
            small=small.height(),
            chip=max(_LEAST_CHIP, metrics.height() + 4 * self._zoom),
            gap=max(2.0, 4 * self._zoom),
            reference=reference,
            titled=reference + _TITLE_LETTERS * padding,
            count=QFontMetricsF(self.small_bold).horizontalAdvance(f"+{board.size:,}") + padding,
            margin=margin,
            title=_width_in_two(title, self.small_bold),
        )


def _font(pixels: float, *, bold: bool = False) -> QFont:
    font = QFont(FACE)
    font.setPixelSize(max(1, round(pixels)))
    font.setBold(bold)
    # For the same widths on a screen and on paper.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def width_of(text: str, font: QFont) -> float:
    """The width of a line of text."""
    return QFontMetricsF(font).horizontalAdvance(text)


def _width_in_two(text: str, font: QFont) -> float:
    """The least width of a text in two lines."""
    words = text.split(" ")
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return min(max(width_of(line, font) for line in lines) for lines in halves)


def cut(text: str, font: QFont, width: float) -> str:
    """A line of text, cut at its end if it is too long."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Text in at most `most` lines, broken between words; what has no room is left out."""
    metrics = QFontMetricsF(font)
    lines = broken(text, lambda line: metrics.horizontalAdvance(line) <= width)
    if len(lines) > most:
        lines[max(0, most - 1) :] = [" ".join(lines[max(0, most - 1) :])]
    return [cut(line, font, width) for line in lines[:most]]


def broken(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Text in lines that fit; a word that is too long by itself is a line of its own."""
    lines: list[str] = []
    # A no-break space holds a number together.
    for word in text.split(" "):
        if lines and fits(f"{lines[-1]} {word}"):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
