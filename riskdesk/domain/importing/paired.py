"""Columns whose cells hold both levels of an assessment, such as “3 x 4”."""

import re
from collections.abc import Sequence

from riskdesk.domain.folding import fold
from riskdesk.domain.importing.fields import RESIDUAL, SIDES, Field
from riskdesk.domain.importing.ladder import rank
from riskdesk.domain.importing.regions import Column, Region
from riskdesk.domain.importing.vocabulary import HEADS
from riskdesk.domain.sheets import Cell

_LETTER = r"(?:([A-Za-z])\s*[.:=]?\s*)?"
_NUMBERS = re.compile(rf"{_LETTER}(\d{{1,2}})\s*[x×✕*]\s*{_LETTER}(\d{{1,2}})\s*(?:=\s*\d{{1,3}})?")
_WORDS = re.compile(r"(\S.{0,30}?)\s+[x×✕]\s+(\S.{0,30})")
_MOST = 0.6


def settle(region: Region, cells: Sequence[Sequence[Cell]]) -> None:
    """Know the columns by their `cells`; the second one is of the residual risk."""
    for column, told in zip(region.columns, cells, strict=True):
        if told and sum(_halves(cell.text) is not None for cell in told) > _MOST * len(told):
            column.level = "residual" if column.head.residual or region.of(Field.PAIR) else ""
            column.field = Field.PAIR


def drop(region: Region) -> None:
    """Take those for scores beside which the levels have columns of their own."""
    for column in region.of(Field.PAIR):
        if region.of(*_sides(column)):
            column.field = Field.SCORE


def levels(column: Column, text: str) -> dict[Field, str]:
    """What a cell says of each level; nothing if it does not say both."""
    found = _halves(text)
    if found is None:
        return {}
    (letter, first), (_, second) = found
    sides = _sides(column)
    if _order([letter] if letter else re.split(r"(?<=\b\w)x(?=\w\b)|\W+", fold(column.name))):
        sides = sides[::-1]
    return dict(zip(sides, (first, second), strict=True))


def _order(words: Sequence[str]) -> bool:
    """Whether the impact is named before the likelihood."""
    named = [field for word in words if (field := HEADS.get(fold(word))) in SIDES]
    return named[:1] == [Field.IMPACT]


def _sides(column: Column) -> tuple[Field, Field]:
    likelihood, impact = (RESIDUAL[side] if column.level or column.head.residual else side for side in SIDES)
    return likelihood, impact


def _halves(text: str) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Both halves of a cell, each with the letter before it."""
    match = _NUMBERS.fullmatch(text.strip())
    if match is not None:
        return (match[1] or "", match[2]), (match[3] or "", match[4])
    match = _WORDS.fullmatch(text.strip())
    if match is None or rank(match[1]) is None or rank(match[2]) is None:
        return None
    return ("", match[1]), ("", match[2])
