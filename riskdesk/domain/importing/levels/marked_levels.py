"""Levels shown by signs: a number of filled ones, such as ●●○, or a ticked box."""

import re
from dataclasses import replace
from itertools import takewhile

from riskdesk.domain.importing.tables.regions import Region
from riskdesk.domain.importing.words.fields import SIDES

# A repeated sign, and the empty signs behind it.
_ROW = re.compile(r"(?P<filled>([+*●•★⭐■▲⬤!])\2*)(?P<empty>[○☆□◯△-]*)")
_TICKED, _OPEN = "☒☑✓✔■⊠", "☐□◻"
_BOX = re.compile(rf"([{_TICKED}{_OPEN}])\s*([^{_TICKED}{_OPEN}]*)")
_MOST = 10


def spell_out(region: Region) -> None:
    """Replace signs by numbers or words in the columns of levels that have nothing else."""
    for column in region.columns:
        cells = list(region.values(column)) if column.head.field in SIDES else []
        texts = list(takewhile(bool, (_counted(cell.text) or _ticked(cell.text) for cell in cells)))
        if cells and len(texts) == len(cells):
            region.grid.fill(replace(cell, text=text, value=None) for cell, text in zip(cells, texts, strict=True))


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
