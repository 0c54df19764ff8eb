"""The inspector by keyboard, in a window that has all the shortcuts of the program."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QFont, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks, scales
from riskdesk.domain.label import Label
from riskdesk.kit.fields import ChoiceField, DateField
from riskdesk.kit.fields.calendar import CalendarPopup
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.actions import ACTIONS
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.pages.area import PageArea
from riskdesk.ui.pages.outcome import Outcome
from riskdesk.ui.pages.section import Disclosure
from tests.ui.conftest import tree_of
from tests.ui.inspector.conftest import choose_register, field, first_risk, level, page, text_in, type_into
from tests.ui.keys import KEY_OF_ONE, NONE, focused, press_place

RISK = (
    *("likelihood", "impact", "owner", "status", "next_review", "Residual, after the mitigations"),
    *("residual_likelihood", "residual_impact", "Treatment", "response", "proximity", "trigger", "escalated_to"),
    *("Dates", "identified_on", "last_review", "More", "reference", "title", "reason", "note", "language"),
)
FIELDS = tuple(name for name in RISK if name.islower())


class Window(QMainWindow):
    """An inspector between two other areas; `heard` holds the names of the shortcuts that reached the window."""

    def __init__(self, workbench: Workbench, settings: Settings) -> None:
        super().__init__()
        self.commands: list[str] = []
        self.before, self.inspector, self.after = QLineEdit(), Inspector(workbench, settings), QLineEdit()
        areas = QSplitter()
        for area in (self.before, self.inspector, self.after):
            areas.addWidget(area)
            area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCentralWidget(areas)
        for name, spec in ACTIONS.items():
            action = QAction(name, self)
            also = ["Ctrl+Y"] if name == "redo" else []
            action.setShortcuts([QKeySequence(shortcut) for shortcut in (spec.shortcut, *also)])
            action.triggered.connect(lambda _checked=False, name=name: self.commands.append(name))
            self.addAction(action)
        for name, act in (("undo", workbench.undo), ("redo", workbench.redo)):
            matching_action = next(action for action in self.actions() if action.text() == name)
            matching_action.triggered.connect(lambda _checked=False, act=act: act())


@pytest.fixture
def window(qtbot: QtBot, workbench: Workbench, settings: Settings) -> Window:
    new_window = Window(workbench, settings)
    qtbot.addWidget(new_window)
    new_window.resize(900, 600)
    with qtbot.waitExposed(new_window):
        new_window.show()
    new_window.activateWindow()
    qtbot.waitUntil(new_window.isActiveWindow)
    return new_window


@pytest.fixture
def inspector(window: Window, workbench: Workbench) -> Inspector:
    """The inspector of the window, with the first risk in it."""
    workbench.select([first_risk(workbench).id])
    return window.inspector


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def stop(inspector: Inspector) -> str:
    """The name of the field that has the focus, the heading of a section, or "tabs"."""
    now = focused()
    if isinstance(now, QTabBar):
        return "tabs"
    if isinstance(now, Disclosure):
        return now.text()
    return next((name for name in page(inspector).fields if now in field_stops(inspector, name)), "")


def field_stops(inspector: Inspector, name: str) -> list[QWidget]:
    return page(inspector).fields[name].stops()


def walk(window: Window, key: Qt.Key) -> list[str]:
    """The fields that a key goes through, between the areas beside the inspector."""
    start, end = (window.before, window.after) if key == Qt.Key.Key_Tab else (window.after, window.before)
    start.setFocus()
    stops = []
    for _ in range(40):
        press(key)
        if focused() is end:
            return stops
        stops.append(stop(window.inspector))
    raise AssertionError(f"never out of {stops}")


def test_tab_goes_through_a_risk_as_it_is_read(window: Window, inspector: Inspector, workbench: Workbench) -> None:
    assert inspector.isVisible()
    risk, mitigation = first_risk(workbench), next(tree_of(workbench).mitigations)

    def check() -> None:
        assert walk(window, Qt.Key.Key_Tab) == ["tabs", *RISK]
        assert walk(window, Qt.Key.Key_Backtab) == [*reversed(RISK), "tabs"]

    check()
    workbench.run(risks.edit(risk.id, likelihood=3, residual_impact=5))
    check()
    workbench.run(risks.edit(risk.id, likelihood=None, residual_impact=None))
    three = scales.profile("eu-action-document-3x3")
    workbench.run(registers.edit(tree_of(workbench).register.id, scale=three))
    check()
    workbench.select([mitigation.id])
    assert walk(window, Qt.Key.Key_Tab) == ["tabs", "action_owner", "due_date", "status", "language"]
    assert walk(window, Qt.Key.Key_Backtab) == ["language", "status", "due_date", "action_owner", "tabs"]
    workbench.select([risk.id])
    check()


def test_every_page_is_between_its_neighbours(window: Window, workbench: Workbench) -> None:
    register_tree = tree_of(workbench)
    pages = {
        "nothing": [],
        "register": [register_tree.register.id],
        "category": [register_tree.categories[0].category.id],
        "entry": [next(register_tree.entries).entry.id],
        "several": [risk.id for risk in register_tree.risks],
    }
    # What changes several together is no field.
    without_fields = {"several": ["", ""]}
    for name, ids in pages.items():
        workbench.select(ids)
        tabs = ["tabs"] if page(window.inspector).title is not None else []
        order = [*tabs, *(page(window.inspector).fields or without_fields.get(name, [""]))]
        assert walk(window, Qt.Key.Key_Tab) == order
        assert walk(window, Qt.Key.Key_Backtab) == order[::-1]


@pytest.mark.parametrize("height", [150, 600])
def test_what_has_the_focus_is_in_sight(window: Window, inspector: Inspector, height: int) -> None:
    window.resize(900, height)
    area = inspector.currentWidget()
    settle(inspector)
    # So that each is scrolled to from above and from below.
    for name in (*FIELDS, *reversed(FIELDS)):
        field(inspector, name).setFocus()
        widget = focused()
        top = widget.mapTo(area, QPoint(0, 0)).y()
        assert top >= 0, name
        assert top + widget.height() <= area.height(), name


def test_arrows_choose_the_level_beside(inspector: Inspector, workbench: Workbench, window: Window) -> None:
    field(inspector, "likelihood").setFocus()
    assert focused() is level(inspector, "likelihood", 1)
    keys = {
        Qt.Key.Key_Space: 1,
        Qt.Key.Key_Right: 2,
        Qt.Key.Key_Down: 3,
        Qt.Key.Key_Left: 2,
        Qt.Key.Key_End: 5,
        Qt.Key.Key_Up: 4,
        Qt.Key.Key_Home: 1,
        Qt.Key.Key_3: 3,
        Qt.Key.Key_Delete: None,
        Qt.Key.Key_5: 5,
        Qt.Key.Key_Backspace: None,
    }
    for key, expected in keys.items():
        press(key)
        assert first_risk(workbench).likelihood == expected
        assert stop(inspector) == "likelihood"
        checked = [number for number in range(1, 6) if level(inspector, "likelihood", number).isChecked()]
        assert checked == ([] if expected is None else [expected])
        if expected is not None:
            assert focused() is level(inspector, "likelihood", expected)
    assert window.commands == []


@pytest.mark.parametrize(("text", "modifiers"), [("'", NONE), ("4", NONE), ("4", Qt.KeyboardModifier.ShiftModifier)])
def test_a_digit_chooses_a_level_on_any_keyboard(
    inspector: Inspector, workbench: Workbench, text: str, modifiers: Qt.KeyboardModifier
) -> None:
    level(inspector, "likelihood", 1).setFocus()
    press_place(KEY_OF_ONE + 3, text, modifiers)
    assert first_risk(workbench).likelihood == 4


def test_ends_of_a_row_hold_and_space_toggles(inspector: Inspector, workbench: Workbench) -> None:
    field(inspector, "impact").setFocus()
    for key, expected in ((Qt.Key.Key_Left, 1), (Qt.Key.Key_Left, 1), (Qt.Key.Key_Space, None), (Qt.Key.Key_Space, 1)):
        press(key)
        assert first_risk(workbench).impact == expected
    for _ in range(7):
        press(Qt.Key.Key_Right)
    assert first_risk(workbench).impact == 5
    press(Qt.Key.Key_9)
    assert first_risk(workbench).impact == 5


CONTROL = Qt.KeyboardModifier.ControlModifier
OF_TEXT = [
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_X, CONTROL),
    (Qt.Key.Key_C, CONTROL),
    (Qt.Key.Key_V, CONTROL),
    (Qt.Key.Key_A, CONTROL),
]


@pytest.mark.parametrize("name", ["likelihood", "residual_impact", "response", "owner", "next_review", "note", ""])
def test_keys_of_text_never_reach_the_window(
    window: Window, inspector: Inspector, workbench: Workbench, name: str
) -> None:
    if name:
        field(inspector, name).setFocus()
    else:
        workbench.select([])
        inspector.setFocus()
    for key, modifiers in OF_TEXT:
        press(key, modifiers)
    assert window.commands == []
    press(Qt.Key.Key_F, CONTROL)
    assert window.commands == ["find"]


def test_a_row_of_levels_is_a_group_of_named_levels(inspector: Inspector, workbench: Workbench) -> None:
    scale = tree_of(workbench).register.scale
    names = {"likelihood": "Likelihood", "residual_likelihood": "Residual likelihood", "impact": "Impact"}
    for name, expected in names.items():
        group = QAccessible.queryAccessibleInterface(field(inspector, name))
        assert (group.role(), group.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, expected)
    four = QAccessible.queryAccessibleInterface(level(inspector, "likelihood", 4))
    assert four.role() == QAccessible.Role.RadioButton
    assert four.text(QAccessible.Text.Name) == f"4 {scale.likelihood[3].name}"
    assert four.text(QAccessible.Text.Description) == str(scale.likelihood[3].definition)


def settle(inspector: Inspector) -> None:
    """Give everything on the page its place."""
    area = inspector.currentWidget()
    assert isinstance(area, PageArea)
    area.settle()


def test_rows_of_levels_keep_their_places(inspector: Inspector, workbench: Workbench, qtbot: QtBot) -> None:
    def places() -> list[int]:
        settle(inspector)
        return [field(inspector, name).y() for name in FIELDS]

    inspector.parentWidget().setSizes([600, 260, 40])
    settle(inspector)
    row = field(inspector, "likelihood")
    row.setFont(QFont(row.font().family(), row.font().pointSize() + 1))
    settle(inspector)
    first = level(inspector, "likelihood", 1)
    assert first.mapTo(page(inspector), QPoint(0, 0)) == row.pos()
    before = places()
    for value in (1, 3, 5, None):
        workbench.run(risks.edit(first_risk(workbench).id, likelihood=value, impact=value))
        assert places() == before
    for number in (1, 5):
        level(inspector, "likelihood", number).pointed.emit(True)
        assert places() == before
    qtbot.mouseClick(level(inspector, "likelihood", 2), Qt.MouseButton.LeftButton)
    assert places() == before


def test_one_line_of_words_serves_both_rows_of_levels(inspector: Inspector, workbench: Workbench, qtbot: QtBot) -> None:
    scale = tree_of(workbench).register.scale
    outcome = page(inspector).findChildren(Outcome)[0]
    field(inspector, "owner").setFocus()
    assert outcome._caption.words == ""
    field(inspector, "impact").setFocus()
    assert outcome._caption.words == "Digits choose a level, Delete clears it."
    qtbot.mouseClick(level(inspector, "likelihood", 2), Qt.MouseButton.LeftButton)
    field(inspector, "likelihood").setFocus()
    assert outcome._caption.words == f"2 Low – {scale.likelihood[1].definition}"
    level(inspector, "impact", 5).pointed.emit(True)
    level(inspector, "likelihood", 4).pointed.emit(True)
    assert outcome._caption.words == f"4 High – {scale.likelihood[3].definition}"
    level(inspector, "likelihood", 4).pointed.emit(False)
    level(inspector, "impact", 5).pointed.emit(False)
    assert outcome._caption.words == f"2 Low – {scale.likelihood[1].definition}"
    field(inspector, "owner").setFocus()
    assert outcome._caption.words == ""


def test_no_room_is_kept_for_definitions_that_are_not_there(inspector: Inspector, workbench: Workbench) -> None:
    outcome, hint = page(inspector).findChildren(Outcome)[0], "Digits choose a level, Delete clears it."
    field(inspector, "likelihood").setFocus()
    line = next(label for label in outcome.findChildren(QLabel) if label.text() == hint)

    def needed(text: str) -> int:
        return line.fontMetrics().boundingRect(0, 0, line.width(), 0, Qt.TextFlag.TextWordWrap, text).height()

    long = "It is defined at length. " * 8
    scale = replace(tree_of(workbench).register.scale, profile="")
    meanings = [f"{number} {scale_level.name} – {long}" for number, scale_level in enumerate(scale.likelihood, 1)]
    for definition, texts in ((long, meanings), ("", [hint])):
        defined = tuple(replace(level, definition=Label.same(definition)) for level in scale.likelihood)
        other = tuple(replace(level, definition=Label.same("")) for level in scale.impact)
        workbench.run(
            registers.edit(tree_of(workbench).register.id, scale=replace(scale, likelihood=defined, impact=other))
        )
        settle(inspector)
        assert line.height() == max(map(needed, texts))
    level(inspector, "likelihood", 4).pointed.emit(True)
    assert outcome._caption.words == hint


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.parametrize(("key", "modifiers"), [(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier), (Qt.Key.Key_F4, 0)])
def test_a_list_and_a_calendar_open_by_key(
    window: Window, inspector: Inspector, key: Qt.Key, modifiers: int, qtbot: QtBot
) -> None:
    choice = field(inspector, "response")
    assert isinstance(choice, ChoiceField)
    choice.setFocus()
    press(key, Qt.KeyboardModifier(modifiers))
    assert choice.view().isVisible()
    choice.hidePopup()
    field(inspector, "next_review").setFocus()
    press(key, Qt.KeyboardModifier(modifiers))
    (calendar,) = inspector.findChildren(CalendarPopup)
    assert calendar.isVisible()
    assert window.commands == []
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not inspector.findChildren(CalendarPopup))


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_calendar_gives_the_day_that_is_picked_and_today(inspector: Inspector, workbench: Workbench) -> None:
    day = field(inspector, "next_review")
    assert isinstance(day, DateField)
    type_into(day, "31 Dec. 2027")
    day.open_calendar()
    (popup,) = inspector.findChildren(CalendarPopup)
    calendar = popup.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate().toPython() == date(2027, 12, 31)
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert first_risk(workbench).next_review == date(2027, 12, 30)
    day.open_calendar()
    today = inspector.findChildren(CalendarPopup)[-1].findChild(QPushButton)
    assert isinstance(today, QPushButton)
    assert today.text().replace("&", "") == "Today"
    today.click()
    assert first_risk(workbench).next_review == date.today()


def test_letters_choose_and_del_leaves_a_choice(inspector: Inspector, workbench: Workbench) -> None:
    choice = field(inspector, "response")
    assert isinstance(choice, ChoiceField)
    choice.setFocus()
    for key, expected in (
        (Qt.Key.Key_Delete, ""),
        (Qt.Key.Key_R, "Reduce"),
        (Qt.Key.Key_Backspace, "Reduce"),
        (Qt.Key.Key_Delete, "Reduce"),
    ):
        # As a keyboard sends them: with a sign that a list could be searched for.
        sign = {Qt.Key.Key_Delete: "\x7f", Qt.Key.Key_Backspace: "\b"}.get(key, "r")
        QTest.sendKeyEvent(QTest.KeyAction.Click, choice, key, sign, Qt.KeyboardModifier.NoModifier)
        assert choice.currentText() == expected
    press(Qt.Key.Key_Return)
    assert first_risk(workbench).response == "reduce"
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Escape)
    assert choice.currentText() == "Reduce"
    press(Qt.Key.Key_Tab)
    assert first_risk(workbench).response == "reduce"


@pytest.mark.parametrize("name", ["owner", "note", "next_review"])
def test_esc_keeps_the_text_and_one_undo_takes_it_back(
    window: Window, inspector: Inspector, workbench: Workbench, name: str
) -> None:
    text = "31/12/2027" if name == "next_review" else "Some words"
    type_into(field(inspector, name), text)
    press(Qt.Key.Key_Escape)
    assert getattr(first_risk(workbench), name) in (text, date(2027, 12, 31))
    assert window.commands == []
    press(Qt.Key.Key_Z, CONTROL)
    assert window.commands == ["undo"]
    assert getattr(first_risk(workbench), name) in ("", None)
    assert text_in(inspector, name) == ""


@pytest.mark.parametrize("name", ["owner", "note", "next_review"])
def test_undo_and_redo_are_the_field_s_while_it_is_typed_in(window: Window, inspector: Inspector, name: str) -> None:
    text = "31/12/2027" if name == "next_review" else "Some words"
    type_into(field(inspector, name), text)
    press(Qt.Key.Key_Z, CONTROL)
    assert text_in(inspector, name) == ""
    for key, modifiers in ((Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)):
        press(key, modifiers)
        assert text_in(inspector, name) == text
        press(Qt.Key.Key_Z, CONTROL)
        assert text_in(inspector, name) == ""
    assert window.commands == []
    press(Qt.Key.Key_Y, CONTROL)
    press(Qt.Key.Key_Escape)
    assert window.commands == []
    for key, command in ((Qt.Key.Key_Z, "undo"), (Qt.Key.Key_Y, "redo")):
        press(key, CONTROL)
        assert window.commands[-1] == command


@pytest.mark.parametrize(
    ("name", "key", "modifiers"),
    [
        ("note", Qt.Key.Key_Return, CONTROL),
        ("owner", Qt.Key.Key_Return, CONTROL),
        ("owner", Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_enter_commits(
    window: Window, inspector: Inspector, workbench: Workbench, name: str, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    type_into(field(inspector, name), "Some words")
    press(key, modifiers)
    assert getattr(first_risk(workbench), name) == "Some words"
    assert window.commands == []
    assert stop(inspector) == name


def test_going_to_the_inspector_gives_its_first_field_but_no_title(
    window: Window, inspector: Inspector, workbench: Workbench
) -> None:
    inspector.setFocus()
    assert focused() is level(inspector, "likelihood", 1)
    choose_register(workbench)
    window.after.setFocus()
    inspector.setFocus()
    assert focused() is inspector.currentWidget()
    QTest.keyClicks(focused(), "34")
    press(Qt.Key.Key_Tab)
    assert stop(inspector) == "title"
    assert workbench.typing.drafts() == []
    window.after.setFocus()
    workbench.select([])
    inspector.setFocus()
    assert focused() is inspector.currentWidget()
    QTest.keyClicks(focused(), "typed")
    assert workbench.typing.drafts() == []
    assert window.commands == []
