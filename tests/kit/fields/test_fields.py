"""Fields on their own: what they ask to store, and what they show."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QCompleter,
    QDialog,
    QLineEdit,
    QSpinBox,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.kit.fields import ChoiceField, DateField, LineField, TextField
from riskdesk.kit.fields.calendar import CalendarPopup
from riskdesk.kit.theme import Theme
from tests.hearing import hearing

Field = ChoiceField | DateField | LineField | TextField


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    """Dates that do not depend on the country of the machine."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    new_form = QWidget()
    qtbot.addWidget(new_form)
    new_form.show()
    return new_form


def commits_of(field: Field) -> list[object]:
    """What a field asks to store."""
    values: list[object] = []
    field.committed.connect(values.append)
    return values


@pytest.mark.parametrize("text", ["«\u00a0a\u00a0»\u202f!", "two\nlines", "x" * 40_000, "\n\n", "🙂"])
@pytest.mark.parametrize("kind", [TextField, LineField])
def test_a_text_comes_back_as_it_was(form: QWidget, kind: type[TextField | LineField], text: str) -> None:
    field = kind(form)
    commits = commits_of(field)
    field.set_value(text)
    assert not field.is_dirty()
    QTest.keyClicks(field, "!")
    assert field.typed() is not None
    field.commit()
    assert commits == ["!" + text]


@pytest.mark.parametrize("kind", [TextField, LineField])
def test_a_part_is_selected_as_far_as_it_is_there(form: QWidget, kind: type[TextField | LineField]) -> None:
    field = kind(form)
    for name in ("Keller", "𝒜 Keller"):
        field.set_value(f"Anna {name}")
        for start, end, selected in ((5, 5 + len(name), name), (5, 60, name), (60, 66, "")):
            field.select_part(start, end)
            text = field.textCursor().selectedText() if isinstance(field, TextField) else field.selectedText()
            assert text == selected


@pytest.mark.parametrize("kind", [TextField, LineField, DateField])
def test_alt_with_a_letter_that_chooses_nothing_writes_nothing(
    form: QWidget, kind: type[TextField | LineField | DateField]
) -> None:
    field = kind(form)
    field.selectAll()
    alt = Qt.KeyboardModifier.AltModifier
    for key in (Qt.Key.Key_Q, Qt.Key.Key_A):
        for held in (alt, alt | Qt.KeyboardModifier.ShiftModifier):
            QTest.keyClick(field, key, held)
    assert field.typed() is None
    # As the key for further signs writes on some systems.
    QTest.keyClick(field, Qt.Key.Key_E, alt | Qt.KeyboardModifier.ControlModifier)
    assert field.typed() is not None


def test_what_is_typed_stays_until_it_is_stored_or_refused(form: QWidget) -> None:
    field = LineField(form)
    commits, notes = commits_of(field), []
    field.noted.connect(notes.append)
    field.set_value("stored")
    field.selectAll()
    QTest.keyClicks(field, "typed")
    field.set_value("by another")
    assert (field.text(), field.typed(), field.value()) == ("typed", "typed", "by another")
    field.commit()
    field.refuse("Not this one.")
    assert (commits, field.text(), field.reason, notes) == (["typed"], "typed", "Not this one.", ["Not this one."])
    assert field.accessibleDescription() == "Not this one."
    QTest.keyClicks(field, "!")
    assert (field.reason, field.accessibleDescription(), notes[-1]) == ("", "", "")
    field.restore()
    assert (field.text(), field.typed()) == ("by another", None)


@pytest.mark.parametrize("kind", [TextField, LineField, DateField])
def test_esc_closes_a_dialog_in_which_nobody_stores_what_is_typed(
    qtbot: QtBot, kind: type[TextField | LineField | DateField]
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    field = kind(dialog)
    dialog.show()
    QTest.keyClicks(field, "31/12/2026")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("kind", [TextField, LineField])
def test_esc_in_a_form_that_stores_goes_no_further(qtbot: QtBot, kind: type[TextField | LineField]) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    field = kind(dialog)
    field.committed.connect(lambda value: (field.set_value(value), field.restore()))
    dialog.show()
    QTest.keyClicks(field, "typed")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), field.value()) == (True, "typed")


@pytest.mark.parametrize("kind", [TextField, LineField])
def test_what_an_input_method_writes_is_typed(form: QWidget, kind: type[TextField | LineField]) -> None:
    field = kind(form)
    written = QInputMethodEvent()
    written.setCommitString("é字")
    QApplication.sendEvent(field, written)
    assert field.typed() == "é字"


def test_what_was_typed_and_taken_back_is_nothing(form: QWidget) -> None:
    field = TextField(form)
    commits = commits_of(field)
    field.set_value("stored")
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    field.commit()
    assert (commits, field.typed()) == ([], None)


def test_a_date_in_another_spelling_is_the_same(form: QWidget) -> None:
    field = DateField(form)
    commits = commits_of(field)
    field.set_value(date(2027, 12, 31))
    text = field.text()
    field.selectAll()
    QTest.keyClicks(field, "31 Dec. 2027")
    field.commit()
    assert (commits, field.text()) == ([], text)
    field.clear()
    field.commit()
    assert commits == [None]


def test_a_date_that_is_none_is_not_asked_for(form: QWidget) -> None:
    field = DateField(form)
    commits = commits_of(field)
    QTest.keyClicks(field, "31/11/2026")
    field.commit()
    assert commits == []
    assert field.typed() == "31/11/2026"
    assert "not a date" in field.reason


def test_a_choice_that_is_not_made_is_not_asked_for(form: QWidget) -> None:
    field = ChoiceField([("a", "Alpha"), ("b", "Beta")], form, optional=False)
    commits = commits_of(field)
    field.commit()
    field.set_value("b")
    field.commit()
    assert (commits, field.currentText()) == ([], "Beta")
    QTest.keyClick(field, Qt.Key.Key_A)
    field.commit()
    field.refuse("Not this one.")
    assert (commits, field.currentText()) == (["a"], "Beta")


def test_the_buttons_of_a_date_have_names_and_room(form: QWidget) -> None:
    field = DateField(form)
    field.resize(160, field.sizeHint().height())
    field.show()
    commits = commits_of(field)
    named = {button.accessibleName(): button for button in field.findChildren(QAbstractButton)}
    assert set(named) == {"Clear the date", "Choose a date (Alt+Down)"}
    clear = named["Clear the date"]
    assert not clear.isVisible()
    field.set_value(date(2027, 12, 31))
    assert clear.isVisible()
    for button in named.values():
        assert min(button.width(), button.height()) >= 24
        assert field.rect().contains(button.geometry())
    assert not clear.geometry().intersects(named["Choose a date (Alt+Down)"].geometry())
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert commits == [None]
    assert field.text() == ""


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_all_buttons_of_the_calendar_have_names(form: QWidget) -> None:
    field = DateField(form)
    field.show()
    field.open_calendar()
    (calendar,) = field.findChildren(CalendarPopup)
    buttons = [button for button in calendar.findChildren(QAbstractButton) if button.isVisible()]
    assert len(buttons) == 5
    for button in buttons:
        assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
        assert button.height() >= 24
    calendar.close()


@pytest.mark.parametrize("kind", [DateField, LineField])
def test_a_field_of_one_line_is_high_enough_to_be_hit(form: QWidget, kind: type[DateField | LineField]) -> None:
    field = kind(form)
    field.adjustSize()
    assert field.height() >= 24


def test_what_word_writes_for_breaks_and_hyphens_is_pasted_as_such(form: QWidget) -> None:
    field = TextField(form)
    QGuiApplication.clipboard().setText("one\x0btwo\x0cthree co\x1eordi\x1fnation\x07")
    field.paste()
    assert field._text() == "one\ntwo\nthree co\u2011ordination"
    field.undo()
    assert field._text() == ""


def test_nothing_is_pasted_into_a_text_that_can_only_be_read(form: QWidget) -> None:
    field = TextField(form)
    field.setReadOnly(True)
    QGuiApplication.clipboard().setText("one")
    field.paste()
    assert field._text() == ""


def test_tab_in_an_open_list_takes_the_current_choice_and_leads_to_the_next_field(form: QWidget, qtbot: QtBot) -> None:
    field, following = ChoiceField([("a", "Alpha"), ("b", "Beta")], form), QLineEdit(form)
    following.move(0, 60)
    for widget in (field, following):
        widget.show()
    committed_values = commits_of(field)
    field.committed.connect(field.set_value)
    field.setFocus()
    field.showPopup()
    qtbot.waitUntil(field.view().isVisible)
    QTest.keyClick(field.view(), Qt.Key.Key_End)
    QTest.keyClick(field.view(), Qt.Key.Key_Tab)
    assert not field.view().isVisible()
    assert committed_values == ["b"]
    assert form.focusWidget() is following


def test_esc_closes_the_names_that_are_offered_and_then_commits(form: QWidget, qtbot: QtBot) -> None:
    field = LineField(form)
    field.setCompleter(QCompleter(["Anna Keller"], field))
    field.show()
    field.setFocus()
    committed_texts = commits_of(field)
    QTest.keyClicks(field, "Ann")
    names = field.completer().popup()
    qtbot.waitUntil(names.isVisible)
    QTest.keyClick(names, Qt.Key.Key_Escape)
    assert not names.isVisible()
    assert (committed_texts, field.text()) == ([], "Ann")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert committed_texts == ["Ann"]


@pytest.mark.parametrize("kind", [ChoiceField, DateField, LineField, TextField, QLineEdit, QComboBox, QSpinBox])
def test_text_begins_at_one_place_in_all_fields(
    undressed: None, qapp: QApplication, form: QWidget, kind: type[QWidget]
) -> None:
    Theme(qapp)
    field = kind([("H", "H")], form) if kind is ChoiceField else kind(form)
    if isinstance(field, QComboBox):
        field.addItem("HH")
        field.setCurrentText("H")
    elif isinstance(field, QLineEdit):
        field.setText("H")
    elif isinstance(field, TextField):
        field.set_value("H")
    elif isinstance(field, QSpinBox):
        field.setPrefix("H")
    field.resize(200, field.sizeHint().height())
    field.show()
    picture = field.grab().toImage()
    # Within the edge; an H is straight where it begins.
    middle = range(8, 24)
    dark = [x for x in range(5, 60) if any(picture.pixelColor(x, y).lightness() < 110 for y in middle)]
    assert dark[0] == 9


def test_a_field_with_a_date_is_not_heard_as_one_without(form: QWidget) -> None:
    field = DateField(form)

    def description() -> str:
        return QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Description)

    assert (field.placeholderText(), description()) == ("No date", "No date")
    field.set_value(date(2027, 12, 31))
    assert description() == ""
    field.clear()
    assert (field.placeholderText(), description()) == ("No date", "No date")


def test_the_day_that_the_keys_lead_to_is_heard_in_the_calendar(qtbot: QtBot) -> None:
    popup = CalendarPopup(None, date(2027, 12, 31))
    qtbot.addWidget(popup)
    popup.open_under(popup)
    days = popup.findChild(QTableView)
    assert days is not None
    qtbot.waitUntil(days.hasFocus)
    assert days.accessibleDescription() == "Friday, 31 December 2027"
    with hearing() as announcements:
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            QTest.keyClick(days, key)
    messages = [event.message() for event in announcements]
    assert messages == ["Friday, 24 December 2027", "Thursday, 23 December 2027", "Tuesday, 23 November 2027"]
    assert days.accessibleDescription() == messages[-1]


@pytest.mark.parametrize(
    ("year", "last"), [(-5, date(1900, 1, 1)), (1899, date(1900, 1, 1)), (2200, date(2199, 12, 31))]
)
def test_the_calendar_leads_to_no_year_that_cannot_be_typed(qtbot: QtBot, year: int, last: date) -> None:
    popup = CalendarPopup(None, last)
    qtbot.addWidget(popup)
    popup.open_under(popup)
    calendar, days = popup.findChild(QCalendarWidget), popup.findChild(QTableView)
    assert calendar is not None
    assert days is not None
    qtbot.waitUntil(days.hasFocus)
    calendar.setSelectedDate(QDate(year, 6, 1))
    with qtbot.waitSignal(popup.picked) as picked:
        QTest.keyClick(days, Qt.Key.Key_Return)
    assert picked.args == [last]


def test_enter_chooses_today_in_the_calendar(qtbot: QtBot) -> None:
    popup = CalendarPopup(None, date(2027, 12, 31))
    qtbot.addWidget(popup)
    popup.open_under(popup)
    days = popup.findChild(QTableView)
    assert days is not None
    qtbot.waitUntil(days.hasFocus)
    QTest.keyClick(days, Qt.Key.Key_Tab)
    with qtbot.waitSignal(popup.picked) as picked:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert picked.args == [date.today()]
