"""What kinds of value and their fields are called in a sentence."""

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, Name

KINDS = {
    "register": Name(QT_TRANSLATE_NOOP("Name", "register")),
    "print_set": Name(QT_TRANSLATE_NOOP("Name", "print set")),
    "category": Name(QT_TRANSLATE_NOOP("Name", "category")),
    "entry": Name(QT_TRANSLATE_NOOP("Name", "entry")),
    "risk": Name(QT_TRANSLATE_NOOP("Name", "risk")),
    "mitigation": Name(QT_TRANSLATE_NOOP("Name", "mitigation")),
    "snapshot": Name(QT_TRANSLATE_NOOP("Name", "snapshot")),
}
FIELDS = {
    "title": Name(QT_TRANSLATE_NOOP("Name", "title")),
    "reference": Name(QT_TRANSLATE_NOOP("Name", "reference")),
    "date": Name(QT_TRANSLATE_NOOP("Name", "date")),
    "prepared_by": Name(QT_TRANSLATE_NOOP("Name", "prepared by")),
    "approval": Name(QT_TRANSLATE_NOOP("Name", "approval")),
    "heading": Name(QT_TRANSLATE_NOOP("Name", "heading")),
    "period_start": Name(QT_TRANSLATE_NOOP("Name", "start of the period")),
    "period_end": Name(QT_TRANSLATE_NOOP("Name", "end of the period")),
    "language": Name(QT_TRANSLATE_NOOP("Name", "language")),
    "handling_mark": Name(QT_TRANSLATE_NOOP("Name", "handling mark")),
    "scale": Name(QT_TRANSLATE_NOOP("Name", "scale")),
    "position": Name(QT_TRANSLATE_NOOP("Name", "position")),
    "description": Name(QT_TRANSLATE_NOOP("Name", "description")),
    "likelihood": Name(QT_TRANSLATE_NOOP("Name", "likelihood")),
    "impact": Name(QT_TRANSLATE_NOOP("Name", "impact")),
    "residual_likelihood": Name(QT_TRANSLATE_NOOP("Name", "residual likelihood")),
    "residual_impact": Name(QT_TRANSLATE_NOOP("Name", "residual impact")),
    "reason": Name(QT_TRANSLATE_NOOP("Name", "reason")),
    "response": Name(QT_TRANSLATE_NOOP("Name", "response")),
    "owner": Name(QT_TRANSLATE_NOOP("Name", "owner")),
    "status": Name(QT_TRANSLATE_NOOP("Name", "status")),
    "proximity": Name(QT_TRANSLATE_NOOP("Name", "proximity")),
    "trigger": Name(QT_TRANSLATE_NOOP("Name", "trigger")),
    "identified_on": Name(QT_TRANSLATE_NOOP("Name", "identified on")),
    "last_review": Name(QT_TRANSLATE_NOOP("Name", "last review")),
    "next_review": Name(QT_TRANSLATE_NOOP("Name", "next review")),
    "escalated_to": Name(QT_TRANSLATE_NOOP("Name", "escalated to")),
    "note": Name(QT_TRANSLATE_NOOP("Name", "note")),
    "action_owner": Name(QT_TRANSLATE_NOOP("Name", "action owner")),
    "due_date": Name(QT_TRANSLATE_NOOP("Name", "due date")),
    "name": Name(QT_TRANSLATE_NOOP("Name", "name")),
    "kind": Name(QT_TRANSLATE_NOOP("Name", "document")),
    "paper": Name(QT_TRANSLATE_NOOP("Name", "paper")),
    "orientation": Name(QT_TRANSLATE_NOOP("Name", "orientation")),
    "columns": Name(QT_TRANSLATE_NOOP("Name", "columns")),
    "references": Name(QT_TRANSLATE_NOOP("Name", "count of references")),
}


def field_name(field: str) -> Name:
    """What a field is called; one that only the program knows by the name it has there."""
    return FIELDS.get(field, Name(field))
