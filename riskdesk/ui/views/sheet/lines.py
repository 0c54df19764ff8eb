"""The lines of the sheet: a register laid out flat, in the order it is read, with the invitations of empty places."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from riskdesk.domain.language import words
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Language, Mitigation, Register, Risk

_start = attrgetter("start")


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

    def among(self, kind: Kind, parent: str) -> int | None:
        """Its place among the lines of a kind in a parent; None if it is none of them."""
        return self.place if self.kind is kind and self.parent == parent and not self.new_entry else None

    def is_in(self, tree: CategoryTree) -> bool:
        """Whether it is written in a category."""
        return self.parent == tree.category.id or any(entry.entry.id == self.parent for entry in tree.entries)


@dataclass(frozen=True, eq=False)
class Section:
    """Lines that follow one another, such as those of a category; rows in it are counted from its first."""

    lines: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each item by its id."""
        return {line.id: row for row, line in enumerate(self.lines) if line.id and line.kind in ITEMS}

    @cached_property
    def others(self) -> dict[tuple[Kind, str], int]:
        """The row of each line that is no item, or none yet, by its key."""
        return {line.key: row for row, line in enumerate(self.lines) if not line.id or line.kind not in ITEMS}

    def single(self, line: Line) -> None:
        """Add a line that is a block of its own."""
        row = len(self.lines)
        self.lines.append(line)
        self.blocks.append(Block(row, row + 1, row + 1))


@dataclass
class Content:
    """The lines of a register in blocks, and the row of each item by its id."""

    lines: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def add(self, section: Section) -> None:
        """Put a section below the others."""
        above = len(self.lines)
        self.sections.append(section)
        self.lines += section.lines
        self.blocks += [Block(start + above, right + above, end + above) for start, right, end in section.blocks]

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each item by its id."""
        found: dict[str, int] = {}
        for above, section in self._placed():
            found.update(zip(section.rows, map(above.__add__, section.rows.values()), strict=True))
        return found

    def block_of(self, row: int) -> int:
        """The number of the block a row is in."""
        return bisect_right(self.blocks, row, key=_start) - 1

    def row_of(self, key: tuple[Kind, str]) -> int | None:
        """The row of the line with that key."""
        kind, identity = key
        row = self.rows.get(identity) if identity else None
        if row is not None and self.lines[row].kind is kind:
            return row
        return next((above + it.others[key] for above, it in self._placed() if key in it.others), None)

    def category_of(self, row: int) -> Line | None:
        """The line of the category that a row is in, or is itself; None above the first, and below the last entry."""
        if self.lines[row].kind not in ITEMS | INVITATIONS - {Kind.ADD_CATEGORY}:
            return None
        return next(self.lines[at] for at in range(row, -1, -1) if self.lines[at].kind is Kind.CATEGORY)

    def _placed(self) -> Iterator[tuple[int, Section]]:
        """The sections, each with the number of lines above it."""
        return zip(accumulate((len(it.lines) for it in self.sections), initial=0), self.sections, strict=False)

    def siblings(self, row: int, column: Kind) -> range:
        """The rows of one column of the entry that a row is in."""
        block = self.blocks[self.block_of(row)]
        return range(block.start + 1, block.right) if column is Kind.RISK else range(block.right, block.end)


class Laying:
    """Lays registers out line by line; a category that stays as it is keeps its section."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[CategoryTree, int, bool, Section]] = {}

    def content(self, tree: RegisterTree | None, pending: Pending | None = None, *, editable: bool = True) -> Content:
        """The lines of a register; without invitations where it cannot be edited."""
        content = Content()
        if tree is None:
            return content
        known, self._known = self._known, {}
        content.add(_head(tree.register))
        awaited = None if pending is None else pending.among(Kind.CATEGORY, tree.register.id)
        for place, category in enumerate(tree.categories):
            if place == awaited:
                content.add(_category_to_come(tree.register, place))
            content.add(self._section(category, place, pending, known, editable=editable))
        if awaited is not None and awaited >= len(tree.categories):
            content.add(_category_to_come(tree.register, awaited))
        if editable:
            content.add(_only(Line(Kind.ADD_CATEGORY, "", tree.register.id, len(tree.categories), "")))
        return content

    def _section(
        self,
        tree: CategoryTree,
        place: int,
        pending: Pending | None,
        known: Mapping[str, tuple[CategoryTree, int, bool, Section]],
        *,
        editable: bool,
    ) -> Section:
        identity = tree.category.id
        if pending is not None and pending.is_in(tree):
            return _Builder(pending, editable=editable).category(tree, place)
        before = known.get(identity)
        if before is None or before[0] is not tree or before[1:3] != (place, editable):
            before = tree, place, editable, _Builder(None, editable=editable).category(tree, place)
        self._known[identity] = before
        return before[3]


def _head(register: Register) -> Section:
    section, told = Section(), words(register.language)
    section.single(Line(Kind.HEADING, register.id, "", 0, register.heading))
    section.single(Line(Kind.TITLE, register.id, "", 0, register.title))
    section.single(Line(Kind.COLUMNS, "", register.id, 0, f"{told.risks_column}\t{told.mitigations_column}"))
    return section


def _category_to_come(register: Register, place: int) -> Section:
    return _only(Line(Kind.CATEGORY, "", register.id, place, ""))


def _only(line: Line) -> Section:
    section = Section()
    section.single(line)
    return section


class _Builder:
    """Makes the section of a category, with the line that is being written in it."""

    def __init__(self, pending: Pending | None, *, editable: bool) -> None:
        self._section = Section()
        self._lines, self._blocks = self._section.lines, self._section.blocks
        self._pending, self._editable = pending, editable

    def category(self, tree: CategoryTree, place: int) -> Section:
        category = tree.category
        self._section.single(Line(Kind.CATEGORY, category.id, category.register, place, category.title))
        pending = self._pending
        awaited = pending.place if pending and pending.new_entry and pending.parent == category.id else None
        for at, entry in enumerate(tree.entries):
            if at == awaited:
                self._new_entry(category.id, at)
            self._entry(entry, at)
        if awaited is not None and awaited >= len(tree.entries):
            self._new_entry(category.id, awaited)
        elif not tree.entries and self._editable:
            self._section.single(Line(Kind.ADD_ENTRY, "", category.id, 0, ""))
        return self._section

    def _entry(self, tree: EntryTree, place: int) -> None:
        lines, entry = self._lines, tree.entry
        start = len(lines)
        lines.append(Line(Kind.ENTRY, entry.id, entry.category, place, ""))
        self._column(Kind.RISK, entry.id, tree.risks)
        right = len(lines)
        self._column(Kind.MITIGATION, entry.id, tree.mitigations)
        self._blocks.append(Block(start, right, len(lines)))

    def _column(self, kind: Kind, entry: str, bullets: Sequence[Risk | Mitigation]) -> None:
        awaited = self._pending.among(kind, entry) if self._pending else None
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


def _bullets(kind: Kind, entry: str, bullets: Sequence[Risk | Mitigation]) -> Iterator[Line]:
    for place, bullet in enumerate(bullets):
        yield Line(kind, bullet.id, entry, place, bullet.description, bullet)
