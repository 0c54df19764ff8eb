"""Opening a store: the checks come in an order in which no hostile file can do harm."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from riskdesk import __version__
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.domain.progress import Checkpoint, never_cancelled, share_of
from riskdesk.domain.values import new_id
from riskdesk.files import arriving, is_there, make_folder
from riskdesk.store import beside, check, file_format, guard, journal, room
from riskdesk.store.connection import StoreConnection, bounded, closed_on_failure, connect, problems, reading
from riskdesk.store.damage import telling_damage
from riskdesk.system import longest_name, name_length

# A store of this size is checked in a fiftieth of a second: some 200 risks, or a thousand steps.
_SMALL_BYTES = 2**19
# The shares of the time after which an older store is checked, and backed up, before it is migrated.
_CHECKED, _KEPT = 0.2, 0.75
Connected: TypeAlias = Callable[[sqlite3.Connection], object]
BeforeMigration: TypeAlias = Callable[[str, Checkpoint], object]


def opened(
    path: Path,
    *,
    read_only: bool,
    before_migration: BeforeMigration,
    whole: bool,
    checkpoint: Checkpoint = never_cancelled,
) -> tuple[StoreConnection, bool]:
    """A connection to the store at `path`, in today's format, and whether all of it was checked.

    With `whole` false, a large store is not checked. FileProblem if the file is no store, DamagedStore if something is
    wrong with it. `before_migration` is called with the identity of the store before its migration; the store stays as
    it was if that or `checkpoint` raises.
    """
    if not read_only:
        guard.require_one_name(path)
    with (
        problems(path),
        telling_damage(path),
        closed_on_failure(guard.connect_guarded(path, read_only=read_only)) as connection,
    ):
        with reading(connection):
            is_today = file_format.version(connection) == file_format.FORMAT
            # A store to be migrated is always checked, as the migration relies on the journal.
            whole = whole or not is_today or room.size(connection) <= _SMALL_BYTES
            guard.require_schema(path, connection, walk=whole)
            if whole:
                with bounded(connection, check.PATIENCE):
                    check.require_health(path, connection, share_of(checkpoint, 0, 1 if is_today else _CHECKED))
        if is_today:
            return connection, whole
        # Imported here, as nearly every store is in today's format.
        from riskdesk.store import migration

        if read_only:
            return migration.migrated_copy(path, connection, share_of(checkpoint, _CHECKED, 1)), whole
        before_migration(journal.mark(connection).store, share_of(checkpoint, _CHECKED, _KEPT))
        migration.migrate(path, connection, share_of(checkpoint, _KEPT, 1))
        return connection, whole


def make(path: Path, fill: Connected) -> list[FileProblem]:
    """Make a new, checked store at `path`, where no file may be, whole or not at all; its folder is made, too.

    `fill` is called with a connection to the empty store. Returns a sentence for each file that an earlier store of
    that name had left beside it.
    """
    _require_free(path)
    with problems(path, saving=True), arriving(path) as temporary:
        with closed_on_failure(connect(temporary)) as connection:
            _lay(connection)
            fill(connection)
            room.require_room(connection)
            check.require_health(path, connection)
        connection.close()
        # Only after the new store is made, so that each renamed file is reported.
        return beside.set_aside(path)


def _require_free(path: Path) -> None:
    if is_there(path):
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "There is a file {file} already; choose another name."), file=path
        )
    make_folder(path.parent)
    if name_length(path.name) + len("-journal") > longest_name(path.parent):
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "The name of {file} is too long; choose a shorter one."), file=path
        )


def _lay(connection: sqlite3.Connection) -> None:
    created = journal.now().isoformat(timespec="seconds")
    connection.executescript(
        f"BEGIN; PRAGMA application_id={file_format.APPLICATION_ID};"
        f" PRAGMA user_version={file_format.FORMAT}; {file_format.definition(file_format.FORMAT)}"
    )
    connection.execute("INSERT INTO store VALUES (?, ?, ?)", (new_id(), created, __version__))
    connection.execute("COMMIT")
