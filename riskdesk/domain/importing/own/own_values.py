"""Reads values of fields from the cells of Riskdesk's own table, in English or French."""

import datetime
import json
from collections.abc import Callable, Mapping
from typing import Any

from riskdesk.domain.fields import Field, FieldType
from riskdesk.domain.importing.values import dates
from riskdesk.domain.importing.values.dated import text_of
from riskdesk.domain.importing.values.ladder import Ladder
from riskdesk.domain.importing.words.fields import Field as Side
from riskdesk.domain.importing.words.vocabulary import MEASURE_STATES, STATES, plain, responses
from riskdesk.domain.possible import FIRST_DAY, LAST_DAY, LEVELS
from riskdesk.domain.possible_scale import admitted_scale
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.scale import Scale
from riskdesk.domain.scale_record import scale_from_record
from riskdesk.domain.sheets import Cell


def value_of(field: Field, cell: Cell, ladders: Mapping[Side, Ladder]) -> Any:
    """The value of a cell for a field, None if the field cannot hold it; levels are looked up on the `ladders`."""
    read = _READERS.get(field.type)
    if read is not None:
        return read(field, cell)
    if field.type is FieldType.LEVEL:
        level, rest = level_of(field.name, cell.text, ladders)
        return None if rest else level
    return text_of(cell)


def level_of(name: str, text: str, ladders: Mapping[Side, Ladder]) -> tuple[int | None, str]:
    """The level that a text names, None if it names none or two, and what else the text says."""
    assert name in LEVELS, "each level has its side"
    return ladders[Side.LIKELIHOOD if name.endswith("likelihood") else Side.IMPACT].position(text)


def choice_of(field: Field, text: str) -> str | None:
    """The code that a text names: the code itself, its word in either language, or a word of other registers."""
    word = plain(text)
    for code, label in field.codes.items():
        if word in (plain(code), plain(label.en), plain(label.fr)):
            return code
    others = {STATES.get(word), MEASURE_STATES.get(word), *responses(text)}
    codes = [code for code in field.codes if code in others]
    return codes[0] if len(codes) == 1 else None


def day_of(cell: Cell) -> datetime.date | None:
    """The day that a cell names; None if it names none, or one that no field can hold."""
    day = dates.day(cell)
    return day if day is not None and FIRST_DAY <= day <= LAST_DAY else None


def _choice(field: Field, cell: Cell) -> str | None:
    return choice_of(field, cell.text)


def _number(_field: Field, cell: Cell) -> int | None:
    text = cell.text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _scale(_field: Field, cell: Cell) -> Scale | None:
    try:
        return admitted_scale(scale_from_record(json.loads(cell.text)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, InputProblem):
        return None


_READERS: Mapping[FieldType, Callable[[Field, Cell], Any]] = {
    FieldType.DATE: lambda _field, cell: day_of(cell),
    FieldType.CHOICE: _choice,
    FieldType.NUMBER: _number,
    FieldType.SCALE: _scale,
}
