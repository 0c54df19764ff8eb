"""Opening a store: its lock, its health, and questions to the user about them."""

import logging
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from riskdesk.desk.health import DamagedStore, Health, LostStore, RefusedStore, has_several_names
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileProblem, Problem
from riskdesk.domain.progress import Cancelled, Checkpoint
from riskdesk.files import is_there, may_write
from riskdesk.kit.alerts import alert, ask, choose
from riskdesk.kit.apart import apart
from riskdesk.kit.lock import FileLock, Holder
from riskdesk.kit.qt import keep_open
from riskdesk.kit.settings import Settings
from riskdesk.system import is_temporary, let_come_to_front
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.returning import LastPlaces

if TYPE_CHECKING:
    from riskdesk.ui.files.missing import MissingFile

_log = logging.getLogger(__name__)


class OpenedStore(NamedTuple):
    """A session on an opened store; `why_read_only` says why it is read-only, and is empty if it is not.

    `is_held_elsewhere` is true if another program has it open. `register` is the register to show first; None if there
    is none.
    """

    session: Session
    register: str | None
    why_read_only: str = ""
    is_held_elsewhere: bool = False


class Opening(QObject):
    """The opening of a store, with questions to the user, with or without a window.

    It ends with one signal: `opened` carries an OpenedStore, `shown_elsewhere` says that the program that has the store
    open was brought to the front, `given_up` that opening failed or was cancelled.
    """

    opened = Signal(object)
    shown_elsewhere = Signal()
    given_up = Signal()

    def __init__(self, home: Home, settings: Settings, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._home, self._settings, self._window = home, settings, window

    def open(self, path: Path) -> None:
        """Open the store at `path`, for writing unless another program has it open."""
        lock = FileLock(path)
        try:
            holder = lock.take() if path.is_file() else None
        except OSError:
            self._read_unlocked(path)
            return
        if holder is None:
            self._write(path, lock)
        elif holder.here and self._show_other(path, holder):
            self.shown_elsewhere.emit()
        else:
            self._ask(path, lock, holder)

    def open_after_loss(self, path: Path) -> None:
        """Open the store at `path`, whose lock was lost: to read if another program has taken it, else for writing."""
        why_read_only = self.tr(
            "Read-only: this file was taken over on {host}. Text that was not saved yet is kept, and offered when the"
            " file can be edited here again."
        )
        self._read_held_elsewhere(path, FileLock(path), why_read_only)

    def open_own(self) -> None:
        """Open the user's own store; if it is gone, offer its newest backup, and if it never was, create it."""
        if is_there(self._home.store) or not self._missing(self._home.store, self.open_own).ask_anew(self._begin_own):
            self._begin_own()

    def _begin_own(self) -> None:
        self._attempt(lambda: self.open(self._home.own(self._tell)))

    def create(self, path: Path) -> None:
        """Create a store at `path` and open it."""
        self._attempt(lambda: self._create(path))

    def _create(self, path: Path) -> None:
        session = Session.create(path, self._home.who)
        session.close()
        for problem in session.warnings:
            self._tell(problem)
        self.open(path)

    def _tell(self, problem: Problem) -> QDialog:
        return alert(self._window, sentence(problem))

    def _write(self, path: Path, lock: FileLock) -> None:
        def work() -> None:
            why_read_only = self._why_never_written(path)
            if why_read_only:
                lock.release()
                self._read(path, why_read_only)
                return
            try:
                session = self._open_session(path, backups=self._home.backups, release=lock.release)
            except BaseException:
                lock.release()
                raise
            self.opened.emit(OpenedStore(session, self._shown_first(session)))

        self._attempt(work)

    def _read_unlocked(self, path: Path) -> None:
        self._read(
            path,
            self.tr(
                "Read-only: Riskdesk cannot create files in this folder. Check the folder and the length of the file's"
                " name, or save it with “Send a copy…” in the File menu, and work in the copy."
            ),
        )

    def _why_never_written(self, path: Path) -> str:
        """Why a file that is open nowhere can only be read; empty if it can be written to."""
        if has_several_names(path):
            return self.tr("Read-only: this file has other names, too (hard links). Copy it, and work in the copy.")
        if not may_write(path) or is_temporary(path):
            return self.tr(
                "Read-only: this file may not be written to, or is a temporary one, as is usual with attachments of"
                " mails. Save it with “Send a copy…” in the File menu, and work in the copy."
            )
        return ""

    def _read_held_elsewhere(self, path: Path, lock: FileLock, why_read_only: str) -> None:
        """Open a store to read that another program holds (`why_read_only` names the {host}), else for writing."""
        try:
            holder = lock.take()
        except OSError:
            self._read_unlocked(path)
            return
        if holder is None:
            self._write(path, lock)
        else:
            self._read(path, why_read_only.format(host=self._where(holder)), is_held_elsewhere=True)

    def _read(self, path: Path, why_read_only: str, *, is_held_elsewhere: bool = False) -> None:
        def work() -> None:
            session = self._open_session(path, read_only=True)
            self.opened.emit(OpenedStore(session, self._shown_first(session), why_read_only, is_held_elsewhere))

        self._attempt(work)

    def _open_session(self, path: Path, **how: Any) -> Session:
        """Open a session and read the register to show first; an older file is converted to the present format."""

        def work(checkpoint: Checkpoint) -> Session:
            session = Session.open(path, self._home.who, whole=False, checkpoint=checkpoint, **how)
            LastPlaces(self._settings).read(session, checkpoint)
            return session

        return apart(work, self.tr("Opening {file}…").format(file=path.name))

    def _shown_first(self, session: Session) -> str | None:
        return LastPlaces(self._settings).last(session.registers())

    def _attempt(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Cancelled:
            self.given_up.emit()
        except DamagedStore as damage:
            self._show_damage(damage.health)
        except RefusedStore as refused:
            self._refuse(refused)
        except LostStore as lost:
            self._ask_about_missing(lost)
        except Problem as problem:
            self._tell(problem).finished.connect(self.given_up)

    def _refuse(self, refused: RefusedStore) -> None:
        """Offer ways to rescue the data if the file has any of a store, or backups; else only report the refusal."""
        from riskdesk.desk.salvage import can_be_rescued

        rescuable = partial(can_be_rescued, refused.path, self._home.backups)
        try:
            is_left = apart(rescuable, self.tr("Opening {file}…").format(file=refused.path.name))
        except Cancelled:
            self.given_up.emit()
            return
        if is_left:
            self._show_damage(refused.health)
        else:
            self._tell(refused).finished.connect(self.given_up)

    def _ask_about_missing(self, lost: LostStore) -> None:
        """Offer the newest backup of a file that is not there; without one, only report that."""
        if not self._missing(lost.path, self.open).ask():
            self._tell(lost).finished.connect(self.given_up)

    def _missing(self, path: Path, then: Callable[..., object]) -> "MissingFile":
        from riskdesk.ui.files.missing import MissingFile

        missing = MissingFile(path, self._settings, self._home, self._window)
        missing.restored.connect(then)
        missing.given_up.connect(self.given_up)
        return missing

    def _show_other(self, path: Path, holder: Holder) -> bool:
        # Imported late: QtNetwork is needed only if another program may answer.
        from riskdesk.kit.instance import show_other

        let_come_to_front(holder.pid)
        return show_other(path)

    def _ask(self, path: Path, lock: FileLock, holder: Holder) -> None:
        from riskdesk.kit.dates import moment

        where = self._where(holder)
        question = self.tr("{file} is open on {host} since {time} (process {pid}).").format(
            file=path, host=where, time=moment(holder.since), pid=holder.pid or "?"
        )
        is_open = self.tr("Read-only: this file is open on {host}.")
        answers: dict[str, Callable[[], object]] = {
            self.tr("Open to read"): lambda: self._read_held_elsewhere(path, lock, is_open),
            self.tr("Open a copy…"): lambda: self._ask_copy(path, lock, holder),
            self.tr("Take over…"): lambda: self._ask_to_seize(path, lock, holder, where),
        }
        choose(self._window, question, answers, self.tr("Cancel"), self.given_up.emit)

    def _where(self, holder: Holder) -> str:
        return self.tr("this computer") if holder.here else holder.host or self.tr("another computer")

    def _ask_to_seize(self, path: Path, lock: FileLock, holder: Holder, where: str) -> None:
        question = self.tr(
            "Edit {file} here instead of on {host}? Do this only if nobody is still using it there. Nothing is lost,"
            " but you may both be asked which version to keep."
        ).format(file=path.name, host=where)
        seize = partial(self._seize, path, lock, holder, where)
        back = partial(self._ask, path, lock, holder)
        ask(self._window, question, self.tr("Take over"), self.tr("Cancel"), seize, back)

    def _seize(self, path: Path, lock: FileLock, known_holder: Holder, where: str) -> None:
        try:
            holder = lock.seize()
        except FileProblem as problem:
            self._tell(problem).finished.connect(lambda: self._ask(path, lock, known_holder))
            return
        except OSError:
            self._read_unlocked(path)
            return
        if holder is None:
            _log.warning("%s was taken over from %s", path, where)
            self._write(path, lock)
        else:
            self._ask(path, lock, holder)

    def _ask_copy(self, path: Path, lock: FileLock, holder: Holder) -> None:
        from riskdesk.ui.dialogs.asking import ask_new_store

        copy = partial(self._copy, path)
        back = partial(self._ask, path, lock, holder)
        ask_new_store(self._window, self.tr("Open a copy"), path, copy, back)

    def _copy(self, path: Path, new: Path) -> None:
        from riskdesk.desk.copies import Copy

        def send(checkpoint: Checkpoint) -> list[FileProblem]:
            with closing(Session.open(path, self._home.who, read_only=True, checkpoint=checkpoint)) as session:
                return session.send(Copy(), new)

        def work() -> None:
            for problem in apart(send, self.tr("Saving…")):
                self._tell(problem)
            self.open(new)

        self._attempt(work)

    def _show_damage(self, store_health: Health) -> None:
        from riskdesk.desk.backups import Backups
        from riskdesk.ui.files.damage import DamageDialog

        backups = Backups.of(self._home.backups, store_health.path)
        dialog = DamageDialog(store_health, self._home, backups, self._window)
        dialog.mended.connect(self.open)
        dialog.rejected.connect(self.given_up)
        keep_open(dialog)
        dialog.open()
