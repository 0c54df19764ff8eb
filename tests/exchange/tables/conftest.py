"""Files of other programs, imported in the process of the test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from riskdesk.desk import importing
from riskdesk.domain.importing.result import Import
from riskdesk.domain.values import Language
from tests.reading_here import read_here

__all__ = ["read_here"]


@pytest.fixture
def import_file(read_here: None) -> Callable[[Path], Import]:
    """Imports a file as the program does."""
    return lambda path: importing.read(path, Language.ENGLISH)
