"""What a step makes of the line that is being written."""

from dataclasses import replace

from riskdesk.domain.step import Change, Step
from riskdesk.ui.views.sheet.lines import FIELDS, Content, Line, Pending
from riskdesk.ui.views.sheet.paper import OpenLine
from riskdesk.ui.views.sheet.placing import is_sibling


def is_gone(step: Step, line: OpenLine) -> bool:
    """Whether a step deleted the item of a line, or what a new line was to be in."""
    held = line.pending.parent if line.pending else line.key[1]
    return any(change.id == held and change.after is None for change in step.changes)


def stored_text(step: Step, line: OpenLine) -> str | None:
    """The text that a step gave to a line; None if it left the text alone."""
    kind, identity = line.key
    for change in step.changes:
        if identity and change.id == identity and change.after and FIELDS[kind] in change.after:
            return str(change.after[FIELDS[kind]])
    return None


def stores(step: Step, line: OpenLine, text: str) -> bool:
    """Whether a step stores a text for a line: in its own item, in a new one or in one that takes its place."""
    field = FIELDS[line.key[0]]
    return is_gone(step, line) or any(change.after and change.after.get(field) == text for change in step.changes)


def moved(step: Step, content: Content, row: int, pending: Pending) -> Pending:
    """A new line at a row after a step: below what it stood below before, as far as that is still there."""
    changes = {change.id: change for change in step.changes}
    above = (line for line in reversed(content.lines[:row]) if is_sibling(line, pending))
    places = (_place_after(line, changes.get(line.id)) for line in above)
    return replace(pending, place=next((place + 1 for place in places if place is not None), 0))


def _place_after(line: Line, change: Change | None) -> int | None:
    """The place of an item after a change; None if it is not there any more."""
    if change is None:
        return line.place
    if change.after is None or {"entry", "category"} & change.after.keys():
        return None
    return int(change.after.get("position", line.place))
