"""The arrows, the page keys and Shift+Tab lead from one text of the sheet to the next as through one document."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.views.sheet.caret import caret, put_caret, write
from tests.ui.views.sheet.conftest import User

LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
CONTROL = Qt.KeyboardModifier.ControlModifier
EITHER = pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, CONTROL])


def end(user: User) -> int:
    return len(user.writes or "")


@EITHER
def test_right_at_the_end_goes_to_the_start_of_the_next_text_and_left_back(
    user: User, modifiers: Qt.KeyboardModifier
) -> None:
    first, second, *_ = user.risks(0)
    user.edit(user.entry(0).risks[0].id)
    user.press(RIGHT, modifiers)
    assert (user.writes, caret(user)) == (second, 0)
    user.press(LEFT, modifiers)
    assert (user.writes, caret(user)) == (first, len(first))


def test_what_was_typed_is_stored_before_an_arrow_leads_out_of_it(user: User) -> None:
    user.edit(user.entry(0).risks[0].id)
    user.type("!")
    user.press(RIGHT)
    assert user.risks(0)[0].endswith("!")


@pytest.mark.parametrize(("key", "place"), [(LEFT, 0), (RIGHT, 4)])
def test_an_arrow_takes_a_selection_away_before_it_leads_out_of_the_text(user: User, key: Qt.Key, place: int) -> None:
    write(user, user.entry(0).risks[1].id, "abcd", 0)
    put_caret(user, place, anchor=2)
    user.press(key)
    assert (user.writes, caret(user)) == ("abcd", place)
    user.press(key)
    assert user.writes != "abcd"


def test_shift_with_an_arrow_stays_in_the_text(user: User) -> None:
    user.edit(user.entry(0).risks[0].id)
    for key in (RIGHT, DOWN):
        user.press(key, Qt.KeyboardModifier.ShiftModifier)
    assert user.writes == user.risks(0)[0]


def test_in_a_text_from_right_to_left_left_goes_on_and_right_back(user: User) -> None:
    before, _, after, *_ = user.risks(0)
    write(user, user.entry(0).risks[1].id, "אבגד", 0)
    user.press(RIGHT)
    assert (user.writes, caret(user)) == (before, len(before))
    user.press(RIGHT)
    put_caret(user, end(user))
    user.press(LEFT)
    assert (user.writes, caret(user)) == (after, 0)


def test_down_and_up_keep_the_caret_below_and_above_itself(user: User) -> None:
    upper, lower = (risk.id for risk in user.entry(0).risks[:2])
    write(user, lower, "one two three four five six seven eight nine ten " * 5, 0)
    user.press(Qt.Key.Key_Escape)
    write(user, upper, "one two three four five six seven eight nine ten " * 5, 5)
    column = user.sheet.writing.editor.column()
    for _ in range(99):
        user.press(DOWN)
        if user.sheet.writing.row == user.row(lower):
            break
    assert caret(user) == 5
    user.press(UP)
    assert user.sheet.writing.row == user.row(upper)
    assert end(user) - 60 < caret(user) <= end(user)
    assert abs(user.sheet.writing.editor.cursorRect().left() - column) <= 8


def test_down_right_after_a_text_was_opened_keeps_the_caret_below_itself(user: User) -> None:
    editor = user.sheet.writing.editor
    user.edit(user.entry(0).risks[0].id)
    left = editor.cursorRect().left()
    user.press(DOWN)
    assert abs(editor.cursorRect().left() - left) <= 8


def test_down_through_a_short_text_comes_back_to_where_the_caret_was(user: User) -> None:
    texts = ["one two three four five", "x", "one two three four five"]
    for risk, text in zip(user.entry(0).risks, texts, strict=False):
        write(user, risk.id, text, 1)
        user.press(Qt.Key.Key_Escape)
    user.edit(user.entry(0).risks[0].id)
    put_caret(user, 15)
    user.press(DOWN)
    assert (user.writes, caret(user)) == ("x", 1)
    user.press(DOWN)
    assert caret(user) == 15


def test_arrows_go_through_titles_and_back_into_the_column(user: User) -> None:
    first_category, second_category = user.tree.categories[:2]
    last = first_category.entries[-1].mitigations[-1]
    write(user, last.id, "abcd", 4)
    user.press(RIGHT)
    assert user.writes == second_category.category.title
    user.press(LEFT)
    assert user.writes == "abcd"
    user.press(RIGHT)
    put_caret(user, end(user))
    user.press(RIGHT)
    assert user.writes == second_category.entries[0].mitigations[0].description


def test_arrows_at_both_ends_of_the_register_stay(user: User) -> None:
    user.sheet.writing.activate(0, 0)
    heading = user.writes
    for key in (LEFT, UP):
        user.press(key)
    assert (user.writes, caret(user)) == (heading, 0)
    user.press(Qt.Key.Key_Escape)
    last = list(user.tree.entries)[-1].risks[-1]
    user.edit(last.id)
    user.press(RIGHT)
    assert user.writes == last.description


@pytest.mark.parametrize("key", [Qt.Key.Key_Backtab, Qt.Key.Key_Tab])
def test_shift_tab_in_a_title_goes_back(user: User, key: Qt.Key) -> None:
    user.sheet.writing.activate(0)
    heading = user.writes
    user.press(Qt.Key.Key_Tab)
    assert user.writes != heading
    user.press(key, Qt.KeyboardModifier.ShiftModifier)
    assert user.writes == heading


def test_control_with_up_and_down_goes_from_start_to_start(user: User) -> None:
    first, second, *_ = user.risks(0)
    user.edit(user.entry(0).risks[0].id)
    user.press(DOWN, CONTROL)
    assert (user.writes, caret(user)) == (second, 0)
    put_caret(user, 3)
    user.press(UP, CONTROL)
    assert (user.writes, caret(user)) == (second, 0)
    user.press(UP, CONTROL)
    assert (user.writes, caret(user)) == (first, 0)


@pytest.mark.parametrize("column", ["risks", "mitigations"])
def test_page_keys_open_the_text_a_page_away_in_the_column(user: User, column: str) -> None:
    entries = list(user.tree.entries)
    texts = {bullet.description for entry in entries for bullet in getattr(entry, column)}
    titles = {category.category.title for category in user.tree.categories}
    user.edit(getattr(entries[0], column)[0].id)
    user.type("!")
    rows = []
    for _ in range(40):
        rows.append(user.sheet.writing.row)
        user.press(Qt.Key.Key_PageDown)
        assert user.writes in texts | titles
    assert user.writes == getattr(entries[-1], column)[-1].description
    assert len(set(rows)) > 3
    assert getattr(user.entry(0), column)[0].description.endswith("!")
    for _ in range(40):
        user.press(Qt.Key.Key_PageUp)
    assert user.sheet.writing.row == 0


def test_page_keys_in_the_first_and_last_text_go_to_its_first_and_last_line(user: User) -> None:
    last = list(user.tree.entries)[-1].risks[-1]
    write(user, last.id, "one two three four five six seven eight nine ten " * 5, 5)
    user.press(Qt.Key.Key_PageDown)
    assert caret(user) > end(user) - 60
    bottom = caret(user)
    user.press(Qt.Key.Key_PageDown)
    assert (user.sheet.writing.row, caret(user)) == (user.row(last.id), bottom)
    user.sheet.writing.activate(0, 5)
    user.press(Qt.Key.Key_PageUp)
    assert (user.sheet.writing.row, caret(user)) == (0, 5)


def test_a_new_bullet_at_the_end_stays_open_at_page_down(user: User) -> None:
    user.edit(list(user.tree.entries)[-1].risks[-1].id)
    put_caret(user, end(user))
    user.press(Qt.Key.Key_Return)
    row = user.sheet.writing.row
    user.press(Qt.Key.Key_PageDown)
    assert (user.writes, user.sheet.writing.row) == ("", row)
