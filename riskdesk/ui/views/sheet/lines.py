"""The lines of the sheet: a register laid out flat, in the order it is read, with the invitations of empty places."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from itertools import accumulate, chain
from operator import attrgetter
from typing import NamedTuple, TypeAlias, overload

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


Key: TypeAlias = tuple[Kind, str]


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
        return self.parent in tree.ids


class Shape(NamedTuple):
    """What is known of a block before its lines are made: what its first one is, and the texts of its columns."""

    key: Key
    left: Sequence[str] = ()
    right: Sequence[str] = ()


class Section:
    """Lines that follow one another, such as those of some entries; rows in it are counted from its first."""

    def __init__(self, lines: list[Line], blocks: list[Block]) -> None:
        self._lines, self._blocks = lines, blocks
        self.head = lines[0]
        self.line_count, self.block_count = len(lines), len(blocks)

    @property
    def lines(self) -> list[Line]:
        """Its lines."""
        return self._lines

    @property
    def blocks(self) -> list[Block]:
        """The blocks that its lines stand in."""
        return self._blocks

    @cached_property
    def ids(self) -> Set[str]:
        """The ids of its lines and of what they are in."""
        return frozenset(chain.from_iterable((line.id, line.parent) for line in self.lines))

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each item by its id."""
        return {line.id: row for row, line in enumerate(self.lines) if line.id and line.kind in ITEMS}

    @cached_property
    def others(self) -> dict[Key, int]:
        """The row of each line that is no item, or none yet, by its key."""
        return {line.key: row for row, line in enumerate(self.lines) if not line.id or line.kind not in ITEMS}

    def lines_in(self, number: int) -> list[Line]:
        """The lines of a block."""
        start, _, end = self.blocks[number]
        return self.lines[start:end]

    def shapes(self) -> Iterator[Shape]:
        """The shape of each block."""
        for start, right, end in self.blocks:
            left, beside = self.lines[start + 1 : right], self.lines[right:end]
            yield Shape(self.lines[start].key, [line.text for line in left], [line.text for line in beside])


class _Lines(Sequence[Line]):
    """The lines of sections that follow one another, which are made when somebody asks for one of them."""

    def __init__(self, sections: Sequence[Section], above: Sequence[int]) -> None:
        self._sections, self._above = sections, above
        # Where the last one was, as the next one is mostly near it.
        self._last = 0

    def __len__(self) -> int:
        return self._above[-1]

    def __iter__(self) -> Iterator[Line]:
        return chain.from_iterable(section.lines for section in self._sections)

    @overload
    def __getitem__(self, row: int) -> Line: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Line]: ...
    def __getitem__(self, row: int | slice) -> Line | Sequence[Line]:
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(len(self)))]
        if not 0 <= row < len(self):
            raise IndexError(row)
        if not self._above[self._last] <= row < self._above[self._last + 1]:
            self._last = bisect_right(self._above, row) - 1
        return self._sections[self._last].lines[row - self._above[self._last]]


class _Blocks(Sequence[Block]):
    """The blocks of sections that follow one another, their rows counted from the first line of all."""

    def __init__(self, sections: Sequence[Section], above: Sequence[int]) -> None:
        self._sections, self._above = sections, above
        self._firsts = [0, *accumulate(section.block_count for section in sections)]

    def __len__(self) -> int:
        return self._firsts[-1]

    @overload
    def __getitem__(self, number: int) -> Block: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Block]: ...
    def __getitem__(self, number: int | slice) -> Block | Sequence[Block]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        if not 0 <= number < len(self):
            raise IndexError(number)
        at = bisect_right(self._firsts, number) - 1
        (start, right, end), above = self._sections[at].blocks[number - self._firsts[at]], self._above[at]
        return Block(start + above, right + above, end + above)

    def at(self, row: int) -> int:
        """The number of the block a row is in."""
        at = bisect_right(self._above, row, hi=len(self._sections)) - 1
        return self._firsts[at] + bisect_right(self._sections[at].blocks, row - self._above[at], key=_start) - 1


class _Rows(Mapping[str, int]):
    """The row of each item of sections that follow one another, by its id."""

    def __init__(self, sections: Sequence[Section], above: Sequence[int]) -> None:
        self._sections, self._above = sections, above
        # Where the last one was found, as the next one is mostly near it.
        self._last = 0

    def __len__(self) -> int:
        return sum(len(section.rows) for section in self._sections)

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(section.rows for section in self._sections)

    def __getitem__(self, identity: str) -> int:
        if not self._sections or identity not in self._sections[self._last].rows:
            found = (at for at, section in enumerate(self._sections) if identity in section.ids)
            at = next((at for at in found if identity in self._sections[at].rows), None)
            if at is None:
                raise KeyError(identity)
            self._last = at
        return self._above[self._last] + self._sections[self._last].rows[identity]


class Content:
    """The lines of a register in blocks, and the row of each item by its id; made of sections, which are not copied."""

    def __init__(self, sections: Iterable[Section] = ()) -> None:
        self.sections = list(sections)
        # How many lines stand above each section.
        above = [0, *accumulate(section.line_count for section in self.sections)]
        self.lines: Sequence[Line] = _Lines(self.sections, above)
        self.rows: Mapping[str, int] = _Rows(self.sections, above)
        self.blocks = _Blocks(self.sections, above)
        self._above = above

    def block_of(self, row: int) -> int:
        """The number of the block a row is in."""
        return self.blocks.at(row)

    def row_of(self, key: Key) -> int | None:
        """The row of the line with that key."""
        kind, identity = key
        row = self.rows.get(identity) if identity else None
        if row is not None and self.lines[row].kind is kind:
            return row
        found = ((above, it) for above, it in zip(self._above, self.sections, strict=False) if identity in it.ids)
        return next((above + section.others[key] for above, section in found if key in section.others), None)

    def category_of(self, row: int) -> Line | None:
        """The line of the category that a row is in, or is itself; None above the first, and below the last entry."""
        if self.lines[row].kind not in ITEMS | INVITATIONS - {Kind.ADD_CATEGORY}:
            return None
        above = (section.head for section in reversed(self.sections[: bisect_right(self._above, row)]))
        return next(line for line in above if line.kind is Kind.CATEGORY)

    @property
    def categories(self) -> list[Line]:
        """The lines of the categories; each is the first one of its section."""
        return [section.head for section in self.sections if section.head.kind is Kind.CATEGORY]

    def inside(self, kind: Kind, parent: str) -> Iterator[Line]:
        """The lines of a kind in a parent."""
        if kind is Kind.CATEGORY:
            return (line for line in self.categories if line.parent == parent)
        lines = chain.from_iterable(section.lines for section in self.sections if parent in section.ids)
        return (line for line in lines if line.kind is kind and line.parent == parent)

    def upwards(self, row: int) -> Iterator[Line]:
        """The lines from a row up to the first one."""
        return (self.lines[at] for at in range(row, -1, -1))

    def downwards(self, row: int) -> Iterator[Line]:
        """The lines from a row down to the last one."""
        return (self.lines[at] for at in range(row, len(self.lines)))

    def siblings(self, row: int, column: Kind) -> range:
        """The rows of one column of the entry that a row is in."""
        block = self.blocks[self.block_of(row)]
        return range(block.start + 1, block.right) if column is Kind.RISK else range(block.right, block.end)
