"""The first 100 bytes of a store: what they have to be, read without SQLite ("Database File Format", section 1.3)."""

import re
from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.store import file_format
from riskdesk.store.damage import RefusedStore

LENGTH = 100
_MAGIC = b"SQLite format 3\0"
PAGE = 4096
_VERSION = re.compile(r"[\w.+-]{1,30}")


def is_ours(start: bytes) -> bool:
    """Whether these first bytes are those of a store, in any format."""
    return len(start) == LENGTH and start[:16] == _MAGIC and _number(start, 68) == file_format.APPLICATION_ID


def require(path: Path, start: bytes) -> None:
    """RefusedStore if these first bytes are not those of a store, or were changed; FileProblem if it is a newer one."""
    if not is_ours(start):
        raise RefusedStore(_NOT_OURS, path)
    if _number(start, 60) > file_format.FORMAT:
        raise FileProblem(_NEWER, file=path, version=_writer(path))
    size = int.from_bytes(start[16:18], "big")
    # If one of the first two is larger than 1, SQLite keeps a log (WAL) beside the file.
    if max(start[18:20]) > 1 or _number(start, 56) != 1 or _number(start, 60) == 0 or size != PAGE:
        raise RefusedStore(_CHANGED, path)


def changes(start: bytes) -> int:
    """SQLite's change counter in these first bytes, which increases with each transaction."""
    return _number(start, 24)


def _writer(path: Path) -> str:
    """The version of Riskdesk that wrote a store with tables of a newer format."""
    from riskdesk.store import pages

    version = (pages.identity(path) or {"riskdesk": ""})["riskdesk"]
    return str(version) if _VERSION.fullmatch(version) else "?"


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")


_NOT_OURS = QT_TRANSLATE_NOOP("Problem", "{file} is not a register file of Riskdesk; it was left as it is.")
_NEWER = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} was saved by a newer version of Riskdesk ({version}); update Riskdesk to open it. It was left as it is.",
)
_CHANGED = QT_TRANSLATE_NOOP("Problem", "{file} was changed by another program; open a backup. It was left as it is.")
