"""Levels shown by signs: a number of filled ones, such as ●●○, a ticked box, or a Roman number."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from riskdesk.domain.importing.tables.regions import Region
from riskdesk.domain.importing.words.fields import SIDES
from riskdesk.domain.sheets import Cell

# A repeated sign, and the empty signs behind it.
_ROW = re.compile(r"(?P<filled>([+*●•★⭐■▲⬤!])\2*)(?P<empty>[○☆□◯△-]*)")
_TICKED, _OPEN = "☒☑✓✔■⊠", "☐□◻"
_BOX = re.compile(rf"([{_TICKED}{_OPEN}])\s*([^{_TICKED}{_OPEN}]*)")
_MOST = 10
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def spell_out(region: Region) -> None:
    """Replace signs by numbers or words in the columns of levels that have nothing else."""
    for column in region.columns:
        cells = list(region.values(column)) if column.head.field in SIDES else []
        texts = list(takewhile(bool, map(spelled_out, (cell.text for cell in cells)))) or _from_roman(cells)
        if cells and len(texts) == len(cells):
            region.grid.fill(replace(cell, text=text, value=None) for cell, text in zip(cells, texts, strict=True))


def spelled_out(text: str) -> str:
    """The number or word that signs stand for; empty for anything else."""
    return _counted(text) or _ticked(text)


def _from_roman(cells: Sequence[Cell]) -> list[str]:
    """The numbers that Roman ones stand for; empty for others, and for I, V and X alone, which may be letters."""
    texts = [cell.text.strip().upper() for cell in cells]
    are_roman = set(texts) <= set(_ROMAN) and any(len(text) > 1 for text in texts)
    return [str(_ROMAN.index(text) + 1) for text in texts] if are_roman else []


def _counted(text: str) -> str:
    """The number of filled signs, such as “2” or “2/3”; empty if a text is anything else."""
    match = _ROW.fullmatch("".join(text.split()))
    if match is None or len(match[0]) > _MOST:
        return ""
    return f"{len(match['filled'])}/{len(match[0])}" if match["empty"] else str(len(match[0]))


def _ticked(text: str) -> str:
    """The words behind the ticked box; empty unless just one of several boxes is ticked."""
    boxes = _BOX.findall(" ".join(text.split()))
    ticked = [words.strip() for sign, words in boxes if sign in _TICKED]
    return ticked[0] if len(boxes) > 1 and len(ticked) == 1 else ""
