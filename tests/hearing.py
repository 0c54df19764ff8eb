"""What a screen reader would hear: the edge at which Qt is told of announcements."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent


@contextmanager
def hearing() -> Iterator[list[QAccessibleAnnouncementEvent]]:
    """The announcements made meanwhile, in order."""
    heard: list[QAccessibleAnnouncementEvent] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
        yield heard
