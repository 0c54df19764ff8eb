"""Nothing but SQLite opens a store that is open: whoever closes such a file drops SQLite's locks on it (POSIX)."""

import datetime
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import registers, risks, transfer
from riskdesk.desk.backups import Backups
from riskdesk.desk.copies import Copy
from riskdesk.desk.formats import Request
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Language
from tests.watching import watching


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Session]:
    with closing(Session.create(tmp_path / "a.riskdesk", "Anna", backups=tmp_path / "backups")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        yield session


@pytest.fixture
def opened_paths(watched: Session) -> Iterator[list[str]]:
    """The names by which the file of the session is opened by Python's own means."""
    with watching(watched.path) as names:
        yield names


def test_whatever_is_done_with_an_open_store_goes_through_sqlite(
    watched: Session, opened_paths: list[str], tmp_path: Path
) -> None:
    register = watched.registers()[0].id
    watched.send(Copy(), tmp_path / "sent.riskdesk")
    watched.run(risks.edit(next(watched.tree(register).risks).id, note="new"))
    watched.run(watched.merge(tmp_path / "sent.riskdesk").action())
    with pytest.raises(Problem):
        watched.merge(watched.path)
    watched.back_up()
    assert watched.backups is not None
    watched.contents(watched.backups.all()[0])
    assert watched.examine().sound
    transfer.export(
        Request(watched.tree(register), Print(), watched.changed_at(), datetime.date.today()), tmp_path / "a.json"
    )
    transfer.export(
        Request(watched.tree(register), Print(), watched.changed_at(), datetime.date.today()), tmp_path / "a.pdf"
    )
    watched.undo(None)
    watched.read_changes_of_others()
    watched.run(registers.delete(register))
    older = tmp_path / "backups" / watched.id
    older.mkdir()
    shutil.copy(watched.backups.all()[0].path, older)
    backups = Backups.of(tmp_path / "backups", watched.path, watched.id)
    assert older in [backup.path.parent for backup in backups.all()]
    watched.back_up()
    assert opened_paths == []


def test_what_opens_it_otherwise_is_noticed(watched: Session, opened_paths: list[str], tmp_path: Path) -> None:
    shutil.copyfile(watched.path, tmp_path / "copied")
    assert opened_paths == [str(watched.path)]
