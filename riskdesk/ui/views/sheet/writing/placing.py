"""Where a new line goes, depending on the current line."""

from riskdesk.domain.tree import RegisterTree
from riskdesk.ui.views.sheet.layout.content import Content
from riskdesk.ui.views.sheet.layout.lines import COLUMN, Key, LineKind, Pending, SheetLine

_OUTSIDE = (LineKind.HEADING, LineKind.TITLE, LineKind.ADD_CATEGORY)


def bullet(content: Content, row: int | None, column: LineKind) -> Pending | None:
    """Where a new bullet goes: after the current one, in the current entry, or in a new one at the category's end.

    None if the register has no category.
    """
    entry = _entry(content, row)
    if entry is None or not entry.id or row is None:
        return entry_at_end(content, row, column)
    line = content.lines[row]
    place = line.place + 1 if line.kind is column else _count(content, column, entry.id)
    return Pending(column, entry.id, place)


def entry(content: Content, row: int | None) -> Pending | None:
    """Where a new entry goes: after the current one, or at the category's end; None if there is no category."""
    current = _entry(content, row)
    if current is None:
        return entry_at_end(content, row, LineKind.RISK)
    return Pending(LineKind.RISK, current.parent, current.place + 1, new_entry=True)


def entry_at_end(content: Content, row: int | None, column: LineKind) -> Pending | None:
    """A new entry at the end of the current category, or of the last one; None if there is none."""
    category = _category(content, row) or _last_category(content)
    if category is None:
        return None
    return Pending(column, category.id, _count(content, LineKind.ENTRY, category.id), new_entry=True)


def category(content: Content, row: int | None, register: str) -> Pending:
    """Where a new category goes: after the current one, or at the end."""
    current = _category(content, row)
    place = _count(content, LineKind.CATEGORY, register) if current is None else current.place + 1
    return Pending(LineKind.CATEGORY, register, place)


def invited(line: SheetLine) -> Pending:
    """The new line that an invitation stands for."""
    if line.kind is LineKind.ADD_CATEGORY:
        return Pending(LineKind.CATEGORY, line.parent, line.place)
    if line.kind is LineKind.ADD_ENTRY:
        return Pending(LineKind.RISK, line.parent, line.place, new_entry=True)
    return Pending(COLUMN[line.kind], line.parent, line.place)


def next_to(tree: RegisterTree, bullet: Key, *, below: bool) -> Pending | None:
    """Where a new bullet goes, below or above the one with a kind and id; None if that is not in the register."""
    kind, identity = bullet
    entries = (entry for category in tree.categories if identity in category.ids for entry in category.entries)
    for entry in entries:
        ids = [item.id for item in (entry.risks if kind is LineKind.RISK else entry.mitigations)]
        if identity in ids:
            return Pending(kind, entry.entry.id, ids.index(identity) + below)
    return None


def above(content: Content, pending: Pending) -> str:
    """The id of the sibling above a new line; if there is none, of its parent."""
    kind = LineKind.ENTRY if pending.new_entry else pending.kind
    kin = content.inside(kind, pending.parent)
    before = [line.id for line in kin if line.id and line.place < pending.place]
    return before[-1] if before else pending.parent


def is_sibling(line: SheetLine, pending: Pending) -> bool:
    """Whether a line is stored and has the kind and parent that a new line will have."""
    kind = LineKind.ENTRY if pending.new_entry else pending.kind
    return line.kind is kind and line.parent == pending.parent and bool(line.id)


def _entry(content: Content, row: int | None) -> SheetLine | None:
    """The entry that a row is in, or is itself."""
    if row is None:
        return None
    line = content.lines[content.blocks[content.block_of(row)].start]
    return line if line.kind is LineKind.ENTRY else None


def _category(content: Content, row: int | None) -> SheetLine | None:
    """The category that a row is in, or is itself."""
    if row is None or content.lines[row].kind in _OUTSIDE:
        return None
    return next((line for line in content.upwards(row) if line.kind is LineKind.CATEGORY and line.id), None)


def _last_category(content: Content) -> SheetLine | None:
    return next((line for line in reversed(content.categories) if line.id), None)


def _count(content: Content, kind: LineKind, parent: str) -> int:
    return sum(bool(line.id) for line in content.inside(kind, parent))
