"""What the open register keeps by name, print sets or saved views: which one is shown, and which was picked last."""

from collections.abc import Callable
from typing import Generic

from riskdesk.desk.action import Action
from riskdesk.desk.named import Named
from riskdesk.domain.tree import RegisterTree
from riskdesk.ui.bench.workbench import Workbench


class NamedValues(Generic[Named]):
    """The values that the open register keeps by name, of which `is_shown` tells those that equal what is shown."""

    def __init__(
        self,
        workbench: Workbench,
        kept_by: Callable[[RegisterTree], tuple[Named, ...]],
        is_shown: Callable[[Named], bool],
    ) -> None:
        self._workbench = workbench
        self._kept_by: Callable[[RegisterTree], tuple[Named, ...]] = kept_by
        self._is_shown: Callable[[Named], bool] = is_shown
        self._picked = ""

    def all(self) -> tuple[Named, ...]:
        """All of them, in order."""
        tree = self._workbench.tree()
        return () if tree is None else self._kept_by(tree)

    def shown(self) -> Named | None:
        """The one that equals what is shown; the one picked last if there are several."""
        fitting = [value for value in self.all() if self._is_shown(value)]
        return next((value for value in fitting if value.id == self._picked), fitting[0] if fitting else None)

    def last(self) -> Named | None:
        """The one that was picked last, even if something else is shown now."""
        return next((value for value in self.all() if value.id == self._picked), None)

    def pick(self, value: Named) -> None:
        """Record that the user picked one."""
        self._picked = value.id

    @property
    def can_change(self) -> bool:
        """Whether one can be saved, renamed or deleted."""
        return not self._workbench.read_only and self._workbench.register_id is not None

    def keep(self, name: str, save: Callable[[str], Action]) -> bool:
        """Run the action that saves one in the open register, whose id it is given; it counts as picked.

        False if that could not be done, which was reported.
        """
        register = self._workbench.register_id
        if register is None:
            return True
        is_saved = self._workbench.run(save(register)).problem is None
        self._picked = next((value.id for value in self.all() if value.name == name), "")
        return is_saved

    def change(self, value: Named | None, change: Callable[[str], Action]) -> bool:
        """Run an action on one, whose id it is given, if there is one; False if that could not be done."""
        return value is None or self._workbench.run(change(value.id)).problem is None
