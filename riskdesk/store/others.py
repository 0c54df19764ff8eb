"""What other programs write to a store while it is open: looked at like a store that is opened, before it counts."""

from contextlib import suppress
from pathlib import Path
from sqlite3 import Connection

from riskdesk.domain.step import Step
from riskdesk.store import check, guard, journal


def version(connection: Connection) -> int:
    """A number that changes when another program writes to the file, but not when this connection does."""
    (number,) = connection.execute("PRAGMA data_version").fetchone()
    return int(number)


def steps(path: Path, connection: Connection, mark: journal.Mark) -> list[Step] | None:
    """The steps that others have taken since a mark; None if the journal is not the one that was marked.

    If these steps do not explain what was written, the whole store is looked through. FileProblem if its tables are
    not ours any more, DamagedStore if something is wrong with it.
    """
    # What is wanted only once others have written is imported then.
    from riskdesk.store import since

    guard.require_schema(path, connection)
    # What cannot be read is found, and told, where all is looked through.
    with suppress(ValueError, TypeError):
        new_steps = journal.after(connection, mark)
        if new_steps is None or (new_steps and since.is_explained(connection, mark, new_steps)):
            return new_steps
    check.require_health(path, connection)
    return journal.after(connection, mark)
