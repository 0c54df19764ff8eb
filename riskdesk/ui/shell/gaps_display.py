"""What is missing or due in the window: counted in the status line, listed in an area, announced in a bar."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QMainWindow

from riskdesk.domain.gaps import Gap, GapKind
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.gaps.ahead import Ahead
from riskdesk.ui.gaps.button import GapsButton
from riskdesk.ui.gaps.due import DueBar
from riskdesk.ui.gaps.panel import GapsPanel
from riskdesk.ui.gaps.watch import Watch
from riskdesk.ui.shell.areas import CENTRE, Areas
from riskdesk.ui.shell.commands import Commands
from riskdesk.ui.shell.navigation import Navigation


class GapsDisplay(QObject):
    """The part of a window that shows the gaps of the register: a button, a panel and a bar.

    The panel is made when it is first shown. The bar is below the areas: the gaps of a large register are found only
    after the register is shown, and a bar there moves nothing under the pointer.
    """

    def __init__(
        self,
        workbench: Workbench,
        settings: Settings,
        areas: Areas,
        navigation: Navigation,
        commands: Commands,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._workbench, self._areas, self._navigation, self._commands = workbench, areas, navigation, commands
        self.watch = Watch(workbench, self)
        self.button = GapsButton(self.watch, window)
        self.button.clicked.connect(partial(commands.run, "go_gaps"))
        areas.add_later("gaps", self._make_panel)
        window.statusBar().addPermanentWidget(self.button)
        content = window.centralWidget()
        assert content is not None, "it was put in"
        self.bar = DueBar(workbench, self.watch, settings, content)
        self.bar.gaps_wanted.connect(self._show_new)
        Ahead(workbench, self.watch, settings)
        self.bar.left.connect(self._go_back)
        cast("QBoxLayout", content.layout()).addWidget(self.bar)

    def open_due(self, path: Path, open_file: Callable[[], object]) -> None:
        """Open a file, and list what is due in it."""
        self.bar.expect(path)
        open_file()

    def go_notice(self, go: Callable[[], object]) -> None:
        """Go to the bar if it is shown, else to the notice by `go`."""
        if not self.bar.go():
            go()

    def _go_back(self) -> None:
        """Give the focus back to the register, unless something else is shown in its place."""
        if self._areas.isVisible():
            self._areas.go_to(CENTRE)

    def _make_panel(self) -> GapsPanel:
        panel = GapsPanel(self._workbench, self.watch, self._assess)
        panel.pointed.connect(self._navigation.point_at)
        panel.entered.connect(self._navigation.write_in)
        return panel

    def _assess(self, risk: str) -> None:
        """Go to a risk, and assess it and then those that follow there."""
        self._navigation.write_in(risk)
        self._commands.run("assess")

    def _show_new(self, due: Mapping[GapKind, Sequence[Gap]], some: bool) -> None:  # noqa: FBT001 - a signal's
        self._commands.run("go_gaps")
        panel = self._areas.area("gaps")
        if isinstance(panel, GapsPanel):
            panel.show_due(due, fresh=some)
