"""Finding goes to the hit: it selects its item, shows its text and names its field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import mitigations, registers, risks
from riskdesk.domain.values import Risk
from riskdesk.kit.plain import plain_text
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.shell import search as searching
from riskdesk.ui.shell.search import SearchBox
from riskdesk.ui.shell.window import MainWindow
from tests.ui import keys
from tests.ui.conftest import Opened, action, read_only, sheet
from tests.ui.inspector.conftest import drop
from tests.ui.keys import focused


class User:
    """Types into the window that has the focus, and sees what is there."""

    def __init__(self, window: MainWindow, workbench: Workbench) -> None:
        self.window, self.workbench = window, workbench

    @property
    def focused(self) -> QWidget:
        return focused()

    def risk(self, number: int) -> Risk:
        tree = self.workbench.tree()
        assert tree is not None
        return list(tree.risks)[number]

    def press(self, shortcut: str) -> None:
        keys.press(self.focused, shortcut)

    def find(self, text: str) -> None:
        self.press("Ctrl+F")
        QTest.keyClicks(self.focused, text)

    @property
    def status_message(self) -> str:
        return self.window.statusBar().currentMessage()

    def field(self, name: str) -> QLineEdit | QPlainTextEdit:
        inspector = self.window.findChild(Inspector)
        return inspector.currentWidget().widget().fields[name]

    def selected_in(self, name: str) -> str:
        field = self.field(name)
        return field.selectedText() if isinstance(field, QLineEdit) else field.textCursor().selectedText()


@pytest.fixture
def user(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> User:
    window = open_window()
    window.resize(1366, 768)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    sheet(window).setFocus()
    return User(window, workbench)


def test_what_is_found_no_more_leads_back_to_where_the_search_began(user: User) -> None:
    begun_at, other = user.risk(20), user.risk(3)
    user.workbench.run(risks.edit(other.id, description="Some Überflüssiges here"))
    user.workbench.select([begun_at.id])
    user.find("uberf")
    assert user.workbench.selection == (other.id,)
    QTest.keyClicks(user.focused, "x")
    assert user.workbench.selection == sheet(user.window).selected_ids() == (begun_at.id,)
    assert isinstance(user.focused, QLineEdit)
    user.press("Backspace")
    assert user.workbench.selection == (other.id,)
    QTest.keyClicks(user.focused, "x")
    user.press("Esc")
    assert user.focused is sheet(user.window)
    assert user.workbench.selection == (begun_at.id,)


def test_a_search_begins_where_the_user_went_on_from_what_was_found(user: User) -> None:
    first, match = user.risk(20), user.risk(3)
    user.workbench.run(risks.edit(match.id, description="Some Überflüssiges here"))
    user.workbench.select([first.id])
    user.find("uberf")
    sheet(user.window).setFocus(Qt.FocusReason.MouseFocusReason)
    user.find("nowhere")
    assert user.workbench.selection == (match.id,)


def test_a_search_that_ended_at_a_match_is_where_the_next_one_begins(user: User) -> None:
    first, match, chosen = user.risk(20), user.risk(3), user.risk(5)
    user.workbench.run(risks.edit(match.id, description="Some Überflüssiges here"))
    user.workbench.select([first.id])
    user.find("uberf")
    user.press("Esc")
    user.find("uberfx")
    assert user.workbench.selection == (match.id,)
    user.workbench.select([chosen.id])
    QTest.keyClicks(user.focused, "y")
    assert user.workbench.selection == (chosen.id,)


def test_a_hit_on_the_sheet_is_selected_and_named_and_esc_stays_there(user: User) -> None:
    risk = user.risk(20)
    user.workbench.run(risks.edit(risk.id, description="Some Überflüssiges here"))
    user.find("uberfluss")
    assert user.workbench.selection == sheet(user.window).selected_ids() == (risk.id,)
    assert user.status_message == f"Found in risk {risk.reference} · description"
    assert isinstance(user.focused, QLineEdit)
    user.press("Esc")
    assert user.focused is sheet(user.window)
    assert sheet(user.window).current_row == sheet(user.window).lines.content.rows[risk.id]
    assert user.workbench.selection == (risk.id,)
    assert user.status_message == ""


def test_a_hit_in_the_inspector_is_selected_in_its_field_where_esc_leads(user: User) -> None:
    risk = user.risk(20)
    for name in ("note", "owner", "title", "reason"):
        user.workbench.run(risks.edit(risk.id, **{name: "𝒜 word of cœur, " * 3}))
        user.find("coeur")
        assert user.workbench.selection == (risk.id,)
        assert user.selected_in(name) == "cœur"
        assert isinstance(user.focused, QLineEdit)
        assert user.focused.text() == "coeur"
        assert not user.field(name).visibleRegion().isEmpty(), name
        user.press("Return")
        user.press("Esc")
        assert user.focused is user.field(name)
        assert user.selected_in(name) == "cœur"
        QTest.keyClicks(user.focused, "x")
        assert user.workbench.commit()
        untouched, changed = "𝒜 word of cœur,", "𝒜 word of x,"
        assert getattr(user.risk(20), name).strip() == f"{untouched} {changed} {untouched}"
        user.workbench.run(risks.edit(risk.id, **{name: ""}))
        user.workbench.select([user.risk(0).id])


def test_only_the_field_with_the_hit_has_a_part_selected(user: User) -> None:
    register = user.workbench.registers()[0].id
    user.workbench.run(registers.edit(register, approval="xyzzy", handling_mark="xyzzy plugh", reference="xyzzy"))
    user.workbench.select([register])
    user.find("xyzzy")
    places = set()
    for _ in range(3):
        selected = [name for name in ("approval", "handling_mark", "reference") if user.selected_in(name)]
        assert len(selected) == 1
        places |= {*selected}
        user.press("Return")
    assert places == {"approval", "handling_mark", "reference"}


def test_the_inspector_comes_back_for_a_hit_in_it(user: User, qtbot: QtBot) -> None:
    mitigation = next(user.workbench.tree().mitigations)  # type: ignore[union-attr]
    user.workbench.run(mitigations.edit(mitigation.id, action_owner="Ms Grünwald"))
    action(user.window, "show_inspector").trigger()
    assert not user.window._areas.is_seen("inspector")
    user.find(user.risk(9).description[:12])
    assert not user.window._areas.is_seen("inspector")
    user.press("Esc")
    user.find("grunwald")
    qtbot.waitUntil(lambda: user.window._areas.is_seen("inspector"))
    assert isinstance(user.focused, QLineEdit)
    assert user.focused.text() == "grunwald"
    assert user.selected_in("action_owner") == "Grünwald"
    assert user.status_message.endswith(" · action owner")


def test_esc_opens_the_field_of_a_hit_in_a_hidden_inspector_at_once(user: User) -> None:
    user.workbench.run(risks.edit(user.risk(5).id, note="plugh"))
    action(user.window, "show_inspector").trigger()
    user.find("plugh")
    assert not user.window._areas.is_seen("inspector")
    user.press("Esc")
    assert user.window._areas.is_seen("inspector")
    assert user.focused is user.field("note")
    assert user.selected_in("note") == "plugh"


def test_a_hidden_inspector_stays_hidden_where_the_user_goes_elsewhere(user: User, qtbot: QtBot) -> None:
    user.workbench.run(risks.edit(user.risk(5).id, owner="Ms Grünwald of the long name"))
    user.workbench.run(risks.edit(user.risk(6).id, owner="Ms Ash"))
    action(user.window, "show_inspector").trigger()
    user.find("long name")
    assert user.workbench.selection == (user.risk(5).id,)
    user.workbench.select([user.risk(6).id])
    qtbot.waitUntil(lambda: not user.window._search_hits._pause.isActive())
    assert not user.window._areas.is_seen("inspector")


def test_a_hit_in_the_register_shows_the_register(user: User) -> None:
    register, shown = user.workbench.registers()[0].id, "here stands Xyzzy"
    for name in ("prepared_by", "title", "heading", "approval", "handling_mark"):
        user.workbench.run(registers.edit(register, **{name: shown}))
        user.workbench.select([user.risk(3).id])
        user.find("xyzzy")
        assert user.workbench.selection == (register,), name
        field = user.field(name)
        assert (plain_text(field) if name in ("title", "approval") else field.text()) == shown
        user.press("Esc")
        assert user.workbench.selection == (register,), name
        assert user.focused is (sheet(user.window) if name in ("title", "heading") else field)
        user.workbench.undo()


def test_an_open_line_is_stored_before_the_next_hit_is_gone_to(user: User) -> None:
    first, second = user.risk(0), user.risk(9)
    user.workbench.run(risks.edit(second.id, note="plugh"))
    user.find("plugh")
    user.workbench.select([first.id])
    sheet(user.window).setFocus()
    user.press("F2")
    QTest.keyClicks(user.focused, " more")
    user.press("F3")
    assert user.risk(0).description == f"{first.description} more"
    assert user.workbench.selection == (second.id,)
    assert sheet(user.window).writing.row is None
    assert user.selected_in("note") == "plugh"


def test_all_that_was_dropped_on_fields_is_stored_before_the_next_hit_is_gone_to(user: User) -> None:
    register = user.workbench.registers()[0].id
    user.find("risk")
    user.workbench.select([register])
    for name in ("heading", "reference", "date", "prepared_by", "approval"):
        drop(user.field(name), "w1x")
    user.press("Return")
    tree = user.workbench.tree()
    assert tree is not None
    stored_register = tree.register
    assert all(
        "w1x" in text
        for text in (
            stored_register.heading,
            stored_register.reference,
            stored_register.prepared_by,
            stored_register.approval,
        )
    )
    assert [draft.field for draft in user.workbench.typing.drafts()] == ["date"]
    user.workbench.select([register])
    assert "w1x" in user.field("date").text()


def test_typing_on_the_welcome_page_stays_in_the_search_box(user: User) -> None:
    action(user.window, "welcome").trigger()
    user.window._search.focus()
    QTest.keyClicks(user.focused, "reform")
    assert user.focused.text() == "reform"  # type: ignore[attr-defined]
    assert user.workbench.selection


def test_esc_without_a_hit_leads_to_the_sheet(user: User) -> None:
    user.find("nothing is like this")
    user.press("Esc")
    assert user.focused is sheet(user.window)


@pytest.mark.parametrize("name", ["welcome", "assessing"])
def test_esc_leads_to_what_stands_in_place_of_the_register(user: User, name: str) -> None:
    action(user.window, name).trigger()
    field = user.window._search._field
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    focused, page = QApplication.focusWidget(), user.window._stage.currentWidget()
    assert focused is not None
    assert focused.isVisible()
    assert page.isAncestorOf(focused)


@read_only
def test_what_can_only_be_read_is_found_all_the_same(user: User, workbench: Workbench) -> None:
    risk = user.risk(5)
    workbench.run(risks.edit(risk.id, note="plugh"))
    user.find("plugh")
    assert workbench.selection == (risk.id,)
    assert user.selected_in("note") == "plugh"
    user.press("Esc")
    assert user.focused is sheet(user.window)


def test_the_field_is_named_to_who_listens(user: User, qtbot: QtBot) -> None:
    user.workbench.run(risks.edit(user.risk(5).id, trigger="plugh"))
    user.find("plugh")
    qtbot.keyClick(user.focused, Qt.Key.Key_Return)
    assert user.status_message.endswith(" · trigger")


@pytest.mark.parametrize("opening", ["", "F2", "Return"])
def test_what_is_typed_after_a_search_stands_where_it_found_something(user: User, opening: str) -> None:
    risk = user.risk(20)
    text = "A 𝒜 cœur of it, and another cœur of it"
    user.workbench.run(risks.edit(risk.id, description=text))
    user.find("coeur")
    user.press("Return")
    user.press("Esc")
    if opening:
        user.press(opening)
    for sign in "xy":
        QTest.keyClicks(user.focused, sign)
    assert user.workbench.commit()
    assert user.risk(20).description == "A 𝒜 cœur of it, and another cœurxy of it"


def test_what_is_typed_after_a_search_that_came_to_nothing_stands_at_the_end(user: User) -> None:
    user.workbench.run(risks.edit(user.risk(20).id, description="A zqebra crossing"))
    user.find("zq")
    QTest.keyClicks(user.focused, "zz")
    user.press("Esc")
    for sign in "xy":
        QTest.keyClicks(user.focused, sign)
    assert user.workbench.commit()
    assert user.risk(20).description == "A zqebra crossingxy"


def test_what_is_gone_to_since_is_written_at_its_end(user: User) -> None:
    user.find(user.risk(20).description[:12])
    user.press("Esc")
    user.press("Down")
    user.press("Up")
    for sign in "xy":
        QTest.keyClicks(user.focused, sign)
    assert user.workbench.commit()
    assert user.risk(20).description.endswith("xy")


def test_with_no_register_open_nothing_is_searched_and_the_box_says_why(user: User) -> None:
    find = action(user.window, "find")
    user.find("reform")
    assert find.isEnabled()
    user.workbench.run(registers.delete(user.workbench.register_id or ""))
    box = user.window._search
    assert not find.isEnabled()
    assert not box.isEnabled()
    box._field.clear()
    assert box._field.placeholderText() == "No register is open"
    assert box.hits_text == ""
    action(user.window, "undo").trigger()
    assert find.isEnabled()
    assert box._field.placeholderText() == "Find in the register"
    user.find("reform")
    assert box.hits_text


def test_in_a_large_register_the_first_hit_is_gone_to_once_all_are_known(
    user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "_AT_ONCE", 1)
    (box,) = user.window.findChildren(SearchBox)
    word, before = user.risk(3).description.split()[-1], user.workbench.selection
    user.find(word)
    assert box.hits_text == "…"
    assert user.workbench.selection == before != (user.risk(0).id,)
    user.press("Return")
    user.workbench.run(risks.edit(user.risk(0).id, description=f"{word} comes first"))
    qtbot.waitUntil(lambda: box.hits_text.startswith("1 of "))
    assert user.workbench.selection == (user.risk(0).id,)
