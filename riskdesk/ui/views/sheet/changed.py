"""Which lines of the sheet an undo or a redo has brought back or changed."""

from collections.abc import Collection

from riskdesk.domain.records import kind_name
from riskdesk.domain.step import Change, Step
from riskdesk.domain.values import Register
from riskdesk.ui.views.sheet.content import Content
from riskdesk.ui.views.sheet.lines import FIELDS, Kind

# What other items give to an item or a register, and nobody wrote into it.
_GIVEN = frozenset({"position", "references"})


def changed_rows(step: Step, content: Content, selected: Collection[str]) -> list[int]:
    """The rows of what a step changed, without what lies in it; the title's where that is the register.

    An item that a move has only given another place counts if it is selected, else those that it moved.
    """
    kept = [change for change in step.changes if change.after is not None]
    written = {change.id: change for change in kept if change.before is None or set(change.after or ()) - _GIVEN}
    register = next((change for change in written.values() if change.kind == kind_name(Register)), None)
    if register is not None:
        return [_row_of_register(content, register)] if content.lines else []
    rows = _item_rows(content, written)
    return [row for row in rows if content.lines[row].parent not in written] or _moved_rows(step, content, selected)


def _moved_rows(step: Step, content: Content, selected: Collection[str]) -> list[int]:
    """The rows of the items that have only another place."""
    # Loaded where it is wanted: the first picture tells of no step.
    from riskdesk.domain.history import moves

    placed = {change.id for change in step.changes if change.id in content.rows}
    return _item_rows(content, placed.intersection(selected) or moves(step))


def _item_rows(content: Content, ids: Collection[str]) -> list[int]:
    return sorted(row for row in map(content.rows.get, ids) if row is not None)


def _row_of_register(content: Content, change: Change) -> int:
    """The row of the heading if that changed, else that of the title."""
    kind = Kind.HEADING if set(change.after or ()) == {FIELDS[Kind.HEADING]} else Kind.TITLE
    return next(row for row, line in enumerate(content.lines) if line.kind is kind)
