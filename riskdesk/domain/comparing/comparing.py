"""Compares a register from a file with one that exists, item by item, in the order of the result."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from riskdesk.domain.comparing.comparison import (
    Choice,
    Comparison,
    ComparisonRow,
    Difference,
    Match,
    State,
    difference_lines,
)
from riskdesk.domain.comparing.differing import REFERENCE, Differing, filled_fields
from riskdesk.domain.comparing.pairing import Pairing
from riskdesk.domain.comparing.placing import homes_of, parent, placed
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.growing import grow
from riskdesk.domain.records import kind_name
from riskdesk.domain.references import folded
from riskdesk.domain.remap import Remap, is_assessed_otherwise, proposed
from riskdesk.domain.tree import EntryTree, Item, RegisterTree
from riskdesk.domain.values import Entry, Risk

# A reference that can be part of a key as it is.
_PLAIN = re.compile(r"[\w.-]+")
# The kinds of items inside each kind, in order.
_INSIDE = {"register": ("category",), "category": ("entry",), "entry": ("risk", "mitigation")}


def compare(
    incoming: RegisterTree, here: RegisterTree, base: RegisterTree | None = None, remap: Remap | None = None
) -> Comparison:
    """Compare a register that was read with one that exists.

    `base` is the register that was sent: if it is given, only changes that the file made since count as differences,
    and items that were not sent do not count as missing. `remap` translates the levels of the file; without it, they
    become what is proposed.
    """
    scales = incoming.register.scale, here.register.scale
    if remap is None and is_assessed_otherwise(*scales):
        remap = proposed(*scales)
    if remap is not None:
        incoming = grow(remap.risk(value) if isinstance(value, Risk) else value for value in incoming.values)
    pairing = Pairing(incoming, here)
    table = _Rows(incoming, here, base, pairing)
    rows = tuple(table.all())
    lines = list(difference_lines(rows, incoming))
    return Comparison(here, incoming, rows, pairing.of, table.families, lines, remap)


class _Rows:
    def __init__(self, incoming: RegisterTree, here: RegisterTree, base: RegisterTree | None, pairing: Pairing) -> None:
        self._registers = incoming.register, here.register, base.register if base else None
        self._pairing, self._pairs = pairing, pairing.of
        self._here, self._incoming = ({item.id: item for item in tree.items} for tree in (here, incoming))
        self._base: dict[str, Item] = {item.id: item for item in base.items} if base else {}
        self._homes = [homes_of(tree) if tree else {} for tree in (incoming, here, base)]
        self._incoming_ids = {
            own: other for other, own in reversed(self._pairs.items()) if other not in pairing.repeated
        }
        self._holders = {parent(item) for item in incoming.items}
        moves = ((self._homes[0][risk.id].id, self._pairs.get(risk.id)) for risk in incoming.risks)
        self._destinations = {home for home, own in moves if own and self._pairs.get(home) != self._homes[1][own].id}
        # The entries whose risks all stand in one and the same category in the file.
        self._moving_entries = {entry.entry.id for entry in here.entries if len(set(self._targets(entry))) == 1}
        self._names = dict(self._names_by_id())
        self.families = placed(incoming, here, self._pairs)
        items = (item for item in incoming.items if not isinstance(item, Entry))
        self._differing = Differing(filled_fields([incoming.register, *items]))

    def all(self) -> Iterator[ComparisonRow]:
        """All rows in order."""
        incoming, here, base = self._registers
        own = incoming.id == here.id
        # In files of other programs, fields of the register are guesses, so its own are usually kept.
        kept_fields = REFERENCE if own else FIELDS["register"]
        differences = tuple(self._differing.fields("register", here, incoming, base, own=own, kept_fields=kept_fields))
        state = State.DIFFERENT if differences else State.EQUAL
        yield ComparisonRow("register", "register", state, Choice.TAKE, here, incoming, None, differences)
        yield from self._in("register", here.id)

    def _in(self, kind: str, identity: str) -> Iterator[ComparisonRow]:
        for inner in _INSIDE.get(kind, ()):
            for each in self.families.get((inner, identity), ()):
                inside = list(self._in(inner, each))
                if each in self._here:
                    yield self._row(inner, each)
                elif inside or not self._only_holds(each):
                    yield self._new(inner, each)
                yield from inside

    def _only_holds(self, identity: str) -> bool:
        """Whether a new category or entry would stay empty: all items that the file has in it stay elsewhere."""
        return identity in self._holders and identity not in self._destinations

    def _new(self, kind: str, identity: str) -> ComparisonRow:
        """The row of an item that only the file has; if it was sent, it was deleted here since and stays so."""
        usual = Choice.KEEP if identity in self._base else Choice.TAKE
        return ComparisonRow(self._names[identity], kind, State.NEW, usual, None, self._incoming[identity])

    def _row(self, kind: str, identity: str) -> ComparisonRow:
        here, other = self._here[identity], self._incoming_ids.get(identity)
        name = self._names[identity]
        if other is None:
            sent = self._registers[2] is None or identity in self._base
            return ComparisonRow(name, kind, State.MISSING if sent else State.EQUAL, Choice.KEEP, here)
        incoming, match = self._incoming[other], self._pairing.match[other]
        differences = tuple(self._differences(name, here, incoming, match))
        state = State.DIFFERENT if differences else State.EQUAL
        return ComparisonRow(name, kind, state, Choice.TAKE, here, incoming, match, differences)

    def _differences(self, name: str, here: Item, incoming: Item, match: Match) -> Iterator[Difference]:
        base: Any = self._base.get(here.id)
        yield from self._differing.fields(name, here, incoming, base, own=match is Match.IDENTITY)
        if isinstance(here, Risk):
            incoming_home, own_home, base_home = (
                homes.get(item.id) for homes, item in zip(self._homes, (incoming, here, here), strict=True)
            )
            assert incoming_home is not None, "it stands in a category"
            assert own_home is not None, "it stands in a category"
            if self._pairs.get(incoming_home.id) != own_home.id:
                yield from self._differing.category(
                    name, own_home, incoming_home, base_home, whole=here.entry in self._moving_entries
                )

    def _targets(self, entry: EntryTree) -> Iterator[str]:
        """The category in the file of each risk of an entry; empty if the file does not have the risk."""
        for risk in entry.risks:
            other = self._incoming_ids.get(risk.id)
            yield self._homes[0][other].id if other in self._homes[0] else ""

    def _names_by_id(self) -> Iterator[tuple[str, str]]:
        """The name of each item in keys: its reference if only it has that, else its id; a number if it is new."""
        counts = Counter(folded(item.reference) for item in self._here.values() if isinstance(item, Risk))
        for item in self._here.values():
            reference = item.reference.strip() if isinstance(item, Risk) else ""
            plain = _PLAIN.fullmatch(reference) and counts[folded(reference)] == 1
            yield item.id, f"{kind_name(type(item))}/{reference if plain else item.id}"
        numbers: Counter[str] = Counter()
        for item in self._incoming.values():
            kind = kind_name(type(item))
            numbers[kind] += 1
            if item.id not in self._pairs:
                yield item.id, f"{kind}/+{numbers[kind]}"
