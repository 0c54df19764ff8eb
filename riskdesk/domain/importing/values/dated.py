"""A text that a spreadsheet keeps as a day, until it is known in which language the register tells it."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from riskdesk.domain.language import words
from riskdesk.domain.sheets import Cell
from riskdesk.domain.values import Language


class DatedText(str):
    """The text of a cell with a day in the form of ISO, and perhaps a time behind it."""

    __slots__ = ("day",)
    day: datetime.date

    def in_language(self, language: Language) -> str:
        """The text with its day as a language writes it."""
        return with_day(self, self.day, language)


def text_of(cell: Cell, text: str | None = None) -> str:
    """The text of a cell, or what was made of that; one with a day in it can still be told in a language."""
    whole = cell.text if text is None else text
    if not isinstance(cell.value, datetime.date) or cell.value.isoformat() not in whole:
        return whole
    dated_text = DatedText(whole)
    dated_text.day = cell.value
    return dated_text


def in_language(value: Any, language: Language) -> Any:
    """A value as a register of a language has it."""
    return value.in_language(language) if isinstance(value, DatedText) else value


def fields_in_language(fields: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """The values of fields, by their names, as a register of a language has them."""
    return {name: in_language(value, language) for name, value in fields.items()}


def with_day(text: str, day: datetime.date, language: Language) -> str:
    """A text in which a day, and the time behind it, stand as the language writes them."""
    return re.sub(
        rf"{day.isoformat()}(?: (\d\d:\d\d))?",
        lambda match: ", ".join(filter(None, (words(language).date(day), match[1]))),
        text,
    )
