"""Drags of text: each ends when the mouse button is released, and takes no text out of another field."""

from functools import cache

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from riskdesk.kit.incoming import accept_copy

_NO_BUTTON = Qt.MouseButton.NoButton


def end_drags(field: QPlainTextEdit | QTextEdit) -> None:
    """Let no drag of a field's text begin while no mouse button is pressed.

    A field that the mouse leaves with a button pressed scrolls by a timer, which makes up moves of the mouse. If the
    mouse left it with the selected text, Qt does not stop this timer at the drop: the next move begins another drag,
    which nothing ends, so that the program gets no more input.
    """
    field.installEventFilter(_ending())


def keep_source(event: QDropEvent, place: QWidget) -> None:
    """Make a drop that a place accepted a copy, unless the text is from there: other fields keep what is dragged."""
    if event.isAccepted() and event.source() is not place:
        accept_copy(event)


class _Ending(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_over = event.type() == QEvent.Type.Timer and QGuiApplication.mouseButtons() == _NO_BUTTON
        if is_over:
            _stop_timer(watched)
        return is_over


def _stop_timer(field: QObject) -> None:
    """Stop the timer of a field as Qt does when the right button is released, which changes nothing else."""
    nowhere, right = QPointF(), Qt.MouseButton.RightButton
    released = QMouseEvent(
        QEvent.Type.MouseButtonRelease, nowhere, nowhere, right, _NO_BUTTON, Qt.KeyboardModifier.NoModifier
    )
    # Qt's own functions, as a field of ours may do more at a release, such as take the focus.
    if isinstance(field, QPlainTextEdit):
        QPlainTextEdit.mouseReleaseEvent(field, released)
    elif isinstance(field, QTextEdit):
        QTextEdit.mouseReleaseEvent(field, released)


@cache
def _ending() -> _Ending:
    """The filter for all fields, which lives as long as the program."""
    return _Ending(QApplication.instance())
