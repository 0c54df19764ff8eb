"""Enter in a text on the sheet, and what it offers at both ends of one and in an empty bullet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from riskdesk.desk import mitigations, risks
from riskdesk.domain.problems import Problem
from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.ui.views.sheet.caret import BOTH, bullets, caret, put_caret, texts, write
from tests.ui.views.sheet.conftest import User


@BOTH
def test_enter_within_a_text_parts_the_bullet_in_one_step(user: User, kind: LineKind) -> None:
    before = bullets(user, kind)
    text = before[1].description
    at = text.index(" ", 5)
    user.edit(before[1].id)
    put_caret(user, at + 1)
    user.press(Qt.Key.Key_Return)
    assert texts(user, kind)[1:3] == [text[:at], text[at + 1 :]]
    assert (user.writes, user.writes_in, caret(user)) == (text[at + 1 :], kind, 0)
    assert user.sheet.selected_ids() == (bullets(user, kind)[2].id,)
    assert bullets(user, kind)[1].id == before[1].id
    user.press(Qt.Key.Key_Escape)
    assert user.last_done == ("Split risk" if kind is LineKind.RISK else "Split mitigation")
    user.workbench.undo()
    assert bullets(user, kind) == before


def test_assessment_and_all_else_stay_with_the_upper_part(user: User) -> None:
    risk = user.entry(0).risks[0]
    user.workbench.run(risks.edit(risk.id, likelihood=4, impact=5, owner="A. Owner", note="Note"))
    write(user, risk.id, "one two", 3)
    user.press(Qt.Key.Key_Return)
    upper, lower, *_ = user.entry(0).risks
    assert (upper.id, upper.reference, upper.likelihood, upper.owner, upper.note) == (
        risk.id, risk.reference, 4, "A. Owner", "Note",
    )  # fmt: skip
    assert (lower.description, lower.reference, lower.likelihood, lower.owner) == ("two", "R-32", None, "")


def test_what_was_typed_before_is_stored_in_the_same_step(user: User) -> None:
    before = user.entry(0)
    write(user, before.risks[0].id, "quite another", 5)
    user.press(Qt.Key.Key_Return)
    assert user.risks(0)[:2] == ["quite", "another"]
    user.workbench.undo()
    assert user.entry(0) == before


def test_what_is_typed_next_goes_into_the_lower_part(user: User) -> None:
    write(user, user.entry(0).risks[0].id, "one two", 4)
    user.press(Qt.Key.Key_Return)
    user.type("and ")
    user.press(Qt.Key.Key_Escape)
    assert user.risks(0)[:2] == ["one", "and two"]


def test_signs_that_count_twice_for_qt_are_cut_where_the_caret_stands(user: User) -> None:
    write(user, user.entry(0).risks[0].id, "😀😀 two", 5)
    user.press(Qt.Key.Key_Return)
    assert user.risks(0)[:2] == ["😀😀", "two"]


def test_enter_puts_a_cut_in_place_of_what_is_selected(user: User) -> None:
    write(user, user.entry(0).risks[0].id, "one and two", 0)
    put_caret(user, 7, anchor=4)
    user.press(Qt.Key.Key_Return)
    assert user.risks(0)[:2] == ["one", "two"]


@pytest.mark.parametrize(("place", "stored"), [(0, "and two"), (11, "one and")])
def test_enter_deletes_what_is_selected_to_an_end_of_the_text(user: User, place: int, stored: str) -> None:
    risk, count = user.entry(0).risks[0], len(user.risks(0))
    write(user, risk.id, "one and two", 0)
    put_caret(user, place, anchor=4 if place == 0 else 7)
    user.press(Qt.Key.Key_Return)
    assert (user.writes, len(user.risks(0))) == ("", count)
    assert [candidate.description for candidate in user.entry(0).risks if candidate.id == risk.id] == [stored]


def test_enter_where_all_is_selected_deletes_nothing(user: User) -> None:
    before = user.tree
    user.edit(user.entry(0).risks[0].id)
    user.sheet.writing.editor.selectAll()
    user.press(Qt.Key.Key_Return)
    assert (user.writes, user.sheet.writing.pending is not None) == ("", True)
    assert user.tree == before


@pytest.mark.parametrize("place", [0, 2])
def test_enter_at_the_start_offers_a_bullet_above_and_stores_nothing(user: User, place: int) -> None:
    first, second, *_ = user.entry(0).risks
    user.workbench.run(risks.edit(second.id, description="  text"))
    before = user.tree
    user.edit(second.id)
    put_caret(user, place)
    user.press(Qt.Key.Key_Return)
    assert user.writes == ""
    assert user.tree == before
    user.type("Above")
    user.press(Qt.Key.Key_Escape)
    assert user.risks(0)[:3] == [first.description, "Above", "  text"]
    assert [risk.id for risk in user.entry(0).risks[::2]][:2] == [first.id, second.id]


def test_backspace_takes_back_what_enter_at_the_start_of_the_first_bullet_offered(user: User) -> None:
    before = user.tree
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    put_caret(user, 0)
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Backspace)
    assert (user.writes, caret(user), user.tree) == (risk.description, 0, before)


@pytest.mark.parametrize("blanks", ["", "  "])
def test_enter_at_the_end_offers_a_bullet_below_and_stores_nothing_new(user: User, blanks: str) -> None:
    count = len(user.risks(0))
    write(user, user.entry(0).risks[0].id, "text" + blanks, 4)
    user.press(Qt.Key.Key_Return)
    assert (user.writes, len(user.risks(0))) == ("", count)


def test_a_new_bullet_that_is_parted_before_it_is_stored_is_one_step(user: User) -> None:
    before = user.tree
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    user.type("one two")
    put_caret(user, 3)
    user.press(Qt.Key.Key_Return)
    assert user.risks(0)[1:3] == ["one", "two"]
    assert (user.writes, caret(user)) == ("two", 0)
    user.workbench.undo()
    assert user.tree.categories == before.categories


def test_a_new_entry_that_is_parted_holds_both(user: User) -> None:
    user.choose(user.entry(0).entry.id)
    user.do("add_entry")
    user.type("one two")
    put_caret(user, 3)
    user.press(Qt.Key.Key_Return)
    assert user.risks(1) == ["one", "two"]


def test_a_text_that_cannot_be_stored_is_not_parted(user: User, problems: list[Problem]) -> None:
    before = user.tree
    user.edit(user.entry(0).risks[0].id)
    user.sheet.writing.editor.setPlainText("bell \x07 and more")
    put_caret(user, 4)
    user.press(Qt.Key.Key_Return)
    assert user.writes == "bell \x07 and more"
    assert (user.tree, len(problems)) == (before, 1)


def test_a_title_is_not_parted(user: User) -> None:
    category = user.tree.categories[0].category
    user.edit(category.id)
    put_caret(user, 3)
    user.press(Qt.Key.Key_Return)
    assert user.writes is None
    assert user.tree.categories[0].category == category


@BOTH
def test_enter_in_an_empty_last_bullet_offers_a_new_entry(user: User, kind: LineKind) -> None:
    before, undoable = user.tree, user.last_done
    user.edit(bullets(user, kind)[-1].id)
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Return)
    assert user.tree == before
    assert user.last_done == undoable
    pending = user.sheet.writing.pending
    assert pending is not None
    assert (pending.new_entry, pending.kind, pending.place) == (True, LineKind.RISK, 1)
    user.type("New entry")
    user.press(Qt.Key.Key_Escape)
    assert user.risks(1) == ["New entry"]
    user.workbench.undo()
    assert user.tree.categories == before.categories


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace])
def test_an_entry_that_was_offered_goes_if_nothing_is_typed(user: User, key: Qt.Key) -> None:
    before = user.tree
    lines = len(user.sheet.lines.lines)
    user.edit(user.entry(0).risks[-1].id)
    for _ in range(2):
        user.press(Qt.Key.Key_Return)
    user.press(key)
    assert (user.writes, user.tree, len(user.sheet.lines.lines)) == (None, before, lines)
    assert user.sheet.selected_ids() == (user.entry(0).entry.id,)


def test_blanks_alone_make_no_bullet(user: User) -> None:
    before = user.tree
    user.edit(user.entry(0).risks[-1].id)
    user.press(Qt.Key.Key_Return)
    user.type("  ")
    user.press(Qt.Key.Key_Return)
    assert user.sheet.writing.pending is not None
    user.press(Qt.Key.Key_Escape)
    assert user.tree == before


def test_enter_in_a_last_bullet_that_was_emptied_leaves_the_list_too(user: User) -> None:
    last = user.entry(0).mitigations[-1]
    user.workbench.run(mitigations.edit(last.id, description=""))
    user.edit(last.id)
    user.press(Qt.Key.Key_Return)
    pending = user.sheet.writing.pending
    assert pending is not None
    assert pending.new_entry
    assert user.entry(0).mitigations[-1].id == last.id


def test_undo_with_a_parted_bullet_open_goes_on_in_the_whole_text_where_it_was_cut(user: User) -> None:
    before = user.entry(0)
    text = before.risks[0].description
    place = text.index(" ")
    user.edit(before.risks[0].id)
    put_caret(user, place)
    user.press(Qt.Key.Key_Return)
    user.workbench.undo()
    assert user.entry(0) == before
    assert (user.writes, caret(user)) == (text, place)
    assert user.sheet.selected_ids() == (before.risks[0].id,)
    user.workbench.redo()
    assert user.risks(0)[:2] == [text[:place], text[place + 1 :]]


def test_undo_of_pasted_lines_goes_on_where_they_were_pasted(user: User) -> None:
    before = user.entry(0)
    user.edit(before.risks[0].id)
    put_caret(user, 4)
    QGuiApplication.clipboard().setText("one\ntwo\nthree")
    user.sheet.writing.editor.paste()
    user.workbench.undo()
    assert user.entry(0) == before
    assert (user.writes, caret(user)) == (before.risks[0].description, 4)


def test_undo_that_takes_a_new_bullet_away_opens_none(user: User) -> None:
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    user.type("New")
    assert user.sheet.writing.commit()
    user.workbench.undo()
    assert user.writes is None
