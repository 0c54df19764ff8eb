"""Checks the scores and per cents that a file has beside its levels: if most of them fit, the others are reported."""

from collections.abc import Iterator, Mapping, Sequence

from riskdesk.domain.importing.draft import DraftRisk
from riskdesk.domain.importing.messages import Report
from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.values.ladder import Ladder
from riskdesk.domain.importing.words.fields import RESIDUAL, Field
from riskdesk.domain.sheets import Cell

_MOST = 0.6
_Row = tuple[DraftRisk, Mapping[int, Cell]]


def check_scores(region: Region, risks: Sequence[_Row], ladders: Mapping[Field, Ladder | None], report: Report) -> None:
    """Warn of scores that are not the product of their levels, and of per cents outside the band of their level."""
    for column in region.of(Field.SCORE, Field.PERCENT):
        misfits, fit_count = [], 0
        for cell, fits, expected in _compared(region, column, risks, ladders):
            fit_count += fits
            if not fits:
                misfits.append((cell, expected))
        if misfits and fit_count >= _MOST * (fit_count + len(misfits)):
            for cell, expected in misfits:
                report.warn("conflict", region.grid.where(cell), cell.text, expected)


def _compared(
    region: Region, column: HeadedColumn, risks: Sequence[_Row], ladders: Mapping[Field, Ladder | None]
) -> Iterator[tuple[Cell, bool, str]]:
    residual = [other.column for other in region.of(*RESIDUAL.values())]
    second = bool(residual) and column.column > min(residual)
    sides = tuple(RESIDUAL[side] if second else side for side in (Field.LIKELIHOOD, Field.IMPACT))
    for risk, cells in risks:
        cell = cells.get(column.column)
        levels = [risk.fields.get(side.value) for side in sides]
        if cell is None:
            continue
        if column.field is Field.PERCENT:
            ladder = ladders.get(sides[0])
            position = ladder.position(cell.text)[0] if ladder is not None and ladder.banded else None
            if position is not None and levels[0] is not None and ladder is not None:
                yield cell, position == levels[0], ladder.names[levels[0] - 1]
        elif levels[0] is not None and levels[1] is not None and (score := _number(cell)) is not None:
            yield cell, score == levels[0] * levels[1], f"{levels[0]} × {levels[1]}"


def _number(cell: Cell) -> float | None:
    if isinstance(cell.value, int | float):
        return float(cell.value)
    return float(cell.text) if cell.text.strip().isdecimal() else None
