"""The count in the status line, and the panel that lists what is missing or due and leads there."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from riskdesk.desk import items, mitigations, registers, risks
from riskdesk.domain.gaps import GapKind
from riskdesk.domain.terms import terms
from riskdesk.domain.values import Language, MitigationStatus
from riskdesk.kit.fields.date import example
from riskdesk.ui.gaps.model import ROW
from tests.ui.conftest import Opened, action, sheet
from tests.ui.gaps.conftest import NO_KEY, User
from tests.ui.keys import hold


def field(user: User, name: str) -> QWidget:
    from riskdesk.ui.inspector import Inspector

    inspector = user.window.findChild(Inspector)
    assert isinstance(inspector, Inspector)
    page = inspector._current_page()
    assert page is not None
    return page.fields[name].stops()[0]


def test_the_button_counts_what_each_step_mends(user: User) -> None:
    before = user.count
    risk = next(user.tree.risks)
    user.workbench.run(risks.edit(risk.id, likelihood=2, impact=2, owner="Anna"))
    assert user.count == before - 2
    user.workbench.undo()
    assert user.count == before


def test_what_is_only_told_is_not_counted(today: datetime.date, user: User) -> None:
    first = next(user.tree.risks)
    before = user.count
    user.workbench.run(risks.edit(first.id, description="Political situation", next_review=today))
    user.open_panel()
    assert user.count == before
    assert user.kinds()[GapKind.REVIEW_SOON] == 1
    assert list(user.kinds())[-1] is GapKind.ONLY_A_TOPIC


def test_the_panel_lists_what_the_button_counts(user: User) -> None:
    user.open_panel()
    assert sum(count for kind, count in user.kinds().items() if kind.counts) == user.count
    for kind, count in user.kinds().items():
        assert len(user.rows(kind)) == count


def test_a_click_on_a_kind_opens_it_and_another_one_closes_it(user: User) -> None:
    user.open_panel()
    heading = user.heading(GapKind.NO_OWNER)
    for is_open in (True, False):
        user.click(heading)
        assert user.view.isExpanded(heading) is is_open


def test_a_click_on_a_gap_shows_its_place_and_leaves_the_keyboard_in_the_panel(user: User) -> None:
    user.open_panel()
    user.click(user.heading(GapKind.NO_OWNER))
    last = user.rows(GapKind.NO_OWNER)[-1]
    user.click(last)
    (risk_id,) = user.workbench.selection
    assert risk_id == last.data(ROW).id == list(user.tree.risks)[-1].id
    risk_rect = sheet(user.window).rect_of(risk_id)
    assert risk_rect is not None
    assert sheet(user.window).viewport().rect().intersects(risk_rect)
    assert user.focused is user.view
    owner = field(user, "owner")
    assert owner.visibleRegion().boundingRect().height() == owner.height()


def test_a_click_goes_to_the_row_below_it_though_it_ends_what_is_typed(user: User) -> None:
    user.open_panel()
    user.click(user.heading(GapKind.NO_OWNER))
    user.click(user.rows(GapKind.NO_OWNER)[0])
    owner = field(user, "owner")
    owner.setFocus()
    QTest.keyClicks(owner, "Anna")
    risk_id = user.rows(GapKind.NO_OWNER)[2].data(ROW).id
    # As a mouse does it: Qt gives the focus before it tells of the button.
    user.click(user.rows(GapKind.NO_OWNER)[2])
    assert list(user.workbench.selection) == [risk_id]
    assert next(user.tree.risks).owner == "Anna"
    assert user.focused is user.view


def test_enter_leads_into_the_field_that_is_empty(user: User) -> None:
    user.open_panel()
    user.view.setCurrentIndex(user.heading(GapKind.NO_DUE_DATE))
    # Open it, pass what sets all of them, and go to the first.
    user.key(Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    first = next(user.tree.mitigations)
    assert user.workbench.selection == (first.id,)
    assert user.focused is field(user, "due_date")


def test_a_date_that_is_over_is_selected_so_that_typing_replaces_it(user: User) -> None:
    first = next(user.tree.mitigations)
    user.workbench.run(mitigations.edit(first.id, due_date=datetime.date(2020, 1, 31)))
    user.open_panel()
    user.view.expand(user.heading(GapKind.OVERDUE))
    user.view.setCurrentIndex(user.rows(GapKind.OVERDUE)[-1])
    user.key(Qt.Key.Key_Return)
    assert user.focused is field(user, "due_date")
    QTest.keyClicks(field(user, "due_date"), example())
    QTest.keyClick(field(user, "due_date"), Qt.Key.Key_Return)
    assert next(user.tree.mitigations).due_date == datetime.date(datetime.date.today().year, 12, 31)


def test_enter_that_is_held_turns_a_kind_once(user: User) -> None:
    user.open_panel()
    heading = user.heading(GapKind.NO_DUE_DATE)
    user.view.setCurrentIndex(heading)
    user.view.setFocus()
    hold(user.view, Qt.Key.Key_Return, 3)
    assert user.view.isExpanded(heading)


def test_enter_leads_to_the_sheet_where_no_field_is_empty(user: User) -> None:
    entry = next(user.tree.entries)
    user.workbench.run(items.delete([mitigation.id for mitigation in entry.mitigations]))
    user.open_panel()
    user.view.setCurrentIndex(user.heading(GapKind.NO_MITIGATION))
    user.key(Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert user.workbench.selection == (entry.entry.id,)
    assert user.focused is sheet(user.window)


def test_a_second_click_leads_into_the_field_even_where_the_inspector_is_hidden(user: User) -> None:
    action(user.window, "show_inspector").trigger()
    user.open_panel()
    user.click(user.heading(GapKind.NOT_ASSESSED))
    index = user.rows(GapKind.NOT_ASSESSED)[0]
    user.click(index)
    place = user.view.visualRect(index).center()
    QTest.mouseDClick(user.view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, place)
    assert user.window._areas.is_seen("inspector")
    assert user.focused is field(user, "likelihood")


def test_a_period_leads_to_the_register(user: User) -> None:
    register = user.tree.register
    user.workbench.run(registers.edit(register.id, period_end=register.period_start, period_start=register.period_end))
    user.open_panel()
    user.view.setCurrentIndex(user.heading(GapKind.PERIOD_REVERSED))
    user.key(Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert user.workbench.selection == (register.id,)
    assert user.focused is field(user, "period_end")


def test_a_step_keeps_what_is_open_and_where_the_keyboard_is(user: User) -> None:
    user.open_panel()
    user.click(user.heading(GapKind.NO_OWNER))
    fifth = user.rows(GapKind.NO_OWNER)[4]
    user.click(fifth)
    here = user.view.currentIndex().data(ROW)
    first = next(user.tree.risks)
    user.workbench.run(risks.edit(first.id, owner="Anna", likelihood=1, impact=1))
    assert user.view.isExpanded(user.heading(GapKind.NO_OWNER))
    assert user.view.currentIndex().data(ROW) == here
    user.workbench.undo()
    assert user.view.currentIndex().data(ROW) == here
    assert user.rows(GapKind.NO_OWNER)[0].data(ROW).id == first.id


def test_a_few_gaps_are_all_seen_at_once_and_none_leave_a_sentence(user: User) -> None:
    first, *others = user.tree.entries
    user.workbench.run(items.delete([entry.entry.id for entry in others]))
    deleted_ids = [bullet.id for bullet in (*first.mitigations[1:], *first.risks[1:])]
    user.workbench.run(items.delete(deleted_ids))
    panel = user.open_panel()
    assert all(user.view.isExpanded(user.heading(kind)) for kind in user.kinds())
    assert not panel._hint.isVisible()
    user.workbench.run(risks.edit(first.risks[0].id, likelihood=1, impact=1, owner="Anna"))
    user.workbench.run(mitigations.edit(first.mitigations[0].id, status=MitigationStatus.DONE))
    assert user.kinds() == {}
    assert panel._hint.isVisible()
    assert not user.button.isVisible()


def test_without_a_register_there_is_no_count(user: User) -> None:
    user.workbench.run(registers.delete(str(user.workbench.register_id)))
    assert not user.button.isVisible()


def test_another_register_has_its_own_gaps(user: User) -> None:
    user.open_panel()
    before = user.kinds()
    user.workbench.run(registers.duplicate(str(user.workbench.register_id)))
    user.workbench.run(items.delete([category.category.id for category in user.tree.categories[1:]]))
    # A register that was not looked at before is looked at in parts where that takes longer.
    user.qtbot.waitUntil(lambda: user.kinds()[GapKind.NO_OWNER] < before[GapKind.NO_OWNER])
    user.workbench.open_register(user.workbench.registers()[0].id)
    user.qtbot.waitUntil(lambda: user.kinds() == before)


def test_the_panel_is_there_again_when_the_window_is(user: User, open_window: Opened) -> None:
    user.window.resize(1100, 700)
    action(user.window, "show_gaps").trigger()
    assert (user.window._areas.is_seen("gaps"), user.window._areas.is_seen("left")) == (True, False)
    user.window.close()
    again = open_window()
    assert (again._areas.is_seen("gaps"), again._areas.is_seen("left")) == (True, False)
    QTest.keyClick(again, Qt.Key.Key_F5)
    assert (again._areas.is_seen("gaps"), again._areas.is_seen("left")) == (False, True)


def test_the_lists_come_back_in_its_place_and_stay(user: User, open_window: Opened) -> None:
    user.window.resize(1100, 700)
    QTest.keyClick(user.window, Qt.Key.Key_F5)
    QTest.keyClick(user.window, Qt.Key.Key_F7)
    assert (user.window._areas.is_seen("gaps"), user.window._areas.is_seen("left")) == (False, True)
    user.window.close()
    again = open_window()
    assert (again._areas.is_seen("gaps"), again._areas.is_seen("left")) == (False, True)


def test_where_there_is_room_both_are_seen(user: User) -> None:
    user.window.resize(1800, 700)
    QTest.keyClick(user.window, Qt.Key.Key_F5)
    assert all(user.window._areas.is_seen(name) for name in ("left", "gaps", "inspector"))


def test_alt_and_7_lead_to_it(user: User) -> None:
    QTest.keyClick(user.window, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert user.focused is user.view
    assert user.view.currentIndex() == user.view.model().index(0, 0)


def test_the_panel_is_heard_with_names_and_numbers(user: User) -> None:
    user.open_panel()
    heading = user.heading(GapKind.NO_OWNER)
    assert user.view.accessibleName() == "Missing or due"
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == f"No owner, {user.kinds()[GapKind.NO_OWNER]}"
    spoken = user.rows(GapKind.NO_OWNER)[0].data(Qt.ItemDataRole.AccessibleTextRole)
    first = next(user.tree.risks)
    assert spoken == f"{first.reference} {first.description}"


def test_kinds_are_named_in_the_language_of_the_window(user: User) -> None:
    user.open_panel()
    headings = {index.data() for index in map(user.heading, user.kinds())}
    assert headings <= set(terms(Language.ENGLISH).gap_heads.values())
