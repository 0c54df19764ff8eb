"""What happens when two programs write to one store: where their changes meet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, Problem
from riskdesk.domain.step import Change, Step

# Places in an order and the count of references are worked out from what is there when they are written.
WORKED_OUT = {"position", "references"}


@dataclass(frozen=True, slots=True)
class Clash:
    """One field written by both: the value that is stored and the one that was to be; None if it was deleted.

    `field` is empty if one of the two deleted the value as a whole.
    """

    kind: str
    id: str
    field: str
    theirs: object
    mine: object

    @property
    def place(self) -> tuple[str, str, str]:
        """Kind, id and field: what the choice between both is about."""
        return self.kind, self.id, self.field


class Conflict(Problem):
    """An action was not taken, as another program has written to the same fields; `clashes` holds both values."""

    def __init__(self, who: str, clashes: tuple[Clash, ...]) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "Problem", "Not saved: {who} has changed the same text in the meantime; look at both and choose."
            ),
            who=who or "–",
        )
        self.clashes = clashes


def require_peace(others: Iterable[Step], mine: Iterable[Change]) -> None:
    """Conflict if a step that others have taken touches what `mine` changes."""
    own = {change.key: change for change in mine}
    for step in reversed(list(others)):
        found = tuple(clash for change in step.changes for clash in _clashes(change, own.get(change.key)))
        if found:
            raise Conflict(step.who, found)


def _clashes(theirs: Change, mine: Change | None) -> Iterator[Clash]:
    if mine is None:
        return
    if theirs.after is None or mine.after is None:
        if theirs.after != mine.after:
            yield from _deleted(theirs, mine)
        return
    # What others have brought in cannot be written to before it was read, but by one who went by what stood there.
    for field in theirs.after.keys() & mine.after.keys() - WORKED_OUT:
        if theirs.after[field] != mine.after[field]:
            yield Clash(mine.kind, mine.id, field, theirs.after[field], mine.after[field])


def _deleted(theirs: Change, mine: Change) -> Iterator[Clash]:
    """A clash if one edits what the other deletes; a move alone is no clash."""
    edit = theirs.after or mine.after or {}
    if edit.keys() - WORKED_OUT:
        yield Clash(mine.kind, mine.id, "", theirs.after, mine.after)
