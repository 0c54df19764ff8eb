"""A window that is in sight, however large the screen is and wherever the window was before."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QMainWindow

# How much of the free screen a window takes at most that was never placed by its user.
_SHARE = 0.9


def fit_to_screen(window: QMainWindow, *, first: bool) -> None:
    """Make a window small enough for its screen, at the `first` start with room around it, and bring it into sight."""
    free = window.screen().availableGeometry()
    if not window.isMaximized() and not window.isFullScreen():
        share = _SHARE if first else 1
        room = QSize(round(free.width() * share), round(free.height() * share))
        window.resize(window.size().boundedTo(room))
        if not free.contains(window.geometry()):
            window.setGeometry(_inside(window.geometry(), free))


def _inside(place: QRect, free: QRect) -> QRect:
    """A place of the same size within the free screen."""
    left = max(free.left(), min(place.left(), free.right() - place.width()))
    top = max(free.top(), min(place.top(), free.bottom() - place.height()))
    return QRect(left, top, place.width(), place.height())
