"""The parts that a sheet is made of."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView

from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.sheet.input.composing import Composing
from riskdesk.ui.views.sheet.input.hinting import Hinting
from riskdesk.ui.views.sheet.showing.display import Display, SheetContext
from riskdesk.ui.views.sheet.showing.hearing import Hearing
from riskdesk.ui.views.sheet.showing.paper import Paper
from riskdesk.ui.views.sheet.showing.scrolling import Scrolling
from riskdesk.ui.views.sheet.showing.selecting import Selecting

if TYPE_CHECKING:
    from riskdesk.ui.views.sheet.input.acting import Acting


class Parts:
    """The parts of a sheet: one each that lays out, scrolls, selects, shows, and tells screen readers.

    The `acting` are the parts that answer to the user. `offer` is given the files that are pasted, `want` the name of
    an action that the window does for what is selected.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        workbench: Workbench,
        offer: Callable[[list[Path]], object],
        want: Callable[[str], object],
    ) -> None:
        self._offer, self._want = offer, want
        self.paper = paper = Paper(view)
        self.scrolling = scrolling = Scrolling(view, paper)
        self.selecting = selecting = Selecting(view, paper.lines, scrolling)
        self.hearing = Hearing(view, paper.lines, selecting)
        self.display = display = Display(view, workbench, paper, scrolling, selecting)
        self._context = context = SheetContext(
            view=view, workbench=workbench, paper=paper, scrolling=scrolling, selecting=selecting, display=display
        )
        self.composing = Composing(context, lambda: self.acting.writing)
        self.hinting = Hinting(context)

    @cached_property
    def acting(self) -> "Acting":
        """What follows keys and mouse; the first picture does without."""
        from riskdesk.ui.views.sheet.input.acting import Acting

        return Acting(self._context, self._offer, self._want)

    def by_name(self) -> dict[str, Callable[[], object]]:
        """Each command of the sheet by the name that the window's actions have."""
        return {
            "cut": lambda: self.acting.commands.cut(),
            "copy": lambda: self.acting.commands.copy(),
            "paste": lambda: self.acting.commands.paste(),
            "duplicate": lambda: self.acting.commands.duplicate(),
            "delete": lambda: self.acting.commands.delete(),
            "select_all": lambda: self.acting.commands.select_all(),
            "edit_text": lambda: self.acting.commands.edit_text(),
            "add_risk": lambda: self.acting.commands.add_risk(),
            "add_mitigation": lambda: self.acting.commands.add_mitigation(),
            "add_entry": lambda: self.acting.commands.add_entry(),
            "add_category": lambda: self.acting.commands.add_category(),
            "move_up": lambda: self.acting.commands.move_up(),
            "move_down": lambda: self.acting.commands.move_down(),
            "zoom_in": lambda: self.acting.commands.zoom_in(),
            "zoom_out": lambda: self.acting.commands.zoom_out(),
            "zoom_reset": lambda: self.acting.commands.zoom_reset(),
        }

    @property
    def is_writing(self) -> bool:
        """Whether a line is open."""
        return self.paper.open is not None

    def finish(self) -> bool:
        """Store and close the line that is open, if one is; False if it is not stored."""
        return not self.is_writing or self.acting.writing.finish()

    def restyle(self) -> None:
        """Take over a changed palette, zoom or width."""
        self.display.restyle()
        if self.is_writing:
            self.acting.overlay.restyle()
