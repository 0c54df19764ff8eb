"""Actions on the print sets of a register."""

from dataclasses import asdict
from typing import Any

from riskdesk.desk import named
from riskdesk.desk.action import Action
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.values import PrintSet


def keep(register: str, name: str, how: Print) -> Action:
    """Save print settings under a name, replacing those with that name."""
    return Action(
        QT_TRANSLATE_NOOP("Action", "Save print settings"),
        lambda tx: named.keep(tx, PrintSet, register, name, _stored_fields(how)),
    )


def rename(print_set: str, name: str) -> Action:
    """Give a print set another name; InputProblem if another one of the register has it."""
    taken = QT_TRANSLATE_NOOP("Problem", "There are print settings “{name}” already; choose another name.")
    return Action(
        QT_TRANSLATE_NOOP("Action", "Rename print settings"),
        lambda tx: named.rename(tx, PrintSet, print_set, name, taken),
    )


def delete(print_set: str) -> Action:
    """Delete a print set."""
    return Action(
        QT_TRANSLATE_NOOP("Action", "Delete print settings"), lambda tx: named.delete(tx, PrintSet, print_set)
    )


def _stored_fields(how: Print) -> dict[str, Any]:
    """The fields that a print set stores; attaching the register and the sides of a matrix are asked each time."""
    return {name: value for name, value in asdict(how).items() if name not in ("attach", "sides")}
