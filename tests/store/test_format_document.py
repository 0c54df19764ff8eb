"""What docs/file-format.md says is so."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from riskdesk.store import file_format
from riskdesk.store.schema import metadata

ROOT = Path(__file__).parents[2]
SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
TOLD = (ROOT / "docs" / "file-format.md").read_text("utf-8")


LABEL, INDEX = "UPDATE step SET label = 'Nothing' WHERE number = 3", "DELETE FROM touch WHERE step = 25"


@pytest.mark.parametrize(("number", "harm"), [(1, LABEL), (2, LABEL), (3, LABEL), (3, INDEX)])
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


def test_it_names_every_table_and_column() -> None:
    for table in metadata.sorted_tables:
        assert f"`{table.name}`" in TOLD
        for column in table.columns:
            assert f"`{column.name}`" in TOLD, f"{table.name}.{column.name}"


def test_what_is_written_to_is_what_is_in_the_file() -> None:
    wanted = create_engine("sqlite://")
    with wanted.begin() as connection:
        metadata.create_all(connection, checkfirst=False)
        expected = {tuple(row) for row in connection.exec_driver_sql(SCHEMA)}
    wanted.dispose()
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(file_format.definition(file_format.FORMAT))
        assert set(made.execute(SCHEMA)) == expected
