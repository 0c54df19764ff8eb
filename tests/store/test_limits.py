"""What a store would not be opened with is not written to it, by whatever way it comes."""

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import items, registers, risks
from riskdesk.desk.action import Action
from riskdesk.desk.copies import Copy
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain import json_text
from riskdesk.domain.json_text import MOST_ITEMS
from riskdesk.domain.problems import FileProblem, InputProblem, Problem
from riskdesk.domain.step import Change, Step
from riskdesk.domain.values import Language
from riskdesk.store import connection, copying, room
from riskdesk.store.check import findings
from riskdesk.store.connection import connect
from riskdesk.store.store import Store
from riskdesk.store.transaction import Transaction

MANY = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 499990)"


@pytest.fixture
def steps(kazakhstan: Path) -> list[Step]:
    """A journal whose one step brings in a register at a place that no store may hold."""
    with closing(Store.open(kazakhstan, read_only=True)) as store:
        (step,) = store.steps()
    first = replace(step.changes[0], after=(step.changes[0].after or {}) | {"position": 2**40})
    return [replace(step, changes=(first, *step.changes[1:]))]


@pytest.fixture
def unchecked(kazakhstan: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a store that was not looked through."""
    with closing(connect(kazakhstan)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        yield connection


def test_a_copy_that_would_not_open_is_not_made(steps: list[Step], tmp_path: Path) -> None:
    new = tmp_path / "new.riskdesk"
    with pytest.raises(InputProblem, match=r"The register .* was not saved, as it contains what no register file"):
        copying.write(new, steps)
    assert not new.exists()


def test_an_undo_does_not_bring_back_what_would_not_open(steps: list[Step], tmp_path: Path) -> None:
    change = steps[0].changes[0]
    mended = Change(change.kind, change.id, {"position": 2**40}, {"position": 0})
    path = tmp_path / "new.riskdesk"
    copying.write(path, [*steps, replace(steps[0], number=2, changes=(mended,))])
    with closing(Session.open(path, "me")) as session, pytest.raises(InputProblem, match="was not saved"):
        session.undo(None)
    assert findings(path) == []


def test_a_copy_of_too_many_steps_is_not_made(kazakhstan: Path, tmp_path: Path) -> None:
    with closing(Store.open(kazakhstan, read_only=True)) as store:
        (step,) = store.steps()
    with pytest.raises(InputProblem, match="1,000,000 steps"):
        copying.write(tmp_path / "new.riskdesk", [replace(step, number=1_000_001)])
    assert not (tmp_path / "new.riskdesk").exists()


def test_a_step_for_which_there_is_no_room_is_not_taken(kazakhstan: Path, unchecked: sqlite3.Connection) -> None:
    unchecked.execute("INSERT INTO step SELECT 1000000, at, who, label, undoes, changes, previous, hash FROM step")
    with pytest.raises(InputProblem, match="1,000,000 steps"):
        Store(kazakhstan, unchecked, whole=True).run(
            "me", "Delete", lambda tx: tx.delete(next(tx.tree(tx.registers()[0].id).risks))
        )
    assert unchecked.execute("SELECT max(number) FROM step").fetchone() == (1_000_000,)


def test_a_register_for_which_there_is_no_room_is_refused_before_it_comes_in(
    kazakhstan: Path, unchecked: sqlite3.Connection
) -> None:
    unchecked.execute(
        f"{MANY} INSERT INTO risk SELECT 'risk' || i, 'e', 0, '', '', '', 1, 1, 1, 1, '', NULL, '', NULL,"
        " NULL, '', NULL, NULL, NULL, '', '', NULL FROM n"
    )
    transactions: list[Transaction] = []

    def work(tx: Transaction) -> None:
        transactions.append(tx)
        registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)).work(tx)

    with pytest.raises(InputProblem, match="500,052 values of the kind “risk”"):
        Store(kazakhstan, unchecked, whole=True).run("me", "New register", work)
    assert transactions[0].changes == []


@pytest.mark.parametrize(("clock", "moment"), [(0, "1.January 1970, 00:00"), (32503680000, "1.January 3000, 00:00")])
def test_nothing_is_written_at_a_time_that_would_not_be_read(
    kazakhstan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: float, moment: str
) -> None:
    before = kazakhstan.read_bytes()
    with closing(Session.open(kazakhstan, "me")) as session:
        (register,) = session.registers()
        with monkeypatch.context() as patch:
            patch.setattr(time, "time", lambda: clock)
            for write in (
                lambda: session.run(registers.edit(register.id, title="Later")),
                lambda: session.undo(None),
                lambda: session.send(Copy(history=False), tmp_path / "new.riskdesk"),
                lambda: Session.create(tmp_path / "new.riskdesk", "me"),
            ):
                with pytest.raises(Problem, match=f"the clock of this computer is wrong, it says {moment}"):
                    write()
    assert kazakhstan.read_bytes() == before
    assert not (tmp_path / "new.riskdesk").exists()


@pytest.mark.parametrize("clock", [86400, 32503679999])
def test_all_that_is_written_is_read_at_the_ends_of_time(
    kazakhstan: Path, monkeypatch: pytest.MonkeyPatch, clock: float
) -> None:
    with closing(Session.open(kazakhstan, "me")) as session, monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: clock)
        session.run(registers.edit(session.registers()[0].id, title="Later"))
    assert findings(kazakhstan) == []


def test_a_step_of_more_values_than_would_be_read_is_not_taken(kazakhstan: Path) -> None:
    with (
        closing(Session.open(kazakhstan, "me")) as session,
        pytest.raises(InputProblem, match="more than 4,000,000 values, commas and brackets"),
    ):
        session.run(registers.edit(session.registers()[0].id, title="," * MOST_ITEMS))
    assert findings(kazakhstan) == []


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> int:
    """The bytes that a value or a row may have: far fewer than usually."""
    most = 200_000
    for module in (connection, room):
        monkeypatch.setattr(module, "LONGEST_VALUE", most)
    return most


def came_in(session: Session, action: Action) -> bool:
    """Run an action; False if it is refused for its length."""
    with suppress(FileProblem, InputProblem):
        return session.run(action) is not None
    return False


@pytest.mark.parametrize("letter", ["a", "é", "\N{GRINNING FACE}", '"', "\n"])
def test_what_comes_in_can_be_deleted_and_undone(kazakhstan: Path, short: int, letter: str) -> None:
    """However long it is, and whoever deletes it."""
    size, refused = len(json.dumps(letter, ensure_ascii=False).encode()) - 2, 0
    with closing(Session.open(kazakhstan, "me")) as session:
        tree = session.tree(session.registers()[0].id)
        entry = next(entry for entry in tree.entries if len(entry.risks) == 1)
        (risk,) = entry.risks
        for bytes_less in range(0, 2_000, 90):
            session.who = "me"
            text = f"x{(short - bytes_less) // size * letter}x"
            if not came_in(session, risks.edit(risk.id, note=text)):
                refused += 1
                continue
            session.who = "M. Ivanova, " * 20
            session.run(items.delete([risk.id]))
            session.undo(None)
            session.redo(None)
            session.undo(None)
            session.undo(None)
    assert 0 < refused < 23
    assert findings(kazakhstan) == []


def test_a_step_of_several_values_can_be_undone_whoever_does_it(kazakhstan: Path, short: int) -> None:
    refused = 0
    with closing(Session.open(kazakhstan, "me")) as session:
        entry = next(session.tree(session.registers()[0].id).entries)
        for bytes_less in range(0, 3_000, 90):
            session.who = "me"
            if not came_in(session, risks.add(entry.entry.id, ["a" * ((short - bytes_less) // 4)] * 4)):
                refused += 1
                continue
            for who in ("M. Ivanova, " * 20, "me"):
                session.who = who
                session.undo(None)
                session.redo(None)
            session.undo(None)
    assert 0 < refused < 34
    assert findings(kazakhstan) == []


def test_a_value_that_grows_field_by_field_can_be_deleted(kazakhstan: Path, short: int) -> None:
    with closing(Session.open(kazakhstan, "me")) as session:
        risk = next(session.tree(session.registers()[0].id).risks)
        session.run(risks.edit(risk.id, note="a" * (short // 2)))
        with pytest.raises(Problem, match=r"more than 0 MB at once\."):
            session.run(risks.edit(risk.id, description="b" * (short // 2)))
        session.run(risks.edit(risk.id, description="b" * (short // 2 - 3_000)))
        session.run(items.delete([risk.id]))


def test_a_value_that_grows_in_several_fields_at_once_can_be_deleted(kazakhstan: Path, short: int) -> None:
    refused = 0
    with closing(Session.open(kazakhstan, "me")) as session:
        risk = next(session.tree(session.registers()[0].id).risks)
        session.run(risks.edit(risk.id, note="a" * (short // 2)))
        for bytes_less in range(0, 2_000, 90):
            longer = "b" * (short // 2 - bytes_less)
            if not came_in(session, risks.edit(risk.id, description=longer, owner=f"{bytes_less}")):
                refused += 1
                continue
            session.run(items.delete([risk.id]))
            session.undo(None)
            session.undo(None)
    assert 0 < refused < 23


def test_a_text_of_as_many_commas_as_are_read_can_be_deleted(kazakhstan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "MOST_ITEMS", 20_000)
    with closing(Session.open(kazakhstan, "me")) as session:
        risk = next(session.tree(session.registers()[0].id).risks)
        for commas in range(20_000, 19_700, -10):
            with suppress(InputProblem):
                session.run(risks.edit(risk.id, note="," * commas))
                session.run(items.delete([risk.id]))
                session.undo(None)
                session.undo(None)
                break
        else:
            pytest.fail("none came in")


def test_a_register_of_more_than_is_saved_at_once_is_deleted_in_parts(
    kazakhstan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_text, "MOST_ITEMS", 2_000)
    with closing(Session.open(kazakhstan, "me")) as session:
        (register,) = session.registers()
        for risk in list(session.tree(register.id).risks):
            session.run(risks.edit(risk.id, note="," * 200))
        with pytest.raises(InputProblem, match=r"more than 2,000 values.* Do it risk by risk or in parts\."):
            session.run(registers.delete(register.id))
        for category in session.tree(register.id).categories:
            for risk in category.risks:
                session.run(items.delete([risk.id]))
        session.run(registers.delete(register.id))
        assert session.registers() == []
    assert findings(kazakhstan) == []
