"""What a transaction reads of a store, and what it notes of what it writes."""

import datetime
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import groupby

import pytest

from riskdesk.desk import scales
from riskdesk.domain.problems import InputProblem, NotFound, Problem
from riskdesk.domain.records import kind_name, to_record
from riskdesk.domain.step import Change
from riskdesk.domain.values import Category, Entry, Mitigation, PrintSet, Register, Risk, Snapshot, Value
from riskdesk.store import file_format
from riskdesk.store.connection import StoreConnection, writing
from riskdesk.store.reader import Reader
from riskdesk.store.transaction import Transaction
from riskdesk.store.writing import Writer

FIVE, THREE = (scales.profile(name) for name in ("5x5", "eu-action-document-3x3"))
REGISTER, OTHER = Register(scale=FIVE, title="One"), Register(scale=FIVE, title="Two", position=1)
CATEGORY, AFTER, SECOND = (
    Category(register=REGISTER.id),
    Category(register=REGISTER.id, position=1),
    Category(register=OTHER.id),
)
ENTRY, MORE, THERE = Entry(category=CATEGORY.id, position=1), Entry(category=CATEGORY.id), Entry(category=SECOND.id)
RISK = Risk(entry=ENTRY.id, reference="R-01", likelihood=5, impact=5, position=1)
NEXT = Risk(entry=ENTRY.id, reference="X-7", title="Flood", owner="M")
FAR = Risk(entry=THERE.id, reference="R-09", likelihood=4)
MITIGATION = Mitigation(entry=ENTRY.id, description="Dikes")
DRILL = Mitigation(entry=THERE.id, description="Drill")
BOARD = PrintSet(register=REGISTER.id, name="Board", ended=True)
FROZEN = Snapshot(register=REGISTER.id, date=datetime.date(2026, 11, 28), document="{}")
ALL: tuple[Value, ...] = (
    *(REGISTER, OTHER, CATEGORY, SECOND, ENTRY, MORE, THERE),
    *(RISK, NEXT, FAR, MITIGATION, DRILL, BOARD, FROZEN),
)


@pytest.fixture
def connection() -> Iterator[StoreConnection]:
    """The tables of a store in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None, factory=StoreConnection)) as database:
        database.executescript(file_format.definition(file_format.FORMAT))
        yield database


@pytest.fixture
def empty(connection: StoreConnection) -> Iterator[Transaction]:
    with writing(connection):
        yield Transaction(connection, Writer(connection).write)


@pytest.fixture
def tx(empty: Transaction) -> Transaction:
    """A transaction that nothing was written in, on a store that holds all values above."""
    for value in ALL:
        empty.insert(value)
    return Transaction(empty._connection, empty._write)


def behind(tx: Transaction, statement: str, *values: object) -> None:
    """Write what no action of today's would."""
    tx._connection.execute(statement, values)


# Reading.


def test_values_are_read_as_they_were_written(tx: Transaction) -> None:
    for value in ALL:
        assert tx.get(type(value), value.id) == value
        assert tx.find(type(value), "other") is None
    assert tx.ids_in_use([*(value.id for value in ALL), "other"]) == {value.id for value in ALL}
    assert {(kind, record["id"]) for kind, record in tx.records()} == {
        (kind_name(type(value)), value.id) for value in ALL
    }
    with pytest.raises(NotFound):
        tx.get(Risk, ENTRY.id)


@pytest.mark.parametrize("item", [CATEGORY, ENTRY, RISK, MITIGATION])
def test_an_item_is_found_by_its_identity_alone(tx: Transaction, item: Value) -> None:
    assert tx.locate(item.id) == item


@pytest.mark.parametrize("value", [REGISTER, BOARD, FROZEN])
def test_a_value_that_is_no_item_is_not_located(tx: Transaction, value: Value) -> None:
    with pytest.raises(NotFound):
        tx.locate(value.id)


def test_children_and_registers_come_in_their_order(tx: Transaction) -> None:
    assert tx.children(Risk, ENTRY.id) == [NEXT, RISK]
    assert tx.children(Entry, CATEGORY.id) == [MORE, ENTRY]
    assert tx.children(PrintSet, REGISTER.id) == [BOARD]
    assert tx.children(Snapshot, OTHER.id) == []
    assert tx.registers() == [REGISTER, OTHER]
    assert set(tx.register_ids()) == {REGISTER.id, OTHER.id}


def test_registers_of_one_place_come_in_the_order_in_which_they_were_added(empty: Transaction) -> None:
    added = [Register(scale=FIVE, id=f"{number:08}-0000-4000-8000-000000000000") for number in (2, 3, 1)]
    for register in [*added, Register(scale=FIVE, position=1), OTHER]:
        empty.insert(register)
    empty.update(replace(added[0], position=2))
    assert [register.id for register in empty.registers()][:2] == [added[1].id, added[2].id]
    assert empty.registers()[-1].id == added[0].id


@pytest.mark.parametrize("value", ALL)
def test_each_value_lies_in_a_register(tx: Transaction, value: Value) -> None:
    expected = OTHER if value in (OTHER, SECOND, THERE, FAR, DRILL) else REGISTER
    assert tx.register_of(kind_name(type(value)), value.id) == expected.id
    assert tx.register_of(kind_name(type(value)), "other") is None


def test_a_register_is_read_with_what_is_in_it_alone(tx: Transaction) -> None:
    first, second = tx.tree(REGISTER.id), tx.tree(OTHER.id)
    assert list(first.values) == [REGISTER, BOARD, CATEGORY, MORE, ENTRY, NEXT, RISK, MITIGATION]
    assert list(second.values) == [OTHER, SECOND, THERE, FAR, DRILL]


def test_references_are_looked_up_within_their_register_in_the_order_of_their_risks(tx: Transaction) -> None:
    assert list(tx.alike(REGISTER.id, ["x-7 ", "r-01", "R-09"])) == [RISK.id, NEXT.id]
    assert tx.alike(REGISTER.id, []) == {}


def test_references_above_a_number_come_in_the_order_of_their_risks(tx: Transaction) -> None:
    for number, reference in ((1, "R-60"), (2, "R-51"), (3, "Ж-1")):
        tx.insert(Risk(entry=MORE.id, reference=reference, position=number))
    assert tx.references_above(REGISTER.id, 50) == ["R-60", "R-51", "Ж-1"]
    assert tx.references_above(REGISTER.id, 51) == ["R-60", "Ж-1"]


# Writing.


def test_what_is_inserted_is_noted_as_it_was_admitted(tx: Transaction) -> None:
    new = Mitigation(entry=ENTRY.id, action_owner=" e\u0301 ", position=1)
    tx.insert(new)
    tidy = replace(new, action_owner="é")
    assert tx.get(Mitigation, new.id) == tidy
    assert tx.changes == [Change("mitigation", new.id, None, to_record(tidy))]
    assert tx.touched == {(REGISTER.id, new.id)}


def test_of_an_edit_what_differs_is_noted(tx: Transaction) -> None:
    tx.update(replace(NEXT, title="Floods", owner="M ", likelihood=2))
    assert tx.get(Risk, NEXT.id) == replace(NEXT, title="Floods", likelihood=2)
    before, after = {"title": "Flood", "likelihood": None}, {"title": "Floods", "likelihood": 2}
    assert tx.changes == [Change("risk", NEXT.id, before, after)]


@pytest.mark.parametrize("same", [NEXT, replace(NEXT, owner="M "), replace(BOARD, ended=True), REGISTER])
def test_an_edit_that_changes_nothing_is_none(tx: Transaction, same: Value) -> None:
    tx.update(same)
    assert (tx.changes, tx.touched) == ([], set())


@pytest.mark.parametrize(
    "edit",
    [
        replace(BOARD, ended=False),
        replace(BOARD, columns=BOARD.columns[:2]),
        replace(OTHER, scale=THREE),
        replace(NEXT, owner=""),
    ],
)
def test_an_edit_is_read_again(tx: Transaction, edit: Value) -> None:
    tx.update(edit)
    assert tx.get(type(edit), edit.id) == edit


def test_what_an_older_riskdesk_let_in_does_not_keep_another_field_from_being_edited(tx: Transaction) -> None:
    behind(tx, "UPDATE risk SET next_review = '0027-05-06' WHERE id = ?", NEXT.id)
    old = tx.get(Risk, NEXT.id)
    tx.update(replace(old, note="Asked"))
    assert tx.get(Risk, NEXT.id).note == "Asked"
    with pytest.raises(InputProblem, match="0027"):
        tx.update(replace(old, next_review=datetime.date(27, 5, 7)))


def test_what_is_deleted_is_noted_whole_and_what_else_there_is_stays(tx: Transaction) -> None:
    tx.delete(RISK)
    assert tx.find(Risk, RISK.id) is None
    assert tx.children(Risk, ENTRY.id) == [NEXT]
    assert tx.changes == [Change("risk", RISK.id, to_record(RISK), None)]
    assert tx.touched == {(REGISTER.id, RISK.id)}


def test_a_move_touches_both_registers(tx: Transaction) -> None:
    tx.update(replace(FAR, entry=MORE.id))
    assert tx.touched == {(OTHER.id, FAR.id), (REGISTER.id, FAR.id)}


def test_changes_of_another_store_are_made_whatever_is_here(tx: Transaction) -> None:
    new = Risk(entry=MORE.id, title="New")
    tx.take(Change("risk", new.id, None, to_record(new)))
    tx.take(Change("risk", NEXT.id, {"title": "What it was there"}, {"title": "Taken"}))
    tx.take(Change("risk", RISK.id, to_record(replace(RISK, title="What it was there")), None))
    assert (tx.get(Risk, new.id), tx.get(Risk, NEXT.id)) == (new, replace(NEXT, title="Taken"))
    assert tx.find(Risk, RISK.id) is None
    assert tx.changes[-1].before == to_record(RISK)


@pytest.mark.parametrize(("position", "expected"), [(7, [0, 7]), (0, [0, 1]), (0.5, [0, 0.5])])
def test_two_registers_never_keep_one_position(tx: Transaction, position: float, expected: list[float]) -> None:
    tx.update(replace(OTHER, position=position))
    tx.tell_registers_apart()
    assert [register.position for register in tx.registers()] == expected


# Making again what was made before.

EDIT = Change("risk", NEXT.id, {"title": "Flood"}, {"title": "Storm"})


@pytest.mark.parametrize(
    ("meanwhile", "change"),
    [
        ("UPDATE risk SET title = 'Other'", EDIT),
        ("DELETE FROM risk", EDIT),
        ("UPDATE risk SET note = 'Other'", Change("risk", NEXT.id, to_record(NEXT), None)),
        ("DELETE FROM risk", Change("risk", NEXT.id, to_record(NEXT), None)),
        ("UPDATE register SET title = 'Other'", Change("register", OTHER.id, {"title": "Two"}, {"title": "2"})),
        ("UPDATE risk SET position = 5", Change("risk", NEXT.id, {"position": 0}, {"position": 3})),
    ],
)
def test_a_value_that_has_changed_meanwhile_is_left_as_it_is(tx: Transaction, meanwhile: str, change: Change) -> None:
    behind(tx, "DELETE FROM mitigation")
    behind(tx, meanwhile)
    before = dict(tx.records())
    with pytest.raises(Problem, match="changed in the meantime"):
        tx.repeat((change,))
    assert (dict(tx.records()), tx.changes) == (before, [])


def test_another_field_may_have_changed_meanwhile(tx: Transaction) -> None:
    behind(tx, "UPDATE risk SET note = 'Other'")
    tx.repeat((EDIT,))
    assert tx.get(Risk, NEXT.id) == replace(NEXT, title="Storm", note="Other")
    assert tx.changes == [EDIT]


def test_the_place_of_a_register_and_the_count_of_its_references_are_those_of_today(tx: Transaction) -> None:
    behind(tx, 'UPDATE register SET position = 9, "references" = 40 WHERE id = ?', OTHER.id)
    tx.repeat((Change("register", OTHER.id, {"position": 1, "references": 0}, {"position": 2, "references": 1}),))
    assert tx.changes[-1].before == {"position": 9, "references": 40}
    for gone in (FAR, DRILL, THERE, SECOND):
        tx.delete(gone)
    tx.repeat((Change("register", OTHER.id, to_record(OTHER), None),))
    assert tx.changes[-1].before == to_record(replace(OTHER, position=2, references=1))
    assert tx.registers() == [REGISTER]


def test_what_is_deleted_again_is_told_whole(tx: Transaction) -> None:
    tx.repeat((Change("print_set", BOARD.id, {"name": "Board"}, None),))
    assert tx.changes[-1].before == to_record(BOARD)


@pytest.mark.parametrize(
    "change",
    [
        Change("risk", NEXT.id, {"likelihood": None}, {"likelihood": 0}),
        Change("risk", "new", None, to_record(replace(NEXT, id="new", note="\x07"))),
    ],
)
def test_nothing_comes_back_with_which_the_store_would_not_open(tx: Transaction, change: Change) -> None:
    with pytest.raises(InputProblem, match="no register file may contain"):
        tx.repeat((change,))


# What is asked of a register once all is written.


def settled(tx: Transaction, *writes: Callable[[Transaction], object]) -> None:
    for write in writes:
        write(tx)
    tx.settle()


def inserting(value: Value) -> Callable[[Transaction], object]:
    return lambda tx: tx.insert(value)


def updating(value: Value) -> Callable[[Transaction], object]:
    return lambda tx: tx.update(value)


def deleting(value: Value) -> Callable[[Transaction], object]:
    return lambda tx: tx.delete(value)


TOO_HIGH, TAKEN = "does not have every level", "is taken by the risk"
NEW_IN_THREE = Register(scale=THREE)
HOME = Category(register=NEW_IN_THREE.id)
ROOM = Entry(category=HOME.id)
WITH_THREE = tuple(map(inserting, (NEW_IN_THREE, HOME, ROOM)))


@pytest.mark.parametrize(
    ("writes", "message"),
    [
        ([inserting(Risk(entry=ENTRY.id, likelihood=6))], TOO_HIGH),
        ([updating(replace(NEXT, residual_impact=6))], TOO_HIGH),
        ([updating(replace(REGISTER, scale=THREE))], TOO_HIGH),
        ([updating(replace(OTHER, scale=THREE))], TOO_HIGH),
        ([*WITH_THREE, updating(replace(RISK, entry=ROOM.id))], TOO_HIGH),
        ([*WITH_THREE, updating(replace(RISK, entry=ROOM.id, likelihood=1))], TOO_HIGH),
        ([*WITH_THREE, updating(replace(ENTRY, category=HOME.id))], TOO_HIGH),
        ([*WITH_THREE, updating(replace(CATEGORY, register=NEW_IN_THREE.id))], TOO_HIGH),
        ([inserting(Risk(entry=MORE.id, reference=" r-01"))], TAKEN),
        ([updating(replace(NEXT, reference="r-01"))], TAKEN),
        ([inserting(Risk(entry=MORE.id, reference="N-1")), inserting(Risk(entry=ENTRY.id, reference="n-1"))], TAKEN),
        ([updating(replace(FAR, reference="X-7")), updating(replace(FAR, reference="X-7", entry=MORE.id))], TAKEN),
        ([updating(replace(FAR, reference="X-7")), updating(replace(THERE, category=CATEGORY.id))], TAKEN),
        ([updating(replace(FAR, reference="X-7")), updating(replace(SECOND, register=REGISTER.id))], TAKEN),
    ],
)  # fmt: skip
def test_values_that_do_not_hold_for_a_register_are_refused(
    tx: Transaction, writes: list[Callable[[Transaction], object]], message: str
) -> None:
    with pytest.raises(InputProblem, match=message):
        settled(tx, *writes)


@pytest.mark.parametrize(
    "writes",
    [
        [inserting(Risk(entry=ENTRY.id, likelihood=5, impact=5, residual_likelihood=5, residual_impact=5))],
        [inserting(Risk(entry=ENTRY.id)), inserting(Risk(entry=ENTRY.id))],
        [inserting(Risk(entry=THERE.id, reference="R-01"))],
        [updating(replace(RISK, reference="r-01"))],
        [updating(replace(RISK, reference="X-7")), updating(replace(NEXT, reference="R-01"))],
        [deleting(RISK), updating(replace(REGISTER, scale=THREE))],
        [updating(replace(FAR, likelihood=None)), updating(replace(OTHER, scale=THREE))],
        [updating(replace(RISK, entry=THERE.id))],
        [*WITH_THREE, updating(replace(MORE, category=HOME.id))],
        [*WITH_THREE, updating(replace(RISK, entry=ROOM.id, likelihood=None, impact=None))],
        [inserting(Risk(entry=ENTRY.id, reference="R-01")), updating(replace(RISK, reference=""))],
    ],
)
def test_values_that_hold_for_a_register_are_taken(
    tx: Transaction, writes: list[Callable[[Transaction], object]]
) -> None:
    settled(tx, *writes)


def test_levels_and_references_that_an_older_riskdesk_let_in_are_not_asked_again(tx: Transaction) -> None:
    behind(tx, "UPDATE risk SET likelihood = 9, reference = 'R-01'")
    settled(tx, updating(replace(tx.get(Risk, NEXT.id), owner="N", impact=2)))
    settled(tx, updating(replace(ENTRY, position=4)), updating(replace(CATEGORY, title="Other")))
    settled(tx, inserting(AFTER), updating(replace(ENTRY, position=0, category=AFTER.id)))
    moved = replace(tx.get(Risk, NEXT.id), entry=MORE.id)
    settled(tx, updating(moved))
    settled(tx, updating(replace(REGISTER, title="Other")))
    assert tx.get(Risk, NEXT.id) == moved


@pytest.mark.parametrize(
    "gone",
    [
        [inserting(new := Risk(entry=ENTRY.id, reference="R-01", likelihood=9)), deleting(new)],
        [
            *WITH_THREE,
            inserting(last := Risk(entry=ROOM.id, reference="R-05")),
            *map(deleting, (last, ROOM, HOME, NEW_IN_THREE)),
        ],
        [updating(replace(OTHER, scale=THREE)), *map(deleting, (FAR, DRILL, THERE, SECOND, OTHER))],
    ],
)
def test_a_value_that_is_gone_again_is_not_checked(
    tx: Transaction, gone: list[Callable[[Transaction], object]]
) -> None:
    settled(tx, *gone)


@pytest.mark.parametrize(
    ("writes", "last_number"),
    [
        ([inserting(Risk(entry=ENTRY.id, reference="r-40")), inserting(Risk(entry=ENTRY.id, reference="R-12"))], 40),
        ([updating(replace(NEXT, reference="R-41"))], 41),
        ([updating(replace(FAR, reference="R-42")), updating(replace(FAR, reference="R-42", entry=MORE.id))], 42),
        ([inserting(Risk(entry=ENTRY.id, reference="X-40"))], 7),
        ([inserting(Risk(entry=ENTRY.id, reference="R-07"))], 7),
        ([inserting(Risk(entry=ENTRY.id, reference="R-08"))], 8),
        ([inserting(Risk(entry=THERE.id, reference="R-80"))], 7),
    ],
)
def test_a_reference_that_comes_in_is_counted_among_those_given(
    tx: Transaction, writes: list[Callable[[Transaction], object]], last_number: int
) -> None:
    tx.update(replace(REGISTER, references=7))
    settled(tx, *writes)
    assert tx.get(Register, REGISTER.id).references == last_number
    assert Reader(tx._connection).get(Register, REGISTER.id).title == "One"


def test_the_risk_that_has_a_reference_is_named(tx: Transaction) -> None:
    behind(tx, "UPDATE risk SET description = 'Dams' WHERE id = ?", RISK.id)
    for reference, name in (("X-7", "Flood"), ("R-01", "Dams")):
        with pytest.raises(InputProblem, match=f"{reference} is taken by the risk “{name}”"):
            settled(Transaction(tx._connection, tx._write), inserting(Risk(entry=MORE.id, reference=reference)))
        behind(tx, "DELETE FROM risk WHERE entry = ?", MORE.id)


# Looking up.


_LOOKS = re.compile(r"SELECT count\(.* FROM risk WHERE .* END (IN|>) ")


def scans(tx: Transaction) -> list[str]:
    """Statements, as they are run from now on, that look for references which are equal to some, or above a number."""
    statements: list[str] = []
    tx._connection.set_trace_callback(lambda sql: statements.append(sql) if _LOOKS.match(sql) else None)
    return statements


def test_a_reference_that_was_given_is_not_looked_for_again(tx: Transaction) -> None:
    statements = scans(tx)
    references = tx.give_references(REGISTER.id, 3)
    for position, reference in enumerate(references):
        tx.insert(Risk(entry=MORE.id, position=position, reference=reference))
    tx.settle()
    assert references == ["R-02", "R-03", "R-04"]
    assert tx.get(Register, REGISTER.id).references == 4
    assert len(statements) == 1


@pytest.mark.parametrize("reference", ["R-02", "r-02 ", "X-7"])
def test_another_reference_than_the_given_one_is_checked(tx: Transaction, reference: str) -> None:
    (new_reference,) = tx.give_references(REGISTER.id, 1)
    tx.insert(Risk(entry=MORE.id, reference=new_reference))
    tx.insert(Risk(entry=MORE.id, position=1, reference=reference))
    with pytest.raises(InputProblem, match=TAKEN):
        tx.settle()


def test_a_reference_given_in_one_register_is_checked_in_another(tx: Transaction) -> None:
    behind(tx, "UPDATE risk SET reference = 'R-02' WHERE id = ?", FAR.id)
    (new_reference,) = tx.give_references(REGISTER.id, 1)
    tx.insert(Risk(entry=THERE.id, position=1, reference=new_reference))
    with pytest.raises(InputProblem, match=TAKEN):
        tx.settle()


def test_a_new_register_is_not_looked_through(tx: Transaction) -> None:
    statements = scans(tx)
    for write in WITH_THREE:
        write(tx)
    tx.insert(Risk(entry=ROOM.id, reference="R-12"))
    tx.settle()
    assert tx.get(Register, NEW_IN_THREE.id).references == 12
    assert statements == []


@pytest.mark.parametrize(
    "come", [updating(replace(FAR, entry=ROOM.id, likelihood=1)), updating(replace(THERE, category=HOME.id))]
)
def test_a_risk_that_moves_into_a_new_register_is_checked(
    tx: Transaction, come: Callable[[Transaction], object]
) -> None:
    behind(tx, "UPDATE risk SET likelihood = 1")
    with pytest.raises(InputProblem, match=TAKEN):
        settled(tx, *WITH_THREE, inserting(Risk(entry=ROOM.id, reference="r-09")), come)


@pytest.mark.parametrize("move", [replace(ENTRY, category=SECOND.id), replace(CATEGORY, register=OTHER.id)])
def test_what_lies_in_an_item_that_moves_is_in_its_new_register_at_once(tx: Transaction, move: Value) -> None:
    assert tx.register_of("risk", RISK.id) == tx.register_of("entry", ENTRY.id) == REGISTER.id
    tx.update(move)
    assert tx.register_of("risk", RISK.id) == tx.register_of("entry", ENTRY.id) == OTHER.id


def test_what_was_deleted_lies_in_no_register(tx: Transaction) -> None:
    assert tx.register_of("entry", MORE.id) == REGISTER.id
    tx.delete(MORE)
    assert tx.register_of("entry", MORE.id) is None
    with pytest.raises(NotFound):
        tx.insert(Risk(entry=MORE.id))


def test_what_was_read_together_is_not_read_again_one_by_one(tx: Transaction) -> None:
    risks, statements = tx.children(Risk, ENTRY.id), list[str]()
    tx._connection.set_trace_callback(statements.append)
    for risk in risks:
        tx.update(replace(risk, owner="Anna"))
    assert [sql for sql in statements if "FROM risk" in sql] == []
    assert {risk.owner for risk in tx.children(Risk, ENTRY.id)} == {"Anna"}


# Writing together.


def test_what_changes_alike_is_written_at_once(tx: Transaction) -> None:
    written: list[tuple[Change, ...]] = []

    def write(*changes: Change) -> None:
        written.append(changes)
        tx._write(*changes)

    counted = Transaction(tx._connection, write)
    added = [Risk(entry=ENTRY.id, title=f"{number}", position=2 + number) for number in range(50)]
    for risk in added:
        counted.insert(risk)
    for risk in added:
        counted.update(replace(counted.get(Risk, risk.id), owner="Anna"))
    counted.flush()
    assert [len(changes) for changes in written] == [50, 50]
    assert {risk.owner for risk in tx.children(Risk, ENTRY.id) if risk.title} == {"Anna", NEXT.owner}


def test_what_comes_and_goes_is_written_kind_by_kind(empty: Transaction) -> None:
    statements: list[str] = []
    empty._connection.set_trace_callback(statements.append)
    for value in ALL:
        empty.insert(value)
    empty.flush()
    for value in reversed([*ALL[:7], RISK, MITIGATION, NEXT, DRILL, FAR, BOARD, FROZEN]):
        empty.delete(value)
    empty.flush()
    wrote = [sql.split() for sql in statements if sql.startswith(("INSERT", "DELETE"))]
    kinds = [kind for (_, kind), _ in groupby((words[0], words[2]) for words in wrote)]
    come = ["register", "print_set", "category", "entry", "risk", "mitigation", "snapshot"]
    assert kinds == [*come, *reversed(come)]
    assert len(wrote) == 2 * len(ALL)


def test_a_value_that_waits_to_be_written_is_read(tx: Transaction) -> None:
    tx.update(replace(RISK, owner="Anna"))
    assert tx.get(Risk, RISK.id).owner == "Anna"
    tx.update(replace(RISK, owner="Zoe"))
    record = tx.record("risk", RISK.id)
    assert record is not None
    assert record["owner"] == "Zoe"
    added = Risk(entry=ENTRY.id, position=2, reference="R-30")
    tx.insert(added)
    assert tx.children(Risk, ENTRY.id) == [NEXT, replace(RISK, owner="Zoe"), added]
    tx.delete(added)
    assert tx.find(Risk, added.id) is None
    assert list(tx.alike(REGISTER.id, ["r-30"])) == []


def test_an_item_that_moves_is_in_its_new_register_at_once(tx: Transaction) -> None:
    tx.get(Risk, RISK.id)
    tx.update(replace(ENTRY, category=SECOND.id))
    assert tx.register_of("risk", RISK.id) == OTHER.id
    tx.update(replace(RISK, owner="Anna"))
    assert (OTHER.id, RISK.id) in tx.touched


def test_what_is_not_there_has_neither_record_nor_register(tx: Transaction) -> None:
    assert tx.record("risk", "absent") is None
    assert Reader(tx._connection).register_of("risk", "absent") is None
