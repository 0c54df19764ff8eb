"""The registers that were read of a store, kept up to date in memory, and the news of what others did."""

from collections import deque
from collections.abc import Callable, Iterable
from threading import RLock
from typing import NamedTuple

from riskdesk.desk.shelf import Shelf
from riskdesk.domain.records import title_from_record
from riskdesk.domain.replay import State, records_of
from riskdesk.domain.step import Step, listed_changes
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import RegisterTitle
from riskdesk.store.store import Store, Taken


class News(NamedTuple):
    """A step to be shown that nobody waits for: taken by another program, or here and overtaken by a later one."""

    step: Step
    theirs: bool


class Shelves:
    """Keeps the registers of a store that were asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shelves: dict[str, Shelf] = {}
        # None until they are asked for.
        self._registers: list[RegisterTitle] | None = None
        self._turn, self._arrived = RLock(), deque[Taken]()
        self._news: list[News] = []

    def registers(self) -> list[RegisterTitle]:
        """The registers of the store, in order."""
        if self._registers is None:
            with self._store.reading() as reader:
                self._registers = reader.titles()
        return list(self._registers)

    @property
    def known(self) -> Iterable[RegisterTitle] | None:
        """The registers as they were read; None if they were not."""
        return self._registers

    def tree(self, register: str, *, keep: bool) -> RegisterTree:
        """A register with all that is in it, read once if it is to be kept; NotFound if no register has that id."""
        shelf = self._shelves.get(register)
        if shelf is None:
            with self._store.reading() as reader:
                shelf = Shelf(reader.growing(register))
                if keep:
                    # Before anybody else writes to the file, so that no step is missed.
                    self._shelves[register] = shelf
        return shelf.tree

    def holds(self, register: str) -> bool:
        """Whether a register was read, and is kept."""
        return register in self._shelves

    def state(self) -> State:
        """The records of all that is in the registers that are kept, and they themselves."""
        return records_of(value for shelf in self._shelves.values() for value in shelf.values)

    def written(self, write: Callable[[], Taken]) -> Taken:
        """Write to the store, in any thread, and take up the steps that this brought; `follow` then shows them."""
        # Steps have to be taken up in the order of the file.
        with self._turn:
            taken = write()
            try:
                for step in _steps(taken):
                    for shelf in self._kept():
                        shelf.take(step)
            except BaseException:
                # The step is in the file all the same, so all registers are read from there again.
                self._shelves.clear()
                raise
            finally:
                self._arrived.append(taken)
            return taken

    def follow(self, mine: Taken | None = None) -> None:
        """Show what was written since, in the order of the file; steps other than `mine` become news."""
        with self._turn:
            while self._arrived:
                taken = self._arrived.popleft()
                self._registers = _listed_after(_steps(taken), self._registers)
                self._news += [News(step, theirs=True) for step in taken.others]
                if taken.step is not None and taken is not mine:
                    self._news.append(News(taken.step, theirs=False))
            for shelf in self._kept():
                shelf.turn()
                if shelf.over:
                    del self._shelves[shelf.register]

    def news(self) -> list[News]:
        """The steps that were taken and not asked for yet, in their order."""
        news, self._news = self._news, []
        return news

    def _kept(self) -> list[Shelf]:
        # Another thread may read one meanwhile.
        return list(self._shelves.values())


def _steps(taken: Taken) -> list[Step]:
    """What was written, in the order of the file."""
    return [*filter(None, (*taken.others, taken.step))]


def _listed_after(steps: Iterable[Step], before: list[RegisterTitle] | None) -> list[RegisterTitle] | None:
    """The list of registers after some steps, in order; None if it was never read."""
    changes = [change for step in steps for change in listed_changes(step)] if before is not None else []
    if not changes:
        return before
    titles = {title.id: title for title in before or ()}
    for change in changes:
        title, after = titles.pop(change.id, None), change.after or {}
        told = {name: after[name] for name in RegisterTitle._fields if name in after}
        if change.before is None:
            titles[change.id] = title_from_record(after)
        elif title is not None and change.after is not None:
            titles[change.id] = title._replace(**told)
    return sorted(titles.values(), key=lambda title: title.position)
