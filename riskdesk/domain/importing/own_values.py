"""What the cells of Riskdesk's own table say: values of fields, in words of either language."""

import datetime
import json
from collections.abc import Callable, Mapping
from typing import Any

from riskdesk.domain.fields import Field, FieldType
from riskdesk.domain.folding import fold
from riskdesk.domain.importing import dates
from riskdesk.domain.possible import FIRST_DAY, LAST_DAY, LEVELS
from riskdesk.domain.possible_scale import admitted_scale
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.scale import Scale
from riskdesk.domain.scale_record import scale_from_record
from riskdesk.domain.sheets import Cell


def value_of(field: Field, cell: Cell, scale: Scale | None) -> Any:
    """The value that a cell gives a field, None if it can hold no such value; levels are those of a `scale`."""
    read = _READERS.get(field.type)
    if read is not None:
        return read(field, cell)
    if field.type is FieldType.LEVEL:
        return _level(field, cell, scale)
    return cell.text


def _level(field: Field, cell: Cell, scale: Scale | None) -> int | None:
    """A level by its number or its name."""
    assert scale is not None, "levels are those of a scale"
    assert field.name in LEVELS, "each level has its side"
    levels = scale.likelihood if field.name.endswith("likelihood") else scale.impact
    text = fold(cell.text).strip()
    if text.isascii() and text.isdecimal():
        return int(text) if len(text) < 4 and 1 <= int(text) <= len(levels) else None
    named = (place for place, level in enumerate(levels, 1) if text in map(fold, (level.name.en, level.name.fr)))
    return next(named, None)


def _choice(field: Field, cell: Cell) -> str | None:
    text = fold(cell.text).strip()
    for code, label in field.codes.items():
        if text in (fold(code), fold(label.en), fold(label.fr)):
            return code
    return None


def _day(_field: Field, cell: Cell) -> datetime.date | None:
    day = dates.day(cell)
    return day if day is not None and FIRST_DAY <= day <= LAST_DAY else None


def _number(_field: Field, cell: Cell) -> int | None:
    text = cell.text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _scale(_field: Field, cell: Cell) -> Scale | None:
    try:
        return admitted_scale(scale_from_record(json.loads(cell.text)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, InputProblem):
        return None


_READERS: Mapping[FieldType, Callable[[Field, Cell], Any]] = {
    FieldType.DATE: _day,
    FieldType.CHOICE: _choice,
    FieldType.NUMBER: _number,
    FieldType.SCALE: _scale,
}
