"""The part of the self-test that stores registers: the store, undo, backups."""

import datetime
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from riskdesk.app.selftest.trying import Trial, require
from riskdesk.desk import health, registers, risks
from riskdesk.desk.backups import Backups
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.values import Language


def parts(folder: Path) -> Iterator[tuple[str, Trial]]:
    """The trials in a folder, in which the store is made."""
    path = folder / "selftest.riskdesk"
    yield "SQLite", _sqlite
    yield "store", partial(_store, path)
    yield "undo", partial(_undo, path)
    yield "check", partial(_check, path)
    yield "backup and restore", partial(_backup, path, folder / "backups", folder / "restored.riskdesk")


def _sqlite() -> None:
    distrusted = health.distrusted_sqlite()
    require(distrusted is None, str(distrusted))
    is_current = health.is_sqlite_at_least(health.OLDEST_SHIPPED)
    # Python for macOS contains its own SQLite, which cannot be replaced.
    brings_its_own = hasattr(sys, "frozen") and sys.platform != "darwin"
    require(is_current or not brings_its_own, f"SQLite is {health.sqlite_version()}")


def _store(path: Path) -> None:
    with closing(Session.create(path, "selftest")) as session:
        session.run(registers.add(template(EXAMPLE, Language.ENGLISH)))
        tree = session.tree(session.registers()[0].id)
    with closing(Session.open(path, "selftest")) as session:
        require(session.tree(tree.register.id) == tree, "what was stored is not what is read")


def _undo(path: Path) -> None:
    with closing(Session.open(path, "selftest")) as session:
        before = session.tree(session.registers()[0].id)
        session.run(risks.edit(next(before.risks).id, likelihood=4, impact=3))
        require(session.tree(before.register.id) != before, "an edit changed nothing")
        session.undo(before.register.id)
        require(session.tree(before.register.id) == before, "undo did not restore the register")


def _check(path: Path) -> None:
    findings = health.check(path)
    require(not findings, "; ".join(map(str, findings)))


def _backup(path: Path, folder: Path, new: Path) -> None:
    backups = Backups.of(folder, path)
    backup = backups.make(path, datetime.datetime.now(datetime.UTC))
    require(backup is not None, "no backup was made")
    assert backup is not None, "it was made"
    backups.restore(backup, new)
    with closing(Session.open(path, "selftest")) as old, closing(Session.open(new, "selftest")) as restored:
        register = old.registers()[0].id
        require(restored.tree(register) == old.tree(register), "what was restored is not what was backed up")
