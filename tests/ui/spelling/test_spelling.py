"""Wrong words are marked as they are written, and a menu offers what was meant; nothing else is touched."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language, Risk
from riskdesk.kit import translations
from riskdesk.kit.colours import colours_of
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.actions import TEXT_CONTEXT
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.spelling import Spelling
from riskdesk.ui.spelling.speller import Speller
from tests.ui.conftest import Opened, action, sheet

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@dataclass
class User:
    """Somebody who writes in a window."""

    window: MainWindow
    workbench: Workbench
    qtbot: QtBot

    @property
    def risk(self) -> Risk:
        tree = self.workbench.tree()
        assert tree is not None
        return next(tree.risks)

    @property
    def editor(self) -> QPlainTextEdit:
        return sheet(self.window).writing.editor

    def store(self, text: str) -> None:
        self.workbench.run(risks.edit(self.risk.id, description=text))

    def open_line(self, text: str) -> None:
        self.store(text)
        sheet(self.window).writing.open(sheet(self.window).lines.content.rows[self.risk.id])

    def see(self, field: QPlainTextEdit, *wrong: str) -> None:
        """Wait until these words of a field are marked, and no others."""
        self.qtbot.waitUntil(lambda: marked(field) == list(wrong))

    def see_painted(self, text: str, *wrong: str) -> None:
        showing = sheet(self.window).showing
        self.qtbot.waitUntil(lambda: [word.text for word in showing.wrong(text, None)] == list(wrong))

    def menu_at(self, field: QPlainTextEdit, word: str) -> QMenu:
        """The menu that a right click into a word brings up."""
        cursor = field.textCursor()
        cursor.setPosition(field.toPlainText().index(word) + 1)
        point = field.cursorRect(cursor).center()
        at = field.viewport().mapToGlobal(point)
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(field.viewport(), QContextMenuEvent(reason, point, at))
        return self.popup()

    def popup(self) -> QMenu:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def field(self, name: str) -> QPlainTextEdit:
        inspector = self.window.findChild(Inspector)
        widget = inspector.currentWidget().widget().fields[name]
        assert isinstance(widget, QPlainTextEdit)
        return widget

    def line(self, name: str) -> QLineEdit:
        widget = self.window.findChild(Inspector).currentWidget().widget().fields[name]
        assert isinstance(widget, QLineEdit)
        return widget


def is_underlined(field: QLineEdit) -> bool:
    """Whether something red is painted in a field."""
    image = field.grab().toImage()
    colour = QColor(colours_of(field.palette()).danger).rgb()
    pixels = (image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    return any(_near(pixel, colour) for pixel in pixels)


def marked(field: QPlainTextEdit) -> list[str]:
    selections = field.extraSelections()
    assert all(selection.format.underlineStyle() is WAVE for selection in selections)
    return [selection.cursor.selectedText() for selection in selections]


def offered(menu: QMenu) -> list[str]:
    return [entry.text() for entry in menu.actions()]


def entry(menu: QMenu, text: str) -> QAction:
    return next(candidate for candidate in menu.actions() if candidate.text() == text)


def action_text(window: MainWindow, name: str) -> str:
    return "" if name == "-" else action(window, name).text()


def choose(menu: QMenu, text: str) -> None:
    chosen_entry = entry(menu, text)
    menu.close()
    chosen_entry.trigger()


@pytest.fixture
def user(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> Iterator[User]:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield User(window, workbench, qtbot)
    while QApplication.activePopupWidget() is not None:
        QApplication.activePopupWidget().close()


def test_wrong_words_of_the_open_line_and_of_others_are_marked(user: User) -> None:
    user.open_line("The judicary meets in Astana, 2 benificiaries of the NGOs come")
    user.see(user.editor, "judicary", "benificiaries")
    user.see_painted("The judicary meets", "judicary")


def test_a_wrong_word_is_painted_otherwise(user: User) -> None:
    user.store("judicary")
    view = sheet(user.window)
    colour = view.layout_of_lines.style.colours.wrong.rgb()
    room = view._parts.scrolling.rect_of(view.lines.content.rows[user.risk.id])

    def red() -> bool:
        image = view.viewport().grab(room.adjusted(0, 0, 0, 4)).toImage()
        pixels = (image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
        return any(_near(pixel, colour) for pixel in pixels)

    user.qtbot.waitUntil(red)
    action(user.window, "spelling").trigger()
    assert not red()


def _near(pixel: int, colour: int) -> bool:
    first, second = QColor(pixel), QColor(colour)
    return all(abs(a - b) < 60 for a, b in zip(first.getRgb(), second.getRgb(), strict=True))


def test_a_word_is_marked_only_once_it_is_written(user: User) -> None:
    user.open_line("Xyzzyq risk")
    user.see(user.editor, "Xyzzyq")
    QTest.keyClicks(user.editor, " judicar")
    user.see_painted("some judicar here", "judicar")
    assert marked(user.editor) == ["Xyzzyq"]
    QTest.keyClicks(user.editor, " ")
    user.see(user.editor, "Xyzzyq", "judicar")


def test_marks_follow_what_is_typed_before_them(user: User) -> None:
    user.open_line("risk judicary")
    user.see(user.editor, "judicary")
    QTest.keyClick(user.editor, Qt.Key.Key_Home)
    QTest.keyClicks(user.editor, "A ")
    user.editor.insertPlainText("\U0001f600 and ")
    user.see(user.editor, "judicary")


@pytest.mark.parametrize(
    ("text", "meant", "becomes"),
    [
        ("The judicary meets", "judiciary", "The judiciary meets"),
        ("\U0001f600 the judicary", "judiciary", "\U0001f600 the judiciary"),
    ],
)
def test_a_suggestion_takes_the_place_of_the_word_in_one_step(user: User, text: str, meant: str, becomes: str) -> None:
    user.open_line(text)
    user.see(user.editor, "judicary")
    choose(user.menu_at(user.editor, "dicary"), meant)
    assert user.editor.toPlainText() == becomes
    user.see(user.editor)
    user.editor.undo()
    assert user.editor.toPlainText() == text
    user.editor.redo()
    assert user.workbench.commit()
    assert user.risk.description == becomes
    assert sheet(user.window).writing.row is not None


def plain(texts: list[str]) -> list[str]:
    """Without the letters that choose them."""
    return [text.replace("&", "") for text in texts]


def test_the_menu_has_spelling_then_the_text_then_the_item(user: User) -> None:
    user.open_line("The judicary meets")
    user.see(user.editor, "judicary")
    offered_texts = offered(user.menu_at(user.editor, "dicary"))
    levels = ["Likelihood", "Impact", "Status"]
    rest = [
        text for name in TEXT_CONTEXT for text in (levels if name == "levels" else [action_text(user.window, name)])
    ]
    assert plain(offered_texts[-len(rest) :]) == plain(rest)
    head = offered_texts[: -len(rest)]
    assert "judiciary" in head[:5]
    assert head[-4:] == ["", "Add to m&y words", "Add to the words of the re&gister", ""]
    assert len(head) <= 9
    QApplication.activePopupWidget().close()
    assert sheet(user.window).writing.row is not None
    assert plain(offered(user.menu_at(user.editor, "meets"))) == plain(rest)


@pytest.mark.parametrize("language", list(Language))
def test_no_two_entries_of_the_menu_have_one_letter(
    qapp: QApplication, open_window: Opened, workbench: Workbench, qtbot: QtBot, language: Language
) -> None:
    translations.install(qapp, language)
    user = User(open_window(), workbench, qtbot)
    user.open_line("The judicary meets")
    user.see(user.editor, "judicary")
    letters = [
        text[text.index("&") + 1].lower() for text in offered(user.menu_at(user.editor, "dicary")) if "&" in text
    ]
    assert len(set(letters)) == len(letters) > 10
    QApplication.activePopupWidget().close()


def test_the_key_of_the_menu_is_for_the_word_at_the_caret(user: User) -> None:
    user.open_line("The judicary meets")
    user.see(user.editor, "judicary")
    cursor = user.editor.textCursor()
    cursor.setPosition(7)
    user.editor.setTextCursor(cursor)
    point = user.editor.mapToGlobal(user.editor.rect().topLeft())
    QApplication.sendEvent(user.editor, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), point))
    assert "judiciary" in offered(user.popup())


def test_two_clicks_in_a_row_bring_up_one_menu(user: User) -> None:
    user.open_line("The judicary and benificiary")
    user.see(user.editor, "judicary", "benificiary")
    for place in (7, 20, 7):
        cursor = user.editor.textCursor()
        cursor.setPosition(place)
        at = user.editor.viewport().mapToGlobal(user.editor.cursorRect(cursor).center())
        sheet(user.window).menu_wanted.emit(at)
    menu = user.popup()
    assert "judiciary" in offered(menu)
    assert offered(menu).count("Add to m&y words") == 1


def test_who_types_on_while_words_are_looked_up_gets_no_menu(user: User) -> None:
    user.open_line("The xjudicary meets")
    user.see(user.editor, "xjudicary")
    cursor = user.editor.textCursor()
    cursor.setPosition(7)
    at = user.editor.viewport().mapToGlobal(user.editor.cursorRect(cursor).center())
    sheet(user.window).menu_wanted.emit(at)
    user.editor.insertPlainText("!")
    suggestions: list[list[str]] = []
    Speller.of_application().suggest("en", "xjudicary", suggestions.append)
    user.qtbot.waitUntil(lambda: len(suggestions) == 1)
    assert QApplication.activePopupWidget() is None


def test_a_very_long_text_is_checked_where_it_begins(user: User) -> None:
    user.see_painted("judicary " + "risk " * 3_000 + "judicary", "judicary")


def test_no_entry_is_left_from_word_to_word(user: User) -> None:
    user.open_line("The judicary and benificiary")
    user.see(user.editor, "judicary", "benificiary")
    for word in ("dicary", "ficiary", "dicary"):
        menu = user.menu_at(user.editor, word)
        menu.close()
    assert offered(menu).count("Add to m&y words") == 1
    assert "beneficiary" not in offered(menu)


def test_a_word_added_is_right_everywhere_and_after_a_restart(user: User, home: Home, open_window: Opened) -> None:
    user.open_line("The zorblax meets")
    user.see(user.editor, "zorblax")
    user.see_painted("Another zorblax", "zorblax")
    choose(user.menu_at(user.editor, "orblax"), "Add to m&y words")
    user.see(user.editor)
    user.see_painted("Another zorblax")
    assert home.words.read_text("utf-8") == "zorblax\n"
    other = User(open_window(), user.workbench, user.qtbot)
    other.see_painted("A zorblax and a judicary", "judicary")


def test_a_word_that_cannot_be_kept_is_right_for_today_and_the_user_is_told(
    workbench: Workbench, problems: list[object], tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").touch()
    spelling = Spelling(workbench, Settings(tmp_path / "settings.json"), tmp_path / "file" / "words.txt", workbench)
    qtbot.waitUntil(lambda: len(spelling.wrong("A zorblax")) == 1)
    spelling.add(spelling.wrong("A zorblax")[0])
    assert not spelling.wrong("A zorblax")
    assert len(problems) == 1


def test_what_is_switched_off_stays_off(user: User, open_window: Opened) -> None:
    user.open_line("The judicary meets")
    user.see(user.editor, "judicary")
    assert action(user.window, "spelling").isChecked()
    action(user.window, "spelling").trigger()
    assert marked(user.editor) == []
    assert not sheet(user.window).showing.wrong("The judicary", None)
    other = open_window()
    assert not action(other, "spelling").isChecked()
    assert not sheet(other).showing.wrong("The judicary", None)
    action(user.window, "spelling").trigger()
    user.see(user.editor, "judicary")


def test_the_language_is_that_of_the_register(user: User) -> None:
    user.see_painted("financement of dépenses", "financement", "dépenses")
    user.workbench.run(registers.add(template("coe", Language.FRENCH)))
    user.see_painted("financement of dépenses", "of")


def test_a_bullet_may_be_in_a_language_of_its_own(user: User) -> None:
    text = "financement of dépenses"
    user.open_line(text)
    user.see(user.editor, "financement", "dépenses")
    user.workbench.run(risks.edit(user.risk.id, language=Language.FRENCH))
    user.see(user.editor, "of")
    line = next(line for line in sheet(user.window).lines.content.lines if line.id == user.risk.id)
    assert [word.text for word in sheet(user.window).showing.wrong(text, line.language)] == ["of"]
    choose(user.menu_at(user.editor, "of"), "Add to m&y words")
    user.see(user.editor)


def test_fields_of_a_bullet_are_read_in_its_language(user: User) -> None:
    user.workbench.select([user.risk.id])
    field = user.field("note")
    field.setFocus()
    QTest.keyClicks(field, "The risk is beaucoup ")
    user.see(field, "beaucoup")
    user.workbench.run(risks.edit(user.risk.id, language=Language.FRENCH))
    user.see(field, "The", "risk", "is")
    user.workbench.undo()
    user.see(field, "beaucoup")


def test_a_word_of_the_register_is_right_in_it_alone(user: User, home: Home) -> None:
    user.open_line("The zorblax meets")
    user.see(user.editor, "zorblax")
    QTest.keyClicks(user.editor, " today")
    choose(user.menu_at(user.editor, "orblax"), "Add to the words of the re&gister")
    user.see(user.editor)
    assert user.risk.description == "The zorblax meets today"
    assert sheet(user.window).writing.row is not None
    tree = user.workbench.tree()
    assert tree is not None
    assert tree.register.words == "zorblax"
    assert not home.words.exists()
    user.see_painted("Another zorblax")
    user.workbench.undo()
    user.see_painted("Another zorblax", "zorblax")
    user.workbench.redo()
    user.workbench.run(registers.add(template("coe", Language.ENGLISH)))
    user.workbench.open_register(user.workbench.registers()[-1].id)
    user.see_painted("Another zorblax", "zorblax")


def test_words_of_the_register_are_listed_once_in_order(user: User) -> None:
    register = user.workbench.register_id
    assert register is not None
    for word in ("zorblax", "Ästana", "akim’s", "zorblax"):
        user.workbench.run(registers.add_word(register, word))
    tree = user.workbench.tree()
    assert tree is not None
    assert tree.register.words == "akim\nzorblax\nÄstana"


def test_where_nothing_can_be_written_no_word_is_added_to_the_register(user: User) -> None:
    user.store("The judicary meets")
    user.see_painted("The judicary meets", "judicary")
    user.workbench.select([user.risk.id])
    user.workbench.commit()
    spelling = Spelling(user.workbench, Settings(Path("none")), Path("none"), user.workbench)
    assert spelling.has_register
    user.workbench.open_register(None)
    assert not spelling.has_register


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_suggestion_keeps_the_apostrophe_that_was_typed(user: User, apostrophe: str) -> None:
    user.workbench.run(registers.edit(user.workbench.register_id, language=Language.FRENCH))
    user.open_line(f"Risque de l{apostrophe}institucion")
    user.see(user.editor, f"l{apostrophe}institucion")
    choose(user.menu_at(user.editor, "stitucion"), f"l{apostrophe}institution")
    assert user.editor.toPlainText() == f"Risque de l{apostrophe}institution"


def test_a_right_click_on_a_wrong_word_opens_its_line(user: User) -> None:
    user.store("The judicary meets")
    user.see_painted("The judicary meets", "judicary")
    view = sheet(user.window)
    room = view._parts.scrolling.rect_of(view.lines.content.rows[user.risk.id])
    for inside, opens in ((QPoint(5, 8), False), (QPoint(40, 8), True)):
        at = room.topLeft() + inside
        place = view.viewport().mapToGlobal(at)
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, place))
        menu = user.popup()
        assert ("judiciary" in offered(menu)) is opens
        assert (view.writing.row is not None) is opens
        menu.close()


@pytest.mark.parametrize("name", ["note", "reason"])
def test_fields_of_the_inspector_are_checked_too(user: User, name: str) -> None:
    user.workbench.select([user.risk.id])
    field = user.field(name)
    field.setFocus()
    QTest.keyClicks(field, "The judicary meets")
    user.see(field, "judicary")
    menu = user.menu_at(field, "dicary")
    assert entry(menu, "Add to m&y words")
    choose(menu, "judiciary")
    assert field.toPlainText() == "The judiciary meets"
    user.see(field)


@pytest.mark.parametrize("name", ["note", "description"])
def test_a_text_that_another_program_changes_under_the_menu_stays_as_it_is(
    user: User, other: Session, name: str
) -> None:
    user.open_line("The judicary meets")
    user.workbench.run(risks.edit(user.risk.id, note="The judicary meets"))
    field = user.editor if name == "description" else user.field(name)
    user.see(field, "judicary")
    menu = user.menu_at(field, "dicary")
    other.read_changes_of_others()
    other.run(risks.edit(user.risk.id, **{name: "Others wrote this"}))
    user.workbench.read_changes_of_others()
    choose(menu, "judiciary")
    assert field.toPlainText() == "Others wrote this"


@pytest.mark.parametrize("name", ["title", "trigger"])
def test_fields_of_one_line_are_checked_too(user: User, name: str) -> None:
    user.workbench.select([user.risk.id])
    field = user.line(name)
    field.setFocus()
    QTest.keyClicks(field, "Staff of the judicary leaves")
    user.qtbot.waitUntil(lambda: is_underlined(field))
    cursor = field.cursorRect().center()
    QTest.keyClick(field, Qt.Key.Key_Home)
    assert field.text() == "Staff of the judicary leaves"
    point = QPoint((field.cursorRect().center().x() + cursor.x()) * 6 // 10, field.height() // 2)
    field.customContextMenuRequested.emit(point)
    choose(user.popup(), "judiciary")
    assert field.text() == "Staff of the judiciary leaves"
    user.qtbot.waitUntil(lambda: not is_underlined(field))
    field.undo()
    assert field.text() == "Staff of the judicary leaves"
    user.workbench.commit()
    assert getattr(user.risk, name) == "Staff of the judicary leaves"


def test_names_are_not_checked(user: User) -> None:
    user.workbench.select([user.risk.id])
    inspector = user.window.findChild(Inspector)
    fields = inspector.currentWidget().widget().fields
    assert {name for name, field in fields.items() if field.property("prose")} == {"title", "reason", "trigger", "note"}


def test_a_refused_text_keeps_its_reason_when_words_are_looked_up(user: User) -> None:
    user.workbench.select([user.risk.id])
    field = user.field("note")
    field.setFocus()
    QTest.keyClicks(field, "judicary and")
    field.refuse("No room.")
    user.see(field, "judicary")
    assert field.reason == "No room."


def test_nothing_is_loaded_before_the_register_is_seen() -> None:
    script = "import sys, riskdesk.app.program; print(*(name for name in sys.modules if 'spell' in name))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == []


@pytest.fixture
def speller(qapp: QApplication) -> Iterator[Callable[[str], Speller]]:
    spellers = []

    def started(program: str) -> Speller:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "executable", program)
            new_speller = Speller(qapp)
            spellers.append(new_speller)
            new_speller.suggest("en", "judicary", lambda _found: None)
        return new_speller

    yield started
    for new_speller in spellers:
        new_speller._end()
        new_speller.setParent(None)


@pytest.mark.parametrize("program", [os.devnull, "", "/nowhere/python"])
def test_where_the_process_cannot_be_started_every_word_is_right(
    speller: Callable[[str], Speller], qtbot: QtBot, program: str
) -> None:
    started_speller = speller(program)
    suggestions: list[list[str]] = []
    started_speller.suggest("en", "benificiary", suggestions.append)
    qtbot.waitUntil(lambda: suggestions == [[]])
    started_speller.suggest("fr", "risqeu", suggestions.append)
    qtbot.waitUntil(lambda: suggestions == [[], []])
    assert not started_speller.is_wrong("en", "judicary")


def test_where_the_process_ends_every_other_word_is_right(speller: Callable[[str], Speller], qtbot: QtBot) -> None:
    started_speller = speller(sys.executable)
    started_speller.is_wrong("en", "judicary")
    qtbot.waitUntil(lambda: started_speller.is_wrong("en", "judicary"))
    started_speller._process.kill()
    suggestions: list[list[str]] = []
    started_speller.suggest("en", "benificiary", suggestions.append)
    qtbot.waitUntil(lambda: suggestions == [[]])
    assert started_speller.is_wrong("en", "judicary")
    assert not started_speller.is_wrong("en", "benificiary")


def test_words_and_suggestions_are_asked_for_once(speller: Callable[[str], Speller], qtbot: QtBot) -> None:
    started_speller = speller(sys.executable)
    suggestions: list[list[str]] = []
    for _ in range(3):
        started_speller.suggest("en", "judicary", suggestions.append)
    qtbot.waitUntil(lambda: len(suggestions) == 3)
    assert all("judiciary" in words for words in suggestions)
    started_speller._process.kill()
    started_speller.suggest("en", "judicary", suggestions.append)
    assert suggestions[3] == suggestions[0]
