"""Directions of text: the parts of a line from left to right, by the Unicode Bidirectional Algorithm (UAX #9)."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from riskdesk.domain.text import holds_rtl

# The direction of a type when brackets are resolved: numbers count as right to left (N0).
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


def visual_runs(line: str, *, rtl: bool) -> list[tuple[int, str, bool]]:
    """The parts of a line from left to right: the start of each, its text, and whether it runs from right to left."""
    if not rtl and not holds_rtl(line):
        return [(0, line, False)]
    runs = _level_runs(line, rtl=rtl)
    for level in range(max((level for *_, level in runs), default=0), 0, -1):
        runs = _turned(runs, level)
    return [(start, text, level % 2 == 1) for start, text, level in runs]


def _level_runs(line: str, *, rtl: bool) -> list[tuple[int, str, int]]:
    """The parts of a line that have one embedding level each, in the order of the text."""
    from bidi import algorithm

    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = (1, "R") if rtl else (0, "L")
    algorithm.get_embedding_levels(line, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    levels = iter(storage["chars"])
    runs: list[tuple[int, str, int]] = []
    for place, sign in enumerate(line):
        # The algorithm removes characters without a direction (X9): they get the level of the one before.
        before = runs[-1][2] if runs else int(rtl)
        own_level = before if unicodedata.bidirectional(sign) == "BN" else next(levels)["level"]
        if runs and runs[-1][2] == own_level:
            start, text, level = runs[-1]
            runs[-1] = (start, text + sign, level)
        else:
            runs.append((place, sign, own_level))
    return runs


def _turned(runs: list[tuple[int, str, int]], level: int) -> list[tuple[int, str, int]]:
    """The runs with each sequence at or above a level reversed (UAX #9, L2)."""
    turned: list[tuple[int, str, int]] = []
    row: list[tuple[int, str, int]] = []
    for run in runs:
        if run[2] >= level:
            row.append(run)
        else:
            turned += [*reversed(row), run]
            row = []
    return [*turned, *reversed(row)]


def _resolve_brackets(storage: dict[str, Any]) -> None:
    """Give both brackets of a pair the direction of what is inside them, or else of what is around them (N0).

    python-bidi does not do this step.
    """
    for run in storage["runs"]:
        chars = storage["chars"][run["start"] : run["start"] + run["length"]]
        for opening, closing in sorted(_pairs(chars)):
            way = "R" if chars[opening]["level"] % 2 else "L"
            inside = {_STRONG.get(sign["type"]) for sign in chars[opening + 1 : closing]} - {None}
            if not inside:
                continue
            if way not in inside:
                before = (_STRONG.get(sign["type"]) for sign in reversed(chars[:opening]))
                way = next(filter(None, before), run["sor"])
            chars[opening]["type"] = chars[closing]["type"] = way


def _pairs(chars: Sequence[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    """The places of brackets that form a pair (BD16)."""
    waiting: list[tuple[str, int]] = []
    for place, sign in enumerate(chars):
        if sign["type"] != "ON":
            continue
        closing = _closing(sign["ch"])
        if closing:
            waiting.append((closing, place))
        elif sign["ch"] in {bracket for bracket, _ in waiting}:
            while waiting[-1][0] != sign["ch"]:
                waiting.pop()
            yield waiting.pop()[1], place


def _closing(sign: str) -> str:
    """The bracket that closes another one; empty if the sign opens none."""
    if unicodedata.category(sign) != "Ps" or not unicodedata.mirrored(sign):
        return ""
    return {"[": "]", "{": "}"}.get(sign, chr(ord(sign) + 1))
