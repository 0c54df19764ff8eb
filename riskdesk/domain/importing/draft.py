"""Risks and measures while they are read from rows, before they are values of the register."""

import datetime
import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from riskdesk.domain.importing.values.dated import with_day
from riskdesk.domain.label import Label
from riskdesk.domain.language import NBSP, NNBSP, words
from riskdesk.domain.sheets import Cell, FilePlace
from riskdesk.domain.values import Language

_REFERENCE = re.compile(r"([A-Z]{1,3}[ .-]?\d{1,3})\s*[:–—-]\s+(\S.*)", re.DOTALL)
# What a head may end with where its values stand behind it, and signs after which no colon stands.
_ENDS, _CLOSED = f":\uff1a \t\n{NBSP}{NNBSP}", "?!…"
_RESIDUAL = Label("residual", "résiduel")


class Remark(NamedTuple):
    """A line of a note, and the head that it stood below; `residual` if that is told of what is left of a risk.

    `day` is the day with which the text begins, in the form of ISO, where the file stores a day and no text.
    """

    text: str
    head: str = ""
    residual: bool = False
    day: datetime.date | None = None

    def line(self, language: Language) -> str:
        """The line as it stands in a register of a language."""
        head, text = self.head.rstrip(_ENDS), self._dated_text(language)
        if not head:
            return text
        head = f"{head} ({_RESIDUAL.text(language)})" if self.residual else head
        return f"{head}{'' if head[-1] in _CLOSED else words(language).colon} {text}"

    def _dated_text(self, language: Language) -> str:
        """The text with its day as the language writes it, and the time behind that, if there is one."""
        if self.day is None or not self.text.startswith(self.day.isoformat()):
            return self.text
        return with_day(self.text, self.day, language)


@dataclass
class DraftMeasure:
    """A measure with the fields that its row gives; `column` is that of its text, or 0."""

    description: str
    place: FilePlace
    fields: dict[str, Any] = field(default_factory=dict)
    column: int = 0


@dataclass
class DraftRisk:
    """A risk with the fields that its row gives; `note` is a list of lines."""

    place: FilePlace
    fields: dict[str, Any] = field(default_factory=dict)
    note: list[Remark] = field(default_factory=list)

    def remark(self, head: str, text: str, *, residual: bool = False, day: datetime.date | None = None) -> None:
        """Keep a text in the note, each of its lines under the head; `day` as for a Remark."""
        for line in text.split("\n"):
            bare_line = line.strip().lstrip("•-–·* \t")
            if bare_line:
                self.note.append(Remark(bare_line, head, residual, day))

    def remark_cell(self, head: str, cell: Cell, *, residual: bool = False) -> None:
        """Keep what a cell shows in the note."""
        day = cell.value if isinstance(cell.value, datetime.date) else None
        self.remark(head, cell.text, residual=residual, day=day)

    def completed(self) -> "DraftRisk":
        """The risk with its text, which may be its title alone, and the number that may stand before it."""
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
