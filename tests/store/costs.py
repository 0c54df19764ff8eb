"""What SQLite does until a register is shown, counted and not timed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk.session import Session
from riskdesk.store import connection


def looked_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that are run until a register is shown, with what undo would take back."""
    statements = list[str]()

    class Traced(connection.StoreConnection):
        def __init__(self, *args, **more) -> None:
            super().__init__(*args, **more)
            self.set_trace_callback(statements.append)

    with monkeypatch.context() as patch:
        patch.setattr(connection, "StoreConnection", Traced)
        with closing(Session.open(path, "me", whole=False)) as session:
            register = session.registers()[0]
            session.tree(register.id)
            assert session.undoable(register.id)
            session.redoable(register.id)
    return statements


def cost(path: Path, statement: str) -> int:
    """How many steps SQLite takes for a statement."""
    count = 0

    def step() -> None:
        nonlocal count
        count += 1

    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.set_progress_handler(step, 1)
        raw.execute(statement).fetchall()
    return count
