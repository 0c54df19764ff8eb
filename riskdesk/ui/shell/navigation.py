"""Leading the user to an item, a field, a category or a register, whatever asks for it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from riskdesk.domain.problems import Problem
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.areas import CENTRE, Areas
from riskdesk.ui.shell.stage import Stage
from riskdesk.ui.views.centre import Centre

if TYPE_CHECKING:
    from riskdesk.ui.inspector import Inspector


class Navigation(QObject):
    """The part of a window that leads the user to an item, a field, a category or a register.

    `inspector` is None until the window has one.
    """

    def __init__(self, workbench: Workbench, stage: Stage, areas: Areas, centre: Centre) -> None:
        super().__init__(stage)
        self.inspector: Inspector | None = None
        self._workbench, self._stage, self._areas, self._centre = workbench, stage, areas, centre

    def point_at(self, identity: str, fields: Sequence[str] = ()) -> None:
        """Select an item and make it visible, with the first of the fields that is filled in; the focus stays."""
        self._stage.show_register()
        self._areas.show_area(CENTRE)
        self._workbench.select([identity])
        self._centre.front.reveal_item(identity)
        inspector = self.inspector
        if inspector is not None and self._areas.is_seen("inspector"):
            inspector.reveal_field(fields)

    def write_in(self, identity: str, fields: Sequence[str] = ()) -> None:
        """Go to an item and give the focus to the first of these fields, or to the view in front if there is none."""
        self.point_at(identity)
        inspector = self.inspector
        if fields and inspector is not None:
            self._areas.show_area("inspector")
            self._centre.front.reveal_item(identity)
        if inspector is None or not inspector.reveal_field(fields, Qt.FocusReason.TabFocusReason):
            self._areas.go_to(CENTRE)

    def lead_back(self, problem: Problem) -> None:
        """Give the focus to the field that a problem is about, if it is about one."""
        inspector = self.inspector
        for name, view in self._centre.views.items():
            if view.editing is not None and view.editing.is_about(problem):
                self._areas.show_area(CENTRE)
                self._centre.show_view(name)
                view.editing.take_focus()
                return
        if inspector is not None and inspector.field_of(problem) is not None:
            self._areas.show_area("inspector")
            inspector.lead_back(problem)

    def show_category(self, category: str) -> None:
        """Show the view in front, scrolled to a category."""
        self._areas.show_area(CENTRE)
        self._centre.front.scroll_to(category)

    def open_register(self, register: str) -> None:
        """Open a register where it was left, or select it as a whole, and give the focus to the view in front."""
        was_open = register == self._workbench.register_id
        if self._workbench.open_register(register):
            selection = () if was_open else self._workbench.selection
            self.write_in(next(iter(selection), register))
