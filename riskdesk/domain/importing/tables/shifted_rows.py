"""Moves back the cells of rows that stand one column off: values that fit the next column and not their own."""

from collections.abc import Mapping

from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.values import dates
from riskdesk.domain.importing.values.ladder import Ladder
from riskdesk.domain.importing.words.fields import LEVELS, MEASURES, TEXTS, Field
from riskdesk.domain.importing.words.heads import is_numbered
from riskdesk.domain.importing.words.splitting import is_nothing
from riskdesk.domain.sheets import Cell

_DAYS = (Field.IDENTIFIED_ON, Field.LAST_REVIEW, Field.NEXT_REVIEW)
_STRICT = {*LEVELS, *_DAYS, *MEASURES, Field.OWNER, Field.ACTION_OWNER, Field.DESCRIPTION}
_FEWEST = 2


def shifted_back(
    region: Region, cells: Mapping[int, Cell], ladders: Mapping[Field, Ladder | None]
) -> dict[int, Cell] | None:
    """The cells of a row by their right columns; None if the row is not shifted, or nothing fits."""
    places = [column.column for column in region.columns if column.field is not Field.CATEGORY]
    texts = {column.column for column in region.of(*TEXTS)}

    def misfits(row_cells: Mapping[int, Cell]) -> int:
        return sum(_misfits(column, row_cells.get(column.column), ladders) for column in region.columns)

    if misfits(cells) < _FEWEST or len(cells) < _FEWEST:
        return None
    for begin in range(len(places)):
        for offset in (1, -1):
            moved = _moved(places, cells, begin, offset)
            # The row of a risk must still have its text.
            if moved is not None and (not texts & cells.keys() or texts & moved.keys()) and not misfits(moved):
                return moved
    return None


def _moved(places: list[int], cells: Mapping[int, Cell], begin: int, offset: int) -> dict[int, Cell] | None:
    """The row with the cells from a place on moved by one column; None if there is no room."""
    gone = places[-1] if offset > 0 else places[begin]
    if gone in cells:
        return None
    moved = {column: cell for column, cell in cells.items() if column not in places[begin:]}
    for place in range(begin, len(places)):
        if places[place] in cells and 0 <= place + offset < len(places):
            moved[places[place + offset]] = cells[places[place]]
    return moved if len(moved) == len(cells) else None


def _misfits(column: HeadedColumn, cell: Cell | None, ladders: Mapping[Field, Ladder | None]) -> bool:
    if cell is None or column.field not in _STRICT or is_nothing(cell.text):
        return False
    if column.field in LEVELS:
        ladder = ladders.get(column.field)
        return ladder is not None and ladder.position(cell.text)[0] is None and "%" not in cell.text
    if column.field in _DAYS:
        return dates.day(cell) is None and not any(sign.isdecimal() for sign in cell.text)
    if column.field in (Field.OWNER, Field.ACTION_OWNER, *MEASURES, Field.DESCRIPTION):
        day = dates.day(cell) is not None and not isinstance(cell.value, int | float)
        return day or is_numbered(cell.text)
    return False
