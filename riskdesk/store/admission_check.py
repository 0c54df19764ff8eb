"""Checking the references and levels that an action adds to registers."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from riskdesk.domain.possible import LEVELS, require_levels
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.references import folded, highest
from riskdesk.domain.scale import Scale
from riskdesk.domain.step import Change
from riskdesk.domain.text import short
from riskdesk.domain.values import Category, Entry, Register, Risk
from riskdesk.store.reader import Reader, no_such_item


class AdmissionCheck:
    """A check of the references and levels that an action adds, by register.

    Existing ones are not checked again.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        # By register, in the order in which they were added.
        self._referred: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._assessed: defaultdict[str, set[str]] = defaultdict(set)
        self._rescaled: set[str] = set()
        self._new: set[str] = set()
        self._free: defaultdict[str, set[str]] = defaultdict(set)

    def note(self, change: Change) -> None:
        """Note what a change adds to a register, before it is made."""
        after = change.after
        assert after is not None, "what goes does not come in"
        if change.kind == "risk":
            self._note_risk(change.id, change.before, after)
        elif change.before is None:
            self._new.add(change.id)
        elif "scale" in after:
            self._rescaled.add(change.id)
        elif "register" in after:
            self._note_move(after["register"], self._reader.children(Entry, change.id))
        elif "category" in after:
            old, new = (self._reader.get(Category, record["category"]).register for record in (change.before, after))
            self._note_move(new, [self._reader.get(Entry, change.id)] if old != new else [])

    def note_free(self, register: str, references: Iterable[str]) -> None:
        """Note references that were not used in a register before the action, according to a search."""
        self._free[register].update(map(folded, references))

    def require_levels(self) -> None:
        """Raise InputProblem for a new level that is not in the scale of its register."""
        scales: dict[str, Scale] = {}
        for register in self._rescaled:
            for risk in self._reader.tree(register).risks if self._reader.find(Register, register) else ():
                self._assessed[risk.id].update(LEVELS)
        # Checked only once, as thousands of risks share a few assessments.
        checked = set[tuple[object, ...]]()
        for identity, names in self._assessed.items():
            assessed_risk = self._reader.find(Risk, identity)
            if assessed_risk is not None:
                home = self._home(assessed_risk.entry)
                scales[home] = scales.get(home) or self._reader.get(Register, home).scale
                assessment = (home, *(getattr(assessed_risk, name) if name in names else None for name in LEVELS))
                if assessment not in checked:
                    require_levels(scales[home], assessed_risk, names)
                checked.add(assessment)

    def require_references(self) -> dict[str, int]:
        """The highest number among new references by register; InputProblem if one is taken in its register."""
        highest_numbers: dict[str, int] = {}
        for register, ids in self._referred.items():
            risks = [self._reader.find(Risk, identity) for identity in ids]
            new = {risk.id: risk.reference for risk in risks if risk and self._home(risk.entry) == register}
            # A new register holds only what the action added.
            new_keys = set() if register in self._new else {*map(folded, new.values())} - self._free[register] - {""}
            alike = self._reader.alike(register, new_keys) if new_keys else {}
            self._require_free(
                new, {folded(reference): identity for identity, reference in alike.items() if identity not in new}
            )
            highest_numbers[register] = highest(new.values())
        return highest_numbers

    def _note_risk(self, identity: str, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
        names = {name for name in LEVELS if after.get(name) is not None}
        if "reference" in after:
            home = self._home(after["entry"] if "entry" in after else self._reader.get(Risk, identity).entry)
            self._referred[home][identity] = None
        if before is not None and "entry" in after and self._home(before["entry"]) != self._home(after["entry"]):
            self._note_arrivals(self._home(after["entry"]), [identity])
        if names:
            self._assessed[identity] |= names

    def _note_move(self, register: str, entries: Collection[Entry]) -> None:
        for entry in entries:
            self._note_arrivals(register, [risk.id for risk in self._reader.children(Risk, entry.id)])

    def _note_arrivals(self, register: str, ids: Collection[str]) -> None:
        self._referred[register].update(dict.fromkeys(ids))
        for identity in ids:
            self._assessed[identity].update(LEVELS)

    def _home(self, entry: str) -> str:
        """The register that an entry is in; NotFound if there is no such entry."""
        home = self._reader.register_of("entry", entry)
        if home is None:
            raise no_such_item()
        return home

    def _require_free(self, new: dict[str, str], holders: dict[str, str]) -> None:
        for identity, reference in new.items():
            key = folded(reference)
            if key and key in holders:
                holder = self._reader.get(Risk, holders[key])
                raise InputProblem(
                    QT_TRANSLATE_NOOP(
                        "Problem", "The reference {reference} is taken by the risk “{risk}”; choose another."
                    ),
                    reference=reference,
                    risk=short(holder.title or holder.description),
                )
            holders[key] = identity
