"""The lines of the sheet: a register laid out flat, in the order it is read, with the invitations of empty places."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from riskdesk.domain.tree import CategoryTree
from riskdesk.domain.values import Language, Mitigation, Risk

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
