"""One function to edit fields of any value."""

from collections.abc import Callable
from typing import Any

from riskdesk.desk import categories, mitigations, registers, risks
from riskdesk.desk.action import Action
from riskdesk.domain.values import Category, Mitigation, Register, Risk, Value

_EDITS: dict[type[Value], Callable[..., Action]] = {
    Register: registers.edit,
    Category: categories.edit,
    Risk: risks.edit,
    Mitigation: mitigations.edit,
}


def edit(kind: type[Value], identity: str, **fields: Any) -> Action:
    """Change fields of a value of that kind."""
    return _EDITS[kind](identity, **fields)
