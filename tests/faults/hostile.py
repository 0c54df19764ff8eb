"""Makers of files that were made to do harm, or that are anything but a store; each is given a copy of a good store."""

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from struct import pack

from riskdesk.store import file_format, journal
from riskdesk.store.file_format import canonical
from tests.faults.senseless import WHOLE, going_on, nested, other_program, passing, retell, scale_with

PAGE = 4096
JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
Maker = Callable[[Path], object]


def sql(*statements: str) -> Maker:
    """Statements that another program has carried out in a good store."""

    def make(path: Path) -> None:
        with other_program(path) as raw:
            for statement in statements:
                raw.execute(statement)

    return make


def forged(table_value: str, change: Callable[[list[list[object]]], object]) -> Maker:
    """A store whose tables and journal tell the same impossible thing, with right hashes."""

    def make(path: Path) -> None:
        with other_program(path) as raw:
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


def made_at_bytes(path: Path) -> None:
    """The moment at which the store was made becomes bytes by one bit of the header of its row."""
    content = path.read_bytes()
    # The types of a text of 36 bytes (id) and one of 25 (created), one after the other.
    assert content.count(b"\x55\x3f") == 1
    path.write_bytes(content.replace(b"\x55\x3f", b"\x55\x3e"))


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


def both(first: Maker, second: Maker) -> Maker:
    def make(path: Path) -> None:
        first(path)
        second(path)

    return make


def pipe(path: Path) -> None:
    os.mkfifo(path)


def many_tables(path: Path) -> None:
    """Five thousand empty tables, each on a page of its own; SQLite would look through all before for each one."""
    empty = bytes([13, 0, 0, 0, 0, PAGE >> 8, 0, 0]).ljust(PAGE, b"\0")
    first = path.stat().st_size // PAGE + 1
    with path.open("r+b") as file:
        file.seek(28)
        file.write((first + 4999).to_bytes(4, "big"))
        file.seek(0, os.SEEK_END)
        file.write(5000 * empty)
    with other_program(path) as raw:
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute(
            "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 4999) INSERT INTO sqlite_schema"
            f" SELECT 'table', 't' || i, 't' || i, {first} + i, 'CREATE TABLE t' || i || ' (x)' FROM n"
        )


def with_steps(count: int) -> Maker:
    """A journal of so many steps, of which all but the first one say nothing."""
    return sql(
        f"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {count})"
        " INSERT INTO step SELECT i, '', '', '', NULL, '[]', '', '' FROM n"
    )


def many_touches(path: Path) -> None:
    """More than three million rows, each after all others, so that SQLite adds it at the end."""
    with other_program(path) as raw:
        raw.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1760)"
            " INSERT INTO touch SELECT 'z', 1760 * a.i + b.i, 'z' FROM n a, n b"
        )


def huge_text(path: Path) -> None:
    with other_program(path) as raw:
        raw.execute("UPDATE risk SET note = hex(zeroblob(100000000)) WHERE reference = 'R-01'")


def one_page_for_two_tables(path: Path) -> None:
    with other_program(path) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'risk'").fetchone()
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute("UPDATE sqlite_schema SET rootpage = ? WHERE name = 'mitigation'", (root,))


def other_database(
    *pragmas: str, application: int = file_format.APPLICATION_ID, version: int = file_format.FORMAT
) -> Maker:
    def make(path: Path) -> None:
        path.unlink()
        with other_program(path) as raw:
            for pragma in (*pragmas, f"application_id={application}", f"user_version={version}"):
                raw.execute(f"PRAGMA {pragma}")
            raw.executescript(file_format.definition(file_format.FORMAT))

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
    head = JOURNAL_MAGIC + (0).to_bytes(4, "big") + b"\1\2\3\4" + (30).to_bytes(4, "big") + (512).to_bytes(4, "big")
    head += (PAGE).to_bytes(4, "big")
    tail = (0x40000000 // PAGE + 1).to_bytes(4, "big") + name + len(name).to_bytes(4, "big")
    tail += (sum(name) & 0xFFFFFFFF).to_bytes(4, "big") + JOURNAL_MAGIC
    path.with_name(path.name + "-journal").write_bytes(head.ljust(512, b"\0") + tail)


def that_leads_to_itself(tree: str) -> Maker:
    """A tree whose inner pages lead 300 times each to one and the same page below, which is endless to walk."""

    def make(path: Path) -> None:
        with other_program(path) as raw:
            (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (tree,)).fetchone()
        data = bytearray(path.read_bytes())
        top = data[(root - 1) * PAGE : root * PAGE]
        data += top
        # The first cell of an index is a key as an inner page has it; that of a table begins with a length, a number.
        at = int.from_bytes(top[8:10], "big") if top[0] in (10, 13) else int.from_bytes(top[12:14], "big") + 4
        key = b"\1" if top[0] == 13 else top[at : at + top[at] + 1]
        for level in range(12):
            below = len(data) // PAGE
            cell = pack(">I", below) + key
            start = PAGE - len(cell)
            head = pack(">BHHHBI", 5 if top[0] == 13 else 2, 0, 300, start, 0, below) + pack(">H", start) * 300
            page = head.ljust(start, b"\0") + cell
            if level == 11:
                data[(root - 1) * PAGE : root * PAGE] = page
            else:
                data += page
        data[28:32] = pack(">I", len(data) // PAGE)
        path.write_bytes(data)

    return make


def with_a_journal_of(change: Callable[[bytearray], object]) -> Maker:
    """A store whose first page SQLite takes back from a journal, to what `change` makes of it."""

    def make(path: Path) -> None:
        data = path.read_bytes()
        page = bytearray(data[:PAGE])
        change(page)
        seal = 1 + sum(page[PAGE - 200 : 0 : -200])
        head = JOURNAL_MAGIC + pack(">IIIII", 1, 1, len(data) // PAGE, 512, PAGE)
        rest = pack(">I", 1) + page + pack(">I", seal)
        path.with_name(path.name + "-journal").write_bytes(head.ljust(512, b"\0") + rest)

    return make


def linked(make_beside: Maker) -> Maker:
    """A link to a store in another folder, beside which lies what the maker makes."""

    def make(path: Path) -> None:
        (folder := path.parent / "real").mkdir()
        path.rename(folder / "b.riskdesk")
        path.symlink_to(folder / "b.riskdesk")
        make_beside(folder / "b.riskdesk")

    return make


def under_a_name_of_its_own(path: Path) -> None:
    """A table in the schema whose name is a sentence over several lines that colours a terminal."""
    with other_program(path) as raw:
        raw.execute("PRAGMA writable_schema=ON")
        row = ("table", "evil\n\x1b[31mname", "t", 99999, "CREATE TABLE x(y)")
        raw.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", row)


def telling_of_a_large_scale(path: Path) -> None:
    levels = [{"name": f"Level {number}", "definition": ""} for number in range(2000)]
    scale = scale_with(likelihood=levels, impact=levels, rule="table", table=[[0] * 2000] * 2000)
    retell(path, going_on(passing("register", WHOLE["register"] | {"scale": scale})))


def with_a_large_scale(path: Path) -> None:
    levels = ",".join(f'{{"name":"Level {number}"}}' for number in range(2000))
    scale = f'{{"name":"","likelihood":[{levels}],"impact":[{levels}],"rule":"product","bands":[{{"name":""}}]}}'
    forged(f"UPDATE register SET scale = '{scale}'", lambda changes: changes[0][3].update(scale=json.loads(scale)))(
        path
    )


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
    "many rows": with_steps(1_100_000),
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
    "deep lists in the journal": lambda path: retell(path, going_on(nested(1_000_000))),
    "deep lists for a scale": sql(f"UPDATE register SET scale = '{nested(100_000)}'"),
    "large scale": with_a_large_scale,
    "large scale that came and went": telling_of_a_large_scale,
    "orphan": sql("UPDATE risk SET entry = 'nowhere'"),
    "missing table": sql("DROP TABLE snapshot"),
    "more columns": sql("ALTER TABLE risk ADD COLUMN evil TEXT"),
    "position beyond any list": forged("UPDATE risk SET position = 1 << 62", in_every_risk(position=1 << 62)),
    "name in several lines": under_a_name_of_its_own,
    "identity that leads elsewhere": sql("UPDATE store SET id = '../../evil'"),
    "no identity": sql("DELETE FROM store"),
    "made at no time": sql("UPDATE store SET created = 'yesterday'"),
    "made at bytes": made_at_bytes,
    "two stores in one": sql("INSERT INTO store VALUES ('another', '', '')"),
    "search tables": sql("CREATE VIRTUAL TABLE found USING fts5(x)"),
    "newer": sql("PRAGMA user_version=99"),
    "newer by a text": sql("PRAGMA user_version=99", "UPDATE store SET riskdesk = 'evil' || char(10) || char(27)"),
    "no version": sql("PRAGMA user_version=0"),
    "other program": sql("PRAGMA application_id=1"),
    "look-alike of another program": other_database(application=0x47504B47),
    "other encoding": other_database("encoding='UTF-16'"),
    "large pages": other_database("page_size=65536"),
    "kept for a WAL": sql("PRAGMA journal_mode=WAL"),
    "table that leads to itself": that_leads_to_itself("risk"),
    "index that leads to itself": that_leads_to_itself("risk_of_entry"),
    "index of a key that leads to itself": that_leads_to_itself("sqlite_autoindex_risk_1"),
    "index of the journal that leads to itself": that_leads_to_itself("touch"),
    "items in the index that lead to themselves": that_leads_to_itself("touch_of_item"),
    "many rows in the index of the journal": many_touches,
    "index of the journal that says nothing": sql("DELETE FROM touch"),
    "one page for two tables": one_page_for_two_tables,
    "garbage for a schema": patched(100, os.urandom(500)),
    "garbage for a page": patched(3 * PAGE, os.urandom(PAGE)),
    "empty": instead(lambda path: path.write_bytes(b"")),
    "text": instead(lambda path: path.write_text("Dear all, please find attached" * 100)),
    "header alone": lambda path: path.write_bytes(path.read_bytes()[:100]),
    "first page alone": lambda path: path.write_bytes(path.read_bytes()[:PAGE]),
    "folder": instead(lambda path: path.mkdir()),
    "pipe": instead(pipe),
    "link to a device": instead(lambda path: path.symlink_to("/dev/zero")),
    "link to nothing": instead(lambda path: path.symlink_to("nowhere")),
    "40 GB": sparse,
    "WAL beside": with_beside("-wal", b"\x37\x7f\x06\x82" + bytes(100)),
    "shared memory beside": with_beside("-shm", bytes(32768)),
    "journal that deletes": with_a_journal_that_deletes,
    "link to a store with a journal that deletes": linked(with_a_journal_that_deletes),
    "link to a store with a WAL": linked(with_beside("-wal", bytes(100))),
    "pipe for a journal": lambda path: pipe(path.with_name(path.name + "-journal")),
    "folder for a journal": lambda path: path.with_name(path.name + "-journal").mkdir(),
    "link for a journal": lambda path: path.with_name(path.name + "-journal").symlink_to("/etc/hostname"),
    "zeros with a pipe for a journal": both(
        patched(0, bytes(PAGE)), lambda path: pipe(path.with_name(path.name + "-journal"))
    ),
    "pipe with the journal of a store": both(with_a_journal_of(lambda page: None), instead(pipe)),
}
