"""Work that is done in parts, between which the window responds."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer

_END = object()


def in_parts(owner: QObject, parts: Iterator[None]) -> None:
    """Do each part when the event loop is idle, as long as the owner lives."""
    QTimer.singleShot(0, owner, partial(_go_on, owner, parts))


def _go_on(owner: QObject, parts: Iterator[None]) -> None:
    if next(parts, _END) is not _END:
        in_parts(owner, parts)
