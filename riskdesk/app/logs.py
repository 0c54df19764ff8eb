"""The log of what the program did wrong."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LARGEST = 1_000_000


def keep_log(path: Path) -> None:
    """Write warnings and errors to a file of limited size; without one where its folder cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8")
    except OSError:
        return
    logging.basicConfig(
        level=logging.WARNING, handlers=[handler], format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
