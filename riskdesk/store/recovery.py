"""Recovery after a crash: the rollback journal beside a store, and reading a store if it cannot be played back."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from riskdesk.domain.possible import MOST_BYTES
from riskdesk.domain.problems import unreadable
from riskdesk.files import passing
from riskdesk.store import header
from riskdesk.store.beside import MAGIC, journal_of
from riskdesk.store.connection import StoreConnection, closed_on_failure, connect, in_memory

_HEADER = 28


def connect_or_recover(path: Path, *, read_only: bool) -> StoreConnection:
    """Connect to the store at `path`, or to a recovered copy if only a writer could play back the journal beside it."""
    try:
        with closed_on_failure(connect(path, read_only=read_only)) as connection:
            connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
            return connection
    except sqlite3.Error as error:
        if read_only and path.is_file() and error.sqlite_errorname.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
            return _recovered(path)
        raise


def kept_start(path: Path, length: int) -> bytes:
    """The first bytes of a store as the journal beside it will restore them; empty if the journal does not have them.

    The source is SQLite's "Database File Format", section 3.
    """
    try:
        with journal_of(path).open("rb") as file:
            head = file.read(_HEADER)
            records, _, pages, sector, page = (int.from_bytes(head[at : at + 4], "big") for at in range(8, _HEADER, 4))
            # A forged journal could have records without end.
            if head[:8] != MAGIC or page != header.PAGE or pages > MOST_BYTES // page:
                return b""
            size = os.fstat(file.fileno()).st_size
            there = (size - sector) // (page + 8)
            # If the records were not counted, the header has the largest possible number. No page is in two of them.
            file.seek(sector)
            for _ in range(min(records, there, pages)):
                record = file.read(page + 8)
                if int.from_bytes(record[:4], "big") == 1:
                    return record[4:][:length]
    except OSError:
        pass
    return b""


def _recovered(path: Path) -> StoreConnection:
    """A copy in memory of the store before the transaction that a crash interrupted; the files stay as they are."""
    # Imported here, as it is rarely needed.
    import shutil
    from tempfile import gettempdir

    with passing(Path(gettempdir())) as copy:
        try:
            shutil.copyfile(path, copy)
            if journal_of(path).exists():
                journal_of(copy).touch(mode=0o600, exist_ok=False)
                shutil.copyfile(journal_of(path), journal_of(copy))
        except OSError as error:
            raise unreadable(path, error) from error
        with closing(connect(copy)) as connection:
            recovered = in_memory(connection)
        with closed_on_failure(recovered), copy.open("rb") as file:
            # The journal may have restored other first bytes.
            header.require(path, file.read(header.LENGTH))
        return recovered
