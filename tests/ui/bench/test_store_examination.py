"""A large store is looked through behind its window, as long as it is open there."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.desk.health import Health
from riskdesk.desk.session import Session
from riskdesk.kit.tasks import Task
from riskdesk.store import opening
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.store_examination import StoreExamination
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.damage import DamageDialog
from tests.ui.bench.opened import dialog, open_main_window


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every store of these tests counts as large."""
    monkeypatch.setattr(opening, "_SMALL_BYTES", 0)


@pytest.fixture
def path(session: Session, tmp_path: Path) -> Path:
    return Path(shutil.copy(session.path, tmp_path / "large.riskdesk"))


@pytest.fixture
def workbench(path: Path) -> Iterator[Workbench]:
    new_workbench = Workbench(opened(path))
    new_workbench.open_register(new_workbench.registers()[0].id)
    yield new_workbench
    new_workbench.session.close()


@pytest.fixture
def reports(workbench: Workbench) -> list[Health]:
    return []


@pytest.fixture
def examining(qtbot: QtBot, workbench: Workbench, reports: list[Health]) -> Iterator[StoreExamination]:
    owner = QObject()
    new_examining = StoreExamination(workbench, owner)
    new_examining.damaged.connect(reports.append)
    yield new_examining
    qtbot.waitUntil(lambda: not Task._running)


def opened(path: Path) -> Session:
    return Session.open(path, "me", whole=False)


def lose_a_page(path: Path, tree: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (tree,)).fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(bytes(4096))


def change_a_byte(path: Path) -> None:
    """An index tells of another item than its table."""
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'touch_of_item'").fetchone()
        (item,) = raw.execute("SELECT max(item) FROM touch").fetchone()
    content = path.read_bytes()
    at = content.index(item.encode(), (root - 1) * 4096)
    path.write_bytes(content[:at] + b"g" + content[at + 1 :])


@pytest.mark.parametrize("tree", ["touch_of_item", "step_that_undoes"])
def test_a_damaged_file_is_shown_and_then_told_and_nothing_is_written_to_it(
    qtbot: QtBot, path: Path, home: Home, tmp_path: Path, tree: str
) -> None:
    lose_a_page(path, tree)
    before = path.read_bytes()
    with closing(opened(path)) as session:
        workbench = Workbench(session)
        workbench.open_register(session.registers()[0].id)
        problem = workbench.run(registers.edit(workbench.registers()[0].id, title="Other")).problem
        assert "damaged" in str(problem) or "cannot be read" in str(problem)
        window = open_main_window(qtbot, workbench, home, tmp_path)
        qtbot.waitUntil(lambda: bool(window.findChildren(DamageDialog)))
        assert str(path) in dialog(window, DamageDialog).particulars.toPlainText()
    assert path.read_bytes() == before


def test_what_is_left_of_a_file_that_gets_other_tables_while_it_is_open_can_be_saved(
    qtbot: QtBot, path: Path, home: Home, tmp_path: Path
) -> None:
    with closing(opened(path)) as session:
        workbench = Workbench(session)
        workbench.open_register(session.registers()[0].id)
        window = open_main_window(qtbot, workbench, home, tmp_path)
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("CREATE TABLE notes (text TEXT)")
        assert workbench.run(registers.edit(workbench.registers()[0].id, title="Other")).step is None
        assert "the tables that Riskdesk makes" in dialog(window, DamageDialog).particulars.toPlainText()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE register SET scale = '{}' WHERE id = ?",
        "UPDATE category SET title = CAST(x'ff' AS TEXT) WHERE register = ?",
    ],
)
def test_a_register_that_cannot_be_read_does_not_open(
    qtbot: QtBot, session: Session, path: Path, statement: str
) -> None:
    session.run(registers.duplicate(session.registers()[0].id))
    shutil.copy(session.path, path)
    first, second = session.registers()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(statement, (second.id,))
    with closing(opened(path)) as large:
        workbench = Workbench(large)
        assert workbench.open_register(first.id)
        with qtbot.waitSignal(workbench.problem_reported) as failed:
            assert not workbench.open_register(second.id)
        assert str(path) in str(failed.args[0])
        assert workbench.register_id == first.id


def test_damage_on_which_an_action_comes_too_is_told_once(qtbot: QtBot, path: Path, home: Home, tmp_path: Path) -> None:
    change_a_byte(path)
    with closing(opened(path)) as session:
        workbench = Workbench(session)
        workbench.open_register(session.registers()[0].id)
        window = open_main_window(qtbot, workbench, home, tmp_path)
        assert workbench.run(registers.edit(workbench.registers()[0].id, title="Other")).step is None
        qtbot.waitUntil(lambda: not Task._running)
        damage_dialog = dialog(window, DamageDialog)
        damage_dialog.close()
        assert workbench.run(registers.edit(workbench.registers()[0].id, title="Other")).step is None
        assert [box.isVisible() for box in window.findChildren(DamageDialog) if box is not damage_dialog] == [True]


def test_a_sound_file_is_looked_through_once(
    qtbot: QtBot, workbench: Workbench, examining: StoreExamination, reports: list[Health]
) -> None:
    qtbot.waitUntil(lambda: not Task._running)
    for _ in range(2):
        examining.start()
        assert len(Task._running) == 1
    qtbot.waitUntil(lambda: not Task._running)
    assert workbench.session.is_sound
    examining.start()
    assert not Task._running
    assert reports == []


def test_what_is_found_in_a_file_that_was_left_is_not_told(
    qtbot: QtBot, session: Session, path: Path, workbench: Workbench, examining: StoreExamination, reports: list[Health]
) -> None:
    lose_a_page(path, "touch_of_item")
    sound = Path(shutil.copy(session.path, path.with_name("sound.riskdesk")))
    examining.start()
    workbench.change_session(opened(sound))
    examining.start()
    qtbot.waitUntil(lambda: workbench.session.is_sound)
    qtbot.waitUntil(lambda: not Task._running)
    assert reports == []


def test_a_file_that_is_opened_again_is_looked_through_again(
    qtbot: QtBot, path: Path, workbench: Workbench, examining: StoreExamination
) -> None:
    examining.start()
    workbench.change_session(opened(path))
    examining.start()
    qtbot.waitUntil(lambda: workbench.session.is_sound)


def test_what_was_looked_through_behind_one_window_is_not_behind_the_next(qtbot: QtBot, path: Path, home: Home) -> None:
    for whole in (True, False):
        with closing(Session.open(path, "me", backups=home.backups, whole=False)) as session:
            owner = QObject()
            StoreExamination(Workbench(session), owner).start()
            qtbot.waitUntil(lambda: not Task._running)
            assert session.is_sound
            assert session._store.trust.is_whole == whole


def test_nobody_waits_for_it_where_the_file_is_left(
    qtbot: QtBot, path: Path, workbench: Workbench, examining: StoreExamination, reports: list[Health]
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("BEGIN EXCLUSIVE")
        examining.start()
        workbench.file_left.emit()
    qtbot.waitUntil(lambda: not Task._running)
    assert (workbench.session.is_sound, reports) == (False, [])


def test_what_others_write_is_looked_through_as_it_is_heard_of(
    qtbot: QtBot, path: Path, workbench: Workbench, examining: StoreExamination
) -> None:
    examining.start()
    qtbot.waitUntil(lambda: workbench.session.is_sound)
    with closing(opened(path)) as other:
        other.run(registers.edit(other.registers()[0].id, title="Theirs"))
    with qtbot.waitSignal(workbench.stepped):
        workbench.read_changes_of_others()
    qtbot.waitUntil(lambda: workbench.session.is_sound)
