"""How the sheet follows its workbench: what a step changed, what is selected, another register."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from riskdesk.domain.step import Step
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.missed import Missed
from riskdesk.ui.views.sheet.parts import Parts


class KeepingUp(QObject):
    """The part of a sheet that shows what changes on its workbench, and reports to it what is selected.

    Behind another view it waits.
    """

    def __init__(self, view: QWidget, workbench: Workbench, parts: Parts) -> None:
        super().__init__(view)
        self._view, self._workbench, self._parts, self._missed = view, workbench, parts, Missed(view)
        # Whether the selection changes here because it did on the workbench.
        self._is_notified = False
        # The ids being selected on the workbench, whose signal comes back.
        self._telling: tuple[str, ...] | None = None
        parts.selection.listener = self._tell_selection
        workbench.stepped.connect(self._follow)
        workbench.register_opened.connect(self._on_opened)
        workbench.selected.connect(self._on_selected)

    def begin(self) -> None:
        """Show the register that is open, and what is selected."""
        self._on_opened()

    def _tell_selection(self) -> None:
        """Report to the workbench what is selected here."""
        if not self._is_notified:
            ids = self._telling = self._parts.selection.chosen_ids()
            self._workbench.select(ids)
            self._telling = None
            self._parts.announcer.tell_selection()

    @contextmanager
    def being_notified(self) -> Iterator[None]:
        """Within this block, do not tell the workbench of changed selections."""
        self._is_notified = True
        try:
            yield
        finally:
            self._is_notified = False

    def _follow(self, step: Step) -> None:
        """Show what a step changed; the open line stays open unless its item is gone."""
        line = self._parts.paper.open_line
        if line is not None:
            self._parts.input.writing.follow(step)
        stores = self._parts.is_writing and self._parts.input.writing.storing
        if stores or self._missed.put_off(self._catch_up, unless_waiting=True):
            return
        self._parts.display.refresh(step)
        if line is not None and not self._parts.is_writing:
            self._parts.input.writing.go_on_after(step, line)

    def _catch_up(self) -> None:
        # The selection here is out of date, and must not reach the workbench.
        with self.being_notified():
            self._parts.display.refresh()
        self._on_selected()

    def _on_selected(self) -> None:
        ids = self._workbench.selection
        if ids is self._telling or self._missed.put_off(self._catch_up, unless_waiting=True):
            return
        if ids != self._parts.selection.chosen_ids() and self._parts.finish():
            with self.being_notified():
                rows = self._parts.selection.select_ids(ids)
            if rows:
                self._parts.scrolling.reveal(rows[0])

    def _on_opened(self) -> None:
        if self._parts.is_writing:
            self._parts.input.writing.cancel()
        if self._missed.put_off(self._on_opened):
            return
        # Something may have been selected in another view since the register was opened.
        with self.being_notified():
            self._parts.display.refresh()
            # Another file may hold the same register.
            self._parts.selection.leave()
        self._parts.scrolling.to_start()
        self._on_selected()
        self._settle()

    def _settle(self) -> None:
        """Make the first line current if the view has the focus, and report the register if the line is for it."""
        selection = self._parts.selection
        if self._workbench.selection or not self._view.hasFocus():
            return
        if selection.current is None and self._parts.paper.lines.lines:
            selection.choose(0)
        if selection.is_register_current:
            self._tell_selection()
