"""What comes of a file: an import, whose register is not yet anybody's."""

from dataclasses import dataclass, field
from typing import Any

from riskdesk.domain.importing.messages import LeftOut, Message, Question
from riskdesk.domain.sheets import Place
from riskdesk.domain.tree import RegisterTree


@dataclass(frozen=True)
class TableRole:
    """What a table is taken for, and why, in a key of `ROLES`."""

    place: Place
    role: str
    reason: str


@dataclass(frozen=True)
class Import:
    """A register read from a file, with all that is to be said of it.

    `places` tells for each risk and mitigation where it stands in the file. `mapping` and the answers, plain JSON both,
    make the same import again. The tree is None where the file holds no register. `given` are the fields, by the id of
    what has them, whose values do not stand in the file. A workbook of Riskdesk's `own` has ids that are known.
    """

    name: str
    tree: RegisterTree | None
    places: dict[str, Place] = field(default_factory=dict)
    roles: tuple[TableRole, ...] = ()
    messages: tuple[Message, ...] = ()
    questions: tuple[Question, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    mapping: dict[str, Any] = field(default_factory=dict)
    given: frozenset[tuple[str, str]] = frozenset()
    own: bool = False
