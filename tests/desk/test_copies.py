"""Copies to send hold what was chosen and not a byte of what was left out."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from riskdesk.desk import copies, items, mitigations, registers, risks
from riskdesk.desk.action import Action
from riskdesk.desk.copies import Copy
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain import json_text
from riskdesk.domain.document import from_document, to_document
from riskdesk.domain.problems import NotFound
from riskdesk.domain.records import KINDS, kind_name, to_record
from riskdesk.domain.step import Change, Step
from riskdesk.domain.values import Category, Language, Register, Risk, Snapshot
from riskdesk.store import copying, journal
from riskdesk.store.check import findings
from riskdesk.store.file_format import canonical
from tests.labels import redo_label, undo_label

OWNER, ACTION_OWNER, SECRET = "Anna Pavlova-Smith", "Marat Kenzhebaev", "Struck out before sending"
NAMES = (OWNER, ACTION_OWNER, "j.doe", "Prepared By-Someone", "Approved By-Another", "Escalated To-Him")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two registers with a past, made once."""
    path = tmp_path_factory.mktemp("store") / "a.riskdesk"
    with closing(Session.create(path, "j.doe")) as session:
        session.run(registers.add(template("coe", Language.FRENCH)))
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        tree = session.tree(session.registers()[1].id)
        session.run(risks.edit(next(tree.risks).id, owner=OWNER, note=SECRET))
        session.run(risks.edit(next(tree.risks).id, note=""))
        session.run(mitigations.edit(next(tree.mitigations).id, action_owner=ACTION_OWNER))
        session.run(registers.edit(tree.register.id, prepared_by=NAMES[3], approval=f"By {NAMES[4]}\non Monday"))
        session.run(risks.edit(next(tree.risks).id, escalated_to=NAMES[5]))
        snap(session, to_document(session.tree(tree.register.id)))
        session.run(registers.edit(tree.register.id, prepared_by="", approval=""))
        session.undo(None)
        session.redo(None)
    return path


@pytest.fixture
def session(store: Path, tmp_path: Path) -> Iterator[Session]:
    with closing(Session.open(Path(shutil.copyfile(store, tmp_path / "a.riskdesk")), "j.doe")) as opened:
        yield opened


def snap(session: Session, document: str) -> None:
    snapshot = Snapshot(register=session.registers()[1].id, date=date(2026, 11, 28), document=document)
    session.run(Action("Snapshot", lambda tx: tx.insert(snapshot)))


def sent(session: Session, tmp_path: Path, copy: Copy) -> Session:
    new = tmp_path / f"sent-{len(list(tmp_path.glob('*')))}.riskdesk"
    session.send(copy, new)
    assert findings(new) == []
    return Session.open(new, "me")


@pytest.mark.parametrize("history", [True, False])
@pytest.mark.parametrize("names", [True, False])
def test_the_whole_store_goes(session: Session, tmp_path: Path, *, history: bool, names: bool) -> None:
    with closing(sent(session, tmp_path, Copy(history=history, names=names))) as copy:
        assert [register.id for register in copy.registers()] == [register.id for register in session.registers()]
        assert len(list(copy.tree(copy.registers()[1].id).risks)) == 31
        assert copy.id != session.id
        content = copy.path.read_bytes()
    for name in NAMES:
        assert (name.encode() in content) is names
    assert (SECRET.encode() in content) is history


def test_what_was_taken_back_can_be_made_again_in_the_copy_of_a_register(session: Session, tmp_path: Path) -> None:
    register = session.registers()[1].id
    session.run(risks.edit(next(session.tree(register).risks).id, note="considered"))
    session.undo(register)
    with closing(sent(session, tmp_path, Copy(register=register))) as copy:
        assert redo_label(copy, register) == "Edit risk"
        copy.redo(register)
        assert next(copy.tree(register).risks).note == "considered"


def test_with_everything_it_is_what_it_was(session: Session, tmp_path: Path) -> None:
    with closing(sent(session, tmp_path, Copy())) as copy:
        assert undo_label(copy, None) == undo_label(session, None)
        for register in session.registers():
            assert copy.tree(register.id) == session.tree(register.id)
        copy.undo(None)
        copy.undo(None)


@pytest.mark.parametrize("history", [True, False])
def test_one_register_goes_without_a_word_of_the_others(session: Session, tmp_path: Path, *, history: bool) -> None:
    first, second = session.registers()
    with closing(sent(session, tmp_path, Copy(register=second.id, history=history))) as copy:
        assert copy.tree(second.id).categories == session.tree(second.id).categories
        assert [register.id for register in copy.registers()] == [second.id]
        content = copy.path.read_bytes()
        while undo_label(copy, None) is not None:
            copy.undo(None)
        assert copy.registers() == []
    assert first.id.encode() not in content
    assert first.title.encode() not in content


def snapshots(session: Session) -> list[str]:
    with closing(sqlite3.connect(session.path)) as raw:
        return [document for (document,) in raw.execute("SELECT document FROM snapshot")]


def test_a_snapshot_keeps_all_but_names(session: Session, tmp_path: Path) -> None:
    tree = session.tree(session.registers()[1].id)
    with closing(sent(session, tmp_path, Copy(names=False))) as copy:
        (document,) = snapshots(copy)
        assert document == to_document(copy.tree(tree.register.id))
        assert (
            from_document(document, lambda _: tree.register.scale).categories == copy.tree(tree.register.id).categories
        )


@pytest.mark.parametrize(
    "document", ["", "no JSON: Anna Pavlova-Smith", "[" * 10_000, '{"owner": "Anna Pavlova-Smith"']
)
def test_a_snapshot_that_cannot_be_read_may_name_anyone(session: Session, tmp_path: Path, document: str) -> None:
    snap(session, document)
    with closing(sent(session, tmp_path, Copy(names=False))) as copy:
        assert snapshots(copy)[1:] == [""]
        assert OWNER.encode() not in copy.path.read_bytes()


@pytest.mark.parametrize("register", ["", "nothing"])
@pytest.mark.parametrize("history", [True, False])
def test_a_register_that_is_not_there_is_not_sent(
    session: Session, tmp_path: Path, register: str, *, history: bool
) -> None:
    with pytest.raises(NotFound):
        session.send(Copy(register=register, history=history), tmp_path / "sent.riskdesk")
    assert not (tmp_path / "sent.riskdesk").exists()


def test_a_register_that_was_deleted_is_not_sent(session: Session, tmp_path: Path) -> None:
    first, _ = session.registers()
    session.run(registers.delete(first.id))
    with pytest.raises(NotFound):
        session.send(Copy(register=first.id), tmp_path / "sent.riskdesk")


def test_a_register_without_an_identity_goes_alone(session: Session, tmp_path: Path) -> None:
    """An older Riskdesk took any identity from a document."""
    steps, other = session._store.steps(), session.tree(session.registers()[0].id).register
    nameless = Register(id="", title="Nameless", scale=other.scale)
    added_step = Step(
        len(steps) + 1, steps[-1].at, "me", "New register", (Change("register", "", None, to_record(nameless)),)
    )
    copying.write(tmp_path / "older.riskdesk", [*steps, added_step])
    with closing(Session.open(tmp_path / "older.riskdesk", "me")) as older:
        assert len(older.registers()) == 3
        with closing(sent(older, tmp_path, Copy(register=""))) as copy:
            assert [register.title for register in copy.registers()] == ["Nameless"]


@pytest.mark.parametrize("history", [True, False])
def test_what_moved_between_registers_goes_with_the_one_it_is_in(
    session: Session, tmp_path: Path, *, history: bool
) -> None:
    first, second = session.registers()
    moved = session.tree(second.id).categories[0]
    risk = moved.entries[0].risks[0]
    session.run(items.place([moved.category.id], first.id, 0))
    session.run(risks.edit(risk.id, note="Edited elsewhere"))
    for register, is_there in ((first, True), (second, False)):
        with closing(sent(session, tmp_path / register.id, Copy(register=register.id, history=history))) as copy:
            assert copy.tree(register.id) == session.tree(register.id)
            assert (risk.id in {copied_risk.id for copied_risk in copy.tree(register.id).risks}) is is_there
            assert (b"Edited elsewhere" in copy.path.read_bytes()) is is_there
            while undo_label(copy, None) is not None:
                copy.undo(None)
            assert copy.registers() == []


@pytest.mark.parametrize("chosen", [True, False])
def test_a_copy_of_an_older_riskdesk_that_tells_only_that_something_came_is_sent_on(
    session: Session, tmp_path: Path, *, chosen: bool
) -> None:
    """It left out where the item came from; the item was deleted since."""
    steps, second = session._store.steps(), session.registers()[1].id
    gone = Risk(entry=next(session.tree(second).entries).entry.id)
    came = Change("risk", gone.id, {"entry": "elsewhere"}, {"entry": gone.entry})
    went = Change("risk", gone.id, to_record(gone), None)
    later = [Step(len(steps) + 1, steps[-1].at, "me", "Move risk", (came,))]
    later.append(Step(len(steps) + 2, steps[-1].at, "me", "Delete risk", (went,)))
    copying.write(tmp_path / "older.riskdesk", [*steps, *later])
    assert findings(tmp_path / "older.riskdesk") == []
    with closing(Session.open(tmp_path / "older.riskdesk", "me")) as older:
        register = second if chosen else None
        with closing(sent(older, tmp_path, Copy(register=register))) as copy:
            assert copy.tree(second) == session.tree(second)
            assert older.merge(copy.path).changes() == []


def test_a_step_taken_back_that_did_nothing_in_the_register_that_goes(session: Session, tmp_path: Path) -> None:
    """To bring back a register moves one that came after it was deleted."""
    first, _ = session.registers()
    session.run(registers.delete(first.id))
    session.run(registers.add(template("coe", Language.ENGLISH)))
    later = session.registers()[1]
    session.undo(first.id)
    assert [register.id for register in session.registers()][2] == later.id
    with closing(sent(session, tmp_path, Copy(register=later.id))) as copy:
        assert copy.tree(later.id) == session.tree(later.id)


@pytest.mark.parametrize(("longest", "most"), [(4000, 2_000_000), (32_000_000, 60)])
def test_what_is_too_long_for_one_step_comes_in_several(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, longest: int, most: int
) -> None:
    monkeypatch.setattr(copies, "LONGEST_STEP", longest)
    monkeypatch.setattr(copies, "MOST_ITEMS", most)
    with closing(sent(session, tmp_path, Copy(history=False))) as copy:
        steps = copy._store.steps()
        assert len(steps) > 5
        assert len({(step.at, step.who, step.label) for step in steps}) == 1
        for changes_text, count in ((journal.row_of(step, "")["changes"], len(step.changes)) for step in steps):
            assert count == 1 or (
                len(changes_text) < longest + 100 * count and changes_text.count(",") < most + 5 * count
            )
        for register in session.registers():
            assert copy.tree(register.id) == session.tree(register.id)
        while undo_label(copy, None) is not None:
            copy.undo(None)
        assert copy.registers() == []


@pytest.mark.parametrize("document", ["x" * 14_000_000, "," * 900_000])
def test_a_step_is_as_long_as_it_may_be(session: Session, document: str) -> None:
    """Thirty-two million bytes, or two million values."""
    register = session.tree(session.registers()[0].id).register
    snapshots = [Snapshot(register=register.id, date=date(2026, 1, 1), document=document) for _ in range(3)]
    state = {(kind_name(type(value)), value.id): to_record(value) for value in (register, *snapshots)}
    steps = copies.first_steps(state, "me", copies.LABEL)
    assert [len(step.changes) for step in steps] == [3, 1]


@pytest.mark.parametrize(("less", "parts"), [(0, [2, 1]), (1, [1, 1, 1]), (10**6, [1, 1, 1])])
@pytest.mark.parametrize("limit", ["LONGEST_STEP", "MOST_ITEMS"])
def test_what_is_just_as_long_as_it_may_be_comes_in_one_step(
    monkeypatch: pytest.MonkeyPatch, limit: str, less: int, parts: list[int]
) -> None:
    state = {("category", f"{n}"): to_record(Category(id=f"{n}", register="é", title="é,")) for n in range(3)}
    record_text = canonical(state["category", "0"])
    size = {"LONGEST_STEP": len(record_text.encode()), "MOST_ITEMS": json_text.count(record_text)}[limit]
    monkeypatch.setattr(copies, limit, 2 * size - less)
    assert [len(step.changes) for step in copies.first_steps(state, "me", copies.LABEL)] == parts


def test_what_others_lie_in_comes_before_them() -> None:
    tree = template("coe", Language.ENGLISH)
    state = {(kind_name(type(value)), value.id): to_record(value) for value in tree.values}
    (step,) = copies.first_steps(dict(reversed(state.items())), "me", copies.LABEL)
    order = list(KINDS)
    assert [change.kind for change in step.changes] == sorted((kind for kind, _ in state), key=order.index)


def test_a_copy_of_nothing_has_no_steps(tmp_path: Path) -> None:
    with (
        closing(Session.create(tmp_path / "a.riskdesk", "me")) as empty,
        closing(sent(empty, tmp_path, Copy(history=False))) as copy,
    ):
        assert copy._store.steps() == []
        assert copy.changed_at()
