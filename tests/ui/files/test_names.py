"""Stores, and folders of the user's own, whose names are no text or hold what is not expected in a name."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk.app.program import Program
from riskdesk.desk.drafts import Drafts
from riskdesk.kit.lock import FileLock
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.dialogs import asking
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.transfer.export import ExportDialog
from tests.systems import needs_any_name
from tests.ui.conftest import action, sheet

pytestmark = [
    needs_any_name,
    pytest.mark.usefixtures("undressed"),
    pytest.mark.slow,
]
NAMES = {
    "no text": b"caf\xff.riskdesk",
    "a folder that is no text": b"caf\xff/\xfe\xfe/a.riskdesk",
    "over two lines": b"a\nb/c\nd.riskdesk",
    "escapes and markup": b"\x1b[2J\x07/<img src=x>&amp;\x07.riskdesk",
    "other signs of paths": b"#?%41/a#b?c%00.riskdesk",
    "dots and blanks": b" . /a. .riskdesk",
    "a sign alone": "🌍/\u202e🌍.riskdesk".encode(),
    "long": b"n" * 200 + b"/" + b"n" * 200 + b".riskdesk",
}


@pytest.fixture(params=NAMES.values(), ids=NAMES.keys())
def path(request: pytest.FixtureRequest, tmp_path: Path, kazakhstan_store: Path) -> Path:
    target = tmp_path / os.fsdecode(request.param)
    target.parent.mkdir(parents=True, exist_ok=True)
    return shutil.copyfile(kazakhstan_store, target)


@pytest.fixture
def own(path: Path) -> Path:
    """The folder with what is the user's own, of a name like that of the store's folder."""
    return path.parent / "own"


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, path: Path, own: Path) -> Iterator[Program]:
    home = Home.inside(own, "A. Tester", path)
    new_program = Program(qapp, home, Settings(own / "settings.json"))
    new_program.start(path)
    qtbot.waitUntil(lambda: new_program._window is not None and new_program._window._drafting is not None)
    yield new_program
    with suppress(RuntimeError):
        window_of(new_program).give_way()
    new_program.close()
    new_program.deleteLater()


def window_of(program: Program) -> MainWindow:
    assert program._window is not None
    return program._window


def test_a_store_of_such_a_name_is_worked_with(program: Program, path: Path, own: Path, qtbot: QtBot) -> None:
    window, workbench = window_of(program), program._workbench
    assert not workbench.read_only
    assert window.windowTitle().endswith(" – Riskdesk")
    assert program._instance._server.isListening()
    holder = FileLock(path).take()
    assert holder is not None
    assert (holder.pid, holder.here) == (os.getpid(), True)

    view = sheet(window)
    view.writing.open(view.lines.content.rows[next(workbench.tree().risks).id])
    qtbot.keyClicks(view.writing.editor, "Typed")
    assert window._drafting.keep()
    assert len(Drafts(own / "drafts", workbench.session.id).left()) == 1
    qtbot.waitUntil(lambda: any((own / "backups").rglob("*.json")))

    program._settings.set(asking.FOLDER, str(path.parent))
    assert asking.folder(Settings(own / "settings.json")) == path.parent
    action(window, "open").trigger()
    (file_dialog,) = window.findChildren(QFileDialog)
    file_dialog.close()
    documents = exported(window, path, qtbot)

    window.give_way()
    program.close()
    assert FileLock(path).take() is None
    assert sorted(entry.name for entry in path.parent.iterdir()) == sorted([path.name, "own", *documents])


def exported(window: MainWindow, path: Path, qtbot: QtBot) -> list[str]:
    """The documents that are written beside a store; if none can be, it is told why not."""
    action(window, "export_pdf").trigger()
    (dialog,) = window.findChildren(ExportDialog)
    next(box for box in dialog.findChildren(QCheckBox) if "Open" in box.text()).setChecked(False)
    next(button for button in dialog.findChildren(QPushButton) if "Export" in button.text()).click()
    # Qt takes the name of a folder for text.
    if not is_text(path.parent):
        assert dialog.isVisible()
        assert [label for label in dialog.findChildren(QLabel) if "does not exist" in label.text()]
        return []
    qtbot.waitUntil(lambda: any(path.parent.glob("*.pdf")))
    assert window.findChildren(QMessageBox) == []
    return [document.name for document in path.parent.glob("*.pdf")]


def is_text(path: Path) -> bool:
    return os.fsencode(path).decode(errors="replace") == str(path)
