"""How much is seen of the focus at each stop of Tab."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.kit.pictures import change, picture

LINE = 3


_MOST_STOPS = 60


_AROUND = 4


Stop = tuple[QWidget, float]


def stops(window: QWidget) -> Iterator[Stop]:
    """Each stop of Tab, with how much is seen to change there as the focus goes on; none that was scrolled then."""
    gone_through: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        now = QApplication.focusWidget()
        assert now is not None
        if now in gone_through:
            return
        gone_through.append(now)
        QApplication.processEvents()
        room = place(now, window)
        before = picture(window, room)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        QApplication.processEvents()
        if place(now, window) == room and QApplication.focusWidget() is not now:
            yield now, change(before, picture(window, room))


def place(widget: QWidget, window: QWidget) -> QRect:
    room = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return room.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND) & window.rect()


def unseen(window: QWidget) -> list[str]:
    """The stops at which nobody sees that they have the focus."""
    weak_stops = [(stop, contrast) for stop, contrast in stops(window) if contrast < LINE]
    return [f"{type(stop).__name__} {stop.accessibleName()!r} {contrast:.2f}" for stop, contrast in weak_stops]
