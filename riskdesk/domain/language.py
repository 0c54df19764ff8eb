"""The words and dates that are printed, in the language of the register."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from riskdesk.domain.codes import RISK_STATES
from riskdesk.domain.fields import FIELDS, Field, FieldType
from riskdesk.domain.label import Label
from riskdesk.domain.moments import in_zone
from riskdesk.domain.values import Language, Risk

# The language tags that files use.
TAGS = {Language.ENGLISH: "en-GB", Language.FRENCH: "fr-FR"}
NBSP, NNBSP = "\u00a0", "\u202f"
# Spaces at which no line may be broken: before one of these signs and after an opening guillemet, between a number and
# its sign, and between its thousands. Which no-break space it is follows the Imprimerie nationale. The patterns begin
# with the space, as that is found quickly.
_NARROW = re.compile(r" (?:(?=[;!?»](?!\w))|(?<=« ))")
_WIDE = re.compile(r" (?:(?=[:%‰€](?!\w))|(?<=\d )(?<!\d{4} )(?=\d{3}(?!\w)))")
_LIKELIHOOD, _IMPACT = (FIELDS["risk"][half] for half in ("likelihood", "impact"))


class Words(NamedTuple):
    """The printed words of one language; {braces} are filled in when they are printed."""

    language: Language
    heading: str
    untitled: str
    salvaged: str
    copy: str
    risks_column: str
    mitigations_column: str
    page_of: str
    prepared_by: str
    period: str
    not_assessed: str
    several_not_assessed: str
    colon: str
    semicolon: str
    thousands: str
    months: str
    short_months: str
    first_of_month: str

    def number(self, count: int) -> str:
        """A number as the language writes it: 1,200, or 1 200 with a narrow space."""
        return f"{count:,}".replace(",", self.thousands)

    def unassessed(self, count: int) -> str:
        """The words that say that so many risks are not assessed."""
        return self.not_assessed if count < 2 else self.several_not_assessed

    def page(self, page: int, pages: int) -> str:
        """The number of a page and that of all pages."""
        return self.page_of.format(page=self.number(page), pages=self.number(pages))

    def date(self, day: datetime.date) -> str:
        """A date as the language writes it in a document: 5 October 2023, 1er octobre 2023."""
        return self._date(day, self.months)

    def short_date(self, day: datetime.date) -> str:
        """A short date for where there is little room: 5 Oct 2023, 1er oct. 2023."""
        return self._date(day, self.short_months)

    def month(self, day: datetime.date) -> str:
        """The month of a day as the language writes it: October 2023, octobre 2023."""
        return f"{self.months.split()[day.month - 1]} {day.year:04}"

    def _date(self, day: datetime.date, months: str) -> str:
        number = self.first_of_month if day.day == 1 else str(day.day)
        return f"{number}{NBSP}{months.split()[day.month - 1]} {day.year:04}"

    def moment(self, at: datetime.datetime) -> str:
        """A moment in the time zone of this computer: 5 October 2023, 14:03."""
        local = in_zone(at)
        return f"{self.date(local.date())}, {local:%H:%M}"

    def end(self, risk: Risk) -> str:
        """How a risk ended, in a word ("Closed"); empty if it has not."""
        return RISK_STATES[risk.status].text(self.language) if risk.ended and risk.status is not None else ""

    @property
    def likelihood(self) -> str:
        """The word for likelihood."""
        return _LIKELIHOOD.label.text(self.language)

    @property
    def impact(self) -> str:
        """The word for impact."""
        return _IMPACT.label.text(self.language)

    def value(self, field: Field, value: object) -> str:
        """The value of a field as people read it; empty if there is none."""
        if value is None:
            return ""
        if field.type is FieldType.DATE and isinstance(value, datetime.date):
            return self.date(value)
        if field.type is FieldType.CHOICE:
            return field.codes[str(value)].text(self.language)
        return str(value)

    def assessment(self, likelihood: int | None, impact: int | None) -> str:
        """Both halves side by side, such as "L4 I3"; a dash for a half that is not assessed."""
        halves = ((_LIKELIHOOD, likelihood), (_IMPACT, impact))
        return " ".join(f"{half.head.text(self.language)}{level or '–'}" for half, level in halves)


def day_label(date: datetime.date) -> Label:
    """A date as it is written in sentences, in each language."""
    return Label(*(words(language).date(date) for language in Language))


def moment_label(at: datetime.datetime) -> Label:
    """A moment as it is written in sentences, in each language."""
    return Label(*(words(language).moment(at) for language in Language))


def words(language: Language) -> Words:
    """The words of a language."""
    return _FRENCH if language is Language.FRENCH else _ENGLISH


def with_no_break_spaces(text: str) -> str:
    """`text` with no-break spaces instead of ordinary ones where French does not end a line."""
    return _NARROW.sub(NNBSP, _WIDE.sub(NBSP, text))


def no_break_parts(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a text with those no-break spaces, and whether each part is one of them."""
    whole, start = with_no_break_spaces(text), 0
    if whole == text:
        yield text, False
        return
    for place, (typed_sign, sign) in enumerate(zip(text, whole, strict=True)):
        if typed_sign != sign:
            if place > start:
                yield text[start:place], False
            yield sign, True
            start = place + 1
    if start < len(text):
        yield text[start:], False


_ENGLISH = Words(
    language=Language.ENGLISH,
    heading="APPENDIX II: RISK REGISTER",
    untitled="Untitled register",
    salvaged="Recovered",
    copy="copy",
    risks_column="Description of risks",
    mitigations_column="Mitigation strategies",
    page_of="Page {page} of {pages}",
    prepared_by="Prepared by: {name}",
    period="Period: {start} to {end}",
    not_assessed="Not assessed",
    several_not_assessed="Not assessed",
    colon=":",
    semicolon=";",
    thousands=",",
    months="January February March April May June July August September October November December",
    short_months="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    first_of_month="1",
)

_FRENCH = Words(
    language=Language.FRENCH,
    heading=f"ANNEXE II{NBSP}: REGISTRE DES RISQUES",
    untitled="Registre sans titre",
    salvaged="Éléments récupérés",
    copy="copie",
    risks_column="Description des risques",
    mitigations_column="Stratégies d’atténuation",
    page_of="Page {page} sur {pages}",
    prepared_by=f"Établi par{NBSP}: {{name}}",
    period=f"Période{NBSP}: du {{start}} au {{end}}",
    not_assessed="Non évalué",
    several_not_assessed="Non évalués",
    colon=f"{NBSP}:",
    semicolon=f"{NNBSP};",
    thousands=NNBSP,
    months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    short_months="janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    first_of_month="1er",
)
