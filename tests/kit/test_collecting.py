"""Garbage is collected in the thread of the window, whichever thread makes it."""

import gc
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit import collecting as collecting_module
from riskdesk.kit.collecting import Collecting, uncollected


class Knot:
    """Garbage that only a collector finds; it tells which thread it went in."""

    def __init__(self, went_in: list[threading.Thread]) -> None:
        self.own, self.went_in = self, went_in

    def __del__(self) -> None:
        self.went_in.append(threading.current_thread())


@pytest.fixture
def collecting(qtbot: QtBot) -> Iterator[None]:
    holder, thresholds = QObject(), gc.get_threshold()
    # Python's own, as in the window.
    gc.set_threshold(700, 10, 10)
    Collecting(holder)
    yield
    holder.deleteLater()
    gc.set_threshold(*thresholds)
    gc.enable()


@pytest.mark.usefixtures("collecting")
def test_garbage_of_any_thread_goes_in_that_of_the_window(qtbot: QtBot) -> None:
    went_in: list[threading.Thread] = []

    def work() -> None:
        for _ in range(5_000):
            Knot(went_in)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert went_in == []
    qtbot.waitUntil(lambda: len(went_in) >= 4_000)
    assert set(went_in) == {threading.main_thread()}


def test_only_what_is_young_is_collected_while_another_thread_works(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder, generations = QObject(), list[int]()
    collecting = Collecting(holder)
    # All generations are due, and the last full collection was long ago.
    young, middle, old = gc.get_threshold()
    monkeypatch.setattr(gc, "get_count", lambda: (young + 1, 0, middle * old + 1))
    monkeypatch.setattr(collecting_module, "_WHOLE_EVERY", 0.0)
    monkeypatch.setattr(gc, "collect", lambda generation=2: generations.append(generation))
    with uncollected():
        collecting._collect()
    assert generations == [1]
    collecting._collect()
    gc.enable()
    assert generations == [1, 2]


@pytest.fixture
def frozen() -> Iterator[Callable[[], int]]:
    """Counts the objects left out of collections since the test began."""
    gc.collect()
    before = gc.get_freeze_count()
    yield lambda: gc.get_freeze_count() - before
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def collect_all() -> None:
    holder = QObject()
    Collecting(holder)._collect_all()
    gc.enable()


def test_what_takes_long_to_visit_is_visited_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, frozen: Callable[[], int]
) -> None:
    register, went_in = [[number] for number in range(100_000)], list[threading.Thread]()
    Knot(went_in)
    collect_all()
    assert len(went_in) == 1
    monkeypatch.setattr(collecting_module, "_LONG", 0.0)
    collect_all()
    assert frozen() > len(register)
    Knot(went_in)
    collect_all()
    assert len(went_in) == 2


def test_what_belongs_to_a_dialog_is_visited_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, frozen: Callable[[], int]
) -> None:
    monkeypatch.setattr(collecting_module, "_LONG", 0.0)
    window = QWidget()
    dialog = QDialog(window)
    for widget in (window, dialog):
        qtbot.addWidget(widget)
        widget.show()
    collect_all()
    assert frozen() <= 0
    dialog.close()
    collect_all()
    assert frozen() > 0
