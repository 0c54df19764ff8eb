"""Ended risks (closed or rejected): what is left of a register without them, and how many they are."""

from dataclasses import replace

from riskdesk.domain.printing import Print
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree


def printed(tree: RegisterTree, how: Print) -> RegisterTree:
    """What a document prints of a register."""
    return tree if how.prints_ended else standing(tree)


def standing(tree: RegisterTree) -> RegisterTree:
    """A register without its ended risks, and without the entries and categories that held nothing else."""
    return replace(
        tree, categories=tuple(_standing(category) for category in tree.categories if not _is_all_ended(category))
    )


def standing_entry(entry: EntryTree) -> EntryTree | None:
    """An entry without its ended risks; None if it held nothing else."""
    return None if is_ended(entry) else _standing_entry(entry)


def is_ended(entry: EntryTree) -> bool:
    """Whether an entry has risks, and all of them are ended."""
    return bool(entry.risks) and all(risk.ended for risk in entry.risks)


def left_out(tree: RegisterTree) -> int:
    """How many risks `standing` leaves out."""
    return sum(risk.ended for risk in tree.risks)


def _standing(category: CategoryTree) -> CategoryTree:
    entries = (entry for entry in category.entries if not is_ended(entry))
    return replace(category, entries=tuple(map(_standing_entry, entries)))


def _standing_entry(entry: EntryTree) -> EntryTree:
    return replace(entry, risks=tuple(risk for risk in entry.risks if not risk.ended))


def _is_all_ended(category: CategoryTree) -> bool:
    return bool(category.entries) and all(map(is_ended, category.entries))
