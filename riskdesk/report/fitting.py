"""How wide the columns of a table are: as their content needs, within limits, and what is left for those of text."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from riskdesk.report.text import Type, plain

# In points: more than this is not given to a column of short texts, where one column or several hold long ones, and
# less than this not to one of long ones, as long as those of short texts can be narrower.
_WIDEST_OF_ONE, _WIDEST, _LONGEST_WORD = 130.0, 92.0, 64.0
# Words up to this long are kept whole in columns of long texts where those have the room.
_LONGEST_IN_TEXT = 120.0
_LEAST_OF_ONE, _LEAST = 120.0, 225.0
# How many lines a head takes at most where there is room.
_HEAD_LINES = 4
# What is left to a column of long texts though words of others are broken for it.
_LEAST_OF_ALL = 60.0
# So much of the room that is left to columns of long texts is shared evenly, whatever they hold.
_EVENLY = 0.4
# So much wider are short texts, capitals above all, in the font of Word documents, which have the same columns.
_AIR = 1.1
# So that a sum of widths is never a hair wider than itself.
_SLACK = 0.5


@dataclass(frozen=True)
class Content:
    """The content of a column, as its width depends on it.

    `long` texts take what the others leave, `whole` ones are never broken.

    The words of `firm` texts are broken last. Some texts may be `bold`; `centred` ones stand in the middle. `meaning`
    is what a title that is shortened stands for; `limit` as in a column of a table. Texts stand in by an `indent`, in
    points.
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
    """The width of each column, which together are `total`; no word of a head is broken where there is a way."""
    frame = 2 * padding + _SLACK
    short = [column for column in columns if not column.long]
    long = [column for column in columns if column.long]
    room = max(total / 2, total - len(long) * _LEAST_OF_ALL)
    narrowest = [_narrowest(column, regular, bold) for column in short]
    # Where there is room, words are whole in the font of Word documents as well, and no head is a tower.
    airy = [max(_narrowest(column, regular, bold, air=_AIR), _headed(column, bold, _HEAD_LINES)) for column in short]
    fits = sum(airy) + len(airy) * frame <= room
    least = [width + frame for width in (airy if fits else narrowest)]
    most, least_of_long = (_WIDEST_OF_ONE, _LEAST_OF_ONE) if len(long) == 1 else (_WIDEST, _LEAST)
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
    """How wide a table must be so that no word needs to be broken and columns of long texts can be read."""
    frame = 2 * padding + _SLACK
    return sum(
        _readable(column, frame, regular, bold) if column.long else _narrowest(column, regular, bold) + frame
        for column in columns
    )


def is_long(texts: Collection[str], type_: Type) -> bool:
    """Whether texts need more room than a column of short ones is given."""
    return _widest(texts, type_) > _WIDEST_OF_ONE


def _shared(room: float, least: Sequence[float], preferred: Sequence[float]) -> list[float]:
    """What each column wants where there is room, else less, but no less than the least."""
    slack = sum(preferred) - sum(least)
    share = 1.0 if not slack else max(0.0, min(1.0, (room - sum(least)) / slack))
    return [low + share * (high - low) for low, high in zip(least, preferred, strict=True)]


def _levelled(room: float, preferred: Sequence[float]) -> list[float]:
    """What each column wants, but where that is too much no more than the others get: those of a word stay whole."""
    left, levelled = room, list(preferred)
    for served, place in enumerate(sorted(range(len(preferred)), key=preferred.__getitem__)):
        levelled[place] = min(preferred[place], left / (len(preferred) - served))
        left -= levelled[place]
    return levelled


def _portions(room: float, columns: Sequence[Content], least: Sequence[float]) -> list[float]:
    """The room of each column of long texts: by how much it holds, so that all are about as tall as each other.

    None has less than its least where there is a way.
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
    """How narrow a column of long texts may be, whose words are kept whole up to the longest."""
    return max(_narrowest(column, regular, bold, longest) + frame, _LEAST_OF_ALL)


def _comfortable(column: Content, regular: Type, bold: Type) -> float:
    """How wide each text of a column is at most on one line, and its head on two."""
    return max(_AIR * _widest(column.texts, _type(column, regular, bold)), _headed(column, bold, 2))


def _headed(column: Content, bold: Type, most: int) -> float:
    """How wide the head of a column is on so many lines at most."""
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
    # A space that keeps words together makes them one.
    words = {word for text in column.texts for word in re.split(r"[ \t\n]", text)}
    return max(head, min(longest, air * _widest(words, type_)) + column.indent)


def _firm(column: Content) -> Content:
    """A column as narrow as it may ever be."""
    return column if column.firm or column.whole else replace(column, texts=())


def _widest(texts: Collection[str], type_: Type) -> float:
    return max((type_.width(plain(text)) for text in texts), default=0.0)
