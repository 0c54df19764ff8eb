"""References as a store looks them up: those alike, those above, and those that come in with a move."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from riskdesk.desk import copies, registers, risks
from riskdesk.desk.action import Action
from riskdesk.desk.session import Session
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.values import Risk
from riskdesk.store import copying, reader
from riskdesk.store.connection import connect
from riskdesk.store.reader import Reader
from riskdesk.store.transaction import Transaction
from tests.desk.standing import register_of, state_of

# What an older Riskdesk let in is not tidied: blanks at both ends, in any script.
STORED = ("R-40", " r-41 ", "\u00a0R-42\u200b", "РИСК-1", "R-1000000000", "\tR-43", "Straße 7", "R-٤٤", "X-99", "")


@pytest.fixture(autouse=True, params=[1, 500], ids=["one by one", "by index"])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to look references up lead to the same."""
    monkeypatch.setattr(reader, "_FEW", request.param)


@pytest.fixture
def stored_ids(session: Session, register: str) -> dict[str, str]:
    """Risks of the register that were given such references behind its back, by these."""
    risk_ids = dict(zip(STORED, (risk.id for risk in session.tree(register).risks), strict=False))
    with closing(sqlite3.connect(session.path)) as raw:
        raw.executemany("UPDATE risk SET reference = ? WHERE id = ?", risk_ids.items())
        raw.commit()
    return risk_ids


def answer(session: Session, question: Callable[[Reader], object]) -> object:
    with closing(connect(session.path, read_only=True)) as connection:
        return question(Reader(connection))


@pytest.mark.parametrize(
    ("typed", "existing"),
    [
        ("r-40\u3000", "R-40"),
        ("R-41", " r-41 "),
        ("r-42", "\u00a0R-42\u200b"),
        ("R-43", "\tR-43"),
        ("риск-1", "РИСК-1"),
        ("STRASSE 7", "Straße 7"),
        ("Ｒ-40", None),
        ("R-4", None),
        ("R-%", None),
        ('"', None),
    ],
)
def test_a_reference_is_found_whatever_its_case_and_blanks(
    session: Session, register: str, stored_ids: dict[str, str], typed: str, existing: str | None
) -> None:
    expected = {} if existing is None else {stored_ids[existing]: existing}
    assert answer(session, lambda reader: reader.alike(register, [typed])) == expected


def test_references_of_another_register_are_not_alike(session: Session, register: str) -> None:
    session.run(registers.duplicate(register))
    alike = answer(session, lambda reader: reader.alike(session.registers()[1].id, ["R-05"]))
    assert isinstance(alike, dict)
    assert len(alike) == 1
    assert alike.keys().isdisjoint(risk.id for risk in session.tree(register).risks)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (40, {" r-41 ", "\tR-43", "R-1000000000", "\u00a0R-42\u200b"}),
        (10**10, {"\u00a0R-42\u200b"}),
    ],
)
def test_no_reference_with_a_higher_number_is_left_out(
    session: Session, register: str, stored_ids: dict[str, str], number: int, expected: set[str]
) -> None:
    references = answer(session, lambda reader: set(reader.references_above(register, number)))
    assert isinstance(references, set)
    assert references >= expected
    assert not references & {"R-40", "R-07", ""}


def test_a_store_hands_over_the_few_references_that_are_asked_for(session: Session, register: str) -> None:
    assert answer(session, lambda reader: reader.references_above(register, 31)) == []


def test_an_empty_reference_is_alike_to_none(session: Session, register: str, stored_ids: dict[str, str]) -> None:
    assert answer(session, lambda reader: reader.alike(register, ["", " "])) == {}


QUESTIONS: dict[str, Callable[[Reader, str], object]] = {
    "a free number": lambda reader, register: reader.references_above(register, 3_031),
    "a number that is counted": lambda reader, register: reader.references_above(register, 3_029),
    "one that there is": lambda reader, register: reader.alike(register, ["r-07"]),
    "one that there is not": lambda reader, register: reader.alike(register, ["Risk 7"]),
}


def instructions(connection: sqlite3.Connection, question: Callable[[Reader], object]) -> int:
    """How many instructions of SQLite an answer takes."""
    counter = count()
    connection.set_progress_handler(lambda: next(counter) < 0, 1)
    question(Reader(connection))
    connection.set_progress_handler(None, 1)
    return next(counter)


def multiply(connection: sqlite3.Connection, many: int, kind: str, **expressions: str) -> None:
    """Add so many rows like the first of a kind; what is told of their columns is SQL in which `value` counts them."""
    expressions = {"id": f"'{many}-' || value"} | expressions
    columns = [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (kind,))]
    connection.execute(
        "WITH n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ?)"
        f" INSERT INTO {kind} SELECT {', '.join(expressions.get(name, name) for name in columns)} FROM n"
        f" CROSS JOIN (SELECT * FROM {kind} LIMIT 1)",
        (many,),
    )


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_to_look_a_reference_up_costs_the_same_among_thousands(
    session: Session, register: str, monkeypatch: pytest.MonkeyPatch, question: Callable[[Reader, str], object]
) -> None:
    monkeypatch.setattr(reader, "_FEW", 500)
    entry = next(session.tree(register).entries).entry.id
    with closing(sqlite3.connect(session.path)) as raw:
        few = instructions(raw, lambda reader: question(reader, register))
        multiply(raw, 3_000, "risk", entry=f"'{entry}'", reference="iif(value % 3, 'R-' || (value + 31), '')")
        assert instructions(raw, lambda reader: question(reader, register)) < few + 100


def test_references_that_are_compared_one_by_one_cost_what_they_are(session: Session, register: str) -> None:
    took = []
    with closing(sqlite3.connect(session.path)) as raw:
        for many in (500, 1_000):
            multiply(raw, many, "entry")
            multiply(raw, many, "risk", entry=f"'{many}-' || value", reference="'Р-' || value")
            took.append(instructions(raw, lambda reader: reader.alike(register, ["Р-7"])))
    # Three times as many by then.
    assert took[1] < 4 * took[0]


def moved_and_edited(risk: Risk, entry: str, reference: str) -> Action:
    def work(tx: Transaction) -> None:
        tx.update(replace(risk, entry=entry, position=len(tx.children(Risk, entry)), reference=reference))

    return Action("Move risk", work)


def test_a_reference_that_comes_with_a_move_in_its_register_is_asked(session: Session, register: str) -> None:
    tree = session.tree(register)
    risk, other = next(tree.risks), list(tree.entries)[-1].entry
    with pytest.raises(InputProblem, match="R-31 is taken"):
        session.run(moved_and_edited(risk, other.id, "R-31"))
    session.run(moved_and_edited(risk, other.id, "R-50"))
    session.run(risks.add(other.id, ["Next"]))
    assert "R-51" in [risk.reference for risk in session.tree(register).risks]


def test_what_an_older_riskdesk_has_not_counted_is_not_given_again(tmp_path: Path) -> None:
    tree, _ = registers.renumbered(register_of("A: r0 r1 | "))
    uncounted = state_of(replace(tree, register=replace(tree.register, references=1)))
    copying.write(tmp_path / "older.riskdesk", copies.first_steps(uncounted, "me", copies.LABEL))
    with closing(Session.open(tmp_path / "older.riskdesk", "me")) as older:
        older.run(risks.add(next(tree.entries).entry.id, ["new"]))
        assert [risk.reference for risk in older.tree(tree.register.id).risks] == ["R-01", "R-02", "R-03"]
        assert older.tree(older.registers()[0].id).register.references == 3


def test_a_risk_that_has_none_is_given_one_only_where_it_is_edited(tmp_path: Path) -> None:
    """An older Riskdesk let it be empty."""
    tree = register_of("A: r0 | ")
    copying.write(tmp_path / "older.riskdesk", copies.first_steps(state_of(tree), "me", copies.LABEL))
    with closing(Session.open(tmp_path / "older.riskdesk", "me")) as older:
        (risk,) = older.tree(tree.register.id).risks
        for fields, reference in (({"note": "New"}, ""), ({"reference": " "}, "R-01")):
            older.run(risks.edit(risk.id, **fields))
            assert [risk.reference for risk in older.tree(tree.register.id).risks] == [reference]
