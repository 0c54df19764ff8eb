"""Finds lists of levels in a file: on sheets, above the register, in allowed values, comments and heads."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from riskdesk.domain.folding import fold
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.values.ladder import Evidence, Ladder, LadderLevel, rank, read_level, rising, stem
from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import Field
from riskdesk.domain.importing.words.vocabulary import plain
from riskdesk.domain.sheets import Cell, TextLine

_FEWEST, _MOST = 3, 12
_LONGEST, _LONGEST_SIGN = 90, 4
# Lists of levels are looked for in no larger table, and in no more cells of a file.
_MOST_CELLS, _MOST_SEEN = 10_000, 50_000
_SIDE_WORDS = {
    Field.LIKELIHOOD: re.compile(r"\blikel|\bprobab|\bvraisembl"),
    Field.IMPACT: re.compile(r"\bimpact|\bgravit|\bseverit|\bconsequen"),
}
_NUMBERED = re.compile(r"(\d{1,2})\s*[=:–-]\s*([^,;\n=()]+?)\s*(?=[,;\n)]|$)")
# Such as 1-5; no part of a day, such as 2026-01-05.
_RANGE = re.compile(r"(?<![\d./–-])(\d{1,2})\s*(?:-|–|—|_|to|à|\.\.|…|/)\s*(\d{1,2})(?![\d.]|\s*[/–-]\s*\d)")
_ENDS = re.compile(
    r"(\d{1,2})\s*(?:\(|=|-|–)\s*([^\d,;()]+?)\)?\s*(?:to|à|-|–|,|;)\s*(\d{1,2})\s*(?:\(|=|-|–)\s*([^\d,;()]+)"
)
_ABOUT = re.compile(
    r"\b(?:scales?|scores?|scored|rat(?:e|ed|ing|ings)|levels?|points?|steps?|risks?"
    r"|echelles?|cot(?:e|ee|es|ees|ation)|not(?:e|ee|es|ees|ation)|niveaux?|risques?)\b"
)
_HIGH = frozenset(
    [
        "certain",
        "severe",
        "highest",
        "high",
        "critical",
        "catastrophic",
        "maximum",
        "max",
        "fort",
        "eleve",
        "grave",
        "haut",
        "maximal",
    ]
)


@dataclass(frozen=True, slots=True)
class Legend:
    """A list of levels in a file, with its side if the file says that, and the cells that hold it."""

    ladder: Ladder
    side: Field | None
    grid: Grid | None = None
    cells: tuple[Cell, ...] = ()


def in_tables(
    grids: Sequence[Grid], register_rows: Mapping[int, set[int]], lines: Mapping[int, Sequence[TextLine]]
) -> Iterator[Legend]:
    """The legends in tables outside of `register_rows`; `lines` are the paragraphs before each table."""
    seen = 0
    for number, grid in enumerate(grids):
        free_cells = {key: cell for key, cell in grid.cells.items() if key[0] not in register_rows.get(number, ())}
        seen += len(free_cells)
        if len(free_cells) > _MOST_CELLS or seen > _MOST_SEEN:
            continue
        yield from _vertical(grid, free_cells, lines.get(number, []))
        yield from _horizontal(grid, free_cells, lines.get(number, []))
        for cell in free_cells.values():
            yield from _in_text(cell.text, grid, cell)


def in_lines(texts: Sequence[TextLine]) -> Iterator[Legend]:
    """The legends in running text."""
    for line in texts:
        yield from _in_text(line.text, None, None)


def in_head(cell: Cell, side: Field, grid: Grid) -> Iterator[Legend]:
    """The legends in a head and in the comment on it."""
    place = grid.where(cell)
    pairs = _NUMBERED.findall(cell.comment)
    if len(pairs) >= _FEWEST:
        numbered = (LadderLevel(name.strip(), float(number)) for number, name in pairs)
        levels = sorted(numbered, key=lambda level: level.number or 0)
        yield Legend(Ladder(from_low_to_high(levels), Evidence.COMMENT, place), side, grid)
    inside = " ".join(re.findall(r"[(\[]([^()\[\]]+)[)\]]", cell.text)) or " ".join(cell.text.split("\n")[1:])
    for text in (inside, cell.text):
        ladder = _ranged(text) or _listed(text, "/") or _listed(text, ",")
        if ladder is not None:
            yield Legend(replace(ladder, evidence=Evidence.HEAD, place=place), side, grid)
            return


def in_choices(cells: Sequence[Cell], side: Field, grid: Grid) -> Iterator[Legend]:
    """The legend in the allowed values of cells."""
    for cell in cells:
        if _FEWEST <= len(cell.choices) <= _MOST:
            levels = from_low_to_high([read_level(choice) for choice in cell.choices])
            yield Legend(Ladder(levels, Evidence.CHOICES, grid.where(cell)), side, grid)
            return


def from_low_to_high(levels: Sequence[LadderLevel]) -> tuple[LadderLevel, ...]:
    """The levels of a ladder from low to high, if their numbers or words say so."""
    return tuple(reversed(levels)) if rising(levels) is False else tuple(levels)


def _vertical(grid: Grid, free_cells: dict[tuple[int, int], Cell], before: Sequence[TextLine]) -> Iterator[Legend]:
    for row, column in sorted(free_cells):
        above, title = free_cells.get((row - 1, column)), _titled(grid, row, column)
        if above is not None and _may_be_level(above) and _may_be_level(free_cells[row, column]) and title is None:
            continue
        run: list[Cell] = []
        while (cell := free_cells.get((row + len(run), column))) is not None and len(run) <= _MOST:
            if not _may_be_level(cell):
                break
            if run and _titled(grid, cell.row, column) is not None:
                break
            run.append(cell)
        titles = (title, free_cells.get((row - 1, column)), grid.at(row, column - 1), grid.at(row - 1, column - 1))
        known_count = sum(rank(read_level(cell.text).name) is not None for cell in run[1:])
        if run and not (rank(read_level(run[0].text).name) is None and 2 * known_count > len(run)):
            yield from _legend(grid, run, titles, before)
        # The first cell of the run may be a title.
        yield from _legend(grid, run[1:], (run[0] if run else None, *titles), before)


def _titled(grid: Grid, row: int, column: int) -> Cell | None:
    """The cell at the beginning of a row, if it says which side the levels in that row belong to."""
    first = next(iter(grid.by_row.get(row, ())), None)
    # A single letter is the sign of a level.
    if first is None or first.column >= column or len(first.text.strip()) < 2:
        return None
    return first if _side(first.text) is not None else None


def _horizontal(grid: Grid, free_cells: dict[tuple[int, int], Cell], before: Sequence[TextLine]) -> Iterator[Legend]:
    for row in sorted({row for row, _ in free_cells}):
        cells = [cell for cell in grid.by_row.get(row, []) if (row, cell.column) in free_cells]
        for begin in range(3):
            run = cells[begin:]
            if run and all(map(_may_be_level, run)):
                first = run[0].column
                titles = (grid.at(row - 1, first), cells[begin - 1] if begin else None)
                yield from _legend(grid, run, titles, before)


def _legend(
    grid: Grid, run: Sequence[Cell], titles: Sequence[Cell | None], before: Sequence[TextLine]
) -> Iterator[Legend]:
    if not _FEWEST <= len(run) <= _MOST or len({plain(cell.text) for cell in run}) < len(run):
        return
    vertical = len({cell.column for cell in run}) == 1
    cells_beside = [_beside(grid, cell) if vertical else [] for cell in run]
    numbers = [_number(cells) for cells in cells_beside]
    if vertical and None in numbers:
        # The levels of both sides may share a first column of numbers.
        numbers = [_number(grid.by_row[cell.row][:1]) for cell in run]
    levels = [
        read_level(cell.text, None if None in numbers else number, [other.text for other in beside])
        for cell, number, beside in zip(run, numbers, cells_beside, strict=True)
    ]
    known_count = sum(rank(level.name) is not None for level in levels)
    level_numbers = {level.number for level in levels}
    counted = None not in level_numbers and len(level_numbers) == len(levels)
    if len({stem(level.name) for level in levels}) < len(levels):
        return
    if all(level.name.strip().isdecimal() for level in levels) or not (counted or 2 * known_count >= len(levels)):
        return
    texts = [cell.text for cell in titles if cell is not None and cell not in run and not _is_sign(cell, cells_beside)]
    texts += [grid.table.name, *(line.text for line in reversed(before[-2:]))]
    # A title that names both sides is of a legend for both.
    side = next((text_side for text in texts if len(_named_sides(text)) < 2 and (text_side := _side(text))), None)
    cells = (*run, *(cell for cells in cells_beside for cell in cells))
    yield Legend(Ladder(from_low_to_high(levels), Evidence.LEGEND, grid.where(run[0])), side, grid, cells)


def _is_sign(cell: Cell, cells_beside: Sequence[Sequence[Cell]]) -> bool:
    """Whether a cell is one of the letters or numbers that stand beside the names of levels."""
    signs = [other for cells in cells_beside for other in cells if other.column == cell.column and _is_short(other)]
    return _is_short(cell) and len(signs) >= len(cells_beside) > 0


def _is_short(cell: Cell) -> bool:
    return len(cell.text.strip()) <= _LONGEST_SIGN


def _side(text: str) -> Field | None:
    field = heads.read(text).field if len(text) <= 60 else None
    if field in (Field.LIKELIHOOD, Field.IMPACT):
        return field
    return next(iter(_named_sides(text)), None)


def _named_sides(text: str) -> list[Field]:
    plain_text = plain(text)
    return [side for side, word in _SIDE_WORDS.items() if word.search(plain_text)]


def _beside(grid: Grid, cell: Cell) -> list[Cell]:
    """The cells next to a level in its row: one before it and two behind it."""
    row = grid.by_row.get(cell.row, [])
    place = bisect_left(row, cell.column, key=lambda other: other.column)
    return [other for other in (*row[max(0, place - 1) : place], *row[place + 1 : place + 3]) if other is not cell]


def _number(cells: Sequence[Cell]) -> float | None:
    for cell in cells:
        if re.fullmatch(r"\d{1,2}", cell.text.strip()):
            return float(cell.text)
    return None


def _may_be_level(cell: Cell) -> bool:
    return len(cell.text.strip()) <= _LONGEST and "%" not in cell.text[:6]


def _in_text(text: str, grid: Grid | None, cell: Cell | None) -> Iterator[Legend]:
    """The legend in a sentence."""
    if len(text) > 400:
        return
    pairs = _NUMBERED.findall(text)
    ladder = None
    if len(pairs) >= _FEWEST:
        levels = [LadderLevel(name.strip(), float(number)) for number, name in pairs]
        ladder = Ladder(from_low_to_high(levels))
    else:
        parts = [part for part in re.split(r"[:.]", text) if part.strip()]
        ladders = (_listed(part, sign) for part in reversed(parts) for sign in (",", "/", ";"))
        ladder = next((ladder for ladder in ladders if ladder), None)
        ranged_ladder = None if ladder else _ranged(text)
        ladder = ranged_ladder if ranged_ladder and _is_about_levels(text) else ladder
    if ladder is not None:
        place = grid.where(cell) if grid is not None and cell is not None else ladder.place
        cells = (cell,) if cell is not None else ()
        yield Legend(replace(ladder, evidence=Evidence.TEXT, place=place), _side(text), grid, cells)


def _is_about_levels(text: str) -> bool:
    """Whether the numbers in a text may be levels, and not days, persons or months."""
    return _side(text) is not None or _ABOUT.search(fold(text)) is not None


def _ranged(text: str) -> Ladder | None:
    """The ladder of a range of numbers, such as “(1-5)”; reversed for “(1 = certain, 5 = rare)”."""
    ends = _ENDS.search(text)
    match = _RANGE.search(text)
    if ends is None and match is None:
        return None
    first, last = (int(ends[1]), int(ends[3])) if ends else (int(match[1]), int(match[2])) if match else (0, 0)
    low, high = min(first, last), max(first, last)
    if not (low in (0, 1) and 3 <= high <= 10):
        return None
    levels = [LadderLevel(str(number), float(number)) for number in range(low, high + 1)]
    if ends:
        lowest, highest = (ends[2], ends[4]) if first < last else (ends[4], ends[2])
        if _height(lowest) > _height(highest):
            levels.reverse()
    return Ladder(tuple(levels))


def _height(text: str) -> float:
    known_rank = rank(text)
    if known_rank is not None:
        return known_rank
    return 1.0 if set(plain(text).split()) & _HIGH else 0.3


def _listed(text: str, sign: str) -> Ladder | None:
    parts = [part.strip() for part in re.split(rf"{re.escape(sign)}|\bor\b|\bou\b", text) if part.strip()]
    if not _FEWEST <= len(parts) <= _MOST or any(rank(read_level(part).name) is None for part in parts):
        return None
    levels = [read_level(part) for part in parts]
    return Ladder(from_low_to_high(levels)) if len({level.name for level in levels}) == len(levels) else None
