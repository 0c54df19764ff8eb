"""What a change is about, in words: which item, which field, which text."""

from PySide6.QtCore import QCoreApplication

from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.step import Change

KINDS = {
    "register": QT_TRANSLATE_NOOP("Values", "Register"),
    "category": QT_TRANSLATE_NOOP("Values", "Category"),
    "entry": QT_TRANSLATE_NOOP("Values", "Entry"),
    "risk": QT_TRANSLATE_NOOP("Values", "Risk"),
    "mitigation": QT_TRANSLATE_NOOP("Values", "Mitigation"),
    "snapshot": QT_TRANSLATE_NOOP("Values", "Snapshot"),
}
FIELDS = {
    "title": QT_TRANSLATE_NOOP("Values", "title"),
    "reference": QT_TRANSLATE_NOOP("Values", "reference"),
    "date": QT_TRANSLATE_NOOP("Values", "date"),
    "prepared_by": QT_TRANSLATE_NOOP("Values", "prepared by"),
    "approval": QT_TRANSLATE_NOOP("Values", "approval"),
    "heading": QT_TRANSLATE_NOOP("Values", "heading"),
    "period_start": QT_TRANSLATE_NOOP("Values", "start of the period"),
    "period_end": QT_TRANSLATE_NOOP("Values", "end of the period"),
    "language": QT_TRANSLATE_NOOP("Values", "language"),
    "handling_mark": QT_TRANSLATE_NOOP("Values", "handling mark"),
    "scale": QT_TRANSLATE_NOOP("Values", "scale"),
    "position": QT_TRANSLATE_NOOP("Values", "position"),
    "description": QT_TRANSLATE_NOOP("Values", "description"),
    "likelihood": QT_TRANSLATE_NOOP("Values", "likelihood"),
    "impact": QT_TRANSLATE_NOOP("Values", "impact"),
    "residual_likelihood": QT_TRANSLATE_NOOP("Values", "residual likelihood"),
    "residual_impact": QT_TRANSLATE_NOOP("Values", "residual impact"),
    "reason": QT_TRANSLATE_NOOP("Values", "reason"),
    "response": QT_TRANSLATE_NOOP("Values", "response"),
    "owner": QT_TRANSLATE_NOOP("Values", "owner"),
    "status": QT_TRANSLATE_NOOP("Values", "status"),
    "proximity": QT_TRANSLATE_NOOP("Values", "proximity"),
    "trigger": QT_TRANSLATE_NOOP("Values", "trigger"),
    "identified_on": QT_TRANSLATE_NOOP("Values", "identified on"),
    "last_review": QT_TRANSLATE_NOOP("Values", "last review"),
    "next_review": QT_TRANSLATE_NOOP("Values", "next review"),
    "escalated_to": QT_TRANSLATE_NOOP("Values", "escalated to"),
    "note": QT_TRANSLATE_NOOP("Values", "note"),
    "action_owner": QT_TRANSLATE_NOOP("Values", "action owner"),
    "due_date": QT_TRANSLATE_NOOP("Values", "due date"),
}
_LONGEST = 80


def kind(name: str) -> str:
    """A kind of value, in the language of the window."""
    return QCoreApplication.translate("Values", KINDS[name])


def field(name: str) -> str:
    """A field, in the language of the window."""
    return QCoreApplication.translate("Values", FIELDS.get(name, name))


def told(change: Change) -> str:
    """A change in one line: "Risk · note: “old” → “new”", or what was added or is gone."""
    if change.before is None:
        return QCoreApplication.translate("Values", "{kind} added: “{text}”").format(
            kind=kind(change.kind), text=_text(change.after or {})
        )
    if change.after is None:
        return QCoreApplication.translate("Values", "{kind} removed: “{text}”").format(
            kind=kind(change.kind), text=_text(change.before)
        )
    edits = (
        f"{field(name)}: “{short(change.before.get(name))}” → “{short(change.after[name])}”" for name in change.after
    )
    return f"{kind(change.kind)} · {'; '.join(edits)}"


def short(value: object) -> str:
    """A value as text of one line, cut where it is long."""
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"


def _text(record: dict[str, object]) -> str:
    return short(record.get("description") or record.get("title") or record.get("name") or "")
