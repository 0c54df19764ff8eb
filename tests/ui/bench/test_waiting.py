"""The bar of a task that the user waits for."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QMainWindow, QProgressDialog
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from riskdesk.domain.progress import Checkpoint
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.waiting_task import WaitingTask, show_writing


class Told(WaitingTask):
    """A task that is over once it is done, and has its outcome then."""

    outcome: object = None

    def _on_done(self, outcome: object) -> None:
        self.outcome = outcome
        self._end()


class Written(Told):
    """A task whose outcome stays."""

    _stays = True
    writes = True


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

    Told(work, lambda: "Working…", window).start()
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

    waiting = Told(work, lambda: "Working…", window)
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

    waiting = kind(work, lambda: "Working…", window)
    waiting.start()
    bar_of(window).cancel()
    with qtbot.waitSignal(waiting.destroyed):
        gate.set()
    assert waiting.outcome == outcome


def test_it_goes_on_in_the_window_that_replaces_its_own_with_a_bar_in_the_language_spoken_then(
    qtbot: QtBot, window: QMainWindow, gate: Event
) -> None:
    def work(checkpoint: Checkpoint) -> str:
        checkpoint(0.5)
        gate.wait()
        return "done"

    old, texts = QMainWindow(), ["Working…", "En cours…"]
    waiting = Told(work, lambda: texts.pop(0), old)
    waiting.start()
    waiting.move_to(window)
    delete(old)
    bar = bar_of(window)
    assert bar.labelText() == "En cours…"
    qtbot.waitUntil(lambda: range_and_value(bar) == (0, 100, 50))
    with qtbot.waitSignal(waiting.destroyed):
        gate.set()
    assert waiting.outcome == "done"


def test_its_bar_there_shows_how_far_it_was(qtbot: QtBot, window: QMainWindow, gate: Event) -> None:
    def work(checkpoint: Checkpoint) -> None:
        checkpoint(0.5)
        gate.wait()

    old = QMainWindow()
    waiting = Told(work, lambda: "Working…", old)
    waiting.start()
    qtbot.waitUntil(lambda: range_and_value(bar_of(old)) == (0, 100, 50))
    waiting.move_to(window)
    delete(old)
    assert range_and_value(bar_of(window)) == (0, 100, 50)


def test_what_was_cancelled_is_not_shown_in_the_window_that_replaces_its_own_either(
    qtbot: QtBot, window: QMainWindow, gate: Event
) -> None:
    old = QMainWindow()
    waiting = Told(lambda _checkpoint: gate.wait(), lambda: "Working…", old)
    waiting.start()
    bar_of(old).canceled.emit()
    waiting.move_to(window)
    delete(old)
    with qtbot.waitSignal(waiting.destroyed):
        gate.set()
    assert waiting.outcome is None


@pytest.mark.parametrize("kind", [Told, Written])
def test_a_window_stays_while_something_is_written_in_it_and_shows_the_bar_at_once(
    qtbot: QtBot, window: QMainWindow, gate: Event, kind: type[Told]
) -> None:
    waiting = kind(lambda _checkpoint: gate.wait(), lambda: "Working…", window)
    window.show()
    waiting.start()
    assert show_writing([window]) == kind.writes
    assert bar_of(window).isVisible() == kind.writes
    with qtbot.waitSignal(waiting.destroyed):
        gate.set()
    assert not show_writing([window])
