"""What is asked about a recent file that is not there: to open its newest backup, or to forget it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from riskdesk.desk.backups import Backups
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
    """The question about a recent file that is not there; `open_path` opens what is restored."""

    def __init__(
        self, path: Path, settings: Settings, home: Home, window: QWidget, open_path: Callable[[Path], object]
    ) -> None:
        super().__init__()
        self._path, self._settings, self._home = path, settings, home
        self._window, self._open_path = window, open_path
        self._backups = reading(lambda _checkpoint: Backups.of(home.backups, path))

    def ask(self, forgotten: Callable[[], object]) -> None:
        """Ask what to do; `forgotten` is called once the file is off the list of recent ones."""
        told = self.tr("{file} is not there: it was moved or deleted, or the drive it lies on is not connected.")
        told, take_off, stay = told.format(file=self._path), self.tr("&Take it off"), self.tr("&Keep it")
        forget, backups = partial(self._forget, forgotten), reading(lambda _checkpoint: self._backups.all())
        if not backups:
            question = self.tr("Take it off the list of recent files?")
            ask(self._window, f"{told}\n\n{question}", take_off, stay, forget)
            return
        made = self.tr("Its last backup on this computer was made on {time}.").format(time=moment(backups[0].at))
        answers: dict[str, Callable[[], object]] = {
            self.tr("Open the newest &backup…"): self._ask_where,
            take_off: forget,
        }
        choose(self._window, f"{told}\n\n{made}", answers, stay)

    def _forget(self, forgotten: Callable[[], object]) -> None:
        keep(self._settings, [other for other in recent(self._settings) if other != self._path])
        forgotten()

    def _ask_where(self) -> None:
        ask_new_store(self._window, self.tr("Open the newest backup"), self._path, self._restore)

    def _restore(self, new: Path) -> None:
        backup = newest_sound(self._backups)
        if backup is None:
            alert(self._window, self.tr("All its backups are damaged."))
        elif restored(partial(self._backups.restore, backup, new), self._window, self._window):
            hand_on(self._home.drafts, backup.path, new)
            self._open_path(new)
