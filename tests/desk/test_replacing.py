"""An export takes the place of a file of its own format, and of nothing else."""

import datetime
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import registers, transfer
from riskdesk.desk.backups import Backups
from riskdesk.desk.formats import FORMATS, Request
from riskdesk.desk.replacing import require_replaceable
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from tests.systems import needs_links, needs_pipes
from tests.watching import watching

NOW = datetime.datetime(2026, 11, 28, 9, tzinfo=datetime.UTC)
TREE = template("kazakhstan-2024-2027", Language.ENGLISH)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "stores" / "a.riskdesk"
    with closing(Session.create(path, "me")) as session:
        session.run(registers.add(TREE))
    return path


def export(out: Path, tree: RegisterTree = TREE, open_store: Path | None = None) -> None:
    transfer.export(Request(tree, Print(), NOW, NOW.date()), out, open_store)


def torn(store: Path, out: Path) -> None:
    """A store whose first page a fault has taken, which can still be salvaged."""
    out.write_bytes(bytes(4096) + store.read_bytes()[4096:])


def as_backup(store: Path, out: Path) -> None:
    backup = Backups(out.parent / "backups").make(store, NOW)
    assert backup is not None
    shutil.copyfile(backup.path, out)


def large(store: Path, out: Path) -> None:
    """A store that is larger than any that opens."""
    shutil.copyfile(store, out)
    os.truncate(out, 520 * 2**20)


WHAT: dict[str, Callable[[Path, Path], object]] = {
    "a store": shutil.copyfile,
    "a torn store": torn,
    "a cut store": lambda store, out: out.write_bytes(store.read_bytes()[:300]),
    "a store that is too large": large,
    "a backup": as_backup,
    "a store by a hard link": lambda store, out: os.link(store, out),
    "a rollback journal": lambda _store, out: out.write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(500)),
    "a lock": lambda _store, out: out.write_text("4711\nriskdesk\npc\nid\n"),
    "drafts": lambda _store, out: out.write_text("[]"),
    "a letter": lambda _store, out: out.write_text("Dear all"),
    "nothing but zeros": lambda _store, out: out.write_bytes(bytes(64)),
    "nothing but blanks": lambda _store, out: out.write_bytes(b" " * 5000),
    "an object behind many blanks": lambda _store, out: out.write_bytes(b" " * 2000 + b"{}"),
}


@pytest.mark.parametrize("kind", WHAT)
@pytest.mark.parametrize("name", ["out.pdf", "out.json", "OUT.PDF", "out.Json"])
def test_what_is_of_another_format_stays(store, tmp_path, kind, name):
    out = tmp_path / name
    WHAT[kind](store, out)
    before = traces(out)
    with pytest.raises(FileProblem, match=r"is there already and is no (PDF|JSON) file; choose another name"):
        export(out)
    assert traces(out) == before


def traces(path: Path) -> tuple[int, int, int, bytes]:
    """What tells whether a file was written to or replaced."""
    status = path.stat()
    with path.open("rb") as file:
        return status.st_ino, status.st_size, status.st_mtime_ns, file.read(4096)


@pytest.mark.parametrize(("name", "other"), [("out.pdf", b"{}"), ("out.json", b"%PDF-1.7")])
def test_one_format_stays_where_the_other_is_written(tmp_path, name, other):
    out = tmp_path / name
    out.write_bytes(other)
    with pytest.raises(FileProblem, match="is there already"):
        export(out)
    assert out.read_bytes() == other


@pytest.mark.parametrize(
    ("name", "before"),
    [
        *(("out.pdf", b"%PDF-1.4 another one"), ("out.pdf", b""), ("out.pdf", b"\n%PDF-1.4"), ("OUT.PDF", b"%PDF-2.0")),
        *(("out.json", b'{"format": 1}'), ("out.json", b"\xef\xbb\xbf\r\n  {}"), ("out.json", b"{ broken")),
    ],
)
def test_a_file_of_the_same_format_is_replaced(tmp_path, name, before):
    out = tmp_path / name
    out.write_bytes(before)
    export(out)
    assert out.read_bytes()[:5] in (b"%PDF-", b'{\n  "')


def test_an_export_replaces_another_though_a_store_is_open(store, tmp_path):
    for name in ("a.pdf", "a.json"):
        export(tmp_path / name)
        export(tmp_path / name, open_store=store)


@needs_links
@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize("beside", ["a.riskdesk", "a.riskdesk-journal", "a.riskdesk-wal", ".~a.riskdesk.lock"])
def test_a_link_to_a_store_and_what_lies_beside_it_leads_nowhere(store, tmp_path, beside, is_there):
    target, out = store.with_name(beside), tmp_path / "out.pdf"
    if is_there and not target.exists():
        target.write_bytes(b"")
    if not is_there:
        target.unlink(missing_ok=True)
    before = target.read_bytes() if is_there else None
    out.symlink_to(target)
    with pytest.raises(FileProblem, match="which has another ending"):
        export(out)
    assert (target.read_bytes() if target.exists() else None) == before
    assert out.is_symlink()


@needs_links
def test_a_link_to_a_file_of_the_same_format_is_followed(tmp_path):
    (tmp_path / "there.PDF").write_bytes(b"%PDF-1.7")
    (tmp_path / "out.pdf").symlink_to(tmp_path / "there.PDF")
    export(tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").is_symlink()
    assert (tmp_path / "there.PDF").stat().st_size > 1000


@needs_links
@pytest.mark.parametrize("place", ["/dev/null", "/dev/zero"])
def test_a_device_is_refused(tmp_path, place):
    out = tmp_path / "out.pdf"
    out.symlink_to(place)
    with pytest.raises(FileProblem):
        export(out)
    assert out.is_symlink()


@pytest.mark.parametrize("name", ["out.pdf", "out.json"])
def test_a_folder_is_refused(tmp_path, name):
    (tmp_path / name).mkdir()
    with pytest.raises(FileProblem, match="not a file that can be written"):
        export(tmp_path / name)


@needs_pipes
def test_a_pipe_is_neither_read_nor_replaced(tmp_path):
    os.mkfifo(tmp_path / "out.pdf")
    with pytest.raises(FileProblem, match="not a file that can be written"):
        export(tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").is_fifo()


@pytest.mark.parametrize("name", ["n" * 300 + ".pdf", "nowhere/out.pdf"])
def test_a_name_that_cannot_be_written_is_told_by_who_writes(tmp_path, name):
    with pytest.raises(FileProblem, match="was not saved"):
        export(tmp_path / name)


@pytest.mark.parametrize("name", ["open.pdf", "open.json"])
@pytest.mark.parametrize("spelling", ["itself", "another spelling", "a link", "a hard link"])
def test_the_open_store_is_known_by_any_name_and_left_unopened(tmp_path, name, spelling):
    path = tmp_path / "deep" / name
    with closing(Session.create(path, "me")) as session:
        session.run(registers.add(TREE))
        out = tmp_path / ("out" + path.suffix)
        if spelling == "itself":
            out = path
        elif spelling == "another spelling":
            out = tmp_path / "deep" / ".." / "deep" / name
        elif os.name != "posix":
            pytest.skip("links need rights on Windows")
        elif spelling == "a link":
            out.symlink_to(path)
        else:
            os.link(path, out)
        before = path.read_bytes()
        with watching(path) as opened, pytest.raises(FileProblem, match="is there already"):
            export(out, open_store=path)
        assert opened == []
        assert path.read_bytes() == before
        session.undo(None)


def test_what_may_not_be_read_is_told(tmp_path, monkeypatch):
    out = tmp_path / "out.pdf"
    out.write_bytes(b"%PDF-1.7")

    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileProblem, match=r"cannot be read \(you may not do that"):
        require_replaceable(out, ".pdf")


def test_each_format_says_how_its_files_begin(tmp_path: Path) -> None:
    for ending in (*FORMATS, *transfer.PICTURES):
        out = tmp_path / f"out{ending}"
        out.touch()
        require_replaceable(out, ending)
