"""What takes a moment is done apart from the main thread, which paints meanwhile and lets the user wait or cancel."""

import gc
import threading
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressBar, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.domain.problems import InputProblem
from riskdesk.domain.progress import Cancelled, Checkpoint
from riskdesk.kit import apart as module
from riskdesk.kit import translations
from riskdesk.kit.apart import apart, is_busy
from tests.ui.dragging import drop


class Knot:
    """Garbage that only a collector finds; it tells which thread it went in."""

    def __init__(self, went_in: list[threading.Thread]) -> None:
        self.own, self.went_in = self, went_in

    def __del__(self) -> None:
        self.went_in.append(threading.current_thread())


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits at the gate takes more than a moment."""
    monkeypatch.setattr(module, "_MOMENT", 0.01)


def bars() -> list[QWidget]:
    """The bars that the user sees."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QProgressDialog) and widget.isVisible()
    ]


@pytest.fixture
def gate() -> threading.Event:
    """Opened by a test once work may end."""
    return threading.Event()


@pytest.fixture
def until(gate: threading.Event) -> Callable[[Checkpoint], str]:
    """Work that goes on until the gate is opened or nobody waits."""

    def work(checkpoint: Checkpoint) -> str:
        while not gate.wait(0.001):
            checkpoint()
        return "made"

    return work


def test_work_is_done_in_another_thread_and_gives_what_it_makes(qtbot: QtBot) -> None:
    assert apart(lambda _checkpoint: threading.current_thread(), "Saving…") is not threading.current_thread()


def test_what_takes_no_more_than_a_moment_is_done_before_anything_else(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOMENT", 600.0)
    happened: list[str] = []
    QTimer.singleShot(0, lambda: happened.append("timer"))
    assert apart(lambda _checkpoint: list(happened), "Saving…") == []
    assert happened == []


@pytest.mark.parametrize("is_long", [False, True])
def test_an_error_of_the_work_is_raised(
    qtbot: QtBot, gate: threading.Event, until: Callable[[Checkpoint], str], *, is_long: bool
) -> None:
    def work(checkpoint: Checkpoint) -> None:
        if is_long:
            until(checkpoint)
        raise InputProblem("No.")

    QTimer.singleShot(0, gate.set)
    with pytest.raises(InputProblem, match=r"No\."):
        apart(work, "Saving…")
    assert not is_busy()


@pytest.mark.parametrize("is_long", [False, True])
def test_an_error_of_the_work_is_let_go_of_at_once(
    qtbot: QtBot, gate: threading.Event, until: Callable[[Checkpoint], str], *, is_long: bool
) -> None:
    def work(checkpoint: Checkpoint) -> None:
        if is_long:
            until(checkpoint)
        raise InputProblem("No.")

    def attempt() -> weakref.ref[InputProblem]:
        try:
            apart(work, "Saving…")
        except InputProblem as problem:
            return weakref.ref(problem)
        raise AssertionError("it is raised")

    QTimer.singleShot(0, gate.set)
    gc.disable()
    try:
        assert attempt()() is None
    finally:
        gc.enable()


def test_the_window_goes_on_and_what_is_typed_waits(
    qtbot: QtBot, gate: threading.Event, until: Callable[[Checkpoint], str]
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    states: list[object] = []

    def look_on() -> None:
        states.append((is_busy(), QApplication.overrideCursor().shape(), bars()))
        gate.set()

    QTimer.singleShot(0, look_on)
    assert apart(until, "Saving…") == "made"
    assert states == [(True, Qt.CursorShape.WaitCursor, [])]
    assert QApplication.overrideCursor() is None


def test_nothing_can_be_dropped_meanwhile(
    qtbot: QtBot, gate: threading.Event, until: Callable[[Checkpoint], str]
) -> None:
    class Taking(QWidget):
        def dragEnterEvent(self, event: QDragEnterEvent) -> None:
            event.acceptProposedAction()

        def dropEvent(self, event: QDropEvent) -> None:
            dropped.append((is_busy(), event.mimeData().text()))

    dropped, field, data = list[tuple[bool, str]](), Taking(), QMimeData()
    qtbot.addWidget(field)
    field.setAcceptDrops(True)
    data.setText("something")

    def drop_it() -> None:
        drop(field, QPoint(5, 5), data)
        gate.set()

    QTimer.singleShot(0, drop_it)
    apart(until, "Saving…")
    assert dropped == []
    drop(field, QPoint(5, 5), data)
    assert dropped == [(False, "something")]


def test_what_is_asked_for_meanwhile_is_done_after_it(
    qtbot: QtBot, gate: threading.Event, until: Callable[[Checkpoint], str]
) -> None:
    order: list[str] = []

    def first(checkpoint: Checkpoint) -> None:
        order.append(until(checkpoint))

    def second() -> None:
        gate.set()
        apart(lambda _checkpoint: order.append("second"), "Saving…")

    QTimer.singleShot(0, second)
    apart(first, "Saving…")
    assert order == ["made", "second"]
    assert not is_busy()


def test_what_takes_long_can_be_cancelled(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, until: Callable[[Checkpoint], str]
) -> None:
    monkeypatch.setattr(module, "_PATIENCE_MS", 0)
    watcher, texts = QObject(), []

    def cancel() -> None:
        bar = QApplication.activeModalWidget()
        if isinstance(bar, QProgressDialog):
            texts.append(bar.labelText())
            QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Space)
            QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Return)
            assert bar.isVisible()
            QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Tab)
            assert bar.focusWidget() is bar.findChild(QPushButton)
            QTest.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)

    timer = QTimer(watcher, interval=1)
    timer.timeout.connect(cancel)
    timer.start()
    with pytest.raises(Cancelled):
        apart(until, "Saving…")
    assert texts == ["Saving…"]
    assert not is_busy()
    assert bars() == []


def test_esc_cancels_what_takes_long(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, gate: threading.Event) -> None:
    monkeypatch.setattr(module, "_PATIENCE_MS", 0)
    watcher = QObject()

    def work(checkpoint: Checkpoint) -> None:
        gate.wait()
        checkpoint()

    def press() -> None:
        bar = QApplication.activeModalWidget()
        if isinstance(bar, QProgressDialog) and bar.isActiveWindow():
            QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Escape)
            gate.set()

    timer = QTimer(watcher, interval=1)
    timer.timeout.connect(press)
    timer.start()
    with pytest.raises(Cancelled):
        apart(work, "Saving…")
    assert bars() == []


@pytest.mark.parametrize(("language", "figure"), [("en", "25%"), ("fr", "25\u00a0%")])
def test_a_bar_tells_how_much_is_done_once_the_work_has_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, gate: threading.Event, language: str, figure: str
) -> None:
    monkeypatch.setattr(module, "_PATIENCE_MS", 0)
    watcher, bar_seen, texts = QObject(), threading.Event(), list[str]()

    def work(checkpoint: Checkpoint) -> None:
        bar_seen.wait()
        checkpoint(0.25)
        while not gate.wait(0.001):
            checkpoint()

    def see() -> None:
        bar = QApplication.activeModalWidget()
        if isinstance(bar, QProgressDialog):
            texts.append(bar.findChild(QProgressBar).text())
            bar_seen.set()
            if texts[-1]:
                gate.set()

    timer = QTimer(watcher, interval=1)
    timer.timeout.connect(see)
    timer.start()
    application = QApplication.instance()
    translations.install(application, language)
    try:
        apart(work, "Opening…", cancellable=False)
    finally:
        translations.install(application, "en")
    assert (texts[0], texts[-1]) == ("", figure)


def test_what_cannot_be_cancelled_offers_no_button(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, gate: threading.Event, until: Callable[[Checkpoint], str]
) -> None:
    monkeypatch.setattr(module, "_PATIENCE_MS", 0)
    watcher, buttons = QObject(), []

    def look() -> None:
        bar = QApplication.activeModalWidget()
        if isinstance(bar, QProgressDialog):
            buttons.append(bar.findChildren(QPushButton))
            gate.set()

    timer = QTimer(watcher, interval=1)
    timer.timeout.connect(look)
    timer.start()
    assert apart(until, "Opening…", cancellable=False) == "made"
    assert buttons[:1] == [[]]


def test_the_end_of_the_program_waits_for_the_work(
    qtbot: QtBot, gate: threading.Event, until: Callable[[Checkpoint], str]
) -> None:
    QTimer.singleShot(0, QApplication.quit)
    threading.Timer(0.2, gate.set).start()
    assert apart(until, "Saving…") == "made"


def test_no_garbage_is_collected_in_another_thread(qtbot: QtBot) -> None:
    went_in: list[threading.Thread] = []

    def work(_checkpoint: Checkpoint) -> None:
        for _ in range(5_000):
            Knot(went_in)

    apart(work, "Saving…")
    gc.collect()
    assert set(went_in) == {threading.current_thread()}
