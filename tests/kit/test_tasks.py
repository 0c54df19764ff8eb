"""Work off the main thread."""

import subprocess
import sys
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from riskdesk.domain.problems import Problem
from riskdesk.domain.progress import Checkpoint
from riskdesk.kit.tasks import LatestTask, Task


@pytest.fixture
def signals() -> list[object]:
    """What a task tells."""
    return []


def task_of(work: object, signals: list[object]) -> Task:
    task = Task(work)  # type: ignore[arg-type]
    task.progress.connect(signals.append)
    task.done.connect(lambda made: signals.append(("done", made, current_thread())))
    task.cancelled.connect(lambda: signals.append("cancelled"))
    return task


def failing(_checkpoint: Checkpoint) -> None:
    raise ValueError("a fault of ours")


def test_an_error_that_nobody_listens_for_is_not_passed_over(qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        Task(failing).start()
        qtbot.waitUntil(lambda: not Task._running)
    assert [str(error) for _, error, _ in caught] == ["a fault of ours"]


def test_an_error_goes_to_its_listener_alone(qtbot: QtBot) -> None:
    errors: list[Exception] = []
    with qtbot.captureExceptions() as caught:
        task = Task(failing)
        task.failed.connect(errors.append)
        task.start()
        qtbot.waitUntil(lambda: not Task._running)
    assert [str(error) for error in errors] == ["a fault of ours"]
    assert caught == []


def test_each_per_cent_is_told_once_and_the_result_at_the_end(qtbot: QtBot, signals: list[object]) -> None:
    def work(checkpoint: Checkpoint) -> object:
        for share in (None, 0, 0.001, None, 0.5, 0.502, 1):
            checkpoint(share)
        return current_thread()

    task_of(work, signals).start()
    qtbot.waitUntil(lambda: not Task._running)
    *progress, (_, worker, listener) = signals  # type: ignore[misc]
    assert progress == [0, 50, 100]
    assert worker is not listener is main_thread()


def test_work_ends_at_its_next_checkpoint_once_it_is_cancelled(qtbot: QtBot, signals: list[object]) -> None:
    begun, cancelled, ended = Event(), Event(), Event()

    def work(checkpoint: Checkpoint) -> None:
        begun.set()
        cancelled.wait()
        try:
            checkpoint(0.5)
        finally:
            ended.set()

    task = task_of(work, signals)
    task.start()
    begun.wait()
    task.cancel()
    cancelled.set()
    qtbot.waitUntil(lambda: not Task._running)
    assert ended.is_set()
    assert signals == ["cancelled"]


def test_work_that_is_cancelled_before_it_begins_is_not_begun(qtbot: QtBot, signals: list[object]) -> None:
    begun = Event()
    task = task_of(lambda _checkpoint: begun.set(), signals)
    task.cancel()
    task.start()
    qtbot.waitUntil(lambda: not Task._running)
    assert not begun.is_set()
    assert signals == ["cancelled"]


def test_work_that_comes_to_no_more_checkpoint_is_done_though_it_was_cancelled(
    qtbot: QtBot, signals: list[object]
) -> None:
    begun, cancelled = Event(), Event()

    def work(_checkpoint: Checkpoint) -> str:
        begun.set()
        cancelled.wait()
        return "made"

    task = task_of(work, signals)
    task.start()
    begun.wait()
    task.cancel()
    cancelled.set()
    qtbot.waitUntil(lambda: not Task._running)
    assert signals == [("done", "made", main_thread())]


QUITTING = """
from PySide6.QtCore import QCoreApplication, QTimer
from riskdesk.domain.problems import Problem
from riskdesk.kit.tasks import LatestTask, Task

application, told = QCoreApplication([]), []

def work(checkpoint):
    while True:
        checkpoint()

task = Task(work)
task.cancelled.connect(lambda: told.append("cancelled"))
task.start()
QTimer.singleShot(0, application.quit)
application.exec()
running = len(Task._running)
QCoreApplication.processEvents()
print(running, told)
"""


def test_work_ends_before_the_program_does_and_then_nobody_is_told() -> None:
    process = subprocess.run([sys.executable, "-c", QUITTING], capture_output=True, text=True, check=True)
    assert process.stdout == "0 []\n"


@pytest.fixture
def latest(signals: list[object]) -> LatestTask:
    latest_task = LatestTask()
    latest_task.done.connect(signals.append)
    latest_task.failed.connect(signals.append)
    return latest_task


def test_of_several_tasks_the_latest_alone_is_told(qtbot: QtBot, signals: list[object], latest: LatestTask) -> None:
    first_may_end = Event()

    def first(_checkpoint: Checkpoint) -> str:
        first_may_end.wait()
        return "first"

    latest.start(first)
    latest.start(lambda _checkpoint: "second")
    first_may_end.set()
    assert latest.is_under_way
    qtbot.waitUntil(lambda: not Task._running)
    assert (signals, latest.is_under_way) == (["second"], False)


def test_a_task_that_is_dropped_ends_at_its_next_checkpoint_and_is_not_told(
    qtbot: QtBot, signals: list[object], latest: LatestTask
) -> None:
    dropped, went_on = Event(), Event()

    def work(checkpoint: Checkpoint) -> None:
        dropped.wait()
        checkpoint()
        went_on.set()

    latest.start(work)
    latest.drop()
    dropped.set()
    qtbot.waitUntil(lambda: not Task._running)
    assert (signals, latest.is_under_way, went_on.is_set()) == ([], False, False)


@pytest.mark.parametrize(("error", "is_uncaught"), [(Problem("Nothing was found."), False), (ValueError("x"), True)])
def test_an_error_of_the_program_is_told_and_uncaught(
    qtbot: QtBot, signals: list[object], latest: LatestTask, error: Exception, *, is_uncaught: bool
) -> None:
    def work(_checkpoint: Checkpoint) -> None:
        raise error

    with qtbot.captureExceptions() as caught:
        latest.start(work)
        qtbot.waitUntil(lambda: not Task._running)
    assert (signals, bool(caught), latest.is_under_way) == ([error], is_uncaught, False)
