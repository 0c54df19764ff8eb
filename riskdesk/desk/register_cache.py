"""The registers of a store that were read, kept up to date in memory, and the news from other programs."""

from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import RLock
from typing import NamedTuple

from riskdesk.desk.cached_register import CachedRegister
from riskdesk.desk.next_register import neighbour
from riskdesk.domain.problems import Problem
from riskdesk.domain.records import title_from_record
from riskdesk.domain.replay import State, records_of
from riskdesk.domain.step import Step, listed_changes
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import RegisterTitle
from riskdesk.store.store import Outcome, Store


class News(NamedTuple):
    """A step that is shown though it is not the result of a present action: by another program, or already followed."""

    step: Step
    theirs: bool


class RegisterCache:
    """The registers of a store that were asked for, kept in memory and up to date."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._cached_registers: dict[str, CachedRegister] = {}
        # Their replacements, used once `follow` shows the steps.
        self._ahead: dict[str, CachedRegister] = {}
        # None until they are requested.
        self._registers: list[RegisterTitle] | None = None
        self._turn, self._arrived = RLock(), deque[Outcome]()
        self._news: list[News] = []

    def registers(self) -> list[RegisterTitle]:
        """The registers of the store, in order."""
        if self._registers is None:
            with self._store.reading() as reader:
                self._registers = reader.titles()
        return list(self._registers)

    @property
    def titles_read(self) -> Iterable[RegisterTitle] | None:
        """The registers, if they were read; else None."""
        return self._registers

    def tree(self, register: str, *, keep: bool) -> RegisterTree:
        """A register with its content, read only once if it is to be kept; NotFound if no register has that id."""
        cached = self._cached_registers.get(register)
        if cached is None:
            with self._store.reading() as reader:
                cached = CachedRegister(reader.growing(register))
                if keep:
                    # While others cannot write to the file, so that no step is missed.
                    self._cached_registers[register] = cached
        return cached.tree

    def holds(self, register: str) -> bool:
        """Whether a register was read and is kept."""
        return register in self._cached_registers

    def state(self) -> State:
        """The records of all kept registers and their content."""
        return records_of(value for cached in self._cached_registers.values() for value in cached.values)

    def write(self, write: Callable[[], Outcome], *, ahead: bool = False) -> Outcome:
        """Write to the store, in any thread, and apply the new steps; `follow` then shows them.

        With `ahead`, registers that will be needed then are read as well.
        """
        # Steps have to be applied in the order of the file.
        with self._turn:
            outcome = write()
            try:
                for step in _steps(outcome):
                    for cached in (*self._all_cached(), *self._ahead.values()):
                        cached.take(step)
                if ahead:
                    self._read_ahead(outcome)
                if outcome.step is not None:
                    # A cached property, for those who select what came in.
                    _ = outcome.step.outermost
            except BaseException:
                # The step is in the file nevertheless, so all registers are read again from there.
                self._cached_registers.clear()
                self._ahead.clear()
                raise
            finally:
                self._arrived.append(outcome)
            return outcome

    def follow(self, mine: Outcome | None = None) -> None:
        """Show what was written since the last call, in file order; steps other than `mine` become news."""
        with self._turn:
            while self._arrived:
                outcome = self._arrived.popleft()
                self._registers = _listed_after(_steps(outcome), self._registers)
                self._news += [News(step, theirs=True) for step in outcome.others]
                if outcome.step is not None and outcome is not mine:
                    self._news.append(News(outcome.step, theirs=False))
            for cached in self._all_cached():
                cached.turn()
                if cached.over:
                    del self._cached_registers[cached.register]
            for cached in self._ahead.values():
                cached.turn()
                if not cached.over:
                    self._cached_registers.setdefault(cached.register, cached)
            self._ahead.clear()

    def news(self) -> list[News]:
        """The news since the last call, in order."""
        news, self._news = self._news, []
        return news

    def _read_ahead(self, outcome: Outcome) -> None:
        """Read the registers that will be needed next.

        These are a new one, those that exchanged items, and the neighbour of one that was deleted.
        """
        all_cached = self._all_cached()
        changes = [change for step in _steps(outcome) for change in step.changes if change.kind == "register"]
        deleted_ids = {change.id for change in changes if change.after is None}
        ids_to_read = [cached.register for cached in all_cached if cached.over and cached.register not in deleted_ids]
        if outcome.step is not None:
            ids_to_read += [change.id for change in changes if change.before is None][-1:]
        left = [title for title in self._registers or () if title.id not in deleted_ids]
        for change in changes:
            if change.before is not None and change.id in deleted_ids & {cached.register for cached in all_cached}:
                ids_to_read += filter(None, [neighbour(change.before, left)])
        for register in ids_to_read:
            cached = self._cached_registers.get(register)
            if register not in self._ahead and (cached is None or cached.over):
                # The error is raised again when the register is requested.
                with suppress(Problem), self._store.reading() as reader:
                    self._ahead[register] = CachedRegister(reader.growing(register))

    def _all_cached(self) -> list[CachedRegister]:
        # Another thread may add one meanwhile.
        return list(self._cached_registers.values())


def _steps(outcome: Outcome) -> list[Step]:
    """The steps that were written, in the order of the file."""
    return [*filter(None, (*outcome.others, outcome.step))]


def _listed_after(steps: Iterable[Step], before: list[RegisterTitle] | None) -> list[RegisterTitle] | None:
    """The list of registers after some steps, in order; None if it was never read."""
    changes = [change for step in steps for change in listed_changes(step)] if before is not None else []
    if not changes:
        return before
    titles = {title.id: title for title in before or ()}
    for change in changes:
        title, after = titles.pop(change.id, None), change.after or {}
        title_fields = {name: after[name] for name in RegisterTitle._fields if name in after}
        if change.before is None:
            titles[change.id] = title_from_record(after)
        elif title is not None and change.after is not None:
            titles[change.id] = title._replace(**title_fields)
    return sorted(titles.values(), key=lambda title: title.position)
