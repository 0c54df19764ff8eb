"""Reads columns whose cells hold two levels: both of an assessment, such as “3 x 4”, “P3/I4” or “M / H”, or one level
before and after the measures, such as “High → Low”.
"""

import re
from collections.abc import Sequence

from riskdesk.domain.folding import fold
from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.values.ladder import rank, read_level
from riskdesk.domain.importing.words.fields import RESIDUAL, SIDES, Field
from riskdesk.domain.importing.words.vocabulary import HEADS
from riskdesk.domain.sheets import Cell

_LETTER = r"(?:([A-Za-z])\s*[.:=]?\s*)?"
_NUMBERS = re.compile(rf"{_LETTER}(\d{{1,2}})\s*[x×✕*]\s*{_LETTER}(\d{{1,2}})\s*(?:=\s*\d{{1,3}})?")
_WORDS = re.compile(r"(\S.{0,30}?)\s+[x×✕]\s+(\S.{0,30})")
# Letters that name both sides; other words may stand before them.
_LETTERED = re.compile(
    r"(?:(.*)\s)?([A-Za-z])\s?[.:=]?\s?(\d{1,2})(?:\s?[/,;|&–-]\s?|\s)([A-Za-z])\s?[.:=]?\s?(\d{1,2})", re.DOTALL
)
# Words that name both sides, each before its level.
_NAMED = re.compile(
    r"([^\W\d_][^:=\n;]{0,30}?)\s*[:=]\s*([^:=\n;]{1,40}?)\s*[\n;,/|]\s*([^\W\d_][^:=\n;]{0,30}?)\s*[:=]\s*([^:=\n;]{1,40})"
)
# Below a head that names both sides, other signs than that of a product are enough.
_PARTED = re.compile(r"(\S.{0,30}?)\s*[/,;|&\n–-]\s*(\S.{0,30})")
_CHANGE = re.compile(r"(\S.{0,30}?)\s*(?:[→⇒➔➜➝➞⟶]|[=-]+>)\s*(\S.{0,30})")
# The `level` of a column with one side before and after.
_CHANGED = "changed"
_RATED = (*SIDES, Field.SCORE, None)
_MOST = 0.6


def assign_pairs(region: Region, cells: Sequence[Sequence[Cell]]) -> None:
    """Find such columns by their `cells`; the second one is of the residual risk."""
    for column, column_cells in zip(region.columns, cells, strict=True):
        if column_cells and sum(_halves(column, cell.text) is not None for cell in column_cells) > _MOST * len(
            column_cells
        ):
            column.level = "residual" if column.head.residual or region.of(Field.PAIR) else ""
            column.field = Field.PAIR
        changed = [cell for cell in column_cells if _change(cell.text) is not None]
        if column.head.field in SIDES and len(changed) > _MOST * len(column_cells):
            column.field, column.level = Field.PAIR, _CHANGED


def turn_into_scores(region: Region) -> None:
    """Take such a column for scores if the same levels have columns of their own."""
    for column in region.of(Field.PAIR):
        if column.level != _CHANGED and region.of(*_sides(column)):
            column.field = Field.SCORE


def level_texts(column: HeadedColumn, text: str) -> dict[Field, str]:
    """The text for each level in a cell; empty if the cell does not have both, or has one that did not change."""
    side = column.head.field
    if column.level == _CHANGED and side in RESIDUAL:
        change = _change(text)
        return {side: text} if change is None else {side: change[0], RESIDUAL[side]: change[1]}
    halves = _halves(column, text)
    if halves is None:
        return {}
    (letter, first), (_, second) = halves
    sides = _sides(column)
    if (_named_sides([letter]) if letter else _order(column))[:1] == [Field.IMPACT]:
        sides = sides[::-1]
    return dict(zip(sides, (first, second), strict=True))


def text_before(text: str) -> str:
    """The words before the levels in a cell."""
    match = _LETTERED.fullmatch(_tidy(text))
    return (match[1] or "").strip() if match is not None else ""


def _tidy(text: str) -> str:
    """A text with one blank or line break where there are several."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def _order(column: HeadedColumn) -> list[Field]:
    """The sides that a head names, in order."""
    return _named_sides(re.split(r"(?<=\b\w)x(?=\w\b)|\W+", fold(column.name)))


def _named_sides(words: Sequence[str]) -> list[Field]:
    return [field for word in words if (field := HEADS.get(fold(word))) in SIDES]


def _sides(column: HeadedColumn) -> tuple[Field, Field]:
    likelihood, impact = (RESIDUAL[side] if column.level or column.head.residual else side for side in SIDES)
    return likelihood, impact


def _halves(column: HeadedColumn, text: str) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Both halves of a cell, each with the letter before it; None if the cell has no two levels."""
    match = _NUMBERS.fullmatch(text.strip())
    if match is not None:
        return (match[1] or "", match[2]), (match[3] or "", match[4])
    match = _LETTERED.fullmatch(_tidy(text)) if column.head.field in _RATED else None
    if match is not None and len(set(_named_sides([match[2], match[4]]))) == 2:
        return (match[2], match[3]), (match[4], match[5])
    match = _NAMED.fullmatch(_tidy(text)) if column.head.field in _RATED else None
    if match is not None and len(set(_named_sides([match[1], match[3]]))) == 2:
        return (match[1], match[2]), (match[3], match[4])
    match = _WORDS.fullmatch(text.strip())
    if match is None and len(set(_order(column))) == 2:
        match = _PARTED.fullmatch(text.strip())
    if match is None or not (_is_level(match[1]) and _is_level(match[2])):
        return None
    return ("", match[1]), ("", match[2])


def _change(text: str) -> tuple[str, str] | None:
    """The levels before and after the measures; None if a text does not have both."""
    match = _CHANGE.fullmatch(text.strip())
    levels = [read_level(part) for part in match.groups()] if match is not None else []
    known = all(level.number is not None or rank(level.name) is not None for level in levels)
    return (match[1], match[2]) if match is not None and known else None


def _is_level(text: str) -> bool:
    return text.isdecimal() or rank(text) is not None
