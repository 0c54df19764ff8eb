"""The matrix under keys and mouse: what is selected, moved, opened and listed, each change one step."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from riskdesk.desk import mitigations, risks
from riskdesk.desk.rescaling import rescale
from riskdesk.desk.scales import profile
from riskdesk.domain.matrix import MatrixCell
from riskdesk.domain.printing import Sides
from riskdesk.domain.remap import proposed
from riskdesk.domain.values import RiskStatus
from riskdesk.kit.settings import Settings
from riskdesk.ui.views.matrix import Matrix
from riskdesk.ui.views.matrix.picture import Spot
from tests.ui.conftest import read_only
from tests.ui.keys import hold
from tests.ui.views.matrix.conftest import STARTS, User

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier


def test_a_click_selects_one_and_ctrl_adds_and_takes(user: User) -> None:
    user.click(user.of("R-03"))
    assert user.selected() == ["R-03"]
    user.click(user.of("R-01"), CTRL)
    assert user.selected() == ["R-01", "R-03"]
    user.click(user.of("R-03"), CTRL)
    assert user.selected() == ["R-01"]
    user.click(user.of("R-04"))
    assert user.selected() == ["R-04"]
    user.click(Spot((3, 3)))
    assert user.selected() == []


def test_a_rubber_band_selects_what_it_meets_and_with_ctrl_adds_it(user: User) -> None:
    cells = user.matrix.grid.to_view(user.picture.frame.cells[4, 3])
    around = cells.topLeft() - QPoint(4, 4), cells.bottomRight() + QPoint(4, 4)
    user.drag(*around)
    assert user.selected() == ["R-01", "R-02"]
    user.select("R-04")
    user.drag(*around, CTRL)
    assert user.selected() == ["R-01", "R-02", "R-04"]


@pytest.mark.parametrize("target", [(5, 5), (1, 1), (3, 4)])
def test_dragging_a_chip_re_assesses_it_in_one_step(user: User, target: MatrixCell) -> None:
    steps = []
    user.workbench.stepped.connect(steps.append)
    user.carry(user.of("R-03"), target)
    assert user.stands("R-03") == target
    assert [len(step.changes) for step in steps] == [1]
    user.workbench.undo()
    assert user.stands("R-03") == STARTS["R-03"]


def test_all_that_is_selected_goes_along_in_one_step(user: User) -> None:
    user.select("R-01", "R-03", "R-05")
    user.carry(user.of("R-03"), (5, 2))
    assert [user.stands(name) for name in ("R-01", "R-03", "R-05")] == [(5, 2)] * 3
    assert user.stands("R-02") == STARTS["R-02"]
    user.workbench.undo()
    assert [user.stands(name) for name in ("R-01", "R-03", "R-05")] == [(4, 3), (2, 5), (None, None)]
    assert user.selected() == ["R-01", "R-03", "R-05"]


def test_what_is_not_selected_is_dragged_alone(user: User) -> None:
    user.select("R-01", "R-03")
    user.carry(user.of("R-04"), (5, 2))
    assert [user.stands(name) for name in ("R-01", "R-03", "R-04")] == [(4, 3), (2, 5), (5, 2)]


def test_a_chip_goes_from_what_is_not_assessed_into_a_cell_and_back(user: User) -> None:
    user.carry(user.of("R-05"), (2, 2))
    assert user.stands("R-05") == (2, 2)
    user.carry(user.of("R-05"), None)
    assert user.stands("R-05") == (None, None)
    assert user.of("R-05").cell is None


def test_where_nothing_is_dropped_nothing_is_written(user: User) -> None:
    steps = []
    user.workbench.stepped.connect(steps.append)
    user.drag(user.place(user.of("R-03")), QPoint(3, 3))
    user.carry(user.of("R-03"), STARTS["R-03"])
    user.drag(user.place(user.of("R-03")), user.place(Spot((5, 5))), drop=False)
    user.press(Key.Key_Escape)
    QTest.mouseRelease(user.matrix.grid.viewport(), Qt.MouseButton.LeftButton, pos=user.place(Spot((5, 5))))
    assert steps == []
    assert user.stands("R-03") == STARTS["R-03"]


def test_alt_and_arrows_move_by_a_level_and_stop_at_the_edge(user: User) -> None:
    user.click(user.of("R-03"))
    user.press(Key.Key_Up, ALT)
    assert user.stands("R-03") == (3, 5)
    user.press(Key.Key_Right, ALT, times=2)
    user.press(Key.Key_Left, ALT)
    user.press(Key.Key_Down, ALT, times=9)
    assert user.stands("R-03") == (1, 4)
    assert user.spot == user.of("R-03")
    user.workbench.undo()
    assert user.stands("R-03") == (2, 4)


def test_alt_and_arrows_move_each_of_several_from_where_it_stands(user: User) -> None:
    steps = []
    user.workbench.stepped.connect(steps.append)
    user.select("R-01", "R-03", "R-04")
    user.matrix.grid.go_to(user.of("R-01"))
    user.press(Key.Key_Down, ALT)
    assert [user.stands(name) for name in ("R-01", "R-02", "R-03", "R-04")] == [(3, 3), (4, 3), (1, 5), (1, 1)]
    assert len(steps) == 1


def test_what_a_rubber_band_selected_moves_by_alt_and_arrows(user: User) -> None:
    user.click(Spot((5, 3)))
    cells = user.matrix.grid.to_view(user.picture.frame.cells[4, 3])
    user.drag(cells.topLeft() - QPoint(4, 4), cells.bottomRight() + QPoint(4, 4))
    user.press(Key.Key_Down, ALT)
    assert [user.stands(name) for name in ("R-01", "R-02")] == [(3, 3), (3, 3)]


def test_all_that_was_selected_moves_by_alt_and_arrows(user: User) -> None:
    user.click(Spot((5, 3)))
    user.matrix.commands["select_all"]()
    user.press(Key.Key_Left, ALT)
    assert [user.stands(name) for name in ("R-01", "R-03")] == [(4, 2), (2, 4)]


def test_what_is_not_assessed_comes_in_by_alt_and_left(user: User) -> None:
    user.click(user.of("R-05"))
    user.press(Key.Key_Right, ALT)
    assert user.stands("R-05") == (None, None)
    user.press(Key.Key_Left, ALT)
    assert user.stands("R-05") == (1, 5)


def test_del_clears_what_the_keyboard_is_on_and_all_that_is_selected_with_it(user: User) -> None:
    user.select("R-03", "R-04")
    user.matrix.grid.go_to(user.of("R-01"))
    user.press(Key.Key_Delete)
    assert [user.stands(name) for name in STARTS] == [(None, None), (4, 3), (2, 5), (1, 1)]
    user.matrix.grid.go_to(user.of("R-03"))
    user.press(Key.Key_Delete)
    assert [user.stands(name) for name in STARTS] == [(None, None), (4, 3), (None, None), (None, None)]
    user.workbench.undo()
    assert user.stands("R-04") == (1, 1)


def test_neither_del_nor_alt_and_arrows_take_a_whole_cell(user: User) -> None:
    user.click(Spot((4, 3)))
    assert user.spot == Spot((4, 3))
    user.press(Key.Key_Delete)
    user.press(Key.Key_Up, ALT)
    assert user.stands("R-01") == user.stands("R-02") == (4, 3)


def test_arrows_go_through_a_row_chip_by_chip_and_from_row_to_row(user: User) -> None:
    user.matrix.grid.go_to(Spot((4, 2)))
    been = []
    for _ in range(5):
        user.press(Key.Key_Right)
        been.append(user.spot)
    assert been == [Spot((4, 3)), user.of("R-01"), user.of("R-02"), Spot((4, 4)), Spot((4, 5))]
    user.press(Key.Key_Right)
    assert user.spot == Spot(None)
    user.press(Key.Key_Down)
    assert user.spot == user.of("R-05")
    user.press(Key.Key_Left, CTRL)
    assert user.spot == Spot((4, 5))
    user.press(Key.Key_Down)
    assert user.spot == Spot((3, 5))
    user.press(Key.Key_Home)
    assert user.spot == Spot((3, 1))
    user.press(Key.Key_Left)
    assert user.spot == Spot((3, 1))


def test_down_and_up_go_from_chip_to_chip_within_a_cell_first(user: User) -> None:
    user.assess(dict.fromkeys(("R-05", "R-06"), (4, 3)))
    user.matrix.grid.go_to(user.of("R-01"))
    here = user.picture.box(user.of("R-01"))
    user.press(Key.Key_Down)
    below = user.picture.box(user.spot)
    assert (user.spot.cell, below.x) == ((4, 3), here.x)
    assert below.y > here.y
    user.press(Key.Key_Up)
    assert user.spot == user.of("R-01")
    user.press(Key.Key_Up)
    assert user.spot == Spot((5, 3))


def test_space_selects_and_ctrl_and_space_adds_and_takes(user: User) -> None:
    user.matrix.grid.go_to(user.of("R-03"))
    user.press(Key.Key_Space)
    assert user.selected() == ["R-03"]
    user.matrix.grid.go_to(Spot((4, 3)))
    user.press(Key.Key_Space, CTRL)
    assert user.selected() == ["R-01", "R-02", "R-03"]
    user.matrix.grid.go_to(user.of("R-01"))
    user.press(Key.Key_Space, CTRL)
    assert user.selected() == ["R-02", "R-03"]


def test_enter_opens_a_risk_and_lists_a_cell(user: User) -> None:
    user.matrix.grid.go_to(user.of("R-03"))
    user.press(Key.Key_Return)
    user.matrix.grid.go_to(Spot((4, 3)))
    user.press(Key.Key_Enter)
    user.show(Sides.RESIDUAL)
    user.matrix.grid.go_to(Spot(None))
    user.press(Key.Key_Return)
    assert user.opened == [user.risk("R-03").id]
    assert user.chosen_cells == [(4, 3, "inherent", False), (0, 0, "residual", False)]


def test_a_double_click_opens_a_risk_and_nothing_on_a_cell(user: User) -> None:
    for spot in (user.of("R-03"), Spot((3, 3))):
        user.click(spot)
        QTest.mouseDClick(user.matrix.grid.viewport(), Qt.MouseButton.LeftButton, pos=user.place(spot))
    assert user.opened == [user.risk("R-03").id]
    assert user.chosen_cells == []


def test_the_menu_of_a_cell_lists_it_and_selects_its_risks(user: User) -> None:
    user.matrix._menu.show(Spot((4, 3)), QPoint())
    show_in_list, select_risks = user.matrix._menu._menu.actions()
    assert show_in_list.text() == "&Show in the list"
    show_in_list.trigger()
    select_risks.trigger()
    assert user.chosen_cells == [(4, 3, "inherent", False)]
    assert user.selected() == ["R-01", "R-02"]


def test_a_right_click_selects_what_it_is_on_unless_it_is(user: User) -> None:
    points = []
    user.matrix.menu_wanted.connect(points.append)
    for name, expected in (("R-03", ["R-03"]), ("R-01", ["R-01"])):
        QTest.mouseClick(user.matrix.grid.viewport(), Qt.MouseButton.RightButton, pos=user.place(user.of(name)))
        assert user.selected() == expected
    user.select("R-01", "R-03")
    QTest.mouseClick(user.matrix.grid.viewport(), Qt.MouseButton.RightButton, pos=user.place(user.of("R-03")))
    assert user.selected() == ["R-01", "R-03"]


def test_each_side_is_moved_by_its_own_chip(user: User) -> None:
    user.assess({"R-01": (2, 2), "R-02": (4, 3)}, residual=True)
    user.show(Sides.BOTH)
    assert len(user.picture.arrows) == 1
    user.carry(user.of("R-01", residual=True), (1, 2))
    assert (user.stands("R-01"), user.stands("R-01", residual=True)) == ((4, 3), (1, 2))
    user.carry(user.of("R-01"), (5, 5))
    assert (user.stands("R-01"), user.stands("R-01", residual=True)) == ((5, 5), (1, 2))
    # One chip stands for both sides of what is assessed alike; what it is moved to is what comes after mitigation.
    user.carry(user.of("R-02", residual=True), (1, 1))
    assert (user.stands("R-02"), user.stands("R-02", residual=True)) == ((4, 3), (1, 1))


def test_ended_risks_are_out_unless_they_are_asked_for(user: User) -> None:
    user.workbench.run(risks.edit(user.risk("R-03").id, status=RiskStatus.CLOSED))
    assert user.picture.spot_of_risk(user.risk("R-03").id) is None
    QTest.mouseClick(user.matrix.tools._ended, Qt.MouseButton.LeftButton)
    assert user.of("R-03").cell == (2, 5)


def test_two_hundred_in_a_cell_are_a_number_that_opens(user: User) -> None:
    tree = user.workbench.tree()
    entry = next(tree.entries).entry.id
    user.workbench.run(risks.add(entry, [f"Risk {number}" for number in range(200)]))
    added = [risk.reference for risk in user.workbench.tree().risks if risk.description.startswith("Risk ")]
    user.assess(dict.fromkeys(added, (3, 3)))
    more = Spot((3, 3), more=True)
    hidden = user.picture.chips_at(more)
    assert len(hidden) + len(user.picture.shown((3, 3))) == 200
    user.click(more)
    any_list = user.matrix.findChild(QListView, options=Qt.FindChildOption.FindChildrenRecursively)
    lists = [
        candidate
        for candidate in user.matrix.findChildren(QListView)
        if candidate.accessibleName() == "Risks of the cell"
    ]
    assert any_list is not None
    (risk_list,) = lists
    assert risk_list.model().rowCount() == len(hidden)
    QTest.keyClick(risk_list, Key.Key_Down)
    QTest.keyClick(risk_list, Key.Key_Down, SHIFT)
    assert len(user.workbench.selection) == 2
    moved = user.selected()
    risk_list.window().close()
    user.carry(more, (5, 5))
    assert [user.stands(reference) for reference in moved] == [(5, 5)] * 2
    assert len(user.picture.chips((3, 3))) == 198


def test_enter_in_the_list_of_a_number_opens_a_risk(user: User) -> None:
    user.assess({risk.reference: (3, 3) for risk in user.workbench.tree().risks})
    more = Spot((3, 3), more=True)
    user.matrix.grid.go_to(more)
    user.press(Key.Key_Return)
    risk_list = next(
        candidate
        for candidate in user.matrix.findChildren(QListView)
        if candidate.accessibleName() == "Risks of the cell"
    )
    QTest.keyClick(risk_list, Key.Key_Return)
    assert user.opened == [user.picture.hidden((3, 3))[0].risk.id]


def test_enter_that_is_held_lists_a_cell_and_opens_none_of_it(user: User) -> None:
    user.assess({risk.reference: (3, 3) for risk in user.workbench.tree().risks})
    user.matrix.grid.go_to(Spot((3, 3), more=True))
    user.matrix.grid.setFocus()
    hold(user.matrix.grid, Key.Key_Return, 3)
    assert user.opened == []


def test_the_keyboard_is_in_the_matrix_again_when_the_list_of_a_number_has_gone(user: User, qtbot: QtBot) -> None:
    user.assess({risk.reference: (3, 3) for risk in user.workbench.tree().risks})
    user.matrix.tools.setFocus()
    user.matrix.grid.unfolded.emit(Spot((3, 3), more=True))
    (risk_list,) = user.matrix.findChildren(QListView)
    QTest.keyClick(risk_list, Key.Key_Escape)
    qtbot.waitUntil(user.matrix.grid.hasFocus)


@read_only
def test_a_reader_moves_nothing(user: User) -> None:
    user.click(user.of("R-03"))
    user.press(Key.Key_Up, ALT)
    user.press(Key.Key_Delete)
    user.carry(user.of("R-03"), (5, 5))
    assert user.stands("R-03") == STARTS["R-03"]


def test_the_keyboard_stays_on_a_chip_that_is_moved_elsewhere(user: User) -> None:
    user.matrix.grid.go_to(user.of("R-03"))
    user.assess({"R-03": (5, 1)})
    assert user.spot == user.of("R-03")
    assert user.spot.cell == (5, 1)


def test_what_is_no_risk_costs_the_matrix_nothing(user: User) -> None:
    before, tree = user.matrix.grid.picture, user.workbench.tree()
    user.workbench.run(mitigations.edit(next(tree.mitigations).id, description="Other words"))
    assert user.matrix.grid.picture is before


def test_zoom_enlarges_by_keys_wheel_and_buttons_and_is_kept(user: User, settings: Settings) -> None:
    before = user.picture.size
    user.matrix.commands["zoom_in"]()
    assert user.picture.size > before
    assert user.matrix.tools._percent.text() == "110%"
    user.matrix.commands["zoom_reset"]()
    assert user.picture.size == before
    user.matrix.grid.zoom = 2
    user.show(Sides.BOTH)
    again = Matrix(user.workbench, settings)
    assert (again.zoom, again.tools.sides) == (2, Sides.BOTH)
    again.deleteLater()


@pytest.mark.parametrize("zoom", [0.7, 1, 2, 4])
def test_what_is_revealed_is_in_sight_at_any_zoom(user: User, zoom: float) -> None:
    user.matrix.grid.zoom = zoom
    for reference in STARTS:
        user.matrix.reveal_item(user.risk(reference).id)
        rect = user.matrix.rect_of(user.risk(reference).id)
        assert rect is not None
        assert user.matrix.rect().contains(rect)


def test_what_is_out_of_sight_has_no_place(user: User) -> None:
    user.matrix.grid.zoom = 4
    user.matrix.reveal_item(user.risk("R-04").id)
    assert user.matrix.rect_of(user.risk("R-01").id) is None
    assert user.matrix.rect_of("nothing") is None


def test_alt_and_arrows_move_a_risk_on_though_it_was_only_counted_in_between(user: User) -> None:
    user.crowd()
    user.assess({"R-30": (3, 2)})
    user.workbench.select([])
    user.matrix.grid.go_to(user.of("R-30"))
    user.press(Key.Key_Down, ALT)
    assert user.spot == Spot((2, 2), more=True)
    user.press(Key.Key_Down, ALT)
    assert user.stands("R-30") == (1, 2)


def test_the_way_back_to_the_cells_leads_to_one_though_the_scale_has_fewer_levels_now(user: User) -> None:
    user.matrix.grid.go_to(Spot((5, 5)))
    user.press(Key.Key_Right)
    tree = user.workbench.tree()
    assert tree is not None
    old, new = tree.register.scale, profile("eu-action-document-3x3")
    user.workbench.run(rescale(tree.register.id, old, new, proposed(old, new)))
    user.press(Key.Key_Left)
    assert user.spot == Spot((3, 3))
