"""What the tests of the command line share."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.reading_here import read_here

__all__ = ["read_here"]


@pytest.fixture(autouse=True, scope="session")
def application(qapp: QApplication) -> QApplication:
    """One with widgets: what draws without a screen would else make one without, and leave it to the tests after it."""
    return qapp
