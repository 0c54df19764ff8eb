"""Which register is open after a step that added or deleted registers."""

from collections.abc import Callable, Collection, Sequence

from riskdesk.domain.records import Record
from riskdesk.domain.step import Step
from riskdesk.domain.values import RegisterTitle


class NextRegister:
    """Chooses the register that is open next, and remembers from which one each was added."""

    def __init__(self) -> None:
        self._origins: dict[str, str | None] = {}

    def after(
        self,
        step: Step,
        register: str | None,
        gone: Collection[str],
        read_titles: Callable[[], Sequence[RegisterTitle]],
        *,
        theirs: bool,
    ) -> str | None:
        """The id of the register that is open after a step, or None; `register` was open before, `gone` exist no more.

        A new register is opened unless it is `theirs`, or came in by a merge that changed the open one, too. When the
        open one is deleted, the register from which it was added is opened again, else its neighbour.
        """
        changes = [change for change in step.changes if change.kind == "register"]
        added = [change.id for change in changes if change.before is None and change.id not in gone]
        if added and not theirs and not (register in step.registers and _is_merge(step)):
            self._origins[added[-1]] = register
            return added[-1]
        if register not in gone:
            return register
        titles, origin = read_titles(), self._origins.get(str(register))
        if origin in {title.id for title in titles}:
            return origin
        (deleted,) = (change.before for change in changes if change.id == register and change.before)
        return neighbour(deleted, titles)


def _is_merge(step: Step) -> bool:
    # Imported late: only a merge loads it otherwise.
    from riskdesk.desk import merging

    return step.label == merging.LABEL


def neighbour(deleted: Record, titles: Sequence[RegisterTitle]) -> str | None:
    """The id of the register that takes the place of a deleted one in the list, else of the last one, if any."""
    below = (title.id for title in titles if title.position >= deleted["position"])
    return next(below, titles[-1].id if titles else None)
