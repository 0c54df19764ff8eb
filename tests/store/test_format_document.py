"""What docs/file-format.md says is so."""

import datetime
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import items, registers, risks
from riskdesk.desk.session import Session
from riskdesk.domain import json_text, possible, possible_scale
from riskdesk.domain.records import KINDS, field_names
from riskdesk.store import connection, file_format
from riskdesk.store.file_format import unpacked
from riskdesk.store.store import Store

ROOT = Path(__file__).parents[2]
TOLD = (ROOT / "docs" / "file-format.md").read_text("utf-8")


LABEL, INDEX = "UPDATE step SET label = 'Nothing' WHERE number = 3", "DELETE FROM touch WHERE step = 25"


@pytest.mark.parametrize(("number", "harm"), [(1, LABEL), (2, LABEL), (3, LABEL), (3, INDEX), (5, LABEL), (5, INDEX)])
def test_its_program_follows_a_real_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, harm: str
) -> None:
    content = (ROOT / "tests" / "data" / "stores" / f"format-{number}.riskdesk").read_bytes()
    (tmp_path / "registers.riskdesk").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    run_its_program()
    with closing(sqlite3.connect("registers.riskdesk")) as raw:
        raw.execute(harm)
        raw.commit()
    with pytest.raises(AssertionError):
        run_its_program()


def run_its_program() -> None:
    program = re.search(r"```python\n(.*?)```", TOLD, re.DOTALL)
    assert program
    exec(compile(program.group(1), "file-format.md", "exec"), {})


@pytest.fixture
def today(kazakhstan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store in which much came and went, in the folder of today."""
    path = kazakhstan.rename(tmp_path / "registers.riskdesk")
    with closing(Session.open(path, "me")) as session:
        tree = session.tree(session.registers()[0].id)
        risk = next(tree.risks)
        session.run(risks.edit(risk.id, owner="Қ. Әлімов", impact=2))
        session.run(items.delete([risk.id, tree.categories[1].category.id]))
        session.undo(tree.register.id)
        session.run(registers.duplicate(tree.register.id))
        session.run(registers.delete(tree.register.id))
    monkeypatch.chdir(tmp_path)
    return path


def test_its_program_follows_a_store_of_today(today: Path) -> None:
    run_its_program()
    with closing(sqlite3.connect(today)) as raw:
        raw.execute("UPDATE step SET changes = replace(changes, '\"impact\":2', '\"impact\":3')")
        raw.commit()
    with pytest.raises(AssertionError):
        run_its_program()


def test_all_changes_in_order_lead_to_the_rows(today: Path) -> None:
    state: dict[tuple[str, str], dict[str, object]] = {}
    with closing(sqlite3.connect(today)) as raw:
        raw.row_factory = sqlite3.Row
        for (changes,) in raw.execute("SELECT changes FROM step ORDER BY number").fetchall():
            for kind, item, _before, after in json.loads(changes):
                state[kind, item] = {} if after is None else state.get((kind, item), {}) | after
        for kind in KINDS:
            empty = {row["name"]: "" if row["notnull"] else None for row in raw.execute(f"PRAGMA table_info({kind})")}
            expected = {key[1]: empty | record for key, record in state.items() if key[0] == kind and record}
            assert {row["id"]: unpacked(kind, dict(row)) for row in raw.execute(f"SELECT * FROM {kind}")} == expected


@pytest.fixture
def columns() -> dict[str, list[str]]:
    """The columns of each table of the newest format."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(file_format.definition(file_format.FORMAT))
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: [column[1] for column in database.execute(f"PRAGMA table_info({name})")] for name in tables}


def test_it_names_every_table_and_column(columns: dict[str, list[str]]) -> None:
    for table, names in columns.items():
        for name in (table, *names):
            assert f"`{name}`" in TOLD, f"{table}.{name}"


def test_a_table_has_a_column_for_each_field(columns: dict[str, list[str]]) -> None:
    for kind in KINDS:
        assert set(columns[kind]) == set(field_names(kind))


def test_a_store_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    Store.create(tmp_path / "a.riskdesk").close()
    assert (tmp_path / "a.riskdesk").read_bytes()[68:72] == b"RSKD"


def test_it_tells_of_the_format_of_today() -> None:
    assert re.findall(r"the number of the format: (\d+)", TOLD) == [str(file_format.FORMAT)]
    assert f", format {file_format.FORMAT}\n" in TOLD
    assert f"resources/store/format-{file_format.FORMAT}.sql" in TOLD


def test_its_limits_are_those_of_the_program() -> None:
    told = " ".join(TOLD.split())
    limits = (
        f"at most {possible.MOST_ROWS:,} rows in a table, {possible.MOST_STEPS:,} steps",
        f"{possible.MOST_TOUCHES:,} rows in `touch` and {possible.MOST_BYTES // 2**30} GB",
        f"at most {connection.LONGEST_VALUE // 10**6} million bytes and {json_text.MOST_ITEMS:,} commas and brackets",
        f"a scale has 1 to {possible_scale.MOST_LEVELS} levels in each half",
        f"of at most {possible_scale.LONGEST_NAME} characters",
        f"definitions have at most {possible_scale.LONGEST_DEFINITION:,}.",
        f"from 0 to {possible.LARGEST_NUMBER:,}",
        f"dates from {possible.FIRST_DAY} to {possible.LAST_DAY}",
        f"from {possible.FIRST_TIME.date()} to {(possible.END_OF_TIME - datetime.timedelta(days=1)).date()} (UTC)",
    )
    assert [limit for limit in limits if limit not in told] == []
