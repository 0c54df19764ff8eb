"""A register that is to be shown is read apart from the window; where that cannot be, the one before stays open."""

import threading

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.desk.templates import template
from riskdesk.domain.problems import InputProblem, Problem
from riskdesk.domain.values import Language
from riskdesk.kit import apart
from riskdesk.store.reader import Reader
from riskdesk.ui.bench.workbench import Workbench


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a reader waits for takes more than a moment."""
    monkeypatch.setattr(apart, "_MOMENT", 0.01)


@pytest.fixture
def other(workbench: Workbench) -> str:
    """A register that was not read yet."""
    step = workbench.session.run(registers.add(template("blank", Language.ENGLISH)))
    assert step is not None
    return workbench.session.registers()[-1].id


def test_the_window_goes_on_while_a_register_is_read(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, workbench: Workbench, other: str
) -> None:
    before, gate, threads = workbench.register_id, threading.Event(), []
    growing = Reader.growing

    def slowly(reader: Reader, register: str) -> object:
        gate.wait()
        threads.append(threading.current_thread())
        return growing(reader, register)

    monkeypatch.setattr(Reader, "growing", slowly)
    watcher, register_ids = QObject(), []

    def look() -> None:
        register_ids.append(workbench.register_id)
        gate.set()

    timer = QTimer(watcher, interval=1, singleShot=True)
    timer.timeout.connect(look)
    timer.start()
    with qtbot.waitSignal(workbench.register_opened):
        assert workbench.open_register(other)
    assert register_ids == [before]
    assert workbench.register_id == other
    assert threads
    assert threading.main_thread() not in threads
    assert workbench.open_register(before)
    assert len(threads) == 1, "what was read is kept"


def test_a_register_that_cannot_be_read_is_not_opened(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, workbench: Workbench, other: str
) -> None:
    before, raised_problems = workbench.register_id, []
    workbench.problem_reported.connect(raised_problems.append)

    def fail(_reader: Reader, _register: str) -> object:
        raise InputProblem("The file cannot be read.")

    monkeypatch.setattr(Reader, "growing", fail)
    with qtbot.assertNotEmitted(workbench.register_opened):
        assert not workbench.open_register(other)
    assert workbench.register_id == before
    assert [isinstance(problem, Problem) for problem in raised_problems] == [True]
