"""The areas in which a register is assessed and seen, each in the whole window, with all that can be in it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks, waivers
from riskdesk.domain.assessing import Pair
from riskdesk.domain.gaps import GapKind
from riskdesk.domain.printing import Sides
from riskdesk.domain.scale import Assessment
from riskdesk.domain.values import RiskStatus
from riskdesk.ui.assess.card import Card
from riskdesk.ui.assess.cell import CellButton
from riskdesk.ui.assess.mode import AssessingMode
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.gaps import GapsPanel
from riskdesk.ui.history.page import HistoryPage
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.printing.preview import Preview
from riskdesk.ui.printing.preview.pages import Pages
from riskdesk.ui.shell.palette.palette import Palette
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.list import RegisterList
from riskdesk.ui.views.matrix import Matrix
from riskdesk.ui.views.matrix.picture import Spot
from riskdesk.ui.views.matrix.unfolded import Unfolded
from riskdesk.ui.welcome import WelcomePage
from tests.ui.conftest import Desk, action, sheet

WidgetT = TypeVar("WidgetT", bound=QWidget)
# So many stand in one cell that a count stands for some of them.
_MANY = 20


class Areas(Desk):
    """Brings each up in a window by what a user does."""

    def __init__(self, window: MainWindow, workbench: Workbench, qtbot: QtBot) -> None:
        super().__init__(window, workbench)
        self._qtbot = qtbot
        self._makers: dict[str, Callable[[], QWidget]] = {
            "list": self._list,
            "list without rows": self._empty_list,
            "matrix": self._matrix,
            "risks of a cell": self._unfolded,
            "gaps": self._gaps,
            "history page": self._history_page,
            "assess card": self._card,
            "assessing mode": self._mode,
            "palette": self._palette,
            "welcome page": self._welcome,
            "inspector": lambda: self.visible_widget(Inspector),
            "preview": self._preview,
        }

    def show(self, name: str) -> QWidget:
        """Bring an area up."""
        widget = self._makers[name]()
        QApplication.processEvents()
        return widget

    def visible_widget(self, kind: type[WidgetT]) -> WidgetT:
        (match,) = (widget for widget in self.window.findChildren(kind) if widget.isVisible())
        return match

    def _do(self, name: str) -> None:
        action(self.window, name).trigger()
        QApplication.processEvents()

    def _list(self) -> RegisterList:
        self._do("view_list")
        view = self.visible_widget(RegisterList)
        view.listed.ask(view.listed.listing.filtered("band", "4", "3", "2", "1", ""))
        return view

    def _empty_list(self) -> RegisterList:
        self._do("view_list")
        view = self.visible_widget(RegisterList)
        view.bar.field.setText("what is nowhere")
        return view

    def _matrix(self) -> Matrix:
        self._do("view_matrix")
        view = self.visible_widget(Matrix)
        QTest.mouseClick(view.tools._sides[Sides.BOTH], Qt.MouseButton.LeftButton)
        return view

    def _unfolded(self) -> Unfolded:
        view = self._matrix()
        view.grid.unfolded.emit(Spot((2, 2), more=True))
        return self.visible_widget(Unfolded)

    def _preview(self) -> Preview:
        self._do("show_preview")
        preview = self.visible_widget(Preview)
        self._qtbot.waitUntil(lambda: preview.findChild(Pages).count > 0)
        return preview

    def _welcome(self) -> WelcomePage:
        self._do("welcome")
        return self.visible_widget(WelcomePage)

    def _gaps(self) -> GapsPanel:
        self._do("show_gaps")
        panel = self.visible_widget(GapsPanel)
        panel._view.expandAll()
        return panel

    def _history_page(self) -> HistoryPage:
        self._do("show_history")
        return self.visible_widget(HistoryPage)

    def _card(self) -> Card:
        sheet(self.window).setFocus()
        QTest.keyClick(sheet(self.window), Qt.Key.Key_A)
        return self.visible_widget(Card)

    def _mode(self) -> AssessingMode:
        self._do("assessing")
        mode = self.visible_widget(AssessingMode)
        self._qtbot.waitUntil(lambda: min(cell.height() for cell in mode.findChildren(CellButton)) > 1)
        return mode

    def _palette(self) -> Palette:
        self._do("go_to")
        QTest.keyClicks(QApplication.focusWidget(), "ref")
        return self.visible_widget(Palette)


AREAS = (
    *("list", "list without rows", "matrix", "risks of a cell", "gaps", "history page", "assess card"),
    *("assessing mode", "palette", "welcome page", "inspector", "preview"),
)


def fill(workbench: Workbench) -> None:
    """Assess most risks of a register, some of them twice, end one, own one, and switch a kind of gaps off."""
    tree = workbench.tree()
    assert tree is not None
    all_risks = list(tree.risks)
    levels = {risk.id: Assessment(1 + at % 5, 1 + at // 5 % 5) for at, risk in enumerate(all_risks[:-_MANY])}
    levels |= {risk.id: Assessment(2, 2) for risk in all_risks[-_MANY:-1]}
    workbench.run(risks.assess_each(levels))
    workbench.run(
        risks.assess_each({all_risks[9].id: Assessment(1, 1), all_risks[5].id: Assessment(3, 3)}, Pair.RESIDUAL)
    )
    workbench.run(risks.edit(all_risks[0].id, owner="Anna", note="A note"))
    workbench.run(risks.edit(all_risks[1].id, status=RiskStatus.CLOSED))
    workbench.run(waivers.waive(tree.register.id, GapKind.NO_DUE_DATE, "Agreed by the Committee"))
    workbench.select([all_risks[0].id])
