"""Two texts beside each other, each in one line, so that their difference is seen."""

import re
import unicodedata
from itertools import takewhile

from riskdesk.domain.text import LONGEST, in_a_line, readable, short

# How much of what two texts have in common is kept before the place at which they differ.
_BEFORE = 20
# The category of characters that are not shown, and what stands for those that many texts have.
_INVISIBLE = "Cf"
_SIGNS = {"\n": "↵", "\t": "⇥", "\u00a0": "␣", "\u00ad": "¬"}
# A space that is not seen as it is at an edge or beside another one.
_SPARE = re.compile(r"\A |(?<= ) | \Z")


def side_by_side(one: str, other: str, *, room: int = LONGEST) -> tuple[str, str]:
    """Two texts as `short` gives them, cut so that they first differ among the first `room` characters.

    If they differ only in what nobody sees, such as line ends and no-break spaces, there are signs for it.
    """
    lines = in_a_line(one), in_a_line(other)
    if _look_alike(one, other):
        lines = _with_signs(one), _with_signs(other)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*lines, strict=False)))
    before = min(_BEFORE, room // 2)
    if lines[0] != lines[1] and common + before > room and max(map(len, lines)) > room:
        lines = f"…{lines[0][common - before :]}", f"…{lines[1][common - before :]}"
    return short(lines[0]), short(lines[1])


def told_apart(one: str, other: str) -> tuple[str, str]:
    """Two texts with signs for what nobody sees if they differ only in that; else as they are."""
    return (_with_signs(one), _with_signs(other)) if _look_alike(one, other) else (one, other)


def _look_alike(one: str, other: str) -> bool:
    return one != other and _seen(one) == _seen(other)


def _seen(text: str) -> str:
    return "".join(sign for sign in in_a_line(text) if unicodedata.category(sign) != _INVISIBLE)


def _with_signs(text: str) -> str:
    """A text in one line, with a sign or the code for each character that looks like nothing or like a space."""
    return "".join(map(_sign, _SPARE.sub("·", readable(text))))


def _sign(character: str) -> str:
    if character == " " or not (character.isspace() or unicodedata.category(character) == _INVISIBLE):
        return character
    return _SIGNS.get(character) or f"[U+{ord(character):04X}]"
