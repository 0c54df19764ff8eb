"""The window is painted while a share that is gone takes its time to say so, whatever looks for a file on it."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMessageBox

from riskdesk.desk import risks
from riskdesk.kit import apart
from riskdesk.ui.bench.saved import open_file
from riskdesk.ui.courier.sending import SendDialog
from riskdesk.ui.dialogs.asking import FOLDER, ask_new_store
from riskdesk.ui.dialogs.form import FormDialog
from riskdesk.ui.help.places import PlacesDialog
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.transfer.export import ExportDialog
from tests.ui.conftest import Opened, action, tree_of

SHARE = Path("/share/team")


@pytest.fixture
def gone_on() -> threading.Event:
    """Set by the window once it goes on."""
    return threading.Event()


@pytest.fixture
def answers(gone_on: threading.Event, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the window went on before the share answered, each time that something was looked for there."""
    came: list[bool] = []

    def slow(look: Callable[[Path], bool]) -> Callable[[Path], bool]:
        def look_slowly(path: Path, **how: Any) -> bool:
            if not path.is_relative_to(SHARE):
                return look(path, **how)
            came.append(gone_on.wait(2))
            return False

        return look_slowly

    for name in ("exists", "is_dir", "is_file"):
        monkeypatch.setattr(Path, name, slow(getattr(Path, name)))
    monkeypatch.setattr(apart, "_MOMENT", 0.01)
    return came


def open_again(window: MainWindow) -> None:
    window._rooms.open_again(SHARE / "Risks.riskdesk")


def ask_open(window: MainWindow) -> None:
    window._settings.set(FOLDER, str(SHARE))
    action(window, "open").trigger()


def ask_copy(window: MainWindow) -> None:
    ask_new_store(window, "A copy", SHARE / "Risks.riskdesk", lambda _: None)


def open_written(window: MainWindow) -> None:
    open_file(SHARE / "Risks.pdf", window)


def show_places(window: MainWindow) -> None:
    PlacesDialog(SHARE / "Risks.riskdesk", window._home.backups, window._home, window._settings.path, window).open()


def send_to_owners(window: MainWindow) -> None:
    bench = window._workbench
    bench.run(risks.edit(next(tree_of(bench).risks).id, owner="Anna"))
    action(window, "send_to_owners").trigger()
    type_path(window.findChild(SendDialog), SHARE)


def export(window: MainWindow) -> None:
    action(window, "export").trigger()
    type_path(window.findChild(ExportDialog), SHARE / "Risks.pdf")


def type_path(dialog: FormDialog, path: Path) -> None:
    field = next(line for line in dialog.findChildren(QLineEdit) if line.accessibleName() in ("Folder", "File"))
    field.setText(str(path))
    dialog.yes.click()


@pytest.mark.parametrize(
    ("ask", "kind"),
    [
        (open_again, QMessageBox),
        (ask_open, QFileDialog),
        (ask_copy, QFileDialog),
        (open_written, QMessageBox),
        (show_places, PlacesDialog),
        (send_to_owners, SendDialog),
        (export, ExportDialog),
    ],
)
def test_the_window_is_not_held(
    open_window: Opened,
    answers: list[bool],
    gone_on: threading.Event,
    ask: Callable[[MainWindow], None],
    kind: type[QDialog],
) -> None:
    window = open_window()
    QTimer.singleShot(0, gone_on.set)
    ask(window)
    (dialog,) = window.findChildren(kind)
    assert dialog.isVisible()
    assert set(answers) == {True}
    dialog.close()
