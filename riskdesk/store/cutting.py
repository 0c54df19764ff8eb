"""Changes cut out of the canonical JSON text of all changes of a step, so that a long text need not be parsed."""

import json
import re
from collections.abc import Iterator

from riskdesk.domain.records import RANKS, Record

# Characters of the changes of a step; from longer ones, only the requested part is parsed.
LONG = 100_000
# Text in each change that adds or deletes a value; such changes omit empty fields.
ADDS, DELETES = '",null,{', "},null]"
# The beginning of the change of an item, and whether it only changes a position; inside strings, quotes are escaped.
_CHANGE = re.compile(r'\["([a-z_]+)","([0-9a-f-]{36})",(\{"position":[^,}]*\},)?')
_DECODER = json.JSONDecoder()


def narrowed(row: Record, item: str) -> Record | None:
    """The row of a step; if it is long, with only the changes of an item, None if it only made room for others."""
    text = row["changes"]
    if not isinstance(text, str) or len(text) <= LONG:
        return row
    try:
        part = ",".join(_changes_of(text, item))
        made_room = not places_of(part) and bool(places_of(text))
        return row | {"changes": f"[{part}]"} if part and not made_room else None
    except ValueError:
        return row


def _changes_of(text: str, item: str) -> Iterator[str]:
    """The changes of an item, cut out of the canonical JSON text of all; inside strings, quotes are escaped."""
    sign, at = f'","{item}",', 0
    while (sign_at := text.find(sign, at)) >= 0:
        start = text.rfind('["', 0, sign_at + 1)
        _, at = _DECODER.raw_decode(text, start)
        yield text[start:at]


def places_of(text: str) -> dict[str, list[int]]:
    """Where the changes of each item begin in the canonical JSON text of all; those of only a position are omitted.

    Deleted items come last, in the order of their kinds.
    """
    places: dict[str, list[int]] = {}
    ranks: dict[str, int] = {}
    matches = list(_CHANGE.finditer(text))
    ends = [*(following.start() - 1 for following in matches[1:]), len(text) - 1]
    for match, end in zip(matches, ends, strict=True):
        kind, item, shift = match.groups()
        if not shift:
            places.setdefault(item, []).append(match.start())
            ranks[item] = RANKS.get(kind, 0) if text.endswith(DELETES, match.start(), end) else -1
    return {item: places[item] for item in sorted(places, key=ranks.__getitem__)}


def part_of(text: str, places: list[list[int]]) -> str:
    """The text of some changes, cut out of the text of all; ValueError if that is not JSON text."""
    starts = sorted(start for of_item in places for start in of_item)
    return f"[{','.join(text[start : _DECODER.raw_decode(text, start)[1]] for start in starts)}]"
