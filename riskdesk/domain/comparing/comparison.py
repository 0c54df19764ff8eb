"""What a comparison says: each item of both registers in a row, with the fields that differ and what is usual."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from riskdesk.domain.comparing.placing import Family, homes_of, parent
from riskdesk.domain.remap import Remap
from riskdesk.domain.tree import Item, RegisterTree
from riskdesk.domain.values import Register

# In place of a field of a risk: the category that it stands in.
CATEGORY = "category"


class State(StrEnum):
    """The state of an item in a comparison of a file with a register.

    It is in the file alone, in both with other values or the same, or in the register alone.
    """

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
    # An entry or a category, by what is in it.
    CONTENT = "content"


class Choice(StrEnum):
    """The choices for a difference: the file's side is taken, or the register's kept."""

    TAKE = "take"
    KEEP = "keep"


Choices: TypeAlias = Mapping[str, Choice]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of which the register and the file hold other values; that of a `CATEGORY` is its title.

    `key` is what a choice names. `base` is the value when the file was made, if that is known; `changed_here` tells
    that the register was changed since.
    """

    key: str
    field: str
    here: Any
    incoming: Any
    usual: Choice
    base: Any = None
    changed_here: bool = False

    @property
    def empties(self) -> bool:
        """Whether taking it leaves the field empty."""
        return self.incoming in (None, "")


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """An item of the register, of the file, or of both; `kind` is the name of its kind.

    Taking the row adds what is new, and deletes what the file does not have, which is not usual. A new category or
    entry with something in it comes as soon as anything in it does.
    """

    key: str
    kind: str
    state: State
    usual: Choice
    here: Register | Item | None = None
    incoming: Register | Item | None = None
    match: Match | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A register beside one that comes in, whose levels are on the register's scale.

    `rows` stand in the order in which the register will be, parents before children; the first is the register.
    `pairs` leads from ids of the file to those of the register, `families` has the ids of all items by kind and by what
    they stand in, in order. `remap` says what became of the file's levels.
    """

    here: RegisterTree
    incoming: RegisterTree
    rows: tuple[ComparisonRow, ...]
    pairs: Mapping[str, str]
    families: Mapping[Family, list[str]]
    remap: Remap | None = None

    @property
    def parents(self) -> dict[str, str]:
        """What each item stands in, by its id: that in the register where it is there, else that in the file."""
        return {identity: above for (_, above), ids in self.families.items() for identity in ids}

    @property
    def differences(self) -> Iterator[Difference]:
        """All fields that differ."""
        for row in self.rows:
            yield from row.differences

    def taken_rows(self, choices: Choices) -> list[tuple[ComparisonRow, Difference | None]]:
        """What comes into the register: each field with its row, and rows without a field that come or go whole."""
        fields = list(self._fields(choices))
        homes = homes_of(self.incoming)
        moved_risks = [
            row.incoming for row, difference in fields if row.incoming is not None and difference.field == CATEGORY
        ]
        needed_ids = {homes[risk.id].id for risk in moved_risks}
        holders = {parent(item) for item in self.incoming.items}
        whole: list[tuple[ComparisonRow, Difference | None]] = []
        # What is inside comes first here, so that it takes along what it stands in.
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
        """Whether anything comes into the register."""
        return bool(self.taken_rows(choices))

    def counts(self) -> Counter[tuple[str, State]]:
        """How many rows there are of each kind and state."""
        return Counter((row.kind, row.state) for row in self.rows)
