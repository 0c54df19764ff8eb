"""JSON that others may have written, read within limits."""

import json
import math
from types import ModuleType
from typing import Any

from riskdesk.domain.problems import InputProblem

DEEPEST = 16
MOST_ITEMS = 4_000_000
# In characters: longer than any whole number in Riskdesk, and than all the digits that a float can hold.
LONGEST_NUMBER = 32


class BadJson(ValueError):
    """The error that a text is no JSON, or more than a limit allows; `problem` is for the user."""

    def __init__(self, problem: InputProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class TooMuch(BadJson):
    """The error that a text of JSON has more values than a limit allows."""


def loads(text: str, *, deepest: int = DEEPEST, most: int = MOST_ITEMS) -> Any:
    """The content of a JSON text; BadJson, a ValueError with a sentence for the user, if it is not JSON or too much.

    `deepest` is how many lists and objects may be nested, `most` how many commas and opening brackets the text may
    have, including those in strings, as it has no more values than these. A name that an object gives twice is
    refused, and so are NaN, infinity and numbers of more than 32 characters.
    """
    brackets = text.count("[") + text.count("{")
    if brackets + text.count(",") > most:
        raise TooMuch(_faults().too_much(most))
    try:
        content = _DECODER.decode(text)
        # What has fewer brackets cannot be deeper.
        if brackets > deepest:
            _require_flat(content, deepest)
    except (ValueError, RecursionError) as error:
        # Python's own limit of depth depends on its version; what it let pass may be too deep for ours.
        raise BadJson(_faults().first_fault(text, deepest, LONGEST_NUMBER, error)) from None
    return content


def _faults() -> ModuleType:
    """The module that describes faults, imported only when needed, as that is rare."""
    from riskdesk.domain import json_faults

    return json_faults


def written(content: object) -> str:
    """JSON text for people: indented by two spaces, ending in a newline."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def count(text: str) -> int:
    """How many commas and opening brackets a text has."""
    return sum(map(text.count, ",[{"))


def _require_flat(content: object, deepest: int) -> None:
    """Raise ValueError if a content is nested too deep; not recursive, as that would be limited by Python itself."""
    level = [content] if isinstance(content, _CONTAINERS) else []
    for _ in range(deepest):
        inside = (outer.values() if isinstance(outer, dict) else outer for outer in level)
        level = [value for items in inside for value in items if isinstance(value, _CONTAINERS)]
    if level:
        raise ValueError


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        raise ValueError
    return content


def _whole(digits: str) -> int:
    return int(digits if len(digits) <= LONGEST_NUMBER else _refuse(digits))


def _fraction(digits: str) -> float:
    number = float(digits if len(digits) <= LONGEST_NUMBER else _refuse(digits))
    return number if math.isfinite(number) else _refuse(digits)


def _refuse(_constant: str) -> Any:
    raise ValueError


_CONTAINERS = (list, dict)
# Made once: the journal holds many short texts.
_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_whole, parse_float=_fraction, parse_constant=_refuse)
