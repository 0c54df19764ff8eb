"""The matrix as it is heard: a table with its heads, each cell with its count and names, and what happens in it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolTip

from riskdesk.desk import registers, risks
from riskdesk.domain.printing import Sides
from riskdesk.ui.views.matrix.picture import Spot
from riskdesk.ui.views.matrix.speech import MatrixSpeech
from tests.hearing import hearing
from tests.ui.views.matrix.conftest import User

Key, Role = Qt.Key, QAccessible.Role
ALT = Qt.KeyboardModifier.AltModifier


def spoken_parts(part: QAccessibleInterface) -> list[tuple[QAccessible.Role, str]]:
    children = (part.child(place) for place in range(part.childCount()))
    return [(child.role(), child.text(QAccessible.Text.Name)) for child in children if child is not None]


def test_the_matrix_is_a_table_of_named_cells(user: User) -> None:
    table = QAccessible.queryAccessibleInterface(user.matrix.grid)
    assert table.role() == Role.Table
    assert table.text(QAccessible.Text.Name) == "Matrix of the register"
    spoken = spoken_parts(table)
    cells = [name for role, name in spoken if role == Role.Cell and name]
    assert len(cells) == 26
    assert "Likelihood 4 High, Impact 3 Medium, 12 High, 2 risks, R-01 and R-02" in cells
    assert "Likelihood 5 Very high, Impact 1 Very low, 5 Medium, no risks" in cells
    assert cells[5].startswith("Not assessed, 27 risks, R-05, R-06, ")
    heads = [name for role, name in spoken if role in (Role.RowHeader, Role.ColumnHeader)]
    assert "Likelihood 4 High, 2 risks" in heads
    assert "Impact 5 Very high, 1 risk" in heads


def test_each_cell_is_where_it_is_seen(user: User) -> None:
    table = QAccessible.queryAccessibleInterface(user.matrix.grid)
    cells = [table.child(place) for place in range(table.childCount())]
    cell_found = next(
        cell for cell in cells if cell.text(QAccessible.Text.Name).startswith("Likelihood 4 High, Impact 3")
    )
    box = user.matrix.grid.to_view(user.picture.frame.cells[4, 3])
    assert cell_found.rect().size() == box.size()


def test_the_keyboard_tells_a_chip_and_where_it_was_moved_to(user: User) -> None:
    user.matrix.grid.go_to(Spot((2, 5)))
    with hearing() as announcements:
        user.press(Key.Key_Right)
        user.press(Key.Key_Up, ALT)
    texts = [event.message() for event in announcements]
    assert texts[0].startswith("R-03, ")
    assert texts[0].endswith("1 of 1")
    assert texts[-1] == "R-03, Likelihood 3 Medium, Impact 5 Very high, 15 High"


def test_a_count_tells_whether_there_are_others_and_how_many_are_selected(user: User) -> None:
    count = user.crowd()
    some_shown, hidden = user.picture.shown(count.cell), user.picture.hidden(count.cell)
    number = f"{len(hidden)} more risks" if some_shown else f"{len(hidden)} risks"
    user.matrix.grid.go_to(count)
    assert user.matrix.spoken_text() == f"{number}, Enter lists them"
    user.workbench.select([chip.risk.id for chip in hidden[:2]])
    assert user.matrix.spoken_text() == f"{number}, Enter lists them, 2 selected risks"
    user.matrix.resize(420, 400)
    assert not user.picture.shown(count.cell)
    assert user.matrix.spoken_text() == "26 risks, Enter lists them, 2 selected risks"


def test_both_sides_are_told_apart(user: User) -> None:
    user.assess({"R-03": (1, 1)}, residual=True)
    user.show(Sides.BOTH)
    speech = MatrixSpeech()
    texts = [speech.spot(user.picture, user.of("R-03", residual=residual), selected=()) for residual in (False, True)]
    assert "before mitigation" in texts[0]
    assert "after mitigation" in texts[1]


def test_a_tooltip_tells_a_risk_in_full_and_a_cell_with_the_meaning_of_its_levels(user: User) -> None:
    speech, risk = MatrixSpeech(), user.risk("R-03")
    user.workbench.run(risks.edit(risk.id, owner="N. Name", title="Reform", residual_likelihood=1))
    assert speech.tip(user.picture, user.of("R-03")) == [
        "R-03 Reform",
        risk.description,
        "Likelihood 2 Low, Impact 5 Very high, 10 High",
        "After mitigation: Likelihood 1 Very low",
        "Owner: N. Name",
    ]
    user.workbench.run(risks.edit(risk.id, description="word " * 1_000))
    assert max(map(len, speech.tip(user.picture, user.of("R-03")))) == 400
    lines = speech.tip(user.picture, Spot((4, 3)))
    assert lines[1] == "Impact 3 Medium – A result is delayed or reached only in part."
    assert lines[2:] == ["12 High", "2 risks", "R-01 and R-02"]


def test_what_is_above_tolerance_is_said(user: User) -> None:
    register = user.workbench.tree().register
    speech = MatrixSpeech()
    assert "above tolerance" not in speech.cell(user.picture, (4, 3))
    user.workbench.run(registers.edit(register.id, scale=replace(register.scale, tolerance=1)))
    assert "12 High, above tolerance, 2 risks" in speech.cell(user.picture, (4, 3))
    assert "above tolerance" not in speech.cell(user.picture, (1, 1))


def test_a_tooltip_shows_what_looks_like_markup_to_the_letter(user: User) -> None:
    user.workbench.run(risks.edit(user.risk("R-03").id, description="<b>Roads</b> & bridges"))
    place = user.place(user.of("R-03"))
    port = user.matrix.grid.viewport()
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, place, port.mapToGlobal(place)))
    assert "&lt;b&gt;Roads&lt;/b&gt; &amp; bridges" in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize("sides", list(Sides))
def test_the_table_keeps_the_rules_of_models(user: User, sides: Sides) -> None:
    tester = QAbstractItemModelTester(user.matrix.grid.cells, QAbstractItemModelTester.FailureReportingMode.Fatal)
    user.show(sides)
    user.assess({"R-05": (5, 5)})
    user.workbench.undo()
    assert tester is not None
