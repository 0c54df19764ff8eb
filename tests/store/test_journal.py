"""The journal: each step with its time and author, in a chain that belongs to one store."""

import datetime
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from riskdesk.desk import copies, scales
from riskdesk.domain.json_text import MOST_ITEMS
from riskdesk.domain.possible import MOST_STEPS
from riskdesk.domain.problems import FileReplaced, InputProblem
from riskdesk.domain.records import KINDS, Record, kind_name, parent_field, to_record
from riskdesk.domain.step import Change, NoStep, Step, UndoDirection
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, PrintSet, Register, Risk, Snapshot, Value, Waiver
from riskdesk.store import copying, journal
from riskdesk.store.damage import DamagedStore
from riskdesk.store.file_format import canonical
from riskdesk.store.store import Store
from riskdesk.store.transaction import Transaction
from tests.domain.any_tree import any_trees

REGISTER = Register(scale=scales.profile("5x5"), title="Title")
CATEGORY = Category(register=REGISTER.id, title="Title")
AT = datetime.datetime(2026, 11, 28, 9, 30, tzinfo=datetime.UTC)
EDIT = Change("category", CATEGORY.id, {"title": "Old"}, {"title": "New"})

Work = Callable[[Transaction], None]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.create(tmp_path / "a.riskdesk")) as new_store:
        yield new_store


def add_register(tx: Transaction) -> None:
    tx.insert(REGISTER)


def add_category(tx: Transaction) -> None:
    tx.insert(Category(register=REGISTER.id))


def do(store: Store, works: list[Work]) -> None:
    for work in works:
        store.run("me", "Step", work)


@pytest.mark.parametrize(
    ("shared", "ahead"),
    [([], []), ([], [add_register]), ([add_register], []), ([add_register], [add_category])],
    ids=["empty", "empty, ahead", "with a step", "with a step, ahead"],
)
def test_a_copy_in_the_place_of_a_store_is_another_one_though_its_steps_are_the_same(
    store: Store, tmp_path: Path, shared: list[Work], ahead: list[Work]
) -> None:
    copy = tmp_path / "copy.riskdesk"
    do(store, shared)
    copying.write(copy, store.steps())
    with closing(Store.open(copy)) as other:
        do(other, ahead)
    store.path.write_bytes(copy.read_bytes())
    with pytest.raises(FileReplaced):
        store.news()
    with pytest.raises(FileReplaced):
        store.run("me", "Step", add_category if shared else add_register)
    assert store.path.read_bytes() == copy.read_bytes()


def test_a_store_was_changed_when_its_last_step_was_taken(tmp_path: Path) -> None:
    times = [datetime.datetime(2026, 11, day, 9, 30, tzinfo=datetime.UTC) for day in (27, 29, 28)]
    change = Change("register", REGISTER.id, None, to_record(REGISTER))
    titles = [REGISTER.title, "Second", "Third"]
    steps = [Step(1, times[0], "me", "New register", (change,))]
    for number, at in enumerate(times[1:], 2):
        before, after = ({"title": titles[place]} for place in (number - 2, number - 1))
        steps.append(Step(number, at, "me", "Edit", (Change("register", REGISTER.id, before, after),)))
    copying.write(tmp_path / "a.riskdesk", steps)
    with closing(Store.open(tmp_path / "a.riskdesk")) as store:
        assert store.changed_at() == times[-1]


def test_a_redone_step_and_a_state_are_journalled_as_at_first(tmp_path: Path, store: Store) -> None:
    """The table has numbers with a point, and SQLite gives whole ones with one, too."""

    def add(tx: Transaction) -> None:
        tx.insert(REGISTER, CATEGORY)

    def move(tx: Transaction) -> None:
        tx.update(replace(CATEGORY, position=3))

    for work in (add, move):
        store.run("me", "Step", work)
    for way in (UndoDirection.UNDO, UndoDirection.UNDO, UndoDirection.REDO, UndoDirection.REDO):
        store.take_back("me", None, way)
    with closing(sqlite3.connect(store.path)) as raw:
        add_, move_, _, _, add_again, move_again = (
            changes for (changes,) in raw.execute("SELECT changes FROM step ORDER BY number")
        )
    assert (add_again, move_again) == (add_, move_)
    copying.write(tmp_path / "copy.riskdesk", copies.first_steps(store.state(), "me", copies.LABEL))
    with closing(sqlite3.connect(tmp_path / "copy.riskdesk")) as raw:
        assert ".0" not in raw.execute("SELECT changes FROM step").fetchone()[0]


def test_a_copy_of_a_step_that_was_journalled_otherwise_has_its_hash(tmp_path: Path) -> None:
    added = Change("register", REGISTER.id, None, to_record(REGISTER) | {"position": 1.0})
    copying.write(tmp_path / "a.riskdesk", [Step(1, AT, "me", "Add", (added,))])
    with closing(Store.open(tmp_path / "a.riskdesk")) as original:
        copying.write(tmp_path / "b.riskdesk", original.steps())
        with closing(Store.open(tmp_path / "b.riskdesk")) as other:
            assert '"position":1.0' in canonical(other.steps()[0].changes[0].after)
            assert other.mark.hash == original.mark.hash


def test_a_name_or_label_that_is_no_line_is_noted_as_one(store: Store) -> None:
    register = Register(scale=scales.profile(scales.DEFAULT))
    store.run("Anna\nMarat\x1b[2J", "New\u2028register", lambda tx: tx.insert(register))
    step = store.steps()[-1]
    assert (step.who, step.label) == ("AnnaMarat[2J", "Newregister")
    Store.open(store.path).close()


def test_the_time_of_a_step_is_noted_to_the_millisecond(store: Store) -> None:
    do(store, [add_register])
    with closing(sqlite3.connect(store.path)) as raw:
        ((at,),) = raw.execute("SELECT at FROM step").fetchall()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", at)


def a_row(**other: object) -> Record:
    """The row of a second step that renames a category, with other values in it."""
    return journal.row_of(Step(2, AT, "me", "Edit", (EDIT,)), journal.FIRST) | other


def of_one(*change: object) -> Record:
    return {"changes": canonical([change])}


WHOLE, NAMED = to_record(CATEGORY), ("category", CATEGORY.id)


@pytest.mark.parametrize(
    "row",
    [
        {"number": MOST_STEPS},
        {"undoes": 1},
        {"undoes": 1, "changes": "[]"},
        {"number": 1, "changes": "[]"},
        {"who": "Жан", "label": "é"},
        of_one(*NAMED, None, WHOLE),
        of_one(*NAMED, WHOLE, None),
        of_one(*NAMED, {"title": "\\ud800"}, {"title": "é"}),
    ],
)
def test_a_row_of_riskdesk_tells_of_a_step(row: Record) -> None:
    step = journal.step_of(a_row(**row))
    assert a_row(**row).items() >= (journal.row_of(step, journal.FIRST) | {"hash": a_row()["hash"]}).items()


@pytest.mark.parametrize(
    "row",
    [
        {"number": 0, "undoes": None},
        {"number": MOST_STEPS + 1},
        {"changes": "[]"},
        {"undoes": 2},
        {"undoes": 0},
        {"at": "soon"},
        {"at": None},
        {"who": b"me"},
        {"label": None},
        {"who": "\udcff"},
        {"label": "\udcff"},
        {"changes": canonical([["category", CATEGORY.id, {"title": ""}, {"title": "\udcff"}]])},
        {"changes": '[["category", "1", {"title": ""}, {"title": "\\udcff"}]]'},
        {"changes": "{}"},
        {"changes": "[5]"},
        {"changes": "{}", "undoes": 1},
        of_one(*NAMED, ["title"], ["title"]),
        of_one("evil", CATEGORY.id, {"title": ""}, {"title": "New"}),
        of_one(*NAMED, None, None),
        of_one(*NAMED, None, WHOLE | {"id": "1"}),
        of_one(*NAMED, WHOLE | {"title": 5}, None),
        of_one(*NAMED, {}, {}),
        of_one(*NAMED, {"title": ""}, {"position": 1}),
        of_one(*NAMED, {"id": CATEGORY.id}, {"id": CATEGORY.id}),
        of_one("category", 5, {"title": ""}, {"title": "New"}),
        of_one(*NAMED, {"title": 5}, {"title": "New"}),
        of_one(*NAMED, {"title": ""}, {"title": 5}),
    ],
)
def test_a_row_that_no_riskdesk_wrote_is_no_step(row: Record) -> None:
    with pytest.raises(NoStep) as caught:
        journal.step_of(a_row(**row))
    assert caught.value.number == a_row(**row)["number"]


def added_and_deleted(kind: str, record: Record) -> Step:
    changes = (Change(kind, record["id"], None, record), Change(kind, record["id"], record, None))
    return Step(2, AT, "me", "Edit", changes)


@pytest.mark.parametrize(
    ("value", "fields"),
    [
        (Category(register=REGISTER.id), {"position": 0}),
        (Entry(category=CATEGORY.id, position=3), {"position": 3}),
        (Risk(entry="e", description="Dams", impact=2), {"position": 0, "description": "Dams", "impact": 2}),
        (Waiver(register=REGISTER.id, position=1, gap="no_owner"), {"position": 1, "gap": "no_owner"}),
        (
            Snapshot(register=REGISTER.id, date=AT.date(), document=""),
            {"position": 0, "date": "2026-11-28", "document": ""},
        ),
        (
            PrintSet(register=REGISTER.id, columns=()),
            {
                "position": 0, "kind": "appendix", "paper": "a4", "orientation": "portrait", "columns": [],
                "ended": False,
            },
        ),
    ],
    ids=lambda argument: type(argument).__name__,
)  # fmt: skip
def test_what_comes_and_goes_is_told_without_what_is_empty(value: Value, fields: Record) -> None:
    kind, record = kind_name(type(value)), to_record(value)
    parent = parent_field(type(value)) or ""
    brief = fields | {"id": value.id, parent: record[parent]}
    row = journal.row_of(added_and_deleted(kind, record), journal.FIRST)
    assert json.loads(row["changes"]) == [[kind, value.id, None, brief], [kind, value.id, brief, None]]


@given(any_trees())
def test_a_step_is_read_as_it_was_taken_however_much_of_it_was_written(tree: RegisterTree) -> None:
    for value in tree.values:
        kind, record = kind_name(type(value)), to_record(value)
        step = added_and_deleted(kind, record)
        brief = journal.row_of(step, journal.FIRST)
        # Up to format 5, all fields were written.
        spelled_out = brief | {
            "changes": canonical([[change.kind, change.id, change.before, change.after] for change in step.changes])
        }
        assert journal.step_of(brief) == journal.step_of(spelled_out) == step


def test_an_import_journals_within_twice_the_bytes_of_its_data(store: Store) -> None:
    sentence = "Insufficient involvement of the partners delays the adoption of the legislative framework"

    def import_much(tx: Transaction) -> None:
        tx.insert(REGISTER, CATEGORY)
        for place in range(300):
            entry = Entry(category=CATEGORY.id, position=place)
            risks = (
                Risk(entry=entry.id, position=number, description=sentence, reference=f"R-{3 * place + number}")
                for number in range(3)
            )
            tx.insert(
                entry,
                *risks,
                *(Mitigation(entry=entry.id, position=number, description=sentence) for number in range(4)),
            )

    do(store, [import_much])
    with closing(sqlite3.connect(store.path)) as raw:
        rows = [row for kind in KINDS for row in raw.execute(f"SELECT * FROM {kind}")]
        ((changes,),) = raw.execute("SELECT changes FROM step").fetchall()
    data = sum(len(str(value).encode()) for row in rows for value in row if value is not None)
    assert len(changes.encode()) < 2 * data


def test_a_step_may_hold_as_much_as_is_read_again_and_no_more() -> None:
    def row_with(commas: int) -> Record:
        change = Change("category", CATEGORY.id, {"title": ""}, {"title": "," * commas})
        return journal.row_of(Step(2, AT, "me", "Edit", (change,)), journal.FIRST)

    others = row_with(0)["changes"]
    most = MOST_ITEMS - sum(map(others.count, ",[{"))
    assert journal.step_of(row_with(most)).changes
    with pytest.raises(InputProblem, match="more than 4,000,000 values, commas and brackets"):
        row_with(most + 1)


def chain(length: int) -> list[Record]:
    rows: list[Record] = []
    for number in range(1, length + 1):
        step = Step(number, AT, "me", "Edit", (EDIT,))
        rows.append(journal.row_of(step, rows[-1]["hash"] if rows else journal.FIRST))
    return rows


def hashed(row: Record, **other: object) -> Record:
    content = {name: value for name, value in (row | other).items() if name != "hash"}
    return content | {"hash": journal._hash(content)}


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        (lambda rows: rows, None),
        (lambda rows: [], None),
        (lambda rows: [rows[0], rows[1] | {"label": "Other"}, rows[2]], 2),
        (lambda rows: [rows[0], hashed(rows[1], label="Other"), rows[2]], 3),
        (lambda rows: [rows[0], hashed(rows[1], previous=journal.FIRST), rows[2]], 2),
        (lambda rows: [rows[0], hashed(rows[1], number=3), rows[2]], 2),
        (lambda rows: rows[1:], 1),
    ],
)
def test_a_chain_is_broken_where_a_row_or_its_link_is_another(
    change: Callable[[list[Record]], list[Record]], broken: int | None
) -> None:
    assert journal.broken_at(change(chain(3))) == broken


def test_a_chain_goes_on_after_what_is_known() -> None:
    rows = chain(4)
    known = journal.Mark("store", 2, rows[1]["hash"])
    assert journal.broken_at(rows[2:], known) is None
    assert journal.broken_at(rows[3:], known) == 3
    assert journal.broken_at(rows[2:], journal.Mark("store", 2, rows[0]["hash"])) == 3


READERS: dict[str, Callable[[sqlite3.Connection], object]] = {
    "one": lambda raw: journal.read(raw, 1),
    "all": lambda raw: list(journal.steps(raw)),
    "new": lambda raw: journal.after(raw, journal.Mark(journal.mark(raw).store)),
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_text_of_another_coding_tells_of_no_step_whoever_reads_it(
    store: Store, reader: Callable[[sqlite3.Connection], object]
) -> None:
    do(store, [add_register])
    with closing(sqlite3.connect(store.path)) as raw:
        assert reader(raw)
        raw.execute("UPDATE step SET label = CAST(x'ff' AS TEXT)")
        with pytest.raises(NoStep):
            reader(raw)


@pytest.mark.parametrize("whole", [True, False])
def test_a_hash_of_another_coding_is_told_as_damage(store: Store, *, whole: bool) -> None:
    do(store, [add_register])
    with closing(sqlite3.connect(store.path)) as raw:
        raw.execute("UPDATE step SET hash = CAST(x'ff' AS TEXT)")
        raw.commit()
    with pytest.raises(DamagedStore):
        Store.open(store.path, whole=whole)
    with pytest.raises(FileReplaced):
        store.news()


@pytest.mark.parametrize("works", [[], [add_register]])
def test_a_time_of_another_coding_is_told_with_its_step(store: Store, works: list[Work]) -> None:
    do(store, works)
    with closing(sqlite3.connect(store.path)) as raw:
        for change in ("UPDATE step SET at = CAST(x'ff' AS TEXT)", "UPDATE store SET created = CAST(x'ff' AS TEXT)"):
            raw.execute(change)
        with pytest.raises(NoStep) as caught:
            journal.last_at(raw)
    assert caught.value.number == len(works)


def test_an_empty_store_was_changed_when_it_was_made(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as raw:
        raw.execute("UPDATE store SET created = ?", (AT.isoformat(),))
        raw.commit()
    assert store.changed_at() == AT


def test_new_steps_are_those_after_the_mark_with_what_they_touched(store: Store) -> None:
    do(store, [add_register])
    known = store.mark
    do(store, [add_category])
    with closing(sqlite3.connect(store.path)) as raw:
        (new,) = journal.after(raw, known) or ()
        assert (new.number, new.registers) == (2, {REGISTER.id})
        raw.execute("DELETE FROM touch")
        assert [step.registers for step in journal.after(raw, journal.Mark(known.store)) or ()] == [set(), set()]


@pytest.mark.parametrize(
    ("other", "goes_on"),
    [
        ({}, True),
        ({"number": 0}, True),
        ({"store": "other"}, False),
        ({"store": "other", "number": 0}, False),
        ({"hash": journal.FIRST}, False),
        ({"number": 3}, False),
    ],
)
def test_a_journal_is_the_one_that_was_marked_where_the_marked_step_is_in_it(
    store: Store, other: dict[str, str | int], *, goes_on: bool
) -> None:
    do(store, [add_register])
    known = store.mark._replace(**other)  # type: ignore[arg-type]
    do(store, [add_category])
    with closing(sqlite3.connect(store.path)) as raw:
        assert journal.goes_on(raw, known) == goes_on
        assert (journal.after(raw, known) is not None) == goes_on
