"""Writing in cells: with the fields of the inspector, and no word that is typed is ever lost."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from riskdesk.desk import items, risks
from riskdesk.domain.listing import LISTED, ListColumn, RowKind
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import RiskStatus
from riskdesk.kit.fields import ChoiceField, DateField, LineField, TextField
from riskdesk.ui.pages.levels import LevelsField
from tests.ui.keys import KEY_OF_ONE, NONE, hold, press_place
from tests.ui.views.list.conftest import CONTROL, Reader

FIELDS = {
    "owner": LineField,
    "reference": LineField,
    "title": LineField,
    "description": TextField,
    "note": TextField,
    "status": ChoiceField,
    "response": ChoiceField,
    "next_review": DateField,
    "likelihood": LevelsField,
    "residual_impact": LevelsField,
    "escalated_to": LineField,
}


def with_columns(reader: Reader, *names: str) -> None:
    from dataclasses import replace

    listing = reader.view.listed.listing
    reader.view.listed.ask(replace(listing, columns=tuple(map(ListColumn, ("reference", *names)))))


def go_to(reader: Reader, reference: str, name: str) -> None:
    table = reader.view.table
    table.setFocus()
    table.setCurrentIndex(table.lines.index(reader.place(reference), reader.column(name)))


def begin(reader: Reader, reference: str, name: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    go_to(reader, reference, name)
    if key == Qt.Key.Key_F2:
        reader.view.commands["edit_text"]()
    else:
        reader.key(key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_cell_is_written_in_with_the_field_of_the_inspector(reader: Reader, key: Qt.Key) -> None:
    for name, kind in FIELDS.items():
        with_columns(reader, *({name} - {"reference"}))
        begin(reader, "R-02", name, key)
        field = reader.view.editing.field
        assert isinstance(field, kind), name
        assert field.accessibleName() == LISTED[RowKind.RISK][name].label.en
        cell = reader.view.table.visualRect(reader.view.table.currentIndex())
        assert field.parent() is not None
        assert reader.view.editing._frame.geometry().intersects(cell), name
        assert reader.workbench.selection == (reader.risk("R-02").id,)
        reader.view.editing.give_up()


@pytest.mark.parametrize(
    ("name", "typed", "stored"),
    [
        ("owner", "A. Martin", "A. Martin"),
        ("next_review", "31/3/2027", date(2027, 3, 31)),
        ("escalated_to", "assembly", "assembly"),
    ],
)
def test_typing_in_a_cell_writes_in_place_of_what_stood_there(
    reader: Reader, name: str, typed: str, stored: object
) -> None:
    before = date(2026, 1, 1) if name == "next_review" else "Zoe"
    reader.workbench.run(risks.edit(reader.risk("R-02").id, **{name: before}))
    with_columns(reader, name)
    go_to(reader, "R-02", name)
    for sign in typed:
        reader.type(sign)
    reader.key(Qt.Key.Key_Return)
    assert getattr(reader.risk("R-02"), name) == stored


def compose(reader: Reader, *steps: QInputMethodEvent) -> bool:
    """Compose a letter if that is possible in the current cell; return whether it is."""
    asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QApplication.sendEvent(reader.view.table, asked)
    for step in steps:
        QApplication.sendEvent(reader.view.table, step)
    return bool(asked.value(Qt.InputMethodQuery.ImEnabled))


def test_a_letter_with_an_accent_of_its_own_key_begins_a_cell(reader: Reader) -> None:
    with_columns(reader, "owner", "description")
    begun, composed = QInputMethodEvent("^", []), QInputMethodEvent()
    composed.setCommitString("Ê")
    for name in ("reference", "description"):
        go_to(reader, "R-02", name)
        assert not compose(reader, begun, composed)
        assert reader.view.editing.field is None
    go_to(reader, "R-02", "owner")
    assert compose(reader, begun)
    assert reader.view.editing.field is None
    compose(reader, composed)
    for sign in "ve":
        reader.type(sign)
    reader.key(Qt.Key.Key_Return)
    assert reader.risk("R-02").owner == "Êve"


def test_a_letter_written_with_altgr_begins_a_cell(reader: Reader) -> None:
    altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    go_to(reader, "R-02", "owner")
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        for text in ("\x0c", "Ł"):
            QApplication.sendEvent(reader.view.table, QKeyEvent(kind, Qt.Key.Key_L, altgr, text))
    reader.type("ucja")
    reader.key(Qt.Key.Key_Return)
    assert reader.risk("R-02").owner == "Łucja"


@pytest.mark.parametrize("name", ["reference", "description", "band"])
def test_a_letter_stays_a_command_where_a_first_letter_would_replace_too_much(reader: Reader, name: str) -> None:
    reader.click("R-02", name)
    reader.key(Qt.Key.Key_A)
    assert reader.view.editing.field is None


def test_enter_stores_a_line_and_the_keyboard_is_in_the_cell_again(reader: Reader) -> None:
    begin(reader, "R-02", "owner")
    reader.type("Zoe")
    reader.key(Qt.Key.Key_Return)
    assert reader.risk("R-02").owner == "Zoe"
    assert reader.view.table.hasFocus()
    assert reader.view.editing.field is None
    assert reader.cell("R-02", "owner") == "Zoe"
    reader.workbench.undo()
    assert reader.cell("R-02", "owner") == "Marat Abenov"


@pytest.mark.parametrize("name", ["owner", "next_review"])
def test_keys_that_lead_to_other_rows_store_a_line_and_lead_there(reader: Reader, name: str) -> None:
    with_columns(reader, name)
    typed = ("Zoe", "Ada") if name == "owner" else ("31/3/2027", "1/4/2027")
    go_to(reader, "R-02", name)
    for text in typed:
        for sign in text:
            reader.type(sign)
        reader.key(Qt.Key.Key_Down)
        assert reader.view.editing.field is None
    stored = typed if name == "owner" else (date(2027, 3, 31), date(2027, 4, 1))
    assert (getattr(reader.risk("R-02"), name), getattr(reader.risk("R-03"), name)) == stored
    assert reader.selected() == ["R-04"]
    reader.key(Qt.Key.Key_Up)
    assert reader.selected() == ["R-03"]


def test_no_key_leads_to_another_row_from_what_cannot_be_stored_or_with_shift(reader: Reader) -> None:
    with_columns(reader, "next_review")
    begin(reader, "R-02", "next_review")
    for sign in "31/2/2027":
        reader.type(sign)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        reader.key(key)
        reader.key(key, Qt.KeyboardModifier.ShiftModifier)
    assert reader.selected() == ["R-02"]
    assert reader.view.editing.field is reader.focused


def test_enter_that_is_held_begins_to_write_or_ends_it(reader: Reader) -> None:
    begin(reader, "R-02", "owner")
    reader.key(Qt.Key.Key_Escape)
    hold(reader.view.table, Qt.Key.Key_Return, 3)
    assert reader.view.editing.field is not None
    hold(reader.view.table, Qt.Key.Key_Return, 3)
    assert reader.view.editing.field is None


def test_a_double_click_begins_where_it_is(reader: Reader) -> None:
    reader.double_click("R-04", "owner")
    assert isinstance(reader.view.editing.field, LineField)
    reader.type("Zoe")
    reader.click("R-06")
    assert reader.risk("R-04").owner == "Zoe"
    assert reader.view.editing.field is None
    assert reader.selected() == ["R-06"]


def test_a_text_is_gone_on_with_at_its_end(reader: Reader) -> None:
    before = reader.risk("R-04").description
    reader.double_click("R-04", "description")
    reader.type(" Here")
    reader.click("R-06")
    assert reader.risk("R-04").description == f"{before} Here"


@pytest.mark.parametrize("name", ["band", "residual_band", "category"])
def test_who_points_at_what_is_worked_out_writes_in_the_description_and_never_in_the_reference(
    reader: Reader, name: str
) -> None:
    reader.double_click("R-04", name)
    assert list(reader.view.editing.fields) == ["description"]
    reader.key(Qt.Key.Key_Escape)
    begin(reader, "R-05", name, Qt.Key.Key_F2)
    assert list(reader.view.editing.fields) == ["description"]


def test_esc_leaves_and_loses_no_word(reader: Reader) -> None:
    begin(reader, "R-02", "owner")
    reader.type("Zoe")
    reader.key(Qt.Key.Key_Escape)
    assert reader.view.editing.field is None
    assert reader.risk("R-02").owner == "Zoe"
    begin(reader, "R-02", "owner")
    reader.key(Qt.Key.Key_Escape)
    assert reader.view.editing.field is None
    assert reader.view.table.hasFocus()


def test_tab_goes_on_to_the_next_cell_that_can_be_written_in(reader: Reader) -> None:
    with_columns(reader, "owner", "band", "category", "escalated_to")
    begin(reader, "R-02", "owner")
    reader.type("Zoe")
    reader.key(Qt.Key.Key_Tab)
    reader.type("Board")
    reader.key(Qt.Key.Key_Tab)
    # The row ends, and the next begins with its reference.
    reader.type("X-3")
    reader.key(Qt.Key.Key_Backtab)
    reader.type("Committee")
    reader.key(Qt.Key.Key_Return)
    assert (reader.risk("R-02").owner, reader.risk("R-02").escalated_to) == ("Zoe", "Committee")
    assert reader.names_shown[2] == "X-3"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab], ids=["Tab", "Shift+Tab"])
def test_the_row_that_tab_leads_to_is_the_selected_one(reader: Reader, key: Qt.Key) -> None:
    with_columns(reader, "owner")
    reader.double_click("R-03", "reference" if key == Qt.Key.Key_Backtab else "owner")
    reader.key(key)
    assert reader.view.editing.field is not None
    (selected,) = reader.selected()
    assert selected != "R-03"
    assert reader.workbench.selection == (reader.risk(selected).id,)


@pytest.mark.parametrize(("reference", "owner"), [("R-01", "Zorro"), ("R-20", "Aaron")], ids=["far down", "to the top"])
def test_tab_follows_the_row_where_it_goes_by_what_was_written(reader: Reader, reference: str, owner: str) -> None:
    reader.click_head("owner")
    begin(reader, reference, "owner")
    reader.type(owner)
    reader.key(Qt.Key.Key_Tab)
    place = reader.names_shown.index(reference)
    assert place == 0 if owner == "Aaron" else place > 10
    assert isinstance(reader.view.editing.field, ChoiceField)
    assert reader.view.table.currentIndex().row() == reader.place(reference)


def test_enter_makes_a_line_in_a_text_and_ctrl_enter_stores_it(reader: Reader) -> None:
    begin(reader, "R-02", "description")
    field = reader.view.editing.field
    assert isinstance(field, QPlainTextEdit)
    field.selectAll()
    reader.type("One")
    reader.key(Qt.Key.Key_Return)
    reader.type("two")
    reader.key(Qt.Key.Key_Return, CONTROL)
    assert reader.risk("R-02").description == "One\ntwo"
    assert reader.view.table.hasFocus()


def test_a_text_has_the_room_that_it_needs(reader: Reader) -> None:
    begin(reader, "R-02", "description")
    before = reader.view.editing._frame.height()
    field = reader.view.editing.field
    assert isinstance(field, QPlainTextEdit)
    for _ in range(6):
        reader.key(Qt.Key.Key_Return)
        reader.type("line")
    assert reader.view.editing._frame.height() > before + 60
    for _ in range(80):
        reader.key(Qt.Key.Key_Return)
    assert reader.view.table.viewport().rect().contains(reader.view.editing._frame.geometry())


def test_what_is_no_date_stays_with_why_and_comes_back(reader: Reader) -> None:
    begin(reader, "R-02", "next_review")
    field = reader.view.editing.field
    assert isinstance(field, DateField)
    reader.type("soon")
    reader.key(Qt.Key.Key_Return)
    assert reader.view.editing.field is not None
    assert "This is not a date" in field.reason
    assert not reader.workbench.commit()
    reader.key(Qt.Key.Key_Escape)
    assert reader.view.editing.field is None
    assert [draft.text for draft in reader.workbench.typing.drafts()] == ["soon"]
    begin(reader, "R-02", "next_review")
    again = reader.view.editing.field
    assert isinstance(again, DateField)
    assert again.text() == "soon"
    again.selectAll()
    reader.type("31/12/2027")
    reader.key(Qt.Key.Key_Return)
    assert reader.risk("R-02").next_review == date(2027, 12, 31)
    assert reader.workbench.typing.drafts() == []


def test_a_choice_is_stored_as_it_is_made(reader: Reader, qtbot: QtBot) -> None:
    begin(reader, "R-02", "status")
    field = reader.view.editing.field
    assert isinstance(field, ChoiceField)
    popup = field.view()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_End)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reader.view.editing.field is None)
    assert reader.risk("R-02").status is RiskStatus.CLOSED
    # Without a screen, the window is not the active one after a list of choices.
    assert reader.view.window().focusWidget() is reader.view.table


@pytest.mark.parametrize(("key", "following"), [(Qt.Key.Key_Tab, "next_review"), (Qt.Key.Key_Backtab, "owner")])
def test_tab_in_the_list_of_choices_takes_the_current_one_and_goes_on(
    reader: Reader, qtbot: QtBot, key: Qt.Key, following: str
) -> None:
    begin(reader, "R-02", "status")
    field = reader.view.editing.field
    assert isinstance(field, ChoiceField)
    qtbot.waitUntil(field.view().isVisible)
    QTest.keyClick(field.view(), Qt.Key.Key_End)
    QTest.keyClick(field.view(), key)
    assert reader.risk("R-02").status is RiskStatus.CLOSED
    # What ends editing after a choice comes a moment later.
    QTest.qWait(50)
    assert list(reader.view.editing.fields) == [following]
    assert reader.workbench.selection == (reader.risk("R-02").id,)


@pytest.mark.parametrize(("key", "following"), [(Qt.Key.Key_Tab, "status"), (Qt.Key.Key_Backtab, "description")])
@pytest.mark.parametrize(("down", "owner"), [(0, "Ann"), (1, "Anna Keller")])
def test_tab_goes_on_while_names_are_offered(
    reader: Reader, qtbot: QtBot, key: Qt.Key, following: str, down: int, owner: str
) -> None:
    begin(reader, "R-02", "owner")
    field = reader.view.editing.field
    assert isinstance(field, LineField)
    reader.type("Ann")
    names = field.completer().popup()
    qtbot.waitUntil(names.isVisible)
    for _ in range(down):
        QTest.keyClick(names, Qt.Key.Key_Down)
    QTest.keyClick(names, key)
    assert reader.risk("R-02").owner == owner
    assert list(reader.view.editing.fields) == [following]


@pytest.mark.parametrize(("down", "owner"), [(0, "Ann"), (1, "Anna Keller")])
def test_enter_ends_editing_while_names_are_offered(reader: Reader, qtbot: QtBot, down: int, owner: str) -> None:
    begin(reader, "R-02", "owner")
    field = reader.view.editing.field
    assert isinstance(field, LineField)
    reader.type("Ann")
    names = field.completer().popup()
    qtbot.waitUntil(names.isVisible)
    for _ in range(down):
        QTest.keyClick(names, Qt.Key.Key_Down)
    QTest.keyClick(names, Qt.Key.Key_Return)
    assert reader.risk("R-02").owner == owner
    assert reader.view.editing.field is None


def test_levels_are_chosen_by_field_and_by_digit(reader: Reader, qtbot: QtBot) -> None:
    with_columns(reader, "likelihood", "impact", "owner")
    begin(reader, "R-02", "likelihood")
    reader.type("5")
    qtbot.waitUntil(lambda: reader.view.editing.field is None)
    assert reader.risk("R-02").likelihood == 5
    begin(reader, "R-02", "likelihood")
    reader.key(Qt.Key.Key_Left)
    reader.key(Qt.Key.Key_Left)
    assert reader.view.editing.field is not None
    reader.key(Qt.Key.Key_Return)
    assert reader.view.editing.field is None
    assert reader.risk("R-02").likelihood == 3
    table = reader.view.table
    table.setCurrentIndex(table.lines.index(reader.place("R-02"), reader.column("impact")))
    reader.type("4")
    assert reader.risk("R-02").impact == 4
    reader.type("7")
    assert reader.risk("R-02").impact == 4
    table.setCurrentIndex(table.lines.index(reader.place("R-02"), reader.column("owner")))
    reader.type("3")
    assert reader.risk("R-02").owner == "Marat Abenov"


@pytest.mark.parametrize("modifiers", [NONE, Qt.KeyboardModifier.ShiftModifier])
def test_digits_set_levels_on_french_keyboards_with_shift_and_without(
    reader: Reader, modifiers: Qt.KeyboardModifier
) -> None:
    with_columns(reader, "likelihood")
    table = reader.view.table
    table.setFocus()
    table.setCurrentIndex(table.lines.index(reader.place("R-02"), reader.column("likelihood")))
    press_place(KEY_OF_ONE + 3, "'" if modifiers == NONE else "4", modifiers)
    assert reader.risk("R-02").likelihood == 4


def test_a_reference_that_is_taken_is_refused_with_a_sentence(reader: Reader, problems: list[Problem]) -> None:
    begin(reader, "R-02", "reference")
    reader.type("R-03")
    reader.key(Qt.Key.Key_Return)
    assert reader.view.editing.field is not None
    assert len(problems) == 1
    reader.view.editing.field.selectAll()
    reader.type("R-99")
    reader.key(Qt.Key.Key_Return)
    assert reader.names_shown[1] == "R-99"


def test_a_cell_that_is_worked_out_gives_way_to_one_that_is_not(reader: Reader) -> None:
    with_columns(reader, "band", "owner")
    begin(reader, "R-02", "band")
    assert "reference" in reader.view.editing.fields


def test_undo_and_the_store_take_what_is_typed_first(reader: Reader) -> None:
    begin(reader, "R-02", "owner")
    reader.type("Zoe")
    assert reader.workbench.commit()
    assert reader.view.editing.field is not None
    assert reader.risk("R-02").owner == "Zoe"
    reader.type(" Z.")
    reader.workbench.undo()
    assert reader.risk("R-02").owner == "Zoe"


def test_an_item_that_is_deleted_below_the_hand_gives_its_text_back(reader: Reader) -> None:
    returned: list[object] = []
    reader.workbench.typing.offered.connect(returned.append)
    begin(reader, "R-02", "owner")
    reader.type("Zoe")
    reader.workbench.run_without_commit(items.delete([reader.risk("R-02").id]))
    assert reader.view.editing.field is None
    assert [draft.text for draft in returned] == ["Zoe"]


def test_another_step_shows_in_the_open_cell(reader: Reader) -> None:
    begin(reader, "R-02", "owner")
    reader.workbench.run_without_commit(risks.edit(reader.risk("R-02").id, owner="Elsewhere"))
    field = reader.view.editing.field
    assert isinstance(field, LineField)
    assert field.text() == "Elsewhere"


def test_a_cell_that_is_scrolled_stays_over_its_place(reader: Reader) -> None:
    reader.view.resize(700, 300)
    begin(reader, "R-02", "owner")
    before = reader.view.editing._frame.geometry()
    bar = reader.view.table.verticalScrollBar()
    bar.setValue(bar.value() + 20)
    assert reader.view.editing._frame.geometry().top() == before.top() - 20


def test_the_field_goes_along_where_its_cell_moves_or_grows(reader: Reader) -> None:
    begin(reader, "R-02", "owner")
    table, frame = reader.view.table, reader.view.editing._frame
    cell = table.lines.index(reader.place("R-02"), reader.column("owner"))
    table.head.resizeSection(reader.column("owner") - 1, 60)
    assert frame.geometry().topLeft() == table.visualRect(cell).topLeft()
    reader.view.commands["zoom_in"]()
    reader.view.commands["zoom_in"]()
    assert frame.geometry().topLeft() == table.visualRect(cell).topLeft()
    assert frame.height() >= table.visualRect(cell).height()


def test_writing_ends_where_columns_or_rows_are_others(reader: Reader) -> None:
    begin(reader, "R-02", "owner")
    reader.type("Zoe")
    with_columns(reader, "status")
    assert reader.view.editing.field is None
    assert reader.risk("R-02").owner == "Zoe"
