"""The parts that a sheet is made of."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from riskdesk.ui.views.sheet.input.composing import Composing
from riskdesk.ui.views.sheet.input.hinting import Hinting
from riskdesk.ui.views.sheet.showing.context import SheetContext
from riskdesk.ui.views.sheet.showing.display import Display
from riskdesk.ui.views.sheet.showing.line_announcer import LineAnnouncer
from riskdesk.ui.views.sheet.showing.paper import Paper
from riskdesk.ui.views.sheet.showing.scrolling import Scrolling
from riskdesk.ui.views.sheet.showing.selection import SheetSelection
from riskdesk.ui.views.view import OF_ITEMS

if TYPE_CHECKING:
    from riskdesk.ui.views.sheet.input.sheet_input import SheetInput
    from riskdesk.ui.views.sheet.sheet import Sheet

# The commands of a sheet by the names of the window's actions; each is a method of `SheetCommands`.
COMMANDS = (
    *("cut", "copy", "paste", "duplicate", "delete", "select_all"),
    *("edit_text", "add_risk", "add_mitigation", "add_entry", "add_category", "move_up", "move_down"),
    *("zoom_in", "zoom_out", "zoom_reset"),
)
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Parts:
    """The parts of a sheet: one each to lay out, scroll, select, show, and report to screen readers.

    The parts in `input` respond to the user.
    """

    def __init__(self, view: "Sheet") -> None:
        self.paper = paper = Paper(view)
        self.scrolling = scrolling = Scrolling(view, paper)
        self.selection = selection = SheetSelection(view, paper.lines, scrolling)
        self.announcer = LineAnnouncer(view, paper.lines, selection)
        self.display = display = Display(view, view.workbench, paper, scrolling, selection)
        self._context = context = SheetContext(
            view=view,
            files_pasted=view.files_pasted,
            command_wanted=view.command_wanted,
            workbench=view.workbench,
            paper=paper,
            scrolling=scrolling,
            selection=selection,
            display=display,
        )
        self.composing = Composing(context, lambda: self.input.writing)
        Hinting(context)

    @cached_property
    def input(self) -> "SheetInput":
        """The parts that respond to keys and mouse; the first picture does without."""
        from riskdesk.ui.views.sheet.input.sheet_input import SheetInput

        return SheetInput(self._context)

    def by_name(self) -> dict[str, Callable[[], object]]:
        """The commands of the sheet by the names of the window's actions."""
        return {name: partial(self._do, name) for name in COMMANDS}

    def can(self, name: str) -> bool:
        """Whether a command has something to act on: selected items, or an open line."""
        workbench = self._context.workbench
        is_item = (identity != workbench.register_id for identity in workbench.selection)
        return name not in OF_ITEMS or self.is_writing or any(is_item)

    def _do(self, name: str) -> None:
        getattr(self.input.commands, name)()

    @property
    def is_writing(self) -> bool:
        """Whether a line is open."""
        return self.paper.open_line is not None

    def finish(self) -> bool:
        """Store and close the open line, if there is one; return False if it cannot be stored."""
        return not self.is_writing or self.input.writing.finish()

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Choose the first line, if none is, for who comes by Tab; an open line gets the focus instead of the sheet."""
        if self.is_writing:
            # It could not be stored when it was left; letters would be commands.
            self.input.writing.editor.setFocus(reason)
            return
        if reason in _BY_TAB and self.selection.current_row is None and self.paper.lines.lines:
            self.selection.choose(0)
        self.announcer.tell_line()
