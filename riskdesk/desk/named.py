"""What a register keeps by name: print sets and saved views."""

from dataclasses import replace
from typing import Any, TypeVar

from riskdesk.desk import siblings
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.text import tidy
from riskdesk.domain.values import PrintSet, Register, SavedView
from riskdesk.store.transaction import Transaction

Named = TypeVar("Named", PrintSet, SavedView)


def keep(tx: Transaction, kind: type[Named], register: str, name: str, fields: dict[str, Any]) -> None:
    """Save the fields of a value under a name, replacing those with that name."""
    tx.get(Register, register)
    existing = _find(tx, kind, register, name)
    if existing is None:
        siblings.insert(tx, [kind(register=register, name=name, **fields)])
    else:
        tx.update(replace(existing, **fields))


def rename(tx: Transaction, kind: type[Named], identity: str, name: str, taken_message: str) -> None:
    """Give a value another name; InputProblem with a message if another one of the register has it."""
    renamed = tx.get(kind, identity)
    existing = _find(tx, kind, renamed.register, name)
    if existing is not None and existing.id != identity:
        raise InputProblem(taken_message, name=name)
    tx.update(replace(renamed, name=name))


def delete(tx: Transaction, kind: type[Named], identity: str) -> None:
    """Delete a value."""
    siblings.remove(tx, [tx.get(kind, identity)])


def _find(tx: Transaction, kind: type[Named], register: str, name: str) -> Named | None:
    tidy_name = tidy(name, one_line=True)
    return next((value for value in tx.children(kind, register) if value.name == tidy_name), None)
