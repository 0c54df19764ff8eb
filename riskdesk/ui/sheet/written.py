"""The action that what was written on the sheet becomes."""

from collections.abc import Callable, Sequence

from riskdesk.desk import categories, entries, mitigations, registers, risks
from riskdesk.desk.action import Action
from riskdesk.ui.sheet.lines import FIELDS, Kind, Line, Pending

_EDITS: dict[Kind, Callable[..., Action]] = {
    Kind.HEADING: registers.edit,
    Kind.TITLE: registers.edit,
    Kind.CATEGORY: categories.edit,
    Kind.RISK: risks.edit,
    Kind.MITIGATION: mitigations.edit,
}
_ADDS = {Kind.RISK: risks.add, Kind.MITIGATION: mitigations.add}


def added(pending: Pending, texts: Sequence[str]) -> Action:
    """Add what was written in a new line; bullets may be several, a category is named by the first."""
    if pending.kind is Kind.CATEGORY:
        return categories.add(pending.parent, pending.place, texts[0])
    if not pending.new_entry:
        return _ADDS[pending.kind](pending.parent, texts, pending.place)
    if pending.kind is Kind.RISK:
        return entries.add(pending.parent, pending.place, risks=texts)
    return entries.add(pending.parent, pending.place, mitigations=texts)


def changed(line: Line, text: str) -> Action:
    """Give a line another text."""
    return _EDITS[line.kind](line.id, **{FIELDS[line.kind]: text})


def pasted(line: Line, texts: Sequence[str]) -> Action:
    """Give a bullet the first of several texts, and add bullets after it for the others."""
    rest = _ADDS[line.kind](line.parent, texts[1:], line.place + 1)
    return changed(line, texts[0]).then(rest)
