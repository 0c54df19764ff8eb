"""What of a dialog is in sight."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_MOST_STOPS = 40


def is_in_sight(widget: QWidget) -> bool:
    """Whether all of a widget is in its window, and that is on the screen."""
    room, window = widget.rect(), widget.window()
    return (
        widget.isVisible()
        and window.rect().contains(room.translated(widget.mapTo(window, QPoint(0, 0))))
        and widget.screen().availableGeometry().contains(window.frameGeometry())
    )


def by_tab() -> Iterator[QWidget]:
    """What Tab leads to, one after the other, until it is where it began."""
    first = QApplication.focusWidget()
    for _ in range(_MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        yield QApplication.focusWidget()
        if QApplication.focusWidget() is first:
            return
