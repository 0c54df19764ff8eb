"""What was read of a store, kept as the store has it, and the news of it."""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from riskdesk.desk.shelf import Shelf
from riskdesk.domain.records import title_from_record
from riskdesk.domain.replay import State, records_of
from riskdesk.domain.step import Change, Step, listed_changes
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import RegisterTitle
from riskdesk.store.store import Store, Taken


class News(NamedTuple):
    """A step that was taken by another program, or here before what is asked for now."""

    step: Step
    theirs: bool


class Shelves:
    """The registers of a store that were asked for; what other threads write `arrives`, and is followed when asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shelves: dict[str, Shelf] = {}
        # None until they are asked for.
        self._registers: list[RegisterTitle] | None = None
        self._arrived: deque[Taken] = deque()
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
        return shelf.tree()

    def holds(self, register: str) -> bool:
        """Whether a register was read, and is kept."""
        return register in self._shelves

    def state(self) -> State:
        """The records of all that is in the registers that are kept, and they themselves."""
        return records_of(value for shelf in self._shelves.values() for value in shelf.values)

    def arrive(self, taken: Taken) -> Taken:
        """Note what is in the file now, in the thread that put it there."""
        self._arrived.append(taken)
        return taken

    def follow(self, mine: Taken | None = None) -> None:
        """Take what has arrived, step by step in the order of the file; what is not `mine` is news."""
        while self._arrived:
            taken = self._arrived.popleft()
            self.hear(taken.others)
            if taken.step is not None:
                self._take(taken.step)
                if taken is not mine:
                    self._news.append(News(taken.step, theirs=False))

    def hear(self, others: Iterable[Step]) -> None:
        """Take the steps of other programs."""
        for step in others:
            self._take(step)
            self._news.append(News(step, theirs=True))

    def news(self) -> list[News]:
        """The steps that were taken and not asked for yet, in their order."""
        news, self._news = self._news, []
        return news

    def _take(self, step: Step) -> None:
        if self._registers is not None and (changes := listed_changes(step)):
            self._registers = _listed_after(changes, self._registers)
        # Another thread may read one meanwhile.
        for register, shelf in list(self._shelves.items()):
            shelf.take(step)
            if shelf.over:
                del self._shelves[register]


def _listed_after(changes: Iterable[Change], before: Iterable[RegisterTitle]) -> list[RegisterTitle]:
    """The list of registers once changes were made to them, in order."""
    titles = {title.id: title for title in before}
    for change in changes:
        title, after = titles.pop(change.id, None), change.after or {}
        told = {name: after[name] for name in RegisterTitle._fields if name in after}
        if change.before is None:
            titles[change.id] = title_from_record(after)
        elif title is not None and change.after is not None:
            titles[change.id] = title._replace(**told)
    return sorted(titles.values(), key=lambda title: title.position)
