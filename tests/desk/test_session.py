"""A session: how it is opened, looked through, followed and let go of."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import categories, registers, risks
from riskdesk.desk.action import Action
from riskdesk.desk.backups import Backups
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.possible import is_identity
from riskdesk.domain.problems import InputProblem, NotFound, Problem
from riskdesk.domain.progress import Cancelled, Checkpoint
from riskdesk.domain.values import Language
from riskdesk.store import opening
from riskdesk.store.damage import DamagedStore
from tests.checkpoints import Shares
from tests.desk.backing_up import note, spoil
from tests.desk.standing import register_of
from tests.labels import redo_label, undo_label
from tests.systems import needs_moves


@pytest.fixture
def path(board_store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(board_store, tmp_path / "a.riskdesk"))


@pytest.fixture
def large(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store that counts as so large that it is not looked through before it is shown."""
    monkeypatch.setattr(opening, "_SMALL_BYTES", 0)
    return path


@pytest.fixture
def other(path: Path) -> Iterator[Session]:
    """Another program on the same store."""
    with closing(Session.open(path, "other")) as opened:
        yield opened


def test_the_file_is_let_go_of_when_the_session_is_closed(path: Path, tmp_path: Path) -> None:
    released: list[str] = []
    Session.open(path, "me", release=lambda: released.append("opened")).close()
    session = Session.create(tmp_path / "new.riskdesk", "me")
    session.release = lambda: released.append("made")
    session.close()
    assert released == ["opened", "made"]


def test_others_may_open_the_file_before_it_is_backed_up(path: Path, tmp_path: Path) -> None:
    counts: list[int] = []
    session = Session.open(path, "me", backups=tmp_path / "backups")
    backups = session.backups
    assert backups is not None
    session.release = lambda: counts.append(len(backups.all()))
    session.close()
    assert counts == [0]
    assert len(backups.all()) == 1
    assert session.backup_problem is None


@needs_moves
def test_the_file_is_let_go_of_though_no_backup_could_be_made(path: Path, tmp_path: Path) -> None:
    released: list[str] = []
    session = Session.open(path, "me", backups=tmp_path / "backups", release=lambda: released.append("opened"))
    path.unlink()
    session.close()
    assert isinstance(session.backup_problem, Problem)
    assert released == ["opened"]
    assert session._store.news() == []


def test_a_backup_that_could_not_be_made_is_forgotten_once_one_was(path: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("no folder")
    with closing(Session.open(path, "me", backups=tmp_path / "backups")) as session:
        session.back_up()
        assert session.backup_problem is not None
        (tmp_path / "backups").unlink()
        session.back_up()
        assert session.backup_problem is None


def test_a_store_that_is_only_read_is_not_backed_up(path: Path, tmp_path: Path) -> None:
    with closing(Session.open(path, "me", read_only=True, backups=tmp_path / "backups")) as session:
        assert session.backups is None
    with closing(Session.open(path, "me")) as session:
        assert session.backups is None
    assert not (tmp_path / "backups").exists()


def test_a_new_store_is_backed_up_too(tmp_path: Path) -> None:
    with closing(Session.create(tmp_path / "new.riskdesk", "me", backups=tmp_path / "backups")) as session:
        assert session.backups is not None
    assert len(session.backups.all()) == 1


def test_a_backup_is_made_only_before_much_is_brought_in_or_taken_away(
    backed_up: Session, backups: Backups, tmp_path: Path
) -> None:
    note(backed_up, "one field of one risk")
    assert backups.all() == []
    backed_up.run(registers.delete(backed_up.registers()[0].id))
    (backup,) = backups.all()
    assert backed_up.contents(backup).registers == 1


def test_a_store_keeps_its_identity_wherever_it_lies(path: Path, tmp_path: Path) -> None:
    copy = shutil.copyfile(path, tmp_path / "copy.riskdesk")
    with closing(Session.open(path, "me")) as first, closing(Session.open(copy, "me")) as second:
        assert first.id == second.id
    with closing(Session.create(tmp_path / "new.riskdesk", "me")) as new:
        assert is_identity(new.id)
        assert new.id != first.id


def test_what_a_killed_program_left_is_removed_where_a_store_is_made(tmp_path: Path) -> None:
    leftover = tmp_path / ".riskdesk-0123abcd.part"
    leftover.write_bytes(b"half a store")
    os.utime(leftover, (1_000_000_000, 1_000_000_000))
    Session.create(tmp_path / "new.riskdesk", "me").close()
    assert [path.name for path in tmp_path.iterdir()] == ["new.riskdesk"]


@needs_moves
def test_a_large_store_is_looked_through_when_it_is_asked_for_and_once(large: Path) -> None:
    with closing(Session.open(large, "me")) as session:
        assert session.is_sound
    with closing(Session.open(large, "me", whole=False)) as session:
        assert not session.is_sound
        session.require_sound()
        assert session.is_sound
        # What happens to the file now is none of this program's doing.
        large.rename(large.with_name("elsewhere.riskdesk"))
        session.require_sound()


def test_a_large_store_that_is_not_sound_gives_nothing_away(large: Path) -> None:
    spoil(large)
    with closing(Session.open(large, "me", whole=False)) as session:
        with pytest.raises(DamagedStore, match="was altered by"):
            session.require_sound()
        with pytest.raises(DamagedStore):
            session.once_sound(lambda _checkpoint: pytest.fail("it was begun"))
        assert not session.is_sound


def test_what_is_open_of_a_store_that_is_not_sound_is_saved(large: Path, tmp_path: Path) -> None:
    spoil(large)
    with closing(Session.open(large, "me", whole=False)) as session:
        tree = session.tree(session.registers()[0].id)
        session.rescue(tmp_path / "saved.riskdesk")
    with closing(Session.open(tmp_path / "saved.riskdesk", "me")) as saved:
        assert saved.tree(tree.register.id) == tree


def test_what_was_in_a_file_that_is_spoilt_is_known_though_it_was_not_opened(small: Session, tmp_path: Path) -> None:
    (first,) = small.registers()
    small.tree(first.id)
    second, third = (register_of("X: x0 | ") for _ in range(2))
    for tree, title in ((second, "Second"), (third, "Third")):
        small.run(registers.add(tree))
        small.run(registers.edit(tree.register.id, title=title))
    small.run(risks.edit(next(second.risks).id, note="written"))
    small.run(registers.delete(third.register.id))
    small.path.write_bytes(b"Dear all" * 1000)
    rescued = small.rescue(tmp_path / "saved.riskdesk")
    assert rescued.lost == (("register", "Second"),)


def test_a_file_that_is_given_up_is_not_backed_up_any_more(backed_up: Session, backups: Backups) -> None:
    note(backed_up, "something to be backed up")
    backed_up.forgo_backups()
    backed_up.close()
    assert backups.all() == []


def test_work_on_a_large_store_begins_once_it_was_looked_through(large: Path) -> None:
    def work(checkpoint: Checkpoint) -> bool:
        checkpoint(0.5)
        return session.is_sound

    shares = Shares()
    with closing(Session.open(large, "me", whole=False)) as session:
        assert session.once_sound(work, shares)
    assert shares == [0.5]


def test_a_look_through_a_large_store_is_cancelled_with_the_work_that_waits_for_it(large: Path) -> None:
    with closing(Session.open(large, "me", whole=False)) as session:
        with pytest.raises(Cancelled):
            session.once_sound(lambda _checkpoint: pytest.fail("it was begun"), Shares(0))
        assert not session.is_sound


def test_what_others_wrote_is_seen_after_a_conflict_and_after_an_undo_that_was_refused(
    path: Path, other: Session
) -> None:
    with closing(Session.open(path, "me")) as session:
        note(session, "mine")
        other.read_changes_of_others()
        note(other, "theirs")
        with pytest.raises(Conflict):
            note(session, "mine again")
        assert next(session.tree(session.registers()[0].id).risks).note == "theirs"
        note(other, "theirs later")
        with pytest.raises(Problem):
            session.undo(None)
        assert next(session.tree(session.registers()[0].id).risks).note == "theirs later"
        assert [news.step.who for news in session.news()] == ["other", "other"]


def test_what_others_wrote_before_is_seen_with_an_action_and_with_an_undo(path: Path, other: Session) -> None:
    with closing(Session.open(path, "me")) as session:
        register = session.registers()[0].id
        first, second, *_ = session.tree(register).risks
        other.run(risks.edit(first.id, note="theirs"))
        session.run(risks.edit(second.id, note="mine"))
        assert [risk.note for risk in session.tree(register).risks][:3] == ["theirs", "mine", ""]
        other.run(registers.add(template("coe", Language.ENGLISH)))
        undone = session.undo(register)
        assert (undone.who, undone.label, undone.changes[0].after) == ("me", "Edit risk", {"note": ""})
        assert session.redo(register).changes[0].after == {"note": "mine"}
        assert [news.step.label for news in session.news()] == ["Edit risk", "New register"]


def test_what_is_open_here_is_told_apart_from_what_is_at_its_place_now(
    path: Path, other: Session, tmp_path: Path
) -> None:
    copy = shutil.copyfile(path, tmp_path / "copy.riskdesk")
    with closing(Session.open(path, "me")) as session:
        register = session.registers()[0].id
        assert session.differences().changes == []
        first, second, *_ = session.tree(register).risks
        session.run(risks.edit(first.id, note="here"))
        added = session.run(risks.add(first.entry, ["here"]))
        assert added is not None
        session.run(registers.add(template("coe", Language.ENGLISH)))
        shutil.copyfile(copy, path)
        with closing(Session.open(path, "other")) as there:
            there.run(risks.edit(second.id, note="there"))
            there.run(registers.add(template("coe", Language.FRENCH)))
        changes = {change.id: (change.before, change.after) for change in session.differences().changes}
        before, after = changes.pop(added.created[0])
        assert (before, (after or {})["description"]) == (None, "here")
        assert changes.pop(register) == ({"references": 31}, {"references": 32})
        assert changes == {
            first.id: ({"note": ""}, {"note": "here"}),
            second.id: ({"note": "there"}, {"note": ""}),
        }


def test_an_older_store_at_its_place_is_only_read(path: Path) -> None:
    older = Path(__file__).parents[1] / "data" / "stores" / "format-2.riskdesk"
    with closing(Session.open(path, "me")) as session:
        session.tree(session.registers()[0].id)
        shutil.copyfile(older, path)
        assert session.differences().changes
        assert path.read_bytes() == older.read_bytes()


def test_an_action_is_rehearsed_without_a_trace(session: Session, register: str) -> None:
    before = session.path.read_bytes()
    risk = next(session.tree(register).risks)
    session.rehearse(risks.edit(risk.id, note="tried"))
    with pytest.raises(InputProblem, match="R-02 is taken"):
        session.rehearse(risks.edit(risk.id, reference="R-02"))
    assert session.path.read_bytes() == before
    assert next(session.tree(register).risks).note == ""


def test_without_anything_to_take_back_there_is_no_label(session: Session, register: str) -> None:
    assert (undo_label(session, register), redo_label(session, register)) == ("New register", None)
    assert session.undoable("another register") is None
    assert undo_label(session, "another register") is None
    with pytest.raises(NotFound):
        session.redo(register)
    session.undo(register)
    assert (undo_label(session, None), redo_label(session, None)) == (None, "New register")


def test_an_action_that_changes_nothing_is_no_step(session: Session, register: str) -> None:
    category = session.tree(register).categories[0].category
    assert session.run(categories.edit(category.id, category.title)) is None
    assert session.run(Action("Nothing", lambda _tx: None)) is None
    assert undo_label(session, register) == "New register"


def test_a_register_that_is_gone_is_not_held_in_memory(session: Session, register: str) -> None:
    session.tree(register)
    session.run(registers.delete(register))
    with pytest.raises(NotFound):
        session.tree(register)


def test_a_register_stays_in_memory_while_nobody_writes_to_it(session: Session, register: str) -> None:
    tree = session.tree(register)
    session.run(registers.add(template("coe", Language.ENGLISH)))
    assert session.tree(register) is tree


def test_a_register_that_is_not_to_be_kept_is_not(session: Session, register: str) -> None:
    tree = session.tree(register, keep=False)
    assert not session.has_read(register)
    assert session.tree(register) == tree
    assert session.has_read(register)


def test_a_register_that_is_brought_back_stands_where_it_stood(session: Session, register: str) -> None:
    session.run(registers.duplicate(register))
    before = session.registers()
    session.run(registers.delete(register))
    assert session.registers() == before[1:]
    session.undo(None)
    assert session.registers() == before
