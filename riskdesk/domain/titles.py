"""Registers as a list shows them, without what is in them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from riskdesk.domain.plain import number, text
from riskdesk.domain.step import Change, Step
from riskdesk.domain.values import Register


class RegisterTitle(NamedTuple):
    """What tells a register from the others of its store, and its place among them."""

    id: str
    position: int
    title: str
    reference: str

    @classmethod
    def of(cls, register: Register) -> "RegisterTitle":
        """The title of a register that was read."""
        return cls(register.id, register.position, register.title, register.reference)

    @classmethod
    def read(cls, record: Mapping[str, Any]) -> "RegisterTitle":
        """The title in the record of a register; TypeError if it holds what no register does."""
        return cls(text(record["id"]), number(record["position"]), text(record["title"]), text(record["reference"]))


def listed_changes(step: Step) -> list[Change]:
    """The changes of a step that are seen in a list of registers, which a new reference or a scale is not."""
    return [change for change in step.changes if change.kind == "register" and _is_listed(change)]


def _is_listed(change: Change) -> bool:
    return change.before is None or change.after is None or not change.after.keys().isdisjoint(RegisterTitle._fields)
