"""What tells, without opening it, that a file is another one or was written to."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from riskdesk.domain.problems import FileReplaced
from riskdesk.store.footprint import footprint
from tests.systems import ON_WINDOWS


def touch(path: Path) -> None:
    # The shortest time that Windows counts.
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 100))


def replace(path: Path) -> None:
    new_file = path.with_name("other")
    new_file.write_bytes(path.read_bytes())
    os.utime(new_file, ns=(1, path.stat().st_mtime_ns))
    new_file.replace(path)


def grow(path: Path) -> None:
    before = path.stat().st_mtime_ns
    path.write_bytes(b"more than it was")
    os.utime(path, ns=(1, before))


@pytest.mark.parametrize(
    ("change", "other_file", "differs"),
    [
        (lambda path: path.read_bytes(), False, False),
        (lambda path: path.chmod(0o600), False, False),
        (touch, False, True),
        (grow, False, True),
        # Windows gives files on shares other numbers at any time.
        (replace, not ON_WINDOWS, not ON_WINDOWS),
    ],
)
def test_a_file_has_the_same_footprint_until_it_is_written_to(
    tmp_path: Path, change: Callable[[Path], object], *, other_file: bool, differs: bool
) -> None:
    (path := tmp_path / "a").write_bytes(b"what it was")
    before = footprint(path)
    change(path)
    assert (footprint(path).file != before.file) == other_file
    assert (footprint(path) != before) == differs


def test_a_file_that_is_gone_has_none(tmp_path: Path) -> None:
    with pytest.raises(FileReplaced, match="deleted or moved") as caught:
        footprint(tmp_path / "a")
    assert caught.value.is_gone
    assert "put in the place" in str(FileReplaced(tmp_path / "a", is_gone=False))
