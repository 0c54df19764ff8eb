"""A window on the Kazakhstan register, and short names for who assesses in it by keys and mouse."""

from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks
from riskdesk.desk.session import Session
from riskdesk.domain.assessing import Pair
from riskdesk.domain.scale import Assessment
from riskdesk.domain.values import Risk
from riskdesk.kit.theme import Scheme, Theme
from riskdesk.ui.assess.card import Card
from riskdesk.ui.assess.cell import CellButton
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.sheet import Sheet
from riskdesk.ui.views.sheet.showing.beside import beside
from tests.ui.conftest import Desk, Opened, sheet
from tests.ui.keys import focused

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class Assessor(Desk):
    """Somebody at the window; `keys` and `clicks` count what they did."""

    keys = 0
    clicks = 0

    @property
    def sheet(self) -> Sheet:
        return sheet(self.window)

    @property
    def risks(self) -> list[Risk]:
        return list(self.tree.risks)

    @property
    def card(self) -> Card:
        return self.window.findChild(Card)

    @property
    def selected(self) -> list[str]:
        return [risk.reference for risk in self.risks if risk.id in self.workbench.selection]

    def assessment_of(self, number: int, pair: Pair = Pair.INHERENT) -> Assessment:
        """The assessment of a risk, counted from 1."""
        return pair.of(self.risks[number - 1])

    def choose(self, *numbers: int) -> None:
        """Select risks on the sheet, which has the focus."""
        self.workbench.select([self.risks[number - 1].id for number in numbers])
        self.sheet.setFocus()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.keys += 1
        QTest.keyClick(focused(), key, modifiers)

    def type(self, digits: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
        for sign in digits:
            self.press(Qt.Key(ord(sign)), modifiers)

    def click(
        self,
        target: QWidget,
        place: QPoint | None = None,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.clicks += 1
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, modifiers, place or target.rect().center())

    def cell(self, likelihood: int, impact: int, within: QWidget | None = None) -> CellButton:
        cells = (within or self.card).findChildren(CellButton)
        return next(cell for cell in cells if cell.assessment == Assessment(likelihood, impact))

    def mark_of(self, number: int) -> QPoint:
        """The middle of what stands beside a risk, in the viewport of the sheet."""
        identity = self.risks[number - 1].id
        self.sheet.reveal_item(identity)
        layout, row = self.sheet.layout_of_lines, self.sheet.lines.content.rows[identity]
        return beside(layout, row).center() - QPoint(0, self.sheet.verticalOffset())


def undo_elsewhere(user: Assessor, number: int) -> None:
    """Let somebody else edit a risk and undo that, and read it."""
    with closing(Session.open(user.workbench.session.path, "Marat")) as other:
        other.run(risks.edit(user.risks[number - 1].id, note="Marat"))
        other.undo(user.workbench.register_id)
    user.workbench.read_changes_of_others()


@pytest.fixture
def user(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> Assessor:
    window = open_window()
    window.resize(1280, 800)
    qtbot.waitUntil(window.isActiveWindow)
    return Assessor(window, workbench)


@pytest.fixture
def scheme(qapp: QApplication, undressed: None, request: pytest.FixtureRequest) -> Scheme:
    """The colours that the window has."""
    Theme(qapp, request.param)
    return request.param
