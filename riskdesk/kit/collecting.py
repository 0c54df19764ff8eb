"""Collects garbage in the main thread: Python does so in any thread, but must not delete Qt objects in others."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

from riskdesk.kit.qt import application

_EVERY_MS = 500
# A full collection runs at most once in so many seconds.
_WHOLE_EVERY = 60.0
# In seconds; objects that take longer to visit are those of a large register, and stay.
_LONG = 0.03


class Collecting(QObject):
    """A substitute for Python's automatic garbage collection, with the same thresholds, as long as it lives."""

    # Whether another thread works: what it makes is visited when it is young, not with all else.
    is_beside_work: ClassVar[bool] = False

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._last_whole = monotonic()
        timer = QTimer(self, interval=_EVERY_MS)
        timer.timeout.connect(self._collect)
        timer.start()

    def _collect(self) -> None:
        """Collect what is young, if it is due, or everything.

        What survives is old at once: in a middle generation, what a large action makes would be visited together.
        """
        counts, thresholds = gc.get_count(), gc.get_threshold()
        is_early = self.is_beside_work or monotonic() - self._last_whole < _WHOLE_EVERY
        if counts[2] > thresholds[1] * thresholds[2] and not is_early:
            self._collect_all()
        elif counts[0] > thresholds[0]:
            gc.collect(1)

    def _collect_all(self) -> None:
        """Collect everything; what took long to visit is left out of later collections."""
        self._last_whole = monotonic()
        gc.collect()
        # What belongs to a dialog or a window of history becomes garbage when it is closed.
        is_alone = sum(window.isVisible() for window in application().topLevelWindows()) <= 1
        if monotonic() - self._last_whole > _LONG and is_alone:
            gc.freeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """While another thread works, suspend Python's own collection, which would run in whichever thread allocates.

    `Collecting` collects nothing but what is young meanwhile.
    """
    was_enabled, was_beside_work = gc.isenabled(), Collecting.is_beside_work
    gc.disable()
    Collecting.is_beside_work = True
    try:
        yield
    finally:
        Collecting.is_beside_work = was_beside_work
        if was_enabled:
            gc.enable()
