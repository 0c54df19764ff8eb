"""Registers to be written as Word documents."""

import datetime
from dataclasses import replace

from riskdesk.domain.values import RiskStatus
from tests.report.conftest import mapped


def assessed(tree):
    numbers = iter(range(1000))

    def risk(item):
        place = next(numbers)
        return replace(
            item,
            reference=f"R-{place:02}",
            likelihood=place % 5 + 1,
            impact=place % 3 + 1,
            owner="Ms Amélie d’Ornano",
            status=RiskStatus.CLOSED if place == 3 else None,
            next_review=datetime.date(2027, 1, 5),
        )

    return mapped(
        tree,
        risk,
        lambda mitigation: replace(mitigation, action_owner="Mr Ó Dálaigh", due_date=datetime.date(2026, 2, 1)),
    )
