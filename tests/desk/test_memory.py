"""What was looked through once is remembered beside the backups, and believed only for the file that was left so."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from itertools import permutations
from pathlib import Path

import pytest

from riskdesk.desk import backup_folders, items, memory, registers, risks
from riskdesk.desk.copies import Copy
from riskdesk.desk.health import DamagedStore
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.progress import Cancelled
from riskdesk.domain.values import Language
from riskdesk.store import check, guard, opening, remembered
from tests.desk.backing_up import spoil
from tests.faults.hostile import PAGE, patched
from tests.systems import needs_limits, needs_modes, needs_moves

DAY = 24 * 60 * 60
# Where SQLite counts what it has written, and to which count what else is in the header belongs.
COUNTS = (24, 92)
NOTE = "UPDATE risk SET note = 'Harmless' WHERE reference = '{}'"


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every store of these tests counts as large."""
    monkeypatch.setattr(opening, "_SMALL_BYTES", 0)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture(scope="session")
def store_and_record(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A store that was looked through as a whole, after which a note was written to R-02, and what is remembered."""
    folder = tmp_path_factory.mktemp("made")
    path, root = folder / "a.riskdesk", folder / "backups"
    with closing(Session.create(path, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "_SMALL_BYTES", 0)
        with closing(opened(path, root)) as session:
            backup_folders.find(root, session.id, path)[0].mkdir(parents=True)
            session.require_sound()
            write(session, "R-02")
    return path, record(root).read_bytes()


@pytest.fixture
def path(store_and_record: tuple[Path, bytes], tmp_path: Path, root: Path) -> Path:
    """A copy of that store, of which the same is remembered."""
    path = tmp_path / "a.riskdesk"
    shutil.copy2(store_and_record[0], path)
    folder = backup_folders.find(root, json.loads(store_and_record[1])["store"], path)[0]
    folder.mkdir(parents=True)
    (folder / memory._NAME).write_bytes(store_and_record[1])
    return path


def opened(path: Path, root: Path | None) -> Session:
    """A session as that of a window, but that no backups are made."""
    session = Session.open(path, "me", backups=root, whole=False)
    session.forgo_backups()
    return session


def write(session: Session, reference: str = "R-01") -> None:
    tree = session.tree(session.registers()[0].id)
    (risk,) = [risk for risk in tree.risks if risk.reference == reference]
    session.run(risks.edit(risk.id, note=f"{risk.note} more"))


def checkpoints(path: Path, root: Path | None) -> int:
    """Open a store as the window does, and let it be looked through; how many things were looked at for that."""
    count = list[None]()
    with closing(opened(path, root)) as session:
        session.require_sound(lambda *_: count.append(None))
        assert session.is_sound
        assert session._store.trust.is_whole == (len(count) > 10)
    return len(count)


def record(root: Path) -> Path:
    (path,) = root.glob(f"*/{memory._NAME}")
    return path


def later(monkeypatch: pytest.MonkeyPatch, days: float) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + days * DAY)


def retell(root: Path, **fields: object) -> None:
    """Let the record say something else."""
    file = record(root)
    file.write_text(json.dumps({**json.loads(file.read_text()), **fields}))


def silently(path: Path, statement: str) -> None:
    """Change a file as a disk does that loses some of it: nothing else in it changes, nor does its time."""
    before, content = path.stat(), path.read_bytes()
    spoil(path, statement)
    with path.open("r+b") as file:
        for at in COUNTS:
            file.seek(at)
            file.write(content[at : at + 4])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


# What is looked at.


def test_what_was_looked_through_is_not_replayed_at_the_next_opening(path: Path, root: Path) -> None:
    assert checkpoints(path, root) == 1
    before = record(root).stat().st_mtime_ns
    assert [checkpoints(path, root) for _ in range(2)] == [0, 0]
    assert record(root).stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "work",
    [
        lambda session: [write(session) for _ in range(3)],
        lambda session: [session.undo(None), session.redo(None), session.undo(None)],
        lambda session: session.run(registers.add(template("coe", Language.FRENCH))),
        lambda session: [session.run(registers.delete(session.registers()[0].id)), session.undo(None)],
        lambda session: session.run(
            items.delete([risk.id for risk in session.tree(session.registers()[0].id).risks][:5]),
        ),
        # What changes nothing is no step.
        lambda session: session.run(registers.edit(session.registers()[0].id)),
        # More than SQLite holds in memory, which it writes before the end.
        lambda session: [
            session.run(risks.add(next(session.tree(session.registers()[0].id).entries).entry.id, ["x" * 9000] * 400)),
            session.undo(None),
        ],
    ],
)
def test_what_is_written_between_leaves_it_remembered(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, work: Callable[[Session], object]
) -> None:
    monkeypatch.setattr("riskdesk.store.since._MOST_NEW", 2**30)
    for _ in range(2):
        with closing(opened(path, root)) as session:
            session.require_sound()
            assert not session._store.trust.is_whole
            work(session)
    with closing(opened(path, root)) as session:
        session.require_sound()
        assert not session._store.trust.is_whole
    assert checkpoints(path, root) == 0


def test_registers_may_go_and_come(path: Path, root: Path) -> None:
    """To delete one touches all that are there: those too that go by the next step, and none that comes later."""
    with closing(opened(path, root)) as session:
        session.require_sound()
        for language in Language:
            session.run(registers.add(template("coe", language)))
    with closing(opened(path, root)) as session:
        session.require_sound()
        for register in session.registers()[1:]:
            session.run(registers.delete(register.id))
        session.run(registers.add(template("coe", Language.FRENCH)))
    with closing(opened(path, root)) as session:
        session.require_sound()
        assert not session._store.trust.is_whole


def test_what_is_written_before_it_was_looked_through_is_remembered_too(path: Path, root: Path) -> None:
    with closing(opened(path, root)) as session:
        write(session)
        write(session, "R-03")
        session.require_sound()
    assert checkpoints(path, root) == 0


def test_very_much_that_is_new_is_looked_through_with_all_the_rest(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("riskdesk.store.since._MOST_NEW", 10)
    assert checkpoints(path, root) > 60
    assert checkpoints(path, root) == 0


def test_what_is_remembered_already_is_not_written_again(path: Path, root: Path) -> None:
    record(root).unlink()
    with closing(opened(path, root)) as session:
        session.require_sound()
        before = record(root).stat().st_mtime_ns
    assert record(root).stat().st_mtime_ns == before


def test_what_is_sound_is_not_looked_at_again(path: Path, root: Path) -> None:
    with closing(opened(path, root)) as session:
        session.require_sound()
        record(root).unlink()
        session.require_sound()
        assert not list(root.glob(f"*/{memory._NAME}"))


def test_an_empty_store_is_remembered(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "empty.riskdesk"
    Session.create(path, "me").close()
    for is_whole in (True, False):
        with closing(opened(path, root)) as session:
            backup_folders.find(root, session.id, path)[0].mkdir(parents=True, exist_ok=True)
            session.require_sound()
            assert session._store.trust.is_whole == is_whole


def test_the_last_step_that_a_store_may_have_is_remembered(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "MOST_STEPS", 1)
    assert checkpoints(path, root) == 1


def test_who_closes_before_it_was_looked_through_takes_nothing_away(path: Path, root: Path) -> None:
    opened(path, root).close()
    assert checkpoints(path, root) == 1


def test_once_a_week_all_is_looked_through(path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch, 6)
    assert checkpoints(path, root) == 1
    later(monkeypatch, 1)
    assert checkpoints(path, root) > 60
    later(monkeypatch, 6)
    assert checkpoints(path, root) == 0
    later(monkeypatch, 1)
    assert checkpoints(path, root) > 60


def test_a_day_that_is_to_come_does_not_count(path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch, -1)
    assert checkpoints(path, root) > 60
    assert checkpoints(path, root) == 0


@pytest.mark.parametrize("version", ["0.0.1", "999"])
def test_another_version_looks_through_all(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    monkeypatch.setattr(remembered, "__version__", version)
    assert checkpoints(path, root) > 60
    retell(root, riskdesk="other")
    assert checkpoints(path, root) > 60


def test_a_small_store_is_not_remembered(path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(root).unlink()
    monkeypatch.setattr(opening, "_SMALL_BYTES", 2**30)
    with closing(opened(path, root)) as session:
        session.require_sound()
        write(session)
    assert not list(root.glob(f"*/{memory._NAME}"))


def test_a_small_store_that_others_wrote_to_is_looked_through_whatever_is_remembered(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_SMALL_BYTES", 2**30)
    with closing(opened(path, root)) as session:
        by_another_riskdesk(path)
        session.read_changes_of_others()
        assert not session.is_sound
        session.require_sound()
        assert session._store.trust.is_whole


# What others do to the file.


def copied(path: Path) -> None:
    """A copy is put in its place, which holds the same to the letter."""
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)


def by_another_riskdesk(path: Path) -> None:
    with closing(Session.open(path, "other")) as session:
        write(session)


OTHERS: dict[str, Callable[[Path], object]] = {
    "a copy in its place": copied,
    "another Riskdesk": by_another_riskdesk,
    "what wrote nothing that counts": lambda path: spoil(path, "UPDATE store SET riskdesk = 'other'"),
}


@pytest.mark.parametrize("others", OTHERS.values(), ids=OTHERS)
def test_what_others_wrote_is_looked_through_as_a_whole(
    path: Path, root: Path, others: Callable[[Path], object]
) -> None:
    others(path)
    assert checkpoints(path, root) > 60
    assert checkpoints(path, root) == 0


def on_the_command_line(path: Path, root: Path) -> None:
    """Write as the command line does, which looks all of a store through as it opens it."""
    with closing(Session.open(path, "me", backups=root)) as session:
        write(session)


@pytest.mark.parametrize("known", [True, False])
def test_what_the_command_line_has_written_is_looked_at_alone(path: Path, root: Path, *, known: bool) -> None:
    if not known:
        record(root).unlink()
    on_the_command_line(path, root)
    assert json.loads(record(root).read_text())["step"] == 2
    assert [checkpoints(path, root) for _ in range(2)] == [1, 0]


def test_on_the_command_line_all_is_looked_through_whatever_is_remembered(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, 6)
    on_the_command_line(path, root)
    later(monkeypatch, 6)
    assert checkpoints(path, root) == 1


def test_what_others_write_beside_the_command_line_is_looked_through(path: Path, root: Path) -> None:
    with closing(Session.open(path, "me", backups=root)) as session:
        by_another_riskdesk(path)
        session.run(registers.edit(session.registers()[0].id, title="Another"))
    assert checkpoints(path, root) > 60


def test_nothing_is_remembered_that_others_did_while_the_command_line_opened_it(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = guard.start_of

    def overtaken(at: Path) -> bytes:
        content = start(at)
        if at == path and not overtaken_paths:
            overtaken_paths.append(at)
            by_another_riskdesk(path)
        return content

    overtaken_paths: list[Path] = []
    monkeypatch.setattr(guard, "start_of", overtaken)
    on_the_command_line(path, root)
    assert checkpoints(path, root) > 60


@pytest.mark.parametrize("reference", ["R-02", "R-05"])
@pytest.mark.parametrize("keeps_time", [True, False])
def test_what_another_program_changed_without_a_step_is_found_though_nothing_is_new(
    path: Path, root: Path, reference: str, *, keeps_time: bool
) -> None:
    """Whatever time the file has."""
    assert checkpoints(path, root) == 1
    before = path.stat()
    spoil(path, NOTE.format(reference))
    if keeps_time:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    for _ in range(2):
        with closing(opened(path, root)) as session, pytest.raises(DamagedStore):
            session.require_sound()


def test_what_was_changed_by_no_sqlite_is_found(path: Path, root: Path) -> None:
    before = path.stat()
    silently(path, NOTE.format("R-05"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000))
    with closing(opened(path, root)) as session, pytest.raises(DamagedStore):
        session.require_sound()


def test_what_others_write_while_it_is_open_is_looked_through_next_time(path: Path, root: Path) -> None:
    with closing(opened(path, root)) as session:
        session.require_sound()
        by_another_riskdesk(path)
        session.read_changes_of_others()
        assert not session.is_sound
        session.require_sound()
        assert session._store.trust.is_whole
        write(session)
    assert checkpoints(path, root) > 60
    assert checkpoints(path, root) == 0


def test_what_others_wrote_and_nobody_heard_of_is_looked_through(path: Path, root: Path) -> None:
    with closing(opened(path, root)) as session:
        session.require_sound()
        by_another_riskdesk(path)
    assert checkpoints(path, root) > 60


def changed_by_no_sqlite(path: Path, reference: str) -> None:
    before = path.stat()
    silently(path, NOTE.format(reference))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000))


@pytest.mark.parametrize("order", [*permutations("els"), *permutations("elw"), *permutations("elsw")], ids="".join)
def test_what_is_changed_by_no_sqlite_while_it_is_open_is_found(path: Path, root: Path, order: Sequence[str]) -> None:
    """At once, where it is looked through later, and next time however late it came: in each order of four things."""
    with closing(opened(path, root)) as session:
        do: dict[str, Callable[[], object]] = {
            "e": lambda: changed_by_no_sqlite(path, "R-05"),
            "l": session.require_sound,
            "s": session.read_changes_of_others,
            "w": lambda: write(session),
        }
        with suppress(DamagedStore):
            for letter in order:
                do[letter]()
            assert order.index("l") < order.index("e")
    with closing(opened(path, root)) as session, pytest.raises(DamagedStore):
        session.require_sound()


@needs_moves
def test_nothing_is_remembered_of_a_file_that_was_put_in_its_place(path: Path, root: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.riskdesk"
    with closing(opened(path, root)) as session:
        session.require_sound()
        shutil.copy(path, other)
        silently(other, NOTE.format("R-05"))
        other.replace(path)
    with closing(opened(path, root)) as session, pytest.raises(DamagedStore):
        session.require_sound()


def test_what_was_changed_beside_the_steps_of_others_is_found_after_our_own(path: Path, root: Path) -> None:
    with closing(opened(path, root)) as session:
        by_another_riskdesk(path)
        silently(path, NOTE.format("R-05"))
        session.read_changes_of_others()
        write(session)
        with pytest.raises(DamagedStore):
            session.require_sound()


def test_what_was_changed_by_others_in_the_moment_before_we_write_is_found(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After we looked whether others wrote, and before our own transaction."""

    def write_meanwhile(at: Path) -> None:
        require_checked(at)
        monkeypatch.undo()
        by_another_riskdesk(path)
        silently(path, NOTE.format("R-05"))

    require_checked = check.require_checked
    with closing(opened(path, root)) as session:
        monkeypatch.setattr(check, "require_checked", write_meanwhile)
        write(session, "R-03")
        with pytest.raises(DamagedStore):
            session.require_sound()


def test_who_is_killed_right_after_the_look_has_remembered_it(path: Path, root: Path) -> None:
    record(root).unlink()
    session = opened(path, root)
    session.require_sound()
    session._store.close()
    assert checkpoints(path, root) == 0


def test_all_is_looked_through_after_a_program_was_killed(path: Path, root: Path) -> None:
    session = opened(path, root)
    session.require_sound()
    write(session)
    session._store.close()
    assert checkpoints(path, root) > 60
    assert checkpoints(path, root) == 0


# What a disk loses.

FOUND_AT_ONCE = {
    "a value that was written since": NOTE.format("R-02"),
    "a value that was written since is gone": "DELETE FROM risk WHERE reference = 'R-02'",
    "what a new step tells": "UPDATE step SET changes = replace(changes, 'more', 'less') WHERE number = 2",
    "that a new step tells anything": "UPDATE step SET changes = replace(changes, '[[', '{{') WHERE number = 2",
    "the letters of a value": NOTE.replace("'Harmless'", "CAST(x'ff' AS TEXT) || ' more'").format("R-02"),
    "who took a new step": "UPDATE step SET who = 'no' WHERE number = 2",
    "what a new step takes back": "UPDATE step SET undoes = 1 WHERE number = 2",
    "the link to a new step": "UPDATE step SET hash = substr(hash, 2) || 'x' WHERE number = 1",
    "a new step is gone": "DELETE FROM step WHERE number = 2",
    "the index of a new step": "DELETE FROM touch WHERE step = 2",
    "the index of a new step tells more": "INSERT INTO touch SELECT register, 2, register FROM touch WHERE step = 2",
    "the index of no step": "INSERT INTO touch SELECT register, 3, item FROM touch WHERE step = 2",
}
FOUND_IN_A_WEEK = {
    "a value that was not written since": NOTE.format("R-05"),
    "what an old step tells": "UPDATE step SET label = upper(label) WHERE number = 1",
    "the index of an old step": "DELETE FROM touch WHERE step = 1 AND item <> register",
}


@pytest.mark.parametrize("statement", FOUND_AT_ONCE.values(), ids=FOUND_AT_ONCE)
def test_what_is_lost_of_what_is_new_is_found_at_once(path: Path, root: Path, statement: str) -> None:
    silently(path, statement)
    for _ in range(2):
        with closing(opened(path, root)) as session:
            with pytest.raises(DamagedStore):
                session.require_sound()
            assert not list(root.glob(f"*/{memory._NAME}"))


def lose_a_page(path: Path) -> None:
    """The page of a table that is empty, and that nothing reads to show a register, holds nothing any more."""
    before = path.stat()
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'snapshot'").fetchone()
    patched((root - 1) * PAGE, bytes(PAGE))(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("is_new", [True, False])
def test_a_page_that_is_lost_is_found_at_once(path: Path, root: Path, *, is_new: bool) -> None:
    """Even if no step is new."""
    assert is_new or checkpoints(path, root) == 1
    lose_a_page(path)
    with closing(opened(path, root)) as session, pytest.raises(DamagedStore):
        session.require_sound()


def test_damage_that_is_found_before_the_first_write_is_not_forgotten(path: Path, root: Path) -> None:
    lose_a_page(path)
    with closing(opened(path, root)) as session, pytest.raises(DamagedStore):
        write(session)
    assert not list(root.glob(f"*/{memory._NAME}"))


def test_damage_that_is_found_by_reading_is_not_forgotten(path: Path, root: Path) -> None:
    silently(path, FOUND_AT_ONCE["the letters of a value"])
    with closing(opened(path, root)) as session, pytest.raises(DamagedStore):
        session.tree(session.registers()[0].id)
    assert not list(root.glob(f"*/{memory._NAME}"))


@pytest.mark.parametrize("statement", FOUND_IN_A_WEEK.values(), ids=FOUND_IN_A_WEEK)
def test_what_is_lost_of_what_is_old_is_found_within_a_week(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    silently(path, statement)
    assert checkpoints(path, root) == 1
    later(monkeypatch, 7)
    with closing(opened(path, root)) as session, pytest.raises(DamagedStore):
        session.require_sound()


@pytest.mark.parametrize("statement", FOUND_IN_A_WEEK.values(), ids=FOUND_IN_A_WEEK)
def test_a_loss_is_found_when_somebody_asks_and_not_forgotten(path: Path, root: Path, statement: str) -> None:
    silently(path, statement)
    with closing(opened(path, root)) as session:
        session.require_sound()
        assert not session.examine().sound
        assert not session.is_sound
        assert not list(root.glob(f"*/{memory._NAME}"))
        with pytest.raises(DamagedStore):
            session.require_sound()
    with closing(opened(path, root)) as session, pytest.raises(DamagedStore):
        session.require_sound()


def test_a_record_that_cannot_be_removed_does_not_count_once_damage_is_found(path: Path, root: Path) -> None:
    silently(path, FOUND_IN_A_WEEK["a value that was not written since"])
    content = record(root).read_bytes()
    with closing(opened(path, root)) as session:
        place = record(root)
        assert not session.examine().sound
        place.write_bytes(content)
        with pytest.raises(DamagedStore):
            session.require_sound()


def refuse(*_: object, **__: object) -> None:
    raise PermissionError


def test_a_record_that_cannot_be_removed_does_not_count_at_the_next_opening(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silently(path, FOUND_IN_A_WEEK["a value that was not written since"])
    monkeypatch.setattr(Path, "unlink", refuse)
    with closing(opened(path, root)) as session:
        assert not session.examine().sound
    with closing(opened(path, root)) as session, pytest.raises(DamagedStore):
        session.require_sound()


def test_a_record_that_can_no_more_be_changed_does_not_count(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silently(path, FOUND_IN_A_WEEK["a value that was not written since"])
    content = record(root).read_bytes()
    real_open = Path.open
    monkeypatch.setattr(Path, "open", lambda self, mode: refuse() if "+" in mode else real_open(self, mode))
    monkeypatch.setattr(Path, "unlink", refuse)
    monkeypatch.setattr(os, "truncate", refuse)
    for _ in range(2):
        with closing(opened(path, root)) as session, pytest.raises(DamagedStore):
            session.require_sound()
    monkeypatch.undo()
    assert record(root).read_bytes() == content


def test_a_record_of_a_store_that_is_found_damaged_without_a_session_goes(path: Path, root: Path) -> None:
    memory.forget(root, path)
    assert not list(root.glob(f"*/{memory._NAME}"))
    memory.forget(root, path)


def test_a_record_that_is_gone_already_is_not_emptied(tmp_path: Path) -> None:
    memory._take_back(tmp_path / "gone.json")
    assert not list(tmp_path.iterdir())


def test_a_record_that_is_removed_meanwhile_does_not_count(path: Path, root: Path) -> None:
    def give_up(*_: object) -> None:
        raise Cancelled

    with closing(opened(path, root)) as session:
        with pytest.raises(Cancelled):
            session.require_sound(give_up)
        record(root).unlink()
        session.require_sound()
        assert session._store.trust.is_whole


def test_no_copy_makes_what_was_lost_look_sound(path: Path, root: Path, tmp_path: Path) -> None:
    silently(path, FOUND_IN_A_WEEK["a value that was not written since"])
    with closing(opened(path, root)) as session:
        session.require_sound()
        with pytest.raises(DamagedStore):
            session.send(Copy(), tmp_path / "sent.riskdesk")
        assert not session.is_sound
    assert not (tmp_path / "sent.riskdesk").exists()
    with closing(opened(path, root)) as session, pytest.raises(DamagedStore):
        session.require_sound()


def test_no_backup_makes_what_was_lost_look_sound(path: Path, root: Path) -> None:
    silently(path, FOUND_IN_A_WEEK["a value that was not written since"])
    with closing(Session.open(path, "me", backups=root, whole=False)) as session:
        session.require_sound()
        session.back_up()
        assert "difference" in str(session.backup_problem)


def test_to_ask_counts_as_having_looked_through_all(path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch, 5)
    with closing(opened(path, root)) as session:
        session.require_sound()
        assert session.examine().sound
    later(monkeypatch, 5)
    assert checkpoints(path, root) == 0


# What the record may say.


@pytest.mark.parametrize(
    "fields",
    [
        {"store": "6fdb0a70-3a0b-4f33-a5a5-0e0b7d8e6f11"},
        {"hash": "0" * 64},
        {"step": 2},
        {"step": 0},
        {"step": 1_000_000},
        {"changes": 1},
        {"size": 0},
        {"written": 0},
    ],
    ids=str,
)
def test_a_record_of_another_file_does_not_count(path: Path, root: Path, fields: dict[str, object]) -> None:
    assert json.loads(record(root).read_text())["step"] == 1
    retell(root, **fields)
    assert checkpoints(path, root) > 60
    assert checkpoints(path, root) == 0


def test_a_copy_that_went_another_way_is_not_taken_for_it(path: Path, root: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.riskdesk"
    other.write_bytes(path.read_bytes())
    with closing(opened(other, tmp_path / "others")) as session:
        session.require_sound()
        write(session)
        write(session)
    path.write_bytes(other.read_bytes())
    assert checkpoints(path, root) > 60


HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"{",
    "null": b"null",
    "a number": b"7",
    "a list": b"[]",
    "a list of pairs": b'[["store", "x"]]',
    "nothing in it": b"{}",
    "brackets": b"[" * 4000,
    "objects": b'{"a":' * 600,
    "too long": b" " * 5000 + b"{}",
    "no text": b"\xff\xfe\x00",
    "half a letter": b'{"store": "\\ud800"}',
    "not a number": b'{"step": NaN}',
}
SENSELESS: dict[str, object] = {
    "a step that is none": {"step": -1},
    "one that is true": {"step": True},
    "one that no file holds": {"step": 10**30},
    "one with a fraction": {"step": 1.0},
    "a text for a step": {"step": "1"},
    "a day that is none": {"day": "2026-02-30"},
    "a day in words": {"day": "today"},
    "a number for a day": {"day": 20261129},
    "a hash that is none": {"hash": None},
    "a list for a store": {"store": []},
    "half a letter for a store": {"store": "\ud800"},
    "more": {"more": 1},
    "a day before all others": {"day": "0001-01-01"},
    "a day after all others": {"day": "9999-12-31"},
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_record_is_written_over(path: Path, root: Path, content: bytes) -> None:
    record(root).write_bytes(content)
    assert checkpoints(path, root) > 60
    assert checkpoints(path, root) == 0


@pytest.mark.parametrize("fields", SENSELESS.values(), ids=SENSELESS)
def test_a_record_that_makes_no_sense_is_written_over(path: Path, root: Path, fields: dict[str, object]) -> None:
    retell(root, **fields)
    assert checkpoints(path, root) > 60
    assert checkpoints(path, root) == 0


def test_no_file_that_is_far_too_large_is_read(path: Path, root: Path) -> None:
    content = record(root).read_bytes()
    for size, is_read in ((4_000, True), (5_000, False)):
        record(root).write_bytes(content.ljust(size))
        assert (checkpoints(path, root) == 1) == is_read


def test_half_a_record_is_none(path: Path, root: Path) -> None:
    content = record(root).read_bytes()
    for length in range(1, len(content) - 1, 23):
        record(root).write_bytes(content[:length])
        assert checkpoints(path, root) > 60


def test_the_record_holds_nothing_of_what_was_typed(path: Path, root: Path) -> None:
    fields = json.loads(record(root).read_text())
    assert fields.keys() == memory._FIELDS.keys()
    with closing(sqlite3.connect(path)) as raw:
        (identity,) = raw.execute("SELECT id FROM store").fetchone()
        (digest,) = raw.execute("SELECT hash FROM step WHERE number = ?", (fields["step"],)).fetchone()
    texts = {name: value for name, value in fields.items() if isinstance(value, str)}
    assert texts == {"store": identity, "hash": digest, "day": fields["day"], "riskdesk": remembered.__version__}


@needs_modes
def test_nobody_else_reads_it(path: Path, root: Path) -> None:
    record(root).unlink()
    assert checkpoints(path, root) > 60
    assert record(root).stat().st_mode & 0o077 == 0


# Where nothing can be kept.


def test_a_folder_in_its_place_is_let_be(path: Path, root: Path) -> None:
    place = record(root)
    place.unlink()
    place.mkdir()
    assert [checkpoints(path, root) > 60 for _ in range(2)] == [True, True]
    assert place.is_dir()


def test_without_a_folder_for_backups_all_is_looked_through(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for root in (tmp_path / "file", tmp_path / "file" / "below", None):
        assert [checkpoints(path, root) > 60 for _ in range(2)] == [True, True]


def test_who_only_reads_leaves_no_record(path: Path, root: Path) -> None:
    before = record(root).read_bytes()
    with closing(Session.open(path, "me", read_only=True, backups=root, whole=False)) as session:
        session.require_sound()
        assert session._store.trust.is_whole
    assert record(root).read_bytes() == before
    assert checkpoints(path, root) == 1


# A program on a disk with no room, which says whether a store was looked through as a whole.
FULL = """
import resource, sys
from pathlib import Path
from riskdesk.desk.session import Session
from riskdesk.store import opening
opening._SMALL_BYTES = 0
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
session = Session.open(Path(sys.argv[1]), "me", backups=Path(sys.argv[2]), whole=False)
session.require_sound()
print(session._store.trust.is_whole)
session.close()
"""


@needs_limits
def test_on_a_full_disk_nothing_is_said_of_it(path: Path, root: Path) -> None:
    before = record(root).read_bytes()
    for whole, content in ((False, before), (True, b"{}")):
        record(root).write_bytes(content)
        process = subprocess.run([sys.executable, "-c", FULL, path, root], capture_output=True, text=True, check=True)
        assert (process.stdout, process.stderr) == (f"{whole}\n", "")
        assert record(root).read_bytes() == content
    assert not list(root.glob("*/*.part*"))
