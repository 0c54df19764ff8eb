"""The files beside a store, which SQLite uses if they are there, even while the store is already open."""

import os
import stat
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from riskdesk.domain.possible import MOST_BYTES
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, system_reason
from riskdesk.system import patiently, real_path

# The first bytes of each part of a rollback journal, and the last ones of the journal of a multi-file transaction.
MAGIC = bytes.fromhex("d9d505f920a163d7")
# A journal holds each page of a store at most once, and less than a page besides.
_MOST_BYTES = 2 * MOST_BYTES
_OF_LOG = ("-wal", "-shm")
_OF_JOURNAL = "-journal"


def journal_of(path: Path) -> Path:
    """The path of the rollback journal of a store, which exists during an action and after a crash."""
    return path.with_name(path.name + _OF_JOURNAL)


def names(path: Path) -> tuple[Path, ...]:
    """The paths of a store beside which SQLite looks for files: its own and, for a link, that of its target."""
    return tuple(dict.fromkeys((path, real_path(path))))


def require_alone(path: Path, places: tuple[Path, ...]) -> None:
    """Refuse the store at `path` while there is a file beside one of its names that Riskdesk never makes.

    SQLite plays back any journal that it finds when a transaction begins, so this is called before each of them.
    """
    for place in places:
        *logs, beside = _around(place)
        for log in logs:
            if os.path.lexists(log):
                raise FileProblem(_LOG_BESIDE, file=path, other=log.name)
        if not is_plain_journal(beside):
            raise FileProblem(_JOURNAL_BESIDE, file=path, other=beside.name)


@lru_cache(maxsize=64)
def _around(place: Path) -> tuple[Path, ...]:
    """The paths of possible logs of a store, and last that of its journal."""
    return (*(place.with_name(place.name + ending) for ending in _OF_LOG), journal_of(place))


def is_plain_journal(journal: Path) -> bool:
    """Whether a journal, if it exists, is one of a store: a file, not too large, that does not name another journal.

    As soon as the database beside it is read, SQLite deletes a file of that name that is no journal, and older SQLite
    also any file that a journal names as that of a multi-file transaction.
    """
    try:
        status = journal.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST_BYTES:
            return False
        with journal.open("rb") as file:
            start = file.read(len(MAGIC))
            # It begins with zeros until it is on the disk, and when it is finished; a power cut may leave part of that.
            if not (start.startswith(b"\0") or MAGIC.startswith(start.rstrip(b"\0"))):
                return False
            file.seek(-len(MAGIC), os.SEEK_END)
            return file.read() != MAGIC
    except OSError:
        # It does not exist, is too short or finished; or SQLite cannot read it either, and reports that.
        return True


def set_aside(path: Path) -> list[FileProblem]:
    """Rename files that an earlier store has left beside `path`, and return a sentence for each of them.

    SQLite would play them back into a new store of that name. FileProblem if one cannot be renamed.
    """
    return [_moved(path, beside) for beside in _leftovers(path)]


def _leftovers(path: Path) -> Iterator[Path]:
    for ending in (_OF_JOURNAL, *_OF_LOG):
        for place in names(path):
            beside = place.with_name(place.name + ending)
            if os.path.lexists(beside):
                yield beside


def _moved(path: Path, beside: Path) -> FileProblem:
    free = _free_name(beside)
    try:
        patiently(lambda: beside.rename(free))
    except OSError as error:
        raise FileProblem(_NOT_MOVED, file=path, other=beside.name, reason=system_reason(error)) from error
    return FileProblem(_MOVED, file=path, other=beside.name, new=free)


def _free_name(beside: Path) -> Path:
    free, number = beside.with_name(f"{beside.name}.old"), 1
    while os.path.lexists(free):
        number += 1
        free = beside.with_name(f"{beside.name}.old-{number}")
    return free


_LOG_BESIDE = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} is open in another database program, or was: {other} is in the same folder. Close that program, or move"
    " {other} away, and try again.",
)
_JOURNAL_BESIDE = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} was left as it is: {other} in the same folder was not made by Riskdesk and may be malicious; move it away"
    " and try again.",
)
_MOVED = QT_TRANSLATE_NOOP(
    "Problem",
    "{other} lay where {file} was to be, left behind by a register file that was there before; it was kept as {new}.",
)
_NOT_MOVED = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} was not made: {other}, left behind by a register file that was there before, cannot be moved away"
    " ({reason}); choose another name.",
)
