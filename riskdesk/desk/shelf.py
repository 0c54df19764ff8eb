"""A register held in memory and kept as the store has it, step by step."""

from riskdesk.domain.records import KINDS, from_record, parent_field, to_record
from riskdesk.domain.step import Change, Step
from riskdesk.domain.tree import RegisterTree, grow
from riskdesk.domain.values import Value


class Shelf:
    """The values of one register; what a step did not touch stays the same object."""

    def __init__(self, tree: RegisterTree) -> None:
        self._tree: RegisterTree | None = tree
        self._register = tree.register.id
        self._values: dict[str, Value] = {value.id: value for value in tree.values}
        self._crossed = False

    def tree(self) -> RegisterTree:
        """The register as it is after the steps taken so far."""
        if self._tree is None:
            self._tree = grow(self._values.values())
        return self._tree

    def take(self, step: Step) -> None:
        """Follow what a step changed in this register."""
        for change in step.changes:
            if self._crosses(change):
                self._crossed = True
            elif self._concerns(change):
                self._tree = None
                self._follow(change)

    @property
    def gone(self) -> bool:
        """Whether the register was deleted, or is to be read anew, as something moved between it and another one."""
        return self._crossed or self._register not in self._values

    def _crosses(self, change: Change) -> bool:
        parent = parent_field(KINDS[change.kind])
        if change.before is None or parent not in (change.after or {}):
            return False
        return (change.id in self._values) != ((change.after or {})[parent] in self._values)

    def _concerns(self, change: Change) -> bool:
        if change.id in self._values:
            return True
        parent = parent_field(KINDS[change.kind])
        return change.kind != "snapshot" and (change.after or {}).get(parent or "") in self._values

    def _follow(self, change: Change) -> None:
        kind, after = KINDS[change.kind], change.after
        if after is None:
            del self._values[change.id]
        elif change.before is None:
            self._values[change.id] = from_record(kind, after)
        else:
            self._values[change.id] = from_record(kind, to_record(self._values[change.id]) | after)
