"""A store: one SQLite file that holds registers and the journal of every step taken."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from riskdesk.domain.conflict import require_peace
from riskdesk.domain.problems import FileProblem, FileReplaced, Problem
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.replay import State
from riskdesk.domain.step import Step, Undoable, UndoDirection, inverse
from riskdesk.domain.touch import inherited
from riskdesk.store import guard, header, journal, opening, others, room
from riskdesk.store.connection import StoreConnection, closed_on_failure, in_memory, is_free, problems, reading, writing
from riskdesk.store.footprint import Footprint, footprint
from riskdesk.store.past import Past
from riskdesk.store.reader import Reader
from riskdesk.store.transaction import Transaction
from riskdesk.store.trust import Trust

if TYPE_CHECKING:
    from riskdesk.store.history import History
    from riskdesk.store.writing import Writer


# A version of a file that SQLite never reports.
_NEVER_READ = -1
# In seconds of computing, many times what finding the last steps of each register takes.
_PATIENCE = 1.0


class Outcome(NamedTuple):
    """The steps that an action led to: those that `others` took in the meantime, then its own (None if it has none)."""

    others: list[Step]
    step: Step | None


class Store:
    """An open store; every method may raise FileProblem with a sentence about the file.

    `trust` knows how far the store was checked, which no longer counts once others write to it. `warnings` has a
    sentence for each thing about its creation that the user should know.
    """

    def __init__(self, path: Path, connection: StoreConnection, *, whole: bool) -> None:
        self.path = path
        self.warnings: Sequence[Problem] = ()
        self._connection = connection
        self.trust = Trust(path, connection, whole=whole)
        self._closed = False
        self._footprint = footprint(path)
        with problems(path), reading(connection):
            self._mark, self._version = journal.mark(connection), others.version(connection)

    @classmethod
    def create(cls, path: Path) -> "Store":
        """Make a new, empty store at `path`, where no file may be; its folder is made, too."""
        warnings = opening.make(path, lambda _connection: None)
        store = cls.open(path)
        store.warnings = warnings
        return store

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        before_migration: opening.BeforeMigration = lambda _store, _checkpoint: None,
        whole: bool = True,
        checkpoint: Checkpoint = never_cancelled,
    ) -> "Store":
        """Open the store at `path`, checked before SQLite reads it, and refused if it is not exactly ours.

        With `whole` false, a large store is opened without a full check; the caller has to do that (`trust`).
        """
        # From here on, only SQLite opens the file.
        changes = header.changes(guard.start_of(path))
        opened, is_whole = opening.opened(
            path, read_only=read_only, before_migration=before_migration, whole=whole, checkpoint=checkpoint
        )
        with closed_on_failure(opened):
            store = cls(path, opened, whole=is_whole)
            # A small store is always checked, so that no note about it is needed.
            if whole or not is_whole:
                store.trust.begin(changes, store.mark)
            return store

    @classmethod
    def still(cls, path: Path, state: State, at: datetime.datetime) -> "Store":
        """A read-only store in memory with a state as it was at a time; `path` is that of the original."""
        from riskdesk.store import copying

        return cls(path, copying.still(state, at), whole=True)

    @cached_property
    def history(self) -> "History":
        """A reader of the journal."""
        # Imported here, as few users look into the past right after the start.
        from riskdesk.store.history import History

        return History(self.path, self._connection, lambda: self._mark, self.trust.require_checked)

    def copy(self) -> "Store":
        """A copy in memory, to try things in."""
        with problems(self.path), self._connection.turn, closed_on_failure(in_memory(self._connection)) as copy:
            return Store(self.path, copy, whole=self.trust.is_whole)

    def close(self) -> None:
        """Close the file; afterwards, `news` is always empty."""
        with self._connection.turn:
            self._connection.close()
            self._closed = True

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A reader of the present store; DamagedStore if it cannot be read."""
        with self.trust.reading() as connection:
            yield Reader(connection, None if self.trust.is_checked else room.size(connection))

    def run(
        self, who: str, label: str, work: Callable[[Transaction], str | None], checkpoint: Checkpoint = never_cancelled
    ) -> Outcome:
        """Call `work` in one transaction, and journal it in the same commit; nothing is done if `checkpoint` raises.

        If `work` returns a text, that is the label of the step. Conflict if others have written to the same fields.
        """
        with self._writing(checkpoint) as (writer, theirs):
            transaction = Transaction(self._connection, writer.write, checkpoint)
            label = work(transaction) or label
            transaction.settle()
            require_peace(theirs, transaction.changes)
            step = self._journalled(writer, who, label, transaction) if transaction.changes else None
        return Outcome(theirs, step)

    def undoable(self, register: str | None, direction: UndoDirection) -> Undoable | None:
        """The step that is next to be undone or redone in a register (None: in any); None if there is none."""
        with self.trust.reading(_PATIENCE) as connection:
            return Past(connection).next(register, direction)

    def take_back(
        self,
        who: str,
        register: str | None,
        direction: UndoDirection,
        expected: int | None = None,
        checkpoint: Checkpoint = never_cancelled,
    ) -> Outcome:
        """Undo or redo what `undoable` gives, in a new step; Problem if another is due. `checkpoint` may cancel it."""
        with self._writing(checkpoint) as (writer, theirs):
            undoable = Past(self._connection).next_required(register, direction, theirs, expected)
            transaction = Transaction(self._connection, writer.write, checkpoint)
            transaction.repeat(inverse(journal.read(self._connection, undoable.number).changes))
            if any(change.kind == "register" for change in transaction.changes):
                transaction.tell_registers_apart()
            step = self._journalled(writer, who, undoable.label, transaction, undoes=undoable.number)
        return Outcome(theirs, step)

    def news(self, *, waiting: bool = True) -> list[Step]:
        """The steps that others took since this store was last read; FileReplaced if the file was replaced.

        DamagedStore if they wrote what Riskdesk never writes. Without `waiting`, empty while another program is
        writing.
        """
        with self._connection.turn:
            if self._closed or not (waiting or is_free(self._connection)) or not self._was_written():
                return []
            with self._ours() as (steps, version):
                mark = journal.mark(self._connection)
            self._follow(mark, version, whole=False)
            return steps

    def changed_at(self) -> datetime.datetime:
        """The time of the last step; FileReplaced if the file has another content now."""
        with self._there(saving=False), reading(self._connection) as connection:
            return journal.last_at(connection)

    def steps(self) -> list[Step]:
        """All steps of the journal, in order, for making copies; the store is checked before.

        DamagedStore if something is wrong with it.
        """
        with problems(self.path), reading(self._connection) as connection:
            self.trust.require_whole_here()
            return list(journal.steps(connection))

    def state(self) -> State:
        """All records of the store."""
        with self.reading() as reader:
            return {(kind, record["id"]): record for kind, record in reader.records()}

    @property
    def mark(self) -> journal.Mark:
        """The identity of the store, which never changes, and how far its journal was read."""
        return self._mark

    def still_here(self) -> bool:
        """Whether the file that was opened can still be read, even under another name or after it was deleted."""
        with suppress(FileProblem), self._ours():
            return True
        return False

    @staticmethod
    def prepare() -> None:
        """Import SQLAlchemy, which is slow and needed only to write, before the first write. Any thread may do this."""
        import riskdesk.store.writing  # noqa: F401 - it is there then

    @contextmanager
    def _writing(self, checkpoint: Checkpoint) -> Iterator[tuple["Writer", list[Step]]]:
        """A transaction that writes, and the steps of others before it; `checkpoint` may cancel it until the commit."""
        from riskdesk.store.writing import Writer

        with self._connection.turn, self.trust.turn(checkpoint):
            alone = not self._was_written()
            if not alone:
                with self._ours() as (_, self._version):
                    pass
                self.trust.lose()
            self.trust.require_checked()
            known_version = self._version if alone else None
            undoing = others.noting_rollback(self.path, self._connection, known_version, self._rolled_back)
            with undoing, problems(self.path, saving=True), writing(self._connection) as connection:
                steps, version = self._read_others()
                whole = version == self._version
                yield Writer(connection), steps
                room.require_room(self._connection)
                checkpoint()
                mark = journal.mark(self._connection)
            ours = mark.number > self._mark.number + len(steps)
            self._follow(mark, version, whole=whole)
            if ours:
                self.trust.wrote(self._footprint)

    def _rolled_back(self, left: Footprint) -> None:
        self._footprint = left
        self.trust.rolled_back(left)

    def _follow(self, mark: journal.Mark, version: int, *, whole: bool) -> None:
        """Note how far the file was read; with `whole` false, only the new steps in it were checked."""
        self._mark, self._version, self._footprint = mark, version, footprint(self.path)
        if not whole:
            self.trust.lose()

    def _was_written(self) -> bool:
        """Whether another program has written to the file; FileReplaced if it was replaced."""
        current = footprint(self.path)
        if current.file != self._footprint.file:
            raise FileReplaced(self.path, is_gone=False)
        if current == self._footprint:
            # The footprint already includes writes of others right after our own commit.
            with self._there():
                return others.version(self._connection) != self._version
        self.trust.forget()
        # Thus writes without SQLite, as by a program that copies files, count as those of another program, too.
        self._version = _NEVER_READ
        with self._there():
            self._connection.end_log()
        # SQLite would use its cache for a file with the same change counter, such as a copy that replaced the content.
        self._connection.execute("PRAGMA shrink_memory")
        return True

    @contextmanager
    def _ours(self) -> Iterator[tuple[list[Step], int]]:
        """The steps of others in a file that was written to, and its version; FileReplaced if it was replaced."""
        with self._there(), reading(self._connection):
            yield self._read_others()

    @contextmanager
    def _there(self, *, saving: bool = True) -> Iterator[None]:
        looking = others.looking_at(self.path, self._connection, self._mark.store)
        with problems(self.path, saving=saving), looking:
            yield

    def _read_others(self) -> tuple[list[Step], int]:
        """The steps of others, checked as on opening, and the version of the file after them."""
        version = others.version(self._connection)
        if version == self._version:
            steps = journal.after(self._connection, self._mark)
        else:
            steps = others.steps(self.path, self._connection, self._mark)
        if steps is None:
            raise FileReplaced(self.path, is_gone=False)
        return steps, version

    def _journalled(
        self, writer: "Writer", who: str, label: str, transaction: Transaction, *, undoes: int | None = None
    ) -> Step:
        transaction.flush()
        mark = journal.mark(self._connection)
        step, row = journal.next_step(mark, who, label, transaction.changes, undoes=undoes)
        registers = () if undoes is None else Past(self._connection).touched(undoes)
        touched = transaction.touched | inherited(registers, transaction.touched)
        writer.add_step(row)
        writer.add_touches(step.number, touched)
        return replace(step, registers=frozenset(one for one, _ in touched))
