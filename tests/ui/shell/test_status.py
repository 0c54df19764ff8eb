"""The status line: its buttons can be reached in any window, and its numbers are whole or not shown."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from bench.generate import register
from riskdesk.desk import registers, risks
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileReplaced
from riskdesk.domain.values import Language
from riskdesk.kit import translations
from riskdesk.kit.quiet import QuietButton
from riskdesk.kit.theme import Theme
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.gaps import GapsButton
from riskdesk.ui.notices.last_notices import NoticesButton
from riskdesk.ui.shell.search import SearchBox
from riskdesk.ui.shell.status import StatusLine
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.shell.window_title import FileLabel
from tests.ui.conftest import Letters, Opened, read_only


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, undressed: None) -> None:
    """Widths are those of the style that people see."""
    Theme(qapp)


@pytest.fixture(params=["en", "fr"])
def window(request: pytest.FixtureRequest, qapp: QApplication, open_window: Opened) -> Iterator[MainWindow]:
    translations.install(qapp, request.param)
    opened = open_window()
    yield opened
    opened.close()


def visible_parts(window: MainWindow) -> list[QWidget]:
    """What stands in the line, from its left."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    parts = [part for part in window.findChild(StatusLine).findChildren(QWidget, options=direct) if part.isVisible()]
    return sorted((part for part in parts if not part.isWindow()), key=lambda part: part.x())


def resized(window: MainWindow, qtbot: QtBot, width: int) -> None:
    """Give the window a width, and wait until all that stands in the line has its place there."""
    window.resize(width, 600)
    line = window.findChild(StatusLine)
    qtbot.waitUntil(lambda: line.width() == width and visible_parts(window)[-1].geometry().right() < width)


def test_nothing_is_cut_and_no_button_goes(window: MainWindow, qtbot: QtBot) -> None:
    for width in (1366, 1100, 960, 840, 760, 720):
        resized(window, qtbot, width)
        assert [part for part in visible_parts(window) if part.width() < part.minimumSizeHint().width()] == [], width
        for kind in (FileLabel, GapsButton, NoticesButton):
            assert window.findChild(kind) in visible_parts(window), width


def test_large_letters_leave_its_buttons_there(
    qapp: QApplication, letters: Letters, open_window: Opened, qtbot: QtBot
) -> None:
    translations.install(qapp, "fr")
    letters(15)
    window = open_window()
    window.resize(720, 600)
    line = window.findChild(StatusLine)
    qtbot.waitUntil(lambda: line.width() == 720 and window.findChild(GapsButton) in visible_parts(window))
    # What was saved gives way as far as it has to, and is whole for those who listen.
    assert visible_parts(window)[-1].geometry().right() < 720
    assert visible_parts(window)[0].width() > 100
    assert texts(window)[0] == "Toutes les modifications sont enregistrées"
    letters(10)
    window.resize(1366, 600)
    qtbot.waitUntil(lambda: line.width() == 1366 and len(visible_parts(window)) == 6)
    assert visible_parts(window)[0].width() >= visible_parts(window)[0].sizeHint().width()


@pytest.mark.parametrize("points", [6, 8, 9, 11, 14, 15, 16, 20])
def test_the_status_line_is_as_high_before_its_buttons_come(
    letters: Letters, workbench: Workbench, points: int
) -> None:
    letters(points)
    window = QMainWindow()
    line = StatusLine(workbench, window)
    before = line.sizeHint().height()
    button = QuietButton("bell", line)
    button.setText("Notices")
    line.addPermanentWidget(button)
    assert line.sizeHint().height() == before


def test_the_numbers_come_back_with_the_room(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(720, 600)
    qtbot.waitUntil(lambda: len(visible_parts(window)) < 6)
    window.resize(1366, 600)
    qtbot.waitUntil(lambda: len(visible_parts(window)) == 6)


def test_a_message_of_a_search_keeps_its_room(window: MainWindow, qtbot: QtBot) -> None:
    line = window.findChild(StatusLine)
    resized(window, qtbot, 720)
    before = visible_parts(window)[1:]
    line.tell_place("risk R-01")
    assert visible_parts(window) == before
    assert "R-01" in line.currentMessage()


def test_a_message_ends_before_the_name_of_the_file(window: MainWindow, workbench: Workbench, qtbot: QtBot) -> None:
    line, file = window.findChild(StatusLine), window.findChild(FileLabel)
    window.resize(720, 600)
    qtbot.waitUntil(lambda: line.width() == 720 and window.findChild(GapsButton) in visible_parts(window))
    # Cut as it is, it takes what other parts leave.
    file.setText(f"{'long name ' * 12}2026.riskdesk")
    qtbot.waitUntil(lambda: file.width() < file.sizeHint().width())
    line.tell_place(f"risk {'R-01 ' * 50}")
    QApplication.processEvents()
    assert line.fontMetrics().horizontalAdvance(line.currentMessage()) < file.x()


def test_without_a_register_its_numbers_have_no_place(window: MainWindow, workbench: Workbench, qtbot: QtBot) -> None:
    register = workbench.register_id
    window.resize(1366, 600)
    qtbot.waitUntil(lambda: len(visible_parts(window)) == 6)
    # What is missing is counted later on a busy machine, and its button comes then.
    before = texts(window)
    workbench.open_register(None)
    assert set(texts(window)) < set(before)
    assert "" not in texts(window)
    workbench.open_register(register)
    assert texts(window) == before


def texts(window: MainWindow) -> list[str]:
    return [part.text() for part in visible_parts(window) if isinstance(part, QLabel)]


def test_thousands_are_set_apart_as_the_language_does(window: MainWindow, workbench: Workbench, qtbot: QtBot) -> None:
    counts_text, hits_text = {
        Language.ENGLISH: ("1,200 risks", "1 of 1,201"),
        Language.FRENCH: ("1\u202f200 risques", "1 sur 1\u202f201"),
    }[ui_language()]
    window.resize(1366, 600)
    workbench.session.run(registers.add(register(1200, 1)))
    assert workbench.open_register(workbench.registers()[-1].id)
    qtbot.waitUntil(lambda: counts_text in " ".join(texts(window)))
    box = window.findChild(SearchBox)
    box.findChild(QLineEdit).setText("R-")
    qtbot.waitUntil(lambda: box.hits_text == hits_text)


def test_when_the_last_change_was_saved_stays_told_as_another_register_opens(
    open_window: Opened, workbench: Workbench
) -> None:
    saved = visible_parts(open_window())[0]
    assert isinstance(saved, QLabel)
    first = workbench.register_id
    workbench.run(registers.duplicate(str(first)))
    assert workbench.register_id != first
    text = saved.text()
    assert text.startswith("Saved ")
    workbench.open_register(first)
    assert saved.text() == text


def test_nobody_is_told_that_all_is_saved_while_the_file_is_gone(
    window: MainWindow, workbench: Workbench, notices: list[str]
) -> None:
    line = window.findChild(StatusLine)
    told = {text: [] for text in ("before", "gone", "back")}
    for when, problem in (
        ("before", None),
        ("gone", FileReplaced(workbench.session.path, is_gone=True)),
        ("back", None),
    ):
        workbench.note_replaced(problem)
        line.tell_saved()
        told[when] = [visible_parts(window)[0].text(), notices.pop()]
    all_saved = {"en": "All changes are saved", "fr": "Toutes les modifications sont enregistrées"}[ui_language().value]
    assert told["before"] == told["back"] == [all_saved] * 2
    assert set(told["gone"]) <= {"File deleted, moved or replaced", "Fichier supprimé, déplacé ou remplacé"}


@read_only
def test_a_file_that_can_only_be_read_is_said_to_be_whatever_somebody_else_writes(
    open_window: Opened, workbench: Workbench
) -> None:
    window = open_window()
    with closing(Session.open(workbench.session.path, "Marat")) as other:
        other.run(risks.edit(next(workbench.tree().risks).id, owner="Marat"))
    workbench.read_changes_of_others()
    assert next(workbench.tree().risks).owner == "Marat"
    assert "Read only" in [label.text() for label in window.findChild(StatusLine).findChildren(QLabel)]
