"""Reading rows out of damaged files: what the damage did not touch comes back as it was, and nothing ever raises."""

import random
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riskdesk.desk import mitigations, registers, risks
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain import records
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.values import Language
from riskdesk.store import file_format, pages, room
from riskdesk.store.cells import Scalar
from riskdesk.store.pages import identity, rows
from riskdesk.store.store import Store

PAGE = 4096
Row = tuple[Any, ...]
Damage = Callable[[random.Random, bytes], bytes]


@dataclass(frozen=True)
class Whole:
    """A store before it is damaged: its pages, the rows that SQLite reads, and on which pages each of them lies."""

    data: bytes
    rows: frozenset[Row]
    places: dict[Row, set[int]]

    @classmethod
    def at(cls, path: Path) -> "Whole":
        data, all_rows = path.read_bytes(), as_set(by_sqlite(path))
        places: dict[Row, set[int]] = {row: set() for row in all_rows}
        for number, page in enumerate(pages_of(data)):
            for row in all_rows:
                if lies_on(page, row):
                    places[row].add(number)
        return cls(data, all_rows, places)

    def untouched(self, damaged: bytes) -> set[Row]:
        """The rows none of whose pages is another one now."""
        before, after = pages_of(self.data), pages_of(damaged)
        same = {
            number
            for number, (page, damaged_page) in enumerate(zip(before, after, strict=False))
            if page == damaged_page
        }
        return {row for row, places in self.places.items() if places <= same}


def pages_of(data: bytes) -> list[bytes]:
    return [data[start : start + PAGE] for start in range(0, len(data), PAGE)]


def lies_on(page: bytes, row: Row) -> bool:
    """Whether a page begins a row or goes on with it, by its content alone."""
    begin = "".join(value for value in row[1:4] if isinstance(value, str)).encode()
    # The number of a step is that of its row and lies apart.
    content = b"".join(map(stored, row[2:] if row[0] == "step" else row[1:]))
    more = page[4:68].rstrip(b"\0")
    return (page[:1] == b"\x0d" and begin in page) or (more != b"" and more in content)


def stored(value: str | float | None) -> bytes:
    if isinstance(value, str):
        return value.encode()
    # A number with a point that could do without is kept as a whole one.
    return b"" if value is None or value in (0, 1) else bytes([int(value)])


def by_sqlite(path: Path) -> dict[str, list[dict[str, Any]]]:
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        # The index is made anew from the journal.
        tables.remove("touch")
        return {table: [dict(row) for row in raw.execute(f"SELECT * FROM {table}")] for table in tables}


def as_set(records_by_table: dict[str, list[dict[str, Any]]]) -> frozenset[Row]:
    row_tuples = [(table, *row.values()) for table, records in records_by_table.items() for row in records]
    assert len(row_tuples) == len(set(row_tuples)), "a row was given twice"
    return frozenset(row_tuples)


def found_in(folder: Path, data: bytes) -> frozenset[Row]:
    path = folder / "damaged.riskdesk"
    path.write_bytes(data)
    return as_set(rows(path))


def numbered(word: str, length: int) -> str:
    """Text no part of which comes twice."""
    return "".join(f"{word} {number}, " for number in range(length))[:length]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the Kazakhstan register, bullets of 100,000 letters, Kazakh text, steps and one taken back."""
    path = tmp_path_factory.mktemp("whole") / "a.riskdesk"
    with closing(Session.create(path, "Айгүл")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        tree = session.tree(session.registers()[0].id)
        entry = next(tree.entries).entry.id
        session.run(risks.add(entry, [numbered("bullet", 100_000), "Әділет министрлігінің қолдауы жеткіліксіз"]))
        session.run(mitigations.add(entry, [numbered("Іс-шара", 100_000)]))
        for risk in tree.risks:
            session.run(risks.edit(risk.id, likelihood=2, note="Тәуекел бағаланды"))
        session.undo(None)
        session.redo(None)
    return path


@pytest.fixture(scope="module")
def whole(path: Path) -> Whole:
    return Whole.at(path)


def test_a_whole_store_gives_what_sqlite_gives(path: Path, whole: Whole) -> None:
    assert rows(path).keys() == by_sqlite(path).keys()
    assert as_set(rows(path)) == whole.rows
    # A number with a point that could do without is kept as a whole one.
    assert [type(value) for row in rows(path)["risk"] for name, value in row.items() if name != "position"] == [
        type(value) for row in by_sqlite(path)["risk"] for name, value in row.items() if name != "position"
    ]


def test_the_rows_of_the_store_lie_where_the_tests_say(whole: Whole) -> None:
    long = {len(places) for row, places in whole.places.items() if any(len(str(value)) >= 100_000 for value in row)}
    assert all(whole.places.values())
    assert min(long) >= 100_000 // PAGE


def one_byte(chance: random.Random, data: bytes) -> bytes:
    return patched(data, chance.randrange(len(data)), bytes([chance.randrange(256)]))


def one_bit(chance: random.Random, data: bytes) -> bytes:
    place = chance.randrange(len(data))
    return patched(data, place, bytes([data[place] ^ 1 << chance.randrange(8)]))


def garbage(chance: random.Random, data: bytes) -> bytes:
    return patched(data, chance.randrange(len(data) - 64), chance.randbytes(64))


def zeroed_page(chance: random.Random, data: bytes) -> bytes:
    return patched(data, PAGE * chance.randrange(len(data) // PAGE), bytes(PAGE))


def replaced_page(chance: random.Random, data: bytes) -> bytes:
    return patched(data, PAGE * chance.randrange(len(data) // PAGE), chance.choice(pages_of(data)))


def cut_anywhere(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def cut_at_a_page(chance: random.Random, data: bytes) -> bytes:
    return data[: PAGE * chance.randrange(len(data) // PAGE)]


def header_byte(chance: random.Random, data: bytes) -> bytes:
    return patched(data, chance.randrange(100), bytes([chance.randrange(256)]))


def patched(data: bytes, place: int, content: bytes) -> bytes:
    return data[:place] + content + data[place + len(content) :]


# The least share of all rows that comes back over all files, and the most rows that come back altered from one file.
KINDS: list[tuple[Damage, float, int]] = [
    (one_byte, 0.99, 1),
    (one_bit, 0.99, 1),
    (garbage, 0.99, 2),
    (zeroed_page, 0.98, 1),
    (replaced_page, 0.98, 1),
    (cut_anywhere, 0.6, 0),
    (cut_at_a_page, 0.6, 0),
    (header_byte, 1.0, 0),
]


@pytest.mark.parametrize(("damage", "share", "altered"), KINDS, ids=[kind.__name__ for kind, *_ in KINDS])
def test_every_row_comes_back_that_the_damage_did_not_touch(
    damage: Damage, share: float, altered: int, whole: Whole, tmp_path: Path
) -> None:
    right = 0
    for seed in range(40):
        damaged = damage(random.Random(seed), whole.data)
        recovered_rows = found_in(tmp_path, damaged)
        assert whole.untouched(damaged) <= recovered_rows, seed
        assert len(recovered_rows - whole.rows) <= altered, seed
        right += len(recovered_rows & whole.rows)
    assert right >= share * 40 * len(whole.rows)


@pytest.mark.slow
def test_a_page_without_a_leaf_costs_one_row_at_the_most(whole: Whole, tmp_path: Path) -> None:
    others = [number for number, page in enumerate(pages_of(whole.data)) if page[:1] != b"\x0d"]
    lost = [len(whole.rows - found_in(tmp_path, patched(whole.data, number * PAGE, bytes(PAGE)))) for number in others]
    assert max(lost) == 1
    # Those that bear long text, against those of the trees.
    assert sum(lost) > len(lost) / 2


def test_without_any_page_there_is_nothing(whole: Whole, tmp_path: Path) -> None:
    for data in (b"", b"\0", whole.data[:100], bytes(10 * PAGE), b"Dear all, please find attached" * 1000):
        assert found_in(tmp_path, data) == frozenset()
        assert identity(tmp_path / "damaged.riskdesk") is None


def test_random_bytes_give_nothing_of_ours(tmp_path: Path) -> None:
    for seed in range(20):
        assert found_in(tmp_path, random.Random(seed).randbytes(40 * PAGE)) == frozenset()


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, PAGE - 1), st.binary(max_size=9)), max_size=30))
@settings(max_examples=100, suppress_health_check=list(HealthCheck))
def test_no_damage_to_a_store_raises(whole: Whole, tmp_path: Path, damages: list[tuple[int, int, bytes]]) -> None:
    data = whole.data
    for page, place, content in damages:
        data = patched(data, page * PAGE + place, content)
    found_in(tmp_path, data)
    identity(tmp_path / "damaged.riskdesk")


@pytest.mark.parametrize("header_value", [0, 1, 512, 1024, 8192, 65535])
def test_a_header_that_tells_another_page_size_costs_no_row(header_value: int, whole: Whole, tmp_path: Path) -> None:
    assert found_in(tmp_path, patched(whole.data, 16, header_value.to_bytes(2, "big"))) == whole.rows


def test_text_that_is_not_utf8_is_given_with_a_sign(path: Path, tmp_path: Path) -> None:
    (copy := tmp_path / "a.riskdesk").write_bytes(path.read_bytes())
    with closing(sqlite3.connect(copy)) as raw:
        raw.execute("UPDATE risk SET title = CAST(x'4DFF' AS TEXT) WHERE reference = 'R-01'")
        raw.commit()
    assert [row["title"] for row in rows(copy)["risk"] if row["reference"] == "R-01"] == ["M\ufffd"]


def test_rows_that_no_table_of_ours_can_hold_are_left_out(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other")) as raw:
        raw.execute("CREATE TABLE other (id, register, position, title)")
        raw.execute("INSERT INTO other VALUES ('1', '2', 0, 'a category')")
        raw.execute(
            "INSERT INTO other VALUES ('1', '2', 0, NULL), ('1', '2', '0', ''), (1, '2', 0, ''), ('1', 2, 0, '')"
        )
        raw.execute("INSERT INTO other VALUES ('1', '2', 0.5, 'another'), ('1', 0.5, 0, ''), ('1', '2', 0, x'00')")
        raw.commit()
    assert as_set(rows(tmp_path / "other")) == {
        ("category", "1", "2", 0, "a category"),
        ("category", "1", "2", 0.5, "another"),
    }


@pytest.mark.parametrize(
    ("values", "fits"),
    [
        ([7, "a", "b", 1], (7, "a", "b", 1)),
        ([7, "a", None, None], (7, "a", None, None)),
        # A key that is the number of its row is stored as nothing.
        ([None, "a", "b", 1], (7, "a", "b", 1)),
        ([7, None, "b", 1], None),
        ([7, "a", 2, 1], None),
        ([7, "a", "b", "1"], None),
        ([7, "a", "b"], None),
        ([7, "a", "b", 1, 2], None),
    ],
)
def test_a_row_fits_columns_of_its_number_and_types(values: list[Scalar], fits: Row | None) -> None:
    columns = (("number", int, False), ("what", str, False), ("why", str, True), ("undoes", int, True))
    assert pages._table_row(columns, 7, values) == fits


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_what_an_older_format_holds_is_whole(number: int) -> None:
    path = Path(__file__).parents[1] / "data" / "stores" / f"format-{number}.riskdesk"
    with closing(Store.open(path, read_only=True)) as store:
        expected = {(kind, key) for kind, key in store.state()}
        print_sets = {key: record["ended"] for (kind, key), record in store.state().items() if kind == "print_set"}
    rows_by_table = rows(path)
    assert {(kind, row["id"]) for kind in records.KINDS for row in rows_by_table[kind]} >= expected
    assert {row["id"]: row["ended"] for row in rows_by_table["print_set"] if row["id"] in print_sets} == print_sets


@pytest.mark.parametrize("number", range(1, file_format.FORMAT + 1))
def test_a_row_of_each_table_of_each_format_is_read(tmp_path: Path, number: int) -> None:
    path, expected = tmp_path / "a.riskdesk", {}
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(file_format.definition(number))
        raw.execute("PRAGMA ignore_check_constraints = ON")
        for (table,) in raw.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'touch'"
        ).fetchall():
            columns = raw.execute(f"PRAGMA table_info({table})").fetchall()
            expected[table] = {name: f"a {name}" if kind == "TEXT" else 1 for _, name, kind, *_ in columns}
            raw.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", [*expected[table].values()])
        raw.commit()
    # This test reads the formats anew, whichever has read them before.
    pages._tables.cache_clear()
    pages._shapes.cache_clear()
    rows_by_table = rows(path)
    assert {"store", "step", "risk"} <= expected.keys()
    for table, record in expected.items():
        assert any(record.items() <= other.items() for other in rows_by_table[table]), table


def test_a_row_found_twice_is_given_twice_only_where_it_differs(path: Path, whole: Whole, tmp_path: Path) -> None:
    first = min(row["description"] for row in by_sqlite(path)["risk"] if row["reference"] == "R-01")
    twice = whole.data + next(page for page in pages_of(whole.data) if page[:1] == b"\x0d" and first.encode() in page)
    assert found_in(tmp_path, twice) == whole.rows
    altered = patched(twice, twice.rindex(first.encode()), b"#")
    assert [row[4] for row in found_in(tmp_path, altered) - whole.rows] == ["#" + first[1:]]
    assert whole.rows < found_in(tmp_path, altered)


def test_a_chain_that_goes_in_a_circle_gives_no_row(whole: Whole, tmp_path: Path) -> None:
    circle = next(number for number, page in enumerate(pages_of(whole.data)) if b"bullet 5000," in page)
    recovered_rows = found_in(tmp_path, patched(whole.data, circle * PAGE, (circle + 1).to_bytes(4, "big")))
    assert recovered_rows < whole.rows
    assert len(recovered_rows) == len(whole.rows) - 1


def test_as_many_rows_as_a_store_may_have_are_read_and_no_more(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    most = {table: len(table_rows) for table, table_rows in rows(path).items()}
    monkeypatch.setattr(room, "most", lambda table: most[table])
    assert {table: len(table_rows) for table, table_rows in rows(path).items()} == most
    for table in ("risk", "step"):
        most[table] -= 1
        with pytest.raises(FileProblem, match=re.escape(f"{path} holds more than any register file does")):
            rows(path)
        most[table] += 1


def test_the_identity_is_that_of_the_store(path: Path) -> None:
    assert identity(path) == by_sqlite(path)["store"][0]


def test_the_identity_of_a_newer_format_is_read(path: Path, tmp_path: Path) -> None:
    identity_row = by_sqlite(path)["store"][0]
    newer = tmp_path / "newer.riskdesk"
    with closing(sqlite3.connect(newer)) as raw:
        raw.execute("CREATE TABLE note (id, text, more)")
        raw.execute("INSERT INTO note VALUES ('1', 'b', 'c'), (1, 'b', 'c'), (?, NULL, NULL)", (identity_row["id"],))
        raw.execute("CREATE TABLE store (id TEXT PRIMARY KEY, created TEXT, riskdesk TEXT, a REAL, b BLOB, c TEXT)")
        raw.execute(
            "INSERT INTO store VALUES (?, ?, '9.1', 0.5, x'', 'c')", (identity_row["id"], identity_row["created"])
        )
        raw.commit()
    assert identity(newer) == identity_row | {"riskdesk": "9.1"}


def test_the_identity_is_looked_for_on_the_first_pages_alone(whole: Whole, tmp_path: Path) -> None:
    (path := tmp_path / "moved.riskdesk").write_bytes(bytes(63 * PAGE) + whole.data[PAGE : 2 * PAGE])
    assert identity(path) is not None
    path.write_bytes(bytes(64 * PAGE) + whole.data[PAGE : 2 * PAGE])
    assert identity(path) is None
