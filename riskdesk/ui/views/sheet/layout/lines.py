"""The lines of the sheet, each of which is in a block, and the line that is being written."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple, TypeAlias

from riskdesk.domain.values import Language, Mitigation, Risk


class LineKind(Enum):
    """The kinds of lines on a sheet."""

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


BULLETS = frozenset({LineKind.RISK, LineKind.MITIGATION})
ITEMS = BULLETS | {LineKind.CATEGORY, LineKind.ENTRY}
INVITATIONS = frozenset({LineKind.ADD_RISK, LineKind.ADD_MITIGATION, LineKind.ADD_ENTRY, LineKind.ADD_CATEGORY})
COLUMN = {
    LineKind.RISK: LineKind.RISK,
    LineKind.ADD_RISK: LineKind.RISK,
    LineKind.MITIGATION: LineKind.MITIGATION,
    LineKind.ADD_MITIGATION: LineKind.MITIGATION,
}
TEXT_FIELDS = {
    LineKind.HEADING: "heading",
    LineKind.TITLE: "title",
    LineKind.CATEGORY: "title",
    LineKind.RISK: "description",
    LineKind.MITIGATION: "description",
}
TEXTS = frozenset(TEXT_FIELDS)
INVITATION_OF = {LineKind.RISK: LineKind.ADD_RISK, LineKind.MITIGATION: LineKind.ADD_MITIGATION}

# The kind of a line and the id of its item, or of its parent for an invitation: the same in whatever row it is.
Key: TypeAlias = tuple[LineKind, str]


class SheetLine(NamedTuple):
    """A line of a sheet; `id` is that of its value, empty for an invitation and for what is not yet in the register."""

    kind: LineKind
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
    def key(self) -> Key:
        """The key of the line, which is the same in whatever row it is."""
        return self.kind, self.id or (self.parent if self.kind in INVITATIONS else "")

    @property
    def pending(self) -> bool:
        """Whether the line is not in the register yet: it is stored with its first text."""
        return not self.id and self.kind in ITEMS


class Block(NamedTuple):
    """A stretch of lines side by side: one over the full width, then those of the left and of the right column."""

    start: int
    right: int
    end: int


@dataclass(frozen=True)
class Pending:
    """A line that is being written; `place` is its own in `parent`, or that of its new entry in a category."""

    kind: LineKind
    parent: str
    place: int
    new_entry: bool = False

    def among(self, kind: LineKind, parent: str) -> int | None:
        """The place of the line among the lines of a kind in a parent; None if it is none of them."""
        return self.place if self.kind is kind and self.parent == parent and not self.new_entry else None
