"""The actions that store what was written in a line of the sheet, and the draft of it until then."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from riskdesk.desk import categories, entries, mitigations, risks
from riskdesk.desk.action import Action
from riskdesk.desk.edits import edit
from riskdesk.domain.records import kind_name
from riskdesk.domain.values import Category, Mitigation, Register, Risk, Value
from riskdesk.ui.views.sheet.layout.lines import TEXT_FIELDS, Key, LineKind, Pending
from riskdesk.ui.views.sheet.showing.paper import OpenLine

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft

_TYPES: dict[LineKind, type[Value]] = {
    LineKind.HEADING: Register,
    LineKind.TITLE: Register,
    LineKind.CATEGORY: Category,
    LineKind.RISK: Risk,
    LineKind.MITIGATION: Mitigation,
}
_ADDS = {LineKind.RISK: risks.add, LineKind.MITIGATION: mitigations.add}


def added(pending: Pending, texts: Sequence[str]) -> Action:
    """Add what was written in a new line; several texts make several bullets, and a category gets the first."""
    if pending.kind is LineKind.CATEGORY:
        return categories.add(pending.parent, pending.place, texts[0])
    if not pending.new_entry:
        return _ADDS[pending.kind](pending.parent, texts, pending.place)
    if pending.kind is LineKind.RISK:
        return entries.add(pending.parent, pending.place, risks=texts)
    return entries.add(pending.parent, pending.place, mitigations=texts)


def changed(key: Key, text: str) -> Action:
    """Change the text of the line with a kind and id."""
    kind, identity = key
    return edit(_TYPES[kind], identity, **{TEXT_FIELDS[kind]: text})


def draft(register: str, line: OpenLine) -> "Draft":
    """The draft of a text that is being written in a line of a register, to be kept until it is stored."""
    from riskdesk.desk.drafts import Draft

    (kind, identity), pending, text = line.key, line.pending, line.written
    name = kind_name(_TYPES[kind])
    if pending is None:
        return Draft(register=register, kind=name, text=text, id=identity, field=TEXT_FIELDS[kind])
    return Draft(
        register=register,
        kind=name,
        text=text,
        parent=pending.parent,
        place=pending.place,
        new_entry=pending.new_entry,
    )
