"""Two programs on one store: each sees what the other wrote, and neither overwrites the other silently."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from unittest.mock import Mock

import pytest

from riskdesk.desk import items, mitigations, registers, risks
from riskdesk.desk.action import Action
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.problems import FileReplaced, NotFound, Problem
from riskdesk.domain.progress import Cancelled
from riskdesk.domain.step import Undoable
from riskdesk.domain.values import Language, Risk
from riskdesk.store import check
from riskdesk.store.transaction import Transaction
from tests.desk.standing import require_rising
from tests.systems import needs_moves


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "share" / "a.riskdesk"
    with closing(Session.create(path, "Anna")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    return path


@pytest.fixture
def anna(path: Path) -> Iterator[Session]:
    with closing(Session.open(path, "Anna")) as session:
        yield session


@pytest.fixture
def marat(path: Path) -> Iterator[Session]:
    with closing(Session.open(path, "Marat")) as session:
        yield session


def first_risk(session: Session) -> Risk:
    return next(session.tree(session.registers()[0].id).risks)


def test_what_another_wrote_is_seen_by_looking(anna: Session, marat: Session) -> None:
    risk = first_risk(anna)
    assert first_risk(marat) == risk
    marat.run(risks.edit(risk.id, note="Seen in Astana"))
    assert first_risk(anna).note == ""
    anna.read_changes_of_others()
    assert first_risk(anna).note == "Seen in Astana"
    assert [news.step.who for news in anna.news()] == ["Marat"]
    assert anna.news() == []


def test_edits_of_different_fields_are_both_kept(anna: Session, marat: Session) -> None:
    risk = first_risk(anna)
    marat.run(risks.edit(risk.id, note="Marat's"))
    anna.run(risks.edit(risk.id, owner="Anna"))
    marat.read_changes_of_others()
    for session in (anna, marat):
        assert (first_risk(session).note, first_risk(session).owner) == ("Marat's", "Anna")


def test_edits_of_one_field_are_a_conflict_that_holds_both(anna: Session, marat: Session) -> None:
    risk = first_risk(anna)
    marat.run(risks.edit(risk.id, note="Marat's"))
    with pytest.raises(Conflict, match="Marat") as caught:
        anna.run(risks.edit(risk.id, note="Anna's"))
    (clash,) = caught.value.clashes
    assert (clash.id, clash.field, clash.theirs, clash.mine) == (risk.id, "note", "Marat's", "Anna's")
    assert first_risk(anna).note == "Marat's"
    anna.run(risks.edit(risk.id, note="Anna's"))
    assert first_risk(anna).note == "Anna's"


def test_the_same_edit_twice_is_no_conflict(anna: Session, marat: Session) -> None:
    risk = first_risk(anna)
    marat.run(risks.edit(risk.id, note="Agreed"))
    assert anna.run(risks.edit(risk.id, note="Agreed")) is None
    assert first_risk(anna).note == "Agreed"


def test_what_another_edited_is_not_deleted_unseen(anna: Session, marat: Session) -> None:
    risk = first_risk(anna)
    marat.run(risks.edit(risk.id, note="Still matters"))
    with pytest.raises(Conflict):
        anna.run(registers.delete(anna.registers()[0].id))
    assert first_risk(anna).note == "Still matters"


def test_what_another_deleted_is_told(anna: Session, marat: Session) -> None:
    risk = first_risk(anna)
    marat.run(registers.delete(marat.registers()[0].id))
    with pytest.raises(NotFound):
        anna.run(risks.edit(risk.id, note="Too late"))
    anna.read_changes_of_others()
    assert anna.registers() == []


def test_new_bullets_of_both_are_both_there(anna: Session, marat: Session) -> None:
    entry = first_risk(anna).entry
    marat.run(risks.add(entry, ["Marat's"], 0))
    anna.run(risks.add(entry, ["Anna's"], 0))
    tree = anna.tree(anna.registers()[0].id)
    siblings = [risk for risk in tree.risks if risk.entry == entry]
    assert {"Anna's", "Marat's"} <= {risk.description for risk in siblings}
    require_rising(siblings)
    assert len({risk.reference for risk in tree.risks}) == len(list(tree.risks))


def an_entry(session: Session) -> str:
    return first_risk(session).entry


def a_category(session: Session) -> str:
    return session.tree(session.registers()[0].id).categories[0].category.id


DELETIONS = {
    "entry": lambda session: items.delete([an_entry(session)]),
    "category": lambda session: items.delete([a_category(session)]),
    "register": lambda session: registers.delete(session.registers()[0].id),
}
UNSEEN = {
    "a risk": lambda session: risks.add(an_entry(session), ["Marat's"]),
    "a mitigation": lambda session: mitigations.add(an_entry(session), ["Marat's"]),
    "an edit": lambda session: risks.edit(first_risk(session).id, note="Marat's"),
}


@pytest.mark.parametrize("write", UNSEEN.values(), ids=UNSEEN)
@pytest.mark.parametrize("delete", DELETIONS.values(), ids=DELETIONS)
def test_what_another_wrote_unseen_is_not_deleted_without_a_question(anna, marat, delete, write) -> None:
    action = delete(anna)
    marat.run(write(marat))
    with pytest.raises(Conflict, match="Marat") as caught:
        anna.run(action)
    assert any("Marat's" in str(clash.theirs) and clash.mine is None for clash in caught.value.clashes)
    assert "Marat's" in str(anna.tree(anna.registers()[0].id))
    anna.run(action)
    assert "Marat's" not in str([anna.tree(register.id) for register in anna.registers()])


def test_all_that_was_not_seen_is_in_one_question(anna: Session, marat: Session) -> None:
    """Whatever came last: the answer is given once, and takes away nothing that it did not name."""
    deletion = registers.delete(anna.registers()[0].id)
    added = marat.run(risks.add(an_entry(marat), ["Marat's risk"]))
    with closing(Session.open(marat.path, "Olga")) as olga:
        olga.run(risks.edit(first_risk(olga).id, note="Olga's note"))
    marat.read_changes_of_others()
    marat.run(registers.edit(marat.registers()[0].id, prepared_by="Marat"))
    with pytest.raises(Conflict, match="in the meantime by Marat, Olga;") as caught:
        anna.run(deletion)
    their_texts = str([clash.theirs for clash in caught.value.clashes])
    assert all(text in their_texts for text in ("Marat's risk", "Olga's note", "'prepared_by': 'Marat'"))
    assert {*added.created} <= {clash.id for clash in caught.value.clashes}


def test_what_another_wrote_and_took_back_is_no_conflict(anna: Session, marat: Session) -> None:
    risk = first_risk(anna)
    marat.run(risks.edit(risk.id, note="Not mine"))
    marat.run(risks.edit(risk.id, note="Agreed"))
    anna.run(risks.edit(risk.id, note="Agreed", owner="Anna"))
    assert (first_risk(anna).note, first_risk(anna).owner) == ("Agreed", "Anna")


def test_what_another_brought_into_it_unseen_is_not_deleted_without_a_question(anna: Session, marat: Session) -> None:
    tree = anna.tree(anna.registers()[0].id)
    first, second = tree.categories[:2]
    deletion = items.delete([first.category.id])
    marat.run(items.place([second.entries[0].entry.id], first.category.id, 0))
    with pytest.raises(Conflict):
        anna.run(deletion)


def test_a_place_that_another_moved_it_to_is_no_reason_to_keep_it(anna: Session, marat: Session) -> None:
    entry = an_entry(anna)
    siblings = [risk.id for risk in anna.tree(anna.registers()[0].id).risks if risk.entry == entry]
    deletion = items.delete([entry])
    marat.run(items.place([siblings[-1]], entry, 0))
    anna.run(deletion)
    assert entry not in str(anna.tree(anna.registers()[0].id))


def test_undo_never_takes_back_the_step_of_another(anna: Session, marat: Session) -> None:
    risk = first_risk(anna)
    anna.run(risks.edit(risk.id, owner="Anna"))
    marat.run(risks.edit(risk.id, note="Marat's"))
    with pytest.raises(Problem, match="Marat did “Edit risk”"):
        anna.undo(anna.registers()[0].id)
    assert (first_risk(anna).note, first_risk(anna).owner) == ("Marat's", "Anna")


def test_undo_says_that_another_undid_or_redid_a_step_in_the_meantime(anna: Session, marat: Session) -> None:
    register, risk = anna.registers()[0].id, first_risk(anna)
    for take_back, verb in ((marat.undo, "undid"), (marat.redo, "redid")):
        anna.run(risks.edit(risk.id, owner=f"Anna {verb}"))
        marat.run(risks.edit(risk.id, note=f"Marat {verb}"))
        if verb == "redid":
            marat.undo(register)
        anna.read_changes_of_others()
        take_back(register)
        with pytest.raises(Problem, match=f"Marat {verb} “Edit risk”"):
            anna.undo(register)


def test_undo_names_the_last_step_that_another_took_in_the_meantime(anna: Session, marat: Session) -> None:
    register, risk = anna.registers()[0].id, first_risk(anna)
    anna.run(risks.edit(risk.id, owner="Anna"))
    marat.run(risks.edit(risk.id, note="Marat's"))
    marat.undo(register)
    with pytest.raises(Problem, match="Marat undid “Edit risk”"):
        anna.undo(register)


def test_undo_names_whose_step_it_takes_back(anna: Session, marat: Session) -> None:
    register, risk = anna.registers()[0].id, first_risk(anna)
    annas_step = anna.run(risks.edit(risk.id, owner="Anna"))
    marats_step = marat.run(risks.edit(risk.id, note="Marat's"))
    assert annas_step is not None
    assert marats_step is not None
    with pytest.raises(Problem, match="Marat did “Edit risk”"):
        anna.undo(register, annas_step.number)
    assert anna.undoable(register) == Undoable(marats_step.number, "Edit risk", "Marat")
    with pytest.raises(Problem, match="the last step is now “Edit risk” by Marat"):
        anna.undo(register, annas_step.number)
    assert first_risk(anna).note == "Marat's"
    anna.undo(register, marats_step.number)
    assert (first_risk(anna).note, first_risk(anna).owner) == ("", "Anna")


def test_what_another_did_in_another_register_keeps_no_undo(anna: Session, marat: Session) -> None:
    register, risk = anna.registers()[0].id, first_risk(anna)
    anna.run(risks.edit(risk.id, owner="Anna"))
    added = marat.run(registers.add(template("coe", Language.ENGLISH)))
    assert added is not None
    other = added.created[0]
    assert added.registers == {other}
    anna.undo(register)
    assert first_risk(anna).owner == ""
    (step,) = (news.step for news in anna.news())
    assert step.registers == {other}
    assert other in [current.id for current in anna.registers()]


def test_with_none_open_an_unheard_step_of_another_is_not_taken_back(anna: Session, marat: Session) -> None:
    anna.run(risks.edit(first_risk(anna).id, owner="Anna"))
    marat.run(registers.add(template("coe", Language.ENGLISH)))
    with pytest.raises(Problem, match="Marat did “New register”"):
        anna.undo(None)
    assert len(anna.registers()) == 2


def replace(path: Path, other: Path) -> None:
    other.replace(path)


def delete(path: Path, _other: Path) -> None:
    path.unlink()


def overwrite(path: Path, other: Path) -> None:
    path.write_bytes(other.read_bytes())


def spoil(path: Path, _other: Path) -> None:
    path.write_bytes(b"Dear all" * 1000)


def cut_to_nothing(path: Path, _other: Path) -> None:
    path.write_bytes(b"")


def change_by_hand(path: Path, _other: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE register SET heading = 'Not ours'")
        raw.commit()


HARMS = [
    pytest.param(replace, marks=needs_moves),
    pytest.param(delete, marks=needs_moves),
    overwrite,
    spoil,
]


@pytest.fixture
def other(path: Path, tmp_path: Path) -> Path:
    """A copy of the same store in which something else was written since, as often as in the store itself."""
    copy = tmp_path / "copy.riskdesk"
    shutil.copy(path, copy)
    with closing(Session.open(copy, "Marat")) as session:
        session.run(risks.edit(first_risk(session).id, note="In the copy"))
    return copy


@pytest.mark.parametrize("harm", HARMS)
def test_another_file_in_its_place_is_noticed_and_left_alone(anna: Session, path: Path, other: Path, harm) -> None:
    risk = first_risk(anna)
    anna.run(risks.edit(risk.id, note="In the store"))
    harm(path, other)
    content = path.read_bytes() if path.exists() else None
    with pytest.raises(FileReplaced) as caught:
        anna.read_changes_of_others()
    assert caught.value.is_gone == (harm is delete)
    with pytest.raises(FileReplaced):
        anna.run(risks.edit(risk.id, note="Not written"))
    assert (path.read_bytes() if path.exists() else None) == content


@pytest.mark.parametrize("harm", [*HARMS, cut_to_nothing, change_by_hand])
def test_what_was_open_is_saved_as_a_new_store(anna: Session, path: Path, other: Path, tmp_path: Path, harm) -> None:
    anna.run(risks.edit(first_risk(anna).id, note="In the store"))
    register = anna.registers()[0].id
    harm(path, other)
    anna.rescue(tmp_path / "saved.riskdesk")
    with closing(Session.open(tmp_path / "saved.riskdesk", "Anna")) as saved:
        assert saved.tree(saved.registers()[0].id).categories == anna.tree(register).categories
        assert first_risk(saved).note == "In the store"


@pytest.fixture
def cancelled() -> Action:
    """A step that is cancelled once a part of it is in the file, as one of many values is."""

    def work(tx: Transaction) -> None:
        for _ in range(20):
            for value in template("kazakhstan-2024-2027", Language.ENGLISH).values:
                tx.insert(value)
            tx.flush()
        raise Cancelled

    return Action("Import register", work)


def test_what_was_cancelled_is_nothing_that_others_wrote(
    anna: Session, path: Path, cancelled: Action, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna._store._connection.execute("PRAGMA cache_size = 10")
    checked = Mock(side_effect=check.require_health)
    monkeypatch.setattr(check, "require_health", checked)
    before, risk = path.stat().st_mtime_ns, first_risk(anna)
    with pytest.raises(Cancelled):
        anna.run(cancelled)
    assert path.stat().st_mtime_ns != before
    assert anna._store.news() == []
    anna.run(risks.edit(risk.id, note="Still here"))
    assert anna.is_sound
    checked.assert_not_called()


def test_what_others_wrote_before_something_was_cancelled_is_read(
    anna: Session, marat: Session, cancelled: Action
) -> None:
    anna._store._connection.execute("PRAGMA cache_size = 10")
    risk = first_risk(anna)
    marat.run(risks.edit(risk.id, note="Seen in Astana"))
    with pytest.raises(Cancelled):
        anna.run(cancelled)
    anna.read_changes_of_others()
    assert first_risk(anna).note == "Seen in Astana"
