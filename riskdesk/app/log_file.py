"""The log of unexpected errors."""

import logging
import os
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

from riskdesk.domain.problems import FileProblem
from riskdesk.files import keep_private, make_folder

_LARGEST = 1_000_000
# If there were a pipe in place of the log, opening it would block.
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)


def keep_log(path: Path) -> None:
    """Write warnings and errors to a file that only this user can read; to none if its folder cannot be written.

    A file that has grown large is renamed for a new one, in place of the one renamed before, unless it is in use.
    """
    try:
        make_folder(path.parent, private=True)
    except FileProblem:
        return
    keep_private(path)
    # On Windows, nobody can rename it while another window has it open.
    with suppress(OSError):
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_suffix(f"{path.suffix}.1"))
    # Names of files may contain bytes that are no text.
    handler = _Log(path, encoding="utf-8", errors="backslashreplace", delay=True)
    handler.setFormatter(_Plain("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


class _Log(logging.FileHandler):
    """A log file that only its user can read; if it cannot be written, entries are dropped."""

    def _open(self) -> TextIOWrapper:
        try:
            return self._opened(self.baseFilename)
        except OSError:
            return self._opened(os.devnull)

    def _opened(self, name: str) -> TextIOWrapper:
        return open(name, "a", encoding=self.encoding, errors=self.errors, opener=_alone)


def _alone(name: str, flags: int) -> int:
    return os.open(name, flags | _NO_WAIT, 0o600)


class _Plain(logging.Formatter):
    """A formatter of log entries that spells control characters out.

    All lines of an entry but the first are indented.
    """

    def format(self, record: logging.LogRecord) -> str:
        # Imported only when something went wrong.
        from riskdesk.app.terminal import spelt_out

        return spelt_out(super().format(record)).replace("\n", "\n    ")
