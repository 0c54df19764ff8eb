"""A matrix on the Kazakhstan register, shown, and short names for what a user does in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks
from riskdesk.domain.assessing import Pair
from riskdesk.domain.matrix import MatrixCell
from riskdesk.domain.printing import Sides
from riskdesk.domain.scale import Assessment
from riskdesk.domain.values import Risk
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.matrix import Matrix
from riskdesk.ui.views.matrix.arranging import Box
from riskdesk.ui.views.matrix.picture import Picture, Spot

_NONE = Qt.KeyboardModifier.NoModifier
# Where the first risks of the register stand at first; the others are not assessed.
STARTS = {"R-01": (4, 3), "R-02": (4, 3), "R-03": (2, 5), "R-04": (1, 1)}


@dataclass
class User:
    """Somebody at the matrix."""

    matrix: Matrix
    workbench: Workbench
    opened: list[str] = field(default_factory=list)
    chosen_cells: list[tuple[int, int, str, bool]] = field(default_factory=list)

    @property
    def picture(self) -> Picture:
        picture = self.matrix.grid.picture
        assert picture is not None
        return picture

    @property
    def spot(self) -> Spot | None:
        return self.matrix.grid.spot

    def risk(self, reference: str) -> Risk:
        tree = self.workbench.tree()
        assert tree is not None
        return next(risk for risk in tree.risks if risk.reference == reference)

    def stands(self, reference: str, *, residual: bool = False) -> tuple[int | None, int | None]:
        risk = self.risk(reference)
        assessment = risk.residual if residual else risk.assessment
        return (assessment.likelihood, assessment.impact)

    def selected(self) -> list[str]:
        tree = self.workbench.tree()
        assert tree is not None
        return [risk.reference for risk in tree.risks if risk.id in self.workbench.selection]

    def select(self, *references: str) -> None:
        self.workbench.select([self.risk(reference).id for reference in references])

    def assess(self, cells: Mapping[str, MatrixCell], *, residual: bool = False) -> None:
        assessments = {self.risk(reference).id: Assessment(*cell) for reference, cell in cells.items()}
        self.workbench.run(risks.assess_each(assessments, Pair.RESIDUAL if residual else Pair.INHERENT))

    def of(self, reference: str, *, residual: bool = False) -> Spot:
        """Where the chip of a risk is."""
        spot = self.picture.spot_of((self.risk(reference).id, residual))
        assert spot is not None
        return spot

    def show(self, sides: Sides) -> None:
        QTest.mouseClick(self.matrix.tools._sides[sides], Qt.MouseButton.LeftButton)

    def place(self, spot: Spot) -> QPoint:
        """A point of the viewport on something: the middle, of a cell a corner that no chip is in."""
        box = self.picture.box(spot)
        assert box is not None
        grid = self.matrix.grid
        if spot.key is None and not spot.more:
            return grid.to_view(Box(box.right - 2, box.bottom - 2, 1, 1)).topLeft()
        return grid.to_view(box).center()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.matrix.grid, key, modifiers)

    def click(self, spot: Spot, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        QTest.mouseClick(self.matrix.grid.viewport(), Qt.MouseButton.LeftButton, modifiers, self.place(spot))

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = _NONE, *, drop: bool = True) -> None:
        """Press, move in steps, and let go."""
        port = self.matrix.grid.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, modifiers, start)
        for step in range(1, 6):
            QTest.mouseMove(port, start + (end - start) * step / 5)
        if drop:
            QTest.mouseRelease(port, Qt.MouseButton.LeftButton, modifiers, end)

    def carry(self, spot: Spot, cell: MatrixCell | None) -> None:
        """Drag something onto a cell, or to what is not assessed."""
        self.drag(self.place(spot), self.place(Spot(cell)))

    def crowd(self) -> Spot:
        """Put so many risks into a cell that most are only counted, and return their count."""
        self.assess({f"R-{number:02}": (2, 2) for number in range(5, 31)})
        self.matrix.resize(700, 500)
        return Spot((2, 2), more=True)


@pytest.fixture
def user(qtbot: QtBot, workbench: Workbench, settings: Settings) -> User:
    matrix = Matrix(workbench, settings)
    qtbot.addWidget(matrix)
    matrix.resize(1100, 760)
    new_user = User(matrix, workbench)
    new_user.assess(STARTS)
    matrix.opened.connect(new_user.opened.append)
    matrix.cell_chosen.connect(lambda *cell: new_user.chosen_cells.append(cell))
    with qtbot.waitActive(matrix):
        matrix.show()
        matrix.activateWindow()
    matrix.grid.setFocus()
    return new_user
