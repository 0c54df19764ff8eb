"""Files that were made to do harm, or that are anything but a store: each is refused, quickly, and left as it is."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language
from riskdesk.store import file_format, journal
from riskdesk.store.file_format import canonical

pytestmark = pytest.mark.skipif(os.name != "posix", reason="measures a process that forks, which Windows has not")

# Opens each file in a process of its own, forked when all is imported, so that time and memory are the file's alone.
OPEN = """
import json, os, resource, signal, sys
from pathlib import Path
from riskdesk.domain.problems import Problem
from riskdesk.store.store import Store
import riskdesk.store.pages
for name in sys.argv[1:]:
    read, write = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        signal.alarm(30)
        try:
            Store.open(Path(name)).close()
            told = None
        except Problem as problem:
            told = str(problem)
        except BaseException as error:
            told = "!" + repr(error)
        os.write(write, json.dumps(told).encode())
        os._exit(0)
    os.close(write)
    told = os.read(read, 100_000)
    used = os.wait4(child, 0)[2]
    told = json.loads(told) if told else "!ended"
    print(json.dumps([told, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]), flush=True)
"""
SECONDS, MEGABYTES = 2.0, 64.0
Maker = Callable[[Path], object]


def sql(*statements: str) -> Maker:
    """Statements that another program has carried out in a good store."""

    def make(path: Path) -> None:
        with closing(sqlite3.connect(path)) as raw:
            for statement in statements:
                raw.execute(statement)
            raw.commit()

    return make


def forged(table_value: str, change: Callable[[list[list[object]]], object]) -> Maker:
    """A store whose tables and journal tell the same impossible thing, with right hashes."""

    def make(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            raw.row_factory = sqlite3.Row
            raw.execute("PRAGMA ignore_check_constraints=ON")
            if table_value:
                raw.execute(table_value)
            row = dict(raw.execute("SELECT * FROM step WHERE number = 1").fetchone())
            changes = json.loads(row["changes"])
            change(changes)
            row["changes"] = canonical(changes)
            del row["hash"]
            raw.execute("UPDATE step SET changes = ?, hash = ?", (row["changes"], journal._hash(row)))

    return make


def in_every_risk(**fields: object) -> Callable[[list[list[object]]], object]:
    def change(changes: list[list[object]]) -> None:
        for kind, _, _, after in changes:
            if kind == "risk" and isinstance(after, dict):
                after.update(fields)

    return change


def patched(offset: int, content: bytes) -> Maker:
    def make(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[offset : offset + len(content)] = content
        path.write_bytes(data)

    return make


def instead(make: Callable[[Path], object]) -> Maker:
    def replaced(path: Path) -> None:
        path.unlink()
        make(path)

    return replaced


def many_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("BEGIN")
        for number in range(5000):
            raw.execute(f"CREATE TABLE t{number} (x)")
        raw.commit()


def many_rows(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(
            "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1100000)"
            " INSERT INTO step SELECT i, '', '', '', NULL, '[]', '', '' FROM n"
        )
        raw.commit()


def huge_text(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE risk SET note = hex(zeroblob(100000000)) WHERE reference = 'R-01'")
        raw.commit()


def one_page_for_two_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'risk'").fetchone()
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute("UPDATE sqlite_schema SET rootpage = ? WHERE name = 'mitigation'", (root,))
        raw.commit()


def other_database(*pragmas: str, application: int = file_format.APPLICATION_ID, version: int = 1) -> Maker:
    def make(path: Path) -> None:
        path.unlink()
        with closing(sqlite3.connect(path)) as raw:
            for pragma in (*pragmas, f"application_id={application}", f"user_version={version}"):
                raw.execute(f"PRAGMA {pragma}")
            raw.executescript(file_format.definition(1))

    return make


def sparse(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(40 * 2**30)


def with_beside(ending: str, content: bytes) -> Maker:
    return lambda path: path.with_name(path.name + ending).write_bytes(content)


def with_a_journal_that_deletes(path: Path) -> None:
    """A rollback journal that names a victim as the journal of several files; older SQLite deletes that."""
    victim = path.with_name("victim.txt")
    victim.write_text("a letter to the Committee of Ministers")
    name = str(victim).encode()
    magic = bytes.fromhex("d9d505f920a163d7")
    head = magic + (0).to_bytes(4, "big") + b"\1\2\3\4" + (30).to_bytes(4, "big") + (512).to_bytes(4, "big")
    head += (4096).to_bytes(4, "big")
    tail = (0x40000000 // 4096 + 1).to_bytes(4, "big") + name + len(name).to_bytes(4, "big")
    tail += (sum(name) & 0xFFFFFFFF).to_bytes(4, "big") + magic
    path.with_name(path.name + "-journal").write_bytes(head.ljust(512, b"\0") + tail)


VIEW = "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n"
HOSTILE: dict[str, Maker] = {
    "trigger": sql("CREATE TRIGGER evil AFTER UPDATE ON risk BEGIN DELETE FROM mitigation; END"),
    "view in place of a table": sql("DROP TABLE snapshot", "CREATE VIEW snapshot AS SELECT * FROM risk"),
    "endless view in place of a table": sql("DROP TABLE snapshot", VIEW.replace("endless", "snapshot")),
    "endless view beside": sql(VIEW),
    "view that loads code": sql("CREATE VIEW evil AS SELECT load_extension('/tmp/evil.so')"),
    "generated column": sql("ALTER TABLE risk ADD COLUMN evil TEXT AS (hex(zeroblob(450000000)))"),
    "heavy index": sql("CREATE INDEX evil ON risk (length(replace(hex(zeroblob(1000000)), '0', 'xx')))"),
    "many tables": many_tables,
    "many rows": many_rows,
    "text of 200 MB": huge_text,
    "bytes for text": forged(
        "UPDATE risk SET description = CAST(x'fffe' AS TEXT)", in_every_risk(description="\ufffd\ufffd")
    ),
    "text for a level": forged("", in_every_risk(likelihood="five")),
    "level beyond any number": forged(
        "UPDATE risk SET likelihood = 9223372036854775807", in_every_risk(likelihood=2**70)
    ),
    "level below 1": forged("UPDATE risk SET likelihood = -1", in_every_risk(likelihood="-1")),
    "no date": forged("UPDATE risk SET next_review = '2026-99-99'", in_every_risk(next_review="2026-99-99")),
    "unknown status": forged("UPDATE risk SET status = 'evil'", in_every_risk(status="evil")),
    "zero byte in text": forged("UPDATE risk SET title = 'a' || char(0)", in_every_risk(title="a\0")),
    "control character": forged("UPDATE risk SET title = char(27)", in_every_risk(title="\x1b")),
    "changes of no kind": forged("", lambda changes: changes.append(["evil", "1", None, {"id": "1"}])),
    "changes that are none": forged("", lambda changes: changes.append(["risk"])),
    "orphan": sql("UPDATE risk SET entry = 'nowhere'"),
    "missing table": sql("DROP TABLE snapshot"),
    "more columns": sql("ALTER TABLE risk ADD COLUMN evil TEXT"),
    "two stores in one": sql("INSERT INTO store VALUES ('another', '', '')"),
    "search tables": sql("CREATE VIRTUAL TABLE found USING fts5(x)"),
    "newer": sql("PRAGMA user_version=99"),
    "no version": sql("PRAGMA user_version=0"),
    "other program": sql("PRAGMA application_id=1"),
    "look-alike of another program": other_database(application=0x47504B47),
    "other encoding": other_database("encoding='UTF-16'"),
    "large pages": other_database("page_size=65536"),
    "kept for a WAL": sql("PRAGMA journal_mode=WAL"),
    "one page for two tables": one_page_for_two_tables,
    "garbage for a schema": patched(3500, os.urandom(500)),
    "garbage for a page": patched(3 * 4096, os.urandom(4096)),
    "empty": instead(lambda path: path.write_bytes(b"")),
    "text": instead(lambda path: path.write_text("Dear all, please find attached" * 100)),
    "header alone": lambda path: path.write_bytes(path.read_bytes()[:100]),
    "first page alone": lambda path: path.write_bytes(path.read_bytes()[:4096]),
    "folder": instead(lambda path: path.mkdir()),
    "pipe": instead(os.mkfifo),
    "link to a device": instead(lambda path: path.symlink_to("/dev/zero")),
    "link to nothing": instead(lambda path: path.symlink_to("nowhere")),
    "40 GB": sparse,
    "WAL beside": with_beside("-wal", b"\x37\x7f\x06\x82" + bytes(100)),
    "shared memory beside": with_beside("-shm", bytes(32768)),
    "journal that deletes": with_a_journal_that_deletes,
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("good") / "good.riskdesk"
    with closing(Session.create(path, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    return path


def footprints(folder: Path) -> object:
    """What lies in a folder, to the byte, and when it was written."""
    return [
        (
            entry.name,
            entry.lstat().st_mtime_ns,
            entry.lstat().st_size,
            entry.read_bytes() if entry.is_file() and not entry.is_symlink() and entry.stat().st_size < 2**30 else None,
        )
        for entry in sorted(folder.iterdir())
    ]


def opened(*paths: Path) -> list[list[object]]:
    done = subprocess.run([sys.executable, "-c", OPEN, *paths], capture_output=True, text=True, check=True, timeout=120)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_good_store_is_opened(good: Path) -> None:
    ((told, _, _),) = opened(good)
    assert told is None


def test_each_hostile_file_is_refused_quickly_and_left_as_it_is(
    good: Path, tmp_path: Path, figures: Callable[[str], None]
) -> None:
    paths = []
    for name, make in HOSTILE.items():
        (folder := tmp_path / name).mkdir()
        paths.append(folder / "a.riskdesk")
        shutil.copy(good, paths[-1])
        make(paths[-1])
    before = {path: footprints(path.parent) for path in paths}
    ((_, _, usual), *results) = opened(good, *paths)
    wrong = []
    for path, (told, seconds, megabytes) in zip(paths, results, strict=True):
        more = float(megabytes) - float(usual)
        refused = isinstance(told, str) and not told.startswith("!") and str(path) in told and "\n" not in told
        if not refused or float(seconds) > SECONDS or more > MEGABYTES or footprints(path.parent) != before[path]:
            wrong.append((path.parent.name, told, seconds, more, footprints(path.parent) == before[path]))
    slowest = max(float(seconds) for _, seconds, _ in results)
    largest = max(float(megabytes) - float(usual) for _, _, megabytes in results)
    figures(
        f"hostile files: {len(paths)}, refused {len(paths) - len(wrong)}, slowest {slowest:.2f} s, {largest:.0f} MB"
    )
    assert wrong == []
