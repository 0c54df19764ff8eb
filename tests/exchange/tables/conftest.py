"""Files of other programs, read in the process of the test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from riskdesk.desk import importing
from riskdesk.domain.importing.result import Import
from riskdesk.domain.values import Language
from riskdesk.exchange.tables import reading


@pytest.fixture
def import_file(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Import]:
    """Imports a file as the program does."""
    monkeypatch.setattr(
        importing.asking, "read", lambda path, encoding="", _checkpoint=None: reading.read(path, encoding)
    )
    return lambda path: importing.read(path, Language.ENGLISH)
