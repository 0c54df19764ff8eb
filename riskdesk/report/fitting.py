"""Computes the widths of table columns: short texts get what they need, within limits, long texts share the rest."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from riskdesk.report.text import Type, plain

# In points: the greatest width of columns of short texts beside one column of long texts, or beside several; the
# longest word that is usually not broken. Below: the least width of columns of long texts, if others can be narrower.
_WIDEST_OF_ONE, _WIDEST, _LONGEST_WORD = 130.0, 92.0, 64.0
# Words up to this length are not broken in columns of long texts, if there is room.
_LONGEST_IN_TEXT = 120.0
_LEAST_OF_ONE, _LEAST = 120.0, 225.0
# The width for each column of long texts beside which the longest words of the others are not broken.
_MUCH = 140.0
# The greatest number of lines of a head, if there is room.
_HEAD_LINES = 4
# The least width of a column of long texts, even if words of other columns are broken for it.
_LEAST_OF_ALL = 60.0
# The share of the remaining room that is divided evenly among columns of long texts, whatever their content.
_EVENLY = 0.4
# How much wider short texts, especially capitals, are in the font of Word documents, which have the same columns.
_AIR = 1.1
# Keeps rounding errors from making a sum of widths too narrow for its text.
_SLACK = 0.5


@dataclass(frozen=True)
class Content:
    """The content of a column, as far as its width depends on it.

    `long` texts get the room that the others leave; `whole` ones are never broken.

    The words of `firm` texts are broken last. Texts may be `bold` or `centred`. `meaning` is the full form of a
    shortened title; `limit` is as for a column of a table. Texts are indented by `indent`, in points.
    """

    title: str
    texts: Collection[str] = ()
    long: bool = False
    whole: bool = False
    bold: bool = False
    firm: bool = False
    centred: bool = False
    meaning: str = ""
    limit: bool = False
    indent: float = 0.0


def widths(columns: Sequence[Content], total: float, padding: float, regular: Type, bold: Type) -> list[float]:
    """The width of each column, in all `total`; words of heads are broken only if there is no other way."""
    frame = 2 * padding + _SLACK
    short = [column for column in columns if not column.long]
    long = [column for column in columns if column.long]
    room = max(total / 2, total - len(long) * _LEAST_OF_ALL)
    narrowest = [_narrowest(column, regular, bold) for column in short]
    most, least_of_long = (_WIDEST_OF_ONE, _LEAST_OF_ONE) if len(long) == 1 else (_WIDEST, _LEAST)
    # If there is room, words are not broken in the font of Word documents either, and no head is too tall; if there is
    # much, not even long words, such as names.
    for longest, limit in ((most, total - len(long) * _MUCH), (_LONGEST_WORD, room)):
        airy = [_airy(column, regular, bold, longest) for column in short]
        if fits := sum(airy) + len(airy) * frame <= limit:
            break
    least = [width + frame for width in (airy if fits else narrowest)]
    preferred = [
        max(low, min(most, _comfortable(column, regular, bold)) + frame)
        for column, low in zip(short, least, strict=True)
    ]
    short_widths = _shared(total - len(long) * least_of_long, least, preferred)
    if not long:
        return [width * total / sum(short_widths) for width in short_widths]
    if sum(short_widths) > room:
        firm = [_narrowest(_firm(column), regular, bold) + frame for column in short]
        short_widths = _shared(room, firm, least)
    narrow = iter(_levelled(room, short_widths))
    left = total - min(room, sum(short_widths))
    whole, least_long = (
        [_readable(column, frame, regular, bold, longest) for column in long]
        for longest in (_LONGEST_IN_TEXT, _LONGEST_WORD)
    )
    rest = iter(_portions(left, long, whole if sum(whole) <= left else least_long))
    return [next(rest) if column.long else next(narrow) for column in columns]


def least_width(columns: Sequence[Content], padding: float, regular: Type, bold: Type) -> float:
    """The least width of a table in which no word is broken and columns of long texts are readable."""
    frame = 2 * padding + _SLACK
    return sum(
        _readable(column, frame, regular, bold) if column.long else _narrowest(column, regular, bold) + frame
        for column in columns
    )


def is_long(texts: Collection[str], type_: Type) -> bool:
    """Whether texts need more room than a column of short texts gets."""
    return _widest(texts, type_) > _WIDEST_OF_ONE


def _shared(room: float, least: Sequence[float], preferred: Sequence[float]) -> list[float]:
    """The preferred widths if there is room, else proportionally less, but not less than the least ones."""
    slack = sum(preferred) - sum(least)
    share = 1.0 if not slack else max(0.0, min(1.0, (room - sum(least)) / slack))
    return [low + share * (high - low) for low, high in zip(least, preferred, strict=True)]


def _levelled(room: float, preferred: Sequence[float]) -> list[float]:
    """The preferred widths; if there is too little room, the widest are cut to one width, so that others stay whole."""
    left, levelled = room, list(preferred)
    for served, place in enumerate(sorted(range(len(preferred)), key=preferred.__getitem__)):
        levelled[place] = min(preferred[place], left / (len(preferred) - served))
        left -= levelled[place]
    return levelled


def _portions(room: float, columns: Sequence[Content], least: Sequence[float]) -> list[float]:
    """The widths of columns of long texts, by the amount of text, so that all become about equally tall.

    Each gets its least width if that is possible.
    """
    free = room - sum(least)
    if free <= 0:
        return [width * room / sum(least) for width in least]
    amounts = [1 + sum(map(len, column.texts)) for column in columns]
    floors = [low + free * _EVENLY / len(columns) for low in least]
    extras = [max(0.0, room * amount / sum(amounts) - floor) for amount, floor in zip(amounts, floors, strict=True)]
    rest = free * (1 - _EVENLY)
    return [floor + rest * more / sum(extras) for floor, more in zip(floors, extras, strict=True)]


def _readable(column: Content, frame: float, regular: Type, bold: Type, longest: float = _LONGEST_WORD) -> float:
    """The least width of a column of long texts in which words up to the longest are not broken."""
    return max(_narrowest(column, regular, bold, longest) + frame, _LEAST_OF_ALL)


def _comfortable(column: Content, regular: Type, bold: Type) -> float:
    """The width at which each text of a column fits on one line, and its head on two."""
    return max(_AIR * _widest(column.texts, _type(column, regular, bold)), _headed(column, bold, 2))


def _headed(column: Content, bold: Type, most: int) -> float:
    """The least width at which the head of a column fits on `most` lines."""
    words = column.title.split(" ")
    parts = (" ".join(words[start:end]) for start, end in combinations(range(len(words) + 1), 2))
    widths = sorted(bold.width(plain(part)) for part in parts)
    return next((width for width in widths if len(bold.lines(column.title, width)) <= most), 0.0)


def _type(column: Content, regular: Type, bold: Type) -> Type:
    return bold if column.bold else regular


def _narrowest(column: Content, regular: Type, bold: Type, longest: float = _LONGEST_WORD, air: float = 1.0) -> float:
    head = _widest(column.title.split(), bold)
    type_ = _type(column, regular, bold)
    if column.whole:
        return max(head, air * _widest(column.texts, type_))
    # Words joined by a no-break space count as one.
    words = {word for text in column.texts for word in re.split(r"[ \t\n]", text)}
    return max(head, min(longest, air * _widest(words, type_)) + column.indent)


def _airy(column: Content, regular: Type, bold: Type, longest: float) -> float:
    """The least width at which words up to the longest are whole in Word, too, and the head is not too tall."""
    return max(_narrowest(column, regular, bold, longest, _AIR), _headed(column, bold, _HEAD_LINES))


def _firm(column: Content) -> Content:
    """A column reduced to what may only be broken last, for its least width."""
    return column if column.firm or column.whole else replace(column, texts=())


def _widest(texts: Collection[str], type_: Type) -> float:
    return max((type_.width(plain(text)) for text in texts), default=0.0)
