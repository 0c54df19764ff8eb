"""Layouts that others prescribe, with a row for each risk: the PM² risk log and the table of an EU action document.

Fields that the log has no column for are in its comments, each after its label; the EU table has nothing but what its
template asks for. Writers of workbooks and documents use the same `LaidOut`.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from riskdesk.domain import codes
from riskdesk.domain.codes import Codes
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.label import Label
from riskdesk.domain.language import NBSP, Words, words
from riskdesk.domain.layouts import LAYOUTS, Layout
from riskdesk.domain.scale import Assessment, Level, Scale
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Language, Mitigation, Response, Risk, RiskStatus


class Span(StrEnum):
    """The extent of a cell: it is for one risk, a whole entry or a category.

    A cell for more than one risk may be merged over the rows of its risks.
    """

    RISK = "risk"
    ENTRY = "entry"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    """A column: its head, and its width in a workbook, in letters."""

    code: str
    head: Label
    width: int
    span: Span = Span.RISK


@dataclass(frozen=True, slots=True)
class LayoutText:
    """A text in a cell; `language` is that of the risk or mitigation that has it, None for words of the layout."""

    text: str
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class LayoutCell:
    """A cell with a paragraph for each of its `texts`, or a list of them with `bullets`.

    `value` is the number or day behind the text, if there is one; `band` the index of the band whose colour it has.
    """

    texts: tuple[LayoutText, ...] = ()
    bullets: bool = False
    value: int | datetime.date | None = None
    band: int | None = None

    @classmethod
    def of(cls, text: str, language: Language | None = None, value: int | datetime.date | None = None) -> "LayoutCell":
        """A cell with one text; an empty one if that is empty."""
        return cls((LayoutText(text, language),), value=value) if text else cls()

    @property
    def text(self) -> str:
        """All of it, in lines."""
        return "\n".join(f"• {text.text}" if self.bullets else text.text for text in self.texts)


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """A row with the ids of what it shows; an id is empty where there is no entry or risk."""

    category: str
    entry: str
    risk: str
    cells: tuple[LayoutCell, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A register in a layout; `legend` explains the levels where cells have only their numbers."""

    layout: Layout
    language: Language
    title: str
    columns: tuple[LayoutColumn, ...]
    rows: tuple[LayoutRow, ...]
    legend: str


def lay_out(tree: RegisterTree, layout: Layout) -> LaidOut:
    """A register in a layout and its own language; to leave out ended risks, remove them from the tree before."""
    telling = _Telling(tree)
    columns = _PM2 if layout is Layout.PM2 else _eu_columns(tree.register.scale)
    legend = telling.legend() if layout is Layout.PM2 else ""
    title = LAYOUTS[layout].text(telling.language)
    return LaidOut(layout, telling.language, title, columns, tuple(telling.rows(columns)), legend)


_PM2 = (
    LayoutColumn("reference", Label("ID", "ID"), 11),
    LayoutColumn("category", Label("Category", "Catégorie"), 12),
    LayoutColumn("title", Label("Title", "Titre"), 12),
    LayoutColumn("description", Label("Description", "Description"), 28),
    LayoutColumn("status", Label("Status", "État"), 11),
    LayoutColumn("identified_by", Label("Identified by", "Identifié par"), 11),
    LayoutColumn("identified_on", Label("Identification date", "Identifié le"), 12),
    LayoutColumn("likelihood_number", Label("Likelihood", "Probabilité"), 11),
    LayoutColumn("impact_number", Label("Impact", "Impact"), 11),
    LayoutColumn("score", Label("Risk level", "Niveau de risque"), 11),
    LayoutColumn("owner", Label("Risk owner", "Responsable du risque"), 12),
    LayoutColumn("escalation", Label("Escalation", "Remontée"), 11),
    LayoutColumn("response", Label("Response strategy", "Stratégie de réponse"), 11),
    LayoutColumn("actions", Label("Action details", "Actions"), 36, Span.ENTRY),
    LayoutColumn("target_date", Label("Target date", "Échéance"), 11, Span.ENTRY),
    LayoutColumn("comments", Label("Traceability / Comments", "Commentaires"), 26),
)


def _eu_columns(scale: Scale) -> tuple[LayoutColumn, ...]:
    """The columns of the risk table of the template, whose heads name the levels."""
    return (
        LayoutColumn("category", Label("Category", "Catégorie"), 12, Span.CATEGORY),
        LayoutColumn("risk", Label("Risks", "Risques"), 68),
        LayoutColumn("likelihood", _rated(Label("Likelihood", "Probabilité"), scale.likelihood), 18),
        LayoutColumn("impact", _rated(Label("Impact", "Impact"), scale.impact), 18),
        LayoutColumn("measures", Label("Mitigating measures", "Mesures d’atténuation"), 64, Span.ENTRY),
    )


def _rated(head: Label, levels: tuple[Level, ...]) -> Label:
    """A head with the levels behind it, the highest first, as the template has "(High/Medium/Low)"."""
    slash = "/" if len(levels) <= _FEW else " / "
    all_names = (slash.join(level.name.text(language) for level in reversed(levels)) for language in _BOTH)
    return Label(*(f"{head.text(language)} ({names})" for language, names in zip(_BOTH, all_names, strict=True)))


# The most levels that fit into a head without a break.
_FEW = 3


_BOTH = tuple(Language)
# The words of PM² that differ from those of Riskdesk.
_STATES: Codes = {
    **codes.RISK_STATES,
    RiskStatus.ASSESSING: Label("Assessing", "En cours d’évaluation"),
    RiskStatus.WAITING: Label("Waiting for Approval", "En attente d’approbation"),
}
_RESPONSES: Codes = {**codes.RESPONSES, Response.TRANSFER: Label("Transfer/Share", "Transférer/partager")}
_YES, _NO = Label("Yes", "Oui"), Label("No", "Non")
# Fields that the log has no column for.
_MORE = ("reason", "proximity", "trigger", "last_review", "next_review")

_Cells: TypeAlias = dict[str, LayoutCell]


class _Telling:
    """A writer of the texts in the cells of one register."""

    def __init__(self, tree: RegisterTree) -> None:
        self._tree, self._scale, self.language = tree, tree.register.scale, tree.register.language
        self._words: Words = words(self.language)

    def rows(self, columns: tuple[LayoutColumn, ...]) -> Iterator[LayoutRow]:
        """A row for each risk; an entry without risks and a category without entries have one, too."""
        for category in self._tree.categories:
            title = {"category": LayoutCell.of(category.category.title)}
            for entry in category.entries or (None,):
                beside = title | (self._of_entry(entry, columns) if entry else {})
                for risk in entry.risks if entry and entry.risks else (None,):
                    cells = beside | (self._of_risk(risk) if risk else {})
                    yield LayoutRow(
                        category.category.id,
                        entry.entry.id if entry else "",
                        risk.id if risk else "",
                        tuple(cells.get(column.code, LayoutCell()) for column in columns),
                    )

    def legend(self) -> str:
        """The meaning of the numbers of the levels, for likelihood and impact separately if these differ."""
        sides = [(self._words.likelihood, self._scale.likelihood), (self._words.impact, self._scale.impact)]
        parts = [(name, ", ".join(self._numbered(levels))) for name, levels in sides]
        if parts[0][1] == parts[1][1]:
            parts = [(f"{parts[0][0]}, {parts[1][0]}", parts[0][1])]
        return "\n".join(f"{name}{self._words.colon} {levels}" for name, levels in parts)

    def _numbered(self, levels: tuple[Level, ...]) -> Iterator[str]:
        for number, level in enumerate(levels, 1):
            yield f"{number}{NBSP}= {level.name.text(self.language)}"

    def _of_entry(self, entry: EntryTree, columns: tuple[LayoutColumn, ...]) -> _Cells:
        if not any(column.code == "actions" for column in columns):
            return {"measures": _list((item.description, item.language) for item in entry.mitigations)}
        days = [
            mitigation.due_date for mitigation in entry.mitigations if mitigation.due_date and not mitigation.settled
        ]
        return {
            "actions": _list((self._action(item), item.language) for item in entry.mitigations),
            "target_date": self._date(max(days, default=None)),
        }

    def _action(self, mitigation: Mitigation) -> str:
        """A mitigation with its owner, due date and status: "Text (Ms X, due 3 May 2026, Planned)"."""
        due = mitigation.due_date and terms(self.language).due.format(date=self._words.short_date(mitigation.due_date))
        status = self._words.value(FIELDS["mitigation"]["status"], mitigation.status)
        details = ", ".join(part for part in (mitigation.action_owner, due, status) if part)
        return f"{mitigation.description} ({details})" if details else mitigation.description

    def _of_risk(self, risk: Risk) -> _Cells:
        return {
            "reference": LayoutCell.of(risk.reference),
            "title": LayoutCell.of(risk.title, risk.language),
            "description": LayoutCell.of(risk.description, risk.language),
            "risk": LayoutCell.of(risk.description or risk.title, risk.language),
            "status": self._code(_STATES, risk.status),
            "identified_on": self._date(risk.identified_on),
            "likelihood": self._level(risk.likelihood, self._scale.likelihood),
            "impact": self._level(risk.impact, self._scale.impact),
            "likelihood_number": self._number(risk.likelihood),
            "impact_number": self._number(risk.impact),
            "score": self._score(risk.assessment),
            "owner": LayoutCell.of(risk.owner),
            "escalation": self._escalation(risk),
            "response": self._code(_RESPONSES, risk.response),
            "comments": LayoutCell(tuple(self._comments(risk))),
        }

    def _code(self, labels: Codes, code: str | None) -> LayoutCell:
        return LayoutCell.of(labels[code].text(self.language)) if code else LayoutCell()

    def _date(self, day: datetime.date | None) -> LayoutCell:
        return LayoutCell.of(self._words.short_date(day), value=day) if day else LayoutCell()

    def _number(self, level: int | None) -> LayoutCell:
        return LayoutCell.of(str(level), value=level) if level else LayoutCell()

    def _level(self, level: int | None, levels: tuple[Level, ...]) -> LayoutCell:
        if not level:
            return LayoutCell()
        # A level that is not in the scale has no name.
        if level > len(levels):
            return self._number(level)
        return LayoutCell.of(levels[level - 1].name.text(self.language))

    def _score(self, assessment: Assessment) -> LayoutCell:
        """The score with the name of its band, which must not be shown by colour alone."""
        place = self._scale.band_index(assessment)
        if place is None:
            return LayoutCell()
        text = self._scale.outcome(assessment, self.language)
        return replace(LayoutCell.of(text, value=self._scale.score(assessment)), band=place)

    def _escalation(self, risk: Risk) -> LayoutCell:
        if not risk.escalated_to:
            return LayoutCell.of(_NO.text(self.language))
        return LayoutCell.of(f"{_YES.text(self.language)}{self._words.colon} {risk.escalated_to}")

    def _comments(self, risk: Risk) -> Iterator[LayoutText]:
        if risk.note:
            yield LayoutText(risk.note, risk.language)
        for name in _MORE:
            field = FIELDS["risk"][name]
            text = self._words.value(field, getattr(risk, name))
            if text:
                yield LayoutText(self._under(field.label, text), risk.language if field.is_prose else None)
        residual = self._score(risk.residual).text
        if risk.residual != Assessment():
            halves = self._words.assessment(risk.residual_likelihood, risk.residual_impact)
            yield LayoutText(self._under(_RESIDUAL, ", ".join(filter(None, (halves, residual)))))

    def _under(self, head: Label, text: str) -> str:
        return f"{head.text(self.language)}{self._words.colon} {text}"


_RESIDUAL = Label("Residual risk", "Risque résiduel")


def _list(texts: Iterable[tuple[str, Language | None]]) -> LayoutCell:
    """A cell with a bullet for each text in its language."""
    return LayoutCell(tuple(LayoutText(*text) for text in texts), bullets=True)
