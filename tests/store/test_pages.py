"""Reading rows out of damaged files: what the damage did not touch comes back as it was, and nothing ever raises."""

import random
import sqlite3
from collections import Counter
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
from riskdesk.domain.values import Language
from riskdesk.store.pages import identity, rows

PAGE = 4096
Row = tuple[str, tuple[object, ...]]
Damage = Callable[[random.Random, bytes], bytes]


@dataclass(frozen=True)
class Whole:
    """A store before it is damaged: its bytes and what SQLite reads of them."""

    data: bytes
    rows: frozenset[Row]


def by_sqlite(path: Path) -> dict[str, list[dict[str, Any]]]:
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {table: [dict(row) for row in raw.execute(f"SELECT * FROM {table}")] for table in tables}


def as_set(found: dict[str, list[dict[str, Any]]]) -> frozenset[Row]:
    assert len(unique := {(table, tuple(row.values())) for table in found for row in found[table]}) == sum(
        map(len, found.values())
    )
    return frozenset(unique)


def found_in(folder: Path, data: bytes) -> frozenset[Row]:
    path = folder / "damaged.riskdesk"
    path.write_bytes(data)
    identity(path)
    return as_set(rows(path))


def numbered(word: str, length: int) -> str:
    """Text no part of which comes twice."""
    return "".join(f"• {word} {number}\n" for number in range(length // 8))[:length]


def fill(path: Path) -> Path:
    """A store with the Kazakhstan register, bullets of 100,000 letters, Kazakh text, steps and steps taken back."""
    with closing(Session.create(path, "Айгүл")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        (register,) = session.registers()
        entries = [entry for category in session.tree(register.id).categories for entry in category.entries]
        for entry in entries[:2]:
            session.run(
                risks.edit(entry.risks[0].risk.id if False else entry.risks[0].id, likelihood=2, note="Тәуекел")
            )
        session.run(risks.add(entries[0].entry.id, [numbered("risk", 100_000)]))
        session.run(mitigations.add(entries[1].entry.id, [numbered("Қазақстан Республикасының", 100_000), "Шара"]))
        session.undo()
        session.redo()
    return path


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("whole") / "a.riskdesk")


@pytest.fixture(scope="module")
def whole(path: Path) -> Whole:
    return Whole(path.read_bytes(), as_set(by_sqlite(path)))
