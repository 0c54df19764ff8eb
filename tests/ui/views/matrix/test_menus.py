"""The menus of the matrix, the list of a count, and a double click: they act on what they were asked for alone."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riskdesk.desk import risks
from riskdesk.domain.values import RiskStatus
from riskdesk.ui.views.matrix.unfolded import Unfolded
from tests.ui.views.matrix.conftest import User


def test_beside_the_cells_neither_a_double_click_nor_a_menu_acts_on_the_current_risk(user: User) -> None:
    menus = []
    user.matrix.menu_wanted.connect(menus.append)
    user.click(user.of("R-01"))
    beside = user.matrix.grid.to_view(user.picture.frame.row_title).center()
    QTest.mouseDClick(user.matrix.grid.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    _ask_menu(user, beside)
    assert (user.opened, menus) == ([], [])


def test_the_menu_key_is_for_the_risk_that_the_keyboard_is_on(user: User) -> None:
    chosen_by_menu = []
    user.matrix.menu_wanted.connect(lambda _place: chosen_by_menu.append(user.selected()))
    user.select("R-03", "R-04")
    for name in ("R-03", "R-01"):
        user.matrix.grid.go_to(user.of(name))
        _ask_menu(user, None)
    assert chosen_by_menu == [["R-03", "R-04"], ["R-01"]]


def test_the_menu_of_a_count_is_for_items_only_if_some_of_it_are_selected(user: User) -> None:
    menus = []
    user.matrix.menu_wanted.connect(menus.append)
    count = user.crowd()
    user.select("R-04")
    _ask_menu(user, user.place(count))
    assert (menus, user.matrix._menu._menu.isVisible()) == ([], True)
    user.matrix._menu._menu.actions()[0].trigger()
    assert user.chosen_cells == [(2, 2, "inherent", False)]
    user.matrix._menu._menu.close()
    user.workbench.select([user.picture.hidden(count.cell)[0].risk.id])
    _ask_menu(user, user.place(count))
    assert len(menus) == 1


def test_the_list_of_a_count_tells_each_risk_in_full_and_closes_when_another_program_changes_one(user: User) -> None:
    count = user.crowd()
    user.matrix.grid.go_to(count)
    user.press(Qt.Key.Key_Return)
    (popup,) = user.matrix.findChildren(Unfolded)
    risk = user.picture.hidden(count.cell)[3].risk
    tip = popup.list.model().index(3, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert risk.description in tip
    user.assess({"R-04": (5, 5)})
    assert popup.isVisible()
    user.assess({risk.reference: (5, 5)})
    assert not popup.isVisible()


def test_the_list_of_a_count_tells_which_risks_are_closed(user: User) -> None:
    count = user.crowd()
    user.matrix.tools._ended.click()
    risk = user.picture.hidden(count.cell)[3].risk
    user.workbench.run(risks.edit(risk.id, status=RiskStatus.CLOSED))
    user.matrix.grid.go_to(count)
    user.press(Qt.Key.Key_Return)
    (popup,) = user.matrix.findChildren(Unfolded)
    closed, other = (popup.list.model().index(row, 0) for row in (3, 4))
    assert closed.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert other.data(Qt.ItemDataRole.FontRole) is None
    assert closed.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", Closed")


def _ask_menu(user: User, point: QPoint | None) -> None:
    """Ask for the menu by the mouse, at a point of the viewport, or by its key."""
    port, reasons = user.matrix.grid.viewport(), QContextMenuEvent.Reason
    if point is None:
        middle = port.rect().center()
        QApplication.sendEvent(user.matrix.grid, QContextMenuEvent(reasons.Keyboard, middle, port.mapToGlobal(middle)))
        return
    QTest.mousePress(port, Qt.MouseButton.RightButton, pos=point)
    QApplication.sendEvent(port, QContextMenuEvent(reasons.Mouse, point, port.mapToGlobal(point)))
    QTest.mouseRelease(port, Qt.MouseButton.RightButton, pos=point)
