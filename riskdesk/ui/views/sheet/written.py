"""The action that what was written on the sheet becomes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from riskdesk.desk import categories, entries, mitigations, risks
from riskdesk.desk.action import Action
from riskdesk.desk.edits import edit
from riskdesk.domain.records import kind_name
from riskdesk.domain.values import Category, Mitigation, Register, Risk, Value
from riskdesk.ui.views.sheet.lines import FIELDS, Kind, Line, Pending

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft

_TYPES: dict[Kind, type[Value]] = {
    Kind.HEADING: Register,
    Kind.TITLE: Register,
    Kind.CATEGORY: Category,
    Kind.RISK: Risk,
    Kind.MITIGATION: Mitigation,
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
    return edit(_TYPES[line.kind], line.id, **{FIELDS[line.kind]: text})


def pasted(line: Line, texts: Sequence[str]) -> Action:
    """Give a bullet the first of several texts, and add bullets after it for the others."""
    rest = _ADDS[line.kind](line.parent, texts[1:], line.place + 1)
    return changed(line, texts[0]).then(rest)


def draft(register: str, line: Line, pending: Pending | None, text: str) -> "Draft":
    """What is being written in a line, as it is kept for after a crash."""
    from riskdesk.desk.drafts import Draft

    kind = kind_name(_TYPES[line.kind])
    if pending is None:
        return Draft(register=register, kind=kind, text=text, id=line.id, field=FIELDS[line.kind])
    return Draft(
        register=register,
        kind=kind,
        text=text,
        parent=pending.parent,
        place=pending.place,
        new_entry=pending.new_entry,
    )
