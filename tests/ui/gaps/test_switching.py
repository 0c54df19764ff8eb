"""Kinds are switched off in the panel with a reason, stand below the others then, and are switched on again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from riskdesk.desk import risks, waivers
from riskdesk.desk.action import in_turn
from riskdesk.desk.session import Session
from riskdesk.domain.gaps import GapKind, waived
from riskdesk.ui.gaps.model import Off
from riskdesk.ui.gaps.switching import SwitchOffDialog
from tests.ui.conftest import action
from tests.ui.gaps.conftest import User


def dialog(user: User) -> SwitchOffDialog:
    (only_dialog,) = [candidate for candidate in user.window.findChildren(SwitchOffDialog) if candidate.isVisible()]
    return only_dialog


def open_dialog(user: User, kind: GapKind) -> SwitchOffDialog:
    user.open_panel()
    user.click(user.heading(kind))
    QTest.mouseClick(user.panel._switch, Qt.MouseButton.LeftButton)
    return dialog(user)


def open_menu(user: User, kind: GapKind) -> QMenu:
    user.open_panel()
    index = user.heading(kind)
    user.view.setCurrentIndex(index)
    place = user.view.visualRect(index).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, user.view.viewport().mapToGlobal(place))
    QApplication.sendEvent(user.view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def off(user: User) -> list[str]:
    """What the rows of kinds that are off say."""
    model = user.view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [row.data() for row in rows if isinstance(user.panel._model.row(row), Off)]


def test_a_kind_is_switched_off_with_a_reason_and_counted_nowhere(user: User) -> None:
    count_before, old_tree = user.count, user.tree
    switch_off = open_dialog(user, GapKind.NO_DUE_DATE)
    gap_count = user.kinds()[GapKind.NO_DUE_DATE]
    assert switch_off.windowTitle().startswith("Switch off: No due date")
    QTest.keyClicks(switch_off.field, "agreed by the Committee")
    QTest.keyClick(switch_off.field, Qt.Key.Key_Return)
    assert user.count == count_before - gap_count
    assert off(user) == ["Switched off: No due date – agreed by the Committee"]
    assert old_tree is not user.tree
    action(user.window, "undo").trigger()
    assert user.count == count_before
    assert off(user) == []
    action(user.window, "redo").trigger()
    assert off(user) == ["Switched off: No due date – agreed by the Committee"]


def test_a_kind_is_switched_on_again_by_the_same_button(user: User) -> None:
    before = user.count
    user.workbench.run(waivers.waive(user.tree.register.id, GapKind.NO_OWNER, "Agreed"))
    user.open_panel()
    user.click(user.heading(GapKind.NO_OWNER))
    assert user.panel._switch.text() == "Switch &on"
    QTest.mouseClick(user.panel._switch, Qt.MouseButton.LeftButton)
    assert (off(user), user.count) == ([], before)


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"])
def test_without_a_reason_it_stays_on(user: User, reason: str) -> None:
    switch_off = open_dialog(user, GapKind.NO_OWNER)
    switch_off.field.setText(reason)
    QTest.keyClick(switch_off.field, Qt.Key.Key_Return)
    assert switch_off.isVisible()
    assert switch_off.field.accessibleDescription()
    assert waived(user.tree) == {}
    QTest.keyClick(switch_off.field, Qt.Key.Key_Escape)
    assert not switch_off.isVisible()


def test_a_reason_that_no_file_takes_is_refused_in_its_dialog(user: User) -> None:
    switch_off = open_dialog(user, GapKind.NO_OWNER)
    switch_off.field.setText("a\u0301" + "\u0301" * 200)
    QTest.keyClick(switch_off.field, Qt.Key.Key_Return)
    assert switch_off.isVisible()
    assert waived(user.tree) == {}


def test_a_gap_below_a_kind_is_of_that_kind(user: User) -> None:
    user.open_panel()
    user.click(user.heading(GapKind.NO_OWNER))
    user.click(user.rows(GapKind.NO_OWNER)[2])
    QTest.mouseClick(user.panel._switch, Qt.MouseButton.LeftButton)
    assert "No owner" in dialog(user).windowTitle()


def test_the_menu_of_a_kind_mends_and_switches_off(user: User) -> None:
    menu = open_menu(user, GapKind.NO_OWNER)
    mend, switch = menu.actions()
    assert mend.text().startswith("&Set owner of")
    assert switch.text() == "Switch &off…"
    menu.close()
    switch.trigger()
    assert "No owner" in dialog(user).windowTitle()


def test_the_menu_of_a_kind_closes_where_another_program_mends_all_of_it(user: User, other: Session) -> None:
    """It would then switch off the kind that is current in its stead."""
    menu = open_menu(user, GapKind.NO_OWNER)
    other.run(risks.edit(next(user.tree.risks).id, owner="Anna"))
    user.workbench.read_changes_of_others()
    assert menu.isVisible()
    other.run(in_turn([risks.edit(risk.id, owner="Anna") for risk in user.tree.risks]))
    user.workbench.read_changes_of_others()
    assert not menu.isVisible()


def test_what_a_newer_version_switched_off_is_not_listed(user: User) -> None:
    user.open_panel()
    before = user.count
    user.workbench.run(waivers.waive(user.tree.register.id, "of_a_newer_version", "?"))
    assert (off(user), user.count) == ([], before)


def test_where_all_is_switched_off_nothing_is_missing(user: User) -> None:
    for kind in list(GapKind):
        user.workbench.run(waivers.waive(user.tree.register.id, kind, "Agreed"))
    QTest.keyClick(user.window, Qt.Key.Key_F5)
    assert not user.button.isVisible()
    assert len(off(user)) == len(GapKind)
    assert user.panel._hint.isVisible()
