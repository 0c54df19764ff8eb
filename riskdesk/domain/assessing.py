"""The two assessments of a risk, and which risk is assessed next."""

from collections.abc import Callable, Iterable
from enum import Enum
from itertools import dropwhile
from typing import Any

from riskdesk.domain.scale import Assessment
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk


class Pair(Enum):
    """The two assessments of a risk, before and after its mitigations, each with the fields of its halves."""

    INHERENT = ("likelihood", "impact")
    RESIDUAL = ("residual_likelihood", "residual_impact")

    def __init__(self, likelihood: str, impact: str) -> None:
        # Copied, as reading the value of an Enum is slow for thousands of risks.
        self.halves = likelihood, impact
        self._likelihood, self._impact = likelihood, impact

    def of(self, risk: Risk) -> Assessment:
        """The assessment of a risk that this names."""
        return Assessment(getattr(risk, self._likelihood), getattr(risk, self._impact))

    def fields(self, assessment: Assessment) -> dict[str, Any]:
        """The fields that hold an assessment, by their names."""
        return {self._likelihood: assessment.likelihood, self._impact: assessment.impact}

    def awaits(self, risk: Risk) -> bool:
        """Whether a risk is still to be assessed; one that is ended is not."""
        return (getattr(risk, self._likelihood) is None or getattr(risk, self._impact) is None) and not risk.ended


def next_after(risks: Iterable[Risk], identity: str, is_wanted: Callable[[Risk], bool]) -> Risk | None:
    """The next wanted risk after the one with that id; None if there is none."""
    behind = dropwhile(lambda risk: risk.id != identity, risks)
    next(behind, None)
    return next(filter(is_wanted, behind), None)


def next_awaiting(tree: RegisterTree, pair: Pair, after: str) -> Risk | None:
    """The next risk after the one with that id that is still to be assessed; after the last, it begins at the top.

    None if no other is.
    """
    others = (risk for risk in tree.risks if risk.id != after and pair.awaits(risk))
    return next_after(tree.risks, after, pair.awaits) or next(others, None)
