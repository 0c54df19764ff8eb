"""Text that was deleted is left where an undo finds it, in the journal, and nowhere else in a file."""

import datetime
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import items, registers, risks
from riskdesk.desk.action import Action
from riskdesk.desk.backups import Backups
from riskdesk.desk.copies import Copy
from riskdesk.desk.session import Session
from riskdesk.store.transaction import Transaction

STRUCK_OUT = "Struck out before sending"
# Longer than a page, so that most of it lies on pages of its own.
LONG = f"{STRUCK_OUT} {'x' * 97} " * 200


def occurrences(path: Path) -> tuple[int, int]:
    """How often the text is in a file, and how often the journal tells it."""
    with closing(sqlite3.connect(path)) as raw:
        in_journal = sum(changes.count(STRUCK_OUT) for (changes,) in raw.execute("SELECT changes FROM step"))
    return path.read_bytes().count(STRUCK_OUT.encode()), in_journal


def by_editing(session: Session) -> None:
    for risk in list(session.tree(session.registers()[0].id).risks)[:5]:
        session.run(risks.edit(risk.id, note="", owner=""))


def by_deleting_risks(session: Session) -> None:
    tree = session.tree(session.registers()[0].id)
    session.run(items.delete([risk.id for risk in list(tree.risks)[:5]]))


def by_deleting_the_register(session: Session) -> None:
    session.run(registers.delete(session.registers()[0].id))


def by_undoing(session: Session) -> None:
    for _ in range(5):
        session.undo(None)


WAYS = [by_editing, by_deleting_risks, by_deleting_the_register, by_undoing]


@pytest.fixture(params=[STRUCK_OUT, LONG], ids=["short", "long"])
def session_with_text(request: pytest.FixtureRequest, session: Session) -> Session:
    for risk in list(session.tree(session.registers()[0].id).risks)[:5]:
        session.run(risks.edit(risk.id, note=request.param, owner=STRUCK_OUT))
    return session


@pytest.mark.parametrize("delete", WAYS)
def test_deleted_text_is_left_in_the_journal_alone(
    session_with_text: Session, delete: Callable[[Session], None]
) -> None:
    before, _ = occurrences(session_with_text.path)
    delete(session_with_text)
    in_file, in_journal = occurrences(session_with_text.path)
    assert 0 < in_file <= in_journal
    assert before > 0
    assert [path.name for path in session_with_text.path.parent.iterdir()] == [session_with_text.path.name]


@pytest.mark.parametrize("text", [STRUCK_OUT, LONG], ids=["short", "long"])
def test_nothing_is_left_of_what_was_not_done(session: Session, text: str) -> None:
    edited = list(session.tree(session.registers()[0].id).risks)

    def work(tx: Transaction) -> None:
        for risk in edited:
            risks.edit(risk.id, note=text, owner=STRUCK_OUT).work(tx)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        session.run(Action("Edit risk", work))
    assert occurrences(session.path) == (0, 0)


@pytest.mark.parametrize("delete", WAYS)
def test_what_is_made_of_a_store_has_no_more_of_it(
    session_with_text: Session, tmp_path: Path, delete: Callable[[Session], None]
) -> None:
    delete(session_with_text)
    backup = Backups(tmp_path / "backups").make(session_with_text.path, datetime.datetime.now(datetime.UTC))
    assert backup is not None
    in_file, in_journal = occurrences(backup.path)
    assert 0 < in_file <= in_journal
    session_with_text.send(Copy(), tmp_path / "whole.riskdesk")
    in_file, in_journal = occurrences(tmp_path / "whole.riskdesk")
    assert 0 < in_file <= in_journal
    session_with_text.send(Copy(history=False), tmp_path / "sent.riskdesk")
    assert occurrences(tmp_path / "sent.riskdesk") == (0, 0)
