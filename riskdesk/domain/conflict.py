"""Conflicts of two programs that write to one store: the fields that both have changed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, Problem
from riskdesk.domain.step import Change, Step, together

# Positions and the count of references are worked out when they are written, so they never clash.
WORKED_OUT = {"position", "references"}


class Clash(NamedTuple):
    """A field written by two programs: the stored value and the one that was to be stored; None if it was deleted.

    `field` is empty if one of the two deleted the value as a whole.
    """

    kind: str
    id: str
    field: str
    theirs: object
    mine: object

    @property
    def place(self) -> tuple[str, str, str]:
        """Kind, id and field, which identify the choice between both values."""
        return self.kind, self.id, self.field


class Conflict(Problem):
    """The problem that an action was not taken, as others have written to the same fields.

    `clashes` holds both values of each field. `who` names those others, separated by commas.
    """

    def __init__(self, who: str, clashes: tuple[Clash, ...]) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "Problem", "Not saved: the same was changed in the meantime by {who}; compare both and choose."
            ),
            who=who,
        )
        self.clashes = clashes


def require_peace(others: Sequence[Step], mine: Iterable[Change]) -> None:
    """Raise a Conflict with all clashes if `mine` change what the steps of others have changed."""
    own = {change.key: change for change in mine} if others else {}
    led_to: dict[tuple[str, str], Change] = {}
    who: dict[tuple[str, str], dict[str, None]] = {}
    for step in others:
        for change in (change for change in step.changes if change.key in own):
            before = led_to.get(change.key)
            led_to[change.key] = change if before is None else together((before, change))
            who.setdefault(change.key, {})[step.who or "–"] = None
    clashes = tuple(clash for key, change in led_to.items() for clash in _clashes(change, own[key]))
    if clashes:
        names = dict.fromkeys(name for clash in clashes for name in who[clash.kind, clash.id])
        raise Conflict(", ".join(names), clashes)


def _clashes(theirs: Change, mine: Change) -> Iterator[Clash]:
    if theirs.after is None or mine.after is None:
        if theirs.after != mine.after:
            yield from _deleted(theirs, mine)
        return
    # An item that others have added is no special case: only a program that knew it before can write to it.
    for field in theirs.after.keys() & mine.after.keys() - WORKED_OUT:
        if theirs.after[field] != mine.after[field]:
            yield Clash(mine.kind, mine.id, field, theirs.after[field], mine.after[field])


def _deleted(theirs: Change, mine: Change) -> Iterator[Clash]:
    """A clash if one edits what the other deletes; a move alone is no clash."""
    edit = theirs.after or mine.after or {}
    if edit.keys() - WORKED_OUT:
        yield Clash(mine.kind, mine.id, "", theirs.after, mine.after)
