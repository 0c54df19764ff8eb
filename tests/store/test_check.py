"""Finding what another program did to a store."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language
from riskdesk.store.check import findings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.riskdesk"
    with closing(Session.create(made, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        session.undo()
        session.redo()
    return made


def test_a_store_of_ours_is_sound(path: Path) -> None:
    assert list(findings(path)) == []


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE risk SET description = 'Harmless' WHERE reference = 'R-01'", "differs from the journal"),
        ("DELETE FROM mitigation WHERE position = 0", "differs from the journal"),
        ("UPDATE step SET who = 'somebody' WHERE number = 1", "step 1"),
        ("DELETE FROM step WHERE number = 2", "step 2"),
        ("UPDATE risk SET entry = 'nowhere' WHERE reference = 'R-01'", "lies in nothing"),
    ],
)
def test_a_change_from_outside_is_found(path: Path, damage: str, told: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(damage)
        raw.commit()
    found = [str(problem) for problem in findings(path)]
    assert any(told in text for text in found), found
    assert all(str(path) in text for text in found)


def test_checking_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    list(findings(path))
    assert path.read_bytes() == before
