"""How far long work of the command line is: a line on the terminal, which is removed at the end."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from riskdesk.app.terminal import Plain
from riskdesk.domain.progress import Checkpoint, never_cancelled

# In seconds; of shorter work, nothing is shown.
_PATIENCE = 1.0


@contextmanager
def progress(text: Callable[[int], str]) -> Iterator[Checkpoint]:
    """A checkpoint that shows how far long work is, if standard error is a terminal: `text` of the per cent done."""
    stream = sys.stderr
    if not isinstance(stream, Plain) or not stream.isatty():
        yield never_cancelled
        return
    begun, shown = monotonic(), -1

    def checkpoint(share: float | None = None, /) -> None:
        nonlocal shown
        if share is not None and monotonic() - begun > _PATIENCE and round(100 * share) != shown:
            shown = round(100 * share)
            stream.write_over(text(shown))

    try:
        yield checkpoint
    finally:
        if shown >= 0:
            stream.write_over("")
