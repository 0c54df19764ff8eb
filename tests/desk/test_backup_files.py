"""A backup is looked through as a whole, and nothing else that lies in the folder counts as one."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import registers, risks
from riskdesk.desk.backups import Backups
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.progress import Cancelled
from riskdesk.domain.values import Language
from riskdesk.store.check import findings
from tests.desk.backing_up import HOUR, NOW, make_backups, note, spoil
from tests.systems import needs_any_name


@pytest.fixture(scope="session")
def large_store(board_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of so many risks that the journal of it is not followed while it opens."""
    path = shutil.copyfile(board_store, tmp_path_factory.mktemp("large") / "large.riskdesk")
    with closing(Session.open(path, "me")) as session:
        entry = next(session.tree(session.registers()[0].id).entries).entry.id
        session.run(risks.add(entry, ["Delay"] * 1_501, 0))
    return path


BEHIND_THE_JOURNAL = [
    "UPDATE risk SET note = 'Harmless' WHERE reference = 'R-01'",
    "UPDATE step SET who = 'somebody'",
    "DELETE FROM mitigation",
    "DELETE FROM touch",
]


@pytest.mark.parametrize("statement", BEHIND_THE_JOURNAL)
def test_a_copy_that_is_not_sound_is_no_backup(backed_up: Session, backups: Backups, statement: str) -> None:
    before = make_backups(backups, backed_up, NOW)
    note(backed_up, "New")
    spoil(backed_up.path, statement)
    backed_up.back_up()
    assert "showed a difference" in str(backed_up.backup_problem)
    assert backups.all() == before
    assert [path.suffix for path in backups.folder.iterdir()].count(".riskdesk") == 1


@pytest.mark.parametrize("statement", BEHIND_THE_JOURNAL)
def test_a_backup_is_looked_through_as_a_whole_before_it_is_offered(
    backed_up: Session, backups: Backups, tmp_path: Path, statement: str
) -> None:
    good, bad = make_backups(backups, backed_up, NOW, NOW + HOUR)
    spoil(bad.path, statement)
    assert backups.newest_sound() == good
    with pytest.raises(FileProblem, match="damaged or no backup of this register file"):
        backed_up.contents(bad)
    with pytest.raises(FileProblem, match="damaged or no backup of this register file"):
        backups.restore(bad, tmp_path / "restored.riskdesk")
    assert not (tmp_path / "restored.riskdesk").exists()


def test_a_user_can_give_up_while_a_backup_is_looked_through(
    backed_up: Session, backups: Backups, tmp_path: Path
) -> None:
    (backup,) = make_backups(backups, backed_up, NOW)

    def give_up(_share: float | None = None, /) -> None:
        raise Cancelled

    for work in (
        backed_up.contents,
        lambda *arguments: backups.restore(backup, tmp_path / "restored.riskdesk", arguments[-1]),
    ):
        with pytest.raises(Cancelled):
            work(backup, give_up)
    assert not (tmp_path / "restored.riskdesk").exists()


def test_a_large_backup_is_looked_through_as_a_whole(large_store: Path, tmp_path: Path) -> None:
    path = shutil.copyfile(large_store, tmp_path / "a.riskdesk")
    with closing(Session.open(path, "me", backups=tmp_path / "backups")) as session:
        assert session.backups is not None
        (bad,) = make_backups(session.backups, session, NOW)
        spoil(bad.path)
        assert session.backups.newest_sound() is None
        with pytest.raises(FileProblem, match="damaged"):
            session.contents(bad)
        with pytest.raises(FileProblem, match="damaged"):
            session.backups.restore(bad, tmp_path / "restored.riskdesk")
    spoil(path)
    with closing(Session.open(path, "me", backups=tmp_path / "backups", whole=False)) as session:
        note(session, "New")
        session.back_up()
        assert "showed a difference" in str(session.backup_problem)


def link(at: Path, sound: Path) -> None:
    at.symlink_to(sound)


def pipe(at: Path, _sound: Path) -> None:
    os.mkfifo(at)


def folder(at: Path, _sound: Path) -> None:
    at.mkdir()


def nothing(at: Path, _sound: Path) -> None:
    at.touch()


def text(at: Path, _sound: Path) -> None:
    at.write_text("Dear all")


def strange(at: Path, _sound: Path) -> None:
    """A backup of another store."""
    with closing(Session.create(at, "Marat")) as session:
        session.run(registers.add(template("coe", Language.ENGLISH)))


NAMES = [
    "20311125T120000Z-{step}-{hash}.riskdesk",
    "20311125T120000Z-999-{hash}.riskdesk",
    "20311124T120000Z-{step}-00000000.riskdesk",
    "99999999T999999Z-1-00000000.riskdesk",
    "20311125T120000Z-999999999999999999999999999999-00000000.riskdesk",
    "20311125T120000Z-" + "9" * 200 + "-00000000.riskdesk",
    "２０３１1125T120000Z-٣-00000000.riskdesk",
    pytest.param("20311125T120000Z-1-ffffffff.riskdesk\n", marks=needs_any_name),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", [folder, nothing, text, strange, *([link, pipe] * (os.name == "posix"))])
def test_nothing_else_under_the_name_of_a_backup_is_one(
    backed_up: Session, backups: Backups, tmp_path: Path, kind: Callable[[Path, Path], None], name: str
) -> None:
    (good,) = make_backups(backups, backed_up, NOW)
    hostile = backups.folder / name.format(step=good.step, hash=good.hash)
    kind(hostile, good.path)
    assert backups.newest_sound() == good
    for backup in set(backups.all()) - {good}:
        with pytest.raises(FileProblem):
            backups.restore(backup, tmp_path / "restored.riskdesk")
    assert make_backups(backups, backed_up, NOW + HOUR) == [backups.newest_sound()]
    assert findings(good.path) == []


def test_a_store_with_the_same_journal_and_another_identity_is_no_backup(
    backed_up: Session, backups: Backups, tmp_path: Path
) -> None:
    (good,) = make_backups(backups, backed_up, NOW)
    backups.restore(good, tmp_path / "other.riskdesk")
    good.path.unlink()
    (tmp_path / "other.riskdesk").rename(good.path)
    assert good.path in [backup.path for backup in backups.all()]
    assert backups.newest_sound() is None
    # Nor is it one of what is in the store now.
    again = backups.make(backed_up.path, NOW + HOUR)
    assert again is not None
    assert backups.newest_sound() == again


def test_a_file_whose_name_promises_other_steps_is_no_backup(backed_up: Session, backups: Backups) -> None:
    early, late = make_backups(backups, backed_up, NOW, NOW + HOUR)
    for name in (f"20311125T120000Z-{late.step + 1}-{early.hash}", f"20311125T120000Z-{early.step}-01234567"):
        shutil.copyfile(early.path, backups.folder / f"{name}.riskdesk")
    assert backups.newest_sound() == late
    late.path.unlink()
    assert backups.newest_sound() == early


def test_a_damaged_backup_keeps_no_other_from_being_made(backed_up: Session, backups: Backups) -> None:
    (bad,) = make_backups(backups, backed_up, NOW)
    bad.path.write_bytes(bytes(9000))
    again = backups.make(backed_up.path, NOW + HOUR)
    assert again is not None
    assert again == backups.newest_sound()


def test_a_backup_that_was_written_to_meanwhile_is_restored(
    backed_up: Session, backups: Backups, tmp_path: Path
) -> None:
    """Another program may write between the look at the store and the copy."""
    (backup,) = make_backups(backups, backed_up, NOW)
    with closing(Session.open(backup.path, "Marat")) as other:
        note(other, "One more")
    assert backups.newest_sound() is not None
    backups.restore(backups.all()[0], tmp_path / "restored.riskdesk")
