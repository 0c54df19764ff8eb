"""A store that holds the Kazakhstan register."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def kazakhstan(kazakhstan_store: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(kazakhstan_store, tmp_path / "store.riskdesk")
