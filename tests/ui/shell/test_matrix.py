"""The matrix in the whole window: how it is come to, and where it leads."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from riskdesk.desk import risks
from riskdesk.domain.assessing import Pair
from riskdesk.domain.printing import DocumentKind, Sides
from riskdesk.domain.scale import Assessment
from riskdesk.ui.assess.card import Card
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.print_dialog import PrintDialog
from riskdesk.ui.printing.printer import Printing
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.matrix import Matrix
from riskdesk.ui.views.matrix.picture import Spot
from riskdesk.ui.views.matrix.unfolded import Unfolded
from tests.ui.conftest import Opened, action


@pytest.fixture
def main_window(open_window: Opened, qtbot: QtBot) -> MainWindow:
    window = open_window()
    window.resize(1366, 768)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.findChild(Matrix) is not None)
    return window


def matrix(window: MainWindow) -> Matrix:
    view = window.findChild(Matrix)
    assert isinstance(view, Matrix)
    return view


def test_ctrl_3_leads_to_the_matrix_which_takes_the_keyboard(main_window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(matrix(main_window).grid.hasFocus)
    assert action(main_window, "view_matrix").isChecked()


def test_what_is_selected_in_one_view_is_selected_in_the_other(main_window: MainWindow, workbench: Workbench) -> None:
    first, second, *_ = workbench.tree().risks
    place = matrix(main_window).rect_of(second.id).center()
    QTest.mouseClick(matrix(main_window).grid.viewport(), Qt.MouseButton.LeftButton, pos=_in_grid(main_window, place))
    action(main_window, "view_sheet").trigger()
    assert main_window._sheet.selected_ids() == (second.id,)
    workbench.select([first.id])
    action(main_window, "view_matrix").trigger()
    assert matrix(main_window).grid.appearance.selected == {first.id}


def _in_grid(window: MainWindow, place: QPoint) -> QPoint:
    return matrix(window).grid.viewport().mapFrom(matrix(window), place)


def test_a_risk_that_is_opened_is_seen_on_the_sheet(main_window: MainWindow, workbench: Workbench) -> None:
    risk = list(workbench.tree().risks)[20]
    matrix(main_window).reveal_item(risk.id)
    QTest.keyClick(matrix(main_window).grid, Qt.Key.Key_Return)
    assert action(main_window, "view_sheet").isChecked()
    assert main_window._sheet.selected_ids() == (risk.id,)
    assert main_window._sheet.rect_of(risk.id) is not None


def test_a_step_costs_nothing_behind_another_view_and_is_seen_in_front(
    main_window: MainWindow, workbench: Workbench
) -> None:
    risk = next(workbench.tree().risks)
    action(main_window, "view_sheet").trigger()
    before = matrix(main_window).grid.picture
    workbench.run(risks.assess_each({risk.id: Assessment(5, 5)}))
    assert matrix(main_window).grid.picture is before
    action(main_window, "view_matrix").trigger()
    assert matrix(main_window).grid.picture.spot_of_risk(risk.id) == Spot((5, 5), (risk.id, False))


def test_keys_act_on_what_was_selected_in_another_view(
    main_window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    first, second, *_ = workbench.tree().risks
    matrix(main_window).reveal_item(first.id)
    action(main_window, "view_sheet").trigger()
    workbench.select([second.id])
    action(main_window, "view_matrix").trigger()
    qtbot.waitUntil(matrix(main_window).grid.hasFocus)
    QTest.keyClick(matrix(main_window).grid, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    first, second, *_ = workbench.tree().risks
    assert (first.assessment, second.assessment) == (Assessment(), Assessment(1, 5))


def test_what_is_dragged_stays_where_it_was_if_another_view_comes(
    main_window: MainWindow, workbench: Workbench
) -> None:
    risk = next(workbench.tree().risks)
    matrix(main_window).reveal_item(risk.id)
    grid = matrix(main_window).grid
    start, end = (grid.to_view(grid.picture.box(spot)).center() for spot in (grid.spot, Spot((2, 2))))
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(grid.viewport(), (start + end) / 2)
    QTest.mouseMove(grid.viewport(), end)
    assert grid.pointing.is_busy
    action(main_window, "view_sheet").trigger()
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert next(workbench.tree().risks).assessment == Assessment()


def test_no_line_is_opened_on_the_sheet_once_another_view_has_come(
    main_window: MainWindow, workbench: Workbench
) -> None:
    action(main_window, "view_sheet").trigger()
    place = main_window._sheet.rect_of(next(workbench.tree().risks).id).center()
    QTest.mousePress(main_window._sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    action(main_window, "view_matrix").trigger()
    QTest.mouseRelease(main_window._sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert main_window._sheet.writing.row is None


def test_a_search_marks_chips(main_window: MainWindow, workbench: Workbench, qtbot: QtBot) -> None:
    main_window._search._field.setText("reform")
    qtbot.waitUntil(lambda: bool(matrix(main_window).grid.appearance.hits))
    hits = matrix(main_window).grid.appearance
    assert hits.current_hit in hits.hits
    assert workbench.selection == (hits.current_hit,)


def test_undo_takes_a_move_back_where_it_was_made(main_window: MainWindow, workbench: Workbench) -> None:
    risk = next(workbench.tree().risks)
    matrix(main_window).reveal_item(risk.id)
    QTest.keyClick(matrix(main_window).grid, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert next(workbench.tree().risks).assessment == Assessment(1, 5)
    action(main_window, "undo").trigger()
    assert next(workbench.tree().risks).assessment == Assessment()


def test_del_never_deletes_a_risk_here(main_window: MainWindow, workbench: Workbench) -> None:
    before = len(list(workbench.tree().risks))
    matrix(main_window).reveal_item(next(workbench.tree().risks).id)
    QTest.keyClick(matrix(main_window).grid, Qt.Key.Key_Space)
    QTest.keyClick(matrix(main_window).grid, Qt.Key.Key_Delete)
    assert not action(main_window, "delete").isEnabled()
    assert len(list(workbench.tree().risks)) == before


def test_the_matrix_is_printed_as_it_is_seen(
    main_window: MainWindow, workbench: Workbench, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(Printing, "is_possible", lambda _self: True)
    matrix(main_window).tools._sides[Sides.RESIDUAL].click()
    matrix(main_window).tools.command_wanted.emit("print")
    dialog = main_window.findChild(PrintDialog)
    how = dialog._fields.chosen()
    assert (how.kind, how.sides) == (DocumentKind.MATRIX, Sides.RESIDUAL)
    assert dialog._fields.sides.isVisible()
    qtbot.waitUntil(lambda: dialog._pages.text() == "1")
    dialog.reject()


def test_who_cancels_the_printing_of_the_matrix_prints_as_before(
    main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Printing, "is_possible", lambda _self: True)
    before = main_window._rooms.choice.how()
    matrix(main_window).tools._ended.click()
    matrix(main_window).tools.command_wanted.emit("print")
    main_window.findChild(PrintDialog).reject()
    assert main_window._rooms.choice.how() == before
    action(main_window, "print").trigger()
    how = main_window.findChildren(PrintDialog)[-1]._fields.chosen()
    assert (how.kind, how.ended) == (before.kind, before.ended)


def test_copying_takes_the_selected_risks_as_everywhere(main_window: MainWindow, workbench: Workbench, qapp) -> None:
    risk = next(workbench.tree().risks)
    workbench.select([risk.id])
    matrix(main_window).grid.setFocus()
    action(main_window, "copy").trigger()
    assert risk.description in qapp.clipboard().text()


def test_the_list_of_a_cell_makes_room_for_the_card_that_a_key_brings_up(
    main_window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    workbench.run(risks.assess([risk.id for risk in workbench.tree().risks], Pair.INHERENT, Assessment(3, 3)))
    matrix(main_window).grid.unfolded.emit(Spot((3, 3), more=True))
    unfolded = main_window.findChild(Unfolded)
    qtbot.waitUntil(unfolded.list.hasFocus)
    QTest.keyClick(unfolded.list, Qt.Key.Key_Down)
    QTest.keyClick(unfolded.list, Qt.Key.Key_A)
    assert not isValid(unfolded) or not unfolded.isVisible()
    (card,) = main_window.findChildren(Card)
    assert card.isVisible()
    assert card.isAncestorOf(main_window.focusWidget())
