"""Finds changes made in a register since it was compared that the choices would overwrite."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from riskdesk.domain.comparing.comparison import CATEGORY, Choices, Comparison, ComparisonRow, Difference, State
from riskdesk.domain.comparing.placing import homes_of, parent
from riskdesk.domain.possible import LEVELS
from riskdesk.domain.telling import risk_name
from riskdesk.domain.text import short
from riskdesk.domain.tree import Item, RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, Register, Risk


def going(comparison: Comparison, choices: Choices) -> dict[str, Item]:
    """The items chosen for deletion, with their children that the file does not have either; parents first."""
    missing_ids = {row.here.id for row in comparison.rows if row.state is State.MISSING and row.here is not None}
    taken_rows = comparison.taken_rows(choices)
    chosen_ids = {row.here.id for row, _ in taken_rows if row.state is State.MISSING and row.here is not None}
    leaving: dict[str, Item] = {}
    for item in comparison.here.items:
        if item.id in missing_ids and (item.id in chosen_ids or parent(item) in leaving):
            leaving[item.id] = item
    return leaving


def changed_since(comparison: Comparison, now: RegisterTree, choices: Choices) -> list[str]:
    """The names of items that were changed since the comparison and that the choices would overwrite."""
    bullets: list[Item] = [*comparison.here.risks, *comparison.here.mitigations]
    first = {parent(bullet): bullet for bullet in reversed(bullets)}
    changed = _Since(comparison, now).changed(choices)
    # An entry has the name of its first item.
    return list(dict.fromkeys(_name(first.get(item.id, item)) for item in changed))


class _Since:
    def __init__(self, comparison: Comparison, now: RegisterTree) -> None:
        self._comparison, self._tree = comparison, now
        self._now: dict[str, Any] = {value.id: value for value in now.values}
        self._then: dict[str, Any] = {value.id: value for value in comparison.here.values}
        self._homes = homes_of(comparison.here), homes_of(now)
        self._rescaled = now.register.scale != comparison.here.register.scale

    def changed(self, choices: Choices) -> Iterator[Item | Register]:
        taken_rows = self._comparison.taken_rows(choices)
        yield from self._going(going(self._comparison, choices))
        for row, difference in taken_rows:
            if difference is not None and row.here is not None and self._is_other(row.here, difference):
                yield row.here
            if self._rescaled and _brings_levels(row, difference):
                yield self._comparison.here.register
        parents = self._comparison.parents
        for row, _ in taken_rows:
            above = self._then.get(parents[row.incoming.id]) if row.state is State.NEW and row.incoming else None
            if above is not None and above.id not in self._now:
                yield above

    def _going(self, going: dict[str, Item]) -> Iterator[Item]:
        """Items to delete that were changed, and new items inside of items to delete."""
        for identity, then in going.items():
            now = self._now.get(identity)
            if now is not None and replace(now, position=then.position) != then:
                yield then
        for item in self._tree.items:
            if item.id not in self._then and parent(item) in going:
                yield item

    def _is_other(self, then: Item | Register, difference: Difference) -> bool:
        now = self._now.get(then.id)
        if now is None:
            return True
        if difference.field == CATEGORY:
            return self._homes[0][then.id].id != self._homes[1][then.id].id
        return bool(getattr(now, difference.field) != getattr(then, difference.field))


def _brings_levels(row: ComparisonRow, difference: Difference | None) -> bool:
    if difference is not None:
        return difference.field in LEVELS
    return isinstance(row.incoming, Risk) and any(getattr(row.incoming, name) is not None for name in LEVELS)


def _name(item: Item | Register) -> str:
    match item:
        case Register() | Category():
            return short(item.title)
        case Risk():
            return risk_name(item)
        case Mitigation():
            return short(item.description)
        case Entry():
            return "–"
