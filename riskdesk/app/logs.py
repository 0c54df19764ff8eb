"""The log of what the program did wrong."""

import logging
from pathlib import Path

_LARGEST = 1_000_000


def keep_log(path: Path) -> None:
    """Write warnings and errors to a file; none where its folder cannot be written.

    A file that has grown large makes room for a new one and is kept beside it, in place of the one before.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_suffix(f"{path.suffix}.1"))
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        return
    logging.basicConfig(
        level=logging.WARNING, handlers=[handler], format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
