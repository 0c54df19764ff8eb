"""Which folder is that of a store: by its identity, the place that is written in it, and its newest backup."""

import os
import re
from pathlib import Path

import pytest

from riskdesk.desk import backup_folders
from tests.systems import needs_links, needs_modes

IDENTITY = "01234567-89ab-4cde-8f01-23456789abcd"
OTHER = IDENTITY.replace("0", "f")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "a.riskdesk"


def folder(root: Path, name: str, store: Path | None, *times: str) -> Path:
    """A folder with the place of a store and backups of some times, whose names are all that counts here."""
    path = root / name
    path.mkdir(parents=True)
    if store is not None:
        backup_folders.write_place(path, store)
    for step, time in enumerate(times, 1):
        (path / f"{time}T120000Z-{step}-01234567.riskdesk").touch()
    return path


def test_a_store_that_has_no_folder_is_given_one_of_its_identity_and_place(root: Path, store: Path) -> None:
    own, others = backup_folders.find(root, IDENTITY, store)
    assert own.parent == root
    assert re.fullmatch(f"{IDENTITY}-[0-9a-f]{{8}}", own.name)
    assert others == []
    assert backup_folders.find(root, IDENTITY, store.with_name("b.riskdesk"))[0] != own
    assert backup_folders.identity(own) == IDENTITY
    assert backup_folders.by_place(root, store) is None


@pytest.mark.parametrize("name", [IDENTITY, f"{IDENTITY}-01234567"])
def test_the_folder_at_whose_place_a_store_lies_is_its_own(root: Path, store: Path, name: str) -> None:
    own = folder(root, name, store, "20310101")
    assert backup_folders.find(root, IDENTITY, store) == (own, [])
    assert backup_folders.by_place(root, store) == own
    assert backup_folders.identity(own) == IDENTITY


def test_a_store_takes_the_folder_with_the_newest_backup_and_leaves_the_others(root: Path, store: Path) -> None:
    oldest = folder(root, IDENTITY, store, "20310101", "20310102")
    newest = folder(root, f"{IDENTITY}-00000001", store, "20290101", "20310103")
    empty = folder(root, f"{IDENTITY}-00000002", store)
    own, others = backup_folders.find(root, IDENTITY, store)
    assert own == newest
    assert set(others) == {oldest, empty}
    store.touch()
    assert set(backup_folders.find(root, IDENTITY, store)[1]) == {oldest, empty}
    assert backup_folders.by_place(root, store) == newest


def test_what_lies_at_another_place_is_left_behind_once_no_store_is_there(root: Path, store: Path) -> None:
    elsewhere = store.with_name("elsewhere.riskdesk")
    other = folder(root, f"{IDENTITY}-00000001", elsewhere, "20310103")
    own = backup_folders.find(root, IDENTITY, store)[0]
    assert own != other
    assert backup_folders.find(root, IDENTITY, store) == (own, [other])
    elsewhere.touch()
    assert backup_folders.find(root, IDENTITY, store) == (own, [])
    assert backup_folders.by_place(root, store) is None


def test_a_folder_that_tells_no_place_is_left_behind(root: Path, store: Path) -> None:
    other = folder(root, IDENTITY, None, "20310103")
    own, others = backup_folders.find(root, IDENTITY, store)
    assert own != other
    assert others == [other]
    assert backup_folders.by_place(root, store) is None


def test_a_folder_of_another_identity_counts_by_its_place_alone(root: Path, store: Path) -> None:
    other = folder(root, f"{OTHER}-01234567", store, "20310103")
    folder(root, f"{IDENTITY}9", store, "20310104")
    own, others = backup_folders.find(root, IDENTITY, store)
    assert own not in (other, root / f"{IDENTITY}9")
    assert others == []
    assert backup_folders.identity(other) == OTHER


@needs_links
def test_a_store_of_several_names_has_one_folder(root: Path, store: Path) -> None:
    own = folder(root, IDENTITY, store, "20310101")
    store.touch()
    os.link(store, store.with_name("b.riskdesk"))
    assert backup_folders.find(root, IDENTITY, store.with_name("b.riskdesk")) == (own, [])


@needs_links
def test_a_link_is_no_folder_of_backups(root: Path, store: Path, tmp_path: Path) -> None:
    target = folder(tmp_path, "there", store, "20310101")
    root.mkdir()
    (root / IDENTITY).symlink_to(target)
    own, others = backup_folders.find(root, IDENTITY, store)
    assert own != root / IDENTITY
    assert others == []


def test_a_place_is_read_as_it_was_written(tmp_path: Path, store: Path) -> None:
    backup_folders.write_place(tmp_path, store)
    assert backup_folders.place(tmp_path) == store
    assert [entry.name for entry in tmp_path.iterdir()] == ["store.txt"]
    backup_folders.write_place(tmp_path, store.with_name("Жоба.riskdesk"))
    assert backup_folders.place(tmp_path) == store.with_name("Жоба.riskdesk")


@needs_modes
def test_nobody_else_may_read_a_place(tmp_path: Path, store: Path) -> None:
    backup_folders.write_place(tmp_path, store)
    assert (tmp_path / "store.txt").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"a.riskdesk", b"/a\0b"])
def test_what_is_no_path_is_no_place(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "store.txt").write_bytes(content)
    assert backup_folders.place(tmp_path) is None
    assert backup_folders.place(tmp_path / "nowhere") is None


def test_the_longest_path_that_any_system_knows_is_read_and_none_that_is_longer(tmp_path: Path) -> None:
    longest = os.fsencode(tmp_path.absolute()).ljust(131_072, b"a")
    (tmp_path / "store.txt").write_bytes(longest)
    assert os.fsencode(str(backup_folders.place(tmp_path))) == longest
    (tmp_path / "store.txt").write_bytes(longest + b"a")
    assert backup_folders.place(tmp_path) is None
