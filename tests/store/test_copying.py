"""A store that is made of steps: its tables are what they lead to, its chain is its own."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import scales
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.records import to_record
from riskdesk.domain.step import Change, Step, UndoDirection
from riskdesk.domain.values import Category, PrintSet, Register
from riskdesk.store import copying, index
from riskdesk.store.beside import journal_of
from riskdesk.store.check import findings
from riskdesk.store.damage import DamagedStore
from riskdesk.store.store import Store

REGISTER = Register(scale=scales.profile("5x5"), title="Title")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    new_store = Store.create(tmp_path / "a.riskdesk")
    new_store.run("me", "New register", lambda tx: tx.insert(REGISTER))
    new_store.run("me", "Add category", lambda tx: tx.insert(Category(register=REGISTER.id, title="Gone")))
    new_store.take_back("me", None, UndoDirection.UNDO)
    new_store.run("me", "New print set", lambda tx: tx.insert(PrintSet(register=REGISTER.id, ended=True)))
    return new_store


def test_a_copy_has_the_steps_and_what_they_lead_to(store: Store, tmp_path: Path) -> None:
    with closing(store):
        assert copying.write(tmp_path / "b.riskdesk", iter(store.steps())) == []
        assert findings(tmp_path / "b.riskdesk") == []
        with closing(Store.open(tmp_path / "b.riskdesk")) as copy:
            assert (copy.steps(), copy.state()) == (store.steps(), store.state())
            assert copy.mark.hash == store.mark.hash
            assert copy.mark.store != store.mark.store


def test_children_may_come_before_their_parents(tmp_path: Path, store: Store) -> None:
    with closing(store):
        (first, *_) = store.steps()
    category = Category(register=REGISTER.id)
    changes = (Change("category", category.id, None, to_record(category)), *first.changes)
    copying.write(tmp_path / "b.riskdesk", [replace(first, changes=changes)])
    assert findings(tmp_path / "b.riskdesk") == []


def test_what_a_store_may_not_hold_is_not_copied(tmp_path: Path, store: Store) -> None:
    with closing(store):
        (first, *_) = store.steps()
    wrong = Change("register", REGISTER.id, None, to_record(REGISTER) | {"position": -(2**31)})
    steps: list[tuple[list[Step], type[Exception]]] = [
        ([replace(first, changes=(wrong,))], InputProblem),
        ([replace(first, number=2)], DamagedStore),
    ]
    for wrong_steps, error in steps:
        with pytest.raises(error):
            copying.write(tmp_path / "b.riskdesk", wrong_steps)
        assert not (tmp_path / "b.riskdesk").exists()


def test_what_was_left_behind_is_told(tmp_path: Path) -> None:
    journal_of(tmp_path / "b.riskdesk").write_bytes(b"left behind")
    (warning,) = copying.write(tmp_path / "b.riskdesk", [])
    assert "b.riskdesk-journal.old" in str(warning)


def test_an_index_is_made_in_place_of_what_there_is(store: Store) -> None:
    with closing(store), closing(sqlite3.connect(store.path, isolation_level=None)) as raw:
        before = index.stored(raw)
        assert before == index.derived(store.steps())
        raw.execute("DELETE FROM touch WHERE step = 2")
        raw.execute("INSERT INTO touch VALUES ('other', 9, 'other')")
        assert index.first_difference(before, index.stored(raw)) == 2
        index.fill(raw, store.steps())
        assert index.stored(raw) == before
        assert index.first_difference(before, index.stored(raw)) is None


@pytest.mark.parametrize(
    ("expected", "actual", "step"),
    [
        ({}, {}, None),
        ({1: 7, 2: 8}, {2: 8, 1: 7}, None),
        ({1: 7, 2: 8, 3: 9}, {1: 7, 2: 0, 3: 0}, 2),
        ({1: 7}, {1: 7, 2: 8}, 2),
        ({1: 7, 2: 8}, {1: 7}, 2),
    ],
)
def test_two_indexes_differ_at_the_first_step_that_has_others(
    expected: index.Sums, actual: index.Sums, step: int | None
) -> None:
    assert index.first_difference(expected, actual) == step
