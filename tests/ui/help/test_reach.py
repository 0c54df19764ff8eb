"""Help is within reach in every dialog, and stays through a change of language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.app.program import Program
from riskdesk.desk.session import Session
from riskdesk.domain.values import Language
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.help.browser import HelpBrowser
from riskdesk.ui.help.manual import chapter, chapters, manual, spoken
from riskdesk.ui.help.window import KEYS, HelpWindow
from riskdesk.ui.history.looking_back import LookingBack
from riskdesk.ui.history.then import ThenWindow
from riskdesk.ui.history.window import HistoryWindow
from riskdesk.ui.printing.print_dialog import PrintDialog
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import Opened, action
from tests.ui.programs import ready, speak, window_of

ASKED = {
    "new": "Registers and categories",
    "export_pdf": "Exporting a PDF",
    "print": "Printing",
    "send_copy": "Sending a copy",
    "backups": "Backups",
    "replace": "Finding",
    "places": "Where files lie",
    "about": "Help",
}


def helps() -> list[HelpWindow]:
    return [
        candidate
        for candidate in QApplication.topLevelWidgets()
        if isinstance(candidate, HelpWindow) and candidate.isVisible()
    ]


def page(help_window: HelpWindow) -> QUrl:
    browser = help_window.findChild(HelpBrowser)
    assert isinstance(browser, HelpBrowser)
    return browser.source()


def test_f1_opens_the_manual_above_a_dialog_at_its_chapter(qtbot: QtBot, open_window: Opened) -> None:
    window = open_window()
    for name, title in ASKED.items():
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        ask_in_dialog(qtbot, window, name, title)


def ask_in_dialog(qtbot: QtBot, window: MainWindow, name: str, title: str) -> None:
    action(window, name).trigger()
    dialog = next(box for box in window.findChildren(QDialog) if box.isVisible())
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("F1"))
    (help_window,) = helps()
    assert page(help_window).fragment() == chapter(title, Language.ENGLISH).anchor
    assert title in [known.title for known in chapters(manual(Language.ENGLISH))]
    qtbot.waitUntil(help_window.isActiveWindow)
    assert dialog.isVisible()
    browser = help_window.findChild(HelpBrowser)
    before = browser.verticalScrollBar().value()
    QTest.keyClick(browser, Qt.Key.Key_PageDown)
    assert browser.verticalScrollBar().value() != before or before == browser.verticalScrollBar().maximum()
    QTest.keyClick(browser, Qt.Key.Key_Escape)
    assert helps() == []
    assert dialog.isVisible(), "only help is closed"
    dialog.reject()


def test_f1_works_in_a_question_and_in_a_dialog_of_a_dialog(qtbot: QtBot, open_window: Opened) -> None:
    window = open_window()
    action(window, "about").trigger()
    about = next(box for box in window.findChildren(QDialog) if box.isVisible())
    about._show_licences()
    licences = next(box for box in about.findChildren(QDialog) if box.isVisible())
    qtbot.waitUntil(licences.isActiveWindow)
    for _ in range(2):
        QTest.keySequence(QApplication.focusWidget(), QKeySequence("F1"))
        (help_window,) = helps()
        assert page(help_window).fragment() == chapter("Help", Language.ENGLISH).anchor
        help_window.close()
        licences.activateWindow()
        qtbot.waitUntil(licences.isActiveWindow)
    assert [entry.text() for entry in licences.actions()].count("&Manual") == 1
    licences.reject()
    about.reject()


def test_f1_works_in_a_dialog_above_one_that_never_had_the_focus(qtbot: QtBot, open_window: Opened) -> None:
    below = QDialog(open_window())
    below.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    below.show()
    above = QDialog(below)
    field = QLineEdit(above)
    above.show()
    qtbot.waitUntil(field.hasFocus)
    assert below.actions() == []
    QTest.keySequence(field, QKeySequence("F1"))
    (help_window,) = helps()
    help_window.close()
    above.reject()
    below.reject()


def test_f1_works_in_the_windows_of_the_history_and_in_their_dialogs(qtbot: QtBot, open_window: Opened) -> None:
    window = open_window()
    action(window, "history").trigger()
    history = next(top for top in QApplication.topLevelWidgets() if isinstance(top, HistoryWindow))
    qtbot.waitUntil(history.isActiveWindow)
    assert_f1_opens(qtbot, "The history of the register", history)
    history.activateWindow()
    history.findChild(LookingBack).to(1)
    qtbot.waitUntil(lambda: bool(history.findChildren(ThenWindow)))
    (then,) = history.findChildren(ThenWindow)
    qtbot.waitUntil(then.isActiveWindow)
    assert_f1_opens(qtbot, "The history of the register", then)
    then.activateWindow()
    next(tool for tool in then.findChildren(QAction) if tool.text() == "Print…").trigger()
    qtbot.waitUntil(lambda: bool(then.findChildren(PrintDialog)))
    (dialog,) = then.findChildren(PrintDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert_f1_opens(qtbot, "Printing", dialog)


def test_f1_leads_from_any_page_of_help_to_the_chapter_on_help(qtbot: QtBot, open_window: Opened) -> None:
    action(open_window(), "shortcuts").trigger()
    (help_window,) = helps()
    qtbot.waitUntil(help_window.isActiveWindow)
    assert_f1_opens(qtbot, "Help", help_window)


def assert_f1_opens(qtbot: QtBot, title: str, above: QWidget) -> None:
    # A window is active before anything in it has the focus, and before the bar of what led to it is gone.
    qtbot.waitUntil(lambda: (focused := QApplication.focusWidget()) is not None and focused.window() is above)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() in (None, above))
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("F1"))
    (help_window,) = helps()
    assert page(help_window).fragment() == chapter(title, Language.ENGLISH).anchor
    help_window.close()


@pytest.fixture
def program(
    qapp: QApplication, qtbot: QtBot, session: Session, home: Home, tmp_path: Path, undressed: None
) -> Iterator[Program]:
    new_program = Program(qapp, home, Settings(tmp_path / "settings.json"))
    new_program.start(session.path)
    ready(new_program, qtbot)
    yield new_program
    window_of(new_program).give_way()
    new_program.close()


def test_help_stays_open_at_its_chapter_in_another_language(program: Program, qtbot: QtBot) -> None:
    action(window_of(program), "manual").trigger()
    (help_window,) = helps()
    url = QUrl.fromLocalFile(str(manual(Language.ENGLISH)))
    url.setFragment(chapter("Backups", Language.ENGLISH).anchor)
    help_window.show_page(url)
    help_window.setGeometry(QRect(120, 140, 700, 500))
    speak(program, "fr", qtbot)
    (help_anew,) = helps()
    assert page(help_anew).toLocalFile() == str(manual(Language.FRENCH))
    assert page(help_anew).fragment() == chapter("Backups", Language.FRENCH).anchor
    assert help_anew.geometry() == QRect(120, 140, 700, 500)
    window_of(program).close()
    assert helps() == [], "it goes with the window that it is for"


def test_help_that_was_closed_stays_closed(program: Program, qtbot: QtBot) -> None:
    action(window_of(program), "shortcuts").trigger()
    helps()[0].close()
    speak(program, "fr", qtbot)
    assert helps() == []


@pytest.mark.parametrize("language", Language)
def test_each_chapter_leads_to_itself_and_back_in_the_other_language(language: Language) -> None:
    for other in Language:
        for found_chapter in chapters(manual(language)):
            url = QUrl.fromLocalFile(str(manual(language)))
            url.setFragment(found_chapter.anchor)
            assert spoken(spoken(url, other), language) == url
            assert spoken(url, other).toLocalFile() == str(manual(other))
    assert spoken(KEYS, language) == KEYS


def test_f1_works_beside_another_window(qtbot: QtBot, open_window: Opened) -> None:
    other, window = open_window(), open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    action(window, "new").trigger()
    dialog = next(box for box in window.findChildren(QDialog) if box.isVisible())
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("F1"))
    assert len(helps()) == 1
    helps()[0].close()
    dialog.reject()
    other.close()
