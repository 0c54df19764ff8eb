"""Garbage is collected in the thread of the window, whichever thread makes it."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from riskdesk.kit.collecting import Collecting


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
