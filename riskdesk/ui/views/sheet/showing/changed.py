"""The lines of the sheet that an undo or a redo has brought back or changed."""

from collections.abc import Collection

from riskdesk.domain.records import PARENTS
from riskdesk.domain.step import Change, Step
from riskdesk.ui.views.sheet.layout.content import Content
from riskdesk.ui.views.sheet.layout.lines import TEXT_FIELDS, LineKind
from riskdesk.ui.views.sheet.layout.neighbours import left_beside

# Fields of an item or a register that follow from other items: nobody wrote in them.
_GIVEN = frozenset({"position", "references"})
_HOLDERS = {"category", "entry"}


def changed_rows(step: Step, content: Content, selected: Collection[str]) -> list[int]:
    """The rows of the items that a step changed, without those inside them; of the title if the register changed.

    If items were only moved, the selected ones among them count, else all that the step moved.
    """
    edited_ids = {
        change.id
        for change in step.changes
        if change.before is not None and change.after is not None and not _GIVEN.issuperset(change.after)
    }
    registers = (change for change in step.changes if change.kind == "register" and change.after is not None)
    register = next((change for change in registers if change.before is None or change.id in edited_ids), None)
    if register is not None:
        return [_row_of_register(content, register)] if content.lines else []
    rows = _edited_rows(step, content, edited_ids) if edited_ids else content.rows.of(set(step.outermost))
    return rows or _moved_rows(step, content, selected)


def _edited_rows(step: Step, content: Content, edited_ids: Collection[str]) -> list[int]:
    """The rows of the items that a step edited or added, without those inside them."""
    written = {
        change.id: change
        for change in step.changes
        if change.id in edited_ids or (change.before is None and change.after is not None)
    }
    holders = [change for change in written.values() if change.kind in _HOLDERS]
    # The change of an item that was only edited does not contain its parent.
    parents = ((change.id, (change.after or {}).get(PARENTS.get(change.kind) or "")) for change in written.values())
    rows = content.rows.of({identity for identity, parent in parents if parent not in written} if holders else written)
    # An edit does not contain the parent of its item.
    edited = {change.id for change in holders if change.before is not None}
    if edited:
        rows = [row for row in rows if content.lines[row].parent not in edited]
    return rows


def rows_beside(step: Step, before: Content, now: Content) -> list[int]:
    """The row beside the place where a step deleted items; none if it deleted none."""
    gone = before.rows.of({change.id for change in step.changes if change.after is None})
    row = left_beside(before, before.lines[gone[0]], now) if gone else None
    return [] if row is None else [row]


def _moved_rows(step: Step, content: Content, selected: Collection[str]) -> list[int]:
    """The rows of the items that were only moved."""
    # Imported late: the first picture needs no step.
    from riskdesk.domain.history import moves

    touched = {change.id for change in step.changes}
    return content.rows.of(touched.intersection(selected)) or content.rows.of(moves(step))


def _row_of_register(content: Content, change: Change) -> int:
    """The row of the heading if only that changed, else of the title."""
    kind = LineKind.HEADING if set(change.after or ()) == {TEXT_FIELDS[LineKind.HEADING]} else LineKind.TITLE
    return next(row for row, line in enumerate(content.lines) if line.kind is kind)
