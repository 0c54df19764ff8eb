"""A session: an open store and what is done to it, one action a transaction."""

import datetime
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from riskdesk.desk.action import Action
from riskdesk.desk.register_cache import News, RegisterCache
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, Problem
from riskdesk.domain.progress import Checkpoint, Result, Runner, never_cancelled
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
    """An open store with everything that the window and the command line do to it; `who` is written to the journal.

    With a folder for backups, the store is backed up there before sweeping actions and when it is closed;
    `backup_problem` says why the last backup failed (None: it did not). `release` is called after the file is closed.
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
        self._registers = RegisterCache(store)

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
        """Open a session on the store at `path`; FileProblem if the file is no store.

        With `whole` false, a large store is opened without a full check, and the caller has to call `require_sound`
        (`is_sound` tells whether that was done). A store of an older format is migrated; it stays as it was if
        `checkpoint` raises.
        """

        def back_up(store: str, checkpoint: Checkpoint) -> None:
            from riskdesk.desk.backups import back_up_older

            if backups is not None:
                back_up_older(backups, path, store, checkpoint)

        store = Store.open(path, read_only=read_only, before_migration=back_up, whole=whole, checkpoint=checkpoint)
        return cls(store, who, backups=None if read_only else backups, release=release)

    @classmethod
    def create(cls, path: Path, who: str, *, backups: Path | None = None) -> "Session":
        """Create a store at `path` and open a session on it; FileProblem if there is a file already."""
        store = Store.create(path)
        clear_parts(path.parent)
        return cls(store, who, backups=backups)

    def close(self) -> None:
        """Close the file, and back it up if it has changed."""
        self.let_go()
        try:
            self.back_up()
        finally:
            self._memory.note()

    def let_go(self) -> None:
        """Close the file, so that others can open it; `close` still has to be called for the rest."""
        self._store.close()
        self.release()

    @cached_property
    def backups(self) -> "Backups | None":
        """The backups of this store; None if it has no folder for them."""
        # Imported here, as it is not needed to show the register.
        from riskdesk.desk.backups import Backups

        return None if self._folder is None else Backups.of(self._folder, self.path, self.id)

    def forgo_backups(self) -> None:
        """Make no more backups, not even on closing, as the file is known to be damaged, or to be another one."""
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
        """Load what the first action needs, to make it faster; any thread may do this."""
        self._store.prepare()

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def id(self) -> str:
        """The identity of the store, which never changes."""
        return self._store.mark.store

    @property
    def history(self) -> "History":
        """A reader of the journal."""
        return self._store.history

    @property
    def warnings(self) -> Sequence[Problem]:
        """The warnings for the user from the creation of the store, a sentence each."""
        return self._store.warnings

    @property
    def is_sound(self) -> bool:
        """Whether the store was checked, as `require_sound` does; false again once others write to it."""
        return self._store.trust.is_sound

    def require_sound(self, checkpoint: Checkpoint = never_cancelled) -> None:
        """Check the store if that was not done yet; DamagedStore if something is wrong with it.

        Checks of earlier openings count. Any thread may call this; `checkpoint` may cancel it.
        """
        self._memory.require_sound(checkpoint)

    def examine(self, checkpoint: Checkpoint = never_cancelled) -> Health:
        """Check all of the store, even what was checked before; threads and `checkpoint` as for `require_sound`."""
        return self._memory.examine(checkpoint)

    def once_sound(self, work: Callable[[Checkpoint], Result], checkpoint: Checkpoint = never_cancelled) -> Result:
        """The result of `work`, called only after the store was checked; DamagedStore as for `require_sound`."""
        # Only `work` reports its progress, not the check.
        self.require_sound(lambda _share=None, /: checkpoint())
        return work(checkpoint)

    def read_changes_of_others(self, run_work: Runner | None = None, *, waiting: bool = True) -> None:
        """Read what others wrote, `waiting` for a writer, with `run_work` as `run`; FileReplaced for another file."""
        _result(lambda _: self._registers.write(lambda: Outcome(self._store.news(waiting=waiting), None)), run_work)
        self._registers.follow()

    def news(self) -> list[News]:
        """The new steps since the last call: those of others, and our own after which others followed at once."""
        return self._registers.news()

    def contents(self, backup: "Backup", checkpoint: Checkpoint = never_cancelled) -> "Contents":
        """The content of a backup compared with the store; FileProblem if it is damaged. `checkpoint` may cancel it."""
        from riskdesk.desk.backups import Backups

        return Backups(backup.path.parent, self.id).contents(backup, self._store.state(), checkpoint)

    def send(self, copy: "Copy", new: Path) -> list[FileProblem]:
        """Make a new store from a part of this one; return a sentence for each file left there before."""
        from riskdesk.desk import copies

        return copies.send(self._store.steps(), self.who, copy, new)

    def merge(self, other: Path, checkpoint: Checkpoint = never_cancelled) -> "Merge":
        """Compare this store with a copy of it; InputProblem if the file is no copy. `checkpoint` may cancel it."""
        from riskdesk.desk import merging

        return merging.compare(self._store, other, checkpoint)

    def differences(self) -> Differences:
        """The differences from the present file at this store's path to the content of this session."""
        mine = self._registers.state()
        with closing(Session.open(self.path, self.who, read_only=True)) as there:
            theirs = there._store.state()
        return described({key: theirs[key] for key in theirs.keys() & mine.keys()}, mine, theirs)

    def rescue(self, new: Path, backups: "Backups | None" = None) -> "Rescued":
        """Save the content of this session as a new store, whatever has happened to its file.

        Registers that are neither in memory nor in the file come from the newest of `backups` (by default its own).
        """
        from riskdesk.desk import copies, rescue

        if self._store.still_here():
            with suppress(DamagedStore):
                return rescue.Rescued(warnings=tuple(self.send(copies.Copy(), new)))
        listed = self._registers.titles_read
        registers = None if listed is None else {("register", title.id): title._asdict() for title in listed}
        return rescue.save(new, self.who, self._registers.state(), registers, backups or self.backups)

    def changed_at(self) -> datetime.datetime:
        """When the store was last changed. PDF files have this date, so that equal registers give equal files."""
        return self._store.changed_at()

    def registers(self) -> list[RegisterTitle]:
        """The registers of the store, in order."""
        return self._registers.registers()

    def tree(self, register: str, *, keep: bool = True) -> RegisterTree:
        """A register with its content; NotFound if it does not exist. With `keep`, it is read from the file once."""
        return self._registers.tree(register, keep=keep)

    def has_read(self, register: str) -> bool:
        """Whether a register was read and is kept in memory."""
        return self._registers.holds(register)

    def run(self, action: Action, run_work: Runner | None = None) -> Step | None:
        """Do an action; when this returns, it is on disk. None if it changed nothing.

        `run_work` writes in another thread, and reads there what will be needed next; without it, this thread writes.
        The action is not done if `run_work` raises.
        """
        if action.sweeping:
            _result(partial(self.back_up, quick=True), run_work)
        try:
            return self._write(run_work, partial(self._store.run, self.who, action.label, action.work))
        except Conflict:
            self.read_changes_of_others(run_work)
            raise

    def rehearse(self, action: Action) -> None:
        """Try an action on a copy in memory: raises what `run` would raise, and writes nothing."""
        with closing(self._store.copy()) as copy:
            copy.run(self.who, action.label, action.work)

    def undoable(self, register: str | None) -> Undoable | None:
        """The last step in a register (None: in any) that was not undone; None if there is none."""
        return self._store.undoable(register, UndoDirection.UNDO)

    def redoable(self, register: str | None) -> Undoable | None:
        """The last undo in a register (None: in any); None if another action was done there since."""
        return self._store.undoable(register, UndoDirection.REDO)

    def undo(self, register: str | None, expected: int | None = None, run_work: Runner | None = None) -> Step:
        """Undo the step that `undoable` gives; NotFound if there is none.

        Problem, and nothing is changed, if that is not the `expected` step, if another program has meanwhile taken a
        step in a register that it changed, or if a newer step in one of these registers has to be undone first.
        """
        return self._take_back(register, UndoDirection.UNDO, expected, run_work)

    def redo(self, register: str | None, expected: int | None = None, run_work: Runner | None = None) -> Step:
        """Redo what the step that `redoable` gives undid; NotFound and Problem as for `undo`."""
        return self._take_back(register, UndoDirection.REDO, expected, run_work)

    def _take_back(
        self, register: str | None, direction: UndoDirection, expected: int | None, run_work: Runner | None
    ) -> Step:
        try:
            step = self._write(run_work, partial(self._store.take_back, self.who, register, direction, expected))
        except Problem:
            self.read_changes_of_others(run_work)
            raise
        assert step is not None, "what is taken back is a step"
        return step

    def _write(self, run_work: Runner | None, write: Callable[[Checkpoint], Outcome]) -> Step | None:
        ahead = run_work is not None
        outcome = _result(lambda checkpoint: self._registers.write(partial(write, checkpoint), ahead=ahead), run_work)
        self._registers.follow(outcome)
        return outcome.step


def _result(work: Callable[[Checkpoint], Result], run_work: Runner | None) -> Result:
    return work(never_cancelled) if run_work is None else run_work(work)


_NOT_BACKED_UP = QT_TRANSLATE_NOOP("Problem", "No backup of {file} was made. {reason}")
