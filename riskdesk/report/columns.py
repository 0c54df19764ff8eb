"""The columns of the working register for fields of risks: their texts, and whether they fit on the paper."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from riskdesk.domain.codes import ORIENTATIONS, PAPERS
from riskdesk.domain.fields import COLUMNS, DETAILS, Field, FieldType
from riskdesk.domain.language import words
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.scale import Assessment
from riskdesk.domain.terms import terms
from riskdesk.domain.values import Language, Register, Risk
from riskdesk.report import assessed
from riskdesk.report.cell import spoken
from riskdesk.report.fitting import Content, is_long, least_width
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.style import PrintStyle
from riskdesk.report.text import Type

# Types of fields whose values are texts of Riskdesk, not of the user.
_OURS = {FieldType.CHOICE, FieldType.DATE}
_CENTRED = {FieldType.LEVEL, FieldType.BAND}


@dataclass(frozen=True, slots=True)
class RiskColumn:
    """A column for one field of each risk."""

    code: str
    field: Field
    register: Register

    @property
    def head(self) -> str:
        """The text of its head."""
        return self.field.head.text(self.register.language)

    def text(self, risk: Risk) -> str:
        """The text for a risk."""
        value = getattr(risk, self.field.name)
        if self.field.type is FieldType.BAND:
            return assessed.describe(self.register, value)
        return spoken(short_value(self.register.language, self.field, value))

    def assessment(self, risk: Risk) -> Assessment | None:
        """The assessment of a risk that the column shows; None if it shows something else."""
        value = getattr(risk, self.field.name)
        return value if isinstance(value, Assessment) else None

    def content(self, risks: Iterable[Risk], type_: Type) -> Content:
        """The content for some risks, from which its width is computed."""
        texts = {self.text(risk) for risk in risks}
        return Content(
            self.head,
            texts,
            long=self.field.is_prose and is_long(texts, type_),
            bold=self.code == "score",
            firm=self.field.type in _OURS,
            centred=self.field.type in _CENTRED,
            whole=self.field.type is FieldType.DATE,
            meaning=terms(self.register.language).meanings.get(self.code, ""),
        )

    def any_content(self) -> Content:
        """The content for any register: Riskdesk's own texts, or sentences of any length."""
        texts = [label.text(self.register.language) for label in self.field.codes.values()]
        if self.field.type is FieldType.DATE:
            days = (datetime.date(2000, month, 28) for month in range(1, 13))
            texts = [words(self.register.language).short_date(day) for day in days]
        return Content(self.head, texts, long=self.field.is_prose, whole=self.field.type is FieldType.DATE)


def short_value(language: Language, field: Field, value: object) -> str:
    """The value of a field as the table prints it, with a short date; empty if there is none."""
    wording = words(language)
    return wording.short_date(value) if isinstance(value, datetime.date) else wording.value(field, value)


def risk_columns(register: Register, how: Print) -> Iterator[RiskColumn]:
    """The chosen columns that are for fields of risks, in the order in which they are printed."""
    for code, field in COLUMNS.items():
        if code in how.columns and code not in DETAILS and field.type is not FieldType.MITIGATIONS:
            yield RiskColumn(code, field, register)


def types(flow: Flow, style: PrintStyle) -> tuple[Type, Type]:
    """The regular and the bold type of a table."""
    regular, bold = (flow.type(weight, style.size, style.colours.ink) for weight in (Weight.REGULAR, Weight.BOLD))
    return regular, bold


class NoRoom(InputProblem):
    """The problem that the columns chosen for the working register do not fit."""


def require_room(flow: Flow, register: Register, how: Print, smallest: PrintStyle) -> None:
    """Raise NoRoom if Riskdesk's own texts would be broken even in the smallest style."""
    term = terms(register.language)
    contents = [Content(term.risk, long=True), *(column.any_content() for column in risk_columns(register, how))]
    if "mitigations" in how.columns:
        contents.append(Content(term.columns["mitigations"], long=True))
    if least_width(contents, smallest.padding, *types(flow, smallest)) > flow.width:
        turned = ORIENTATIONS[how.orientation].in_sentence
        raise NoRoom(_NO_ROOM, paper=PAPERS[how.paper], orientation=turned)


_NO_ROOM = QT_TRANSLATE_NOOP(
    "Problem",
    "The columns chosen for the working register do not fit on this paper ({paper}, {orientation}); choose fewer"
    " columns or larger paper.",
)
