"""Exports as the user hears of them."""

import datetime
import gc
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QProgressDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from riskdesk.app.program import Program
from riskdesk.desk import risks, transfer
from riskdesk.desk.formats import Request
from riskdesk.desk.session import Session
from riskdesk.domain.printing import Print
from riskdesk.domain.values import RiskStatus
from riskdesk.kit.settings import Settings
from riskdesk.part_files import clear_folders, private_folder, program_folder
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.notices.notices import Notices
from riskdesk.ui.shell.choices import LANGUAGE
from riskdesk.ui.transfer.exporting import Exporting


def request(workbench: Workbench, how: Print | None = None) -> Request:
    return Request(workbench.tree(), how or Print(), workbench.session.changed_at(), datetime.date.today())


OPENING = """
from pathlib import Path
from PySide6.QtWidgets import QApplication, QMainWindow
from riskdesk.ui.transfer.exporting import Exporting
application = QApplication([])
window = QMainWindow()
folder = Exporting(window, print)._folder()
Path(folder, "riskdesk.pdf").write_bytes(b"a register")
print(folder)
"""


def test_what_was_opened_in_the_viewer_is_gone_with_the_program() -> None:
    done = subprocess.run([sys.executable, "-c", OPENING], capture_output=True, text=True, check=True)
    assert done.stdout.strip()
    assert not Path(done.stdout.strip()).exists()


KILLED = """
import os
from riskdesk.kit.settings import Settings
from riskdesk.part_files import private_folder
folder = private_folder()
with open(os.path.join(folder.name, "a.pdf"), "w") as file:
    file.write("a register")
print(folder.name, flush=True)
os._exit(1)
"""


def test_what_a_killed_program_or_a_viewer_has_left_is_gone_with_the_next_one(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED], capture_output=True, text=True, check=False)
    left = Path(done.stdout.strip())
    assert (left / "a.pdf").exists()
    with private_folder() as running:
        others = [left.with_name("riskdesk-0123abcd-1-abcdefgh"), left.with_name("riskdesk-notes")]
        for other in others:
            other.mkdir()
        try:
            clear_folders()
            assert not left.exists()
            assert Path(running).exists(), "the program that made it runs"
            assert all(other.exists() for other in others)
        finally:
            for other in others:
                other.rmdir()


def test_a_window_that_goes_leaves_the_export_alone(qtbot: QtBot, workbench: Workbench, tmp_path: Path) -> None:
    window, path = QMainWindow(), tmp_path / "a.pdf"
    exporting = Exporting(window, workbench.post)
    exporting.write(partial(request, workbench), path, workbench.session, opens=True)
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    qtbot.waitUntil(path.exists)


def test_one_message_comes_after_the_other(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened_urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened_urls.append(url) or False)
    workbench.run(risks.edit(next(workbench.tree().risks).id, description="中"))
    exporting, path = Exporting(window, workbench.post), tmp_path / "a.pdf"
    exporting.write(partial(request, workbench), path, workbench.session, opens=True)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert "cannot be printed" in box.text()
    assert opened_urls == []
    box.accept()
    assert opened_urls == [QUrl.fromLocalFile(str(path))]
    assert [message for message in window.findChildren(QMessageBox) if "No program that opens" in message.text()]


@pytest.mark.parametrize(
    ("how", "left_out"), [(Print(), " · 2 closed or rejected risks left out"), (Print(ended=True), "")]
)
def test_an_export_says_how_many_risks_it_leaves_out(
    qtbot: QtBot,
    window: QMainWindow,
    workbench: Workbench,
    tmp_path: Path,
    how: Print,
    left_out: str,
    notices: list[str],
) -> None:
    for risk in list(workbench.tree().risks)[:2]:
        workbench.run(risks.edit(risk.id, status=RiskStatus.CLOSED))
    path = tmp_path / "a.pdf"
    Exporting(window, workbench.post).write(partial(request, workbench, how), path, workbench.session, opens=False)
    qtbot.waitUntil(lambda: notices == [f"Saved as {path.name}{left_out}"])


def test_each_look_has_a_file_of_its_own_as_a_viewer_may_hold_the_one_before(
    qtbot: QtBot,
    window: QMainWindow,
    workbench: Workbench,
    monkeypatch: pytest.MonkeyPatch,
    notices: list[str],
) -> None:
    opened_urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened_urls.append(url))
    exporting = Exporting(window, workbench.post)
    for number in (1, 2):
        exporting.show(workbench.tree(), Print(), workbench.session)
        qtbot.waitUntil(lambda number=number: len(opened_urls) == number)
    first, second = (Path(url.toLocalFile()) for url in opened_urls)
    assert first != second
    assert first.parent == second.parent
    assert first.read_bytes() == second.read_bytes()
    # They are no files of the user's.
    assert notices == []
    title = workbench.tree().register.title
    assert [first.stem, second.stem] == [f"{title} – Appendix", f"{title} – Appendix (2)"]


def test_what_a_viewer_has_open_stays_when_the_window_is_made_anew(
    qtbot: QtBot, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_paths: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened_paths.append(Path(url.toLocalFile())))
    for number in (1, 2):
        window = QMainWindow()
        Exporting(window, print).show(workbench.tree(), Print(), workbench.session)
        qtbot.waitUntil(lambda number=number: len(opened_paths) == number)
        window.deleteLater()
        qtbot.waitUntil(lambda window=window: not isValid(window))
        gc.collect()
        assert all(path.exists() for path in opened_paths)
    assert opened_paths[0] != opened_paths[1]


def test_a_folder_that_something_cleared_away_is_made_anew(qtbot: QtBot, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    exporting = Exporting(window, print)
    exporting._folder().rmdir()
    assert exporting._folder().is_dir()
    program_folder().rename(tmp_path / "away")
    assert exporting._folder().is_dir()


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """What each export waits for before it writes."""
    event, export = Event(), transfer.export
    monkeypatch.setattr(transfer, "export", lambda *given: event.wait() and export(*given))
    yield event
    event.set()


@pytest.fixture
def program(
    qapp: QApplication, qtbot: QtBot, session: Session, home: Home, tmp_path: Path, undressed: None
) -> Iterator[Program]:
    """A program whose window is complete."""
    started = Program(qapp, home, Settings(tmp_path / "settings.json"))
    started.start(session.path)
    qtbot.waitUntil(lambda: started._window.findChild(Inspector) is not None)
    yield started
    started.close()


def test_an_export_is_told_in_the_window_that_replaces_the_one_in_which_it_began(
    qtbot: QtBot, program: Program, tmp_path: Path, go_on: Event
) -> None:
    old, workbench = program._window, program._workbench
    old._rooms.transfer._exporting.write(
        partial(request, workbench), tmp_path / "a.pdf", workbench.session, opens=False
    )
    old.close()
    assert old.isVisible(), "what is being written is not lost"
    program._speak("fr")
    qtbot.waitUntil(lambda: not isValid(old))
    notices = notices_of(program, qtbot)
    with qtbot.waitSignal(notices.changed):
        go_on.set()
    assert [timed.notice.text for timed in notices.last_notices] == ["Enregistré sous le nom a.pdf"]
    program._window.give_way()


def test_the_window_stays_while_a_past_state_is_exported_in_another_window(
    qtbot: QtBot, program: Program, tmp_path: Path, go_on: Event
) -> None:
    window, workbench, past = program._window, program._workbench, QMainWindow()
    qtbot.addWidget(past)
    Exporting(past, workbench.post).write(
        partial(request, workbench), tmp_path / "a.pdf", workbench.session, opens=False
    )
    french = window.findChild(QAction, f"{LANGUAGE.key}=fr")
    french.trigger()
    qtbot.waitUntil(lambda: is_writing_shown(past))
    assert program._window is window
    french.parent().parent().aboutToShow.emit()
    assert (french.isChecked(), Settings(tmp_path / "settings.json").get(LANGUAGE)) == (False, "")
    bar = past.findChild(QProgressDialog)
    assert bar.isVisible(), "it says why the window stays"
    window.close()
    assert window.isVisible()
    with qtbot.waitSignal(bar.destroyed):
        go_on.set()
    window.close()
    assert not window.isVisible()


def is_writing_shown(window: QMainWindow) -> bool:
    """Whether a bar says what a window writes."""
    return any(bar.isVisible() for bar in window.findChildren(QProgressDialog))


def notices_of(program: Program, qtbot: QtBot) -> Notices:
    """The notices of the window of a program."""
    qtbot.waitUntil(lambda: program._window.findChild(Notices) is not None)
    return program._window.findChild(Notices)
