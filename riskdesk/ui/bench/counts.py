"""How many risks there are, in words."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from riskdesk.domain.values import Risk


def risks_told(risks: Iterable[Risk]) -> str:
    """The number of risks, and of those that are ended, where some are: "12 risks, 2 ended"."""
    return _Counts().risks(risks)


class _Counts(QObject):
    # A QObject, as lupdate finds the plurals of self.tr alone.
    def risks(self, risks: Iterable[Risk]) -> str:
        found = list(risks)
        ended = sum(risk.ended for risk in found)
        told = self.tr("%n risk(s)", "", len(found))
        return self.tr("{risks}, {count} ended").format(risks=told, count=ended) if ended else told
