"""The lines of the sheet: a register laid out flat, in the order it is read, with the invitations of empty places."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from riskdesk.domain.language import words
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Language, Mitigation, Risk


class Kind(Enum):
    """What a line shows."""

    HEADING = auto()
    TITLE = auto()
    COLUMNS = auto()
    CATEGORY = auto()
    ENTRY = auto()
    RISK = auto()
    MITIGATION = auto()
    ADD_RISK = auto()
    ADD_MITIGATION = auto()
    ADD_ENTRY = auto()
    ADD_CATEGORY = auto()

    # Kinds are keys everywhere here, and Enum's own hash is ten times slower.
    __hash__ = object.__hash__


BULLETS = frozenset({Kind.RISK, Kind.MITIGATION})
ITEMS = BULLETS | {Kind.CATEGORY, Kind.ENTRY}
INVITATIONS = frozenset({Kind.ADD_RISK, Kind.ADD_MITIGATION, Kind.ADD_ENTRY, Kind.ADD_CATEGORY})
COLUMN = {
    Kind.RISK: Kind.RISK,
    Kind.ADD_RISK: Kind.RISK,
    Kind.MITIGATION: Kind.MITIGATION,
    Kind.ADD_MITIGATION: Kind.MITIGATION,
}
FIELDS = {
    Kind.HEADING: "heading",
    Kind.TITLE: "title",
    Kind.CATEGORY: "title",
    Kind.RISK: "description",
    Kind.MITIGATION: "description",
}
TEXTS = frozenset(FIELDS)
INVITATION_OF = {Kind.RISK: Kind.ADD_RISK, Kind.MITIGATION: Kind.ADD_MITIGATION}


class Line(NamedTuple):
    """One line; `id` is that of its value, empty for an invitation and for what is not yet in the register."""

    kind: Kind
    id: str
    parent: str
    place: int
    text: str
    value: Risk | Mitigation | None = None

    @property
    def language(self) -> Language | None:
        """The language of its text; None for the register's."""
        return self.value.language if self.value else None

    @property
    def key(self) -> tuple[Kind, str]:
        """What the line is, whatever row it comes to stand in."""
        return self.kind, self.id or (self.parent if self.kind in INVITATIONS else "")

    @property
    def pending(self) -> bool:
        """Whether it is not yet in the register: it enters with its first text."""
        return not self.id and self.kind in ITEMS


class Block(NamedTuple):
    """Lines that stand side by side over the full width: one of its own, then those of the left and right column."""

    start: int
    right: int
    end: int


@dataclass(frozen=True)
class Pending:
    """A line that is being written; `place` is its own in `parent`, or that of its new entry in a category."""

    kind: Kind
    parent: str
    place: int
    new_entry: bool = False


@dataclass
class Content:
    """The lines of a register in blocks, and the row of each item by its id."""

    lines: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)

    def block_of(self, row: int) -> int:
        """The number of the block a row is in."""
        return bisect_right(self.starts, row) - 1

    def row_of(self, key: tuple[Kind, str]) -> int | None:
        """The row of the line with that key."""
        kind, identity = key
        row = self.rows.get(identity) if identity else None
        if row is not None and self.lines[row].kind is kind:
            return row
        return next((row for row, line in enumerate(self.lines) if line.kind is kind and line.key == key), None)

    def category_of(self, row: int) -> Line | None:
        """The line of the category that a row is in, or is itself; None above the first, and below the last entry."""
        if self.lines[row].kind not in ITEMS | INVITATIONS - {Kind.ADD_CATEGORY}:
            return None
        return next(line for line in reversed(self.lines[: row + 1]) if line.kind is Kind.CATEGORY)

    def siblings(self, row: int, column: Kind) -> range:
        """The rows of one column of the entry that a row is in."""
        block = self.blocks[self.block_of(row)]
        return range(block.start + 1, block.right) if column is Kind.RISK else range(block.right, block.end)


def build(tree: RegisterTree | None, pending: Pending | None = None, *, editable: bool = True) -> Content:
    """The lines of a register; without invitations where it cannot be edited."""
    content = Content()
    if tree is None:
        return content
    builder = _Builder(content, pending, editable=editable)
    builder.register(tree)
    content.starts = [block.start for block in content.blocks]
    content.rows = {line.id: row for row, line in enumerate(content.lines) if line.id and line.kind in ITEMS}
    return content


class _Builder:
    def __init__(self, content: Content, pending: Pending | None, *, editable: bool) -> None:
        self._lines, self._blocks = content.lines, content.blocks
        self._pending, self._editable = pending, editable

    def register(self, tree: RegisterTree) -> None:
        register = tree.register
        self._single(Line(Kind.HEADING, register.id, "", 0, register.heading))
        self._single(Line(Kind.TITLE, register.id, "", 0, register.title))
        told = words(register.language)
        self._single(Line(Kind.COLUMNS, "", register.id, 0, f"{told.risks_column}\t{told.mitigations_column}"))
        awaited = self._awaited(Kind.CATEGORY, register.id)
        for place, category in enumerate(tree.categories):
            if place == awaited:
                self._single(Line(Kind.CATEGORY, "", register.id, place, ""))
            self._category(category, place)
        if awaited is not None and awaited >= len(tree.categories):
            self._single(Line(Kind.CATEGORY, "", register.id, awaited, ""))
        if self._editable:
            self._single(Line(Kind.ADD_CATEGORY, "", register.id, len(tree.categories), ""))

    def _category(self, tree: CategoryTree, place: int) -> None:
        category = tree.category
        self._single(Line(Kind.CATEGORY, category.id, category.register, place, category.title))
        pending = self._pending
        awaited = pending.place if pending and pending.new_entry and pending.parent == category.id else None
        for at, entry in enumerate(tree.entries):
            if at == awaited:
                self._new_entry(category.id, at)
            self._entry(entry, at)
        if awaited is not None and awaited >= len(tree.entries):
            self._new_entry(category.id, awaited)
        elif not tree.entries and self._editable:
            self._single(Line(Kind.ADD_ENTRY, "", category.id, 0, ""))

    def _entry(self, tree: EntryTree, place: int) -> None:
        lines, entry = self._lines, tree.entry
        start = len(lines)
        lines.append(Line(Kind.ENTRY, entry.id, entry.category, place, ""))
        self._column(Kind.RISK, entry.id, tree.risks)
        right = len(lines)
        self._column(Kind.MITIGATION, entry.id, tree.mitigations)
        self._blocks.append(Block(start, right, len(lines)))

    def _column(self, kind: Kind, entry: str, bullets: Sequence[Risk | Mitigation]) -> None:
        awaited = self._awaited(kind, entry) if self._pending else None
        if not bullets and awaited is None:
            if self._editable:
                self._lines.append(Line(INVITATION_OF[kind], "", entry, 0, ""))
            return
        self._lines.extend(_bullets(kind, entry, bullets))
        if awaited is not None:
            at = len(self._lines) - len(bullets) + min(awaited, len(bullets))
            self._lines.insert(at, Line(kind, "", entry, awaited, ""))

    def _new_entry(self, category: str, place: int) -> None:
        assert self._pending is not None, "a new entry is written in a pending line"
        start, kind = len(self._lines), self._pending.kind
        self._lines.append(Line(Kind.ENTRY, "", category, place, ""))
        left = Kind.RISK if kind is Kind.RISK else Kind.ADD_RISK
        right = Kind.MITIGATION if kind is Kind.MITIGATION else Kind.ADD_MITIGATION
        self._lines += [Line(left, "", "", 0, ""), Line(right, "", "", 0, "")]
        self._blocks.append(Block(start, start + 2, start + 3))

    def _single(self, line: Line) -> None:
        row = len(self._lines)
        self._lines.append(line)
        self._blocks.append(Block(row, row + 1, row + 1))

    def _awaited(self, kind: Kind, parent: str) -> int | None:
        pending = self._pending
        if pending is None or pending.kind is not kind or pending.parent != parent or pending.new_entry:
            return None
        return pending.place


def _bullets(kind: Kind, entry: str, bullets: Sequence[Risk | Mitigation]) -> Iterator[Line]:
    for place, bullet in enumerate(bullets):
        yield Line(kind, bullet.id, entry, place, bullet.description, bullet)
