"""Each dialog, with all that can be in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from tests.ui.every_dialog import every_dialog

Make = Callable[[str], QDialog]


@pytest.fixture
def make(workbench: Workbench, home: Home, parent: QWidget, tmp_path: Path) -> Make:
    """Makes a dialog of a name, with all that can be in it."""
    makers = every_dialog(workbench, home, parent, tmp_path)

    def make_dialog(name: str) -> QDialog:
        dialog = makers[name]()
        assert isinstance(dialog, QDialog)
        return dialog

    return make_dialog
