"""What a user does to registers."""

from dataclasses import replace
from typing import Any

from riskdesk.desk import branches, references, scales, siblings
from riskdesk.desk.action import Action
from riskdesk.desk.risks import require_level
from riskdesk.domain.language import words
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Language, PrintSet, Register, Risk, Snapshot
from riskdesk.store.transaction import Transaction


def add(tree: RegisterTree) -> Action:
    """Add a register with all that is in it, after the others; risks without a reference are given one.

    Where the store holds one of its identities already, what is added is a copy with new ones.
    """
    return Action(QT_TRANSLATE_NOOP("Action", "New register"), lambda tx: _plant(tx, tree), sweeping=True)


def duplicate(register: str) -> Action:
    """Add a copy of a register, with new identities and the same references."""

    def work(tx: Transaction) -> None:
        _plant(tx, branches.renewed(tx.tree(register)))

    return Action(QT_TRANSLATE_NOOP("Action", "Duplicate register"), work)


def edit(register: str, **fields: Any) -> Action:
    """Change fields of a register; a new language brings its words to the heading and the scale where unchanged."""

    def work(tx: Transaction) -> None:
        before = tx.get(Register, register)
        after = replace(before, **fields)
        if after.language != before.language:
            after = in_language(after, after.language, was=before.language)
        if after.scale != before.scale:
            for risk in tx.tree(register).risks:
                require_level(after.scale, risk)
        tx.update(after)

    return Action(QT_TRANSLATE_NOOP("Action", "Edit register"), work)


def delete(register: str) -> Action:
    """Delete a register with all that is in it."""

    def work(tx: Transaction) -> None:
        siblings.remove(tx, [*tx.children(Category, register), *tx.children(PrintSet, register)])
        for snapshot in tx.children(Snapshot, register):
            tx.delete(snapshot)
        tx.delete(tx.get(Register, register))
        tx.number_registers()

    return Action(QT_TRANSLATE_NOOP("Action", "Delete register"), work, sweeping=True)


def _plant(tx: Transaction, tree: RegisterTree) -> None:
    if tx.ids() & {value.id for value in tree.values}:
        tree = branches.renewed(tree)
    count = max(tree.register.references, references.highest(risk.reference for risk in tree.risks))
    others = tx.registers()
    missing = sum(not risk.reference for risk in tree.risks)
    tx.insert(replace(tree.register, position=len(others), references=count + missing))
    for value in (*tree.print_sets, *tree.items):
        if isinstance(value, Risk) and not value.reference:
            count += 1
            value = replace(value, reference=references.reference(count))
        tx.insert(value)


def in_language(register: Register, language: Language, *, was: Language | None = None) -> Register:
    """A register in another language: its heading and scale too, where they are not the user's own."""
    old, new = words(was or register.language), words(language)
    heading = new.heading if register.heading == old.heading else register.heading
    return replace(register, language=language, heading=heading, scale=scales.translated(register.scale, language))
