"""What opens a file by Python's own means, under any of its names."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from riskdesk.files import is_same

_WATCHED: list[tuple[Path, list[str]]] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _WATCHED and isinstance(arguments[0], str | bytes | os.PathLike):
        name = os.fsdecode(arguments[0])
        for path, opened in _WATCHED:
            if is_same(Path(name), path):
                opened.append(name)


sys.addaudithook(_hear)


@contextmanager
def watching(path: Path) -> Iterator[list[str]]:
    """The names by which a file is opened meanwhile, in order."""
    opened: list[str] = []
    _WATCHED.append((path, opened))
    try:
        yield opened
    finally:
        _WATCHED.remove((path, opened))
