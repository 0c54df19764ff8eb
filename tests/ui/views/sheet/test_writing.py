"""Writing on the sheet as in an outliner."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.domain.problems import Problem
from riskdesk.ui.views.sheet.layout.lines import LineKind
from riskdesk.ui.views.sheet.writing.editor import LineEditor
from tests.ui.conftest import read_only
from tests.ui.views.sheet.conftest import User


def test_a_click_on_a_bullet_opens_it_where_it_was_clicked(user: User) -> None:
    risk = user.entry(0).risks[0]
    user.click(risk.id, QPoint(1, 8))
    user.type("Very ")
    user.press(Qt.Key.Key_Escape)
    assert user.risks(0)[0] == "Very " + risk.description


def test_typing_on_a_chosen_bullet_goes_on_at_its_end(user: User) -> None:
    risk = user.entry(0).risks[1]
    user.choose(risk.id)
    user.type("x, y")
    assert user.writes == risk.description + "x, y"
    assert user.sheet.writing.commit()
    assert user.risks(0)[1] == risk.description + "x, y"


def test_enter_keeps_the_text_and_opens_the_next_bullet(user: User) -> None:
    before = user.risks(0)
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    assert user.writes == ""
    user.type("Second")
    user.press(Qt.Key.Key_Return)
    user.type("Third")
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Return)
    assert user.writes is None
    assert user.risks(0) == [before[0], "Second", "Third", *before[1:]]


def test_each_new_bullet_is_one_step(user: User) -> None:
    before = user.risks(0)
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    user.type("Second")
    user.press(Qt.Key.Key_Return)
    assert user.last_done == "Add risk"
    user.workbench.undo()
    assert user.risks(0) == before


def test_escape_ends_writing_and_keeps_the_text_which_one_undo_takes_back(user: User) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.type(" kept")
    user.press(Qt.Key.Key_Escape)
    assert user.writes is None
    assert user.risks(0)[0] == risk.description + " kept"
    assert user.sheet.selected_ids() == (risk.id,)
    assert user.sheet.hasFocus()
    user.workbench.undo()
    assert user.risks(0)[0] == risk.description


def test_escape_keeps_a_new_bullet_that_has_a_text(user: User) -> None:
    before = user.risks(0)
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    user.type("Kept")
    user.press(Qt.Key.Key_Escape)
    assert user.risks(0) == [before[0], "Kept", *before[1:]]
    assert user.sheet.selected_ids() == (user.entry(0).risks[1].id,)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_bullet_that_was_begun_and_left_empty_is_not_kept(user: User, key: Qt.Key) -> None:
    before, label = user.risks(0), user.last_done
    lines = len(user.sheet.lines.lines)
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    user.press(key)
    assert user.writes is None
    assert (user.risks(0), len(user.sheet.lines.lines)) == (before, lines)
    assert user.last_done == label
    assert user.sheet.selected_ids() == (user.entry(0).risks[0].id,)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Backspace])
def test_what_is_typed_after_an_empty_bullet_goes_where_the_caret_was(user: User, key: Qt.Key) -> None:
    before = user.risks(0)
    user.edit(user.entry(0).risks[1].id)
    user.press(Qt.Key.Key_Return)
    user.press(key)
    user.type("!")
    user.press(Qt.Key.Key_Escape)
    assert user.risks(0) == [before[0], before[1] + "!", *before[2:]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Backspace])
def test_a_new_category_that_is_left_empty_leaves_the_one_above_it(user: User, key: Qt.Key) -> None:
    before, category = user.tree, user.tree.categories[1].category
    user.choose(category.id)
    user.do("add_category")
    user.press(key)
    user.press(Qt.Key.Key_Escape)
    assert (user.tree, user.sheet.selected_ids()) == (before, (category.id,))


def test_a_bullet_emptied_by_hand_is_stored_empty_and_one_undo_away(user: User) -> None:
    before = user.risks(0)
    user.edit(user.entry(0).risks[1].id)
    user.sheet.writing.editor.selectAll()
    user.press(Qt.Key.Key_Backspace)
    user.press(Qt.Key.Key_Escape)
    assert user.risks(0) == [before[0], "", *before[2:]]
    user.workbench.undo()
    assert user.risks(0) == before


def test_tab_goes_to_the_other_column_and_back(user: User) -> None:
    entry = user.entry(0)
    user.edit(entry.risks[1].id)
    user.type("!")
    user.press(Qt.Key.Key_Tab)
    assert user.writes == entry.mitigations[1].description
    assert user.risks(0)[1].endswith("!")
    user.press(Qt.Key.Key_Tab)
    assert user.writes == user.risks(0)[1]


def test_up_and_down_go_through_a_column_across_entries(user: User) -> None:
    last = user.entry(0).risks[-1]
    user.edit(last.id)
    user.press(Qt.Key.Key_Down)
    if user.writes == last.description:
        user.press(Qt.Key.Key_Down)
    assert user.writes == user.risks(1)[0]
    user.sheet.writing.editor.moveCursor(user.sheet.writing.editor.textCursor().MoveOperation.Start)
    user.press(Qt.Key.Key_Up)
    assert user.writes == last.description


def test_a_new_entry_is_written_in_both_columns(user: User) -> None:
    category = user.tree.categories[0]
    user.edit(category.entries[0].risks[0].id)
    user.do("add_entry")
    user.type("A risk")
    user.press(Qt.Key.Key_Tab)
    assert user.writes_in is LineKind.MITIGATION
    user.type("A mitigation")
    user.press(Qt.Key.Key_Return)
    assert len(user.tree.categories[0].entries) == len(category.entries) + 1
    assert (user.risks(1), user.mitigations(1)) == (["A risk"], ["A mitigation"])


def test_a_new_category_goes_on_with_its_first_entry(user: User) -> None:
    user.choose(user.tree.categories[0].category.id)
    user.do("add_category")
    user.type("Of our own")
    user.press(Qt.Key.Key_Return)
    user.type("First risk")
    assert user.sheet.writing.commit()
    category = user.tree.categories[1]
    assert category.category.title == "Of our own"
    assert [risk.description for risk in category.risks] == ["First risk"]


@pytest.mark.parametrize(
    ("pasted", "added"),
    [
        ("• One\n•\tTwo\n", ["One", "Two"]),
        ("1. One\r\n2. Two\r\n\r\n3) Three", ["One", "Two", "Three"]),
        ("\uf0b7 One\n\uf0b7 <b>Two</b>", ["One", "<b>Two</b>"]),
    ],
)
def test_pasted_lines_become_bullets_without_their_signs(user: User, pasted: str, added: list[str]) -> None:
    before = user.risks(0)
    data = QMimeData()
    data.setText(pasted)
    data.setHtml("<p><b>formatted</b></p>")
    QGuiApplication.clipboard().setMimeData(data)
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    user.sheet.writing.editor.paste()
    assert user.writes == added[-1]
    assert user.sheet.writing.commit()
    assert user.risks(0) == [before[0], *added, *before[1:]]
    user.workbench.undo()
    assert user.risks(0) == before


@pytest.mark.parametrize("pasted", ["One\n", "\u2022\tOne\r\n", "    \u2022 One", "\uf0b7 One"])
def test_a_line_pasted_in_place_of_a_text_comes_without_its_sign_and_end(user: User, pasted: str) -> None:
    before = user.risks(0)
    QGuiApplication.clipboard().setText(pasted)
    user.edit(user.entry(0).risks[0].id)
    user.sheet.writing.editor.selectAll()
    user.sheet.writing.editor.paste()
    assert user.sheet.writing.commit()
    assert user.risks(0) == ["One", *before[1:]]


def test_a_line_pasted_into_a_text_leaves_out_its_end_alone(user: User) -> None:
    before = user.risks(0)
    QGuiApplication.clipboard().setText(" - and more\r\n")
    user.edit(user.entry(0).risks[0].id)
    user.sheet.writing.editor.paste()
    assert user.sheet.writing.commit()
    assert user.risks(0) == [f"{before[0]} - and more", *before[1:]]


def test_text_that_came_as_html_alone_is_pasted_into_a_text(user: User) -> None:
    data = QMimeData()
    data.setHtml("<p>one <b>more</b></p>")
    user.edit(user.entry(0).risks[0].id)
    user.sheet.writing.editor.insertFromMimeData(data)
    assert user.writes == user.risks(0)[0] + "one more"


def test_lines_pasted_into_a_text_part_it_in_one_step(user: User) -> None:
    before = user.risks(0)
    QGuiApplication.clipboard().setText("one\ntwo\nthree")
    user.click(user.entry(0).risks[0].id, QPoint(1, 8))
    user.sheet.writing.editor.paste()
    assert user.risks(0) == ["one", "two", "three" + before[0], *before[1:]]
    assert user.sheet.writing.commit()
    user.workbench.undo()
    assert user.risks(0) == before


def test_leaving_for_another_field_keeps_the_text(user: User, qtbot: QtBot) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    user.edit(user.entry(0).risks[0].id)
    user.type(" kept")
    other.setParent(user.sheet)
    other.show()
    other.setFocus()
    assert user.writes is None
    assert user.risks(0)[0].endswith(" kept")


def test_a_line_that_closes_behind_a_dialog_leaves_the_focus_to_the_sheet(user: User, qtbot: QtBot) -> None:
    user.edit(user.entry(0).risks[0].id)
    dialog = QDialog(user.sheet)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    user.workbench.run(registers.add(user.tree))
    assert user.writes is None
    assert user.sheet.focusWidget() is user.sheet


def test_a_text_that_cannot_be_kept_stays_open(user: User, problems: list[Problem]) -> None:
    user.edit(user.entry(0).risks[0].id)
    user.sheet.writing.editor.setPlainText("bell \x07")
    assert not user.sheet.writing.commit()
    assert user.writes == "bell \x07"
    assert len(problems) == 1


def test_the_click_that_closes_a_new_bullet_hits_what_was_clicked(user: User) -> None:
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    mitigation = user.entry(1).mitigations[2]
    user.click(mitigation.id)
    assert user.writes == mitigation.description


def test_heading_and_title_are_written_in_place(user: User) -> None:
    for kind in (LineKind.HEADING, LineKind.TITLE):
        row = user.sheet.lines.content.row_of((kind, user.tree.register.id))
        assert row is not None
        user.sheet.choose(row)
        user.do("edit_text")
        user.sheet.writing.editor.setPlainText(f"New {kind.name}")
        user.press(Qt.Key.Key_Return)
    assert (user.tree.register.heading, user.tree.register.title) == ("New HEADING", "New TITLE")


@pytest.mark.parametrize("length", [1, 5_000])
def test_text_is_never_clipped(user: User, length: int) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.sheet.writing.editor.setPlainText(("Lorem ipsum " * 500)[:length])
    editor = user.sheet.writing.editor
    lines = sum(
        editor.document().findBlockByNumber(number).layout().lineCount() for number in range(editor.blockCount())
    )
    assert editor.height() >= lines * editor.fontMetrics().height()
    assert user.sheet.writing.commit()
    layout = user.sheet.layout_of_lines
    set_text = layout.setter(user.row(risk.id)).layout(user.risks(0)[0], layout.text_width(user.row(risk.id)))
    assert layout.text_rect(user.row(risk.id)).height() >= set_text.boundingRect().height()


@read_only
def test_nothing_opens_where_the_store_is_read_only(user: User) -> None:
    user.click(user.entry(0).risks[0].id)
    user.do("add_risk")
    assert user.writes is None
    assert not any(line.kind is LineKind.ADD_CATEGORY for line in user.sheet.lines.lines)


def test_undo_goes_on_in_the_register_once_the_typing_is_undone(user: User) -> None:
    user.edit(user.entry(0).risks[0].id)
    editor = user.sheet.writing.editor
    assert not _keeps_undo(editor)
    user.type("abc")
    assert _keeps_undo(editor)
    editor.undo()
    assert not _keeps_undo(editor)


def _keeps_undo(editor: LineEditor) -> bool:
    """Whether Ctrl+Z is the editor's rather than the window's."""
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(editor, event)
    return event.isAccepted()


def test_from_a_new_bullet_to_the_next_one_nobody_is_told_of_a_selection(user: User) -> None:
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    selections: list[tuple[str, ...]] = []
    user.workbench.selected.connect(lambda: selections.append(user.workbench.selection))
    user.type("Second")
    user.press(Qt.Key.Key_Return)
    assert (selections, user.writes) == ([], "")
    user.type("Third")
    user.press(Qt.Key.Key_Escape)
    assert selections == [(user.entry(0).risks[2].id,)]


def test_from_a_new_bullet_to_the_other_column_what_is_selected_there_is_told_alone(user: User) -> None:
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    selections: list[tuple[str, ...]] = []
    user.workbench.selected.connect(lambda: selections.append(user.workbench.selection))
    user.type("Second")
    user.press(Qt.Key.Key_Tab)
    assert selections == [(user.entry(0).mitigations[1].id,)]
    assert user.sheet.selected_ids() == user.workbench.selection
