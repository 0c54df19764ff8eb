"""Says what the values of a column are, seen together: levels, numbers, words, references."""

import re
from collections.abc import Callable, Sequence

from riskdesk.domain.importing.values.ladder import rank, read_level
from riskdesk.domain.importing.words.heads import is_numbered
from riskdesk.domain.importing.words.vocabulary import MEASURE_STATES, plain
from riskdesk.domain.sheets import Cell

_MOST, _SHORT = 0.6, 3.0
_MOST_LEVELS, _LONGEST_LEVEL = 12, 60
# A to F, or Roman numbers up to five.
_LETTER = re.compile(r"[A-F]|I{1,3}|IV|V")
_BETWEEN = re.compile(r"\s*[-–—/]\s*|\s+(?:to|à)\s+", re.IGNORECASE)
_LEVEL_PART = re.compile(r"^\s*([^:(\n]{1,30}?)\s*(?:[:(\n]|\s[-–—]\s|$)")


def is_levels(cells: Sequence[Cell]) -> bool:
    """Whether values are levels: numbers, known words, or a few short words; a reason may follow each."""
    if not cells:
        return True
    parts = [_LEVEL_PART.match(cell.text) for cell in cells]
    names = {plain(match[1]) for match in parts if match}
    short = sum(match is not None and len(match[1].split()) <= 3 for match in parts)
    numbers = share(cells, is_number) + share(cells, is_percent) > _MOST
    lettered = share(cells, lambda cell: _LETTER.fullmatch(cell.text.strip()) is not None) > _MOST
    few = len(names) <= min(_MOST_LEVELS, len(cells) / 2)
    levels = [read_level(cell.text) for cell in cells if len(cell.text) <= _LONGEST_LEVEL]
    known_count = sum(level.number is not None for level in levels)
    known_count = max(known_count, sum(rank(read_level(match[1]).name) is not None for match in parts if match))
    known_count = max(known_count, sum(_is_near(level.name) for level in levels))
    return numbers or lettered or 2 * known_count >= len(cells) or (short >= _MOST * len(cells) and few)


def _is_near(name: str) -> bool:
    """Whether a name is a known level, or one between two, such as “Low-Medium”."""
    return all(rank(part) is not None for part in _BETWEEN.split(name))


def share(cells: Sequence[Cell], holds: Callable[[Cell], bool]) -> float:
    """The share of cells, from 0 to 1, for which a function is true."""
    return sum(map(holds, cells)) / len(cells) if cells else 0.0


def length(cells: Sequence[Cell]) -> float:
    """The mean number of words in the values."""
    return sum(len(cell.text.split()) for cell in cells) / len(cells) if cells else 0.0


def are_states_of_measures(cells: Sequence[Cell]) -> bool:
    """Whether most values are states of measures, and the others are short."""
    return share(cells, lambda cell: plain(cell.text) in MEASURE_STATES) > _MOST and length(cells) < _SHORT


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a number, or one such as “3/5”."""
    return bool(re.fullmatch(r"[-–]?\s*\d{1,3}(?:[.,]\d+)?(?:\s*/\s*\d{1,2})?", cell.text.strip()))


def is_percent(cell: Cell) -> bool:
    """Whether a cell holds a per cent."""
    return ("%" in cell.text and bool(re.search(r"\d", cell.text))) or (
        isinstance(cell.value, float) and 0 < cell.value < 1
    )


def is_word(cell: Cell) -> bool:
    """Whether a cell holds words."""
    return any(sign.isalpha() for sign in cell.text) and not is_percent(cell)


def is_reference(cell: Cell) -> bool:
    """Whether a cell holds numbers or references and nothing else."""
    return all(is_numbered(part) for part in re.split(r"[/,;&]", cell.text) if part.strip())
