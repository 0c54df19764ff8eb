"""What another program may write to a file, for walks by chance."""

from collections.abc import Callable
from contextlib import suppress

from riskdesk.desk import categories, entries, items, mitigations, registers, risks, waivers
from riskdesk.desk.action import Action
from riskdesk.desk.session import Session
from riskdesk.domain.gaps import GapKind
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Entry, Risk, RiskStatus

_FIELDS = ("description", "owner", "note", "title", "reason")


class Others:
    """A register of a file, and what is done in it at some place."""

    def __init__(self, tree: RegisterTree, place: int) -> None:
        self._register, self._place = tree.register.id, place
        self._risks = list(tree.risks)
        self._categories = [category.category for category in tree.categories]
        self._entries = [entry.entry for entry in tree.entries]

    def rename_register(self) -> Action:
        return registers.edit(self._register, title=f"by others {self._place}")

    def delete_register(self) -> Action:
        return registers.delete(self._register)

    def add_category(self) -> Action:
        return categories.add(self._register, 0, f"others’ {self._place}")

    def waive(self) -> Action:
        return waivers.waive(self._register, list(GapKind)[self._place % len(GapKind)].value, "so it is")

    def rename_category(self) -> Action:
        return categories.edit(self._category.id, f"others’ {self._place}")

    def delete_category(self) -> Action:
        return items.delete([self._category.id])

    def add_entry(self) -> Action:
        return entries.add(self._category.id)

    def move_entry(self) -> Action:
        return items.place([self._entry.id], self._category.id, 0)

    def add_bullet(self) -> Action:
        return (risks if self._place % 2 else mitigations).add(self._entry.id, [f"others’ {self._place}"])

    def delete_risks(self) -> Action:
        at = self._place % len(self._risks)
        return items.delete([risk.id for risk in self._risks[at : at + 1 + self._place % 3]])

    def move_risk(self) -> Action:
        return items.move([self._risk.id], 1 if self._place % 2 else -1)

    def assess(self) -> Action:
        return risks.edit(self._risk.id, likelihood=1 + self._place % 5, impact=1 + self._place % 4)

    def end(self) -> Action:
        return risks.edit(self._risk.id, status=list(RiskStatus)[self._place % len(RiskStatus)])

    def edit(self) -> Action:
        return risks.edit(self._risk.id, **{_FIELDS[self._place % len(_FIELDS)]: f"by others {self._place}"})

    @property
    def _risk(self) -> Risk:
        return self._risks[self._place % len(self._risks)]

    @property
    def _category(self) -> Category:
        return self._categories[self._place % len(self._categories)]

    @property
    def _entry(self) -> Entry:
        return self._entries[self._place % len(self._entries)]


_DOINGS: tuple[Callable[[Others], Action], ...] = (
    *(Others.rename_register, Others.delete_register, Others.add_category, Others.waive, Others.rename_category),
    *(Others.delete_category, Others.add_entry, Others.move_entry, Others.add_bullet, Others.delete_risks),
    *(Others.move_risk, Others.assess, Others.end, Others.edit),
)
DOINGS = {doing.__name__: doing for doing in _DOINGS}


def act(other: Session, name: str, place: int) -> None:
    """Do what is named in the register at a place, or undo; nothing where there is nothing to do it to."""
    registers = other.registers()
    if not registers:
        return
    tree = other.tree(registers[place % len(registers)].id)
    # A register may have no risk, entry or category, and nothing to be undone.
    with suppress(ZeroDivisionError, Problem):
        if name == "undo":
            other.undo(tree.register.id)
        else:
            other.run(DOINGS[name](Others(tree, place)))
