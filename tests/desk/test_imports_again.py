"""Files of other programs that are imported into a register: once, and the same again."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import importing, registers
from riskdesk.desk.session import Session
from riskdesk.domain.comparing.comparison import State
from riskdesk.domain.importing.result import Import
from riskdesk.domain.values import Language
from tests.domain.importing.scoring import source_of, sources

SOURCES = [path for path, expected in sources().items() if expected["role"] == "register"]


@pytest.fixture(params=SOURCES, ids=lambda path: path.stem)
def source(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    with closing(Session.create(tmp_path / "store.riskdesk", "A. Tester")) as session:
        yield session


def imported(path: Path) -> Import:
    file_import, _ = importing.made_of(source_of(path), path.stem, Language.ENGLISH)
    return file_import


def test_a_register_that_was_made_of_a_file_is_the_same_as_that_file(empty: Session, source: Path) -> None:
    tree = imported(source).tree
    assert tree is not None, "it is a register"
    empty.run(registers.add(tree))
    comparison = importing.compare(imported(source), empty.tree(empty.registers()[0].id))
    assert {row.state for row in comparison.rows} == {State.EQUAL}
    assert empty.run(importing.apply(comparison, {})) is None


def test_a_file_that_comes_into_a_register_twice_changes_it_once(session: Session, register: str, source: Path) -> None:
    before = {item.id: item for item in session.tree(register).items}
    session.run(importing.apply(importing.compare(imported(source), session.tree(register)), {}))
    after = {item.id for item in session.tree(register).items}
    assert before.keys() < after
    again = importing.compare(imported(source), session.tree(register))
    assert not again.changes({})
    assert session.run(importing.apply(again, {})) is None
