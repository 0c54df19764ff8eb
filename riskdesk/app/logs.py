"""The log of what the program did wrong."""

import logging
from pathlib import Path

from riskdesk.app.terminal import spelt_out

_LARGEST = 1_000_000


def keep_log(path: Path) -> None:
    """Write warnings and errors to a file; none where its folder cannot be written.

    A file that has grown large makes room for a new one and is kept beside it, in place of the one before.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_suffix(f"{path.suffix}.1"))
        handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace", delay=True)
    except OSError:
        return
    handler.setFormatter(_Plain("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


class _Plain(logging.Formatter):
    """Spells control characters out; only an entry's first line begins at the margin."""

    def format(self, record: logging.LogRecord) -> str:
        return spelt_out(super().format(record)).replace("\n", "\n    ")
