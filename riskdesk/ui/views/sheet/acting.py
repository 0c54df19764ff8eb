"""The parts of a sheet that answer to the user; the sheet is first drawn without them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView

from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.sheet.commands import Commands
from riskdesk.ui.views.sheet.dragging import Dragging
from riskdesk.ui.views.sheet.going import Going
from riskdesk.ui.views.sheet.joining import Joining
from riskdesk.ui.views.sheet.keys import Keys
from riskdesk.ui.views.sheet.losing import Losing
from riskdesk.ui.views.sheet.overlay import Overlay
from riskdesk.ui.views.sheet.pointing import Pointing
from riskdesk.ui.views.sheet.walking import Walking
from riskdesk.ui.views.sheet.writing import SheetEditor

if TYPE_CHECKING:
    from riskdesk.ui.views.sheet.parts import Parts


class Acting:
    """What a user can do on a sheet: writing in its lines, keys, mouse, dragging and commands.

    `offer` is given the files that are pasted, `want` the name of an action that the window does for what is selected.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        workbench: Workbench,
        seen: "Parts",
        offer: Callable[[list[Path]], object],
        want: Callable[[str], object],
    ) -> None:
        paper, scrolling, selecting, display = seen.paper, seen.scrolling, seen.selecting, seen.display
        self.overlay = Overlay(view, paper, scrolling)
        self.writing = writing = SheetEditor(workbench, paper, self.overlay, selecting, display)
        losing, shared = Losing(view), (workbench, paper, scrolling, selecting)
        self.going = Going(writing, paper, selecting, Joining(writing, paper, losing))
        self.keys = Keys(workbench, Walking(paper, scrolling, selecting), selecting, writing)
        self.dragging = Dragging(view, *shared, display, writing, losing, offer)
        self.pointing = Pointing(view.viewport(), *shared, writing, self.dragging, want)
        self.commands = Commands(*shared, display, writing, losing, offer)
        writing.editor.items_pasted.connect(self.commands.take)
