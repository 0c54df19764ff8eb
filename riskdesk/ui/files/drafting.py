"""Drafts of unsaved text: written every few seconds, and offered after a crash until the user answers."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from riskdesk.desk.drafts import Draft, Drafts
from riskdesk.desk.edits import edit
from riskdesk.domain.problems import Problem
from riskdesk.domain.records import KINDS
from riskdesk.kit.dates import read_date
from riskdesk.kit.keeping import queued
from riskdesk.kit.qt import application
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.values import draft_lines, draft_place
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.report import ReportDialog, new_report

if TYPE_CHECKING:
    from concurrent.futures import Future

    from riskdesk.domain.history import Gone

_EVERY_MS = 3000


class Drafting(QObject):
    """The part of a workbench that writes drafts of text that is not stored yet, beside the user's backups."""

    def __init__(self, workbench: Workbench, home: Home, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._folder, self._window = workbench, home.drafts, window
        # Drafts about which the user was asked and has not answered.
        self._unanswered: list[Draft] = []
        self._carried: list[Draft] = []
        # The last writing, and whether the one before was successful.
        self._writing: Future[bool] | None = None
        self._is_kept = True
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._keep_on)
        workbench.file_left.connect(self.keep)
        workbench.file_opened.connect(self._begin)
        workbench.stepped.connect(self._on_stepped)
        workbench.typing.draft_held.connect(self._on_stepped)
        workbench.typing.offered.connect(self._on_offered)
        application().commitDataRequest.connect(self._on_session_ending, Qt.ConnectionType.DirectConnection)
        self._begin()

    def keep(self) -> bool:
        """Write the drafts of what is not stored, and wait for that; False if it fails.

        In a read-only file nothing is typed, and the drafts on disk belong to the program that can write to it.
        """
        self._write()
        return self._workbench.read_only or self._writing is None or self._writing.result()

    def _write(self) -> None:
        """Write the drafts in another thread."""
        if not self._workbench.read_only:
            # A text that is offered may still be in its field.
            drafts = list(dict.fromkeys([*self._unanswered, *self._workbench.typing.drafts()]))
            self._writing = queued(partial(self._drafts.keep, drafts))

    def _keep_on(self) -> None:
        """Write the drafts every few seconds; if that has failed, tell the user once."""
        if self._writing is not None:
            if not self._writing.done():
                return
            was_kept, self._is_kept = self._is_kept, self._writing.result()
            if was_kept and not self._is_kept:
                self._tell_not_kept()
        self._write()

    def _tell_not_kept(self) -> None:
        text = self.tr("What you type cannot be kept for after a crash until it is saved")
        detail = self.tr("Nothing can be written in {folder}: see whether the disk is full and you may write there.")
        self._workbench.post(Notice(text, detail=detail.format(folder=self._folder)))

    def carry(self) -> None:
        """Keep the texts being typed for the file that is opened next, which holds the same registers."""
        self._carried = self._workbench.typing.drafts()

    def _begin(self) -> None:
        """Start with the file that was just opened: restore carried texts, and offer drafts found on disk."""
        self._timer.stop()
        self._drafts = Drafts(self._folder, self._workbench.session.id)
        carried, self._carried, self._unanswered = self._carried, [], []
        if self._workbench.read_only:
            return
        left = self._drafts.left()
        lost = [draft for draft in carried if not self._put_back(draft)]
        known = (*carried, *self._workbench.typing.drafts())
        self._offer([*lost, *(draft for draft in left if draft not in known)])
        self._timer.start()

    def _on_session_ending(self, _manager: object) -> None:
        """Store what is typed, or keep it: the system may end the program without closing its window."""
        self._workbench.typing.commit()
        self.keep()

    def _on_stepped(self, _step: object) -> None:
        self._write()

    def _on_offered(self, draft: Draft) -> None:
        self._offer([draft])

    def _offer(self, drafts: list[Draft]) -> None:
        """Ask what to do with unsaved texts; their drafts are kept until the user answers."""
        if not drafts:
            return
        self._unanswered += drafts
        self._write()
        dialog = new_report(self.tr("Unfinished text"), "", drafts[0].text, self.tr("Discard"), self._window)
        self._show(dialog, drafts)
        left = list(drafts)

        def put_back() -> None:
            put = [draft for draft in left if self._put_back(draft)]
            left[:] = [draft for draft in left if draft not in put]
            self._settle(put)
            if left:
                self._show(dialog, left)
            else:
                dialog.accept()

        dialog.offer(self.tr("&Restore text"), put_back)
        dialog.declined.connect(lambda: self._settle(left))
        dialog.open()

    def _show(self, dialog: ReportDialog, drafts: list[Draft]) -> None:
        """Show a single text in full, below its place, else a line for each text."""
        session, is_one = self._workbench.session, len(drafts) == 1
        if not is_one:
            text = self.tr(
                "These texts were not saved. Put them back where they were being written (you can undo this), or copy"
                " them."
            )
        elif self._deletion(drafts[0]) is not None:
            text = self.tr(
                "This text was not saved, as what it was written in was deleted. Bring that back with the text (you can"
                " undo this), or copy the text."
            )
        else:
            text = self.tr(
                "This text was not saved. Put it back where it was being written (you can undo this), or copy it."
            )
        dialog.head.setText("\n\n".join([text, *([draft_place(drafts[0], session)] if is_one else [])]))
        dialog.particulars.setPlainText(drafts[0].text if is_one else "\n".join(draft_lines(drafts, session)))

    def _settle(self, drafts: list[Draft]) -> None:
        """Remove drafts about which the user has answered."""
        self._unanswered = [draft for draft in self._unanswered if draft not in drafts]
        self._write()

    def _deletion(self, draft: Draft) -> "Gone | None":
        """The deletion of what a text was written in; None if that is still there, or cannot be read."""
        from riskdesk.desk import history

        session, item = self._workbench.session, draft.id or draft.parent
        with suppress(Problem):
            if draft.register not in {register.id for register in session.registers()}:
                return history.deletion_of(session, draft.register, draft.register)
            if item != draft.register and session.tree(draft.register).find(item) is None:
                return history.deletion_of(session, draft.register, item)
        return None

    def _bring_back(self, draft: Draft) -> bool:
        """Bring back what a text was written in, if that was deleted; False if that fails."""
        from riskdesk.desk import history

        deletion, session = self._deletion(draft), self._workbench.session
        if deletion is None:
            return True
        tree = None if deletion.top.kind == "register" else session.tree(draft.register)
        return self._workbench.run(history.return_of(session, tree, deletion)).problem is None

    def _put_back(self, draft: Draft) -> bool:
        """Store a text in its field, or show it there if it is no valid value; False if neither is possible."""
        if not self._bring_back(draft) or not self._workbench.open_register(draft.register):
            return False
        if draft.is_text:
            return self._workbench.run(draft.action()).problem is None
        with suppress(ValueError):
            day = read_date(draft.text, QLocale())
            action = edit(KINDS[draft.kind], draft.id, **{draft.field: day})
            return self._workbench.run(action).problem is None
        tree = self._workbench.tree()
        if tree is None or tree.find(draft.id) is None:
            return False
        self._workbench.typing.hold(draft)
        self._workbench.select([])
        self._workbench.select([draft.id])
        return True
