"""The dialog for a damaged store: repair it, open a backup, or save what is left into a new store."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from riskdesk.desk import health
from riskdesk.desk.backups import Backup, Backups
from riskdesk.desk.drafts import hand_on
from riskdesk.desk.health import Health
from riskdesk.desk.salvage import Salvaged, salvage
from riskdesk.desk.salvage_report import lines
from riskdesk.domain.problems import Problem
from riskdesk.domain.progress import Cancelled, Checkpoint, Result
from riskdesk.kit.alerts import alert
from riskdesk.kit.apart import apart
from riskdesk.kit.dates import moment
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.language import sentence, ui_language
from riskdesk.ui.bench.values import telling
from riskdesk.ui.dialogs.asking import ask_new_store
from riskdesk.ui.dialogs.report import ReportDialog, new_report
from riskdesk.ui.files.restoring import newest_sound, restored


class DamageDialog(ReportDialog):
    """The dialog that says what is wrong with a store, and offers ways to repair it.

    `mended` carries the path of the store to open afterwards.
    """

    mended = Signal(Path)

    def __init__(self, store_health: Health, home: Home, backups: Backups, parent: QWidget | None = None) -> None:
        super().__init__("", _particulars(store_health), parent)
        self._path, self._home, self._backups = store_health.path, home, backups
        self.setWindowTitle(self.tr("Damaged register file"))
        self.setProperty("chapter", "When something went wrong")
        self.close_button.setText(self.tr("Cancel"))
        backup = None if store_health.repairable else newest_sound(self._backups)
        self.head.setText(self._sentence(store_health, backup))
        if store_health.repairable:
            self.offer(self.tr("&Repair"), self._repair)
        if backup is not None:
            self.offer(self.tr("Open the newest &backup…"), partial(self._ask, partial(self._restore, backup)))
        if not store_health.repairable:
            self.offer(self.tr("&Save what is left…"), partial(self._ask, self._salvage))

    def _sentence(self, store_health: Health, backup: Backup | None) -> str:
        if store_health.repairable:
            text = self.tr(
                "{file} was altered outside Riskdesk. Its change history is intact. Below: current values, and values"
                " after repair."
            )
            return text.format(file=store_health.path)
        text = self.tr("{file} is damaged. It is left as it is; what you choose here goes into a new file.")
        return f"{text.format(file=store_health.path)} {self._newest(backup)}"

    def _newest(self, backup: Backup | None) -> str:
        if backup is not None:
            return self.tr("The newest good backup was made on {time}.").format(time=moment(backup.at))
        problem = self._backups.unlisted()
        if problem is not None:
            return sentence(problem)
        is_damaged = bool(self._backups.all())
        return self.tr("All its backups are damaged.") if is_damaged else self.tr("There is no backup of it.")

    def _ask(self, then: Callable[[Path], object]) -> None:
        ask_new_store(self, self.windowTitle(), self._path, then)

    def _repair(self) -> None:
        def repair(_checkpoint: Checkpoint) -> None:
            health.repair(self._path)

        self._attempt(repair, self.tr("Repairing…"), lambda _: self._end(self._path, self._path), cancellable=False)

    def _restore(self, backup: Backup, new: Path) -> None:
        if restored(partial(self._backups.restore, backup, new), self, self.parentWidget()):
            self._end(backup.path, new)

    def _salvage(self, new: Path) -> None:
        def tell(saved: Salvaged) -> None:
            text = self.tr("This was saved as {file}. Look it over before you go on.").format(file=new)
            dialog = new_report(self.tr("Recovered"), text, "\n".join(lines(saved, telling())), self.tr("Open"), self)
            dialog.rejected.connect(partial(self._end, self._path, new))
            dialog.open()

        work = partial(salvage, self._path, new, self._home.who, ui_language())
        self._attempt(work, self.tr("Recovering…"), tell)

    def _attempt(
        self,
        work: Callable[[Checkpoint], Result],
        text: str,
        then: Callable[[Result], object],
        *,
        cancellable: bool = True,
    ) -> None:
        """Work in another thread, then do something with the result; nothing is done if the user cancels it."""
        try:
            result = apart(work, text, cancellable=cancellable)
        except Cancelled:
            return
        except Problem as problem:
            alert(self, sentence(problem))
        else:
            then(result)

    def _end(self, old: Path, new: Path) -> None:
        """Have the new store opened, with the drafts of the old one, of which a backup may be left alone."""
        hand_on(self._home.drafts, old, new)
        self.accept()
        self.mended.emit(new)


def _particulars(store_health: Health) -> str:
    reasons = (sentence(reason) for reason in (*store_health.reasons, store_health.index_problem) if reason is not None)
    return "\n".join([*reasons, *map(telling().change_line, store_health.changes, store_health.records)])
