"""JSON that others may have written, read within limits."""

import json
import math
from collections import Counter
from collections.abc import Iterable
from typing import Any

DEEPEST = 16
MOST_ITEMS = 4_000_000
# Longer than any whole number of ours, and than all the digits that a float can keep.
_LONGEST_NUMBER = 32
_LONGEST_NAME = 60


class TooMuch(ValueError):
    """A text has more values than may be read; none of them was."""


def loads(text: str, *, deepest: int = DEEPEST, most: int = MOST_ITEMS) -> Any:
    """What a JSON text says; ValueError, with the reason in English, if it is not JSON or more than a limit allows.

    `deepest` is how many lists and objects may lie inside each other. `most` is how many commas and brackets the text
    may hold, those in its strings among them, so that no more values are made; TooMuch if it holds more. A name that an
    object gives twice is refused, and so are NaN, infinity and numbers of more than 32 characters.
    """
    if sum(map(text.count, ",[{")) > most:
        raise TooMuch(f"more than {most} values")
    try:
        content = json.loads(
            text, object_pairs_hook=_object, parse_int=_whole, parse_float=_fraction, parse_constant=_refuse
        )
    except RecursionError:
        # Python's own limit depends on its version; what it let pass may be too deep for ours.
        raise _too_deep(deepest) from None
    _require_flat(content, deepest)
    return content


def _require_flat(content: object, deepest: int) -> None:
    """Level by level: a function that calls itself would end where Python's own limit is."""
    level = [content]
    for _ in range(deepest):
        level = [inner for outer in level for inner in _inside(outer)]
    if any(isinstance(it, list | dict) for it in level):
        raise _too_deep(deepest)


def _inside(content: object) -> Iterable[object]:
    if isinstance(content, dict):
        return content.values()
    return content if isinstance(content, list) else ()


def _too_deep(deepest: int) -> ValueError:
    return ValueError(f"more than {deepest} lists and objects inside each other")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        name = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise ValueError(f"duplicate key {name[:_LONGEST_NAME]!r}")
    return content


def _whole(digits: str) -> int:
    return int(_short(digits))


def _fraction(digits: str) -> float:
    number = float(_short(digits))
    return number if math.isfinite(number) else _refuse(digits)


def _short(digits: str) -> str:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError(f"a number of {len(digits)} characters")
    return digits


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no number")
