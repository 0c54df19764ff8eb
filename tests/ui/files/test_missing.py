"""A recent file that is not there: it is opened from its backups on this computer, or taken off the list."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from riskdesk.desk import registers, risks
from riskdesk.desk.drafts import Draft, Drafts
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.values import Language
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.report import ReportDialog
from riskdesk.ui.files.recent import note, recent
from riskdesk.ui.shell.window import MainWindow
from tests.ui.answering import choose, press
from tests.ui.conftest import Opened, tree_of


@pytest.fixture
def missing(home: Home, settings: Settings, tmp_path: Path) -> Path:
    """A file that was worked in, backed up and deleted, as was its folder."""
    path = tmp_path / "team" / "Risks.riskdesk"
    path.parent.mkdir()
    # Another store than the one that is open, so that it has drafts of its own.
    with closing(Session.create(path, "A. Tester")) as session:
        session.run(registers.add(template(EXAMPLE, Language.ENGLISH)))
    with closing(Session.open(path, "A. Tester", backups=home.backups)) as session:
        first = next(session.tree(session.registers()[0].id).risks)
        session.run(risks.edit(first.id, note="Backed up"))
        draft = Draft(register=session.registers()[0].id, kind="risk", text="Half a thought", id=first.id)
        Drafts(home.drafts, session.id).keep([draft])
    note(settings, path)
    shutil.rmtree(path.parent)
    return path


@pytest.fixture
def window(missing: Path, open_window: Opened) -> MainWindow:
    assert missing
    return open_window()


def question(window: MainWindow, path: Path) -> QMessageBox:
    window._rooms.open_again(path)
    (box,) = window.findChildren(QMessageBox)
    return box


def test_its_newest_backup_is_opened_as_a_new_file(
    window: MainWindow, workbench: Workbench, missing: Path, tmp_path: Path
) -> None:
    box = question(window, missing)
    assert str(missing) in box.text().replace("\u200b", "")
    assert "backup" in box.text()
    press(box, "Open the newest backup…")
    choose(window, tmp_path / "Again.riskdesk")
    assert workbench.session.path == tmp_path / "Again.riskdesk"
    assert next(tree_of(workbench).risks).note == "Backed up"
    assert not missing.exists()
    (offered,) = [report for report in window.findChildren(ReportDialog) if report.isVisible()]
    assert offered.particulars.toPlainText() == "Half a thought"


def test_that_all_its_backups_are_damaged_is_told(
    window: MainWindow, workbench: Workbench, missing: Path, home: Home, tmp_path: Path
) -> None:
    for backup in home.backups.rglob("*.riskdesk"):
        backup.write_bytes(b"nothing")
    before = workbench.session.path
    press(question(window, missing), "Open the newest backup…")
    choose(window, tmp_path / "Again.riskdesk")
    assert [box.text() for box in window.findChildren(QMessageBox) if box.isVisible()] == [
        "All its backups are damaged."
    ]
    assert workbench.session.path == before
    assert not (tmp_path / "Again.riskdesk").exists()


def test_what_is_in_the_place_of_the_new_file_stays(
    window: MainWindow, workbench: Workbench, missing: Path, tmp_path: Path
) -> None:
    there, before = tmp_path / "Again.riskdesk", workbench.session.path
    there.write_text("Something else")
    press(question(window, missing), "Open the newest backup…")
    choose(window, there)
    (text,) = [box.text() for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert "There is a file" in text
    assert there.read_text() == "Something else"
    assert workbench.session.path == before


def test_it_can_be_taken_off_the_list_though_it_has_backups(
    window: MainWindow, settings: Settings, missing: Path
) -> None:
    press(question(window, missing), "Take it off the recent files")
    assert missing not in recent(Settings(settings.path))
