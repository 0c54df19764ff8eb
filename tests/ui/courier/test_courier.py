"""Sending to owners and taking their answers in, in the window."""

import errno
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMainWindow, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from riskdesk.desk import registers, risks
from riskdesk.domain.problems import Problem
from riskdesk.domain.step import Step
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.waiting_task import waiting_tasks
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.courier.answers import AnswersDialog
from riskdesk.ui.courier.commands import CourierCommands
from riskdesk.ui.courier.sending import SendDialog
from riskdesk.ui.dialogs.asking import FOLDER
from riskdesk.ui.notices import words
from tests.ui.conftest import Opened, action, tree_of

FIRST = 6


@pytest.fixture
def commands(workbench: Workbench, window: QMainWindow, tmp_path: Path) -> CourierCommands:
    """The commands on a register in which Anna owns two risks and Bruno one."""
    settings = Settings(tmp_path / "settings.json")
    settings.set(FOLDER, str(tmp_path))
    tree = tree_of(workbench)
    for risk, owner in zip(list(tree.risks)[:3], ("Anna", "Anna", "Bruno"), strict=True):
        workbench.run(risks.edit(risk.id, owner=owner, likelihood=2, impact=2))
    return CourierCommands(window, workbench, settings)


def visible_widgets(window: QMainWindow, kind: type) -> list:
    return [candidate for candidate in window.findChildren(kind) if candidate.isVisible()]


def press(dialog: SendDialog | AnswersDialog) -> None:
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)


def sent(commands: CourierCommands, workbench: Workbench, qtbot: QtBot) -> list[Path]:
    dialog = commands.ask_owners()
    assert dialog is not None
    paths = [path for _, path in dialog.deliveries()]
    with qtbot.waitSignal(workbench.notice_posted):
        press(dialog)
    return paths


def answered(path: Path, head: str, value: str) -> Path:
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet.cell(FIRST, next(cell.column for cell in sheet[5] if cell.value == head)).value = value
    book.properties.lastModifiedBy = "Anna A."
    book.save(path)
    return path


def test_without_an_owner_there_is_nobody_to_send_to(workbench: Workbench, window: QMainWindow, tmp_path: Path) -> None:
    raised_problems: list[Problem] = []
    workbench.problem_reported.connect(raised_problems.append)
    assert CourierCommands(window, workbench, Settings(tmp_path / "settings.json")).ask_owners() is None
    assert "has an owner yet" in raised_problems[0].text


def test_each_owner_is_offered_with_what_goes_to_him(commands: CourierCommands) -> None:
    dialog = commands.ask_owners()
    assert dialog is not None
    model = dialog._model
    texts = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert [text.rpartition(" ")[0] for text in texts] == ["Anna – 2", "Bruno – 1"]
    assert dialog._summary.text().startswith("2 workbook")


def test_space_leaves_an_owner_out_and_buttons_choose_all_or_none(commands: CourierCommands, qtbot: QtBot) -> None:
    dialog = commands.ask_owners()
    assert dialog is not None
    qtbot.waitExposed(dialog)
    dialog._list.setCurrentIndex(dialog._model.index(0, 0))
    QTest.keyClick(dialog._list, Qt.Key.Key_Space)
    assert [parcel.owner for parcel, _ in dialog.deliveries()] == ["Bruno"]
    every, none = (
        next(button for button in dialog.findChildren(QPushButton) if button.text() == text)
        for text in ("Select &all", "Select &none")
    )
    none.click()
    assert not dialog.yes.isEnabled()
    every.click()
    assert len(dialog.deliveries()) == 2


def test_a_folder_that_is_not_there_is_refused_below_its_field(commands: CourierCommands) -> None:
    dialog = commands.ask_owners()
    assert dialog is not None
    folder = dialog.findChild(QLineEdit)
    assert isinstance(folder, QLineEdit)
    folder.setText("/nowhere/at/all")
    press(dialog)
    assert dialog.isVisible()
    assert "no such folder" in folder.accessibleDescription()


def test_workbooks_are_written_beside_those_that_are_there(
    commands: CourierCommands, workbench: Workbench, qtbot: QtBot
) -> None:
    first, again = sent(commands, workbench, qtbot), sent(commands, workbench, qtbot)
    assert [path.stem.rpartition(" – ")[2] for path in first] == ["Anna", "Bruno"]
    assert [path.stem.rpartition(" – ")[2] for path in again] == ["Anna 2", "Bruno 2"]
    assert all(path.exists() for path in (*first, *again))


def test_owners_and_folder_stay_chosen_where_no_workbook_could_be_written(
    commands: CourierCommands,
    workbench: Workbench,
    window: QMainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = commands.ask_owners()
    assert dialog is not None
    dialog._list.setCurrentIndex(dialog._model.index(0, 0))
    QTest.keyClick(dialog._list, Qt.Key.Key_Space)
    with monkeypatch.context() as refusing:
        refusing.setattr("riskdesk.files._begin", refused)
        press(dialog)
        qtbot.waitUntil(lambda: bool(visible_widgets(window, QMessageBox)))
    assert not dialog.isVisible()
    (box,) = visible_widgets(window, QMessageBox)
    box.close()
    assert dialog.isVisible()
    assert [(parcel.owner, path.parent) for parcel, path in dialog.deliveries()] == [("Bruno", tmp_path)]
    (_, path) = dialog.deliveries()[0]
    with qtbot.waitSignal(workbench.notice_posted):
        press(dialog)
    assert path.exists()
    qtbot.waitUntil(lambda: not window.findChildren(SendDialog))


def refused(_part: Path, _mode: int) -> int:
    raise PermissionError(errno.EACCES, "as the system says")


def test_an_answer_is_shown_cell_by_cell_and_comes_in_as_one_step(
    commands: CourierCommands, workbench: Workbench, window: QMainWindow, qtbot: QtBot
) -> None:
    path, other = sent(commands, workbench, qtbot)
    answered(path, "✎ Likelihood", "5 – Very high")
    tree = tree_of(workbench)
    risk = next(tree.risks)
    workbench.run(risks.edit(risk.id, likelihood=3))
    commands.take_in([path, other])
    qtbot.waitUntil(lambda: bool(visible_widgets(window, AnswersDialog)))
    (dialog,) = visible_widgets(window, AnswersDialog)
    assert "saved by Anna A. on" in dialog._summary.text()
    # Nobody has answered in the other one.
    assert f" – as it was sent ({other.name})" in dialog._summary.text()
    assert dialog._summary.text().count("saved by") == 1
    (line,) = dialog._page.model.lines
    assert dialog._page.model.sides(line) == ("3 Medium", "5 Very high")
    assert "Anna A., " in dialog._page._place.text()
    assert dialog._page._meanwhile.text().endswith("2 Low")
    # The register's value is kept unless the other one is ticked.
    assert not dialog.yes.isEnabled()
    dialog._page.model.turn(0)
    steps: list[Step] = []
    workbench.stepped_here.connect(steps.append)
    press(dialog)
    assert words.step_text(steps[0], workbench).startswith("Answers taken in: ")
    now = tree_of(workbench)
    assert next(now.risks).likelihood == 5
    assert not dialog.isVisible()


def test_the_register_is_not_called_the_same_as_a_workbook_that_its_owner_left_as_it_was(
    commands: CourierCommands, workbench: Workbench, window: QMainWindow, qtbot: QtBot
) -> None:
    (path, other) = sent(commands, workbench, qtbot)
    workbench.run(risks.edit(next(tree_of(workbench).risks).id, likelihood=3))
    commands.take_in([path])
    qtbot.waitUntil(lambda: bool(visible_widgets(window, AnswersDialog)))
    (dialog,) = visible_widgets(window, AnswersDialog)
    text = "There is nothing to take in: no cell that comes in differs from the register."
    assert dialog._page._summary.text() == text
    dialog.reject()
    commands.take_in([answered(path, "✎ Likelihood", "5 – Very high"), answered(other, "✎ Impact", "1 – Very low")])
    qtbot.waitUntil(lambda: bool(visible_widgets(window, AnswersDialog)))
    (dialog,) = visible_widgets(window, AnswersDialog)
    assert dialog._page._summary.text() == "2 cells differ from the register"


@pytest.fixture
def replacing(qtbot: QtBot) -> tuple[QMainWindow, QMainWindow]:
    """Windows that replace others, and last until the test is over with all that comes up in them."""
    windows = QMainWindow(), QMainWindow()
    for window in windows:
        qtbot.addWidget(window)
    return windows


def test_workbooks_and_answers_are_told_in_the_window_that_replaces_the_one_in_which_they_were_asked_for(
    commands: CourierCommands,
    workbench: Workbench,
    window: QMainWindow,
    replacing: tuple[QMainWindow, QMainWindow],
    qtbot: QtBot,
    notices: list[str],
) -> None:
    dialog, (other, later), settings = commands.ask_owners(), replacing, commands._settings
    assert dialog is not None
    (_, path), *_ = dialog.deliveries()
    press(dialog)
    go_on_in(other, window)
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].startswith("2 workbooks saved in ")
    qtbot.waitUntil(lambda: not waiting_tasks(other))
    CourierCommands(other, workbench, settings).take_in([path])
    go_on_in(later, other)
    qtbot.waitUntil(lambda: later.findChild(AnswersDialog) is not None)


def go_on_in(new: QMainWindow, old: QMainWindow) -> None:
    """Let the one task of a window go on in another, while all else of the window goes."""
    (task,) = waiting_tasks(old)
    task.move_to(new)
    for part in (*old.findChildren(CourierCommands), *old.findChildren(QDialog)):
        delete(part)


def test_what_changed_while_the_answers_were_shown_is_compared_anew(
    commands: CourierCommands, workbench: Workbench, window: QMainWindow, qtbot: QtBot
) -> None:
    (path, _) = sent(commands, workbench, qtbot)
    answered(path, "✎ Likelihood", "5 – Very high")
    commands.take_in([path])
    qtbot.waitUntil(lambda: bool(visible_widgets(window, AnswersDialog)))
    (dialog,) = visible_widgets(window, AnswersDialog)
    risk = next(tree_of(workbench).risks)
    workbench.run(risks.edit(risk.id, likelihood=3))
    raised_problems: list[Problem] = []
    workbench.problem_reported.connect(raised_problems.append)
    press(dialog)
    assert "changed in the meantime" in raised_problems[0].text
    assert dialog.isVisible()
    (line,) = dialog._page.model.lines
    assert dialog._page.model.sides(line) == ("3 Medium", "5 Very high")
    assert next(tree_of(workbench).risks).likelihood == 3


def test_the_menu_leads_to_both(open_window: Opened, qtbot: QtBot) -> None:
    window = open_window()
    action(window, "take_answers").trigger()
    (dialog,) = visible_widgets(window, QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles


def test_each_workbook_says_whose_it_is_and_none_takes_the_place_of_another(
    commands: CourierCommands, workbench: Workbench, qtbot: QtBot
) -> None:
    tree = tree_of(workbench)
    workbench.run(registers.edit(tree.register.id, title="A very long title of a programme " * 10))
    for risk, owner in zip(list(tree.risks)[:4], ("Anna: x", "ANNA? x", "...", "Bruno"), strict=True):
        workbench.run(risks.edit(risk.id, owner=owner))
    names = [path.name for path in sent(commands, workbench, qtbot)]
    assert len({name.casefold() for name in names}) == 4
    assert [name.rpartition(" – ")[2] for name in names if "–" in name] == [
        "Anna x.xlsx",
        "ANNA x 2.xlsx",
        "Bruno.xlsx",
    ]


def test_a_long_list_of_what_does_not_come_in_is_told_by_its_beginning_and_count(
    commands: CourierCommands, workbench: Workbench, window: QMainWindow, qtbot: QtBot
) -> None:
    path = sent(commands, workbench, qtbot)[0]
    book = load_workbook(path)
    for row in range(1000):
        book.worksheets[0].cell(20 + row, 2).value = f"no row of ours {row}"
    book.save(path)
    commands.take_in([path])
    qtbot.waitUntil(lambda: bool(visible_widgets(window, AnswersDialog)))
    (dialog,) = visible_widgets(window, AnswersDialog)
    lines = dialog._summary.text().split("\n")
    assert len(lines) == 1 + 200 + 1
    assert lines[-1].startswith("and 800 more")


def test_what_does_not_come_in_is_told_below_the_answer_in_which_it_is(
    commands: CourierCommands, workbench: Workbench, window: QMainWindow, qtbot: QtBot
) -> None:
    paths = sent(commands, workbench, qtbot)
    for number, path in enumerate(paths):
        book = load_workbook(path)
        book.worksheets[0].cell(20, 2).value = f"New risk {number}"
        book.save(path)
    commands.take_in(paths)
    qtbot.waitUntil(lambda: bool(visible_widgets(window, AnswersDialog)))
    (dialog,) = visible_widgets(window, AnswersDialog)
    lines = dialog._summary.text().split("\n")
    assert len(lines) == 2 * len(paths) == 4
    for letter, lost in zip(lines[::2], lines[1::2], strict=True):
        (number,) = [number for number, path in enumerate(paths) if letter.endswith(f"({path.name})")]
        assert lost.startswith("    ")
        assert lost.endswith(f"New risk {number}")
