"""The widths of the columns of the list."""

from collections.abc import Sequence

from riskdesk.domain.fields import Field, FieldType
from riskdesk.domain.listing import ListColumn
from riskdesk.kit.theme import UNIT

# Usual widths in units of `UNIT`, by type of field; below, by name.
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


def widths(
    columns: Sequence[ListColumn], fields: Sequence[Field], titles: Sequence[int], zoom: float, room: int
) -> list[int]:
    """The width of each column in pixels; the room left over goes to the first text whose width nobody chose.

    A width that nobody chose has room for the title, which needs one of `titles`.
    """
    of_each = list(zip(columns, fields, strict=True))
    made = [
        round(column.width * zoom) if column.width else max(round(_usual_width(field) * zoom), title)
        for (column, field), title in zip(of_each, titles, strict=True)
    ]
    free = (at for at, (column, field) in enumerate(of_each) if not column.width and field.type is FieldType.TEXT)
    if (place := next(free, None)) is not None:
        made[place] += max(0, room - sum(made))
    return made


def _usual_width(field: Field) -> int:
    """The width in pixels of a column that nobody has resized."""
    return _USUAL_OF.get(field.name, _USUAL.get(field.type, 16)) * UNIT
