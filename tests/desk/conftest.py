"""Sessions: on the Kazakhstan register with a print set, and on a small register."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import registers
from riskdesk.desk.backups import Backups
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.printing import DocumentKind, PrintColumn
from riskdesk.domain.values import Language, PrintSet, SavedView, Waiver
from tests.desk.standing import START, ids_of, register_of
from tests.reading_here import read_here

__all__ = ["read_here"]


@pytest.fixture(scope="session")
def board_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the register with a print set, a saved view and a waiver, made once: tests work on copies of it."""
    tree = template("kazakhstan-2024-2027", Language.ENGLISH)
    board = PrintSet(
        register=tree.register.id,
        name="Board",
        kind=DocumentKind.WORKING,
        columns=(PrintColumn.SCORE, PrintColumn.OWNER),
    )
    view = SavedView(register=tree.register.id, name="Mine", listing='{"columns": ["owner"]}')
    waiver = Waiver(register=tree.register.id, gap="period_reversed", reason="All are the programme's")
    path = tmp_path_factory.mktemp("board") / "store.riskdesk"
    with closing(Session.create(path, "A. Tester")) as session:
        parts = {"print_sets": (board,), "saved_views": (view,), "waivers": (waiver,)}
        session.run(registers.add(replace(tree, **parts)))
    return path


@pytest.fixture
def session(board_store: Path, tmp_path: Path) -> Iterator[Session]:
    path = shutil.copyfile(board_store, tmp_path / "store.riskdesk")
    with closing(Session.open(path, "A. Tester")) as opened:
        yield opened


@pytest.fixture
def backed_up(small_store: Path, tmp_path: Path) -> Iterator[Session]:
    """A session whose store is backed up."""
    path = shutil.copyfile(small_store, tmp_path / "a.riskdesk")
    with closing(Session.open(path, "me", backups=tmp_path / "backups")) as opened:
        yield opened


@pytest.fixture
def backups(backed_up: Session) -> Backups:
    assert backed_up.backups is not None, "it was given a folder"
    return backed_up.backups


@pytest.fixture
def register(session: Session) -> str:
    return session.registers()[0].id


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the register that START tells of."""
    path = tmp_path_factory.mktemp("small") / "store.riskdesk"
    with closing(Session.create(path, "A. Tester")) as session:
        session.run(registers.add(register_of(START)))
    return path


@pytest.fixture
def small(small_store: Path, tmp_path: Path) -> Iterator[Session]:
    path = shutil.copyfile(small_store, tmp_path / "small.riskdesk")
    with closing(Session.open(path, "A. Tester")) as opened:
        yield opened


@pytest.fixture
def ids(small: Session) -> dict[str, str]:
    """The ids of what is in the small register, by their texts."""
    register = small.registers()[0].id
    return ids_of(small.tree(register)) | {"register": register}
