"""A register in which everything is filled in."""

import datetime
from dataclasses import replace
from itertools import count

from riskdesk.desk.scales import profile
from riskdesk.domain.document import from_document
from riskdesk.domain.values import (
    Language,
    MitigationStatus,
    Proximity,
    Response,
    RiskStatus,
)
from riskdesk.resource import resource
from tests.report.conftest import mapped

OWNERS = {
    Language.ENGLISH: (
        "A. Dupont",
        "Head of Office",
        "Programme Co-ordinator",
        "Directorate of Programme Co-ordination",
    ),
    Language.FRENCH: ("A. Dupont", "Chef du Bureau", "Coordinatrice du programme", "Direction de la coordination"),
}


def full(language):
    """The Kazakhstan register in a language, with everything said of each risk and mitigation."""
    text = resource(f"templates/kazakhstan-2024-2027.{language}.json").read_text("utf-8")
    owners, risks, mitigations = OWNERS[language], count(), count()
    return mapped(
        from_document(text, profile("5x5")),
        lambda risk: _whole_risk(risk, next(risks), owners),
        lambda measure: _whole_mitigation(measure, next(mitigations), owners),
    )


def _whole_risk(risk, number, owners):
    return replace(
        risk,
        reference=f"R-{number + 1:02d}",
        likelihood=number % 5 + 1,
        impact=number * 3 % 5 + 1,
        residual_likelihood=(number + 2) % 5 + 1,
        residual_impact=(number + 4) % 5 + 1,
        response=list(Response)[number % 4],
        owner=owners[number % 4],
        status=(RiskStatus.APPROVED, RiskStatus.WAITING, RiskStatus.CLOSED)[number % 3],
        proximity=list(Proximity)[number % 4],
        identified_on=datetime.date(2023, 10, 5),
        last_review=datetime.date(2026, 11, 30),
        next_review=datetime.date(2027, number % 12 + 1, 28),
    )


def _whole_mitigation(mitigation, number, owners):
    return replace(
        mitigation,
        action_owner=owners[number * 3 % 4],
        due_date=datetime.date(2026 + number % 2, number % 12 + 1, 28),
        status=list(MitigationStatus)[number % 4],
    )
