"""Saves what is or will be due in the open file, so that the welcome page can show it on a later day."""

from PySide6.QtCore import QObject

from riskdesk.domain.due import DueDays
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.ahead import AHEAD, note
from riskdesk.ui.files.recent import recent
from riskdesk.ui.gaps.watch import Watch


class Ahead(QObject):
    """The part of a window that saves what is or will be due in the open file, in the settings.

    It does so as long as the file is one of the recently opened files.
    """

    def __init__(self, workbench: Workbench, watch: Watch, settings: Settings) -> None:
        super().__init__(watch)
        self._workbench, self._watch, self._settings = workbench, watch, settings
        self._days = DueDays()
        self._noted: tuple[object, ...] | None = None
        watch.changed.connect(self._note)
        self._note()

    def _note(self) -> None:
        tree, path = self._workbench.tree(), self._workbench.session.path.absolute()
        if tree is None or not self._watch.is_done or path not in recent(self._settings):
            return
        there = [register.id for register in self._workbench.registers()]
        state = path, tree.register.id, self._days.dates(tree), there, self._watch.day
        if (state, self._settings.get(AHEAD)) != self._noted:
            note(self._settings, path, {tree.register.id: state[2]}, there)
            self._noted = state, self._settings.get(AHEAD)
