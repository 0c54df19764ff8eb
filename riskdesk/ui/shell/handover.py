"""What a window hands over to the one that replaces it, as another language is chosen."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from riskdesk.ui.help.window import HelpPlace
    from riskdesk.ui.shell.search import Search
    from riskdesk.ui.views.sheet.showing.paper import Caret


class OtherWindows(NamedTuple):
    """What the help showed, and where the history was on the screen; None for what was closed."""

    help: "HelpPlace | None"
    history: "QRect | None"


class Handover(NamedTuple):
    """What was searched for, whether risks were assessed in the mode for it, the other windows, and what was written.

    All else that a window shows is known by the workbench, the settings and the notes of what is due.
    """

    search: "Search"
    is_assessing: bool
    windows: OtherWindows
    caret: "Caret | None"
