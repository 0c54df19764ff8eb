"""Actions on the print sets of a register."""

from dataclasses import asdict, replace
from typing import Any

from riskdesk.desk import siblings
from riskdesk.desk.action import Action
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.values import PrintSet, Register
from riskdesk.store.transaction import Transaction


def keep(register: str, name: str, how: Print) -> Action:
    """Save print settings under a name, replacing those with that name."""

    def work(tx: Transaction) -> None:
        tx.get(Register, register)
        existing = siblings.find_named(tx, PrintSet, register, name)
        if existing is None:
            siblings.insert(tx, [PrintSet(register=register, name=name, **_stored_fields(how))])
        else:
            tx.update(replace(existing, **_stored_fields(how)))

    return Action(QT_TRANSLATE_NOOP("Action", "Save print settings"), work)


def rename(print_set: str, name: str) -> Action:
    """Give a print set another name; InputProblem if another one of the register has it."""

    def work(tx: Transaction) -> None:
        renamed = tx.get(PrintSet, print_set)
        existing = siblings.find_named(tx, PrintSet, renamed.register, name)
        if existing is not None and existing.id != print_set:
            raise InputProblem(
                QT_TRANSLATE_NOOP("Problem", "There are print settings “{name}” already; choose another name."),
                name=name,
            )
        tx.update(replace(renamed, name=name))

    return Action(QT_TRANSLATE_NOOP("Action", "Rename print settings"), work)


def delete(print_set: str) -> Action:
    """Delete a print set."""
    return Action(
        QT_TRANSLATE_NOOP("Action", "Delete print settings"),
        lambda tx: siblings.remove(tx, [tx.get(PrintSet, print_set)]),
    )


def _stored_fields(how: Print) -> dict[str, Any]:
    """The fields that a print set stores; attaching the register and the sides of a matrix are asked each time."""
    return {name: value for name, value in asdict(how).items() if name not in ("attach", "sides")}
