"""A window that is made anew for another language shows what the one before it showed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.app.program import Program
from riskdesk.desk import items, risks
from riskdesk.desk.session import Session
from riskdesk.domain.history import StepCriteria
from riskdesk.domain.values import Language
from riskdesk.kit.settings import Settings
from riskdesk.ui.assess.mode import AssessingMode
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.history.window import HistoryWindow
from riskdesk.ui.notices.last_notices import NoticesButton
from riskdesk.ui.notices.notices import Notices
from riskdesk.ui.shell.choices import LANGUAGE, SCHEME
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.list import RegisterList
from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.ui.conftest import action, inspector_field, sheet, tree_of
from tests.ui.programs import ready, speak, window_of


@pytest.fixture
def program(
    qapp: QApplication, qtbot: QtBot, session: Session, home: Home, settings: Settings, undressed: None
) -> Iterator[Program]:
    new_program = Program(qapp, home, settings)
    new_program.start(session.path)
    ready(new_program, qtbot)
    yield new_program
    window_of(new_program).give_way()
    new_program.close()


def view_of(window: MainWindow, kind: type) -> RegisterList | AssessingMode:
    (view,) = window.findChildren(kind)
    return view


def test_the_search_goes_on_at_its_hit_and_what_was_selected_stays(program: Program, qtbot: QtBot) -> None:
    window, workbench = window_of(program), program._workbench
    assert workbench is not None
    window._search._field.setText("staff")
    window._search.next()
    workbench.select([list(workbench.tree().risks)[20].id])
    hits, selection = window._search.hits_text, workbench.selection
    assert hits.startswith("2 of ")
    window = speak(program, "fr", qtbot)
    assert (window._search.text, window._search.hits_text) == ("staff", hits.replace("of", "sur"))
    assert workbench.selection == selection
    window._search.next()
    assert window._search.hits_text.startswith("3 sur ")


def test_the_list_is_filtered_as_it_was_and_as_large(program: Program, qtbot: QtBot, settings: Settings) -> None:
    window = window_of(program)
    action(window, "view_list").trigger()
    view = view_of(window, RegisterList)
    view.listed.ask(view.listed.listing.filtered("text", "lack"))
    view.commands["zoom_in"]()
    shown = [row.item.id for row in view.listed.shown]
    assert 0 < len(shown) < view.listed.total
    again = view_of(speak(program, "fr", qtbot), RegisterList)
    assert [row.item.id for row in again.listed.shown] == shown
    assert again.zoom == pytest.approx(1.1)
    Settings.settle()
    assert b"lack" not in settings.path.read_bytes(), "filters are forgotten with the program"


def test_writing_goes_on_where_the_caret_was(program: Program, qtbot: QtBot) -> None:
    writing = sheet(window_of(program)).writing
    row = first_risk(program)
    writing.open(row, 5)
    writing.editor.insertPlainText("😀 new")
    line, caret = writing.line, writing.editor.textCursor().position()
    assert line is not None
    again = sheet(speak(program, "fr", qtbot)).writing
    assert again.line is not None
    assert again.line.key == line.key
    assert "😀 new" in again.line.stored
    assert again.editor.textCursor().position() == caret
    again.finish()
    assert sheet(speak(program, "en", qtbot)).writing.line is None


def first_risk(program: Program) -> int:
    lines = sheet(window_of(program)).lines.content.lines
    return next(row for row, line in enumerate(lines) if line.kind is LineKind.RISK)


def test_the_history_stays_open_at_its_place(program: Program, qtbot: QtBot) -> None:
    action(window_of(program), "history").trigger()
    (history,) = histories()
    place = QRect(120, 90, 700, 400)
    history.setGeometry(place)
    speak(program, "fr", qtbot)
    (again,) = histories()
    assert again is not history
    assert again.geometry() == place
    assert again.windowTitle().startswith("Historique de")
    again.close()
    speak(program, "en", qtbot)
    assert histories() == []


def test_the_history_lists_the_steps_that_were_searched_for_with_the_same_one_current(
    program: Program, qtbot: QtBot
) -> None:
    workbench = program._workbench
    assert workbench is not None
    first, second = (risk.id for risk in list(workbench.tree().risks)[:2])
    for number, identity in enumerate((first, second, first, first)):
        workbench.run(risks.edit(identity, note=f"kept {number}"))
    action(window_of(program), "history").trigger()
    (history,) = histories()
    criteria = StepCriteria(history._model.step(1).who, "risk", "note", "kept")
    history._filters.choose(criteria)
    history._view.setCurrentIndex(history._model.index(3, 0))
    step = history.place.step
    assert (history._model.count, step) == (4, history._model.step(3).number)
    speak(program, "fr", qtbot)
    (again,) = histories()
    assert (again.place.criteria, again._model.count, again.place.step) == (criteria, 4, step)


def histories() -> list[HistoryWindow]:
    tops = QApplication.topLevelWidgets()
    return [top for top in tops if isinstance(top, HistoryWindow) and top.isVisible()]


def test_assessing_goes_on_at_its_risk(program: Program, qtbot: QtBot) -> None:
    window = window_of(program)
    action(window, "assessing").trigger()
    mode = view_of(window, AssessingMode)
    mode.go_on()
    assert mode._risk is not None
    window = speak(program, "fr", qtbot)
    again = view_of(window, AssessingMode)
    qtbot.waitUntil(again.isVisible)
    assert again._risk == mode._risk


def test_a_language_that_is_chosen_already_leaves_the_window_as_it_is(program: Program, qtbot: QtBot) -> None:
    window = speak(program, "fr", qtbot)
    program._speak("fr")
    qtbot.wait(50)
    assert window_of(program) is window


def test_a_language_that_another_program_chose_meanwhile_can_be_chosen(
    program: Program, qtbot: QtBot, settings: Settings
) -> None:
    speak(program, "en", qtbot)
    Settings(settings.path).set(LANGUAGE, "fr")
    Settings.settle()
    # Saving one value reads the others.
    settings.set(SCHEME, "dark")
    Settings.settle()
    speak(program, "fr", qtbot)
    assert ui_language() is Language.FRENCH
    Settings(settings.path).set(LANGUAGE, "en")
    Settings.settle()
    settings.set(SCHEME, "light")
    Settings.settle()
    program._speak("fr")
    qtbot.waitUntil(lambda: Settings(settings.path).get(LANGUAGE) == "fr")


@pytest.mark.parametrize("name", ["go_registers", "go_categories", "go_inspector", "go_preview", "go_gaps", "find"])
def test_the_focus_stays_in_its_area(program: Program, qtbot: QtBot, name: str) -> None:
    window = window_of(program)
    if name in ("go_preview", "go_gaps"):
        action(window, name.replace("go", "show")).trigger()
    action(window, name).trigger()
    before = window.focusWidget()
    assert before is not sheet(window)
    after = speak(program, "fr", qtbot).focusWidget()
    assert after is not before
    assert type(after) is type(before)


@pytest.mark.parametrize("field", ["owner", "note"])
def test_writing_goes_on_in_the_inspector_where_the_caret_was(program: Program, qtbot: QtBot, field: str) -> None:
    workbench = program._workbench
    assert workbench is not None
    workbench.select([list(workbench.tree().risks)[20].id])
    before = inspector_field(window_of(program), field)
    before.setFocus()
    QTest.keyClicks(before, "A new text")
    QTest.keyClick(before, Qt.Key.Key_Left)
    window = speak(program, "fr", qtbot)
    assert window.focusWidget() is inspector_field(window, field)
    QTest.keyClicks(window.focusWidget(), "s")
    assert workbench.commit()
    risk = list(workbench.tree().risks)[20]
    assert "A new texst" in str(getattr(risk, field))


def test_the_last_notices_stay_with_their_buttons(program: Program, qtbot: QtBot) -> None:
    window, workbench = window_of(program), program._workbench
    assert workbench is not None
    first, *others = tree_of(workbench).categories
    workbench.run(items.delete([first.category.id]))
    taken: list[str] = []
    workbench.post(Notice("Its own", "Do", lambda: taken.append("own"), owner=window))
    workbench.post(Notice("Anybody’s", "Do", lambda: taken.append("any")))
    before = [timed.notice.text for timed in notices_of(window).last_notices]
    window = speak(program, "fr", qtbot)
    again = notices_of(window)
    assert [timed.notice.text for timed in again.last_notices] == before
    assert again._bar.isVisible()
    button = window.findChild(NoticesButton)
    assert button is not None
    assert button.isEnabled()
    anybodys, its_own, deleted = (timed.notice for timed in again.last_notices[:3])
    qtbot.waitUntil(lambda: not again.can(its_own))
    assert again.can(anybodys)
    again.do(anybodys)
    again.do(deleted)
    assert taken == ["any"]
    assert len(tree_of(workbench).categories) == len(others) + 1


def test_what_was_shown_is_handed_on_by_a_window_that_is_replaced_before_it_is_complete(
    program: Program, qtbot: QtBot
) -> None:
    window, workbench = window_of(program), program._workbench
    assert workbench is not None
    workbench.post(Notice("Done"))
    sheet(window).setFocus()
    program._renew_window("fr")
    between = window_of(program)
    assert not between.findChildren(Notices)
    again = speak(program, "en", qtbot)
    assert again is not between
    assert [timed.notice.text for timed in notices_of(again).last_notices] == ["Done"]
    qtbot.waitUntil(lambda: again.focusWidget() is sheet(again))


def notices_of(window: MainWindow) -> Notices:
    (notices,) = window.findChildren(Notices)
    return notices


@pytest.mark.parametrize(
    "state", [Qt.WindowState.WindowFullScreen, Qt.WindowState.WindowMaximized, Qt.WindowState.WindowNoState]
)
def test_the_window_is_as_large_as_it_was(program: Program, qtbot: QtBot, state: Qt.WindowState) -> None:
    window_of(program).setWindowState(state)
    assert speak(program, "fr", qtbot).windowState() & ~Qt.WindowState.WindowActive == state
