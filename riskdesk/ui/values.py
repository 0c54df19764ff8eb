"""What a change is about, in words: which item, which field, which text."""

from PySide6.QtCore import QCoreApplication

from riskdesk.domain.names import KINDS, field_name
from riskdesk.domain.step import Change

_LONGEST = 80


def kind(name: str) -> str:
    """A kind of value, in the language of the window."""
    return KINDS[name].told(QCoreApplication.translate)


def field(name: str) -> str:
    """A field, in the language of the window."""
    return field_name(name).told(QCoreApplication.translate)


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
    edits = (_edit(name, change.before.get(name), told) for name, told in change.after.items())
    return f"{kind(change.kind)} · {'; '.join(edits)}"


def _edit(name: str, before: object, after: object) -> str:
    text = QCoreApplication.translate("Values", "{field}: “{before}” → “{after}”")
    return text.format(field=field(name), before=short(before), after=short(after))


def short(value: object) -> str:
    """A value as text of one line, cut where it is long."""
    text = "" if value is None else " ".join(str(value).encode("utf-8", "replace").decode("utf-8").split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"


def _text(record: dict[str, object]) -> str:
    return short(record.get("description") or record.get("title") or record.get("name") or "")
