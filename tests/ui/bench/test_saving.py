"""However long an action takes, the window is painted, nothing else begins, and what is cancelled has not happened."""

import threading
from contextlib import closing

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot

from riskdesk.desk import categories
from riskdesk.desk.action import Action
from riskdesk.desk.session import Session
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.step import Step
from riskdesk.domain.values import Category
from riskdesk.kit import apart
from riskdesk.store.transaction import Transaction
from riskdesk.ui.bench.workbench import Workbench


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an action waits for takes more than a moment."""
    monkeypatch.setattr(apart, "_MOMENT", 0.01)


@pytest.fixture
def gate() -> threading.Event:
    """Opened by a test once an action may go on."""
    return threading.Event()


@pytest.fixture
def slow(workbench: Workbench, gate: threading.Event) -> Action:
    """Adds a category, then waits at the gate, and adds another one."""
    register = str(workbench.register_id)

    def work(tx: Transaction) -> None:
        tx.insert(Category(register=register, title="First", position=90))
        gate.wait()
        tx.insert(Category(register=register, title="Second", position=91))

    return Action("Add category", work)


def titles(workbench: Workbench) -> list[str]:
    return [category.category.title for category in workbench.tree().categories]


def test_what_is_shown_stays_whole_while_an_action_is_under_way(
    qtbot: QtBot, workbench: Workbench, gate: threading.Event, slow: Action
) -> None:
    before, titles_seen = titles(workbench), []

    def look_on() -> None:
        workbench.read_changes_of_others()
        titles_seen.append(titles(workbench))
        gate.set()

    QTimer.singleShot(0, look_on)
    step = workbench.run(slow).step
    assert step is not None
    assert titles_seen == [before]
    assert titles(workbench) == [*before, "First", "Second"]
    workbench.undo()
    assert titles(workbench) == before


def test_another_action_comes_after_it(qtbot: QtBot, workbench: Workbench, gate: threading.Event, slow: Action) -> None:
    numbers: list[int] = []
    workbench.stepped.connect(lambda step: numbers.append(step.number))
    category = workbench.tree().categories[-1].category
    other = categories.edit(category.id, "Other")

    def begin() -> None:
        gate.set()
        assert workbench.run(other).step is not None

    QTimer.singleShot(0, begin)
    before = titles(workbench)
    assert workbench.run(slow).step is not None
    assert numbers == sorted(numbers)
    assert len(numbers) == 2
    assert titles(workbench) == [*before[:-1], "Other", "First", "Second"]
    with closing(Session.open(workbench.session.path, "me", read_only=True)) as there:
        assert there.tree(str(workbench.register_id)) == workbench.tree()


def test_what_is_cancelled_has_not_happened(
    qtbot: QtBot, workbench: Workbench, monkeypatch: pytest.MonkeyPatch, gate: threading.Event, slow: Action
) -> None:
    monkeypatch.setattr(apart, "_PATIENCE_MS", 0)
    before, raised_problems, watcher = titles(workbench), [], QObject()
    workbench.problem_reported.connect(raised_problems.append)

    def cancel() -> None:
        bar = QApplication.activeModalWidget()
        if isinstance(bar, QProgressDialog):
            bar.canceled.emit()
            gate.set()

    timer = QTimer(watcher, interval=1)
    timer.timeout.connect(cancel)
    timer.start()
    step, problem = workbench.run(slow)
    assert step is None
    assert str(problem) == "Cancelled; nothing was changed."
    assert raised_problems == []
    assert titles(workbench) == before
    # The next one goes on as ever.
    assert workbench.run(categories.edit(workbench.tree().categories[0].category.id, "Next")).step is not None


def refused(_tx: Transaction) -> None:
    raise InputProblem("No.")


def test_what_kept_another_action_from_happening_meanwhile_is_not_held_against_it(
    qtbot: QtBot, workbench: Workbench, gate: threading.Event, slow: Action
) -> None:
    def begin() -> None:
        gate.set()
        assert workbench.run(Action("Other", refused)).problem is not None

    QTimer.singleShot(0, begin)
    assert workbench.run(slow).problem is None


def test_another_action_that_happened_meanwhile_does_not_count_for_it(
    qtbot: QtBot, workbench: Workbench, gate: threading.Event
) -> None:
    category = workbench.tree().categories[0].category

    def work(tx: Transaction) -> None:
        gate.wait()
        refused(tx)

    def begin() -> None:
        gate.set()
        assert workbench.run(categories.edit(category.id, "Other")).problem is None

    QTimer.singleShot(0, begin)
    assert workbench.run(Action("Refused", work)).problem is not None
    assert titles(workbench)[0] == "Other"


def test_what_others_wrote_is_read_while_the_window_is_painted(
    qtbot: QtBot, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Session.open(workbench.session.path, "Marat")) as marat:
        marat.run(categories.edit(workbench.tree().categories[0].category.id, "Theirs"))
    threads, news = list[threading.Thread](), workbench.session._store.news

    def look(*, waiting: bool = True) -> list[Step]:
        threads.append(threading.current_thread())
        return news(waiting=waiting)

    monkeypatch.setattr(workbench.session._store, "news", look)
    workbench.read_changes_of_others()
    assert titles(workbench)[0] == "Theirs"
    assert workbench.redo().problem is not None
    assert len(threads) == 2
    assert threading.main_thread() not in threads
