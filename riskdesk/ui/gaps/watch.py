"""Keeps the gaps of the open register up to date."""

import datetime
import math
import time
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from riskdesk.desk.register_gaps import RegisterGaps
from riskdesk.domain.gaps import Gap, GapKind
from riskdesk.domain.step import Step
from riskdesk.kit.qt import application
from riskdesk.ui.bench.workbench import Workbench

# How many seconds the search runs before it yields to the event loop: while the window is in use, and as part of
# an action that waits for it.
_SLICE_SECONDS, _SECONDS_OF_ACTION = 0.005, 0.004
# Up to so many entries, or changes, are searched at once. With more, the search starts later, so that the window is
# painted and reacts first.
_FEW, _PAUSE_MS = 300, 50


class Watch(QObject):
    """The part of a window that keeps the gaps of the open register up to date.

    `changed` is emitted when `gaps` is complete again, or is empty until those of another register are found. The
    search runs in slices too short to notice; the next slice starts when the event loop is idle.
    """

    changed = Signal()

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._missing = workbench, RegisterGaps()
        self._work: Iterator[None] = iter(())
        self._gaps: Mapping[GapKind, Sequence[Gap]] = {}
        # The number of gaps, without those kinds that are only for information.
        self.count = 0
        # Whether the search is complete, and whether `gaps` has been read since.
        self.is_done, self._is_asked = False, True
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        workbench.stepped.connect(self._on_stepped)
        workbench.register_opened.connect(self._begin)
        self._seen_on = self.day
        application().applicationStateChanged.connect(self._on_state)
        self._begin()

    @property
    def gaps(self) -> Mapping[GapKind, Sequence[Gap]]:
        """The gaps found so far, by their kinds; all of them if `is_done`."""
        tree = self._workbench.tree()
        if self.is_done and not self._is_asked:
            self._gaps = {} if tree is None else self._missing.gaps_by_kind(tree, self._seen_on)
            self._is_asked = True
        return self._gaps

    @property
    def day(self) -> datetime.date:
        """The day against which due dates and reviews are compared: today."""
        return datetime.datetime.now().astimezone().date()

    def _search(self) -> None:
        """Search again, as a register was opened or the day has changed."""
        self._begin_search()
        tree = self._workbench.tree()
        if tree is None or sum(len(category.entries) for category in tree.categories) <= _FEW:
            self._work_for(math.inf)
        else:
            QTimer.singleShot(0, self, self._rest)

    def _rest(self) -> None:
        if not self.is_done:
            self._timer.start(_PAUSE_MS)

    def _begin_search(self) -> None:
        tree, self.is_done, self._seen_on = self._workbench.tree(), False, self.day
        self._work = iter(()) if tree is None else self._missing.following(tree, self.day)

    def _on_stepped(self, step: Step) -> None:
        self._begin_search()
        if len(step.changes) <= _FEW:
            self._work_for(_SECONDS_OF_ACTION)
        else:
            self._timer.start(0)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        """Search again if the application becomes active on another day."""
        if state == Qt.ApplicationState.ApplicationActive and self.day != self._seen_on:
            self._search()

    def _begin(self) -> None:
        """Start with another register; `gaps` is empty until its search is done."""
        is_other = bool(self.count or self._gaps)
        self._missing, self._gaps, self._is_asked, self.count = RegisterGaps(), {}, True, 0
        self._search()
        if is_other and not self.is_done:
            self.changed.emit()

    def _go_on(self) -> None:
        self._work_for(_SLICE_SECONDS)

    def _work_for(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        for _ in self._work:
            if time.monotonic() > end:
                self._timer.start(0)
                return
        self._timer.stop()
        self.is_done, self._is_asked = True, False
        tree = self._workbench.tree()
        self.count = 0 if tree is None else self._missing.count(tree, self._seen_on)
        self.changed.emit()
