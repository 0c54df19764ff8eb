"""Applying the choices of a comparison to the existing register, as one step."""

from dataclasses import replace
from itertools import chain
from typing import Any

from riskdesk.desk import edits, references, siblings, together
from riskdesk.desk.action import Action
from riskdesk.domain.comparing.comparison import CATEGORY, Choices, Comparison, State
from riskdesk.domain.comparing.placing import homes_of, parent
from riskdesk.domain.comparing.since import changed_since, going
from riskdesk.domain.order import ordered
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, Problem
from riskdesk.domain.records import KINDS, parent_field
from riskdesk.domain.tree import Item
from riskdesk.domain.values import Category, Entry, Mitigation, Risk, new_id
from riskdesk.store.transaction import Transaction

LABEL = QT_TRANSLATE_NOOP("Action", "Import changes")
ANSWERS = QT_TRANSLATE_NOOP("Action", "Take in answers of owners")
# At most so many of the items that were changed meanwhile are named in the message.
_MOST_NAMES = 5


def apply(comparison: Comparison, choices: Choices, label: str = LABEL) -> Action:
    """Apply choices of a comparison; for differences without a choice, the usual one is applied.

    Problem, and nothing is done, if anything that would be written was changed since the comparison was made.
    """
    return Action(label, lambda tx: _Taking(tx, comparison, choices).take(), sweeping=True)


class _Taking:
    """The application of choices of a comparison, within one transaction.

    `_ids` maps ids in the file to ids in the register.
    """

    def __init__(self, tx: Transaction, comparison: Comparison, choices: Choices) -> None:
        self._tx, self._comparison, self._choices = tx, comparison, choices
        self._register = comparison.here.register.id
        self._differences = comparison.taken_rows(choices)
        self._ids, self._parents = dict(comparison.pairs), comparison.parents

    def take(self) -> None:
        """Apply all choices."""
        changed = changed_since(self._comparison, self._tx.tree(self._register), self._choices)
        if changed:
            names = ", ".join(changed[:_MOST_NAMES]) + ("…" if len(changed) > _MOST_NAMES else "")
            raise Problem(_CHANGED, items=names)
        self._edit()
        maybe_empty = self._remove()
        values = self._new_values()
        self._add(values, "category")
        # Entries are moved before anything new is added to them.
        self._move()
        self._follow(values)
        self._add(values, "entry", "risk", "mitigation")
        self._clear(maybe_empty)

    def _edit(self) -> None:
        fields: dict[str, dict[str, Any]] = {}
        kinds: dict[str, str] = {}
        for row, difference in self._differences:
            if difference is not None and row.here is not None and difference.field != CATEGORY:
                kinds[row.here.id] = row.kind
                fields.setdefault(row.here.id, {})[difference.field] = difference.incoming
        for identity, values in fields.items():
            edits.edit(KINDS[kinds[identity]], identity, **values).work(self._tx)

    def _remove(self) -> list[Item]:
        """Delete the risks and mitigations to be removed; return the entries and categories to delete if left empty."""
        whole = going(self._comparison, self._choices).values()
        there = [self._tx.find(type(item), item.id) for item in whole]
        bullets = [item for item in there if isinstance(item, Risk | Mitigation)]
        siblings.remove(self._tx, bullets)
        paired_ids = set(self._comparison.pairs.values())
        emptied = dict.fromkeys(item.entry for item in bullets if item.entry not in paired_ids)
        entries = [self._tx.get(Entry, identity) for identity in emptied]
        return [*entries, *(item for item in there if isinstance(item, Entry | Category))]

    def _clear(self, maybe_empty: list[Item]) -> None:
        """Delete those of these entries and categories that are empty now, entries first."""
        for kind in (Entry, Category):
            empty = [
                item
                for item in dict.fromkeys(maybe_empty)
                if isinstance(item, kind) and not siblings.below(self._tx, item)
            ]
            siblings.remove(self._tx, empty)

    def _new_values(self) -> dict[str, Any]:
        """The new values by their ids in the register; InputProblem if the store has no room for them."""
        new = {
            row.incoming.id: row.incoming
            for row, _ in self._differences
            if row.state is State.NEW and row.incoming is not None
        }
        used = self._tx.ids_in_use(new)
        self._ids |= {identity: new_id() if identity in used else identity for identity in new}
        values = {self._ids[identity]: self._renewed(value) for identity, value in new.items()}
        risks = [risk for risk in values.values() if isinstance(risk, Risk)]
        values |= {risk.id: risk for risk in references.freed(self._tx, self._register, risks)}
        self._tx.require_room(values.values())
        return values

    def _add(self, values: dict[str, Any], *kinds: str) -> None:
        for (kind, _), family in self._comparison.families.items():
            ids = [self._ids.get(identity, identity) for identity in family]
            new = [identity for identity in ids if identity in values] if kind in kinds else []
            for home in dict.fromkeys(parent(values[identity]) for identity in new):
                self._put(
                    kind,
                    home,
                    ids,
                    {identity: values[identity] for identity in new if parent(values[identity]) == home},
                )

    def _renewed(self, value: Any) -> Any:
        above = self._parents[value.id]
        return replace(value, id=self._ids[value.id], **{parent_field(type(value)) or "": self._ids.get(above, above)})

    def _put(self, kind: str, above: str, ids: list[str], values: dict[str, Any]) -> None:
        """Insert new values among their siblings, each after the value that it follows in the comparison."""
        there = {sibling.id: sibling for sibling in self._tx.children(KINDS[kind], above)}
        new_order = [identity for identity in ids if identity in there or identity in values]
        either = there | values
        siblings.insert_among(self._tx, [either[identity] for identity in ordered((), list(there), new_order)], values)

    def _move(self) -> None:
        homes = homes_of(self._comparison.incoming)
        targets: dict[str, list[str]] = {}
        for row, difference in self._differences:
            if difference is not None and difference.field == CATEGORY and row.here and row.incoming:
                targets.setdefault(self._ids[homes[row.incoming.id].id], []).append(row.here.id)
        for target, risks in targets.items():
            together.move(self._tx, risks, target)

    def _follow(self, values: dict[str, Any]) -> None:
        """Move new values into the category where the file has them, if their entry is in another one."""
        for tree in self._comparison.incoming.categories:
            target = self._ids.get(tree.category.id, "")
            for entry in tree.entries if self._tx.find(Category, target) else ():
                inside = [
                    self._ids.get(bullet.id, "") for bullet in chain[Risk | Mitigation](entry.risks, entry.mitigations)
                ]
                new = [values[identity] for identity in inside if identity in values]
                there = self._tx.find(Entry, new[0].entry) if new else None
                if there is not None and there.category != target:
                    home = self._home(there, target, inside, new)
                    values |= {value.id: replace(value, entry=home) for value in new}

    def _home(self, there: Entry, target: str, inside: list[str], new: list[Risk | Mitigation]) -> str:
        """The entry to which new values are added.

        It is that of the known risks beside them, if possible one in the target category.
        """
        known_risks = [risk for identity in inside if (risk := self._tx.find(Risk, identity))]
        right = [risk.entry for risk in known_risks if self._tx.get(Entry, risk.entry).category == target]
        if known_risks or not any(isinstance(value, Risk) for value in new):
            return right[0] if right else there.id
        place = len(self._tx.children(Entry, target))
        # An entry with mitigations only moves along with the first risk that it gets; one with risks stays.
        if not self._tx.children(Risk, there.id):
            siblings.move(self._tx, [there], target, place)
            return there.id
        entry = Entry(category=target)
        siblings.insert(self._tx, [entry], place)
        return entry.id


_CHANGED = QT_TRANSLATE_NOOP(
    "Problem", "Nothing was imported, as this was changed in the meantime: {items}. Compare again and choose."
)
