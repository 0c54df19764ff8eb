"""Counts in words; parts with a count of zero are left out."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QLocale, QObject

from riskdesk.domain.records import kind_name
from riskdesk.domain.step import Change
from riskdesk.domain.tree import Tally
from riskdesk.domain.values import Category, Entry, Mitigation, Register, Risk
from riskdesk.ui.bench.language import ui_number

_COUNT = {"references"}


def risks_text(tally: Tally) -> str:
    """The number of risks and, if any are ended, the number of these: "12 risks, 2 closed or rejected"."""
    return _Counts().risks(tally)


def left_out_text(count: int) -> str:
    """The number of closed and rejected risks that a document leaves out; empty if there are none."""
    return _Counts().left_out(count) if count else ""


def items_text(kinds: Iterable[str]) -> str:
    """The number of each kind of item, "8 risks and 9 mitigations"; entries are counted only if nothing else is."""
    return _Counts().items(Counter(kinds))


def changes_text(changes: Iterable[Change]) -> str:
    """The numbers of items that were added, changed and removed; empty if there are none.

    A register does not count as changed if only its counter of references has changed, because risks were added.
    """
    counted = (change for change in changes if change.kind != "register" or change.edited != _COUNT)
    return _Counts().changes(Counter(map(_way, counted)))


class _Counts(QObject):
    # A QObject, as lupdate finds plurals only in calls of self.tr.
    def risks(self, tally: Tally) -> str:
        text = self.tr("%Ln risk(s)", "", tally.risks)
        if not tally.ended:
            return text
        return self.tr("{risks}, {count} closed or rejected").format(risks=text, count=ui_number(tally.ended))

    def left_out(self, count: int) -> str:
        return self.tr("%Ln closed or rejected risk(s) left out", "", count)

    def items(self, counts: Counter[str]) -> str:
        of_register, of_category, of_entry, of_risk, of_mitigation = (
            counts[kind_name(kind)] for kind in (Register, Category, Entry, Risk, Mitigation)
        )
        text = _listed(
            (of_register, self.tr("%Ln register(s)", "", of_register)),
            (of_category, self.tr("%Ln category(s)", "", of_category)),
            (of_risk, self.tr("%Ln risk(s)", "", of_risk)),
            (of_mitigation, self.tr("%Ln mitigation(s)", "", of_mitigation)),
        )
        return text or _listed((of_entry, self.tr("%Ln entry(s)", "", of_entry)))

    def changes(self, counts: Counter[str]) -> str:
        added, changed, removed = (counts[way] for way in ("added", "changed", "removed"))
        return _listed(
            (added, self.tr("%Ln item(s) added", "", added)),
            (changed, self.tr("%Ln item(s) changed", "", changed)),
            (removed, self.tr("%Ln item(s) removed", "", removed)),
        )


def _listed(*parts: tuple[int, str]) -> str:
    return QLocale().createSeparatedList([text for count, text in parts if count])


def _way(change: Change) -> str:
    if change.before is None:
        return "added"
    return "removed" if change.after is None else "changed"
