"""The result of a comparison: a row for each item of both registers, with differences and usual choices."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from riskdesk.domain.comparing.placing import Family, homes_of, parent
from riskdesk.domain.remap import Remap
from riskdesk.domain.tree import Item, RegisterTree
from riskdesk.domain.values import Entry, Register

# The name of the field for the category of a risk.
CATEGORY = "category"


class State(StrEnum):
    """The state of an item: only in the file, in both with different or equal values, or only in the register."""

    NEW = "new"
    DIFFERENT = "different"
    EQUAL = "equal"
    MISSING = "missing"


class Match(StrEnum):
    """The reason why two items count as the same."""

    IDENTITY = "identity"
    REFERENCE = "reference"
    TEXT = "text"
    NEAR_TEXT = "near_text"
    # For entries and categories: the items in them are the same.
    CONTENT = "content"


class Choice(StrEnum):
    """The choices for a difference: take the side of the file, or keep that of the register."""

    TAKE = "take"
    KEEP = "keep"


Choices: TypeAlias = Mapping[str, Choice]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field with different values in the register and in the file; for `CATEGORY`, these are titles.

    Choices refer to its `key`. `base` is the value when the file was made, if that is known, and `changed_here` is true
    if the register was changed since.
    """

    key: str
    field: str
    here: Any
    incoming: Any
    usual: Choice
    base: Any
    changed_here: bool

    @property
    def empties(self) -> bool:
        """Whether the field is empty if the file is taken."""
        return self.incoming in (None, "")


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """An item of the register, of the file, or of both; `kind` is the name of its kind.

    To take the row adds a new item, or deletes one that the file does not have, which is not usual. A new category or
    entry comes in as soon as any item in it does.
    """

    key: str
    kind: str
    state: State
    usual: Choice
    here: Register | Item | None
    incoming: Register | Item | None = None
    match: Match | None = None
    differences: tuple[Difference, ...] = ()


class DifferenceLine(NamedTuple):
    """A difference to choose a side of: a field that differs, or an item that only one side has.

    Choices refer to its `key`. To take a line that `is_loss` empties a field or deletes an item, so that only the user
    may choose it.
    """

    row: ComparisonRow
    difference: Difference | None
    key: str
    usual: Choice
    is_loss: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A register (`here`) and one from a file (`incoming`), whose levels are on the same scale by now.

    `rows` are in the order of the result, parents before children; the first is the register. `pairs` has ids of the
    register by those of the file, `families` the ids of all items in order, by kind and parent. `lines` are the
    differences to choose from. `remap` is the translation of levels that was used.
    """

    here: RegisterTree
    incoming: RegisterTree
    rows: tuple[ComparisonRow, ...]
    pairs: Mapping[str, str]
    families: Mapping[Family, list[str]]
    lines: Sequence[DifferenceLine]
    remap: Remap | None

    @property
    def parents(self) -> dict[str, str]:
        """The parent of each item by its id: in the register if the item is there, else in the file."""
        return {identity: above for (_, above), ids in self.families.items() for identity in ids}

    @property
    def differences(self) -> Iterator[Difference]:
        """All fields that differ."""
        for row in self.rows:
            yield from row.differences

    def taken_rows(self, choices: Choices) -> list[tuple[ComparisonRow, Difference | None]]:
        """What is taken: rows with a field that changes, and rows without one for items that are added or deleted."""
        fields = list(self._fields(choices))
        homes = homes_of(self.incoming)
        moved_risks = [
            row.incoming for row, difference in fields if row.incoming is not None and difference.field == CATEGORY
        ]
        needed_ids = {homes[risk.id].id for risk in moved_risks}
        holders = {parent(item) for item in self.incoming.items}
        whole: list[tuple[ComparisonRow, Difference | None]] = []
        # Children come before their parents here, so that a child that is taken takes its parents along.
        for row in reversed(self.rows):
            is_taken = choices.get(row.key, row.usual) is Choice.TAKE
            if row.state is State.NEW and isinstance(row.incoming, Item):
                identity = row.incoming.id
                is_taken = identity in needed_ids or (is_taken and identity not in holders)
                needed_ids |= {parent(row.incoming)} if is_taken else set()
            if is_taken and row.state in (State.NEW, State.MISSING):
                whole.append((row, None))
        return [*fields, *reversed(whole)]

    def _fields(self, choices: Choices) -> Iterator[tuple[ComparisonRow, Difference]]:
        for row in self.rows:
            yield from (
                (row, difference)
                for difference in row.differences
                if choices.get(difference.key, difference.usual) is Choice.TAKE
            )

    def changes(self, choices: Choices) -> bool:
        """Whether the choices change anything."""
        if any(choices.get(line.key, line.usual) is Choice.TAKE for line in self.lines):
            return True
        # Entries have no lines; those with new items come in with these.
        filled_ids = _filled_ids(self.incoming)
        return any(
            row.kind == "entry"
            and row.state in (State.NEW, State.MISSING)
            and choices.get(row.key, row.usual) is Choice.TAKE
            and not (row.state is State.NEW and row.incoming is not None and row.incoming.id in filled_ids)
            for row in self.rows
        )

    def counts(self) -> Counter[tuple[str, State]]:
        """How many rows there are of each kind and state."""
        return Counter((row.kind, row.state) for row in self.rows)


def difference_lines(rows: Iterable[ComparisonRow], incoming: RegisterTree) -> Iterator[DifferenceLine]:
    """The lines for the user; new categories and entries have none, as they come in with their items."""
    filled_ids = _filled_ids(incoming)
    for row in rows:
        alone = row.state in (State.NEW, State.MISSING) and not isinstance(row.here or row.incoming, Entry)
        if alone and not (row.state is State.NEW and row.incoming is not None and row.incoming.id in filled_ids):
            yield DifferenceLine(row, None, row.key, row.usual, row.state is State.MISSING)
        for difference in row.differences:
            yield DifferenceLine(row, difference, difference.key, difference.usual, difference.empties)


def _filled_ids(tree: RegisterTree) -> set[str]:
    """The ids of the categories and entries that hold anything."""
    filled_ids = {category_tree.category.id for category_tree in tree.categories if category_tree.entries}
    return filled_ids | {
        entry_tree.entry.id for entry_tree in tree.entries if entry_tree.risks or entry_tree.mitigations
    }
