"""A register in memory, kept up to date with the store step by step."""

from collections.abc import Iterable
from dataclasses import replace

from riskdesk.desk import scales
from riskdesk.domain.growing import ChangingRegister
from riskdesk.domain.records import KINDS, field_value, from_record, parent_field, with_fields
from riskdesk.domain.step import Change, Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Value


class CachedRegister:
    """The values of one register; values that a step does not change stay the same objects.

    One thread may `take` a step while others still show the old `tree`; `turn` replaces it.
    """

    def __init__(self, values: ChangingRegister) -> None:
        self._values, self._moved = values, False
        self.tree = self._next_tree = _tree_as_shown(values.tree())
        self.register = self.tree.register.id

    @property
    def values(self) -> Iterable[Value]:
        """The register and its content, in any order, as in the store."""
        return self._values.values

    def take(self, step: Step) -> None:
        """Apply the changes of a step to this register; `tree` stays the same until `turn`."""
        is_other = False
        for change in step.changes:
            if self._concerns(change):
                is_other = True
                self._moved = self._moved or self._is_move(change)
                if not self._moved:
                    self._follow(change)
        if is_other and not self.over:
            self._next_tree = _tree_as_shown(self._values.tree())

    def turn(self) -> None:
        """Make `tree` the register after all steps taken so far."""
        self.tree = self._next_tree

    @property
    def over(self) -> bool:
        """Whether the register must be read again, as items moved in or out, or was deleted."""
        return self._moved or self.register not in self._values

    def _concerns(self, change: Change) -> bool:
        if change.id in self._values:
            return True
        parent = parent_field(KINDS[change.kind])
        return change.kind != "snapshot" and (change.after or {}).get(parent or "") in self._values

    def _is_move(self, change: Change) -> bool:
        """Whether a change moves an item from one register to another."""
        parent, after = parent_field(KINDS[change.kind]), change.after or {}
        return bool(change.before) and parent in after and not {change.id, after[parent]} <= self._values.ids

    def _follow(self, change: Change) -> None:
        now = value_after(change, self._values.get(change.id))
        if now is None:
            self._values.drop(change.id)
        else:
            self._values.put(now)


def value_after(change: Change, before: Value | None) -> Value | None:
    """The value after a change; None if the change deletes it, or if there is no value to change."""
    kind, after = KINDS[change.kind], change.after
    if after is None:
        return None
    if change.before is None:
        return from_record(kind, after)
    values = {name: field_value(change.kind, name, value) for name, value in after.items()}
    return None if before is None else with_fields(before, values)


def _tree_as_shown(tree: RegisterTree) -> RegisterTree:
    """A register with its scale as it is shown, and with values that every view needs computed in advance."""
    tree.work_out()
    scale = scales.in_both_languages(tree.register.scale)
    return tree if scale == tree.register.scale else replace(tree, register=replace(tree.register, scale=scale))
