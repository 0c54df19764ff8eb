"""Runs work that may take a moment in another thread, while the caller waits."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from riskdesk.domain.progress import Cancelled, Checkpoint, never_cancelled
from riskdesk.kit.collecting import uncollected
from riskdesk.kit.held_input import ClickEnd, Typed, ends_of, is_text
from riskdesk.kit.qt import application

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressBar

Result = TypeVar("Result")
# In seconds; for so long the main thread is blocked, as if it did the work itself.
_MOMENT = 0.08
_PATIENCE_MS = 800
_BETWEEN_MS = 100
_Type, _NONE = QEvent.Type, Qt.KeyboardModifier.NoModifier
_DROPS = {_Type.DragEnter, _Type.DragMove, _Type.Drop}
_TYPED = {_Type.KeyPress, _Type.InputMethod}
_MOUSE = {_Type.MouseButtonPress, _Type.MouseMove, _Type.MouseButtonRelease, _Type.MouseButtonDblClick, _Type.Wheel}
_DONE = {_Type.KeyRelease, _Type.ContextMenu, *_MOUSE}
_BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)


def apart(work: Callable[[Checkpoint], Result], text: str, *, cancellable: bool = True) -> Result:
    """The result of work that is done in a thread of its own; what the work raises is raised here.

    If it takes more than a moment, windows are painted meanwhile, and input waits. If it takes longer, a progress bar
    with `text` appears. It shows the share that the work reports and, if the work is `cancellable`, a Cancel button,
    which ends the work with Cancelled. Work that is asked for meanwhile is done right after it. What was typed before
    the bar appeared is entered at the end, after the end of a click by whose press the caller was called; `unwritten`
    carries text for which there is no longer a field.
    """
    if _Pause.under_way is not None:
        wait([_Pause.under_way])
        return work(never_cancelled)
    between = _Between()
    with uncollected(), ThreadPoolExecutor(1, "apart") as threads:
        future = threads.submit(work, between.checkpoint)
        if not wait([future], _MOMENT).done:
            _Pause(text, between, cancellable=cancellable).take(future)
    try:
        return future.result()
    finally:
        # The exception refers to this frame, which refers to it by `future`: the cycle would outlast this call.
        del future


def is_busy() -> bool:
    """Whether work is under way for which a caller waits while windows are painted."""
    return _Pause.under_way is not None


class _Between:
    """The link between work and its caller: the share that is done, and whether the work was cancelled."""

    def __init__(self) -> None:
        self.share: float | None = None
        self.cancelled = Event()

    def checkpoint(self, share: float | None = None, /) -> None:
        if self.cancelled.is_set():
            raise Cancelled
        if share is not None:
            self.share = share


class _Unwritten(QObject):
    """The owner of a signal with a text that was typed during a wait and could not be entered after it."""

    found = Signal(str)


unwritten = _Unwritten()


def _catch_up() -> None:
    """Repeat what was held back during a wait; `unwritten` carries text for which there is no longer a field."""
    # Another step has begun, which may close the dialog of these keys.
    if _Pause.under_way is not None:
        return
    releases, _Pause.releases = _Pause.releases, []
    for release in releases:
        release.repeat()
    kept, _Pause.kept = _Pause.kept, []
    for typed in kept:
        text = typed.repeat()
        if text:
            unwritten.found.emit(text)


def _in_front() -> QWidget | None:
    """The window that has the focus, or gets it back from a bar that is being closed."""
    window = QApplication.activeWindow() or QApplication.activeModalWidget()
    if window is not None and window.isVisible():
        return window
    windows = (
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMainWindow) and widget.isVisible()
    )
    return next((widget for widget in windows if widget.parentWidget() is None), None)


class _Pause(QObject):
    """A wait for work in another thread, in which the window is painted and input has to wait."""

    under_way: ClassVar[Future[Any] | None] = None
    # What was typed and which clicks ended, and is not repeated yet.
    kept: ClassVar[list[Typed]] = []
    releases: ClassVar[list[ClickEnd]] = []
    _over = Signal()

    def __init__(self, text: str, between: _Between, *, cancellable: bool) -> None:
        super().__init__()
        self._text, self._between, self._cancellable = text, between, cancellable
        # What was typed before the bar appeared.
        self._early: list[QEvent] = []
        # The button of a click that began the wait, and has not ended yet.
        self._button = next(filter(QGuiApplication.mouseButtons().__contains__, _BUTTONS), Qt.MouseButton.NoButton)
        self._takes_in, self._window = False, _in_front()
        self._loop = QEventLoop(self)
        self._over.connect(self._loop.quit, Qt.ConnectionType.QueuedConnection)

    def take(self, future: Future[Result]) -> None:
        """Return once the work of a future is done, or the program ends."""
        _Pause.under_way = future
        application().installEventFilter(self)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            future.add_done_callback(lambda _future: self._over.emit())
            patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
            patience.timeout.connect(self._loop.quit)
            patience.start()
            self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            if not future.done():
                self._take_in()
            if not future.done():
                self._show()
            if not future.done():
                self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        finally:
            QApplication.restoreOverrideCursor()
            application().removeEventFilter(self)
            _Pause.under_way = None
            if _Pause.kept or _Pause.releases:
                QTimer.singleShot(0, application(), _catch_up)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse drops, which Qt delivers at once instead of holding them back like other input; keep what is typed."""
        kind = event.type()
        if kind in _DROPS:
            event.ignore()
        elif self._takes_in and kind == _Type.Close and event.spontaneous():
            # No window can be closed, as later while the modal bar is shown.
            event.ignore()
        elif self._takes_in and kind in _TYPED:
            self._early.append(event.clone())
        elif self._takes_in and kind == _Type.ShortcutOverride:
            # Not a shortcut, as it is not known yet which widget will get it.
            event.accept()
        elif self._takes_in and isinstance(event, QMouseEvent) and self._ends_click(event):
            # Only Qt knows the widget that was pressed, and sends its window the event first.
            if isinstance(watched, QWidget):
                self._button = Qt.MouseButton.NoButton
                _Pause.releases += ends_of(watched, event)
            return isinstance(watched, QWidget)
        else:
            return self._takes_in and kind in _DONE
        return True

    def _ends_click(self, event: QMouseEvent) -> bool:
        button = event.button()
        return event.type() == _Type.MouseButtonRelease and button == self._button != Qt.MouseButton.NoButton

    def _take_in(self) -> None:
        """Keep what was typed so far for the next focused widget: behind a bar, Qt would discard it."""
        focused = QApplication.focusWidget()
        was_text = focused is not None and is_text(focused, QKeyEvent(_Type.KeyPress, Qt.Key.Key_A, _NONE, "a"))
        self._takes_in = True
        QCoreApplication.processEvents()
        self._takes_in = False
        if self._early:
            _Pause.kept.append(Typed(self._window, was_text, self._early))

    def _show(self) -> None:
        """Show a progress bar, with a Cancel button if the work can be cancelled."""
        # Imported late: most work ends sooner.
        from PySide6.QtWidgets import QProgressDialog, QPushButton

        from riskdesk.kit.per_cents import spell_per_cents

        bar = QProgressDialog(self._text, "", 0, 0, self._window)
        bar.setWindowModality(Qt.WindowModality.ApplicationModal)
        # Qt's own button would keep the shortcut Esc beside that of ours, and of two equal shortcuts neither acts.
        bar.setCancelButton(None)
        if self._cancellable:
            cancel = QPushButton(QCoreApplication.translate("Waiting", "Cancel"), bar)
            # Enter or Space meant for a text must not cancel.
            cancel.setAutoDefault(False)
            bar.setCancelButton(cancel)
            bar.canceled.connect(self._between.cancelled.set)
        # Esc closes the bar; the user waits all the same.
        bar.canceled.connect(self._loop.quit)
        bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        bar.setFocus()
        clock = QTimer(bar, interval=_BETWEEN_MS)
        # Not the value of the dialog, as setting it processes all pending events.
        clock.timeout.connect(partial(self._tell, spell_per_cents(bar)))
        clock.start()
        bar.show()
        self._loop.exec()
        # Another step may follow at once: neither its bar nor what is typed should go to this one.
        bar.hide()
        bar.deleteLater()

    def _tell(self, strip: "QProgressBar") -> None:
        """Show in per cent how much is done, once the work has reported it."""
        if self._between.share is not None:
            strip.setMaximum(100)
            strip.setValue(round(100 * self._between.share))
