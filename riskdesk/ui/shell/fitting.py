"""Where a window is: saved when it closes, and adapted when it opens if the screens changed."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStyle

from riskdesk.kit.settings import Setting

PLACE = Setting("window/place", str, "")
# The greatest share of the free screen for a window not placed by its user on this screen.
_SHARE = 0.9
_BORDER = 8
# Left, top, width and height of the window, width and height of the free screen, and whether it filled that.
_KEPT = re.compile(r"(-?\d{1,5}) (-?\d{1,5}) (\d{1,5}) (\d{1,5}) (\d{1,5}) (\d{1,5}) ([01])")


class WindowPlace(NamedTuple):
    """The place of a window without its frame, unless it fills the screen; `free` is the size of that screen."""

    room: QRect
    free: QSize
    is_maximized: bool = False

    @classmethod
    def of(cls, window: QMainWindow) -> "WindowPlace":
        """The place of a window now."""
        filled = window.isMaximized() or window.isFullScreen()
        room = window.normalGeometry() if filled else window.geometry()
        return cls(room, window.screen().availableGeometry().size(), filled)

    @classmethod
    def read(cls, text: str) -> "WindowPlace | None":
        """The place of a window from its text in the settings; None if the text is not valid."""
        match = _KEPT.fullmatch(text, endpos=80)
        if match is None:
            return None
        left, top, width, height, free_width, free_height, filled = map(int, match.groups())
        return cls(QRect(left, top, width, height), QSize(free_width, free_height), bool(filled))

    def written(self) -> str:
        """This place as a text."""
        room, free = self.room, self.free
        numbers = (
            room.left(),
            room.top(),
            room.width(),
            room.height(),
            free.width(),
            free.height(),
            int(self.is_maximized),
        )
        return " ".join(map(str, numbers))


def place_window(window: QMainWindow, previous: WindowPlace | None) -> None:
    """Put a window that is not shown yet where it was, or in the middle of the screen if that is not known."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    # The frame is known only once the window is shown.
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, window) + _BORDER
    place = mended(previous, window.sizeHint(), screens, title)
    # If all is drawn twice as large, a screen may be smaller than a window's usual minimum size.
    most = _most(QRect(QPoint(0, 0), place.free), title, 1) - QSize(_BORDER, 0)
    window.setMinimumSize(window.minimumSize().boundedTo(most))
    window.setGeometry(place.room)
    if previous is not None and previous.is_maximized:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def bring_into_sight(window: QMainWindow) -> None:
    """Move and shrink a shown window, whose frame is known by now, so that all of it is on the screen."""
    free, frame = window.screen().availableGeometry(), window.frameGeometry()
    if window.isMaximized() or window.isFullScreen() or free.contains(frame):
        return
    around = frame.size() - window.size()
    window.resize(window.size().boundedTo(free.size() - around))
    window.move(_inside(QRect(frame.topLeft(), window.size() + around), free).topLeft())


def mended(previous: WindowPlace | None, usual: QSize, screens: Sequence[QRect], title: int) -> WindowPlace:
    """The place for a window on these free screens, the first of which is the main one; `title` is its bar's height.

    A window keeps its size if its screen has the same size. On any other one it takes nine tenths at most.
    """
    if previous is None:
        free = screens[0]
        size = usual.boundedTo(_most(free, title, _SHARE))
        left, top = (free.width() - size.width()) // 2, (free.height() - size.height() - title) // 2
        return WindowPlace(QRect(free.topLeft() + QPoint(left, top + title), size), free.size())
    free = max(screens, key=lambda screen: _area(screen.intersected(previous.room)))
    size = previous.room.size().boundedTo(_most(free, title, 1 if previous.free == free.size() else _SHARE))
    room = _inside(QRect(previous.room.topLeft(), size), free.adjusted(0, title, 0, 0))
    return WindowPlace(room, free.size(), previous.is_maximized)


def _most(free: QRect, title: int, share: float) -> QSize:
    return QSize(round(free.width() * share), round(free.height() * share) - title)


def _area(room: QRect) -> int:
    return max(0, room.width()) * max(0, room.height())


def _inside(room: QRect, free: QRect) -> QRect:
    """A place of the same size within the free screen."""
    left = max(free.left(), min(room.left(), free.left() + free.width() - room.width()))
    top = max(free.top(), min(room.top(), free.top() + free.height() - room.height()))
    return QRect(left, top, room.width(), room.height())
