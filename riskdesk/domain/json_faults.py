"""What is wrong in a JSON text that was refused, and where: sentences for the user."""

import json
import math
import re
from collections.abc import Iterator

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem

_LONGEST_TOLD = 60
# As the decoder reads, which stops at a number that it refuses. Strings are matched without backtracking, which would
# take memory for each of their characters.
_PART = re.compile(
    r'"(?:[^"\\]|\\.)*+"|[\[\]{}:]|-?(?:Infinity|(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|NaN', re.DOTALL
)


def too_much(most: int) -> InputProblem:
    """The problem of a text with more values than may be read."""
    return InputProblem(
        QT_TRANSLATE_NOOP("Problem", "This JSON has more than {most} values; choose another file."), most=most
    )


def first_fault(text: str, deepest: int, longest: int, error: Exception) -> InputProblem:
    """The first fault of a text that was refused: by the decoder, for its depth, or for the length of a number."""
    if isinstance(error, json.JSONDecodeError):
        return _problem(_BROKEN, text, error.pos)
    return next(_faults(text, deepest, longest), _problem(_BROKEN, text, 0))


def _faults(text: str, deepest: int, longest: int) -> Iterator[InputProblem]:
    """The faults of a text that is otherwise JSON."""
    names: list[set[str]] = []
    last, began = "", 0
    for match in _PART.finditer(text):
        part, at = match[0], match.start()
        if part in "[{":
            names.append(set())
            if len(names) > deepest:
                yield _problem(_DEEP, text, at, most=deepest)
        elif part in "]}":
            del names[-1:]
        elif part == ":":
            name = json.loads(last, strict=False)
            if name in names[-1]:
                yield _problem(_TWICE, text, began, name=name[:_LONGEST_TOLD])
            names[-1].add(name)
        elif part[0] != '"':
            yield from _of_number(part, text, at, longest)
        last, began = part, at


def _of_number(number: str, text: str, at: int, longest: int) -> Iterator[InputProblem]:
    if len(number) > longest:
        yield _problem(_LONG, text, at, count=len(number), most=longest)
    elif not math.isfinite(float(number)):
        yield _problem(_NO_NUMBER, text, at, number=number)


def _problem(sentence: str, text: str, at: int, **values: object) -> InputProblem:
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return InputProblem(sentence, line=str(line), column=str(column), **values)


_BROKEN = QT_TRANSLATE_NOOP(
    "Problem",
    "This is no JSON that can be read: it breaks off or is damaged at line {line}, column {column}; save it again in"
    " the program that made it and try again.",
)
_DEEP = QT_TRANSLATE_NOOP(
    "Problem",
    "This JSON has more than {most} lists and objects inside each other at line {line}, column {column}, which nothing"
    " of Riskdesk has; choose another file.",
)
_TWICE = QT_TRANSLATE_NOOP(
    "Problem",
    "This JSON gives the name “{name}” twice in one object, the second time at line {line}, column {column}; remove"
    " one of them and try again.",
)
_LONG = QT_TRANSLATE_NOOP(
    "Problem",
    "This JSON has a number of {count} characters at line {line}, column {column}, and may have {most}; shorten it and"
    " try again.",
)
_NO_NUMBER = QT_TRANSLATE_NOOP(
    "Problem",
    "This JSON has {number} at line {line}, column {column}, which is no number that can be read; correct it and try"
    " again.",
)
