"""How many lines a text takes in a cell, and how wide a column is, as far as can be told without the reader's font."""

import math
from collections.abc import Sequence

# In letters: the widest column, and the room beside a word.
_WIDEST, _BESIDE = 32, 6


def width(words: Sequence[str], usual: int, most: int = _WIDEST) -> int:
    """The width of a column, in letters, for words on one line beside a number, limited by `most`."""
    return max(usual, min(_WIDEST, most, max(map(len, words)) + _BESIDE))


def lines(text: str, room: float) -> int:
    """The approximate number of lines that a text takes where `room` letters fit in a line."""
    return sum(_lines(line, max(1, int(room))) for line in text.split("\n"))


def _lines(line: str, room: int) -> int:
    """The number of lines that a line takes as its words are wrapped, and those that are too long are broken."""
    count, filled = 1, 0
    for word in line.split(" "):
        end = filled + bool(filled) + len(word)
        if filled and end > room:
            count, end = count + 1, len(word)
        broken = max(0, math.ceil(end / room) - 1)
        count, filled = count + broken, end - broken * room
    return count
