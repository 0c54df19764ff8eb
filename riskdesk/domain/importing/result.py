"""What comes of a file: an import, whose register is not yet anybody's."""

from dataclasses import dataclass, field
from typing import Any

from riskdesk.domain.importing.messages import LeftOut, Message, Question
from riskdesk.domain.importing.tables.roles import Role
from riskdesk.domain.sheets import FilePlace
from riskdesk.domain.tree import RegisterTree


@dataclass(frozen=True)
class TableRole:
    """The role that a table is taken for, and why: `ROLES` has the sentence for that."""

    place: FilePlace
    role: Role
    reason: Role


@dataclass(frozen=True)
class ColumnRead:
    """A column below its head: all that stands above it, the `Field` it is taken for, and its first values.

    `letter` is its name in a mapping.
    """

    letter: str
    head: str
    field: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class RegionRead:
    """A part of a table as the user sees it: columns below heads.

    Tables count from 1; `shape` is that of the head. Where levels are `marked` by an X in a column each, no column can
    be taken for anything else.
    """

    table: int
    role: Role
    shape: str
    columns: tuple[ColumnRead, ...] = ()
    marked: bool = False


@dataclass(frozen=True)
class Import:
    """A register read from a file, with all that is to be said of it.

    `places` tells for each risk and mitigation where it stands in the file. `mapping` and the answers, plain JSON
    both, make the same import again. `roles` are those of all tables, `regions` what those with heads have in them.
    The tree is None where the file holds no register. `not_in_file` are the fields, by the id of what has them,
    whose values do not stand in the file. One that is Riskdesk's `own` has ids that are known.
    """

    name: str
    tree: RegisterTree | None
    places: dict[str, FilePlace] = field(default_factory=dict)
    roles: tuple[TableRole, ...] = ()
    regions: tuple[RegionRead, ...] = ()
    messages: tuple[Message, ...] = ()
    questions: tuple[Question, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    mapping: dict[str, Any] = field(default_factory=dict)
    not_in_file: frozenset[tuple[str, str]] = frozenset()
    own: bool = False
