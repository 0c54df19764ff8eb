"""Files of other programs, read in the process of the test: the one that the program starts has tests of its own."""

from pathlib import Path

import pytest

from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.sheets import Source
from riskdesk.exchange.tables import asking, reading, wire


def read(path: Path, encoding: str = "", checkpoint: Checkpoint = never_cancelled) -> Source:
    """What the process would answer, and raising what it would, on its way through bytes as from that."""
    checkpoint()
    return wire.read(wire.written(reading.read(path, encoding)))


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever reads a file of another program starts no process for it."""
    monkeypatch.setattr(asking, "read", read)
