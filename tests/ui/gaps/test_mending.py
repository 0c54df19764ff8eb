"""Gaps are mended in the panel: one value for all of a kind, as one step."""

import datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riskdesk.desk import items, mends, registers, risks
from riskdesk.desk.session import Session
from riskdesk.domain.gaps import Gap, GapKind
from riskdesk.domain.scale import Assessment
from riskdesk.domain.values import Risk
from riskdesk.kit.dates import write_date
from riskdesk.kit.fields import DateField, LineField
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.gaps.dialog import MendDialog
from riskdesk.ui.gaps.mends import at_once, mend_of
from riskdesk.ui.gaps.model import ROW
from tests.ui.conftest import action
from tests.ui.gaps.conftest import User


def opened(user: User, kind: GapKind) -> MendDialog:
    """The dialog that mends a kind, come up by the mouse."""
    user.open_panel()
    user.click(user.heading(kind))
    mend = user.mend(kind)
    assert mend is not None
    user.click(mend)
    dialogs = [dialog for dialog in user.window.findChildren(MendDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def test_one_owner_is_set_for_all_as_one_step(user: User, notices: list[str]) -> None:
    dialog = opened(user, GapKind.NO_OWNER)
    count = user.kinds()[GapKind.NO_OWNER]
    assert isinstance(dialog.field, LineField)
    QTest.keyClicks(dialog.field, "Anna")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert {risk.owner for risk in user.tree.risks} == {"Anna"}
    assert GapKind.NO_OWNER not in user.kinds()
    assert notices == [f"{count} item(s) changed"] or notices == [f"{count} items changed"]
    action(user.window, "undo").trigger()
    assert {risk.owner for risk in user.tree.risks} == {""}
    assert user.kinds()[GapKind.NO_OWNER] == count


def test_what_another_program_gave_a_value_or_deleted_meanwhile_is_left_as_it_is(user: User, other: Session) -> None:
    dialog = opened(user, GapKind.NO_OWNER)
    first, second, third, *_ = user.tree.risks
    other.run(risks.edit(first.id, owner="Marat"))
    other.run(items.delete([second.id]))
    other.run(risks.edit(third.id, note="There"))
    user.workbench.read_changes_of_others()
    assert isinstance(dialog.field, LineField)
    QTest.keyClicks(dialog.field, "Anna")
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    owners = {risk.id: risk.owner for risk in user.tree.risks}
    assert owners.pop(first.id) == "Marat"
    assert set(owners.values()) == {"Anna"}
    assert third.id in owners


def test_where_another_program_mends_all_the_dialog_closes(user: User, other: Session) -> None:
    dialog = opened(user, GapKind.NO_OWNER)
    other.run(mends.fill(Risk, [risk.id for risk in user.tree.risks], "owner", "Marat"))
    user.workbench.read_changes_of_others()
    assert not dialog.isVisible()


def test_ticks_and_the_current_row_stay_when_another_program_mends_an_item_above(user: User, other: Session) -> None:
    dialog = opened(user, GapKind.NO_OWNER)
    first, second, third, *_ = user.tree.risks
    QTest.keyClick(dialog.listed, Qt.Key.Key_Down)
    QTest.keyClick(dialog.listed, Qt.Key.Key_Space)
    other.run(risks.edit(first.id, owner="Marat"))
    user.workbench.read_changes_of_others()
    assert dialog.gaps.chosen[0] == third.id
    assert dialog.listed.currentIndex().data() == f"{second.reference} {second.description}"


def test_a_held_key_ticks_once(user: User) -> None:
    dialog = opened(user, GapKind.NO_OWNER)
    _first, second, *_ = user.tree.risks
    QTest.keyPress(dialog.listed, Qt.Key.Key_Space)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True)
    QApplication.sendEvent(dialog.listed, held)
    assert dialog.gaps.chosen[0] == second.id


def test_what_has_no_tick_is_left_out(user: User) -> None:
    dialog = opened(user, GapKind.NO_OWNER)
    first, second, *_ = user.tree.risks
    item_list = dialog.listed
    QTest.keyClick(item_list, Qt.Key.Key_Space)
    assert isinstance(dialog.field, LineField)
    QTest.keyClicks(dialog.field, "Anna")
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    after = {risk.id: risk.owner for risk in user.tree.risks}
    assert (after[first.id], after[second.id]) == ("", "Anna")
    assert [index.data(ROW).id for index in user.rows(GapKind.NO_OWNER)] == [first.id]


def test_without_any_tick_nothing_can_be_set(user: User) -> None:
    dialog = opened(user, GapKind.NO_OWNER)
    QTest.keyClick(dialog.listed, Qt.Key.Key_Space)
    for _ in range(user.kinds()[GapKind.NO_OWNER] - 1):
        QTest.keyClick(dialog.listed, Qt.Key.Key_Down)
        QTest.keyClick(dialog.listed, Qt.Key.Key_Space)
    assert dialog.gaps.chosen == []
    assert not dialog.yes.isEnabled()


def test_names_are_completed_from_those_of_the_register(user: User) -> None:
    user.workbench.run(risks.edit(next(user.tree.risks).id, owner="Programme Co-ordinator"))
    dialog = opened(user, GapKind.NO_OWNER)
    assert isinstance(dialog.field, LineField)
    QTest.keyClicks(dialog.field, "co-ord")
    popup = dialog.field.completer().popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.field.text() == "Programme Co-ordinator"


@pytest.mark.parametrize("typed", ["", "32/32/2027", "soon", "01/01/9999"])
def test_what_is_no_date_is_refused_below_the_field(user: User, typed: str) -> None:
    dialog, before = opened(user, GapKind.NO_DUE_DATE), user.tree
    assert isinstance(dialog.field, DateField)
    QTest.keyClicks(dialog.field, typed)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.field.accessibleDescription()
    assert user.tree is before


def test_a_date_is_set_for_all(user: User) -> None:
    dialog = opened(user, GapKind.NO_DUE_DATE)
    from PySide6.QtCore import QLocale

    assert isinstance(dialog.field, DateField)
    QTest.keyClicks(dialog.field, write_date(datetime.date(2027, 6, 30), QLocale()))
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert {mitigation.due_date for mitigation in user.tree.mitigations} == {datetime.date(2027, 6, 30)}


def test_a_risk_is_escalated(user: User) -> None:
    first = next(user.tree.risks)
    user.workbench.run(risks.edit(first.id, likelihood=5, impact=5))
    dialog = opened(user, GapKind.NOT_ESCALATED)
    assert isinstance(dialog.field, LineField)
    QTest.keyClicks(dialog.field, "Steering Committee")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert next(user.tree.risks).escalated_to == "Steering Committee"
    assert GapKind.NOT_ESCALATED not in user.kinds()


def test_escape_changes_nothing(user: User) -> None:
    dialog, before = opened(user, GapKind.NO_OWNER), user.tree
    assert isinstance(dialog.field, LineField)
    QTest.keyClicks(dialog.field, "Anna")
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert user.tree is before


def test_the_keyboard_alone_mends(user: User) -> None:
    user.open_panel()
    user.view.setCurrentIndex(user.heading(GapKind.NO_ACTION_OWNER))
    user.key(Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    (dialog,) = [box for box in user.window.findChildren(MendDialog) if box.isVisible()]
    user.qtbot.waitUntil(lambda: user.focused is dialog.field)
    QTest.keyClicks(dialog.field, "Boris")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert {mitigation.action_owner for mitigation in user.tree.mitigations} == {"Boris"}


def test_what_was_set_is_taken_back_by_its_notice(user: User) -> None:
    notices: list[Notice] = []
    user.workbench.notice_posted.connect(notices.append)
    dialog = opened(user, GapKind.NO_OWNER)
    assert isinstance(dialog.field, LineField)
    QTest.keyClicks(dialog.field, "Anna")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    (notice,) = notices
    assert notice.step is not None
    user.workbench.take_back(notice.step)
    assert {risk.owner for risk in user.tree.risks} == {""}


def test_residual_assessments_are_brought_down_to_the_inherent_ones_as_one_step(user: User) -> None:
    notices: list[Notice] = []
    user.workbench.notice_posted.connect(notices.append)
    first, second, third, *_ = user.tree.risks
    for risk in (first, second):
        user.workbench.run(
            risks.edit(risk.id, likelihood=2, impact=3, residual_likelihood=4, residual_impact=4, reason="Why")
        )
    user.workbench.run(risks.edit(third.id, likelihood=2, impact=3, residual_likelihood=1, residual_impact=1))
    before = user.tree
    user.open_panel()
    user.click(user.heading(GapKind.RESIDUAL_HIGHER))
    mend = user.mend(GapKind.RESIDUAL_HIGHER)
    assert mend is not None
    assert mend.data() in (
        "Set residual to inherent for %Ln risk(s)".replace("%Ln", "2"),
        "Set residual to inherent for 2 risks",
    )
    user.click(mend)
    assert [risk.residual for risk in user.tree.risks][:3] == [Assessment(2, 3), Assessment(2, 3), Assessment(1, 1)]
    assert [risk.reason for risk in user.tree.risks][:2] == ["Why", "Why"]
    assert GapKind.RESIDUAL_HIGHER not in user.kinds()
    (notice,) = notices
    assert notice.step is not None
    user.workbench.take_back(notice.step)
    assert user.tree == before


def test_a_period_that_is_the_wrong_way_round_is_turned(user: User) -> None:
    early, late = datetime.date(2024, 1, 1), datetime.date(2027, 12, 31)
    user.workbench.run(registers.edit(user.tree.register.id, period_start=late, period_end=early))
    user.open_panel()
    user.click(user.heading(GapKind.PERIOD_REVERSED))
    mend = user.mend(GapKind.PERIOD_REVERSED)
    assert mend is not None
    assert mend.data() == "Swap the two dates"
    user.click(mend)
    assert (user.tree.register.period_start, user.tree.register.period_end) == (early, late)
    assert GapKind.PERIOD_REVERSED not in user.kinds()
    action(user.window, "undo").trigger()
    assert (user.tree.register.period_start, user.tree.register.period_end) == (late, early)


@pytest.mark.parametrize("kind", list(GapKind))
def test_what_is_done_without_a_question_says_no_ellipsis(kind: GapKind) -> None:
    """Three dots say that something is still asked, or gone to; what happens at once has none."""
    gaps = [Gap(kind, "one", "A risk", "R-01"), Gap(kind, "two", "Another risk", "R-01")]
    mend = mend_of(kind, gaps)
    assert (at_once(kind, gaps) is not None) == (mend != "" and not mend.endswith("…"))
