"""The dialog with the backups of a store: their dates, sizes and contents, and how they differ from the store."""

import datetime
from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from riskdesk.desk.backups import Backup, Backups, Contents
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileProblem, Problem
from riskdesk.domain.progress import Cancelled, Checkpoint
from riskdesk.files import is_there
from riskdesk.kit.alerts import alert
from riskdesk.kit.announce import say
from riskdesk.kit.apart import apart
from riskdesk.kit.dates import moments
from riskdesk.kit.sizes import size
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.counts import changes_text, items_text
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.saved import open_folder
from riskdesk.ui.bench.values import telling
from riskdesk.ui.dialogs.asking import ask_new_store
from riskdesk.ui.dialogs.report import ReportDialog
from riskdesk.ui.files.restoring import restored

_MOST_TOLD = 200
_REST_MS = 100


class BackupsDialog(ReportDialog):
    """The dialog that lists the backups of a store and restores one as a new store.

    `restored` carries the path of the new store.
    """

    restored = Signal(Path)

    def __init__(self, session: Session, backups: Backups, parent: QWidget | None = None) -> None:
        super().__init__("", None, parent)
        self._session, self._backups = session, backups
        self._listed_backups: list[Backup] = []
        self.setWindowTitle(self.tr("Backups"))
        self.setProperty("chapter", "Backups")
        self.close_button.setText(self.tr("Close"))
        # Reading a backup to compare it is delayed, so that the arrow keys can pass over others quickly.
        self._resting = QTimer(self, interval=_REST_MS, singleShot=True)
        self._resting.timeout.connect(self._show_current)
        self._list = self._make_list()
        self.body.insertWidget(1, self._list, 1)
        self.particulars.setAccessibleName(self.tr("What this backup holds"))
        self.begin_at(self._list)
        self._restore_button = self.offer(self.tr("&Restore as a new file…"), self._ask)
        self.offer(self.tr("&Back up now"), self._back_up)
        self.offer(self.tr("Show &folder"), self._show_folder)
        self.resize(90 * UNIT, 65 * UNIT)
        self._fill()

    def _make_list(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setAccessibleName(self.tr("Backups"))
        tree.setHeaderLabels([self.tr("Made on"), self.tr("Size")])
        tree.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tree.setRootIsDecorated(False)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.currentItemChanged.connect(self._resting.start)
        return tree

    def _fill(self) -> None:
        self._listed_backups = self._backups.all()
        self._list.clear()
        times = moments([backup.at for backup in self._listed_backups])
        for backup, time in zip(self._listed_backups, times, strict=True):
            item = QTreeWidgetItem([time, size(backup.size)])
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{time}, {size(backup.size)}")
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._list.addTopLevelItem(item)
        never = self.tr("Restoring never overwrites your file: it creates a new one.")
        self.head.setText(f"{self._when_made()} {never}")
        first = self._list.topLevelItem(0)
        if first is not None:
            self._list.setCurrentItem(first)
        self._resting.stop()
        self._show_current()

    def _when_made(self) -> str:
        if self._session.backups is None:
            return self.tr("As this file is only open to be read here, this window does not back it up by itself.")
        return self.tr(
            "Riskdesk backs this file up by itself when it is opened, while it is changed, and when it is closed."
        )

    def _current(self) -> Backup | None:
        item = self._list.currentItem()
        return None if item is None else self._listed_backups[self._list.indexOfTopLevelItem(item)]

    def _show_current(self) -> None:
        backup = self._current()
        self._restore_button.setEnabled(backup is not None)
        if backup is None:
            problem = self._backups.unlisted()
            self.particulars.setPlainText(sentence(problem) if problem else self.tr("There is no backup yet."))
            return
        try:
            contents = apart(partial(self._session.contents, backup), self.tr("Comparing…"))
            self.particulars.setPlainText(self._contents_text(contents))
        except Cancelled:
            self.particulars.clear()
        except Problem as problem:
            self._restore_button.setEnabled(False)
            self.particulars.setPlainText(
                sentence(problem) if is_there(backup.path) else self.tr("This backup is not there any more.")
            )

    def _contents_text(self, contents: Contents) -> str:
        counts = Counter(register=contents.registers, risk=contents.risks, mitigation=contents.mitigations)
        holds = items_text(counts.elements()) or self.tr("nothing")
        changed = changes_text(contents.differences.changes)
        if not changed:
            return self.tr("Holds {what}: the same as now.").format(what=holds)
        text = self.tr("Holds {what}. Since then: {changed}.").format(what=holds, changed=changed)
        return "\n".join([text, "", *telling().differences(contents.differences, _MOST_TOLD)])

    def _ask(self) -> None:
        backup = self._current()
        if backup is not None:
            ask_new_store(self, self.tr("Restore as a new file"), self._session.path, partial(self._restore, backup))

    def _restore(self, backup: Backup, new: Path) -> None:
        def work(checkpoint: Checkpoint) -> list[FileProblem]:
            self._session.back_up(checkpoint)
            return self._backups.restore(backup, new, checkpoint)

        if restored(work, self, self.parentWidget()):
            self.accept()
            self.restored.emit(new)

    def _back_up(self) -> None:
        def work(checkpoint: Checkpoint) -> Backup | None:
            return self._backups.make(self._session.path, datetime.datetime.now().astimezone(), checkpoint)

        is_needless = False
        try:
            is_needless = apart(work, self.tr("Backing up…")) is None
        except Cancelled:
            return
        except Problem as problem:
            alert(self, sentence(problem))
        # Updates the banner above the sheet, which may have said that there is no backup.
        apart(lambda _: self._session.back_up(), self.tr("Backing up…"), cancellable=False)
        self._fill()
        if is_needless:
            text = self.tr("Nothing has changed since this backup, so no other one was made.")
            self.particulars.setPlainText(text)
            say(self.particulars, text)

    def _show_folder(self) -> None:
        open_folder(self._backups.folder, self)
