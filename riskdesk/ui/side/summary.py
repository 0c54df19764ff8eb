"""What the list of categories says of each: the highest band of its risks, and how many of them are assessed."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from riskdesk.domain.scale import Scale
from riskdesk.domain.tree import CategoryTree
from riskdesk.domain.values import Risk


@dataclass(frozen=True)
class Summary:
    """The name of the highest band and its severity, None if nothing is assessed; `told` says how much is."""

    band: str
    severity: float | None
    told: str

    @property
    def spoken(self) -> str:
        """All of it in words."""
        return ", ".join(part for part in (self.band, self.told) if part)


def summed(category: CategoryTree, scale: Scale) -> Summary:
    """The summary of a category; ended risks are none of it."""
    standing = [risk for risk in category.risks if not risk.ended]
    places = [scale.band_index(risk.assessment) for risk in standing]
    highest = max((place for place in places if place is not None), default=None)
    told = _Words().assessed(standing)
    if highest is None:
        return Summary("", None, told)
    return Summary(scale.bands[highest].name, scale.severity(highest), told)


class _Words(QObject):
    # A QObject, as lupdate finds the plurals of self.tr alone.
    def assessed(self, risks: Iterable[Risk]) -> str:
        done = [risk.assessment.complete for risk in risks]
        if not done:
            return self.tr("No risks")
        return self.tr("%n of {risks} assessed", "", sum(done)).format(risks=len(done))
