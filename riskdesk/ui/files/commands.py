"""The commands on register files: new, open, check, backups, merge and send."""

from collections.abc import Collection
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QMessageBox

from riskdesk.desk import health, registers
from riskdesk.desk.backups import Backups
from riskdesk.desk.copies import Copy
from riskdesk.desk.merging import Merge
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.merge import MergePlace
from riskdesk.domain.problems import FileReplaced, Problem
from riskdesk.domain.progress import Cancelled, Checkpoint, share_of
from riskdesk.files import is_same
from riskdesk.kit.alerts import alert
from riskdesk.kit.apart import apart
from riskdesk.kit.lock import FileLock
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.language import sentence, ui_language
from riskdesk.ui.bench.leave_questions import LeaveQuestions
from riskdesk.ui.bench.names import STORE, is_named_as_store
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.saved import saved_as
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.asking import ask_open, ask_save, kinds_of_stores, name_of_copy
from riskdesk.ui.dialogs.renumbered import tell_renumbered
from riskdesk.ui.files.backups import BackupsDialog
from riskdesk.ui.files.damage import DamageDialog
from riskdesk.ui.files.drafting import Drafting
from riskdesk.ui.files.merge import MergeDialog
from riskdesk.ui.files.opening import OpenedStore, Opening
from riskdesk.ui.files.replaced import ReplacedDialog
from riskdesk.ui.files.send_copy import SendCopyDialog

# The share of the progress for comparing a copy, before the changes to merge are computed.
_COMPARED = 0.8


class FileCommands(QObject):
    """The commands of a window on its open file and on other files.

    `other_chosen` carries the path of a file that is no register file and may contain a register.
    """

    other_chosen = Signal(Path)

    def __init__(
        self,
        window: QMainWindow,
        workbench: Workbench,
        settings: Settings,
        home: Home,
        leave_questions: LeaveQuestions,
        drafting: Drafting,
    ) -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench
        self._settings, self._home = settings, home
        self._leave_questions, self._drafting = leave_questions, drafting
        self._forsaken: Session | None = None
        self._is_damage_shown = self._is_replaced_shown = False
        self._opening = Opening(home, settings, window)
        self._opening.opened.connect(self._change)
        self._place: tuple[str | None, tuple[str, ...]] = None, ()
        self._opening_again = Opening(home, settings, window)
        self._opening_again.opened.connect(self._change)
        self._opening_again.opened.connect(self._go_back)
        self._opening_example = Opening(home, settings, window)
        self._opening_example.opened.connect(self._change)
        self._opening_example.opened.connect(self._add_example)

    def open_path(self, path: Path) -> None:
        """Open the file at `path`, once typed text is stored or the user agrees to leave it."""
        if not is_named_as_store(path):
            self.other_chosen.emit(path)
        elif self._workbench.is_held_elsewhere or not is_same(path, self._workbench.session.path):
            self._leave_questions.leave(lambda: self._opening.open(path))

    def open_to_edit(self) -> None:
        """Open the read-only file again to edit it, at the same place; or ask about a file that is gone or replaced."""
        if self._workbench.replaced is not None:
            self.show_replaced(self._workbench.replaced)
            return
        self._place = self._workbench.register_id, self._workbench.selection
        self._opening_again.open(self._workbench.session.path)

    def lock_again(self) -> None:
        """Lock the file again, whose lock is lost; if another program has taken it over, open it at the same place.

        It is then only read, and text being typed is kept as a draft. If the file was replaced meanwhile, what can be
        done is shown instead.
        """
        session = self._workbench.session
        if self._workbench.read_changes_of_others(waiting=False) is not None:
            return
        session.release()
        lock = FileLock(session.path)
        with suppress(OSError):
            if lock.take() is None:
                session.release = lock.release
                return
        self._place = self._workbench.register_id, self._workbench.selection
        self._drafting.carry()
        self._opening_again.open_after_loss(session.path)

    def _go_back(self) -> None:
        register, selection = self._place
        if self._workbench.open_register(register):
            self._workbench.select(selection)

    def show_damage(self, store_health: health.Health) -> None:
        """Show the damage of the open file and what can be done, unless that dialog is shown already."""
        if self._is_damage_shown:
            return
        self._is_damage_shown = True
        dialog = DamageDialog(store_health, self._home, self._backups(), self._window)
        dialog.finished.connect(self._note_damage_read)
        dialog.mended.connect(self._reopen)
        dialog.open()

    def _note_damage_read(self) -> None:
        self._is_damage_shown = False

    def show_replaced(self, replaced: FileReplaced) -> None:
        """Show that the open file is gone or replaced and what can be done, unless that dialog is shown already."""
        if self._is_replaced_shown:
            return
        self._is_replaced_shown = True
        dialog = ReplacedDialog(replaced, self._workbench.session, self._backups(), self._window)
        # The user's answer makes further messages on this, such as that there is no backup, superfluous.
        for answered in (dialog.declined, dialog.chosen):
            answered.connect(lambda *_: self._workbench.note_replaced(replaced))
        dialog.chosen.connect(self._reopen)
        dialog.finished.connect(self._note_replaced_read)
        dialog.open()

    def _note_replaced_read(self) -> None:
        self._is_replaced_shown = False

    def make_new(self) -> None:
        """Ask for a path, create a file there and open it."""
        title, name = self.tr("New register file"), self.tr("Registers") + STORE
        ask_save(self._window, title, self._settings, kinds_of_stores(), self._create, suggested=name, replaces=False)

    def _create(self, path: Path) -> None:
        self._leave_questions.leave(lambda: self._opening.create(path))

    def open_other(self) -> None:
        """Ask for a file, and open it."""
        kinds = self.tr("Riskdesk, PDF and JSON files (*.riskdesk *.pdf *.json)")
        ask_open(self._window, self.tr("Open register file"), self._settings, kinds, self.open_path)

    def open_own_file(self) -> None:
        """Open the user's own store."""
        if not is_same(self._home.store, self._workbench.session.path):
            self._leave_questions.leave(self._opening.open_own)

    def show_example(self) -> None:
        """Open the example in the user's own store, so that no other store gets it."""
        if is_same(self._home.store, self._workbench.session.path):
            self._add_example()
        else:
            self._leave_questions.leave(self._opening_example.open_own)

    def _add_example(self) -> None:
        """Open the example in the open store, adding it if there is no register with its title."""
        example = template(EXAMPLE, ui_language())
        there = [register.id for register in self._workbench.registers() if register.title == example.register.title]
        if there:
            self._workbench.open_register(there[0])
        else:
            self._workbench.run(registers.add(example))

    def send_copy(self) -> None:
        """Ask for the contents and path of a copy of the file, and write it."""
        dialog = SendCopyDialog(self._workbench.registers(), self._workbench.register_id, self._window)
        dialog.accepted.connect(lambda: self._ask_copy(dialog.copy()))
        dialog.open()

    def _ask_copy(self, copy: Copy) -> None:
        titles = {register.id: register.title for register in self._workbench.registers()}
        path = self._workbench.session.path
        whole = self.tr("Registers") if is_same(path, self._home.store) else path.stem
        name = name_of_copy(self._settings, whole if copy.register is None else titles.get(copy.register, whole))
        title, send = self.tr("Send a copy"), partial(self._send, copy)
        ask_save(self._window, title, self._settings, kinds_of_stores(), send, suggested=name, replaces=False)

    def _send(self, copy: Copy, new: Path) -> None:
        try:
            problems = apart(lambda _: self._workbench.session.send(copy, new), self.tr("Saving…"), cancellable=False)
        except Problem as problem:
            self._workbench.report(problem)
        else:
            self._workbench.post(saved_as(new, self._window))
            for each in problems:
                alert(self._window, sentence(each))

    def merge_copy(self) -> None:
        """Ask for a copy of the file, show its changes and merge them."""
        ask_open(self._window, self.tr("Merge a copy"), self._settings, kinds_of_stores(), self._compare)

    def _compare(self, copy: Path) -> None:
        def work(checkpoint: Checkpoint) -> tuple[Merge, bool]:
            merge = self._workbench.session.merge(copy, share_of(checkpoint, 0, _COMPARED))
            return merge, bool(merge.clashes or merge.changes())

        try:
            merge, is_new = apart(work, self.tr("Comparing…"))
        except Cancelled:
            return
        except Problem as problem:
            self._workbench.report(problem)
            return
        if not is_new:
            self._inform(self.tr("{file} contains nothing new.").format(file=copy))
            return
        dialog = MergeDialog(merge, copy, self._window)
        dialog.accepted.connect(lambda: self._merge(merge, dialog.ticked_places()))
        dialog.open()

    def _merge(self, merge: Merge, places: Collection[MergePlace]) -> None:
        if self._workbench.run(merge.action(places)).step is not None:
            renumbered = apart(lambda _: merge.renumbered(places), self.tr("Comparing…"), cancellable=False)
            tell_renumbered(self._window, renumbered)

    def show_backups(self) -> None:
        """Show the backups of the open file, each of which can be restored."""
        dialog = BackupsDialog(self._workbench.session, self._backups(), self._window)
        dialog.finished.connect(self._workbench.banner_changed)
        dialog.restored.connect(self._open_restored)
        dialog.open()

    def _open_restored(self, path: Path) -> None:
        text = self.tr("Backup restored as {file}").format(file=path.name)
        self._workbench.post(Notice(text, detail=str(path)))
        self.open_path(path)

    def _backups(self) -> Backups:
        """The backups of the open file; there may be some even if the file is read-only and no new ones are made."""
        session = self._workbench.session
        return Backups.of(self._home.backups, session.path, session.id)

    def check(self) -> None:
        """Check the file, and show the damage, or a message that there is none."""
        session = self._workbench.session
        try:
            store_health = apart(session.examine, self.tr("Checking…"))
        except Cancelled:
            return
        except Problem as problem:
            self._workbench.report(problem)
            return
        if store_health.sound:
            self._inform(self.tr("No problems found in {file}.").format(file=session.path))
        else:
            self.show_damage(store_health)

    def _inform(self, text: str) -> None:
        alert(self._window, text).setIcon(QMessageBox.Icon.Information)

    def _reopen(self, path: Path) -> None:
        """Open a file, even if it is the open one, and carry over the text being typed."""
        self._drafting.carry()
        self._forsaken = self._workbench.session
        self._workbench.session.release()
        self._opening.open(path)

    def _change(self, opened: OpenedStore) -> None:
        if self._workbench.session is self._forsaken:
            self._forsaken.forgo_backups()
        self._workbench.change_session(
            opened.session,
            opened.register or "",
            why_read_only=opened.why_read_only,
            is_held_elsewhere=opened.is_held_elsewhere,
        )
