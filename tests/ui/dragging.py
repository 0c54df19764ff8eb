"""What is dragged into a window from outside, as a window system tells of it."""

from typing import Any

from PySide6 import __version_info__
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_HOW = Qt.DropAction.CopyAction
_HELD = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(target: QWidget, point: QPoint, data: QMimeData) -> bool:
    """Drop data on a widget, and whether it was let in; Qt drops only where something has been dragged to."""
    enter = QDragEnterEvent(place(point), _HOW, data, *_HELD)
    QApplication.sendEvent(target, enter)
    QApplication.sendEvent(target, QDropEvent(QPointF(point), _HOW, data, *_HELD))
    return enter.isAccepted()


def dragged_to(point: QPoint, data: QMimeData) -> QDragMoveEvent:
    """The event of something that is dragged over a point of a widget."""
    return QDragMoveEvent(place(point), _HOW, data, *_HELD)


def place(point: QPoint) -> Any:
    """A point in the form in which the events of this Qt take it."""
    return QPointF(point) if __version_info__ >= (6, 12) else point
