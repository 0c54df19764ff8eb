"""What is in a store, row by row, to be changed at will and written into a new file with the tables of its format."""

import datetime
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from riskdesk.domain.records import completed
from riskdesk.domain.step import Change, Step
from riskdesk.domain.touch import touches
from riskdesk.store import file_format, journal
from riskdesk.store.file_format import canonical, packed

Row = dict[str, Any]
# What code that expects a step of ours makes of one that is none.
NO_STEP = (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError)


@dataclass
class Ledger:
    """The rows of the tables by their names, those of the journal and of its index apart; `version` is the format."""

    version: int
    tables: dict[str, list[Row]]
    steps: list[Row]
    touched: list[Row]
    # Statements that another program has carried out at the end.
    more: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> "Ledger":
        """What is in a good store."""
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as raw:
            raw.row_factory = sqlite3.Row
            version = file_format.version(raw)
            tables = {name: [dict(row) for row in raw.execute(f"SELECT * FROM {name}")] for name in _tables(raw)}
        return cls(version, tables, tables.pop("step"), tables.pop("touch", []))

    def write(self, path: Path) -> None:
        """Make a store of it; a row that SQLite takes in no way is left out."""
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            for pragma in ("synchronous=OFF", "journal_mode=MEMORY", "ignore_check_constraints=ON"):
                raw.execute(f"PRAGMA {pragma}")
            raw.executescript(file_format.definition(self.version))
            raw.execute("BEGIN")
            for table, rows in {**self.tables, "step": self.steps, "touch": self.touched}.items():
                columns = [name for _, name, *_ in raw.execute(f"PRAGMA table_info({table})")]
                for row in rows:
                    _insert(raw, table, columns, row)
            raw.execute(f"PRAGMA application_id={file_format.APPLICATION_ID}")
            raw.execute(f"PRAGMA user_version={self.version}")
            for statement in self.more:
                raw.execute(statement)
            raw.execute("COMMIT")

    def follow_the_journal(self) -> None:
        """Let the tables hold what the journal leads to, as far as that can be said."""
        state: dict[tuple[str, str], Row] = {}
        for change in self._changes():
            with suppress(*NO_STEP):
                kind, identity, _, after = change
                if after is None:
                    state.pop((kind, identity), None)
                else:
                    state[kind, identity] = {**state.get((kind, identity), {}), **after}
        for name in self.tables.keys() - {"store"}:
            self.tables[name] = [
                row for (kind, _), record in state.items() if kind == name for row in _row(kind, record)
            ]

    def index(self) -> None:
        """Make the index of the journal anew, as far as its steps can be followed."""
        with suppress(*NO_STEP):
            self.touched = [
                {"register": register, "step": step, "item": item}
                for step, register_items in touches(map(_step, self.steps))
                for register, item in register_items
            ]

    def hash(self) -> None:
        """Give each step the hash that it ought to have."""
        previous = journal.FIRST
        for row in self.steps:
            row["previous"] = previous
            text = canonical({name: value for name, value in row.items() if name != "hash"})
            row["hash"] = previous = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def _changes(self) -> Iterator[Any]:
        for row in self.steps:
            with suppress(*NO_STEP):
                yield from json.loads(row["changes"])


def _tables(raw: sqlite3.Connection) -> list[str]:
    return [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]


def _row(kind: str, record: Row) -> Iterator[Row]:
    with suppress(*NO_STEP):
        yield packed(kind, completed(kind, record))


def _step(row: Row) -> Step:
    changes = tuple(Change(*change) for change in json.loads(row["changes"]))
    return Step(row["number"], datetime.datetime.min, "", "", changes, row["undoes"])


def _insert(raw: sqlite3.Connection, table: str, columns: list[str], row: Row) -> None:
    names = [name for name in columns if name in row]
    places = ", ".join("CAST(? AS TEXT)" if isinstance(row[name], str) else "?" for name in names)
    # A lone surrogate comes in as its bytes alone.
    values = [
        value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value for value in map(row.get, names)
    ]
    quoted = ", ".join(f'"{name}"' for name in names)
    with suppress(sqlite3.Error, OverflowError):
        raw.execute(f"INSERT INTO {table} ({quoted}) VALUES ({places})", values)
