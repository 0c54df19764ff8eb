"""What is asked about a file that is not there: to open its newest backup, or to take it off the recent files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from riskdesk.desk.backups import Backup, Backups
from riskdesk.desk.drafts import hand_on
from riskdesk.kit.alerts import alert, ask, choose
from riskdesk.kit.dates import moment
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.saving import reading
from riskdesk.ui.dialogs.asking import ask_new_store
from riskdesk.ui.files.recent import keep, recent
from riskdesk.ui.files.restoring import newest_sound, restored


class MissingFile(QObject):
    """The question about a file that is not there, with or without a window.

    It ends with one signal: `restored` carries the path of the store made of the newest backup, `given_up` says that
    none was made; before that, `forgotten` says that the file was taken off the recent ones.
    """

    restored = Signal(object)
    forgotten = Signal()
    given_up = Signal()

    def __init__(self, path: Path, settings: Settings, home: Home, window: QWidget | None = None) -> None:
        super().__init__()
        self._path, self._settings, self._home, self._window = path, settings, home, window
        self._backups = reading(lambda _checkpoint: Backups.of(home.backups, path))

    def ask(self) -> bool:
        """Ask what to do; false, and no question, if the file has no backup and is none of the recent ones."""
        backups, is_recent = reading(lambda _checkpoint: self._backups.all()), self._path in recent(self._settings)
        told = self.tr("{file} is not there: it was moved or deleted, or the drive it lies on is not connected.")
        told = told.format(file=self._path)
        if backups:
            answers: dict[str, Callable[[], object]] = {self.tr("Open the newest &backup…"): self._ask_where}
            if is_recent:
                answers[self.tr("Take it off the &recent files")] = self._forget
            question = f"{told}\n\n{self._made(backups[0])}"
            choose(self._window, question, answers, self.tr("Cancel"), self.given_up.emit)
        elif is_recent:
            question = self.tr("Take it off the list of recent files?")
            take_off, stay = self.tr("&Take it off"), self.tr("&Keep it")
            ask(self._window, f"{told}\n\n{question}", take_off, stay, self._forget, self.given_up.emit)
        return bool(backups) or is_recent

    def ask_anew(self, begin: Callable[[], object]) -> bool:
        """Ask what to do about the user's own file, whose place stays: to restore its newest backup there, or `begin`.

        False, and no question, if it has no backup.
        """
        backups = reading(lambda _checkpoint: self._backups.all())
        if not backups:
            return False
        told = self.tr("Your own register file is not there: it was moved or deleted.")
        answers: dict[str, Callable[[], object]] = {
            self.tr("Restore the newest &backup"): partial(self._restore, self._path),
            self.tr("Begin with an &empty file"): begin,
        }
        choose(self._window, f"{told}\n\n{self._made(backups[0])}", answers, self.tr("Cancel"), self.given_up.emit)
        return True

    def _made(self, backup: Backup) -> str:
        return self.tr("Its last backup on this computer was made on {time}.").format(time=moment(backup.at))

    def _forget(self) -> None:
        keep(self._settings, [other for other in recent(self._settings) if other != self._path])
        self.forgotten.emit()
        self.given_up.emit()

    def _ask_where(self) -> None:
        title = self.tr("Open the newest backup")
        ask_new_store(self._window, title, self._path, self._restore, self.given_up.emit)

    def _restore(self, new: Path) -> None:
        backup = newest_sound(self._backups)
        if backup is None:
            alert(self._window, self.tr("All its backups are damaged.")).finished.connect(self.given_up)
            return
        work = partial(self._backups.restore, backup, new)
        if restored(work, self._window, self._window, self.given_up.emit):
            hand_on(self._home.drafts, backup.path, new)
            self.restored.emit(new)
