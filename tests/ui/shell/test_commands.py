"""Keys and commands act where the focus is, and store what is typed first."""

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import print_sets, registers, risks
from riskdesk.desk.templates import template
from riskdesk.domain.printing import Print
from riskdesk.domain.values import Language, Risk
from riskdesk.kit.fields import ChoiceField
from riskdesk.ui.bench.actions import ACTIONS, Where
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.pages.levels import LevelButton
from riskdesk.ui.printing.preview.pages import Pages
from riskdesk.ui.shell.rooms import COMMANDS
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.sheet import Sheet
from riskdesk.ui.views.sheet.parts import COMMANDS as SHEET_COMMANDS
from tests.ui import keys
from tests.ui.conftest import Desk, Opened, action, inspector_of, sheet


class RiskDesk(Desk):
    """A window with a risk selected."""

    @property
    def risk(self) -> Risk:
        return next(self.tree.risks)

    @property
    def sheet(self) -> Sheet:
        return sheet(self.window)

    def field(self, name: str) -> QWidget:
        inspector = self.window.findChild(Inspector)
        return inspector.currentWidget().widget().fields[name]

    def open_line(self) -> QWidget:
        self.sheet.writing.open(self.sheet.lines.content.rows[self.risk.id])
        return self.sheet.writing.editor

    def list_of(self, panel: str) -> QTreeWidget:
        tree_widget = getattr(self.window, panel).findChild(QTreeWidget)
        tree_widget.setFocus()
        return tree_widget


@pytest.fixture
def desk(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> RiskDesk:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    risk_desk = RiskDesk(window, workbench)
    risk_desk.sheet.setFocus()
    workbench.select([risk_desk.risk.id])
    QApplication.clipboard().clear()
    return risk_desk


def level(desk: RiskDesk) -> QWidget:
    return next(button for button in desk.window.findChildren(LevelButton) if button.isVisible())


def preview(desk: RiskDesk) -> QWidget:
    action(desk.window, "show_preview").trigger()
    return desk.window.findChild(Pages)


PLACES: dict[str, Callable[[RiskDesk], QWidget]] = {
    "the sheet": lambda desk: desk.sheet,
    "an open line": RiskDesk.open_line,
    "a level": level,
    "a choice": lambda desk: desk.field("status"),
    "a date": lambda desk: desk.field("next_review"),
    "a line of text": lambda desk: desk.field("owner"),
    "a text": lambda desk: desk.field("note"),
    "the registers": lambda desk: desk.list_of("_registers"),
    "the categories": lambda desk: desk.list_of("_categories"),
    "the preview": preview,
}
SHEET = {"the sheet", "an open line"}
WRITTEN_IN = SHEET | {"a date", "a line of text", "a text"}
# What changes the register in a place that is not the sheet.
ELSEWHERE = {
    "the registers": {"delete", "duplicate"},
    "the categories": {"delete", "move_up", "move_down"},
    # Alt+Down opens the list, Ctrl+X and Ctrl+V are the text's.
    "a level": {"delete"},
}
AREAS = ("registers", "categories", "sheet", "inspector", "preview")
# What takes text away in an editor, since that is what its keys are for.
TAKES_BACK = {"undo", "cut", "delete", "select_all"}
# A letter alone is text wherever text is written.
ON_PLACES = sorted(
    name for name, spec in ACTIONS.items() if spec.where is Where.PLACE and spec.edits and len(spec.shortcut) > 1
)


def press(shortcut: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    keys.press(focused, shortcut)


def test_each_action_is_done_somewhere_and_all_that_is_done_is_an_action(desk: RiskDesk) -> None:
    for view in ("view_list", "view_matrix", "show_preview"):
        action(desk.window, view).trigger()
    commands = desk.window._commands
    assert set(commands._works).union(*commands.places.values()) == ACTIONS.keys()


def test_each_command_of_a_room_is_a_method_there(desk: RiskDesk) -> None:
    rooms = desk.window._rooms
    assert {where for where in COMMANDS.values() if not hasattr(getattr(rooms, where[0]), where[1])} == set()


def test_each_command_of_the_sheet_is_a_method_there(desk: RiskDesk) -> None:
    commands = desk.sheet._parts.input.commands
    assert {name for name in SHEET_COMMANDS if not hasattr(commands, name)} == set()


def test_keys_of_the_sheet_change_nothing_elsewhere(desk: RiskDesk) -> None:
    before = texts(desk)
    QGuiApplication.clipboard().clear()
    faults = []
    for place in sorted(PLACES.keys() - SHEET):
        for name in sorted(set(ON_PLACES) - ELSEWHERE.get(place, set())):
            for shortcut in (ACTIONS[name].shortcut, *ACTIONS[name].also):
                PLACES[place](desk).setFocus()
                press(shortcut)
                assert desk.workbench.commit()
                close_popups()
                if texts(desk) != before:
                    faults.append((place, shortcut))
                    desk.workbench.undo()
    assert faults == []


def test_the_other_keys_of_the_clipboard_work_on_the_sheet_and_in_its_lines(desk: RiskDesk) -> None:
    before = list(desk.tree.risks)
    desk.sheet.setFocus()
    press("Shift+Del")
    assert list(desk.tree.risks) == before[1:]
    desk.workbench.undo()
    for copying, pasting in (("Ctrl+Ins", "Shift+Ins"), ("Ctrl+C", "Ctrl+Shift+V")):
        desk.workbench.select([before[0].id])
        QGuiApplication.clipboard().clear()
        press(copying)
        press(pasting)
        assert [risk.description for risk in desk.tree.risks][:2] == [before[0].description] * 2
        desk.workbench.undo()
    desk.open_line()
    QGuiApplication.clipboard().setText("150")
    for shortcut in ("Ctrl+Shift+V", "Ctrl+Shift+Space", "Shift+Ins"):
        press(shortcut)
    desk.workbench.commit()
    assert desk.risk.description == f"{before[0].description}150\u00a0150"


def texts(desk: RiskDesk) -> list[tuple[str, str]]:
    """All items in their order, and the texts of risks."""
    return [(item.id, item.description if isinstance(item, Risk) else "") for item in desk.tree.items]


@pytest.mark.parametrize("place", sorted(WRITTEN_IN))
def test_no_shortcut_loses_what_is_typed(desk: RiskDesk, place: str) -> None:
    names = [name for name in sorted(ACTIONS.keys() - {"quit"} - TAKES_BACK) if ACTIONS[name].shortcut]
    drafts, not_held = 0, []
    for name, letters in zip(names, product("qxzjk", repeat=3), strict=False):
        desk.workbench.select([desk.risk.id])
        desk.window._stage.show_register()
        desk.window._areas.show_area("inspector")
        inspector_of(desk.window).turning.show_fields()
        PLACES[place](desk).setFocus()
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, "".join(letters))
        typed = [draft.text.strip() for draft in desk.workbench.typing.drafts()]
        press(ACTIONS[name].shortcut)
        close_popups()
        close_dialogs(desk.window)
        desk.workbench.typing.commit()
        drafts += len(typed)
        held = repr(desk.workbench.typing.drafts())
        not_held += [(name, text) for text in typed if text not in held]
    assert drafts
    steps = stored(desk.workbench)
    assert [(name, text) for name, text in not_held if text not in steps] == []


def stored(workbench: Workbench) -> str:
    return repr(workbench.session._store.steps())


def close_popups() -> None:
    while QApplication.activePopupWidget() is not None:
        QApplication.activePopupWidget().close()


def close_dialogs(window: MainWindow) -> None:
    for box in window.findChildren(QDialog):
        if box.isVisible():
            box.reject()


def test_delete_deletes_what_is_selected_where_the_focus_is(desk: RiskDesk) -> None:
    risk = desk.risk
    press("Del")
    assert risk not in list(desk.tree.risks)
    category = desk.tree.categories[1].category
    panel = desk.list_of("_categories")
    panel.setCurrentItem(panel.topLevelItem(1))
    press("Del")
    assert category not in [tree.category for tree in desk.tree.categories]


@pytest.mark.parametrize("name", ["note", "owner"])
def test_the_edit_menu_acts_on_text_that_was_typed_and_selected(desk: RiskDesk, name: str) -> None:
    field, after = desk.field(name), {}
    for key in "ctdpa":
        QApplication.clipboard().setText("pasted")
        field.setFocus()
        press("Ctrl+A")
        QTest.keyClicks(field, "one two")
        press("Ctrl+Shift+Left")
        press("Alt+E")
        QTest.keyClick(QApplication.activePopupWidget(), key)
        assert field.hasFocus()
        after[key] = field.typed()
    assert after == {"c": "one two", "t": "one ", "d": "one ", "p": "one pasted", "a": "one two"}


@pytest.mark.parametrize("place", [0, -1])
def test_a_category_beside_a_deleted_one_has_the_keyboard_then(desk: RiskDesk, place: int) -> None:
    titles = desk.list_of("_categories")
    titles.setCurrentItem(titles.topLevelItem(place % titles.topLevelItemCount()))
    press("Del")
    assert titles.current_id() == desk.tree.categories[place].category.id


@pytest.mark.parametrize("panel", ["_registers", "_categories"])
def test_the_edit_menu_leaves_a_title_open_that_is_being_renamed(desk: RiskDesk, panel: str) -> None:
    titles = desk.list_of(panel)
    titles.setCurrentItem(titles.topLevelItem(0))
    press("F2")
    QTest.keyClicks(titles.field, "Other")
    press("Alt+E")
    QTest.keyClick(QApplication.activePopupWidget(), "a")
    assert titles.field.hasFocus()
    assert titles.field.selectedText() == "Other"


def test_keys_in_the_registers_delete_copy_and_rename_the_register(desk: RiskDesk) -> None:
    before = [register.id for register in desk.workbench.registers()]
    panel = desk.list_of("_registers")
    press("Ctrl+D")
    assert len(desk.workbench.registers()) == len(before) + 1
    panel.setFocus()
    press("Del")
    assert [register.id for register in desk.workbench.registers()] == before
    panel.setFocus()
    press("F2")
    field = panel.field
    assert field is not None
    QTest.keyClicks(field, "Renamed")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.tree.register.title == "Renamed"


@pytest.mark.parametrize("name", ["undo", "duplicate_register", "new", "save", "export_pdf"])
def test_a_command_stores_the_open_line_first(desk: RiskDesk, name: str) -> None:
    risk, register_id = desk.risk, desk.workbench.register_id
    desk.workbench.run(risks.edit(list(desk.tree.risks)[5].id, note="earlier step"))
    QTest.keyClicks(desk.open_line(), " TYPED")
    action(desk.window, name).trigger()
    close_dialogs(desk.window)
    assert "TYPED" in stored(desk.workbench)
    tree = desk.workbench.session.tree(register_id)
    assert list(tree.risks)[5].note == "earlier step"
    if name == "undo":
        assert next(tree.risks).description == risk.description
        action(desk.window, "redo").trigger()
        assert next(desk.tree.risks).description == risk.description + " TYPED"


def test_a_step_elsewhere_leaves_the_line_open(desk: RiskDesk) -> None:
    editor = desk.open_line()
    QTest.keyClicks(editor, " TYPED")
    cursor = editor.textCursor()
    cursor.setPosition(3)
    editor.setTextCursor(cursor)
    desk.workbench.run(print_sets.keep(desk.tree.register.id, "Meeting", Print()))
    assert desk.sheet.writing.row is not None
    assert editor.textCursor().position() == 3
    assert "TYPED" in editor.toPlainText()


def test_what_cannot_be_stored_stays_with_its_item_and_keeps_commands_from_running(desk: RiskDesk) -> None:
    first, second = list(desk.tree.risks)[:2]
    field = desk.field("next_review")
    field.setFocus()
    QTest.keyClicks(field, "31/11/2026")
    before = desk.tree
    action(desk.window, "add_risk").trigger()
    assert desk.tree == before
    message_box = next(box for box in desk.window.findChildren(QDialog) if box.isVisible())
    assert "31/11/2026" in message_box.text()
    message_box.accept()
    desk.workbench.select([second.id])
    assert desk.field("next_review").text() == ""
    assert "1 text not saved" in [label.text() for label in desk.window.statusBar().findChildren(QLabel)]
    desk.workbench.select([first.id])
    assert desk.field("next_review").text() == "31/11/2026"
    assert [draft.id for draft in desk.workbench.typing.drafts()] == [first.id]


def test_typing_meant_for_scores_changes_nothing_that_has_none(desk: RiskDesk) -> None:
    category, before = desk.tree.categories[0], desk.tree
    for item in (category.category, category.entries[0].entry, desk.tree.register):
        desk.workbench.select([item.id])
        press("Alt+4")
        for digit in "34":
            QTest.keyClicks(QApplication.focusWidget(), digit)
        desk.workbench.typing.commit()
        assert desk.tree == before, item


def test_hiding_the_preview_brings_the_focus_back_to_the_sheet(desk: RiskDesk) -> None:
    preview(desk).setFocus()
    press("F6")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert desk.sheet is focused or desk.sheet.isAncestorOf(focused)


def test_a_step_does_not_scroll_to_a_hit(desk: RiskDesk) -> None:
    desk.window._search._field.setText("the")
    desk.sheet.verticalScrollBar().setValue(0)
    desk.workbench.run(risks.edit(desk.risk.id, note="new"))
    assert desk.sheet.verticalScrollBar().value() == 0


def test_alt_and_a_digit_work_where_digits_need_shift(desk: RiskDesk) -> None:
    keys_by_area = {name: action(desk.window, f"go_{name}").shortcuts() for name in AREAS}
    signs = zip("&É\"'(", AREAS, strict=True)
    assert [name for sign, name in signs if QKeySequence(f"Alt+{sign}") not in keys_by_area[name]] == []


@pytest.mark.parametrize(
    ("name", "key"), [("zoom_in", "Ctrl+="), ("zoom_reset", "Ctrl+À"), ("zoom_reset", "Ctrl+Shift+0")]
)
def test_the_size_is_changed_without_shift_where_plus_and_0_need_it(desk: RiskDesk, name: str, key: str) -> None:
    assert QKeySequence(key) in action(desk.window, name).shortcuts()


def test_no_menu_is_left_by_right_clicks(desk: RiskDesk) -> None:
    before = len(desk.window.findChildren(QWidget))
    for _ in range(5):
        desk.sheet.menu_wanted.emit(QPoint(10, 10))
        QApplication.activePopupWidget().close()
    assert len(desk.window.findChildren(QWidget)) == before


def test_a_register_whose_text_cannot_be_stored_stays_open(desk: RiskDesk) -> None:
    desk.workbench.run(registers.add(template("coe", Language.FRENCH)))
    first = desk.workbench.registers()[0].id
    desk.workbench.open_register(first)
    desk.open_line()
    desk.sheet.writing.editor.setPlainText("\x07")
    assert not desk.workbench.open_register(desk.workbench.registers()[1].id)
    assert desk.workbench.register_id == first
    assert desk.sheet.writing.row is not None
    desk.sheet.writing.editor.setPlainText("")


def test_choices_open_their_list(desk: RiskDesk) -> None:
    field = desk.field("status")
    assert isinstance(field, ChoiceField)
    field.setFocus()
    order = [item.id for item in desk.tree.items]
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert QApplication.activePopupWidget() is not None
    QApplication.activePopupWidget().close()
    assert [item.id for item in desk.tree.items] == order


def test_a_key_that_is_held_deletes_and_pastes_only_once(desk: RiskDesk) -> None:
    """Held for two seconds, Del would leave nothing of a register, and the notice bring back the last item only."""
    repeated = {name for name in ACTIONS if action(desk.window, name).autoRepeat()}
    assert repeated.isdisjoint({"cut", "paste", "duplicate", "delete"})
    assert {"undo", "redo", "move_up", "move_down", "find_next"} <= repeated
