"""The effects of a step on the line that is being written."""

from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.ui.views.sheet.layout.content import Content
from riskdesk.ui.views.sheet.layout.lines import TEXT_FIELDS, LineKind, Pending
from riskdesk.ui.views.sheet.showing.paper import OpenLine
from riskdesk.ui.views.sheet.writing.placing import is_sibling


class Seam(NamedTuple):
    """Where two texts have become one again: the id of the item, and the length of its text before the second one."""

    id: str
    place: int


def is_gone(step: Step, line: OpenLine) -> bool:
    """Whether a step deleted the item of a line, or the parent of a new line."""
    item_id = line.pending.parent if line.pending else line.key[1]
    return any(change.id == item_id and change.after is None for change in step.changes)


def stored_text(step: Step, line: OpenLine) -> str | None:
    """The text that a step gave to a line; None if it left the text alone."""
    kind, identity = line.key
    for change in step.changes:
        if identity and change.id == identity and change.after and TEXT_FIELDS[kind] in change.after:
            return str(change.after[TEXT_FIELDS[kind]])
    return None


def seam(step: Step, line: OpenLine) -> Seam | None:
    """Where an undo that took a line away has put its text: into that of another item; None if it has not."""
    field = TEXT_FIELDS[line.key[0]]
    for change in step.changes:
        if change.before and change.after and field in change.edited:
            texts = zip(str(change.before[field]), str(change.after[field]), strict=False)
            return Seam(change.id, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], texts)))
    return None


def stores(step: Step, line: OpenLine, text: str) -> bool:
    """Whether a step stores a text for a line: in its own item, in a new one or in one that takes its place."""
    field = TEXT_FIELDS[line.key[0]]
    return is_gone(step, line) or any(change.after and change.after.get(field) == text for change in step.changes)


def moved(tree: RegisterTree, content: Content, row: int, pending: Pending) -> Pending:
    """The new line in the register as it is now: below the nearest line above it that is still there."""
    places = {identity: place for place, identity in enumerate(_siblings(tree, pending))}
    above = (places.get(line.id) for line in content.upwards(row - 1) if is_sibling(line, pending))
    return replace(pending, place=next((place + 1 for place in above if place is not None), 0))


def _siblings(tree: RegisterTree, pending: Pending) -> list[str]:
    """The ids of the siblings of a new line, in order."""
    if pending.kind is LineKind.CATEGORY:
        return [category.category.id for category in tree.categories]
    if pending.new_entry:
        return [
            entry.entry.id
            for category in tree.categories
            if category.category.id == pending.parent
            for entry in category.entries
        ]
    entries = [entry for entry in tree.entries if entry.entry.id == pending.parent]
    return [
        item.id for entry in entries for item in (entry.risks if pending.kind is LineKind.RISK else entry.mitigations)
    ]
