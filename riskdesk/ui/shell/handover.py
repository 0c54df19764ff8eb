"""What a window hands over to the one that replaces it, as another language is chosen."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt

from riskdesk.kit.focus_place import FocusPlace
from riskdesk.ui.notices.notices import LeftNotices, Notices

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from riskdesk.ui.help.window import HelpPlace
    from riskdesk.ui.history.window import HistoryPlace
    from riskdesk.ui.shell.search import Search
    from riskdesk.ui.shell.window import MainWindow
    from riskdesk.ui.views.sheet.showing.paper import Caret


class OtherWindows(NamedTuple):
    """What the help and the history showed; None for what was closed."""

    help: "HelpPlace | None"
    history: "HistoryPlace | None"


class Stance(NamedTuple):
    """Whether a window filled the screen, where its focus was, and its last notices; None before it had any."""

    state: Qt.WindowState
    focus: FocusPlace
    notices: LeftNotices | None

    @classmethod
    def of(cls, window: "QMainWindow") -> "Stance":
        """The stance of a window now."""
        notices = window.findChild(Notices)
        return cls(window.windowState(), FocusPlace.of(window), notices.left if notices is not None else None)

    def restore(self, window: "QMainWindow") -> None:
        """Give a window that is complete the focus and the notices."""
        self.focus.restore(window)
        notices = window.findChild(Notices)
        if notices is not None and self.notices is not None:
            notices.resume(self.notices)


class Handover(NamedTuple):
    """What was searched for, whether risks were assessed in the mode for it, the other windows, and what was written.

    All else that a window shows is known by its stance, the workbench, the settings and the notes of what is due.
    """

    search: "Search"
    is_assessing: bool
    windows: OtherWindows
    caret: "Caret | None"
    stance: Stance

    def restore_stance(self, window: "MainWindow") -> None:
        """Give a window the stance once it is complete."""
        TakingOver(self, window)


class TakingOver(QObject):
    """What a window has not taken over yet, as it gets the focus and the notices only once it is complete."""

    def __init__(self, handover: Handover, window: "MainWindow") -> None:
        super().__init__(window)
        self._handover: Handover | None = handover
        self._window = window
        window.ready.connect(self._end)

    @classmethod
    def rest(cls, window: "MainWindow") -> Handover | None:
        """The handover that a window passes on, as it gives way before it is complete; None if it is complete."""
        taking_over = window.findChild(cls)
        return None if taking_over is None else taking_over._handover

    def _end(self) -> None:
        if self._handover is not None:
            self._handover.stance.restore(self._window)
        self._handover = None
