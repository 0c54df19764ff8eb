"""The result of an import: a register that is not stored yet, and what there is to say of it."""

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
    """A column as the user sees it: all heads above it, the `Field` that it was taken for, and its first values.

    `letter` is its name in a mapping.
    """

    letter: str
    head: str
    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class RegionRead:
    """A part of a table as the user sees it: columns below heads.

    Tables count from 1; `shape` is that of the head. If levels are `marked` by an X in a column each, the user cannot
    change the meaning of columns.
    """

    table: int
    shape: str
    columns: tuple[ColumnRead, ...] = ()
    marked: bool = False


@dataclass(frozen=True)
class Import:
    """A register read from a file, with all that there is to say of it.

    The tree is None if the file holds no register. `places` has the place in the file of each risk and mitigation by
    its id. `roles` are those of all tables, `regions` the parts of tables with heads. `mapping` with the same answers
    makes the same import again. `not_in_file` are fields, as pairs of id and name, whose values do not stand in the
    file. `own` is true for a file of Riskdesk, whose ids are those of the register that it came from.
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
