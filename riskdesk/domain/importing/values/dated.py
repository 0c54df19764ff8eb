"""Texts with a day that a spreadsheet stores as a date, until the language of the register is known."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from riskdesk.domain.language import words
from riskdesk.domain.sheets import Cell
from riskdesk.domain.values import Language


class DatedText(str):
    """The text of a cell with a day in ISO format, and perhaps a time behind it; or with its month alone."""

    __slots__ = ("day",)
    day: datetime.date

    def in_language(self, language: Language) -> str:
        """The text with its day as a language writes it."""
        return with_day(self, self.day, language)


def text_of(cell: Cell, text: str | None = None) -> str:
    """The text of a cell, or a text made of it; a DatedText if it has the day of the cell, or its month, in it."""
    whole = cell.text if text is None else text
    if not isinstance(cell.value, datetime.date) or iso_month(cell.value) not in whole:
        return whole
    dated_text = DatedText(whole)
    dated_text.day = cell.value
    return dated_text


def in_language(value: Any, language: Language) -> Any:
    """A value as a register in a language has it."""
    return value.in_language(language) if isinstance(value, DatedText) else value


def fields_in_language(fields: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """The values of fields by name, as a register in a language has them."""
    return {name: in_language(value, language) for name, value in fields.items()}


def with_day(text: str, day: datetime.date, language: Language) -> str:
    """A text with a day and the time behind it, or with its month alone, as the language writes them."""
    if day.isoformat() not in text:
        return text.replace(iso_month(day), words(language).month(day), 1)
    return re.sub(
        rf"{day.isoformat()}(?: (\d\d:\d\d))?",
        lambda match: ", ".join(filter(None, (words(language).date(day), match[1]))),
        text,
    )


def iso_month(day: datetime.date) -> str:
    """The month of a day in ISO format, with which the day begins."""
    return f"{day:%Y-%m}"
