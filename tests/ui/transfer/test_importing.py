"""Import off the main thread: what is typed meanwhile is safe, and it can be given up."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from riskdesk.desk.session import Session
from riskdesk.domain.problems import Problem
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.waiting_task import waiting_tasks
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.transfer.importing import Importing
from tests.ui.conftest import Opened, sheet

Document = Callable[..., Path]


@pytest.fixture
def window(open_window: Opened) -> MainWindow:
    return open_window()


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """A register document by its title, with so many risks that no other has."""

    def written(title: str, risks: int = 1) -> Path:
        path = tmp_path / f"{title}.json"
        entries = [{"risks": [f"What happens in {title}"] * risks}]
        path.write_text(json.dumps({"title": title, "categories": [{"entries": entries}]}), "utf-8")
        return path

    return written


def titles(workbench: Workbench) -> list[str]:
    return [register.title for register in workbench.registers()][1:]


def test_files_come_in_as_they_were_chosen(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, document: Document, problems: list[Problem], tmp_path: Path
) -> None:
    """The first takes longest, the second cannot be read."""
    for path in (document("One", 5_000), tmp_path / "missing.json", document("Three"), document("Four")):
        window._rooms.open_path(path)
    assert titles(workbench) == []
    qtbot.waitUntil(lambda: len(titles(workbench)) == 3, timeout=30_000)
    assert titles(workbench) == ["One", "Three", "Four"]
    assert ["missing.json" in str(problem) for problem in problems] == [True]


def test_all_files_come_in_though_the_window_is_replaced_meanwhile(
    window: MainWindow, workbench: Workbench, settings: Settings, qtbot: QtBot, document: Document
) -> None:
    old = QMainWindow()
    importing = Importing(old, workbench, settings)
    for path in (document("One"), document("Two"), document("Three")):
        importing.take_in(path)
    (task,) = waiting_tasks(old)
    task.move_to(window)
    delete(old)
    qtbot.waitUntil(lambda: titles(workbench) == ["One", "Two", "Three"], timeout=30_000)


def test_what_is_typed_while_a_file_is_read_is_stored_before_it_comes_in(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, document: Document
) -> None:
    tree = workbench.tree()
    assert tree is not None
    risk = next(tree.risks)
    window._rooms.open_path(document("In"))
    sheet(window).writing.open(sheet(window).lines.content.rows[risk.id])
    sheet(window).writing.editor.setPlainText("Typed meanwhile")
    qtbot.waitUntil(lambda: titles(workbench) == ["In"])
    assert next(workbench.session.tree(tree.register.id).risks).description == "Typed meanwhile"


def test_a_file_that_is_given_up_leaves_no_trace_and_the_next_one_comes_in(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, document: Document, problems: list[Problem]
) -> None:
    for path in (document("Large", 199_000), document("Behind it")):
        window._rooms.open_path(path)
    qtbot.waitUntil(lambda: any(bar.isVisible() for bar in window.findChildren(QProgressDialog)), timeout=30_000)
    bar = window.findChild(QProgressDialog)
    assert isinstance(bar, QProgressDialog)
    assert bar.labelText() == "Reading Large.json…"
    bar.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog) is None, timeout=30_000)
    window._rooms.open_path(document("After it"))
    qtbot.waitUntil(lambda: titles(workbench) == ["After it"])
    assert problems == []


def test_a_register_does_not_come_into_a_file_that_was_opened_meanwhile(
    window: MainWindow,
    workbench: Workbench,
    qtbot: QtBot,
    document: Document,
    problems: list[Problem],
    kazakhstan_store: Path,
    tmp_path: Path,
) -> None:
    other = shutil.copyfile(kazakhstan_store, tmp_path / "other.riskdesk")
    window._rooms.open_path(document("In"))
    workbench.change_session(Session.open(other, "A. Tester"))
    with qtbot.waitSignal(workbench.problem_reported):
        pass
    assert "was not imported" in str(problems[0])
    assert titles(workbench) == []
