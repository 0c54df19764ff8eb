"""The words and dates that are printed, in the language of the register."""

import datetime
from dataclasses import dataclass

from riskdesk.domain.values import Language, MitigationStatus, Proximity, Response, Risk, RiskStatus

Code = Response | RiskStatus | MitigationStatus | Proximity
NBSP, NNBSP = "\u00a0", "\u202f"


@dataclass(frozen=True)
class Words:
    """The printed words of one language; {braces} are filled in by whoever prints."""

    heading: str
    untitled: str
    salvaged: str
    risks_column: str
    mitigations_column: str
    page_of: str
    prepared_by: str
    period: str
    likelihood: str
    impact: str
    score: str
    likelihood_letter: str
    impact_letter: str
    not_assessed: str
    semicolon: str
    thousands: str
    codes: dict[Code, str]
    months: str
    first_of_month: str

    def number(self, count: int) -> str:
        """A number as the language writes it: 1,200, or 1 200 with a narrow space."""
        return f"{count:,}".replace(",", self.thousands)

    def page(self, page: int, pages: int) -> str:
        """The number of a page, and of how many."""
        return self.page_of.format(page=self.number(page), pages=self.number(pages))

    def date(self, day: datetime.date) -> str:
        """A date as the language writes it in a document: 5 October 2023, 1er octobre 2023."""
        number = self.first_of_month if day.day == 1 else str(day.day)
        return f"{number}{NBSP}{self.months.split()[day.month - 1]} {day.year}"

    def end(self, risk: Risk) -> str:
        """How a risk ended, in a word ("Closed"); empty where it has not."""
        return self.codes[risk.status] if risk.ended and risk.status is not None else ""

    def assessment(self, likelihood: int | None, impact: int | None) -> str:
        """Both halves side by side, such as "L4 I3"; a dash where one is not assessed."""
        return f"{self.likelihood_letter}{likelihood or '–'} {self.impact_letter}{impact or '–'}"


def words(language: Language) -> Words:
    """The words of a language."""
    return _FRENCH if language is Language.FRENCH else _ENGLISH


_ENGLISH = Words(
    heading="APPENDIX II: RISK REGISTER",
    untitled="Untitled register",
    salvaged="Salvaged",
    risks_column="Description of risks",
    mitigations_column="Mitigation strategies",
    page_of="Page {page} of {pages}",
    prepared_by="Prepared by: {name}",
    period="Period: {start} to {end}",
    likelihood="Likelihood",
    impact="Impact",
    score="Score",
    likelihood_letter="L",
    impact_letter="I",
    not_assessed="Not assessed",
    semicolon=";",
    thousands=",",
    codes={
        Response.AVOID: "Avoid",
        Response.REDUCE: "Reduce",
        Response.TRANSFER: "Transfer or share",
        Response.ACCEPT: "Accept",
        RiskStatus.PROPOSED: "Proposed",
        RiskStatus.ASSESSING: "Being assessed",
        RiskStatus.WAITING: "Waiting for approval",
        RiskStatus.APPROVED: "Approved",
        RiskStatus.REJECTED: "Rejected",
        RiskStatus.CLOSED: "Closed",
        MitigationStatus.PLANNED: "Planned",
        MitigationStatus.UNDER_WAY: "Under way",
        MitigationStatus.DONE: "Done",
        MitigationStatus.DROPPED: "Dropped",
        Proximity.IMMINENT: "Imminent",
        Proximity.THREE_MONTHS: "Within three months",
        Proximity.TWELVE_MONTHS: "Within twelve months",
        Proximity.LATER: "Later",
    },
    months="January February March April May June July August September October November December",
    first_of_month="1",
)

_FRENCH = Words(
    heading=f"ANNEXE II{NBSP}: REGISTRE DES RISQUES",
    untitled="Registre sans titre",
    salvaged="Récupéré",
    risks_column="Description des risques",
    mitigations_column="Stratégies d’atténuation",
    page_of="Page {page} sur {pages}",
    prepared_by=f"Établi par{NBSP}: {{name}}",
    period=f"Période{NBSP}: du {{start}} au {{end}}",
    likelihood="Probabilité",
    impact="Impact",
    score="Score",
    likelihood_letter="P",
    impact_letter="I",
    not_assessed="Non évalué",
    semicolon=f"{NNBSP};",
    thousands=NNBSP,
    codes={
        Response.AVOID: "Éviter",
        Response.REDUCE: "Réduire",
        Response.TRANSFER: "Transférer ou partager",
        Response.ACCEPT: "Accepter",
        RiskStatus.PROPOSED: "Proposé",
        RiskStatus.ASSESSING: "En cours d’évaluation",
        RiskStatus.WAITING: "En attente d’approbation",
        RiskStatus.APPROVED: "Approuvé",
        RiskStatus.REJECTED: "Rejeté",
        RiskStatus.CLOSED: "Clos",
        MitigationStatus.PLANNED: "Prévue",
        MitigationStatus.UNDER_WAY: "En cours",
        MitigationStatus.DONE: "Réalisée",
        MitigationStatus.DROPPED: "Abandonnée",
        Proximity.IMMINENT: "Imminent",
        Proximity.THREE_MONTHS: "Sous trois mois",
        Proximity.TWELVE_MONTHS: "Sous douze mois",
        Proximity.LATER: "Plus tard",
    },
    months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    first_of_month="1er",
)
