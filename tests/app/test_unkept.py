"""A command that writes says if no backup was made, and its result is the same."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.app import places, stores
from riskdesk.app.main import main
from riskdesk.desk import registers, risks
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.problems import NotFound
from riskdesk.domain.values import Language

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def store(kazakhstan_store: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(kazakhstan_store, tmp_path / "a.riskdesk")


@pytest.fixture
def blocked() -> Path:
    """A file where the folder of the backups should be."""
    place = places.backups()
    place.parent.mkdir(parents=True)
    place.write_text("no folder")
    return place


@pytest.fixture
def document(store: Path, tmp_path: Path) -> Path:
    assert main(["export", str(store), str(tmp_path / "a.json")]) == 0
    return tmp_path / "a.json"


@pytest.fixture
def copy(store: Path, tmp_path: Path) -> Path:
    new = shutil.copyfile(store, tmp_path / "copy.riskdesk")
    with closing(Session.open(new, "Marat")) as session:
        session.run(risks.edit(next(session.tree(session.registers()[0].id).risks).id, note="there"))
    return new


def error_lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def writing(document: Path, store: Path, copy: Path) -> list[list[str]]:
    return [["import", str(document), str(store)], ["merge", str(store), str(copy)]]


@pytest.mark.parametrize("number", [0, 1])
def test_what_writes_says_that_no_backup_was_made(store, document, copy, blocked, capsys, number):
    capsys.readouterr()
    assert main(writing(document, store, copy)[number]) == 0
    (warning,) = error_lines(capsys)
    assert warning.startswith(f"riskdesk: No backup of {store} was made. ")
    assert str(blocked) in warning


@pytest.mark.parametrize("number", [0, 1])
def test_a_rehearsal_and_a_backup_that_was_made_are_silent(store, document, copy, capsys, number):
    capsys.readouterr()
    assert main([*writing(document, store, copy)[number], "--dry-run"]) == 0
    assert main(writing(document, store, copy)[number]) == 0
    assert error_lines(capsys) == []


def test_a_missing_backup_is_told_though_the_one_at_the_end_was_made(store, blocked, capsys):
    with stores.writing(store) as session:
        session.run(registers.add(template("coe", Language.ENGLISH)))
        blocked.unlink()
    assert len(error_lines(capsys)) == 1
    assert list(blocked.glob("*/*.riskdesk"))


def test_a_missing_backup_is_told_though_only_that_at_the_end_was_not_made(store, capsys):
    with stores.writing(store) as session:
        session.run(registers.add(template("coe", Language.ENGLISH)))
        shutil.rmtree(places.backups())
        places.backups().write_text("no folder")
    assert len(error_lines(capsys)) == 1


def test_a_missing_backup_is_told_where_the_command_failed_too(store, blocked, capsys):
    with pytest.raises(NotFound), stores.writing(store) as session:
        session.run(registers.delete("nowhere"))
    assert len(error_lines(capsys)) == 1


def test_a_backup_that_was_asked_for_and_not_made_is_a_failure(store, blocked, capsys):
    assert main(["backup", str(store)]) == 1
    assert len(error_lines(capsys)) == 1
