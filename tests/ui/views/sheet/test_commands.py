"""What the menus do on the sheet, and what is chosen then."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from riskdesk.desk import items, risks
from riskdesk.desk.session import Session
from riskdesk.domain.problems import Problem
from riskdesk.ui.bench.actions import ACTIONS
from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.finding import hits
from tests.ui.views.sheet.conftest import User


def test_the_sheet_shows_the_whole_register_in_order(user: User) -> None:
    lines = user.sheet.lines.lines
    shown_texts = [line.text for line in lines if line.kind in (LineKind.CATEGORY, LineKind.RISK, LineKind.MITIGATION)]
    expected: list[str] = []
    for category in user.tree.categories:
        expected.append(category.category.title)
        for entry in category.entries:
            expected += [risk.description for risk in entry.risks] + [
                mitigation.description for mitigation in entry.mitigations
            ]
    assert shown_texts == expected
    assert (len(list(user.tree.risks)), len(list(user.tree.mitigations)), len(user.tree.categories)) == (31, 38, 5)


def test_several_chosen_bullets_go_in_one_step(user: User) -> None:
    before = user.risks(0)
    user.choose(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    user.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(user.sheet.selected_ids()) == 3
    user.do("delete")
    assert user.risks(0) == before[3:]
    user.workbench.undo()
    assert user.risks(0) == before


def test_a_bullet_cut_here_is_pasted_there(user: User) -> None:
    risk, target = user.entry(0).risks[0], user.entry(1).risks[0]
    user.choose(risk.id)
    user.do("cut")
    assert QGuiApplication.clipboard().text() == risk.description
    user.choose(target.id)
    user.do("paste")
    assert user.risks(1)[:2] == [target.description, risk.description]
    assert risk.description not in user.risks(0)


def test_a_risk_pasted_among_mitigations_becomes_one(user: User) -> None:
    risk, target = user.entry(0).risks[0], user.entry(0).mitigations[0]
    user.choose(risk.id)
    user.do("copy")
    user.choose(target.id)
    user.do("paste")
    assert user.mitigations(0)[1] == risk.description


def test_a_category_is_copied_with_all_that_is_in_it(user: User) -> None:
    category = user.tree.categories[0]
    user.choose(category.category.id)
    user.do("copy")
    user.do("paste")
    again = user.tree.categories[1]
    assert again.category.title == category.category.title
    assert [risk.description for risk in again.risks] == [risk.description for risk in category.risks]
    assert user.sheet.selected_ids() == (again.category.id,)


def test_text_from_elsewhere_is_pasted_as_bullets(user: User) -> None:
    before = user.mitigations(0)
    QGuiApplication.clipboard().setText("- one\n- two")
    user.choose(user.entry(0).mitigations[0].id)
    user.do("paste")
    assert user.mitigations(0) == [before[0], "one", "two", *before[1:]]


def test_a_register_without_a_category_says_why_it_takes_no_text(user: User, problems: list[Problem]) -> None:
    user.workbench.run(items.delete([category.category.id for category in user.tree.categories]))
    QGuiApplication.clipboard().setText("- one")
    user.do("paste")
    (problem,) = problems
    assert str(problem).startswith("Nothing was pasted, as the register has no category yet")
    assert list(user.tree.risks) == []


def test_a_duplicate_is_chosen(user: User) -> None:
    risk = user.entry(0).risks[0]
    user.choose(risk.id)
    user.do("duplicate")
    assert user.risks(0)[:2] == [risk.description] * 2
    assert user.sheet.selected_ids() == (user.entry(0).risks[1].id,)


def test_a_bullet_an_entry_and_a_category_move_and_stay_chosen(user: User) -> None:
    first, entry, category = user.entry(0).risks[0], user.entry(0).entry, user.tree.categories[0].category
    for identity in (first.id, entry.id, category.id):
        user.choose(identity)
        user.do("move_down")
        assert user.sheet.selected_ids() == (identity,)
    assert user.tree.categories[1].category.id == category.id
    assert user.tree.categories[1].entries[1].entry.id == entry.id
    assert user.tree.categories[1].entries[1].risks[1].id == first.id


def test_a_line_that_is_written_moves_and_stays_open(user: User) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.type("!")
    user.do("move_down")
    assert user.risks(0)[1] == risk.description + "!"
    assert user.writes == risk.description + "!"


def test_keys_lead_out_and_in_again(user: User) -> None:
    entry = user.entry(0)
    user.choose(entry.mitigations[0].id)
    selected_ids = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        user.press(key)
        selected_ids.append(user.sheet.selected_ids()[0])
    category = user.tree.categories[0].category.id
    assert selected_ids == [entry.risks[0].id, entry.entry.id, category, entry.entry.id, entry.risks[0].id]


def test_page_keys_and_ends(user: User) -> None:
    user.choose(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_PageDown)
    paged = user.sheet.current_row
    user.press(Qt.Key.Key_End)
    end = user.sheet.current_row
    user.press(Qt.Key.Key_Home)
    assert paged is not None
    assert end == len(user.sheet.lines.lines) - 1
    assert user.row(user.entry(0).risks[0].id) < paged < end
    assert user.sheet.current_row == 0


@pytest.mark.parametrize("kind", ["risks", "mitigations"])
def test_page_keys_stay_in_the_column(user: User, kind: str) -> None:
    entries = list(user.tree.entries)
    bullets = {bullet.id for entry in entries for bullet in getattr(entry, kind)}
    categories = {category.category.id for category in user.tree.categories}
    user.choose(getattr(entries[0], kind)[0].id)
    walked = []
    for _ in range(6):
        user.press(Qt.Key.Key_PageDown)
        walked += user.sheet.selected_ids()
    assert len(walked) > 2
    assert set(walked) <= bullets | categories
    for _ in range(20):
        user.press(Qt.Key.Key_PageUp)
    assert user.sheet.current_row == 0


def test_page_keys_go_from_entry_to_entry_where_an_entry_is_selected(user: User) -> None:
    entries = {entry.entry.id for entry in user.tree.entries}
    user.choose(user.entry(0).entry.id)
    user.press(Qt.Key.Key_PageDown)
    assert set(user.sheet.selected_ids()) <= entries | {each.category.id for each in user.tree.categories}
    assert user.sheet.selected_ids() != (user.entry(0).entry.id,)


def test_shift_with_a_page_key_selects_the_bullets_between(user: User) -> None:
    risks = [risk.id for entry in user.tree.entries for risk in entry.risks]
    user.choose(risks[1])
    user.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    chosen = user.sheet.selected_ids()
    assert len(chosen) > 2
    assert list(chosen) == risks[1 : 1 + len(chosen)]


def test_the_selection_is_that_of_the_workbench(user: User) -> None:
    risk, other = user.entry(0).risks[:2]
    user.choose(risk.id)
    assert user.workbench.selection == (risk.id,)
    user.workbench.select([other.id])
    assert user.sheet.selected_ids() == (other.id,)


def test_a_hit_is_brought_into_sight(user: User) -> None:
    title = user.tree.categories[-1].category.title
    title_hits = hits(user.tree, title)
    user.sheet.set_hits(title_hits, title_hits[-1])
    user.sheet.reveal_hit(title_hits[-1])
    row = user.row(title_hits[-1].id)
    assert user.sheet.viewport().rect().contains(user.sheet.visualRect(user.sheet.index(row)).center())


def test_marks_tell_the_assessment_to_screen_readers(user: User) -> None:
    risk = user.entry(0).risks[0]
    user.workbench.run(risks.edit(risk.id, likelihood=5, impact=5))
    spoken = user.sheet.index(user.row(risk.id)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert risk.description in spoken
    assert "Very high" in spoken


def test_nothing_is_pasted_from_an_empty_clipboard(user: User) -> None:
    before = user.tree
    QGuiApplication.clipboard().clear()
    user.choose(user.entry(0).risks[0].id)
    user.do("paste")
    assert user.tree == before


def test_undo_shows_what_it_brought_back(user: User) -> None:
    last = list(user.tree.risks)[-1]
    user.choose(last.id)
    user.do("delete")
    user.sheet.verticalScrollBar().setValue(0)
    user.workbench.undo()
    assert user.sheet.selected_ids() == (last.id,)
    assert user.sheet.viewport().rect().intersects(user.sheet.visualRect(user.sheet.index(user.row(last.id))))


def test_what_somebody_else_undoes_leaves_selection_and_place(user: User) -> None:
    first, *_, last = user.tree.risks
    user.choose(first.id)
    with closing(Session.open(user.workbench.session.path, "Marat")) as other:
        other.run(risks.edit(last.id, note="Marat"))
        other.undo(user.workbench.register_id)
    user.workbench.read_changes_of_others()
    assert user.sheet.selected_ids() == (first.id,)
    assert user.sheet.verticalScrollBar().value() == 0


def test_zoom_keeps_what_is_in_sight(user: User) -> None:
    category = user.tree.categories[2].category.id
    user.sheet.scroll_to(category)
    before = user.sheet.visualRect(user.sheet.index(user.row(category))).top()
    user.do("zoom_in")
    after = user.sheet.visualRect(user.sheet.index(user.row(category))).top()
    assert user.sheet.zoom > 1
    assert abs(after - before) < 40


def test_the_commands_have_the_names_of_the_windows_actions(user: User) -> None:
    assert set(user.sheet.commands) <= set(ACTIONS)
    risk = user.entry(0).risks[0]
    user.choose(risk.id)
    user.sheet.commands["duplicate"]()
    user.sheet.commands["move_down"]()
    user.sheet.commands["delete"]()
    assert user.risks(0)[0] == risk.description
    user.sheet.commands["select_all"]()
    assert len(user.sheet.selected_ids()) == len(list(user.tree.items))


def test_commands_close_the_open_line_and_keep_its_text(user: User) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.type("!")
    user.sheet.commands["duplicate"]()
    assert user.writes is None
    assert user.risks(0)[:2] == [risk.description + "!"] * 2


def test_an_item_is_brought_into_sight(user: User) -> None:
    last = list(user.tree.risks)[-1]
    user.sheet.reveal_item(last.id)
    assert user.sheet.viewport().rect().contains(user.sheet._parts.scrolling.rect_of(user.row(last.id)))


def test_esc_goes_on_from_where_the_keyboard_was_when_all_was_selected(user: User) -> None:
    user.choose(user.entry(0).risks[1].id)
    top = user.sheet.verticalOffset()
    user.do("select_all")
    user.press(Qt.Key.Key_Escape)
    assert user.sheet.selected_ids() == (user.entry(0).entry.id,)
    assert user.sheet.verticalOffset() == top
