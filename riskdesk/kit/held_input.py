"""Input that had to wait for work, and is repeated once that is done: text, and the end of a click."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import dropwhile, takewhile

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from riskdesk.kit.qt import application

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)


@dataclass(frozen=True)
class Typed:
    """The keys that were typed during a wait: in which window, and whether into a text there."""

    window: QWidget | None
    was_text: bool
    events: list[QEvent]

    def repeat(self) -> str:
        """Send the events to the focused widget of the window; return the text for which there is no field any more."""
        left = dropwhile(partial(_done_again, self.window), self.events)
        text = "".join(takewhile(str.isprintable, filter(None, map(_text, left))))
        return text if self.was_text else ""


@dataclass(frozen=True)
class ClickEnd:
    """An event that ends a click which a wait has interrupted, and the widget that was pressed."""

    widget: QWidget
    event: QEvent

    def repeat(self) -> None:
        """Send the event, unless the widget is gone or behind a dialog, or a menu is open already.

        A menu comes up once the window has the focus again, which the bar had, as it depends on that.
        """
        if QApplication.activePopupWidget() is not None:
            return
        if not isValid(self.widget) or not self.widget.isVisible() or _is_behind_dialog(self.widget.window()):
            return
        if self.event.type() != QEvent.Type.ContextMenu or self.widget.window().isActiveWindow():
            QApplication.sendEvent(self.widget, self.event)
        else:
            kinds = Qt.ConnectionType
            application().focusWindowChanged.connect(lambda _window: self._later(), kinds.SingleShotConnection)

    def _later(self) -> None:
        QTimer.singleShot(0, application(), self.repeat)


def ends_of(widget: QWidget, release: QMouseEvent) -> Iterator[ClickEnd]:
    """What ends a click: the release of its button, and for the right one a request for a menu.

    Qt makes that request after the press or after the release, as the system does, but no longer knows for which widget
    once a bar was shown.
    """
    yield ClickEnd(widget, release.clone())
    if release.button() == Qt.MouseButton.RightButton:
        place, on_screen = release.position().toPoint(), release.globalPosition().toPoint()
        reason = QContextMenuEvent.Reason.Mouse
        yield ClickEnd(widget, QContextMenuEvent(reason, place, on_screen, release.modifiers()))


def is_text(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether a widget takes a key as text."""
    override = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
    override.ignore()
    QApplication.sendEvent(widget, override)
    return override.isAccepted()


def _done_again(window: QWidget | None, event: QEvent) -> bool:
    """Send a kept event to the focused widget of its window; False if that is gone or takes no such text."""
    # The work may have closed a dialog.
    focused = window.focusWidget() if window is not None and isValid(window) and window.isVisible() else None
    if focused is None or _is_behind_dialog(window):
        return False
    if isinstance(event, QKeyEvent) and event.key() not in _MODIFIERS and not is_text(focused, event):
        return False
    QApplication.sendEvent(focused, event)
    return True


def _is_behind_dialog(window: QWidget | None) -> bool:
    modal = QApplication.activeModalWidget()
    # A bar that is being closed is hidden.
    return modal not in (None, window) and modal.isVisible()


def _text(event: QEvent) -> str:
    if isinstance(event, QInputMethodEvent):
        return event.commitString()
    return event.text() if isinstance(event, QKeyEvent) else ""
