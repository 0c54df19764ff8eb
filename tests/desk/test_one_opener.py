"""Nothing but SQLite opens a store that is open: whoever closes such a file drops SQLite's locks on it (POSIX)."""

import datetime
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from riskdesk.desk import health, registers, risks, transfer
from riskdesk.desk.backups import Backups
from riskdesk.desk.copies import Copy
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Language

_WATCHED: list[Path] = []
_OPENED: list[object] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _WATCHED and isinstance(arguments[0], str | bytes | os.PathLike):
        name = os.fsdecode(arguments[0])
        if os.path.realpath(name) in map(str, _WATCHED):
            _OPENED.append(name)


sys.addaudithook(_hear)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Session]:
    """A session whose file is watched: what opens it by Python's own means is noted."""
    path = tmp_path / "a.riskdesk"
    session = Session.create(path, "Anna", backups=tmp_path / "backups")
    session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    _OPENED.clear()
    _WATCHED.append(path.resolve())
    yield session
    _WATCHED.clear()
    session.close()


def test_whatever_is_done_with_an_open_store_goes_through_sqlite(watched: Session, tmp_path: Path) -> None:
    register = watched.registers()[0].id
    watched.send(Copy(), tmp_path / "sent.riskdesk")
    watched.run(risks.edit(next(watched.tree(register).risks).id, note="new"))
    watched.run(watched.merge(tmp_path / "sent.riskdesk").action())
    with pytest.raises(Problem):
        watched.merge(watched.path)
    watched.keep()
    assert watched.backups is not None
    watched.contents(watched.backups.all()[0])
    assert health.examine(watched.path).sound
    transfer.export(watched.tree(register), tmp_path / "a.json", Print(), watched.changed(), datetime.date.today())
    transfer.export(watched.tree(register), tmp_path / "a.pdf", Print(), watched.changed(), datetime.date.today())
    watched.undo(None)
    watched.look()
    watched.run(registers.delete(register))
    older = tmp_path / "backups" / watched.id
    older.mkdir()
    shutil.copy(watched.backups.all()[0].path, older)
    found = Backups.of(tmp_path / "backups", watched.path, watched.id)
    assert older in [made.path.parent for made in found.all()]
    watched.keep()
    assert _OPENED == []


def test_what_opens_it_otherwise_is_noticed(watched: Session, tmp_path: Path) -> None:
    shutil.copyfile(watched.path, tmp_path / "copied")
    assert [str(watched.path)] == _OPENED
