"""What assesses is named, large enough, read in light and dark, and worked by letters of its own."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks, scales
from riskdesk.domain.assessing import Pair
from riskdesk.domain.matrix import tolerance_line
from riskdesk.domain.scale import Assessment
from riskdesk.domain.values import Language
from riskdesk.kit.theme import Scheme
from riskdesk.ui.assess.cell import _HOVERED, CellButton
from riskdesk.ui.assess.heads import Heads
from riskdesk.ui.assess.matrix import AssessmentMatrix
from riskdesk.ui.assess.mode import AssessingMode
from riskdesk.ui.assess.shown import shown_scale
from riskdesk.ui.scale.bands import contrast, ink_on, mix, tint
from riskdesk.ui.views.sheet.layout.style import FACE, load_face
from tests.ui.access.mnemonics import at_fault, texts_of
from tests.ui.access.names import names_are_whole
from tests.ui.access.seen import name
from tests.ui.access.targets import small
from tests.ui.assess.conftest import Assessor
from tests.ui.drawn import texts_drawn
from tests.ui.keys import focused


def test_the_matrix_beside_a_risk_is_named_and_can_be_hit(user: Assessor) -> None:
    user.choose(7)
    user.press(Qt.Key.Key_A)
    names_are_whole(user.card)
    assert small(user.card) == []
    cell = QAccessible.queryAccessibleInterface(focused())
    assert cell.role() == QAccessible.Role.RadioButton
    assert name(cell) == "Likelihood 3 Medium, impact 3 Medium, score 9, Medium"
    group = QAccessible.queryAccessibleInterface(user.card.matrix)
    assert group.role() == QAccessible.Role.Grouping
    assert name(group) == "Inherent assessment of R-07"
    assert group.text(QAccessible.Text.Description) == user.risks[6].description


def test_assessing_mode_is_named_and_can_be_hit(user: Assessor, qtbot: QtBot) -> None:
    user.sheet.setFocus()
    user.press(Qt.Key.Key_F9)
    mode = user.window.findChild(AssessingMode)
    qtbot.waitUntil(lambda: min(cell.height() for cell in mode.findChildren(CellButton)) > 1)
    names_are_whole(mode)
    assert small(mode) == []
    names = [name(QAccessible.queryAccessibleInterface(mode._form.matrices[pair])) for pair in Pair]
    assert names == ["Inherent assessment of R-01", "Residual assessment of R-01"]
    bar = [menu.text() for menu in user.window.menuBar().actions()]
    assert at_fault([*bar, *texts_of(mode)]) == {}


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK], indirect=True)
def test_what_stands_in_cells_is_read_and_their_edges_are_seen(scheme: Scheme, user: Assessor) -> None:
    assert scheme
    user.workbench.run(risks.edit(user.risks[0].id, likelihood=2, impact=4))
    user.choose(1)
    user.press(Qt.Key.Key_A)
    QApplication.processEvents()
    palette = user.card.palette()
    for step in range(11):
        ground, ink = tint(step / 10, palette.base().color()), palette.windowText().color()
        assert all(contrast(ink, mix(ink, ground, under)) >= 4.5 for under in (0, _HOVERED))
    image, paper = user.card.grab().toImage(), palette.window().color()
    for place in ((5, 1), (1, 5), (2, 4), (3, 3)):
        cell = user.cell(*place)
        corner = cell.mapTo(user.card, QPoint(0, cell.height() // 2))
        edge = [image.pixelColor(corner.x() + x, corner.y()) for x in range(6)]
        assert max(contrast(colour, paper) for colour in edge) >= 3
    cell_held = user.cell(2, 4)
    middle = cell_held.mapTo(user.card, QPoint(6, cell_held.height() - 7))
    ground = QColor(image.pixelColor(middle))
    assert contrast(ink_on(ground), ground) >= 4.5


@pytest.mark.parametrize("tolerance", [0, 2])
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK], indirect=True)
def test_the_line_of_tolerance_is_seen_between_the_cells_it_parts_and_heard(
    scheme: Scheme, tolerance: int, user: Assessor
) -> None:
    assert scheme
    scale = replace(scales.profile("5x5"), tolerance=tolerance)
    user.workbench.run(registers.edit(user.tree.register.id, scale=scale))
    user.choose(7)
    user.press(Qt.Key.Key_A)
    QApplication.processEvents()
    matrix, line = user.card.matrix, tolerance_line(scale)
    image, ink = matrix.grab().toImage(), matrix.palette().windowText().color()
    for row, column in product(range(1, 5), range(1, 5)):
        place = user.cell(row, column).geometry()
        above, right = QPoint(place.center().x(), place.top()), QPoint(place.right(), place.center().y())
        for way, there in (((0, 1), above), ((1, 0), right)):
            assert (contrast(image.pixelColor(there), ink) < 1.5) == (((row, column), way) in line), (row, column, way)
    for cell in matrix.findChildren(CellButton):
        spoken = name(QAccessible.queryAccessibleInterface(cell))
        assert spoken.endswith(", above tolerance") == (not scale.is_tolerated(cell.assessment))
    for key in 2 * (Qt.Key.Key_Up, Qt.Key.Key_Right):
        user.press(key)
    assert any(label.text() == "above tolerance" and label.isVisible() for label in user.card.findChildren(QLabel))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", scales.PROFILES)
@pytest.mark.parametrize("width", [190, 230, 300, 391])
def test_the_names_of_likelihoods_are_whole_beside_a_matrix(
    qtbot: QtBot, language: Language, name: str, width: int
) -> None:
    """As narrow as both stand beside each other where the window is as small as it can be."""
    load_face()
    scale, matrix = shown_scale(scales.profile(name), language), AssessmentMatrix()
    qtbot.addWidget(matrix)
    matrix.setFont(QFont(FACE, 9))
    matrix.show_scale(scale)
    matrix.resize(width, 225)
    matrix.show()
    cells = {cell.assessment: cell.geometry() for cell in matrix.findChildren(CellButton)}
    rows = [cells[Assessment(level.number, 1)] for level in scale.likelihood]
    columns = [cells[Assessment(1, level.number)] for level in scale.impact]
    texts = texts_drawn(lambda painter: Heads(scale, matrix.font()).paint(painter, matrix.rect(), rows, columns, None))
    assert [text for text in texts if "…" in text] == []
    assert [level.name for level in scale.likelihood if level.name.split()[-1] not in " ".join(texts)] == []
