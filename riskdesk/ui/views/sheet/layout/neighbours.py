"""The line above, below or beside a line of the sheet, for the keys that move between them."""

from bisect import bisect
from collections.abc import Container

from riskdesk.ui.views.sheet.layout.content import Content
from riskdesk.ui.views.sheet.layout.lines import COLUMN, ITEMS, LineKind, SheetLine

_WIDE = frozenset({LineKind.HEADING, LineKind.TITLE, LineKind.CATEGORY})
_BETWEEN = _WIDE | {LineKind.ADD_ENTRY, LineKind.ADD_CATEGORY}
# Where the keys stop that walk in a column, or from entry to entry.
STOPS = {
    LineKind.RISK: _BETWEEN | {LineKind.RISK, LineKind.ADD_RISK},
    LineKind.MITIGATION: _BETWEEN | {LineKind.MITIGATION, LineKind.ADD_MITIGATION},
    LineKind.ENTRY: _BETWEEN | {LineKind.ENTRY},
}


def step(content: Content, row: int, by: int, kinds: Container[LineKind]) -> int | None:
    """The next row with a line of certain kinds, before (-1) or after (+1) a row."""
    lines, row = content.lines, row + by
    while 0 <= row < len(lines):
        if lines[row].kind in kinds:
            return row
        row += by
    return None


def walked(content: Content, row: int, column: LineKind) -> LineKind:
    """What is walked in from a row: the column, or ENTRY from entry to entry."""
    return LineKind.ENTRY if content.lines[row].kind is LineKind.ENTRY else column


def vertical(content: Content, row: int, by: int, column: LineKind) -> int | None:
    """The row above or below: in the column, or the next entry, or a full-width line between them."""
    return step(content, row, by, STOPS[walked(content, row, column)])


def page(content: Content, row: int, by: int, target: int, kinds: Container[LineKind]) -> int | None:
    """The row with a line of certain kinds at or beyond a target, at least one line on; at the ends, the last one."""
    onward = max(target, row + 1) if by > 0 else min(target, row - 1)
    there = step(content, onward - by, by, kinds)
    return step(content, len(content.lines) if by > 0 else -1, -by, kinds) if there is None else there


def end(content: Content, by: int, column: LineKind) -> int | None:
    """The first (-1) or last (+1) row of a column."""
    return step(content, len(content.lines) if by > 0 else -1, -by, STOPS[column])


def texts(column: LineKind) -> frozenset[LineKind]:
    """The kinds of the texts that follow each other in a column: its bullets, and the lines over the full width."""
    return _WIDE | {column}


def outward(content: Content, row: int) -> int | None:
    """The entry of a bullet, the category of an entry."""
    kind = content.lines[row].kind
    if kind in COLUMN:
        return content.blocks[content.block_of(row)].start
    return step(content, row, -1, {LineKind.CATEGORY}) if kind in (LineKind.ENTRY, LineKind.ADD_ENTRY) else None


def between(content: Content, one: int, other: int) -> list[int]:
    """The rows of items from one row to another: those of their kind if both are alike, else of all kinds."""
    low, high = sorted((one, other))
    kinds = {content.lines[low].kind, content.lines[high].kind}
    chosen_kinds = kinds if len(kinds) == 1 else ITEMS
    return [row for row in range(low, high + 1) if content.lines[row].kind in chosen_kinds and content.lines[row].id]


def inward(content: Content, row: int) -> int | None:
    """The first entry of a category, the first risk of an entry, the mitigations beside a risk."""
    kind = content.lines[row].kind
    if kind is LineKind.CATEGORY:
        return step(content, row, 1, {LineKind.ENTRY, LineKind.ADD_ENTRY})
    if kind is LineKind.ENTRY:
        return row + 1
    return _across(content, row, LineKind.MITIGATION) if COLUMN.get(kind) is LineKind.RISK else None


def leftward(content: Content, row: int) -> int | None:
    """The risk beside a mitigation, else the line that a line is in."""
    beside = COLUMN.get(content.lines[row].kind) is LineKind.MITIGATION
    return _across(content, row, LineKind.RISK) if beside else outward(content, row)


def _across(content: Content, row: int, column: LineKind) -> int:
    """The bullet at the same place in another column of the entry, or the last one there."""
    rows = content.siblings(row, column)
    return rows[min(content.lines[row].place, len(rows) - 1)]


def left_beside(before: Content, gone_line: SheetLine, now: Content) -> int | None:
    """The row to go to when a line is gone: that of the line after it, else before it, else of its parent.

    None if only the register is left of these.
    """
    while gone_line.parent in before.rows and gone_line.parent not in now.rows:
        gone_line = before.lines[before.rows[gone_line.parent]]
    if gone_line.kind is LineKind.CATEGORY:
        kin_ids = {category.id for category in before.categories}
    else:
        holders = [section for section in before.sections if gone_line.parent in section.ids]
        kin_ids = {identity for section in holders for identity in section.items}
    # Only of what is left, lines are made: a step may delete thousands.
    rows_left = before.rows.of(set(now.rows.ids(now.rows.of(kin_ids))))
    kin = [row for row in rows_left if _is_beside(before.lines[row], gone_line)]
    place = bisect(kin, before.row_of(gone_line.key) or 0)
    near = kin[place : place + 1] or kin[-1:]
    return now.rows.get(before.lines[near[0]].id if near else gone_line.parent)


def _is_beside(line: SheetLine, other: SheetLine) -> bool:
    return line.kind is other.kind and line.parent == other.parent
