"""The history of the register in a window of its own, and the register as it was in another."""

import gc
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QTextFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QTreeView,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from riskdesk.desk import items, mitigations, registers, risks, saved_views
from riskdesk.desk.action import in_turn
from riskdesk.desk.item_names import Names
from riskdesk.desk.register_steps import ReadStep, StepsPage
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.history import StepCriteria
from riskdesk.domain.step import Change, Step
from riskdesk.domain.story import Story
from riskdesk.domain.text import short
from riskdesk.domain.values import Language
from riskdesk.kit import apart
from riskdesk.kit.colours import LIGHT
from riskdesk.kit.fields import DateField
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import UNIT, Scheme, Theme
from riskdesk.store import copying
from riskdesk.store.history import History
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.history import steps, then
from riskdesk.ui.history.steps import WHAT, WHO, StepsModel
from riskdesk.ui.history.text import ReadText
from riskdesk.ui.history.then import ThenWindow
from riskdesk.ui.history.window import HistoryWindow
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.transfer.export import ExportDialog
from riskdesk.ui.views.sheet import Sheet
from riskdesk.ui.views.sheet.showing.fate import Fate
from tests.ui.conftest import Opened, action, tree_of
from tests.ui.history.links import follow, links
from tests.ui.inspector.conftest import first_risk

Show = Callable[[], HistoryWindow]


@pytest.fixture
def show(qtbot: QtBot, workbench: Workbench, settings: Settings) -> Iterator[Show]:
    windows: list[HistoryWindow] = []

    def show_window() -> HistoryWindow:
        windows.append(HistoryWindow(workbench, settings, PrintChoice(settings)))
        windows[-1].come_up()
        qtbot.waitUntil(windows[-1].isActiveWindow)
        return windows[-1]

    yield show_window
    for window in windows:
        shiboken6.delete(window)


@pytest.fixture
def busy(workbench: Workbench) -> Workbench:
    """Some steps of two people."""
    first, second, third, *_ = tree_of(workbench).risks
    workbench.run(risks.edit(first.id, owner="Anna"))
    workbench.run(risks.edit(second.id, note="A déjà vu"))
    workbench.session.who = "Marat"
    workbench.run(items.delete([third.id]))
    workbench.undo()
    return workbench


def view(window: HistoryWindow) -> QTreeView:
    tree_view = window.findChild(QTreeView)
    assert isinstance(tree_view, QTreeView)
    return tree_view


def model(window: HistoryWindow) -> StepsModel:
    steps_model = window.findChild(StepsModel)
    assert isinstance(steps_model, StepsModel)
    return steps_model


def listed_texts(window: HistoryWindow, column: int = WHAT) -> list[str]:
    """What is listed, without the days."""
    steps = model(window)
    rows = [row for row in range(steps.rowCount()) if steps.step(row) is not None]
    return [steps.index(row, column).data() for row in rows]


def text(window: HistoryWindow) -> ReadText:
    child = window.findChild(ReadText)
    assert isinstance(child, ReadText)
    return child


def box(window: HistoryWindow, name: str) -> QComboBox:
    return next(combo for combo in window.findChildren(QComboBox) if combo.accessibleName() == name)


def choose(window: HistoryWindow, name: str, words: str) -> None:
    combo = box(window, name)
    place = combo.findText(words)
    assert place >= 0, [combo.itemText(at) for at in range(combo.count())]
    combo.setFocus()
    while combo.currentIndex() != place:
        QTest.keyClick(combo, Qt.Key.Key_Down if combo.currentIndex() < place else Qt.Key.Key_Up)


def search(window: HistoryWindow, words: str) -> None:
    line_edit = next(field for field in window.findChildren(QLineEdit) if field.accessibleName() == "Text")
    line_edit.setFocus()
    QTest.keyClicks(line_edit, words)


def lead_to(window: HistoryWindow, number: int) -> None:
    """Go down to the step of that number; between steps that were taken on several days, there are more rows."""
    steps, tree_view = model(window), view(window)
    (row_of_step,) = (row for row in range(steps.rowCount()) if (step := steps.step(row)) and step.number == number)
    while tree_view.currentIndex().row() < row_of_step:
        QTest.keyClick(tree_view, Qt.Key.Key_Down)


def test_nothing_is_told_where_the_keyboard_is_at_a_day(show: Show) -> None:
    window = show()
    QTest.keyClick(view(window), Qt.Key.Key_Home)
    assert not view(window).selectionModel().hasSelection()
    assert text(window).toPlainText() == ""
    QTest.keyClick(view(window), Qt.Key.Key_Down)
    assert text(window).toPlainText()


def test_steps_by_days_with_what_they_were_about(show: Show, busy: Workbench) -> None:
    window = show()
    assert listed_texts(window) == [
        "Undone: Delete risk · R-03",
        "Delete risk · R-03 (undone)",
        "Edit risk · R-02",
        "Edit risk · R-01",
        "New register",
    ]
    assert listed_texts(window, WHO) == ["Marat", "Marat", "A. Tester", "A. Tester", "A. Tester"]
    steps = model(window)
    assert steps.step(0) is None
    assert view(window).isFirstColumnSpanned(0, view(window).rootIndex())
    assert view(window).currentIndex().row() == 1


def test_only_the_step_that_stays_the_current_one_is_written(
    show: Show, busy: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, numbers = show(), list[int]()
    lead_to(window, 2)
    row = view(window).currentIndex().row()
    current = model(window).step(row)
    assert current is not None
    write = HistoryWindow._write

    def noting_write(window: HistoryWindow, read: ReadStep, story: Story) -> None:
        numbers.append(read.step.number)
        write(window, read, story)

    monkeypatch.setattr(HistoryWindow, "_write", noting_write)
    busy.run(risks.edit(first_risk(busy).id, note="Another"))
    assert numbers == [current.number]
    assert model(window).step(view(window).currentIndex().row()) == current


def test_what_was_deleted_since_is_named_in_the_steps_before(show: Show, workbench: Workbench) -> None:
    entry = next(entry for entry in tree_of(workbench).entries if entry.risks and entry.mitigations)
    risk, mitigation = entry.risks[0], entry.mitigations[0]
    workbench.run(risks.edit(risk.id, note="A note"))
    workbench.run(mitigations.edit(mitigation.id, action_owner="Anna"))
    workbench.run(items.delete([entry.entry.id]))
    window = show()
    deletion, of_mitigation, of_risk = listed_texts(window)[:3]
    assert deletion.removeprefix("Delete entry · ") == short(risk.description)
    assert of_mitigation.removeprefix("Edit mitigation · ") == short(mitigation.description)
    assert of_risk == "Edit risk · R-01"
    lead_to(window, 2)
    assert text(window).toPlainText().splitlines()[4].startswith("Risk R-01 “")


def test_what_was_saved_under_a_name_is_named_in_its_step(show: Show, workbench: Workbench) -> None:
    assert workbench.register_id is not None
    assert workbench.run(saved_views.keep(workbench.register_id, "Unassessed", "{}")).step is not None
    assert listed_texts(show())[0] == "Save view · Unassessed"


def test_a_step_of_more_items_than_are_named_names_none_whichever_are_left(show: Show, workbench: Workbench) -> None:
    four = [risk.id for risk in tree_of(workbench).risks][:4]
    workbench.run(in_turn([risks.edit(risk, owner="Anna") for risk in four]))
    workbench.run(items.delete(four[:1]))
    assert listed_texts(show())[1] == "Edit risk"


def test_a_step_opens_to_its_changes(show: Show, busy: Workbench) -> None:
    window = show()
    lead_to(window, 3)
    lines = text(window).toPlainText().splitlines()
    assert lines[1] == "Edit risk"
    assert lines[4].startswith("Risk R-02 “")
    assert lines[5:] == ["Note", "A déjà vu"]


@pytest.mark.parametrize(
    ("who", "what", "words", "expected"),
    [
        ("Marat", "", "", ["Undone: Delete risk · R-03", "Delete risk · R-03 (undone)"]),
        ("", "Risk: owner", "", ["Edit risk · R-01"]),
        ("", "Register: title", "", ["New register"]),
        ("", "", "deja VU", ["Edit risk · R-02"]),
        ("Marat", "Risk: note", "", []),
        ("", "", "<b>", []),
    ],
)
def test_which_steps_are_listed(
    show: Show, busy: Workbench, qtbot: QtBot, who: str, what: str, words: str, expected: list[str]
) -> None:
    window = show()
    if who:
        choose(window, "Who", who)
    if what:
        choose(window, "What", what)
    search(window, words)
    qtbot.waitUntil(lambda: model(window).is_whole)
    assert listed_texts(window) == expected
    assert bool(text(window).toPlainText()) == bool(expected)


@pytest.fixture
def long(workbench: Workbench, tmp_path: Path) -> Workbench:
    """A register whose first risk was given an owner, and then 450 notes."""
    risk = first_risk(workbench)
    workbench.run(risks.edit(risk.id, owner="Anna"))
    steps = workbench.session._store.steps()
    for number in range(450):
        change = Change("risk", risk.id, {"note": str(number) if number else ""}, {"note": str(number + 1)})
        steps.append(Step(len(steps) + 1, steps[0].at, "me", "Edit risk", (change,)))
    copying.write(tmp_path / "long.riskdesk", steps)
    workbench.change_session(Session.open(tmp_path / "long.riskdesk", "me"))
    return workbench


def test_the_list_is_read_as_it_is_scrolled(
    show: Show, long: Workbench, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    window = show()
    steps = model(window)
    for count in (200, 400, 452):
        assert steps.count == count
        view(window).scrollToBottom()
        qtbot.waitUntil(lambda count=count: steps.count > count or steps.is_whole)
    assert steps.is_whole
    qtmodeltester.check(steps)


def test_what_is_rare_is_found_far_back(
    show: Show, long: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, pages, told = steps.read_page, list[int](), set[str]()

    def noting(past: History, names: Names, register: str, before: int, most: int, criteria: StepCriteria) -> StepsPage:
        pages.append(most)
        return read(past, names, register, before, most, criteria)

    monkeypatch.setattr(steps, "_PAGE", 20)
    monkeypatch.setattr(steps, "read_page", noting)
    window = show()
    model(window).looked.connect(lambda: told.update(label.text() for label in window.findChildren(QLabel)))
    search(window, "anna")
    qtbot.waitUntil(lambda: model(window).is_whole)
    assert listed_texts(window) == ["Edit risk · R-01"]
    # Where nothing is found, twice as many are searched each time.
    assert pages[-5:] == [20, 40, 80, 160, 320]
    assert "0 steps so far; the search goes on…" in told


def test_the_window_follows_steps_and_registers(show: Show, busy: Workbench) -> None:
    window = show()
    busy.run(risks.edit(first_risk(busy).id, owner="Nobody"))
    assert listed_texts(window)[0] == "Edit risk · R-01"
    # The one that was looked at is still looked at.
    assert model(window).step(view(window).currentIndex().row()).number == 5  # type: ignore[union-attr]
    busy.run(registers.add(template("blank", Language.ENGLISH)))
    assert len(listed_texts(window)) == 1
    assert window.windowTitle() == "History of “Untitled register”"


def test_of_another_file_the_last_step_is_shown_whatever_was_shown_of_the_one_before(
    show: Show, busy: Workbench, tmp_path: Path
) -> None:
    window = show()
    lead_to(window, 1)
    path = tmp_path / "other.riskdesk"
    with closing(Session.create(path, "Marat")) as other:
        other.run(registers.add(template("blank", Language.ENGLISH)))
        register = other.registers()[0].id
        for title in ("One", "Two"):
            other.run(registers.edit(register, title=title))
    busy.change_session(Session.open(path, "Marat"))
    assert current_number(window) == 3
    assert "“Two”" in text(window).toPlainText()


def test_the_history_comes_up_from_the_menu_and_goes_with_the_window(
    open_window: Opened, workbench: Workbench, qtbot: QtBot
) -> None:
    window = open_window()
    action(window, "history").trigger()
    history = window._rooms.history._history
    assert history is not None
    assert history.isVisible()
    window.close()
    assert not history.isVisible()


def test_opened_anew_it_begins_at_what_was_done_last(show: Show, busy: Workbench) -> None:
    window = show()
    lead_to(window, 1)
    window.come_up()
    assert current_number(window) == 1, "it was open"
    window.close()
    step = busy.run(risks.edit(first_risk(busy).id, note="Last")).step
    assert step is not None
    window.come_up()
    assert current_number(window) == step.number


def test_closed_it_reads_nothing_of_the_file_that_is_opened_next(
    show: Show, busy: Workbench, tmp_path: Path, qtbot: QtBot, qapp: QApplication, undressed: None
) -> None:
    window, theme = show(), Theme(qapp, Scheme.LIGHT)
    window.close()
    other = Session.create(tmp_path / "new.riskdesk", "A. Tester")
    busy.change_session(other)
    with qtbot.captureExceptions() as faults:
        theme.choose(Scheme.DARK)
        view(window).verticalScrollBar().valueChanged.emit(1_000_000)
        QApplication.processEvents()
    assert faults == []
    other.run(registers.add(template("blank", Language.ENGLISH)))
    busy.open_register(busy.registers()[0].id)
    window.come_up()
    assert len(listed_texts(window)) == 1
    assert "New register" in text(window).toPlainText()


def current_number(window: HistoryWindow) -> int | None:
    step = model(window).step(view(window).currentIndex().row())
    return None if step is None else step.number


def then_window_of(window: HistoryWindow, qtbot: QtBot) -> ThenWindow:
    qtbot.waitUntil(lambda: bool(window.findChildren(ThenWindow)))
    return window.findChildren(ThenWindow)[-1]


def look_back(window: HistoryWindow, qtbot: QtBot) -> ThenWindow:
    """Show the register as it was once it was made."""
    lead_to(window, 1)
    follow(text(window), "Show the register as it was after this step")
    return then_window_of(window, qtbot)


def test_the_register_as_it_was_with_what_became_of_it(show: Show, busy: Workbench, qtbot: QtBot) -> None:
    first, second, third, *_ = tree_of(busy).risks
    busy.run(items.delete([second.id]))
    then_window = look_back(show(), qtbot)
    assert then_window.windowTitle().startswith(f"“{tree_of(busy).register.title}” as it was on ")
    sheet = then_window.findChild(Sheet)
    assert isinstance(sheet, Sheet)
    rows = sheet.lines.content.rows
    assert [sheet.lines.fate(rows[risk.id]) for risk in (first, second, third)] == [Fate.CHANGED, Fate.REMOVED, None]
    assert sheet.lines.described(rows[second.id]).startswith("removed since, ")
    told_since = [line for line in then_window.list.toPlainText().splitlines() if line]
    assert told_since[0] == "Changed since (1)"
    assert told_since[1].startswith("Risk R-01 “")
    assert told_since[2] == "Removed since (1)"


def test_a_link_leads_to_the_place_on_the_sheet(show: Show, busy: Workbench, qtbot: QtBot) -> None:
    last = list(tree_of(busy).risks)[-1]
    busy.run(risks.edit(last.id, owner="Anna"))
    then_window = look_back(show(), qtbot)
    fragments: list[QTextFragment] = links(then_window.list)
    follow(then_window.list, fragments[-1].text())
    assert then_window.sheet.selected_ids() == (last.id,)


@pytest.mark.parametrize(("larger", "usual"), [("Ctrl++", "Ctrl+0"), ("Ctrl+=", "Ctrl+À")])
def test_keys_make_the_past_larger_and_smaller(
    show: Show, busy: Workbench, qtbot: QtBot, larger: str, usual: str
) -> None:
    then_window = look_back(show(), qtbot)
    assert QTest.qWaitForWindowActive(then_window)
    size = then_window.sheet.zoom
    QTest.keySequence(then_window.sheet, QKeySequence(larger))
    assert then_window.sheet.zoom > size
    QTest.keySequence(then_window.sheet, QKeySequence(usual))
    assert then_window.sheet.zoom == size


def test_it_stays_open_while_it_is_printed(
    show: Show, busy: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    then_window = look_back(show(), qtbot)
    monkeypatch.setattr(then, "show_writing", lambda windows: windows == [then_window])
    then_window.close()
    assert then_window.isVisible()
    monkeypatch.undo()
    then_window.close()
    assert not then_window.isVisible()


def test_nothing_can_be_written_into_the_past(show: Show, busy: Workbench, qtbot: QtBot) -> None:
    then_window = look_back(show(), qtbot)
    before, steps = busy.session.path.read_bytes(), busy.session.undoable(None)
    sheet = then_window.sheet
    qtbot.waitUntil(then_window.isActiveWindow)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_F2, Qt.Key.Key_Delete):
        QTest.keyClick(sheet, key)
    QTest.keyClicks(sheet, "text")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.writing.row is None
    then_window._bench.run(risks.edit(first_risk(busy).id, owner="Nobody"))
    assert then_window.findChildren(QMessageBox)
    assert busy.session.path.read_bytes() == before
    assert busy.session.undoable(None) == steps


@pytest.mark.parametrize(("typed", "begins"), [("31/12/2199", True), ("01/01/1900", False)])
def test_a_day_is_looked_back_to(show: Show, busy: Workbench, qtbot: QtBot, typed: str, begins: bool) -> None:  # noqa: FBT001
    window = show()
    field = window.findChild(DateField)
    assert isinstance(field, DateField)
    field.setFocus()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    if begins:
        assert then_window_of(window, qtbot).list.toPlainText() == "Nothing has changed since."
    else:
        assert text(window).toPlainText() == "On that day, the history of the register had not begun yet."


@pytest.mark.parametrize("typed", ["", "01/01/99999", "yesterday"])
def test_what_is_no_day_is_not_looked_back_to(show: Show, busy: Workbench, typed: str) -> None:
    window = show()
    field = window.findChild(DateField)
    assert isinstance(field, DateField)
    field.setFocus()
    QTest.keyClicks(field, typed)
    button = next(candidate for candidate in window.findChildren(QPushButton) if candidate.text() == "&Show")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not window.findChildren(ThenWindow)
    assert not window.findChildren(QProgressDialog)
    assert field.hasFocus()
    if typed:
        assert "not a date" in text(window).toPlainText()


def test_the_past_is_exported(show: Show, busy: Workbench, qtbot: QtBot, tmp_path: Path) -> None:
    then_window = look_back(show(), qtbot)
    next(exporting for exporting in then_window.findChildren(QAction) if exporting.text() == "Export PDF…").trigger()
    dialog = then_window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    past = f"{busy.session.history.step(1).at.astimezone():%Y-%m-%d %H.%M}"
    assert dialog.path().name.endswith(f" – Appendix ({past}).pdf"), "it is not to replace what is there today"
    dialog._path.setText(str(tmp_path / "then.pdf"))
    dialog._opens.setChecked(False)
    dialog.accept()
    qtbot.waitUntil((tmp_path / "then.pdf").exists)
    qtbot.waitUntil(lambda: "then.pdf" in then_window.statusBar().currentMessage())


def test_the_journal_is_read_while_the_window_is_painted(
    show: Show, busy: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: dict[str, threading.Thread] = {}

    def see(owner: object, name: str) -> None:
        work = getattr(owner, name)

        def seen(*arguments: Any, **options: Any) -> Any:
            threads[name] = threading.current_thread()
            return work(*arguments, **options)

        monkeypatch.setattr(owner, name, seen)

    for name in ("people", "of_item", "of_register", "short", "undone", "begun"):
        see(History, name)
    see(copying, "still")
    look_back(show(), qtbot)
    assert len(threads) == 7
    assert threading.main_thread() not in threads.values()


def test_steps_that_are_read_meanwhile_are_listed_once(
    show: Show, busy: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = show()
    short_steps = History.short

    def wait(past: History, numbers: Iterable[int]) -> list[Step]:
        time.sleep(0.3)
        return short_steps(past, numbers)

    monkeypatch.setattr(History, "short", wait)
    monkeypatch.setattr(apart, "_MOMENT", 0.01)
    QTimer.singleShot(0, model(window).go_on)
    window._list()
    QTest.qWait(100)
    assert len(listed_texts(window)) == 5


def test_what_the_past_held_is_let_go_of(show: Show, busy: Workbench, qtbot: QtBot) -> None:
    then_window = look_back(show(), qtbot)
    paper_ref = weakref.ref(then_window.sheet._parts.paper)
    then_window.close()
    del then_window
    qtbot.waitUntil(lambda: gc.collect() >= 0 and paper_ref() is None)


@pytest.mark.parametrize("width", [1400, 720])
def test_what_a_step_was_has_room_before_who_took_it(busy: Workbench, show: Show, qtbot: QtBot, width: int) -> None:
    """Who it was is told beside the list, in any case."""
    window = show()
    window.resize(width, 480)
    qtbot.waitUntil(lambda: window.width() == width)
    assert view(window).isColumnHidden(WHO) == (width == 720)
    assert view(window).columnWidth(WHAT) >= 24 * UNIT
    view(window).setCurrentIndex(model(window).index(1, 0))
    assert "Marat" in window.findChild(ReadText).toPlainText()


def test_the_line_around_a_step_stays_within_its_row(
    qapp: QApplication, undressed: None, busy: Workbench, show: Show
) -> None:
    """What were outside of it would stay where it was as the keyboard goes on."""
    Theme(qapp, Scheme.LIGHT)
    window = show()
    view(window).setCurrentIndex(model(window).index(2, 0))
    row, image = view(window).visualRect(view(window).currentIndex()), view(window).viewport().grab().toImage()
    x = view(window).viewport().width() // 2
    outside = [image.pixelColor(x, y).name() for y in (row.top() - 1, row.bottom() + 1)]
    inside = {image.pixelColor(x, y).name() for y in range(row.top(), row.bottom() + 1)}
    assert LIGHT.focus in inside
    assert LIGHT.focus not in outside


def test_a_step_of_many_items_is_laid_out_once(workbench: Workbench, show: Show) -> None:
    ids = [risk.id for risk in tree_of(workbench).risks]
    workbench.run(in_turn([risks.edit(risk, owner="Anna") for risk in ids]))
    window, written = show(), list[object]()
    text(window).document().contentsChange.connect(lambda *place: written.append(place))
    window._show_current()
    # What was there goes, and all comes.
    assert len(written) <= 3
    assert text(window).toPlainText().count("Anna") == len(ids)


def test_the_moved_one_of_many_items_is_told(workbench: Workbench, show: Show) -> None:
    entry, first = next(tree_of(workbench).entries).entry.id, next(tree_of(workbench).risks).id
    workbench.run(risks.add(entry, [f"Risk {number}" for number in range(1_500)]))
    workbench.run(items.place([first], entry, 1_510))
    assert text(show()).toPlainText().count("Moved down") == 1
