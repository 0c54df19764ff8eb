"""How wide the columns of the list usually are."""

from riskdesk.domain.fields import Field, FieldType
from riskdesk.kit.theme import STEP

# By the type of a field, in steps; some by their names.
_USUAL = {
    FieldType.TEXT: 30,
    FieldType.MITIGATIONS: 30,
    FieldType.LINE: 18,
    FieldType.PERSON: 17,
    FieldType.REFERENCE: 9,
    FieldType.CHOICE: 16,
    FieldType.DATE: 14,
    FieldType.BAND: 15,
    FieldType.LEVEL: 8,
    FieldType.NUMBER: 9,
}
_USUAL_OF = {"description": 34, "risks": 16}


def usual_width(field: Field) -> int:
    """How wide the column of a field is that nobody has made wider, in pixels."""
    return _USUAL_OF.get(field.name, _USUAL.get(field.type, 16)) * STEP
