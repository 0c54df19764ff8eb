"""Saving what is open of a store whose file was cut short: from memory, and for the rest from the newest backup."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import registers, risks
from riskdesk.desk.action import Action
from riskdesk.desk.backups import Backups
from riskdesk.desk.rescue import Rescued, report, save
from riskdesk.desk.session import Session
from riskdesk.domain.language import moment_label
from riskdesk.domain.problems import FileProblem, FileReplaced
from riskdesk.domain.records import to_record
from riskdesk.domain.replay import State
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Snapshot
from riskdesk.store.check import findings
from riskdesk.store.transaction import Transaction
from tests.desk.backing_up import NOW, note, spoil
from tests.desk.standing import START, register_of, require_rising, state_of
from tests.labels import undo_label
from tests.systems import needs_moves

TITLES = ("First", "Second", "Third")


def titled(title: str) -> RegisterTree:
    tree = register_of(START)
    return replace(tree, register=replace(tree.register, title=title))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with three registers."""
    path = tmp_path / "three.riskdesk"
    with closing(Session.create(path, "me")) as session:
        for title in TITLES:
            session.run(registers.add(titled(title)))
    return path


@pytest.fixture
def cut(path: Path, tmp_path: Path) -> Iterator[Callable[..., tuple[Session, Path]]]:
    """Open the store, do something, cut its file short; gives the session and the place for the new store."""
    sessions = ExitStack()

    def cut(work: Callable[[Session], object], *, keep: bool = True) -> tuple[Session, Path]:
        session = sessions.enter_context(closing(Session.open(path, "me", backups=tmp_path / "backups")))
        if keep:
            assert session.backups is not None
            session.backups.make(path, NOW)
        session.registers()
        work(session)
        with path.open("rb+") as file:
            file.truncate(4096)
        with pytest.raises(FileReplaced):
            session.read_changes_of_others()
        return session, tmp_path / "saved.riskdesk"

    with sessions:
        yield cut


def open_registers(session: Session, *titles: str) -> list[RegisterTree]:
    """Open registers, so that they are in memory."""
    return [session.tree(register.id) for register in session.registers() if register.title in titles]


def trees_by_title(new: Path) -> dict[str, RegisterTree]:
    assert findings(new) == []
    with closing(Session.open(new, "me", read_only=True)) as session:
        return {register.title: session.tree(register.id) for register in session.registers()}


def report_lines(rescued: Rescued) -> list[str]:
    return [str(problem) for problem in report(rescued)]


def test_what_was_never_opened_comes_from_the_newest_backup(cut) -> None:
    def work(session: Session) -> None:
        open_registers(session, "First")
        note(session, "In memory")

    session, new = cut(work)
    rescued = session.rescue(new)
    trees = trees_by_title(new)
    assert tuple(trees) == TITLES
    assert next(trees["First"].risks).note == "In memory"
    assert trees["Third"].categories
    moment = str(moment_label(NOW))
    assert [text.count(moment) for text in report_lines(rescued)] == [1, 1]
    assert [title in text for title, text in zip(TITLES[1:], report_lines(rescued), strict=True)] == [True, True]


def test_what_is_in_no_backup_is_told_by_its_name(cut) -> None:
    session, new = cut(lambda session: open_registers(session, "Second"), keep=False)
    rescued = session.rescue(new)
    assert tuple(trees_by_title(new)) == ("Second",)
    assert rescued.lost == (("register", "First"), ("register", "Third"))
    assert all("Not saved" in text for text in report_lines(rescued))


def test_a_register_that_came_since_the_backup_is_told(cut) -> None:
    session, new = cut(lambda session: session.run(registers.add(titled("Fourth"))))
    rescued = session.rescue(new)
    assert tuple(trees_by_title(new)) == TITLES
    assert rescued.lost == (("register", "Fourth"),)


def test_a_register_that_was_deleted_since_the_backup_stays_deleted(cut) -> None:
    session, new = cut(lambda session: session.run(registers.delete(session.registers()[0].id)))
    session.rescue(new)
    assert tuple(trees_by_title(new)) == TITLES[1:]


def test_where_all_was_in_memory_there_is_nothing_to_tell(cut) -> None:
    session, new = cut(lambda session: open_registers(session, *TITLES))
    assert report_lines(session.rescue(new)) == []
    assert tuple(trees_by_title(new)) == TITLES


def test_a_backup_that_is_not_sound_is_not_taken(cut, tmp_path: Path) -> None:
    session, new = cut(lambda session: open_registers(session, "First"))
    for backup in (tmp_path / "backups").glob("*/*.riskdesk"):
        spoil(backup, "DELETE FROM mitigation")
    assert session.rescue(new).lost == (("register", "Second"), ("register", "Third"))


def test_all_of_a_store_that_nobody_looked_at_comes_from_the_backup(path: Path, tmp_path: Path) -> None:
    with closing(Session.open(path, "me", read_only=True)) as session:
        backups = Backups.of(tmp_path / "backups", path, session.id)
        backups.make(path, NOW)
        path.write_bytes(b"Dear all" * 1000)
        rescued = session.rescue(tmp_path / "saved.riskdesk", backups)
    assert tuple(trees_by_title(tmp_path / "saved.riskdesk")) == TITLES
    assert len(rescued.from_backup) == 3


def test_where_nothing_is_left_that_is_said_and_nothing_is_written(cut) -> None:
    session, new = cut(lambda session: None, keep=False)
    with pytest.raises(FileProblem, match="Nothing was saved"):
        session.rescue(new)
    assert not new.exists()


def test_snapshots_come_from_the_backup_though_their_register_was_open(path: Path, cut) -> None:
    with closing(Session.open(path, "me")) as session:
        register = session.registers()[0].id

        def take(tx: Transaction) -> None:
            tx.insert(Snapshot(register=register, position=0, name="Board", date=NOW.date(), document="{}"))

        session.run(Action("Take snapshot", take))
    session, new = cut(lambda session: open_registers(session, *TITLES))
    rescued = session.rescue(new)
    assert rescued.from_backup == (("snapshot", "Board"),)
    with closing(Session.open(new, "me", read_only=True)) as session:
        assert [kind for kind, _ in session._store.state()].count("snapshot") == 1


@needs_moves
def test_a_file_that_is_only_gone_is_saved_as_a_whole(path: Path, tmp_path: Path) -> None:
    with closing(Session.open(path, "me")) as session:
        session.run(risks.edit(next(open_registers(session, "First")[0].risks).id, note="In memory"))
        path.unlink()
        assert report_lines(session.rescue(tmp_path / "saved.riskdesk")) == []
    assert tuple(trees_by_title(tmp_path / "saved.riskdesk")) == TITLES


def test_a_register_without_a_title_is_told_with_a_dash() -> None:
    rescued = Rescued(NOW, (("register", ""), ("snapshot", "Board")), (("register", ""),))
    moment = moment_label(NOW)
    assert report_lines(rescued) == [
        f"From the backup of {moment}, as it had not been opened since (register): “–”.",
        f"From the backup of {moment}, as it had not been opened since (snapshot): “Board”.",
        "Not saved, as it had not been opened and is in no backup (register): “–”.",
    ]
    assert report_lines(Rescued(None, (("register", "First"),))) == []


def test_registers_stand_in_the_order_they_had(path: Path, cut, tmp_path: Path) -> None:
    """One was deleted since the backup, and another one came."""

    def work(session: Session) -> None:
        session.run(registers.delete(session.registers()[0].id))
        session.run(registers.add(titled("Fourth")))
        open_registers(session, "Third", "Fourth")

    session, new = cut(work)
    rescued = session.rescue(new)
    assert sorted(trees_by_title(new)) == ["Fourth", "Second", "Third"]
    with closing(Session.open(new, "me")) as session:
        require_rising(session.registers())
    assert rescued.from_backup == (("register", "Second"),)
    assert rescued.lost == ()


def test_what_was_there_is_told_of(cut, tmp_path: Path) -> None:
    session, new = cut(lambda session: open_registers(session, *TITLES))
    (tmp_path / "saved.riskdesk-journal").write_bytes(b"left of another store")
    rescued = session.rescue(new)
    assert len(rescued.warnings) == 1
    assert report_lines(rescued) == [str(problem) for problem in rescued.warnings]
    assert rescued.at is None


# From memory and a backup, whatever the file has become.


@pytest.fixture
def two_register_backups(small: Session, tmp_path: Path) -> Backups:
    """The backup of two registers, the first with a snapshot."""
    first = small.registers()[0].id
    small.run(Action("Take snapshot", lambda tx: tx.insert(Snapshot(register=first, date=NOW.date(), document="{}"))))
    small.run(registers.add(titled("Second")))
    backups = Backups.of(tmp_path / "backups", small.path, small.id)
    assert backups.make(small.path, NOW)
    return backups


def of(session: Session, number: int) -> State:
    return state_of(session.tree(session.registers()[number].id))


def registers_in(state: State) -> State:
    return {key: record for key, record in state.items() if key[0] == "register"}


def test_what_was_deleted_in_a_register_in_memory_is_not_lost(
    small: Session, ids: dict[str, str], two_register_backups: Backups, tmp_path: Path
) -> None:
    memory = of(small, 0) | of(small, 1)
    del memory["risk", ids["r2"]]
    rescued = save(tmp_path / "new.riskdesk", "me", memory, None, two_register_backups)
    assert (rescued.lost, rescued.from_backup) == ((), (("snapshot", ""),))
    with closing(Session.open(tmp_path / "new.riskdesk", "A. Rescuer")) as session:
        assert {key: record for key, record in session._store.state().items() if key[0] != "snapshot"} == memory
        assert undo_label(session, None) == "Copy"


def test_nothing_of_a_register_that_was_deleted_comes_back(
    small: Session, two_register_backups: Backups, tmp_path: Path
) -> None:
    memory = of(small, 1)
    rescued = save(tmp_path / "new.riskdesk", "me", memory, registers_in(memory), two_register_backups)
    assert rescued == Rescued()
    (second,) = trees_by_title(tmp_path / "new.riskdesk").values()
    assert second.register.title == "Second"
    assert state_of(second).keys() == memory.keys()


def test_a_store_of_nothing_is_saved_as_one(tmp_path: Path) -> None:
    assert save(tmp_path / "new.riskdesk", "me", {}, {}, None) == Rescued()
    assert trees_by_title(tmp_path / "new.riskdesk") == {}


def test_where_nothing_was_seen_all_comes_from_the_backup(two_register_backups: Backups, tmp_path: Path) -> None:
    rescued = save(tmp_path / "new.riskdesk", "me", {}, None, two_register_backups)
    assert rescued.at == NOW
    assert sorted(kind for kind, _ in rescued.from_backup) == ["register", "register", "snapshot"]
    assert rescued.lost == ()


@pytest.mark.parametrize("title", ["Unknown", ""])
def test_where_the_backup_has_nothing_of_it_no_backup_is_told_of(
    small: Session, two_register_backups: Backups, tmp_path: Path, title: str
) -> None:
    memory = of(small, 1)
    unknown = titled(title).register
    known = registers_in(memory) | {("register", unknown.id): to_record(unknown)}
    rescued = save(tmp_path / "new.riskdesk", "me", memory, known, two_register_backups)
    assert rescued == Rescued(lost=(("register", title),))
