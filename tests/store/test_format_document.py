"""What docs/file-format.md says is so."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.domain.records import KINDS, field_names
from riskdesk.store import file_format
from riskdesk.store.store import Store

ROOT = Path(__file__).parents[2]
TOLD = (ROOT / "docs" / "file-format.md").read_text("utf-8")


LABEL, INDEX = "UPDATE step SET label = 'Nothing' WHERE number = 3", "DELETE FROM touch WHERE step = 25"


@pytest.mark.parametrize(("number", "harm"), [(1, LABEL), (2, LABEL), (3, LABEL), (3, INDEX), (5, LABEL), (5, INDEX)])
def test_its_program_follows_a_real_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, harm: str
) -> None:
    found = re.search(r"```python\n(.*?)```", TOLD, re.DOTALL)
    assert found
    kept = (ROOT / "tests" / "data" / "stores" / f"format-{number}.riskdesk").read_bytes()
    (tmp_path / "registers.riskdesk").write_bytes(kept)
    monkeypatch.chdir(tmp_path)
    exec(compile(found.group(1), "file-format.md", "exec"), {})
    with closing(sqlite3.connect("registers.riskdesk")) as raw:
        raw.execute(harm)
        raw.commit()
    with pytest.raises(AssertionError):
        exec(compile(found.group(1), "file-format.md", "exec"), {})


@pytest.fixture
def columns() -> dict[str, list[str]]:
    """The columns of each table of the newest format."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(file_format.definition(file_format.FORMAT))
        tables = [name for (name,) in made.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: [column[1] for column in made.execute(f"PRAGMA table_info({name})")] for name in tables}


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
