"""Risks and measures while they are read from rows, before values are made of them."""

import datetime
import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from riskdesk.domain.importing.values.dated import iso_month, with_day
from riskdesk.domain.label import Label
from riskdesk.domain.language import NBSP, NNBSP, words
from riskdesk.domain.sheets import Cell, FilePlace
from riskdesk.domain.values import Language

_REFERENCE = re.compile(r"([A-Z]{1,3}[ .-]?\d{1,3})\s*[:–—-]\s+(\S.*)", re.DOTALL)
# Signs cut off the end of a head before a colon follows it, and signs that take no colon.
_ENDS, _CLOSED = f":\uff1a \t\n{NBSP}{NNBSP}", "?!…"
_RESIDUAL = Label("residual", "résiduel")
_NOTES = {"note", "notes"}


class NoteLine(NamedTuple):
    """A line of a note, and the head of its column; `residual` if that is about the residual risk.

    `day` is set if the file stores a day: the text then begins with that day, or its month, in ISO format.
    """

    text: str
    head: str = ""
    residual: bool = False
    day: datetime.date | None = None

    def line(self, language: Language) -> str:
        """The line as a register in a language shows it; the head of a column of notes says nothing more."""
        head, text = self.head.rstrip(_ENDS), self._dated_text(language)
        if not head or head.casefold() in _NOTES:
            return text
        head = f"{head} ({_RESIDUAL.text(language)})" if self.residual else head
        return f"{head}{'' if head[-1] in _CLOSED else words(language).colon} {text}"

    def _dated_text(self, language: Language) -> str:
        """The text with its day or month, and a time behind it, as the language writes them."""
        if self.day is None or not self.text.startswith(iso_month(self.day)):
            return self.text
        return with_day(self.text, self.day, language)


@dataclass
class DraftMeasure:
    """A measure with the fields from its row; `column` is the column of its text, 0 if it has none.

    It is `existing` if its column is one of measures that were done before; owners and days of a row are not about it.
    """

    description: str
    place: FilePlace
    fields: dict[str, Any] = field(default_factory=dict)
    column: int = 0
    existing: bool = False


@dataclass
class DraftRisk:
    """A risk with the fields from its row; its note is a list of lines until the language is known."""

    place: FilePlace
    fields: dict[str, Any] = field(default_factory=dict)
    note: list[NoteLine] = field(default_factory=list)

    def remark(self, head: str, text: str, *, residual: bool = False, day: datetime.date | None = None) -> None:
        """Add the lines of a text to the note, each with the head; `day` as for a NoteLine."""
        for line in text.split("\n"):
            bare_line = line.strip().lstrip("•-–·* \t")
            if bare_line:
                self.note.append(NoteLine(bare_line, head, residual, day))

    def remark_cell(self, head: str, cell: Cell, *, residual: bool = False) -> None:
        """Add the text of a cell to the note."""
        day = cell.value if isinstance(cell.value, datetime.date) else None
        self.remark(head, cell.text, residual=residual, day=day)

    def completed(self) -> "DraftRisk":
        """The risk after its title became its description if it has none, and a number before that its reference."""
        if not self.fields.get("description"):
            self.fields["description"] = self.fields.pop("title", "")
        match = None if self.fields.get("reference") else _REFERENCE.match(self.fields["description"])
        if match is not None:
            self.fields |= {"reference": match[1], "description": match[2]}
        return self


@dataclass
class DraftEntry:
    """A group of risks and measures in a category."""

    category: str
    risks: list[DraftRisk] = field(default_factory=list)
    measures: list[DraftMeasure] = field(default_factory=list)
