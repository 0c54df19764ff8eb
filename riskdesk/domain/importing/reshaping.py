"""Brings the tables of a file into the one shape that is read: heads above, a risk in each row."""

from riskdesk.domain.importing.cards import card_tables
from riskdesk.domain.importing.tables import (
    below_headings,
    continued_tables,
    layout_tables,
    risk_rows,
    tabbed_lines,
    turned_tables,
)
from riskdesk.domain.importing.tables.grid import Grid, grids_of
from riskdesk.domain.importing.tables.regions import with_heads
from riskdesk.domain.sheets import Source


def reshape(source: Source) -> tuple[Source, list[Grid]]:
    """The source with all tables in that shape, and their grids."""
    source = card_tables.cards_as_tables(source)
    grids = [Grid(table) for table in source.tables]
    upright = with_heads(grids)
    if 0 < len(upright) < len(grids):
        source = continued_tables.with_heads_above(source, grids)
        grids = grids_of(grids, source.tables)
        upright = with_heads(grids)
    beside = risk_rows.risks_beside(source, upright)
    if beside is not source:
        source = beside
        grids = grids_of(grids, source.tables)
        upright = with_heads(grids)
    if not upright or len(upright) < len(grids):
        read = source if upright else card_tables.cards_as_tables(source, 1)
        source = turned_tables.turn_upright(source, upright) if read == source else read
        grids = grids_of(grids, source.tables)
    for reshaped in (layout_tables.without_layout, tabbed_lines.lines_as_tables, below_headings.lists_as_table):
        if not upright and not with_heads(grids):
            source = reshaped(source)
            grids = grids_of(grids, source.tables)
    return source, grids
