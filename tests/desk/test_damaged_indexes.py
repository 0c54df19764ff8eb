"""A store whose tables are whole and of which an index is damaged: all of it comes back, with its history."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import health, risks
from riskdesk.desk.salvage import salvage
from riskdesk.desk.session import Session
from riskdesk.domain.values import Language
from riskdesk.store.check import findings
from riskdesk.store.store import Store
from tests.faults.hostile import PAGE

CHANCE = random.Random(1).randbytes(PAGE)
# What becomes of a page in a file.
HARM: dict[str, Callable[[bytes, bytes], bytes]] = {
    "zeros": lambda _page, _file: bytes(PAGE),
    "chance": lambda _page, _file: CHANCE,
    "another head": lambda page, _file: CHANCE[:8] + page[8:],
    "no end": lambda page, _file: page[:-200] + bytes(200),
    "the page of a table": lambda _page, file: file[2 * PAGE : 3 * PAGE],
}


@pytest.fixture(scope="module")
def store(small_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of some steps, of which one was undone."""
    path = shutil.copyfile(small_store, tmp_path_factory.mktemp("steps") / "store.riskdesk")
    with closing(Session.open(path, "me")) as session:
        register = session.registers()[0].id
        for number in range(8):
            for risk in session.tree(register).risks:
                session.run(risks.edit(risk.id, note=f"Note {number}"))
        session.undo(register)
    return path


def roots(store: Path) -> dict[str, int]:
    """The first page of each index by its name, and that of the index of the journal, which is a table."""
    with closing(sqlite3.connect(store)) as raw:
        query = "SELECT name, rootpage FROM sqlite_schema WHERE type = 'index' OR name = 'touch'"
        return {name: page for name, page in raw.execute(query) if page}


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_nothing_is_lost(store: Path, tmp_path: Path, harm: Callable[[bytes, bytes], bytes]) -> None:
    content, faults, damaged_names = store.read_bytes(), [], []
    with closing(Store.open(store, read_only=True)) as opened:
        state, steps = opened.state(), tuple(opened.steps())
    for name, page in roots(store).items():
        begin, end = (page - 1) * PAGE, page * PAGE
        damaged, new = tmp_path / f"{name}.riskdesk", tmp_path / f"{name}.new.riskdesk"
        damaged.write_bytes(content[:begin] + harm(content[begin:end], content) + content[end:])
        if health.of_file(damaged).sound:
            continue
        damaged_names.append(name)
        outcome = salvage(damaged, new, "me", Language.ENGLISH)
        if not (outcome.history and outcome.state == state and outcome.steps == steps) or outcome.findings:
            faults.append(name)
        assert findings(new) == []
    assert faults == []
    assert {"touch", "touch_of_item", "risk_of_reference"} <= set(damaged_names)
