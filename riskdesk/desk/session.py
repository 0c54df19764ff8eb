"""A session: an open store and what is done to it, one action a transaction."""

import datetime
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from riskdesk.desk.action import Action
from riskdesk.desk.shelves import News, Shelves
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, Problem
from riskdesk.domain.progress import Checkpoint, Made, Runner, never_cancelled
from riskdesk.domain.replay import Differences, described
from riskdesk.domain.step import Step, Undoable, UndoDirection
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import RegisterTitle
from riskdesk.part_files import clear_parts
from riskdesk.store.damage import DamagedStore, Health
from riskdesk.store.store import Outcome, Store

if TYPE_CHECKING:
    from riskdesk.desk.backups import Backup, Backups, Contents
    from riskdesk.desk.copies import Copy
    from riskdesk.desk.memory import Memory
    from riskdesk.desk.merging import Merge
    from riskdesk.desk.rescue import Rescued
    from riskdesk.store.history import History


class Session:
    """An open store and all that the window and the command line do with it; `who` goes into the journal.

    With a folder for backups, the store is backed up there before sweeping actions and when it is closed;
    `backup_problem` says why the last backup failed (None: it did not). `release` is called once the file is closed.
    """

    def __init__(
        self,
        store: Store,
        who: str,
        *,
        backups: Path | None = None,
        release: Callable[[], object] = lambda: None,
    ) -> None:
        self._store = store
        self.who, self.release = who, release
        self.backup_problem: Problem | None = None
        self._folder, self._forgoes_backups = backups, False
        self._shelves = Shelves(store)

    @classmethod
    def open(
        cls,
        path: Path,
        who: str,
        *,
        read_only: bool = False,
        backups: Path | None = None,
        release: Callable[[], object] = lambda: None,
        whole: bool = True,
        checkpoint: Checkpoint = never_cancelled,
    ) -> "Session":
        """A session on the store at `path`; FileProblem if the file is no store.

        With `whole` false, a large store is opened without being looked through, and the caller has to call
        `require_sound` (`is_sound` tells whether that was done). A store of an older format is brought to today's; it
        stays as it was if `checkpoint` raises.
        """

        def back_up(store: str, checkpoint: Checkpoint) -> None:
            from riskdesk.desk.backups import back_up_older

            if backups is not None:
                back_up_older(backups, path, store, checkpoint)

        store = Store.open(path, read_only=read_only, before_migration=back_up, whole=whole, checkpoint=checkpoint)
        return cls(store, who, backups=None if read_only else backups, release=release)

    @classmethod
    def create(cls, path: Path, who: str, *, backups: Path | None = None) -> "Session":
        """A session on a new store at `path`; FileProblem if there is a file already."""
        store = Store.create(path)
        clear_parts(path.parent)
        return cls(store, who, backups=backups)

    def close(self) -> None:
        """Let go of the file, and back it up where it has changed."""
        self.let_go()
        try:
            self.back_up()
        finally:
            self._memory.note()

    def let_go(self) -> None:
        """Let others open the file; what is left to do is to `close` this."""
        self._store.close()
        self.release()

    @cached_property
    def backups(self) -> "Backups | None":
        """The backups of this store; None if it has no folder for them."""
        # What is wanted only once the register is seen is imported then.
        from riskdesk.desk.backups import Backups

        return None if self._folder is None else Backups.of(self._folder, self.path, self.id)

    def forgo_backups(self) -> None:
        """Make no more backups, not even on closing: the file is known to be damaged, or to be another one."""
        self._forgoes_backups = True

    @cached_property
    def _memory(self) -> "Memory":
        from riskdesk.desk.memory import Memory

        return Memory(self._folder, self._store)

    def back_up(self, checkpoint: Checkpoint = never_cancelled, *, quick: bool = False) -> None:
        """Back the store up if it has changed; `backup_problem` says why that failed. `checkpoint` may cancel it."""
        if not self._forgoes_backups and self.backups is not None:
            try:
                self.backups.make(self.path, datetime.datetime.now().astimezone(), checkpoint, quick=quick)
                self.backup_problem = None
            except Problem as problem:
                self.backup_problem = Problem(_NOT_BACKED_UP, file=self.path, reason=problem.alone())
        checkpoint()

    def prepare(self) -> None:
        """Load what the first action needs, so that it does not wait for it; any thread may."""
        self._store.prepare()

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def id(self) -> str:
        """The identity of the store for life."""
        return self._store.mark.store

    @property
    def history(self) -> "History":
        """The journal, read a little at a time."""
        return self._store.history

    @property
    def warnings(self) -> Sequence[Problem]:
        """A sentence for each thing that the user should know of how the store was made."""
        return self._store.warnings

    @property
    def is_sound(self) -> bool:
        """Whether the store was looked through, as `require_sound` does; false again once others write to it."""
        return self._store.trust.is_sound

    def require_sound(self, checkpoint: Checkpoint = never_cancelled) -> None:
        """Look the store through if that was not done yet; DamagedStore if something is wrong with it.

        What an earlier opening looked through counts as done. Any thread may call this; `checkpoint` may cancel it.
        """
        self._memory.require_sound(checkpoint)

    def examine(self, checkpoint: Checkpoint = never_cancelled) -> Health:
        """Look all of the store through, even what was looked through before; `checkpoint` as for `require_sound`."""
        return self._memory.examine(checkpoint)

    def once_sound(self, work: Callable[[Checkpoint], Made], checkpoint: Checkpoint = never_cancelled) -> Made:
        """The result of `work`, begun only once the store was looked through; DamagedStore as `require_sound`."""
        # What is told is how far the work is, not how far that look is.
        self.require_sound(lambda _share=None, /: checkpoint())
        return work(checkpoint)

    def read_changes_of_others(self, *, waiting: bool = True) -> None:
        """Take up what others have written, `waiting` for who is writing; FileReplaced if another file lies there."""
        self._shelves.write(lambda: Outcome(self._store.news(waiting=waiting), None))
        self._shelves.follow()

    def news(self) -> list[News]:
        """The steps taken up since this was last asked: those of others, and ours that another one has overtaken."""
        return self._shelves.news()

    def contents(self, backup: "Backup", checkpoint: Checkpoint = never_cancelled) -> "Contents":
        """What a backup holds and how it differs from now; FileProblem if it is damaged. `checkpoint` may cancel it."""
        from riskdesk.desk.backups import Backups

        return Backups(backup.path.parent, self.id).contents(backup, self._store.state(), checkpoint)

    def send(self, copy: "Copy", new: Path) -> list[FileProblem]:
        """Make a new store with what is chosen of this one, and return what the user should know of what was there."""
        from riskdesk.desk import copies

        return copies.send(self._store.steps(), self.who, copy, new)

    def merge(self, other: Path, checkpoint: Checkpoint = never_cancelled) -> "Merge":
        """This store and a copy of it side by side; InputProblem if the file is no copy. `checkpoint` may cancel it."""
        from riskdesk.desk import merging

        return merging.compare(self._store, other, checkpoint)

    def differences(self) -> Differences:
        """The differences from what is now in the file at this store's path to what this session has."""
        mine = self._shelves.state()
        with closing(Session.open(self.path, self.who, read_only=True)) as there:
            theirs = there._store.state()
        return described({key: theirs[key] for key in theirs.keys() & mine.keys()}, mine, theirs)

    def rescue(self, new: Path, backups: "Backups | None" = None) -> "Rescued":
        """Save what this session has as a new store, whatever became of its file.

        What is neither in memory nor in the file any more comes from the newest of `backups` (by default its own).
        """
        from riskdesk.desk import copies, rescue

        if self._store.still_here():
            with suppress(DamagedStore):
                return rescue.Rescued(warnings=tuple(self.send(copies.Copy(), new)))
        listed = self._shelves.titles_read
        registers = None if listed is None else {("register", title.id): title._asdict() for title in listed}
        return rescue.save(new, self.who, self._shelves.state(), registers, backups or self.backups)

    def changed_at(self) -> datetime.datetime:
        """When the store was last changed. A PDF carries this date, so that equal registers give equal files."""
        return self._store.changed_at()

    def registers(self) -> list[RegisterTitle]:
        """The registers of the store, in order."""
        return self._shelves.registers()

    def tree(self, register: str, *, keep: bool = True) -> RegisterTree:
        """A register with all that is in it; NotFound if it is gone. With `keep`, it is read from the file once."""
        return self._shelves.tree(register, keep=keep)

    def has_read(self, register: str) -> bool:
        """Whether a register was read, and is kept."""
        return self._shelves.holds(register)

    def run(self, action: Action, run_work: Runner | None = None) -> Step | None:
        """Do an action: when this returns, it is on disk; None if it changed nothing.

        `run_work` writes in another thread, where what will be asked for next is read as well; without it, this thread
        writes. The action is not done if `run_work` raises.
        """
        if action.sweeping:
            _result(partial(self.back_up, quick=True), run_work)
        try:
            return self._write(run_work, partial(self._store.run, self.who, action.label, action.work))
        except Conflict:
            self.read_changes_of_others()
            raise

    def rehearse(self, action: Action) -> None:
        """Try an action on a copy in memory: raises what `run` would raise, and writes nothing."""
        with closing(self._store.copy()) as copy:
            copy.run(self.who, action.label, action.work)

    def undoable(self, register: str | None) -> Undoable | None:
        """The last step that touched a register (None: any) and stands; None if there is none."""
        return self._store.undoable(register, UndoDirection.UNDO)

    def redoable(self, register: str | None) -> Undoable | None:
        """The last step that undid something in a register (None: any); None once another action was done there."""
        return self._store.undoable(register, UndoDirection.REDO)

    def undo(self, register: str | None, expected: int | None = None, run_work: Runner | None = None) -> Step:
        """Take back the step that `undoable` gives; NotFound if there is none.

        Problem, and nothing is changed, if that is not the `expected` step, if another program has meanwhile taken a
        step in a register that it touched, or if a newer step in one of these registers has to be taken back first.
        """
        return self._take_back(register, UndoDirection.UNDO, expected, run_work)

    def redo(self, register: str | None, expected: int | None = None, run_work: Runner | None = None) -> Step:
        """Make again what the step that `redoable` gives undid; NotFound and Problem as for `undo`."""
        return self._take_back(register, UndoDirection.REDO, expected, run_work)

    def _take_back(
        self, register: str | None, direction: UndoDirection, expected: int | None, run_work: Runner | None
    ) -> Step:
        try:
            step = self._write(run_work, partial(self._store.take_back, self.who, register, direction, expected))
        except Problem:
            self.read_changes_of_others()
            raise
        assert step is not None, "what is taken back is a step"
        return step

    def _write(self, run_work: Runner | None, write: Callable[[Checkpoint], Outcome]) -> Step | None:
        ahead = run_work is not None
        outcome = _result(lambda checkpoint: self._shelves.write(partial(write, checkpoint), ahead=ahead), run_work)
        self._shelves.follow(outcome)
        return outcome.step


def _result(work: Callable[[Checkpoint], Made], run_work: Runner | None) -> Made:
    return work(never_cancelled) if run_work is None else run_work(work)


_NOT_BACKED_UP = QT_TRANSLATE_NOOP("Problem", "No backup of {file} was made. {reason}")
