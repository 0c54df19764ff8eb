"""The palette in the whole window: Ctrl+K, a few letters, Enter; Esc leaves all as it was."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMenu, QMenuBar, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import items, mitigations, registers, risks
from riskdesk.desk.session import Session
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Language, Risk
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.actions import ACTIONS, MENUS
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.recent import keep
from riskdesk.ui.help.browser import HelpBrowser
from riskdesk.ui.help.manual import chapter
from riskdesk.ui.help.window import HelpWindow
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.shell.palette.palette import Palette
from riskdesk.ui.shell.palette.recent import recent
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.list import RegisterList
from tests.hearing import hearing
from tests.ui import keys
from tests.ui.access.seen import name, parts
from tests.ui.conftest import Letters, Opened, action, sheet
from tests.ui.keys import focused, hold, repeat


class User:
    """Types into what has the focus, and sees what the palette lists."""

    def __init__(self, window: MainWindow, workbench: Workbench) -> None:
        self.window, self.workbench = window, workbench

    @property
    def focused(self) -> QWidget:
        return focused()

    @property
    def palette(self) -> Palette:
        child = self.window.findChild(Palette)
        assert isinstance(child, Palette)
        return child

    @property
    def is_asked(self) -> bool:
        return self.palette.isVisible() and self.palette.isAncestorOf(self.focused)

    def press(self, shortcut: str) -> None:
        keys.press(self.focused, shortcut)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)

    def ask(self, text: str = "") -> None:
        self.press("Ctrl+K")
        assert self.is_asked
        self.type(text)

    @property
    def rows(self) -> QListView:
        list_view = self.palette.findChild(QListView)
        assert isinstance(list_view, QListView)
        return list_view

    @property
    def listed_texts(self) -> list[str]:
        model = self.rows.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def current(self) -> str:
        return str(self.rows.currentIndex().data())

    def risk(self, number: int) -> Risk:
        tree = self.workbench.tree()
        assert tree is not None
        return list(tree.risks)[number]

    def field(self, name: str) -> QLineEdit | QPlainTextEdit:
        widget = self.window.findChild(Inspector).currentWidget().widget().fields[name]  # type: ignore[union-attr]
        assert isinstance(widget, QLineEdit | QPlainTextEdit)
        return widget


MakeUser = Callable[[], User]


@pytest.fixture
def make_user(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> MakeUser:
    def new_user() -> User:
        window = open_window()
        window.resize(1366, 768)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return User(window, workbench)

    return new_user


@pytest.fixture
def user(make_user: MakeUser) -> User:
    new_user = make_user()
    sheet(new_user.window).setFocus()
    return new_user


def test_a_few_letters_and_enter_lead_to_a_risk(user: User) -> None:
    risk = user.risk(20)
    user.workbench.run(risks.edit(risk.id, description="Überflüssiges in der Œuvre"))
    user.ask("oeuvre uberfl")
    assert user.listed_texts == ["Überflüssiges in der Œuvre"]
    user.press("Return")
    assert not user.palette.isVisible()
    assert user.workbench.selection == (risk.id,)
    assert user.focused is sheet(user.window)
    assert sheet(user.window).rect_of(risk.id) is not None


def test_a_category_a_mitigation_and_a_reference_are_gone_to(user: User) -> None:
    tree = user.workbench.tree()
    assert tree is not None
    mitigation, category = list(tree.mitigations)[-1], tree.categories[-1].category
    for typed, identity in ((mitigation.description[:30], mitigation.id), (category.title, category.id)):
        user.ask(typed)
        user.press("Return")
        assert user.workbench.selection == (identity,)
    user.ask(f"#{int(user.risk(8).reference[2:])}")
    user.press("Return")
    assert user.workbench.selection == (user.risk(8).id,)


def test_an_owner_is_told_with_how_much_is_theirs(user: User) -> None:
    for number in (12, 4):
        user.workbench.run(risks.edit(user.risk(number).id, owner="Ms Grünwald"))
    user.ask("@grun")
    assert user.listed_texts == ["Ms Grünwald"]
    assert user.rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "Ms Grünwald, Owner, 2 risks"


def test_a_register_opens(user: User) -> None:
    first = user.workbench.register_id
    user.workbench.run(registers.duplicate(first or ""))
    user.workbench.run(registers.edit(user.workbench.register_id or "", title="Office in Tirana"))
    user.workbench.open_register(first)
    user.ask("tirana")
    user.press("Return")
    assert user.workbench.register_id not in (None, first)
    assert user.workbench.selection == (user.workbench.register_id,)
    user.ask("@")
    user.press("Esc")
    user.ask("tirana")
    assert user.rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole).endswith(", open now")


def test_a_command_is_done_where_the_focus_was(user: User) -> None:
    risk = user.risk(3)
    user.workbench.select([risk.id])
    user.ask("delete")
    assert user.listed_texts[0] == "Delete"
    user.press("Return")
    assert risk.id not in {risk.id for risk in user.workbench.tree().risks}  # type: ignore[union-attr]
    user.ask("undo")
    assert user.current == "Undo Delete risk"
    user.press("Return")
    assert user.risk(3).id == risk.id


def test_enter_that_is_held_shows_the_palette_or_does_what_is_chosen_in_it(user: User) -> None:
    user.ask("add risk")
    hold(user.focused, Qt.Key.Key_Return, 3)
    assert sheet(user.window).writing.row is not None
    user.ask("undo")
    repeat(user.focused, Qt.Key.Key_Return)
    assert user.is_asked


def test_all_commands_are_there_that_can_be_done_and_no_others(user: User) -> None:
    user.workbench.select([])
    user.ask(">")
    user.press("Esc")
    actions = user.window._menus.actions
    doable = {name for name, action in actions.items() if action.isEnabled() and name != "go_to"}
    user.ask(">")
    goals = user.palette._results.goals
    assert {goal.id for goal in goals} & ACTIONS.keys() == doable & {name for menu in MENUS for name in menu.actions}
    assert "redo" not in {goal.id for goal in goals}
    (goal_of_export,) = [goal for goal in goals if goal.id == "export_pdf"]
    assert (goal_of_export.text, goal_of_export.place, goal_of_export.hint) == ("Export PDF", "File", ("Ctrl+E",))
    assert not any("&" in goal.text or "…" in goal.text for goal in goals)


def leaves(menu: QMenu) -> Iterator[QAction]:
    """All that can be chosen in a menu and in those inside it, as they come up."""
    menu.aboutToShow.emit()
    for entry in menu.actions():
        inner = entry.menu()
        if isinstance(inner, QMenu):
            yield from leaves(inner)
        elif entry.isEnabled() and not entry.isSeparator():
            yield entry


def test_whatever_the_menus_lead_to_is_there_once(user: User, settings: Settings, tmp_path: Path) -> None:
    keep(user.window._settings, [tmp_path / "Office & home.riskdesk", tmp_path / "old" / "Office & home.riskdesk"])
    user.workbench.select([user.risk(0).id])
    user.ask(">")
    goals = user.palette._results.goals
    user.press("Esc")
    menus = [menu for entry in user.window.menuBar().actions() if isinstance(menu := entry.menu(), QMenu)]
    stands = [entry.objectName() for menu in menus for entry in leaves(menu)]
    assert len(stands) > len(ACTIONS) // 2 + 10
    assert "" not in stands
    assert [goal.id for goal in goals] == [name for name in stands if name != "go_to"]
    assert len({goal.id for goal in goals}) == len({goal.text for goal in goals}) == len(goals)


def test_what_stands_in_a_menu_inside_another_one_is_found_with_its_title(user: User) -> None:
    for typed, text, setting in (
        ("dark", "Colours: Dark", "window/scheme=dark"),
        ("francais", "Language: Français", "window/language=fr"),
        ("language", "Language: Use system setting", "window/language="),
        ("icons only", "Tool bar: Icons only", "window/tool-bar=none"),
    ):
        user.ask(typed)
        goal_found = next(goal for goal in user.palette._results.goals if goal.text == text)
        assert (goal_found.place, goal_found.id) == ("View", setting)
        assert user.current.startswith(text.partition(":")[0])
        user.press("Esc")


def test_colours_and_a_language_are_chosen_by_their_words(user: User, qtbot: QtBot) -> None:
    user.ask("dark")
    with qtbot.waitSignal(user.window.scheme_chosen) as scheme:
        user.press("Return")
    assert scheme.args == ["dark"]
    user.ask("francais")
    with qtbot.waitSignal(user.window.language_chosen) as language:
        user.press("Return")
    assert language.args == ["fr"]
    assert not user.palette.isVisible()


def test_a_file_that_was_open_lately_is_found_and_asked_about_where_it_is_gone(user: User, tmp_path: Path) -> None:
    keep(user.window._settings, [tmp_path / "Office & home.riskdesk"])
    user.ask("open recent")
    assert [text.partition(": ")[2][:6] for text in user.listed_texts] == ["Office", "Clear "]
    user.press("Esc")
    user.ask("office home")
    assert user.current == f"Open recent: Office & home.riskdesk – {tmp_path}"
    user.press("Return")
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Office & home.riskdesk is not there" in box.text()
    box.reject()
    # What was chosen here is kept, without the name of the file.
    assert "Office" not in "".join(recent(user.window._settings))


def test_a_menu_that_is_closed_again_leads_back_to_it(user: User) -> None:
    user.ask("oeuvre")
    user.press("Alt+E")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    keys.press(menu, "Escape")
    bar = user.focused
    assert isinstance(bar, QMenuBar)
    keys.press(bar, "Escape")
    assert user.is_asked
    user.type("s")
    assert user.focused.text() == "oeuvres"  # type: ignore[attr-defined]
    user.press("Escape")
    assert user.focused is sheet(user.window)


def test_what_is_chosen_in_a_menu_closes_it(user: User) -> None:
    user.ask("oeuvre")
    user.press("Alt+V")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(action(user.window, "view_list"))
    keys.press(menu, "Return")
    assert not user.palette.isVisible()
    assert user.focused.isVisible()


def test_each_action_has_a_menu_in_which_it_is_found() -> None:
    assert ACTIONS.keys() == {name for menu in MENUS for name in menu.actions} - {"-"}


def test_in_a_file_that_is_only_read_nothing_is_offered_that_edits(
    session: Session, settings: Settings, home: Home, qtbot: QtBot
) -> None:
    path = session.path
    session.close()
    with closing(Session.open(path, "me", read_only=True)) as opened:
        workbench = Workbench(opened, why_read_only="Only read.")
        workbench.open_register(opened.registers()[0].id)
        window = MainWindow(workbench, settings, home)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        sheet(window).setFocus()
        user = User(window, workbench)
        user.ask(">")
        offered = {goal.id for goal in user.palette._results.goals} & ACTIONS.keys()
        assert not {name for name in offered if ACTIONS[name].edits}
        assert {"export_pdf", "find", "open"} <= offered
        user.press("Esc")
        user.ask("#3")
        user.press("Return")
        assert workbench.selection == (user.risk(2).id,)


def test_with_no_register_open_commands_work(user: User) -> None:
    user.workbench.run(registers.delete(user.workbench.register_id or ""))
    assert user.workbench.register_id is None
    user.ask("#")
    assert user.listed_texts == []
    user.press("Esc")
    user.ask("new register")
    assert {goal.id for goal in user.palette._results.goals} == {"new", "new_store"}
    user.press("Esc")
    user.ask("undo")
    user.press("Return")
    assert user.workbench.register_id is not None


def test_from_the_welcome_page_an_item_leads_back(user: User) -> None:
    action(user.window, "welcome").trigger()
    assert not sheet(user.window).isVisible()
    user.ask("#3")
    user.press("Return")
    assert sheet(user.window).isVisible()
    assert user.focused is sheet(user.window)


def test_esc_leaves_the_open_line_as_it_was(user: User, workbench: Workbench) -> None:
    view, risk = sheet(user.window), user.risk(2)
    view.writing.open(view.lines.content.rows[risk.id])
    user.type(" and typed")
    for _ in range(3):
        user.press("Shift+Left")
    editor, cursor = view.writing.editor, view.writing.editor.textCursor()
    user.ask("staff")
    assert view.writing.row is not None
    user.press("Esc")
    assert user.focused is editor
    assert (cursor.anchor(), cursor.position()) == (editor.textCursor().anchor(), editor.textCursor().position())
    assert editor.textCursor().selectedText() == "ped"
    assert user.risk(2).description == risk.description
    user.type("PED")
    assert editor.toPlainText().endswith(" and tyPED")


def test_what_is_typed_in_a_field_stays_and_is_stored_when_another_item_is_gone_to(user: User) -> None:
    user.workbench.select([user.risk(2).id])
    for part in ("owner", "reason"):
        field = user.field(part)
        field.setFocus()
        user.type("Half typed")
        user.press("Shift+Home")
        user.ask("#7")
        user.press("Esc")
        assert user.focused is field
        assert getattr(user.risk(2), part) == ""
        user.press("Shift+End")
        user.type("Typed")
        user.ask("#7")
        user.press("Return")
        assert user.workbench.selection == (user.risk(6).id,)
        assert getattr(user.risk(2), part).endswith("Typed")
        user.workbench.select([user.risk(2).id])


def test_a_title_that_is_being_renamed_stays_open(user: User) -> None:
    categories = user.window._categories
    action(user.window, "go_categories").trigger()
    user.press("F2")
    field = user.focused
    assert isinstance(field, QLineEdit)
    user.type("Renamed")
    user.ask("x")
    user.press("Esc")
    assert user.focused is field
    user.press("Return")
    assert categories is not None
    assert user.workbench.tree().categories[0].category.title == "Renamed"  # type: ignore[union-attr]


def test_the_search_box_keeps_what_is_selected_in_it(user: User) -> None:
    user.press("Ctrl+F")
    user.type("reform")
    user.press("Shift+Left")
    box = user.focused
    user.ask("x")
    user.press("Esc")
    assert user.focused is box
    assert isinstance(box, QLineEdit)
    assert box.selectedText() == "m"


def test_arrows_lead_through_the_list_and_round_it(user: User) -> None:
    user.ask("staff")
    texts = user.listed_texts
    assert len(texts) > 3
    assert user.current == texts[0]
    user.press("Up")
    assert user.current == texts[-1]
    user.press("Down")
    user.press("Down")
    user.press("Tab")
    user.press("Backtab")
    assert user.current == texts[1]
    user.press("PgDown")
    user.press("PgUp")
    assert user.current == texts[0]
    assert isinstance(user.focused, QLineEdit)


def test_a_click_on_a_row_goes_there_and_one_elsewhere_leaves(user: User) -> None:
    user.ask("#")
    row = user.rows.visualRect(user.rows.model().index(2, 0)).center()
    QTest.mouseClick(user.rows.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert user.workbench.selection == (user.risk(2).id,)
    user.ask("#")
    QTest.mouseClick(sheet(user.window).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 500))
    assert not user.palette.isVisible()
    assert user.focused is not user.palette


def test_another_command_takes_its_place(user: User) -> None:
    user.ask("staff")
    action(user.window, "find").trigger()
    assert not user.palette.isVisible()
    assert user.focused is user.window._search._field
    user.ask("staff")
    user.press("Ctrl+K")
    assert user.is_asked
    user.type("x")
    assert user.palette._field.text() == "x"


def test_f1_opens_its_chapter_and_the_focus_is_where_it_was_afterwards(user: User, qtbot: QtBot) -> None:
    user.ask("staff")
    QTest.keySequence(user.focused, QKeySequence("F1"))
    (help_window,) = [
        candidate
        for candidate in QApplication.topLevelWidgets()
        if isinstance(candidate, HelpWindow) and candidate.isVisible()
    ]
    browser = help_window.findChild(HelpBrowser)
    assert isinstance(browser, HelpBrowser)
    assert browser.source().fragment() == chapter("Going to anything", Language.ENGLISH).anchor
    qtbot.waitUntil(help_window.isActiveWindow)
    assert not user.palette.isVisible()
    help_window.close()
    user.window.activateWindow()
    qtbot.waitUntil(user.window.isActiveWindow)
    assert user.focused is sheet(user.window)


def test_what_was_gone_to_last_comes_first_where_nothing_is_typed(user: User, settings: Settings) -> None:
    user.ask("#9")
    user.press("Return")
    user.ask("normal size")
    user.press("Return")
    user.ask()
    assert [goal.id for goal in user.palette._results.goals[:3]] == ["zoom_reset", user.risk(8).id, "new"]
    user.press("Esc")
    assert recent(Settings(settings.path)) == [">zoom_reset", user.risk(8).id]
    user.workbench.run(items.delete([user.risk(8).id]))
    user.ask()
    assert [goal.id for goal in user.palette._results.goals[:2]] == ["zoom_reset", "new"]


def test_what_others_change_meanwhile_is_followed(user: User, workbench: Workbench) -> None:
    user.ask("frobnicate")
    assert user.listed_texts == []
    with closing(Session.open(workbench.session.path, "B. Other")) as other:
        other.run(risks.edit(user.risk(0).id, description="Frobnicate"))
    workbench.read_changes_of_others()
    assert user.is_asked
    assert user.listed_texts == ["Frobnicate"]


def test_what_is_typed_by_others_is_no_markup_and_stays_in_the_row(user: User) -> None:
    text = "<b>R</b> &amp; <img src='file:///x'> & {0} %n " + "long " * 200
    user.workbench.run(risks.edit(user.risk(0).id, description=text, owner="<i>A&B</i>"))
    user.ask("img src file")
    assert user.current == " ".join(text.split())
    assert not user.palette.grab().isNull()
    user.press("Esc")
    user.ask("@a&b")
    assert user.listed_texts == ["<i>A&B</i>"]


def test_a_text_that_cannot_be_stored_is_told_and_keeps_the_register(user: User, problems: list[Problem]) -> None:
    first = user.workbench.register_id
    user.workbench.run(registers.duplicate(first or ""))
    user.workbench.select([user.risk(2).id])
    field = user.field("next_review")
    field.setFocus()
    user.type("no date")
    user.ask("export pdf")
    user.press("Return")
    assert len(problems) == 1
    assert user.field("next_review").text() == "no date"  # type: ignore[union-attr]


def test_the_palette_lies_whole_in_the_window(user: User) -> None:
    for size in (QSize(720, 450), QSize(960, 600), QSize(1920, 1000)):
        user.window.resize(size)
        user.ask("risk")
        for _ in range(2):
            palette, room = user.palette.geometry(), user.window.rect()
            assert room.contains(palette), size
            assert abs(palette.center().x() - room.center().x()) <= 1, size
            assert user.rows.height() >= 48, size
            inner = QRect(user.rows.mapTo(user.palette, QPoint()), user.rows.size())
            assert user.palette.rect().contains(inner), size
            user.window.resize(size + QSize(40, 20))
        user.press("Esc")


def test_the_palette_is_heard(user: User) -> None:
    user.workbench.run(risks.edit(user.risk(4).id, description="Plugh one"))
    user.workbench.run(risks.edit(user.risk(5).id, description="Plugh twice"))
    with hearing() as announcements:
        user.ask("plugh")
        assert announcements[-1].message().startswith("2 result")
        assert ", Plugh one, Risk, R-05, " in announcements[-1].message()
        user.press("Down")
        assert announcements[-1].message().startswith("Plugh twice, Risk, R-06, ")
        assert announcements[-1].message().endswith(", 2 of 2")
        user.type("xyzzy")
        assert announcements[-1].message() == "Nothing found"


def test_the_palette_is_a_box_of_choices_whose_parts_have_names(user: User) -> None:
    user.ask("staff")
    interfaces = list(parts(user.palette))
    assert (interfaces[0].role(), name(interfaces[0])) == (QAccessible.Role.ComboBox, "Go to anything")
    (field,) = [part for part in interfaces if part.role() == QAccessible.Role.EditableText]
    assert name(field) == "Go to anything"
    assert field.text(QAccessible.Text.Description) == "> commands   @ owners   # references"
    (list_interface,) = [part for part in interfaces if part.role() == QAccessible.Role.List]
    assert name(list_interface) == "Results"
    rows = [part for part in interfaces if part.role() == QAccessible.Role.ListItem]
    assert name(rows[0]).startswith(f"{user.listed_texts[0]}, ")
    assert [row.state().selected for row in rows[:2]] == [True, False]


def test_a_register_in_french_is_found_as_it_is_typed(make_user: MakeUser, workbench: Workbench) -> None:
    workbench.run(registers.edit(workbench.register_id or "", language=Language.FRENCH))
    tree = workbench.tree()
    assert tree is not None
    risk = next(tree.risks)
    workbench.run(risks.edit(risk.id, description="L’« État » manque d’œuvres"))
    user = make_user()
    user.ask("l'etat oeuvres")
    assert user.listed_texts == ["L’« État » manque d’œuvres"]


def test_the_palette_is_loaded_by_nobody_before_it_is_wanted(tmp_path: Path) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, riskdesk.ui.shell.window; print('riskdesk.domain.matching' in sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"


def the_list(user: User) -> RegisterList:
    view = user.window._centre.front
    assert isinstance(view, RegisterList)
    return view


def test_an_owner_leads_to_the_list_of_what_is_theirs(user: User) -> None:
    for number, owner in ((2, "Ms Grünwald"), (4, "Ms  Grünwald"), (5, "Somebody")):
        user.workbench.run(risks.edit(user.risk(number).id, owner=owner))
    user.ask("@grunwald")
    user.press("Return")
    register_list = the_list(user)
    assert [row.item.id for row in register_list.listed.shown] == [user.risk(2).id, user.risk(4).id]
    assert register_list.isVisible()
    assert any("Grünwald" in chip.text() for chip in register_list.chips._buttons())
    assert user.focused is register_list.table


def test_who_owns_mitigations_alone_leads_to_those(user: User) -> None:
    tree = user.workbench.tree()
    assert tree is not None
    first = next(tree.mitigations)
    user.workbench.run(mitigations.edit(first.id, action_owner="Ms Grünwald"))
    action(user.window, "welcome").trigger()
    user.ask("@grunwald")
    user.press("Return")
    assert [row.item.id for row in the_list(user).listed.shown] == [first.id]


def test_what_is_in_another_register_is_found_named_with_it_and_gone_to(user: User, qtbot: QtBot) -> None:
    here = user.workbench.register_id
    user.workbench.run(registers.duplicate(here or ""))
    there = user.workbench.register_id
    risk = user.risk(3)
    user.workbench.run(risks.edit(risk.id, description="Frobnicate", owner="Ms Grünwald"))
    user.workbench.open_register(here)
    sheet(user.window).setFocus()
    user.ask("frobnicate")
    qtbot.waitUntil(lambda: user.listed_texts == ["Frobnicate"])
    assert "(copy)" in str(user.rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    user.press("Return")
    assert user.workbench.register_id == there
    assert user.workbench.selection == (risk.id,)
    user.workbench.open_register(here)
    sheet(user.window).setFocus()
    user.ask("@grunwald")
    user.press("Return")
    assert user.workbench.register_id == there
    assert [row.item.id for row in the_list(user).listed.shown] == [risk.id]


def test_the_row_that_was_gone_to_stays_current_while_more_is_read(user: User, qtbot: QtBot) -> None:
    here = user.workbench.register_id
    user.workbench.run(registers.duplicate(here or ""))
    user.workbench.open_register(here)
    sheet(user.window).setFocus()
    user.ask("staff")
    for _ in range(2):
        user.press("Down")
    current, before = user.current, len(user.listed_texts)
    qtbot.waitUntil(lambda: len(user.listed_texts) > before)
    assert user.current == current
    assert user.rows.currentIndex().row() == 2


def test_the_palette_says_so_where_there_is_no_register(user: User) -> None:
    user.workbench.run(registers.delete(user.workbench.register_id or ""))
    user.ask("staff")
    assert "no register" in user.palette._note.text()


def test_another_file_is_another_world(user: User, workbench: Workbench, tmp_path: Path) -> None:
    user.ask("staff")
    user.press("Esc")
    with closing(Session.create(tmp_path / "other.riskdesk", "me")):
        pass
    workbench.change_session(Session.open(tmp_path / "other.riskdesk", "me"))
    user.window.setFocus()
    user.ask("#")
    assert user.listed_texts == []


@pytest.mark.parametrize("points", [9, 15])
def test_no_row_runs_over_into_the_next(make_user: MakeUser, letters: Letters, points: int) -> None:
    letters(points)
    user = make_user()
    sheet(user.window).setFocus()
    user.ask()
    image = user.rows.viewport().grab().toImage()
    for row in (1, 2):
        bottom = user.rows.visualRect(user.rows.model().index(row, 0)).bottom()
        assert len({image.pixel(x, y) for x in range(image.width() // 2) for y in (bottom, bottom + 1)}) == 1
