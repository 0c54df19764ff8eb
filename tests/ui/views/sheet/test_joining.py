"""Backspace at the start of a bullet and Delete at its end: two become one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from riskdesk.desk import mitigations, risks
from riskdesk.desk.action import Action
from riskdesk.desk.session import Session
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.values import MitigationStatus
from riskdesk.kit.plain import plain_text, utf16
from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.ui.conftest import read_only
from tests.ui.keys import hold
from tests.ui.views.sheet.caret import BOTH, bullets, caret, put_caret, texts, write
from tests.ui.views.sheet.composing import compose
from tests.ui.views.sheet.conftest import User
from tests.ui.views.sheet.loss import press, question

BACKSPACE, DELETE = Qt.Key.Key_Backspace, Qt.Key.Key_Delete
EITHER = pytest.mark.parametrize("key", [BACKSPACE, DELETE])


def at_seam(user: User, key: Qt.Key, kind: LineKind = LineKind.RISK, upper: int = 0) -> None:
    """Open the lower bullet at its start for Backspace, the upper one at its end for Delete."""
    user.edit(bullets(user, kind)[upper + (key is BACKSPACE)].id)
    if key is BACKSPACE:
        put_caret(user, 0)


@BOTH
@EITHER
def test_two_bullets_become_one_in_one_step(user: User, key: Qt.Key, kind: LineKind) -> None:
    before = bullets(user, kind)
    upper, lower = before[1].description, before[2].description
    at_seam(user, key, kind, upper=1)
    user.press(key)
    assert texts(user, kind)[1] == user.writes == f"{upper} {lower}"
    assert caret(user) == len(upper) + (key is BACKSPACE)
    assert [bullet.id for bullet in bullets(user, kind)] == [bullet.id for bullet in before if bullet is not before[2]]
    assert user.sheet.selected_ids() == (before[1].id,)
    assert user.sheet.writing.editor.hasFocus()
    assert user.last_done == ("Join risks" if kind is LineKind.RISK else "Join mitigations")
    user.press(Qt.Key.Key_Escape)
    user.workbench.undo()
    assert bullets(user, kind) == before


@EITHER
def test_what_was_typed_in_the_open_one_is_stored_in_the_same_step(user: User, key: Qt.Key) -> None:
    before = user.entry(0)
    at_seam(user, key)
    user.type("Mine")
    put_caret(user, 0 if key is BACKSPACE else len(user.writes or ""))
    user.press(key)
    upper, lower = (risk.description for risk in before.risks[:2])
    assert user.risks(0)[0] == (f"{upper} Mine{lower}" if key is BACKSPACE else f"{upper}Mine {lower}")
    assert user.workbench.typing.drafts() == []
    user.workbench.undo()
    assert user.entry(0) == before


@EITHER
def test_nothing_typed_is_a_draft_while_others_hear_of_the_joining(user: User, key: Qt.Key) -> None:
    drafts_seen = []
    user.workbench.stepped.connect(lambda _: drafts_seen.append(user.workbench.typing.drafts()))
    at_seam(user, key)
    user.type("Mine")
    put_caret(user, 0 if key is BACKSPACE else len(user.writes or ""))
    user.press(key)
    assert drafts_seen == [[]]


def test_nothing_typed_is_a_draft_where_the_lower_bullet_was_emptied(user: User) -> None:
    drafts_seen = []
    user.workbench.stepped.connect(lambda _: drafts_seen.append(user.workbench.typing.drafts()))
    user.edit(user.entry(0).risks[1].id)
    user.sheet.writing.editor.selectAll()
    user.press(BACKSPACE)
    user.press(BACKSPACE)
    assert drafts_seen == [[]]


@EITHER
def test_while_something_is_composed_nothing_is_joined(user: User, key: Qt.Key) -> None:
    before = user.entry(0)
    at_seam(user, key)
    compose(user.sheet.writing.editor, "^")
    user.press(key)
    assert user.entry(0) == before


@BOTH
def test_at_the_ends_of_a_column_nothing_happens(user: User, kind: LineKind) -> None:
    before, undoable = user.tree, user.last_done
    column = bullets(user, kind)
    user.edit(column[0].id)
    put_caret(user, 0)
    user.press(BACKSPACE)
    assert user.writes == column[0].description
    user.press(Qt.Key.Key_Escape)
    user.edit(column[-1].id)
    user.press(DELETE)
    assert user.writes == column[-1].description
    assert (user.tree, user.last_done) == (before, undoable)


def test_within_a_text_both_keys_delete_a_letter(user: User) -> None:
    write(user, user.entry(0).risks[1].id, "abcd", 2)
    user.press(BACKSPACE)
    assert user.writes == "acd"
    user.press(DELETE)
    assert user.writes == "ad"


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (BACKSPACE, Qt.KeyboardModifier.ControlModifier),
        (BACKSPACE, Qt.KeyboardModifier.ShiftModifier),
        (DELETE, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_the_keys_that_delete_a_word_join_too(user: User, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    first, second, *others = user.risks(0)
    at_seam(user, key)
    user.press(key, modifiers)
    assert user.risks(0) == [f"{first} {second}", *others]


def test_shift_and_delete_at_the_end_join_nothing(user: User) -> None:
    before = user.risks(0)
    at_seam(user, DELETE)
    user.press(DELETE, Qt.KeyboardModifier.ShiftModifier)
    assert user.risks(0) == before


@EITHER
def test_what_is_selected_is_deleted_and_nothing_joined(user: User, key: Qt.Key) -> None:
    count = len(user.risks(0))
    write(user, user.entry(0).risks[1].id, "abcd", 0)
    put_caret(user, 0, anchor=2)
    user.press(key)
    put_caret(user, 2, anchor=0)
    user.press(key)
    assert (user.writes, len(user.risks(0))) == ("", count)


@EITHER
def test_a_key_that_is_held_does_not_go_on_in_the_other_bullet(user: User, key: Qt.Key) -> None:
    before = user.risks(0)
    write(user, user.entry(0).risks[1].id, "abcd", 4 if key is BACKSPACE else 0)
    hold(user.sheet.writing.editor, key, 40)
    assert user.writes == ""
    user.press(Qt.Key.Key_Escape)
    assert user.risks(0) == [before[0], "", *before[2:]]


@pytest.mark.parametrize("kind", [LineKind.TITLE, LineKind.HEADING, LineKind.CATEGORY])
@EITHER
def test_titles_are_not_joined(user: User, key: Qt.Key, kind: LineKind) -> None:
    before = user.tree
    row = [row for row, line in enumerate(user.sheet.lines.lines) if line.kind is kind][-1]
    user.sheet.writing.open(row, 0 if key is BACKSPACE else None)
    user.press(key)
    assert (user.writes, user.tree) == (user.sheet.lines.lines[row].text, before)


@EITHER
def test_a_new_bullet_becomes_part_of_the_one_that_is_stored(user: User, key: Qt.Key) -> None:
    first, second, *others = user.entry(0).risks
    user.workbench.run(risks.edit(second.id, note="Note"))
    user.edit(first.id)
    user.press(Qt.Key.Key_Return)
    user.type("New")
    put_caret(user, 0 if key is BACKSPACE else 3)
    user.press(key)
    remaining = first if key is BACKSPACE else second
    whole = f"{first.description} New" if key is BACKSPACE else f"New {second.description}"
    assert user.writes == whole
    assert not user.sheet.findChildren(QMessageBox)
    assert [risk.id for risk in user.entry(0).risks] == [risk.id for risk in (first, second, *others)]
    assert [risk.description for risk in user.entry(0).risks if risk.id == remaining.id] == [whole]
    assert user.workbench.typing.drafts() == []
    user.workbench.undo()
    assert user.risks(0)[:2] == [first.description, second.description]


@EITHER
def test_before_something_is_lost_the_user_is_asked(user: User, key: Qt.Key) -> None:
    first, second, *_ = user.entry(0).risks
    user.workbench.run(risks.edit(first.id, likelihood=1, impact=1, note="First"))
    user.workbench.run(risks.edit(second.id, likelihood=4, impact=5, owner="A. Owner", note="{Note} <b>"))
    before = user.entry(0)
    at_seam(user, key)
    user.press(key)
    assert user.entry(0) == before
    warning = question(user).text()
    assert warning.startswith(
        f"{second.reference} becomes part of the bullet above it and loses its reference, likelihood"
    )
    assert all(name in warning for name in ("impact", "owner", "note"))
    press(user, "Go on")
    joined = user.entry(0).risks[0]
    assert joined.description == f"{first.description} {second.description}" == user.writes
    assert (joined.id, joined.reference, joined.likelihood, joined.note) == (first.id, first.reference, 1, "First")
    user.workbench.undo()
    assert user.entry(0) == before


def test_a_mitigation_with_a_date_and_without_a_text_is_asked_about_too(user: User) -> None:
    second = user.entry(0).mitigations[1]
    user.workbench.run(mitigations.edit(second.id, description="", status=MitigationStatus.DONE))
    at_seam(user, BACKSPACE, LineKind.MITIGATION)
    user.press(BACKSPACE)
    assert question(user).text().startswith("– becomes part of the bullet above it and loses its status.")


@EITHER
def test_nothing_is_lost_where_the_user_does_not_go_on(user: User, key: Qt.Key) -> None:
    user.workbench.run(risks.edit(user.entry(0).risks[1].id, note="Note"))
    before = user.entry(0)
    at_seam(user, key)
    user.type("Mine")
    put_caret(user, 0 if key is BACKSPACE else len(user.writes or ""))
    written = user.writes
    user.press(key)
    box = question(user)
    assert box.defaultButton() is box.escapeButton()
    press(user, "Cancel")
    assert (user.entry(0), user.writes) == (before, written)
    assert [draft.text for draft in user.workbench.typing.drafts()] == [written]


def test_what_somebody_else_wrote_while_the_user_was_asked_stays(user: User, other: Session) -> None:
    first, second, *_ = user.entry(0).risks
    user.workbench.run(risks.edit(second.id, note="Note"))
    at_seam(user, BACKSPACE)
    user.press(BACKSPACE)
    other.run(risks.edit(first.id, description="Theirs"))
    user.workbench.read_changes_of_others()
    press(user, "Go on")
    assert user.risks(0)[:2] == ["Theirs", second.description]


def test_what_somebody_else_writes_meanwhile_is_asked_about(user: User, other: Session) -> None:
    clashes: list[Conflict] = []
    user.workbench.conflict_found.connect(lambda conflict, _: clashes.append(conflict))
    first, second, *_ = user.entry(0).risks
    at_seam(user, BACKSPACE)
    other.run(risks.edit(first.id, description="Theirs"))
    user.press(BACKSPACE)
    assert len(clashes) == 1
    assert user.risks(0)[:2] == ["Theirs", second.description]


@read_only
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, BACKSPACE, DELETE])
def test_nothing_is_split_or_joined_where_the_store_is_read_only(user: User, key: Qt.Key) -> None:
    before = user.tree
    user.click(user.entry(0).risks[1].id)
    user.do("edit_text")
    user.press(key)
    assert (user.writes, user.tree) == (None, before)


def test_all_of_a_text_is_kept_where_its_splitting_clashes(user: User, other: Session) -> None:
    clashes: list[tuple[Conflict, Action]] = []
    user.workbench.conflict_found.connect(lambda conflict, action: clashes.append((conflict, action)))
    first = user.entry(0).risks[0]
    write(user, first.id, "one two", 3)
    other.run(risks.edit(first.id, description="Theirs"))
    user.press(Qt.Key.Key_Return)
    ((_, action),) = clashes
    assert user.risks(0)[0] == "Theirs"
    assert [draft.text for draft in user.workbench.typing.drafts()] == ["one two"]
    user.workbench.run(action)
    assert user.risks(0)[:2] == ["one", "two"]


def test_joining_is_asked_about_where_somebody_else_changed_the_open_line(user: User, other: Session) -> None:
    clashes: list[Conflict] = []
    user.workbench.conflict_found.connect(lambda conflict, _: clashes.append(conflict))
    second = user.entry(0).risks[1]
    at_seam(user, BACKSPACE)
    user.type("Mine")
    other.run(risks.edit(second.id, description="Theirs"))
    user.workbench.read_changes_of_others()
    put_caret(user, 0)
    user.press(BACKSPACE)
    assert len(clashes) == 1
    assert user.risks(0)[1] == "Theirs"
    assert [draft.text for draft in user.workbench.typing.drafts()] == [f"Mine{second.description}"]


@pytest.mark.parametrize("text", ["foobar", "foo bar", "foo  bar", "foo\u00a0bar", "foo\nbar", "f😀oobar"])
def test_backspace_after_enter_brings_the_text_back(user: User, text: str) -> None:
    before = user.entry(0)
    user.workbench.run(risks.edit(before.risks[1].id, description=text))
    for place in (1, 3, 4, 5):
        user.edit(before.risks[1].id)
        put_caret(user, place)
        at = caret(user)
        user.press(Qt.Key.Key_Return)
        assert len(user.risks(0)) == len(before.risks) + 1, place
        user.press(BACKSPACE)
        assert user.risks(0)[1] == plain_text(user.sheet.writing.editor) == text, place
        assert len(user.risks(0)) == len(before.risks), place
        assert at <= caret(user) <= at + 2, place
        user.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("key", [BACKSPACE, DELETE])
def test_the_last_risk_and_the_first_mitigation_are_never_joined(user: User, key: Qt.Key) -> None:
    before = user.tree
    entry = user.entry(0)
    user.edit(entry.risks[-1].id if key is DELETE else entry.mitigations[0].id)
    if key is BACKSPACE:
        put_caret(user, 0)
    user.press(key)
    assert user.tree == before


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=some.text("ab é;.\n\u00a0😀", min_size=1, max_size=12), place=some.integers(min_value=0, max_value=12))
def test_any_text_that_is_split_and_joined_again_is_the_same(user: User, text: str, place: int) -> None:
    risk = user.entry(0).risks[1]
    user.sheet.writing.finish()
    user.workbench.run(risks.edit(risk.id, description=text))
    before = user.risks(0)
    user.edit(risk.id)
    put_caret(user, utf16(before[1], min(place, len(before[1]))))
    user.press(Qt.Key.Key_Return)
    user.press(BACKSPACE)
    user.sheet.writing.finish()
    assert user.risks(0) == before
