"""A disk, a stick or a mail damages a store: whatever was changed or lost of it, its user is told.

What a file holds is read here without the program; where that differs from what was written, or cannot be read at all,
looking the store through must not call it sound. A damage that reaches no row may be told or not.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from itertools import chain, repeat
from pathlib import Path
from random import Random

import pytest

from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileProblem
from riskdesk.store.check import findings
from tests.faults.damages import (
    ACTIONS,
    DAMAGES,
)
from tests.faults.typist import Typist, add_register


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store with the Kazakhstan register and what was done to it since."""
    path = tmp_path_factory.mktemp("damage") / "whole.riskdesk"
    with closing(Session.create(path, "A. Tester")) as session:
        session.run(add_register())
        typist = Typist(session, "history")
        for _ in range(ACTIONS):
            typist.act()
    return path.read_bytes()


def rows(path: Path, tables: list[str]) -> object:
    """All rows of all tables; None if they cannot be read."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return {table: Counter(connection.execute(f"SELECT * FROM {table}")) for table in tables}
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def tables(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]


def is_told(path: Path) -> bool:
    """Whether looking a store through says that something is wrong; an error that is no sentence is none."""
    try:
        return bool(findings(path))
    except FileProblem:
        return True


def read(path: Path) -> None:
    """Open what may be damaged and read all of it; any error that is no sentence fails the test."""
    with suppress(FileProblem), closing(Session.open(path, "A. Reader", read_only=True)) as session:
        for register in session.registers():
            session.tree(register.id)


def test_no_damage_is_silent(
    store: bytes, tmp_path: Path, times: Callable[[int, int], int], figures: Callable[[str], None]
) -> None:
    path, chance, silent, count = tmp_path / "damaged.riskdesk", Random("damage"), [], Counter[str]()
    path.write_bytes(store)
    names = tables(path)
    whole = rows(path, names)
    assert not is_told(path)
    for damage in chain.from_iterable(repeat(*each) for each in DAMAGES.items()):
        for _ in range(times(1, 20)):
            path.write_bytes(damage(store, chance))
            harmed, noticed = rows(path, names) != whole, is_told(path)
            read(path)
            count.update(
                {"files": 1, "harmed": harmed, "told": harmed and noticed, "told unharmed": noticed and not harmed}
            )
            if harmed and not noticed:
                silent.append((damage, count["files"]))
    figures(
        f"damaged files: {count['files']:,}, content harmed {count['harmed']:,}, found {count['told']:,},"
        f" silent {len(silent)}; content whole, yet found {count['told unharmed']:,}"
    )
    assert silent == []
