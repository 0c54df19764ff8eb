"""Stores at a place of their own: one that is empty, and one with the Kazakhstan register."""

import shutil
from pathlib import Path

import pytest

from riskdesk.store.store import Store


@pytest.fixture
def kazakhstan(kazakhstan_store: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(kazakhstan_store, tmp_path / "store.riskdesk")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty store."""
    Store.create(tmp_path / "a.riskdesk").close()
    return tmp_path / "a.riskdesk"


@pytest.fixture(autouse=True)
def nothing_waits_for_the_disk() -> None:
    """Here all is as it is for the user: what is written is on the disk."""
