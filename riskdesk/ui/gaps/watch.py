"""Keeps the gaps of the open register."""

import datetime
import time
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from riskdesk.desk.missing import Missing
from riskdesk.domain.gaps import Gap, GapKind
from riskdesk.ui.bench.workbench import Workbench

# How long it looks before it lets the window do something else: at first, then in the midst of what the user does, and
# where an action waits for it.
_SECONDS_OF_OPENING, _SLICE_SECONDS, _SECONDS_OF_ACTION = 0.02, 0.005, 0.004
# Then what was opened is painted first, and answers.
_PAUSE_MS = 50


class Watch(QObject):
    """Follows a workbench; `changed` says that `found` is up to date again, or empty until another register is.

    It looks for as long as nobody notices; where a large register takes longer, it goes on as soon as the window is
    idle.
    """

    changed = Signal()

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._missing = workbench, Missing()
        self._work: Iterator[None] = iter(())
        self.found: Mapping[GapKind, Sequence[Gap]] = {}
        # Whether it has found all that there is to find by now.
        self.is_done = False
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        workbench.stepped.connect(self._on_stepped)
        workbench.register_opened.connect(self._begin)
        self._seen_on = self.day
        application = QApplication.instance()
        assert isinstance(application, QApplication), "there is a window"
        application.applicationStateChanged.connect(self._on_state)
        self._begin()

    @property
    def count(self) -> int:
        """How many gaps there are; what is only told is none."""
        return sum(len(gaps) for kind, gaps in self.found.items() if kind.counts)

    @property
    def day(self) -> datetime.date:
        """The day as of which something is late."""
        return datetime.datetime.now().astimezone().date()

    def look(self) -> None:
        """Look again: a register is open, or it is another day."""
        self._look()
        self._work_for(_SECONDS_OF_OPENING, _PAUSE_MS)

    def _look(self) -> None:
        tree, self.is_done, self._seen_on = self._workbench.tree(), False, self.day
        self._work = iter(()) if tree is None else self._missing.following(tree, self.day)

    def _on_stepped(self, _step: object) -> None:
        self._look()
        self._work_for(_SECONDS_OF_ACTION)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        """Look again where the user comes back on another day."""
        if state == Qt.ApplicationState.ApplicationActive and self.day != self._seen_on:
            self.look()

    def _begin(self) -> None:
        """Look at another register; until that is done, nothing is found in it."""
        self._missing, before, self.found = Missing(), self.found, {}
        self.look()
        if before and not self.is_done:
            self.changed.emit()

    def _go_on(self) -> None:
        self._work_for(_SLICE_SECONDS)

    def _work_for(self, seconds: float, pause_ms: int = 0) -> None:
        end = time.monotonic() + seconds
        for _ in self._work:
            if time.monotonic() > end:
                self._timer.start(pause_ms)
                return
        self._timer.stop()
        self.is_done = True
        tree = self._workbench.tree()
        self.found = {} if tree is None else self._missing.found(tree, self.day)
        self.changed.emit()
