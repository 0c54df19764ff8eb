"""The steps that can be undone and redone in a register, found by the index of the journal, the newest step first.

The steps of a register are a stack: a step is undone only if it is the last one in each register that it changed, so
the next step below an undo is the one below the step that it undid. Nothing else is read, and each look-up goes to an
older step, even in a forged journal.
"""

from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, NotFound, Phrase, Problem
from riskdesk.domain.step import LATEST, Step, Undoable, UndoDirection
from riskdesk.domain.touch import Touch

_REGISTERS = (
    "WITH RECURSIVE found (id) AS (SELECT min(register) FROM touch UNION ALL"
    " SELECT (SELECT min(register) FROM touch WHERE register > id) FROM found WHERE id IS NOT NULL)"
    " SELECT id FROM found WHERE id IS NOT NULL"
)
# SQLite checks each register in the query, as there may be hundreds.
_TOUCHED_BY = f"{_REGISTERS} AND EXISTS (SELECT 1 FROM touch WHERE register = found.id AND step = ?)"  # noqa: S608
_STEP = "SELECT number, label, who FROM step WHERE number = ?"
_TOUCHED = "SELECT 1 FROM touch WHERE register = ? AND step = ?"
_NEWEST = "SELECT number, undoes FROM step WHERE number = (SELECT max(step) FROM touch WHERE register = ? AND step < ?)"
_CHAIN = (
    "WITH RECURSIVE chain (number, undoes) AS (SELECT number, undoes FROM step WHERE number = ? UNION ALL"
    " SELECT step.number, step.undoes FROM chain JOIN step ON step.number = chain.undoes"
    " WHERE step.number < chain.number) SELECT count(*) FROM chain"
)
_ACTION_SINCE = (
    "SELECT 1 FROM touch JOIN step ON step.number = touch.step"
    " WHERE touch.register = ? AND touch.step > ? AND step.undoes IS NULL"
)
_UNDOING = (
    "SELECT number, undoes FROM step WHERE undoes IS NOT NULL UNION SELECT number, undoes FROM step"
    " WHERE number IN (SELECT undoes FROM step WHERE undoes IS NOT NULL) ORDER BY number"
)
_SINCE = "SELECT DISTINCT step FROM touch WHERE register = ? AND step > ?"
_TOUCHES_SINCE = "SELECT step, item FROM touch WHERE register = ? AND step > ?"


class Past:
    """The steps of a store by register, as a transaction sees them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next(self, register: str | None, direction: UndoDirection) -> Undoable | None:
        """The next step to be undone or redone in a register (None: in any); None if there is none.

        There is nothing to redo once another action was done in a register that the redo would change.
        """
        among = self._registers() if register is None else [register]
        last_numbers = {number for one in among if (number := self._last(one, direction)) is not None}
        number = next(
            (one for one in sorted(last_numbers, reverse=True) if direction is UndoDirection.UNDO or self._lasts(one)),
            None,
        )
        return None if number is None else self._undoable(number)

    def next_required(
        self, register: str | None, direction: UndoDirection, others: Iterable[Step], expected: int | None
    ) -> Undoable:
        """The next step to be undone or redone, as from `next`; NotFound if there is none.

        Problem if `others` have taken steps in a register that it changed, if it is not the `expected` one, or if a
        newer step in another register that it changed has to be undone first.
        """
        undoable = self.next(register, direction)
        if undoable is None:
            raise NotFound(QT_TRANSLATE_NOOP("Problem", "There is nothing to undo or redo."))
        touched = self.touched(undoable.number)
        overtaking = [step for step in others if step.registers & touched]
        if overtaking:
            last = overtaking[-1]
            raise Problem(self._overtaken(last), action=Phrase(last.label, "Action"), who=last.who or "–")
        if expected is not None and undoable.number != expected:
            raise Problem(_UNEXPECTED, action=Phrase(undoable.label, "Action"), who=undoable.who or "–")
        self._require_last(undoable, direction, touched)
        return undoable

    def touched(self, number: int) -> frozenset[str]:
        """The registers that a step changed."""
        return frozenset(register for (register,) in self._connection.execute(_TOUCHED_BY, (number,)))

    def since(self, number: int) -> dict[int, set[str]]:
        """The registers that each step after that number changed."""
        registers: dict[int, set[str]] = {}
        for register in self._registers():
            for (step,) in self._connection.execute(_SINCE, (register, number)):
                registers.setdefault(step, set()).add(register)
        return registers

    def touches_since(self, number: int) -> Iterator[tuple[int, Touch]]:
        """The rows of the index for each step after that number."""
        for register in self._registers():
            for step, item in self._connection.execute(_TOUCHES_SINCE, (register, number)):
                yield step, (register, item)

    def is_doing(self, number: int) -> bool:
        """Whether a step is an action or a redo, and not an undo."""
        (length,) = self._connection.execute(_CHAIN, (number,)).fetchone()
        return bool(length % 2)

    def _overtaken(self, step: Step) -> str:
        if step.undoes is None:
            return _OVERTAKEN
        return _OVERTAKEN_BY_REDO if self.is_doing(step.number) else _OVERTAKEN_BY_UNDO

    def _require_last(self, undoable: Undoable, direction: UndoDirection, touched: Iterable[str]) -> None:
        for register in sorted(touched):
            last = self._last(register, direction)
            if last is not None and last != undoable.number:
                raise Problem(
                    _UNDO_FIRST if direction is UndoDirection.UNDO else _REDO_FIRST,
                    action=Phrase(undoable.label, "Action"),
                    register=self._title(register),
                    later=Phrase(self._undoable(last).label, "Action"),
                )

    def _undoable(self, number: int) -> Undoable:
        return Undoable(*self._connection.execute(_STEP, (number,)).fetchone())

    def _title(self, register: str) -> str:
        row = self._connection.execute("SELECT title FROM register WHERE id = ?", (register,)).fetchone()
        return str(row[0]) if row else "–"

    def _last(self, register: str, direction: UndoDirection) -> int | None:
        for number, undoes in self._standing(register):
            if undoes is None:
                return number if direction is UndoDirection.UNDO else None
            if self.is_doing(number) == (direction is UndoDirection.UNDO):
                return number
        return None

    def _standing(self, register: str) -> Iterator[tuple[int, int | None]]:
        """Steps of a register, newest first, each with the step that it undoes; those between both are skipped."""
        before = LATEST
        while row := self._connection.execute(_NEWEST, (register, before)).fetchone():
            before, undoes = row
            yield before, undoes
            if undoes is not None and undoes < before and self._is_touched(register, undoes):
                before = undoes

    def _is_touched(self, register: str, number: int) -> bool:
        return self._connection.execute(_TOUCHED, (register, number)).fetchone() is not None

    def _lasts(self, number: int) -> bool:
        """Whether no later action was done in any register that a step changed."""
        later_actions = (
            self._connection.execute(_ACTION_SINCE, (one, number)).fetchone() for one in self.touched(number)
        )
        return not any(later_actions)

    def _registers(self) -> list[str]:
        return [register for (register,) in self._connection.execute(_REGISTERS)]


def wrongly_undone(steps: Iterable[tuple[int, int | None]]) -> int | None:
    """The first step that undoes a step which does not exist or was undone already; None if there is none.

    `steps` has the number of each step, in order, and the number of the step that it undoes.
    """
    standing = set[int]()
    for number, undoes in steps:
        if undoes is not None:
            if undoes not in standing:
                return number
            standing.remove(undoes)
        standing.add(number)
    return None


def undoing(connection: Connection) -> Iterator[tuple[int, int | None]]:
    """The steps that undo one or are undone, in order: the number of each, and of the step that it undoes.

    An index finds them, so the time grows only with the number of undos.
    """
    yield from connection.execute(_UNDOING)


_OVERTAKEN = QT_TRANSLATE_NOOP(
    "Problem",
    "Nothing was taken back, as {who} did “{action}” in the meantime; look at what is there now and try again.",
)
_OVERTAKEN_BY_UNDO = QT_TRANSLATE_NOOP(
    "Problem",
    "Nothing was taken back, as {who} undid “{action}” in the meantime; look at what is there now and try again.",
)
_OVERTAKEN_BY_REDO = QT_TRANSLATE_NOOP(
    "Problem",
    "Nothing was taken back, as {who} redid “{action}” in the meantime; look at what is there now and try again.",
)
_UNEXPECTED = QT_TRANSLATE_NOOP(
    "Problem", "Nothing was taken back, as the last step is now “{action}” by {who}; look at it and try again."
)
_UNDO_FIRST = QT_TRANSLATE_NOOP(
    "Problem", "“{action}” also changed “{register}”, where “{later}” came after it; undo that first."
)
_REDO_FIRST = QT_TRANSLATE_NOOP(
    "Problem", "“{action}” also changed “{register}”, where “{later}” was undone after it; redo that first."
)
