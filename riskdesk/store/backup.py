"""A backup: the store as it is at one moment in a file of its own, looked through before it counts."""

import os
from contextlib import closing
from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.files import arriving
from riskdesk.store import check, journal
from riskdesk.store.connection import connect, problems
from riskdesk.store.journal import Mark
from riskdesk.store.recovery import connected


def mark(path: Path) -> Mark:
    """How far the journal of the store at `path` reaches; a program that has it open may go on."""
    with problems(path), closing(connected(path, read_only=True)) as connection:
        return journal.mark(connection)


def back_up(path: Path, out: Path) -> None:
    """Copy the store at `path` to `out`, whole or not at all; FileProblem if the copy is not sound."""
    with arriving(out) as temporary:
        with problems(out), closing(connect(path)) as connection:
            connection.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(temporary),))
        found = check.examine(temporary)
        if not found.sound:
            raise FileProblem(
                QT_TRANSLATE_NOOP(
                    "Problem", "The backup {file} was not made, as its content was not what was written."
                ),
                file=out,
            )
