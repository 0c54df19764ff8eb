"""By which address SQLite opens a store, and which file is the one that it opened."""

import os
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from riskdesk.store.connection import connect, uri
from riskdesk.store.footprint import identity
from riskdesk.store.store import Store


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PureWindowsPath(r"\\server\share\a.riskdesk"), "file:////server/share/a.riskdesk"),
        (
            PureWindowsPath(r"\\server\dossier été\a #2.riskdesk"),
            "file:////server/dossier%20%C3%A9t%C3%A9/a%20%232.riskdesk",
        ),
        (PureWindowsPath(r"\\server.example\c$\a?b%41.riskdesk"), "file:////server.example/c%24/a%3Fb%2541.riskdesk"),
        (PureWindowsPath(r"\\?\UNC\server\share\a.riskdesk"), "file:////%3F/UNC/server/share/a.riskdesk"),
        (PureWindowsPath(r"Z:\registers\a.riskdesk"), "file:///Z:/registers/a.riskdesk"),
        (PurePosixPath("/home/me/a.riskdesk"), "file:///home/me/a.riskdesk"),
    ],
)
def test_the_address_of_a_share_has_its_slashes_and_no_host(path, address: str) -> None:
    assert uri(path, "ro") == f"{address}?mode=ro"


def test_a_store_is_opened_by_its_own_name_and_not_by_a_short_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tmp_path / "registers.riskdesk"
    Store.create(real).close()
    resolve = os.path.realpath
    # As Windows has two names for one file, of which only one leads to the journal that a crash has left.
    monkeypatch.setattr(os.path, "realpath", lambda path: resolve(os.fspath(path).replace("REGIST~1.RIS", real.name)))
    with closing(connect(tmp_path / "REGIST~1.RIS")) as connection:
        (opened,) = connection.execute("PRAGMA database_list").fetchall()
    assert opened[2] == str(real)


def test_a_number_that_changes_is_another_file_but_on_windows(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    status = (tmp_path / "a").stat()
    changed = os.stat_result((status.st_mode, status.st_ino + 1, *status[2:]))
    assert identity(status, windows=False) != identity(changed, windows=False)
    assert identity(status, windows=True) == identity(changed, windows=True)
