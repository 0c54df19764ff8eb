"""What happens to the matrix while a chip is dragged, and where a chip stays as it is."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riskdesk.desk import risks
from riskdesk.domain.assessing import Pair
from riskdesk.domain.scale import Assessment
from riskdesk.ui.views.matrix.picture import Spot
from tests.ui.views.matrix.conftest import STARTS, User

_Key = Qt.Key


def _let_go(user: User, point: QPoint) -> None:
    QTest.mouseRelease(user.matrix.grid.viewport(), Qt.MouseButton.LeftButton, pos=point)


def _cell_under(user: User, point: QPoint) -> Spot | None:
    place = user.matrix.grid.to_picture(point)
    spot = user.picture.spot_at(place.x(), place.y())
    return None if spot is None else Spot(spot.cell)


def test_half_an_assessment_stays_where_its_chip_is_dropped_among_those_not_assessed(user: User) -> None:
    user.workbench.run(risks.assess([user.risk("R-06").id], Pair.INHERENT, Assessment(3)))
    user.carry(user.of("R-06"), None)
    assert user.stands("R-06") == (3, None)
    user.select("R-06", "R-01")
    user.carry(user.of("R-01"), None)
    assert (user.stands("R-06"), user.stands("R-01")) == ((3, None), (None, None))
    user.select("R-06")
    user.matrix.grid.go_to(user.of("R-06"))
    user.press(_Key.Key_Delete)
    assert user.stands("R-06") == (None, None)


def test_a_chip_is_dropped_into_the_cell_under_the_mouse_though_the_matrix_was_zoomed_or_scrolled(user: User) -> None:
    end = user.place(Spot((2, 2)))
    user.drag(user.place(user.of("R-01")), end, drop=False)
    user.matrix.grid.zoom = 2.0
    zoomed_cell = _cell_under(user, end)
    assert user.matrix.grid.appearance.target == zoomed_cell != Spot((2, 2))
    bar = user.matrix.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    scrolled_cell = _cell_under(user, end)
    assert user.matrix.grid.appearance.target == scrolled_cell != zoomed_cell
    _let_go(user, end)
    assert scrolled_cell is not None
    assert user.stands("R-01") == scrolled_cell.cell


@pytest.mark.parametrize("key", [_Key.Key_Delete, _Key.Key_Return, _Key.Key_Right])
def test_keys_leave_what_is_dragged_alone(user: User, key: _Key) -> None:
    end = user.place(Spot((2, 2)))
    user.drag(user.place(user.of("R-01")), end, drop=False)
    user.press(key)
    user.press(key, Qt.KeyboardModifier.AltModifier)
    assert (user.stands("R-01"), user.opened, user.selected()) == (STARTS["R-01"], [], ["R-01"])
    _let_go(user, end)
    assert user.stands("R-01") == (2, 2)


def test_ctrl_that_is_still_held_leaves_all_that_is_selected_in_the_hand(user: User) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    user.click(user.of("R-01"))
    user.click(user.of("R-03"), control)
    user.drag(user.place(user.of("R-03")), user.place(Spot((2, 2))), control)
    assert (user.stands("R-01"), user.stands("R-03"), user.selected()) == ((2, 2), (2, 2), ["R-01", "R-03"])
    user.click(user.of("R-03"), control)
    assert user.selected() == ["R-01"]


def test_who_drags_with_ctrl_right_after_a_click_drags_too(user: User) -> None:
    """For Qt, that press is a double click."""
    control, port = Qt.KeyboardModifier.ControlModifier, user.matrix.grid.viewport()
    start, end = user.place(user.of("R-03")), user.place(Spot((2, 2)))
    user.click(user.of("R-01"))
    user.click(user.of("R-03"), control)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, control, start)
    left, no_button = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    QApplication.sendEvent(
        port, QMouseEvent(QEvent.Type.MouseMove, QPointF(end), QPointF(end), no_button, left, control)
    )
    QTest.mouseRelease(port, left, control, end)
    assert user.opened == []
    assert (user.stands("R-01"), user.stands("R-03")) == ((2, 2), (2, 2))


def test_another_button_puts_back_what_is_dragged(user: User) -> None:
    end = user.place(Spot((2, 2)))
    user.drag(user.place(user.of("R-01")), end, drop=False)
    QTest.mousePress(user.matrix.grid.viewport(), Qt.MouseButton.RightButton, pos=end)
    assert not user.matrix.grid.pointing.is_busy
    _let_go(user, end)
    assert user.stands("R-01") == STARTS["R-01"]


def test_keys_and_mouse_go_on_though_the_button_was_released_elsewhere(user: User) -> None:
    end = user.place(Spot((2, 2)))
    user.drag(user.place(user.of("R-01")), end, drop=False)
    no_button = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, QPointF(end), QPointF(end), no_button, no_button, Qt.KeyboardModifier(0))
    QApplication.sendEvent(user.matrix.grid.viewport(), moved)
    user.press(_Key.Key_Delete)
    assert user.stands("R-01") == (None, None)


def test_esc_puts_back_what_is_dragged(user: User) -> None:
    end = user.place(Spot((2, 2)))
    user.drag(user.place(user.of("R-01")), end, drop=False)
    user.press(_Key.Key_Escape)
    _let_go(user, end)
    assert user.stands("R-01") == STARTS["R-01"]


def test_a_chip_in_the_hand_is_put_back_as_another_view_comes_to_the_front(user: User) -> None:
    end = user.place(Spot((2, 2)))
    user.drag(user.place(user.of("R-01")), end, drop=False)
    user.matrix.hide()
    left, no_button = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    release = QMouseEvent(
        QEvent.Type.MouseButtonRelease, QPointF(end), QPointF(end), left, no_button, Qt.KeyboardModifier(0)
    )
    # Qt sends it to the widget that was pressed.
    QApplication.sendEvent(user.matrix.grid.viewport(), release)
    assert user.stands("R-01") == STARTS["R-01"]
