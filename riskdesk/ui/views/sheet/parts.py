"""What a sheet is put together of."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView

from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.sheet.commands import Commands
from riskdesk.ui.views.sheet.composing import Composing
from riskdesk.ui.views.sheet.display import Display
from riskdesk.ui.views.sheet.dragging import Dragging
from riskdesk.ui.views.sheet.going import Going
from riskdesk.ui.views.sheet.hearing import Hearing
from riskdesk.ui.views.sheet.hinting import Hinting
from riskdesk.ui.views.sheet.joining import Joining
from riskdesk.ui.views.sheet.keys import Keys
from riskdesk.ui.views.sheet.losing import Losing
from riskdesk.ui.views.sheet.overlay import Overlay
from riskdesk.ui.views.sheet.paper import Paper
from riskdesk.ui.views.sheet.pointing import Pointing
from riskdesk.ui.views.sheet.scrolling import Scrolling
from riskdesk.ui.views.sheet.selecting import Selecting
from riskdesk.ui.views.sheet.walking import Walking
from riskdesk.ui.views.sheet.writing import Writing


class Parts:
    """Lays out, shows, selects, writes, and follows keys and mouse, each for one view on a workbench.

    `offer` is given the files that are pasted, `want` the name of an action that the window does for what is selected.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        workbench: Workbench,
        offer: Callable[[list[Path]], object],
        want: Callable[[str], object],
    ) -> None:
        self.paper = paper = Paper(view)
        self.scrolling = scrolling = Scrolling(view, paper)
        self.selecting = selecting = Selecting(view, paper.lines, scrolling)
        self.hearing = Hearing(view, paper.lines, selecting)
        self.display = display = Display(view, workbench, paper, scrolling, selecting)
        self.overlay = Overlay(view, paper, scrolling)
        self.writing = writing = Writing(workbench, paper, self.overlay, selecting, display)
        losing, seen = Losing(view), (workbench, paper, scrolling, selecting)
        self.going = Going(writing, paper, selecting, Joining(writing, paper, losing))
        self.composing = Composing(view, scrolling, selecting, writing)
        self.keys = Keys(workbench, Walking(paper, scrolling, selecting), selecting, writing)
        self.dragging = Dragging(view, *seen, display, writing, losing, offer)
        self.pointing = Pointing(view.viewport(), *seen, writing, self.dragging, want)
        self.hinting = Hinting(view, workbench, paper, scrolling, display.showing)
        self.commands = Commands(*seen, display, writing, losing, offer)
        writing.editor.items_pasted.connect(self.commands.take)
