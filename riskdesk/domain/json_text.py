"""JSON that others may have written, read within limits."""

import json
import math
from collections import Counter
from typing import Any

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem

DEEPEST = 16
MOST_ITEMS = 4_000_000
# Longer than any whole number of ours, and than all the digits that a float can keep.
_LONGEST_NUMBER = 32
_LONGEST_NAME = 60
_LONGEST_REASON = 120


class TooMuch(ValueError):
    """More values than a limit allows."""


def loads(text: str, *, deepest: int = DEEPEST, most: int = MOST_ITEMS) -> Any:
    """What a JSON text says; ValueError, with the reason in English, if it is not JSON or more than a limit allows.

    `deepest` is how many lists and objects may lie inside each other, `most` how many commas and brackets the text may
    hold, those in its strings among them: no more values than that are made. A name that an object gives twice is
    refused, and so are NaN, infinity and numbers of more than 32 characters.
    """
    brackets = text.count("[") + text.count("{")
    if brackets + text.count(",") > most:
        raise TooMuch(f"more than {most:,} values")
    try:
        content = _DECODER.decode(text)
    except RecursionError:
        # Python's own limit depends on its version; what it let pass may be too deep for ours.
        raise _too_deep(deepest) from None
    # What has fewer brackets cannot be deeper.
    if brackets > deepest:
        _require_flat(content, deepest)
    return content


def refused(error: ValueError) -> InputProblem:
    """The problem of a text that `loads` did not read."""
    if isinstance(error, json.JSONDecodeError):
        return InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "This is no JSON that can be read: it breaks off or is damaged at line {line}, column {column}; save it"
                " again in the program that made it and try anew.",
            ),
            line=str(error.lineno),
            column=str(error.colno),
        )
    return InputProblem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "This JSON cannot be read ({reason}); save it again in the program that made it and try anew.",
        ),
        reason=str(error)[:_LONGEST_REASON],
    )


def written(content: object) -> str:
    """JSON for people: two spaces deep, ending in a newline."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def count(text: str) -> int:
    """How many commas and brackets a text holds."""
    return sum(map(text.count, ",[{"))


def _require_flat(content: object, deepest: int) -> None:
    """Level by level: a function that calls itself would end where Python's own limit is."""
    level = [content] if isinstance(content, _CONTAINERS) else []
    for _ in range(deepest):
        inside = (outer.values() if isinstance(outer, dict) else outer for outer in level)
        level = [it for items in inside for it in items if isinstance(it, _CONTAINERS)]
    if level:
        raise _too_deep(deepest)


def _too_deep(deepest: int) -> ValueError:
    return ValueError(f"more than {deepest} lists and objects inside each other")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        name = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise ValueError(f"duplicate key {name[:_LONGEST_NAME]!r}")
    return content


def _whole(digits: str) -> int:
    return int(digits if len(digits) <= _LONGEST_NUMBER else _short(digits))


def _fraction(digits: str) -> float:
    number = float(_short(digits))
    return number if math.isfinite(number) else _refuse(digits)


def _short(digits: str) -> str:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError(f"a number of {len(digits):,} characters")
    return digits


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no number")


_CONTAINERS = (list, dict)
# Made once: the journal holds many short texts.
_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_whole, parse_float=_fraction, parse_constant=_refuse)
