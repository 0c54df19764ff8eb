"""Replacing a text wherever it occurs in a register: a preview of the changes, and the action."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from riskdesk.desk.action import Action, is_sweeping
from riskdesk.desk.edits import edit
from riskdesk.desk.find import TEXTS, Found, searched
from riskdesk.domain.folding import Query, Span, replaced
from riskdesk.domain.possible import admitted
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, Problem
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.records import kind_name
from riskdesk.domain.references import folded
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk
from riskdesk.store.transaction import Transaction

LABEL = QT_TRANSLATE_NOOP("Action", "Replace text")


@dataclass(frozen=True, slots=True)
class Replacement:
    """A field of a value in which a text was found at `spans`: its text `before` and `after` the replacement.

    `problem` says why it cannot be replaced; None if it can.
    """

    value: Found
    field: str
    spans: tuple[Span, ...]
    before: str
    after: str
    by: str
    problem: Problem | None = None

    @property
    def kind(self) -> str:
        """The kind of the value."""
        return kind_name(type(self.value))

    @property
    def spans_after(self) -> Iterator[Span]:
        """The positions of the new text after replacing, provided that the store keeps the rest of the text."""
        shift, size = 0, len(self.by)
        for start, end in self.spans:
            yield start + shift, start + shift + size
            shift += size - (end - start)

    @property
    def key(self) -> tuple[str, str]:
        """The id of the value and the field."""
        return self.value.id, self.field


def places(
    tree: RegisterTree,
    query: Query,
    by: str,
    only: tuple[str, str] | None = None,
    checkpoint: Checkpoint = never_cancelled,
) -> list[Replacement]:
    """The fields that would change if the matches of `query` were replaced by the text `by`, in register order.

    `only` limits the search to one field of one kind. `checkpoint` may cancel it.
    """
    matching_places = list[Replacement]()
    for value in searched(tree):
        checkpoint()
        matching_places.extend(_in_value(value, query, by, only))
    return _with_taken_references(tree, matching_places)


def replace_in(chosen_places: Sequence[Replacement]) -> Action:
    """Replace the text in each of the chosen places, as one step."""

    def work(tx: Transaction) -> None:
        for (kind, identity), group in groupby(chosen_places, key=lambda place: (type(place.value), place.value.id)):
            edit(kind, identity, **{place.field: place.after for place in group}).work(tx)

    return Action(LABEL, work, sweeping=is_sweeping(chosen_places))


def _in_value(value: Found, query: Query, by: str, only: tuple[str, str] | None) -> Iterator[Replacement]:
    kind = kind_name(type(value))
    for name in TEXTS[type(value)]:
        before = getattr(value, name)
        spans = query.spans(before) if only in (None, (kind, name)) else ()
        changed = tuple((start, end) for start, end in spans if before[start:end] != by)
        if changed:
            place = _place(value, name, changed, by)
            if place.after != before:
                yield place


def _place(value: Found, name: str, spans: tuple[Span, ...], by: str) -> Replacement:
    """A place with the text as the store would keep it, or with the problem that prevents it."""
    before = getattr(value, name)
    new: dict[str, Any] = {name: replaced(before, spans, by)}
    place = Replacement(value, name, spans, before, new[name], by)
    try:
        place = replace(place, after=getattr(admitted(replace(value, **new), new.keys()), name))
    except InputProblem as problem:
        return replace(place, problem=problem)
    if not place.after and _is_reference(value, name):
        return replace(place, problem=InputProblem(_NO_REFERENCE, reference=before))
    return place


def _with_taken_references(tree: RegisterTree, all_places: list[Replacement]) -> list[Replacement]:
    """The places, with a problem for each reference that two risks would have after replacing."""
    new_references = {place.value.id: place.after for place in all_places if _is_reference(place.value, place.field)}
    if not new_references:
        return all_places
    holders = Counter(folded(new_references.get(risk.id, risk.reference)) for risk in tree.risks)
    return [
        replace(place, problem=InputProblem(_TAKEN, reference=place.after))
        if place.problem is None and _is_reference(place.value, place.field) and holders[folded(place.after)] > 1
        else place
        for place in all_places
    ]


def _is_reference(value: Found, name: str) -> bool:
    return isinstance(value, Risk) and name == "reference"


_NO_REFERENCE = QT_TRANSLATE_NOOP(
    "Problem", "Nothing would be left of the reference {reference}; every risk needs one of its own."
)
_TAKEN = QT_TRANSLATE_NOOP(
    "Problem", "Another risk has the reference {reference}, or would have it; every risk needs one of its own."
)
