"""Actions on registers."""

import re
from dataclasses import replace
from itertools import chain, count
from typing import Any

from riskdesk.desk import branches, siblings
from riskdesk.desk.action import Action
from riskdesk.domain.folding import fold
from riskdesk.domain.growing import grow
from riskdesk.domain.language import words
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.references import folded, free, highest, reference
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Language, PrintSet, Register, Risk, SavedView, Snapshot, Waiver
from riskdesk.store.transaction import Transaction


def add(tree: RegisterTree) -> Action:
    """Add a register with its content after the others; references are made unique (`renumbered`).

    If the store already holds one of its identities, the register gets new identities throughout.
    """
    return Action(QT_TRANSLATE_NOOP("Action", "New register"), lambda tx: _plant(tx, tree), sweeping=True)


def duplicate(register: str) -> Action:
    """Add a copy of a register with new identities and its own title.

    References stay the same if they are unique.
    """

    def work(tx: Transaction) -> None:
        tree = branches.renewed(tx.tree(register))
        _plant(tx, replace(tree, register=replace(tree.register, title=_title_of_copy(tx, tree.register))))

    return Action(QT_TRANSLATE_NOOP("Action", "Duplicate register"), work)


def edit(register: str, **fields: Any) -> Action:
    """Change fields of a register; with a new language, a heading that the user has not changed is translated.

    InputProblem if a new scale lacks a level that is in use.
    """

    def work(tx: Transaction) -> None:
        before = tx.get(Register, register)
        after = replace(before, **fields)
        if after.language != before.language:
            after = in_language(after, after.language, was=before.language)
        tx.update(after)

    return Action(QT_TRANSLATE_NOOP("Action", "Edit register"), work)


def add_word(register: str, word: str) -> Action:
    """Add a word to the correct words of a register."""

    def work(tx: Transaction) -> None:
        from riskdesk.domain.spelling import core, listed, plain

        before = tx.get(Register, register)
        all_words = listed(before.words) | {core(plain(word))}
        tx.update(replace(before, words="\n".join(sorted(all_words, key=str.casefold))))

    return Action(QT_TRANSLATE_NOOP("Action", "Add word to the register"), work)


def delete(register: str) -> Action:
    """Delete a register with its content."""

    def work(tx: Transaction) -> None:
        for kind in (Category, PrintSet, SavedView, Waiver):
            siblings.remove(tx, tx.children(kind, register))
        for snapshot in tx.children(Snapshot, register):
            tx.delete(snapshot)
        tx.delete(tx.get(Register, register))

    return Action(QT_TRANSLATE_NOOP("Action", "Delete register"), work, sweeping=True)


def _title_of_copy(tx: Transaction, register: Register) -> str:
    """The title of a register followed by "(copy)", or by the first number that no other copy has."""
    wording = words(register.language)
    stem = re.sub(rf" \({wording.copy}(?: \d+)?\)$", "", register.title) or wording.untitled
    titles_in_use = {fold(other.title) for other in tx.titles()}
    numbers = chain([""], (f" {number}" for number in count(2)))
    titles = (f"{stem} ({wording.copy}{number})" for number in numbers)
    return next(title for title in titles if fold(title) not in titles_in_use)


def _plant(tx: Transaction, tree: RegisterTree) -> None:
    if tx.ids_in_use(value.id for value in tree.values):
        tree = branches.renewed(tree)
    tx.require_room(tree.values)
    tree, _ = renumbered(tree)
    tx.insert(replace(tree.register, position=tx.position_at_end()))
    tx.insert(*tree.kept_values, *tree.items)


def renumbered(tree: RegisterTree) -> tuple[RegisterTree, list[tuple[str, str]]]:
    """A register in which all risks have different references, and the pairs of old and new references.

    The first of several risks with the same reference keeps it; the others, and risks without one, get new ones.
    """
    names = {"": ""}
    others = [risk for risk in tree.risks if names.setdefault(folded(risk.reference), risk.id) != risk.id]
    numbers = free(tree.register.references, names, len(others))
    counted = max(tree.register.references, highest(names), *numbers)
    if counted == tree.register.references:
        return tree, []
    new_references = {risk.id: reference(number) for risk, number in zip(others, numbers, strict=True)}
    values = (
        replace(value, reference=new_references[value.id])
        if isinstance(value, Risk) and value.id in new_references
        else value
        for value in tree.values
    )
    new = replace(grow(values), register=replace(tree.register, references=counted))
    return new, [(risk.reference, new_references[risk.id]) for risk in others if folded(risk.reference)]


def in_language(register: Register, language: Language, *, was: Language | None = None) -> Register:
    """A register in another language; its heading is translated unless the user has changed it."""
    old, new = words(was or register.language), words(language)
    heading = new.heading if register.heading == old.heading else register.heading
    return replace(register, language=language, heading=heading)
