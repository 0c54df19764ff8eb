"""The first 100 bytes of a store are looked at before SQLite is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.domain.problems import FileProblem
from riskdesk.store import file_format, header
from riskdesk.store.store import Store

NOT_OURS, NEWER, CHANGED = (
    "is not a register file of Riskdesk",
    r"newer version of Riskdesk \(",
    "changed by another program",
)
FORMAT = file_format.FORMAT


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("good") / "a.riskdesk"
    Store.create(path).close()
    return path


def start_with(good: Path, at: int, new: bytes) -> bytes:
    start = good.read_bytes()[: header.LENGTH]
    return start[:at] + new + start[at + len(new) :]


@pytest.mark.parametrize(
    ("at", "new"),
    [
        (0, b"SQLite format 3\0"),
        (18, b"\1\1"),
        (18, b"\0\1"),
        (60, (1).to_bytes(4, "big")),
        (60, FORMAT.to_bytes(4, "big")),
        (20, b"\x20"),
        (24, b"\xff" * 4),
        (99, b"\xff"),
    ],
)
def test_a_store_of_any_format_so_far_may_begin_so(good: Path, at: int, new: bytes) -> None:
    header.require(good, start_with(good, at, new))


@pytest.mark.parametrize(
    ("at", "new", "message"),
    [
        (0, b"s", NOT_OURS),
        (15, b"\1", NOT_OURS),
        *((68 + place, b"\1", NOT_OURS) for place in range(4)),
        (60, (FORMAT + 1).to_bytes(4, "big"), NEWER),
        (60, b"\1\0\0\1", NEWER),
        (60, bytes(4), CHANGED),
        (60, b"\0\0\0\0\1", CHANGED),
        (18, b"\2", CHANGED),
        (19, b"\2", CHANGED),
        (16, b"\x20\0", CHANGED),
        (16, b"\0\1", CHANGED),
        (17, b"\1", CHANGED),
        (56, (2).to_bytes(4, "big"), CHANGED),
        (56, (0).to_bytes(4, "big"), CHANGED),
    ],
)
def test_a_file_that_begins_otherwise_is_refused(good: Path, at: int, new: bytes, message: str) -> None:
    with pytest.raises(FileProblem, match=message) as caught:
        header.require(good, start_with(good, at, new))
    assert str(good) in str(caught.value)


@pytest.mark.parametrize("length", [0, 72, 99, 101])
def test_other_than_100_bytes_are_none_of_ours(good: Path, length: int) -> None:
    assert not header.is_ours(good.read_bytes()[:length])
    assert header.is_ours(good.read_bytes()[:100])


@pytest.mark.parametrize(
    ("statement", "version"),
    [
        ("UPDATE store SET riskdesk = '7.1.0rc1+x-y'", "7.1.0rc1+x-y"),
        ("UPDATE store SET riskdesk = '7.1 or so'", "?"),
        (f"UPDATE store SET riskdesk = '{'7' * 31}'", "?"),
        ("UPDATE store SET riskdesk = ''", "?"),
        ("DELETE FROM store", "?"),
    ],
)
def test_the_version_that_wrote_a_newer_store_is_told(good: Path, tmp_path: Path, statement: str, version: str) -> None:
    (path := tmp_path / "a.riskdesk").write_bytes(good.read_bytes())
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA secure_delete = ON")
        raw.execute(statement)
        raw.execute(f"PRAGMA user_version = {FORMAT + 1}")
        raw.commit()
    with pytest.raises(FileProblem) as caught:
        header.require(path, path.read_bytes()[: header.LENGTH])
    assert f"newer version of Riskdesk ({version});" in str(caught.value)
