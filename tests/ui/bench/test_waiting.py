"""The bar of a task that the user waits for."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QMainWindow, QProgressDialog
from pytestqt.qtbot import QtBot

from riskdesk.domain.progress import Checkpoint
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.waiting_task import WaitingTask


class Told(WaitingTask):
    """A task that is over once it is done, and has its outcome then."""

    outcome: object = None

    def _on_done(self, outcome: object) -> None:
        self.outcome = outcome
        self._end()


class Written(Told):
    """A task whose outcome stays."""

    _stays = True


@pytest.fixture
def gate(qtbot: QtBot) -> Iterator[Event]:
    """What the work waits for at its end."""
    event = Event()
    yield event
    event.set()
    qtbot.waitUntil(lambda: not Task._running)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    parent = QMainWindow()
    qtbot.addWidget(parent)
    return parent


def bar_of(window: QMainWindow) -> QProgressDialog:
    (bar,) = window.findChildren(QProgressDialog)
    return bar


def range_and_value(bar: QProgressDialog) -> tuple[int, int, int]:
    return bar.minimum(), bar.maximum(), bar.value()


def test_a_bar_shows_per_cents_once_the_work_tells_how_far_it_is(
    qtbot: QtBot, window: QMainWindow, gate: Event
) -> None:
    told = Event()

    def work(checkpoint: Checkpoint) -> None:
        told.wait()
        checkpoint(0)
        checkpoint(0.5)
        gate.wait()

    Told(work, "Working…", window).start()
    bar = bar_of(window)
    assert range_and_value(bar) == (0, 0, 0)
    told.set()
    qtbot.waitUntil(lambda: range_and_value(bar) == (0, 100, 50))


def test_what_is_told_on_the_way_brings_no_bar_back_that_was_cancelled(
    qtbot: QtBot, window: QMainWindow, gate: Event
) -> None:
    told = Event()

    def work(checkpoint: Checkpoint) -> None:
        checkpoint(0)
        told.set()
        gate.wait()
        checkpoint()

    waiting = Told(work, "Working…", window)
    waiting.start()
    told.wait()
    bar = bar_of(window)
    with qtbot.waitSignal(waiting._task.cancelled):
        # Its first per cent waits to be shown.
        bar.canceled.emit()
        with qtbot.waitSignal(waiting._task.progress):
            pass
        assert bar.wasCanceled()
        assert bar.maximum() == 0
        gate.set()


@pytest.mark.parametrize(("kind", "outcome"), [(Told, None), (Written, "done")])
def test_what_was_cancelled_too_late_is_shown_only_if_it_stays(
    qtbot: QtBot, window: QMainWindow, gate: Event, kind: type[Told], outcome: str | None
) -> None:
    def work(_checkpoint: Checkpoint) -> str:
        gate.wait()
        return "done"

    waiting = kind(work, "Working…", window)
    waiting.start()
    bar_of(window).cancel()
    with qtbot.waitSignal(waiting.destroyed):
        gate.set()
    assert waiting.outcome == outcome
