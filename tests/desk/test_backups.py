"""Backups: made without being asked, thinned, restored to a new file, and never a half one."""

import datetime
import gc
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import weakref
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import items, registers, risks
from riskdesk.desk.backups import Backups
from riskdesk.desk.retention import times_to_keep
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.telling import Telling
from riskdesk.domain.values import Language
from riskdesk.store import opening
from riskdesk.store.check import findings
from tests.desk.standing import START, register_of
from tests.labels import undo_label
from tests.systems import needs_limits, needs_moves

needs_zones = pytest.mark.skipif(not hasattr(time, "tzset"), reason="a process changes its time zone only elsewhere")
NOW = datetime.datetime(2031, 11, 24, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with closing(Session.create(tmp_path / "a.riskdesk", "me", backups=tmp_path / "backups")) as session:
        session.run(registers.add(register_of(START)))
        yield session


@pytest.fixture
def backups(session: Session) -> Backups:
    assert session.backups is not None, "it was given a folder"
    return session.backups


def note(session: Session, text: str) -> None:
    session.run(risks.edit(next(session.tree(session.registers()[0].id).risks).id, note=text))


def test_a_backup_is_made_only_where_something_changed(session: Session, backups: Backups) -> None:
    backup = backups.make(session.path, NOW)
    assert backup is not None
    assert backups.make(session.path, NOW + HOUR) is None
    note(session, "New")
    assert backups.make(session.path, NOW + HOUR) is not None
    assert [backup.at for backup in backups.all()][:2] == [NOW + HOUR, NOW]


def test_the_newest_backup_has_the_most_steps_though_the_clock_was_set_back(session: Session, backups: Backups) -> None:
    backups.make(session.path, NOW)
    note(session, "Written after the battery of the clock died")
    long_ago = NOW.replace(year=2000)
    backup = backups.make(session.path, long_ago)
    assert backups.make(session.path, long_ago + HOUR) is None
    assert backups.newest_sound() == backup
    note(session, "Written with the clock set right again")
    assert backups.make(session.path, NOW + HOUR) == backups.newest_sound()


def test_a_backup_holds_what_the_store_holds_and_is_sound(session: Session, backups: Backups) -> None:
    backup = backups.make(session.path, NOW)
    assert backup is not None
    assert findings(backup.path) == []
    with closing(Session.open(backup.path, "me")) as opened:
        assert opened.tree(session.registers()[0].id) == session.tree(session.registers()[0].id)


def test_a_backup_of_a_large_store_is_looked_through_once(
    session: Session, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_SMALL_BYTES", 0)
    shares = list[float]()

    def checkpoint(share: float | None = None, /) -> None:
        if share is not None:
            shares.append(share)

    backup = backups.make(session.path, NOW, checkpoint)
    assert backup is not None
    # As the chain of its one step begins, and as the step is followed; then its one document is written.
    assert shares == sorted(shares)
    assert len(shares) == 3
    assert shares[-1] == 1
    assert backup.path.with_suffix(".1.json").exists()


def test_the_register_documents_of_the_day_lie_beside_the_backup(session: Session, backups: Backups) -> None:
    for hour, text in enumerate(("One", "Two")):
        note(session, text)
        backup = backups.make(session.path, NOW + hour * HOUR)
    assert backup is not None
    (document,) = backups.folder.glob("*.json")
    assert document.name == f"{backup.path.stem}.1.json"
    assert "Two" in json.dumps(json.loads(document.read_text("utf-8")))


@needs_zones
@pytest.mark.parametrize("zone", ["UTC-10", "UTC+10"])
def test_a_backup_is_made_beside_those_of_the_first_and_the_last_year(
    session: Session, backups: Backups, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    for at in ("00010101T000000", "99991231T235959"):
        (backups.folder / f"{at}Z-1-0123abcd.riskdesk").write_bytes(b"")
    with monkeypatch.context() as patches:
        patches.setenv("TZ", zone)
        time.tzset()
        assert backups.make(session.path, NOW) is not None
    time.tzset()


def test_the_documents_of_a_newer_backup_stay(session: Session, backups: Backups, tmp_path: Path) -> None:
    """Another program may back the store up as it was a moment ago."""
    before = shutil.copyfile(session.path, tmp_path / "before.riskdesk")
    backups.make(session.path, NOW)
    note(session, "New")
    newer = backups.make(session.path, NOW + HOUR)
    assert newer is not None
    assert backups.make(before, NOW + 2 * HOUR) is None
    assert newer.path.with_suffix(".1.json").exists()


def test_a_quick_backup_is_whole_and_gets_its_documents_later(session: Session, backups: Backups) -> None:
    backup = backups.make(session.path, NOW, quick=True)
    assert backup is not None
    assert session.contents(backup).differences.changes == []
    assert list(backups.folder.glob("*.json")) == []
    assert backups.make(session.path, NOW + HOUR, quick=True) is None
    assert backups.make(session.path, NOW + HOUR) is None
    (document,) = backups.folder.glob("*.json")
    assert document.name == f"{backup.path.stem}.1.json"
    assert backups.all()[0] == backup


@pytest.mark.parametrize("number", [1, 2, 3])
def test_documents_that_could_not_all_be_written_are_written_the_next_time(
    session: Session, backups: Backups, number: int
) -> None:
    for _ in range(2):
        session.run(registers.add(register_of(START)))
    backup = backups.make(session.path, NOW, quick=True)
    assert backup is not None
    in_the_way = backup.path.with_suffix(f".{number}.json")
    in_the_way.mkdir()
    with pytest.raises(FileProblem):
        backups.make(session.path, NOW + HOUR)
    in_the_way.rmdir()
    assert backups.make(session.path, NOW + HOUR) is None
    assert sorted(path.suffixes[0] for path in backups.folder.glob("*.json")) == [".1", ".2", ".3"]


def test_a_quick_one_takes_nothing_away(session: Session, backups: Backups) -> None:
    first = backups.make(session.path, NOW)
    note(session, "New")
    second = backups.make(session.path, NOW.replace(year=2040), quick=True)
    note(session, "Newer")
    third = backups.make(session.path, NOW.replace(year=2041), quick=True)
    assert backups.all()[:3] == [third, second, first]


def test_a_backup_tells_how_it_differs_from_now(session: Session, backups: Backups) -> None:
    backup = backups.make(session.path, NOW)
    assert backup is not None
    note(session, "New")
    contents = session.contents(backup)
    assert (contents.registers, contents.risks, contents.mitigations) == (1, 7, 5)
    (change,) = contents.differences.changes
    assert (change.kind, change.before, change.after) == ("risk", {"note": ""}, {"note": "New"})


def test_what_has_another_place_than_in_a_backup_or_in_the_file_is_told(session: Session, backups: Backups) -> None:
    telling = Telling(Language.ENGLISH, lambda _context, text: text)
    backup = backups.make(session.path, NOW)
    assert backup is not None
    first = session.tree(session.registers()[0].id).categories[0]
    session.run(items.move([first.category.id], 1))
    assert telling.differences(session.contents(backup).differences) == ["category “A” · moved"]
    shutil.copyfile(backup.path, session.path)
    assert telling.differences(session.differences()) == ["category “A” · moved"]


def test_levels_that_differ_from_those_in_a_backup_or_in_the_file_are_named(session: Session, backups: Backups) -> None:
    telling = Telling(Language.ENGLISH, lambda _context, text: text)
    backup = backups.make(session.path, NOW)
    assert backup is not None
    risk = next(session.tree(session.registers()[0].id).risks)
    session.run(risks.edit(risk.id, likelihood=4))
    expected = [f"risk {risk.reference or f'“{risk.description}”'} · likelihood: (empty) → “4 High”"]
    assert telling.differences(session.contents(backup).differences) == expected
    shutil.copyfile(backup.path, session.path)
    assert telling.differences(session.differences()) == expected


def test_a_backup_is_restored_to_a_new_file_and_never_over_one(
    session: Session, backups: Backups, tmp_path: Path
) -> None:
    backup = backups.make(session.path, NOW)
    assert backup is not None
    note(session, "New")
    backups.restore(backup, tmp_path / "restored.riskdesk")
    assert findings(tmp_path / "restored.riskdesk") == []
    with closing(Session.open(tmp_path / "restored.riskdesk", "me")) as restored:
        assert next(restored.tree(session.registers()[0].id).risks).note == ""
        assert undo_label(restored, None) == "New register"
        assert restored.id != session.id
    with pytest.raises(FileProblem, match="already"):
        backups.restore(backup, session.path)


def test_sweeping_actions_and_closing_back_the_store_up(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "b.riskdesk", "me", backups=tmp_path / "backups")
    session.run(registers.add(register_of(START)))
    session.run(registers.delete(session.registers()[0].id))
    assert session.backups is not None
    newest = session.contents(session.backups.all()[0])
    assert newest.risks == 7
    session.close()
    assert len(session.backups.all()) == 3


def test_a_folder_that_cannot_be_used_warns_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with closing(Session.create(tmp_path / "a.riskdesk", "me", backups=tmp_path / "file")) as session:
        session.run(registers.add(register_of(START)))
        assert session.backup_problem is not None
        assert len(session.registers()) == 1


# The limit is that of a process, so the writing happens in one of its own.
FULL = """
import resource, sys
from pathlib import Path
from riskdesk.desk.session import Session
session = Session.open(Path(sys.argv[1]), "me", backups=Path(sys.argv[2]))
size = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
session.back_up()
print(session.backup_problem)
"""


class Asker:
    """Who asks for a backup, as a dialog does in another thread."""


def ask_for_backup(session: Session) -> "weakref.ref[Asker]":
    asker = Asker()
    session.back_up()
    return weakref.ref(asker)


@needs_moves
def test_why_no_backup_was_made_keeps_nothing_of_who_asked_for_it(session: Session) -> None:
    session.path.unlink()
    asker = ask_for_backup(session)
    assert session.backup_problem is not None
    # Python 3.13 leaves frames of context managers in a cycle.
    gc.collect()
    assert asker() is None


@needs_limits
@pytest.mark.parametrize("size", [0, 4096, 40_000, 100_000])
def test_a_full_disk_leaves_no_half_backup(session: Session, backups: Backups, tmp_path: Path, size: int) -> None:
    note(session, "New")
    before = backups.all()
    process = subprocess.run(
        [sys.executable, "-c", FULL, session.path, tmp_path / "backups", str(size)],
        capture_output=True,
        text=True,
        check=True,
    )
    # It is a limit of this user's, such as a quota, of which SQLite knows nothing.
    assert f"The disk has no room for a backup in {backups.folder}; make room on it." in process.stdout
    assert backups.all() == before
    assert not list(backups.folder.glob("*.part*"))


def test_a_part_of_a_backup_is_never_listed(backups: Backups, session: Session) -> None:
    before, backup = backups.all(), backups.make(session.path, NOW)
    (backups.folder / ".riskdesk-1234.part").write_bytes(b"half")
    (backups.folder / "letter.riskdesk").write_bytes(b"mine")
    assert backups.all() == [backup, *before]


def test_the_newest_that_is_sound_is_found(session: Session, backups: Backups) -> None:
    good = backups.make(session.path, NOW)
    note(session, "New")
    bad = backups.make(session.path, NOW + HOUR)
    assert bad is not None
    content = bytearray(bad.path.read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    bad.path.write_bytes(content)
    assert backups.newest_sound() == good


@pytest.mark.parametrize("content", [b"", b"\0" * 9000, pytest.param(None, marks=needs_moves)])
def test_backups_are_found_by_the_name_of_a_store_of_which_nothing_is_left(
    session: Session, backups: Backups, tmp_path: Path, content: bytes | None
) -> None:
    backups.make(session.path, NOW)
    session.path.unlink() if content is None else session.path.write_bytes(content)
    assert Backups.of(tmp_path / "backups", session.path).all() == backups.all()


@needs_moves
def test_a_store_whose_file_is_gone_is_closed_with_a_warning(session: Session) -> None:
    session.path.unlink()
    session.close()
    assert session.backup_problem is not None
    assert str(session.path) in str(session.backup_problem)


def test_a_leftover_where_a_killed_program_read_a_store_goes_too(
    session: Session, backups: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    leftover = tmp_path / "temporary" / ".riskdesk-0123abcd.part"
    leftover.write_bytes(b"a store that was read after a crash")
    os.utime(leftover, (0, 0))
    backups.make(session.path, NOW)
    assert not leftover.exists()


def test_a_store_that_nobody_knows_has_no_backup(session: Session, backups: Backups, tmp_path: Path) -> None:
    backup = backups.make(session.path, NOW)
    assert backup is not None
    shutil.copyfile(backup.path, tmp_path / "backups" / backup.path.name)
    assert Backups.of(tmp_path / "backups", tmp_path / "unknown.riskdesk").all() == []


def test_a_name_that_no_file_can_have_has_no_backup(backups: Backups, tmp_path: Path) -> None:
    assert Backups.of(tmp_path / "backups", tmp_path / ("n" * 300 + ".riskdesk")).all() == []


def test_a_backup_that_is_gone_since_is_not_listed(session: Session, backups: Backups, tmp_path: Path) -> None:
    backup = backups.make(session.path, NOW)
    assert backup is not None
    elsewhere = Backups(tmp_path / "other", session.id, [backup])
    assert elsewhere.all() == [backup]
    backup.path.unlink()
    assert elsewhere.all() == []


@pytest.mark.slow
def test_old_ones_go_and_the_newest_stays(session: Session, backups: Backups) -> None:
    for day in range(24, -1, -1):
        note(session, f"Day {day}")
        backups.make(session.path, NOW - datetime.timedelta(days=day))
    # The first was made before anything was in the store, when the register came in.
    days = [(NOW.date() - backup.at.date()).days for backup in backups.all()[:-1]]
    assert days[:14] == list(range(14))
    assert len(days) < 20
    assert len(list(backups.folder.glob("*.json"))) == len(set(days))


@given(st.lists(st.integers(0, 400 * 24), max_size=300))
def test_no_more_backups_are_kept_than_promised_and_the_newest_always(hours: list[int]) -> None:
    times = [NOW - hour * HOUR for hour in hours]
    chosen = times_to_keep(times, NOW)
    assert set(times) >= chosen
    recent = {at for at in times if (NOW.date() - at.date()).days < 2}
    assert recent <= chosen
    assert len(chosen - recent) <= 12 + 10 + 9
    assert not times or max(times) in chosen


def test_a_year_of_work_is_thinned_to_days_weeks_and_months() -> None:
    times = [NOW - hour * HOUR for hour in range(400 * 24)]
    chosen = times_to_keep(times, NOW)
    older = sorted((NOW.date() - at.date()).days for at in chosen if (NOW.date() - at.date()).days >= 2)
    assert older[:12] == list(range(2, 14))
    assert len(older) == 12 + 10 + 9
    assert older[-1] > 250


def test_a_store_that_lost_its_identity_is_closed_and_gets_no_backup(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "a.riskdesk", "me", backups=tmp_path / "backups")
    with closing(sqlite3.connect(session.path)) as raw:
        raw.execute("DELETE FROM store")
        raw.commit()
    session.close()
    assert list(tmp_path.glob("backups/*/*.riskdesk")) == []
