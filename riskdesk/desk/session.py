"""A session: an open store and what is done to it, one action a transaction."""

import datetime
from pathlib import Path

from riskdesk.desk.action import Action
from riskdesk.desk.shelf import Shelf
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, NotFound
from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Register
from riskdesk.store.store import Store


class Session:
    """What the window and the command line work with; `who` goes into the journal."""

    def __init__(self, store: Store, who: str) -> None:
        self._store = store
        self.who = who
        self._past = store.past()
        self._shelves: dict[str, Shelf] = {}

    @classmethod
    def open(cls, path: Path, who: str, *, read_only: bool = False) -> "Session":
        """A session on the store at `path`; FileProblem where it is none."""
        return cls(Store.open(path, read_only=read_only), who)

    @classmethod
    def create(cls, path: Path, who: str) -> "Session":
        """A session on a new store at `path`; FileProblem where there is a file already."""
        return cls(Store.create(path), who)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def prepare(self) -> None:
        """Load what the first action needs, so that it does not wait for it."""
        self._store.prepare()

    @property
    def path(self) -> Path:
        return self._store.path

    def changed(self) -> datetime.datetime:
        """When the store was changed last: the date that a PDF carries, so that equal registers give equal files."""
        return self._store.changed()

    def registers(self) -> list[Register]:
        """The registers of the store, in order."""
        with self._store.reading() as reader:
            return reader.registers()

    def tree(self, register: str) -> RegisterTree:
        """A register with all that is in it; NotFound where there is none of that id."""
        if register not in self._shelves:
            with self._store.reading() as reader:
                self._shelves[register] = Shelf(reader.tree(register))
        return self._shelves[register].tree()

    def run(self, action: Action) -> Step | None:
        """Do an action: when this returns, it is on disk; None where it changed nothing."""
        step = self._store.run(self.who, action.label, action.work)
        return None if step is None else self._taken(step)

    @property
    def undo_label(self) -> str | None:
        """The label of the action that `undo` takes back; None where there is none."""
        return self._store.step(self._past.undo[-1]).label if self._past.undo else None

    @property
    def redo_label(self) -> str | None:
        """The label of the action that `redo` makes again; None where there is none."""
        return self._store.step(self._past.redo[-1]).label if self._past.redo else None

    def undo(self) -> Step:
        """Take the last action back; NotFound where there is none."""
        return self._take_back(self._past.undo)

    def redo(self) -> Step:
        """Make the action that was taken back last again; NotFound where there is none."""
        return self._take_back(self._past.redo)

    def _take_back(self, numbers: list[int]) -> Step:
        if not numbers:
            raise NotFound(QT_TRANSLATE_NOOP("Problem", "There is nothing to undo or redo."))
        return self._taken(self._store.take_back(self.who, numbers[-1]))

    def _taken(self, step: Step) -> Step:
        self._past.add(step.number, step.undoes)
        for shelf in self._shelves.values():
            shelf.take(step)
        self._shelves = {register: shelf for register, shelf in self._shelves.items() if not shelf.gone}
        return step
