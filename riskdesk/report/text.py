"""Text as it is printed: cleaned, broken into lines, shortened to a width. It never contains markup."""

import re
import unicodedata
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import islice

from riskdesk.domain.language import with_no_break_spaces
from riskdesk.domain.text import without_control
from riskdesk.report.fonts import PIECE, Face
from riskdesk.report.shaping import JOINERS, is_shaped

ELLIPSIS = "…"
# Spaces with other widths, at which a line may end; without the thin ones, which do not break.
_WIDE_SPACES = re.compile("[\t\u1680\u2000-\u2006\u2008\u205f\u3000]")
# Joiners that do not follow an Arabic letter, as only those join by themselves: elsewhere they have no effect.
_IDLE_JOINERS = re.compile(f"(?<![\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc])[{JOINERS}]+")
_BREAKS_IN_WORDS = "/-?&=_."
# In characters, many times what a line on the largest paper holds.
_MOST_ON_LINE = 10_000


def printable(text: str) -> str:
    """`text` without invisible characters, and with the spaces that French has beside punctuation."""
    text = unicodedata.normalize("NFC", without_control(text))
    text = with_no_break_spaces(_WIDE_SPACES.sub(" ", text))
    return text if text.isascii() else "".join(filter(_leaves_mark, _IDLE_JOINERS.sub("", text)))


def plain(text: str) -> str:
    """`text` as it can be printed on one line."""
    return " ".join(part.strip(" ") for part in printable(text).split("\n"))


def is_blank(text: str) -> bool:
    """Whether a text leaves nothing visible on paper."""
    return not plain(text).strip()


def _leaves_mark(sign: str) -> bool:
    return sign in JOINERS or (unicodedata.category(sign) != "Cf" and not "\ufe00" <= sign <= "\ufe0f")


@dataclass(frozen=True)
class Type:
    """The type in which text is set: face, size and leading in points, and colour as PDF operands."""

    face: Face
    size: float
    leading: float
    colour: str

    def show(self, x: float, baseline: float, line: str, *, rtl: bool = False) -> str:
        """The operators that show a line made by this type; `rtl` if its paragraph runs from right to left."""
        if rtl or is_shaped(line):
            # In a line from right to left, trailing spaces are on its left.
            start = x - (self.width(line) - self.width(line.rstrip(" ")) if rtl else 0)
            return f"{self.colour} rg {self.face.placed(line, self.size, start, baseline, rtl=rtl)}"
        operators = self.face.operators(line, self.size)
        return f"BT {self.colour} rg 1 0 0 1 {x:.2f} {baseline:.2f} Tm {operators} ET"

    def width(self, line: str) -> float:
        """The width of a line, in points."""
        return sum(map(self.face.width, PIECE.findall(line))) * self.size / 1000

    def lines(self, text: str, width: float) -> list[str]:
        """`text` in lines of at most `width`; a space at which it was broken stays at the end of a line."""
        return list(self._lines(text, width))

    def one_line(self, text: str, width: float) -> str:
        """`text` on one line, shortened with an ellipsis if it is wider than `width`."""
        line = plain(text)[:_MOST_ON_LINE]
        if self.width(line) <= width:
            return line
        room = self.width(ELLIPSIS)
        return line[: self._fitting(line, width - room)].rstrip() + ELLIPSIS

    def at_most(self, text: str, width: float, most: int) -> list[str]:
        """`text` in at most `most` lines, the last one shortened if there would be more."""
        lines = self._lines(plain(text), width)
        shown, rest = list(islice(lines, most)), ""
        # No more of the rest than one line cannot hold, as it may be very long.
        for line in lines:
            rest += line
            if self.width(shown[-1] + rest) > width:
                break
        return [*shown[:-1], self.one_line(shown[-1] + rest, width)] if rest else shown

    def _lines(self, text: str, width: float) -> Iterator[str]:
        for part in printable(text).split("\n"):
            if part.strip():
                yield from self._broken(part.strip(" "), width)

    def _broken(self, text: str, width: float) -> Iterator[str]:
        face, limit, space = self.face, width * 1000 / self.size, self.face.advance(" ")
        line: list[str] = []
        used_width = 0.0
        for piece in PIECE.findall(text):
            word = piece.rstrip(" ")
            wide = face.width(word)
            if line and used_width + wide > limit:
                yield "".join(line)
                line, used_width = [], 0.0
            if wide > limit:
                piece = yield from self._all_but_last(self._chopped(piece, width))
                wide = face.width(piece.rstrip(" "))
            line.append(piece)
            used_width += wide + (len(piece) - len(piece.rstrip(" "))) * space
        if line:
            yield "".join(line)

    @staticmethod
    def _all_but_last(parts: Iterator[str]) -> Generator[str, None, str]:
        last = next(parts)
        for part in parts:
            yield last
            last = part
        return last

    def _chopped(self, word: str, width: float) -> Iterator[str]:
        """A word too wide for a line, in parts that fit: broken after a sign if one is near the end, or anywhere."""
        start = 0
        while (fitting := self._fitting(word, width, start)) < len(word):
            sign = max(word.rfind(sign, start, fitting) for sign in _BREAKS_IN_WORDS) + 1
            end = sign if sign - start > (fitting - start) // 3 else fitting
            yield word[start:end]
            start = end
        yield word[start:]

    def _fitting(self, line: str, width: float, start: int = 0) -> int:
        """The end of the characters from `start` that fit on a line, at least one; a mark stays with its base."""
        limit = width * 1000 / self.size
        left, end = limit, start
        while end < len(line) and (left := left - self.face.advance(line[end])) >= 0:
            end += 1
        # Letters that join may be wider together than each by itself.
        while end > start + 1 and (self._parts_mark(line, end) or self.face.width(line[start:end]) > limit):
            end -= 1
        return max(end, start + 1)

    @staticmethod
    def _parts_mark(line: str, place: int) -> bool:
        return place < len(line) and bool(unicodedata.combining(line[place]))
