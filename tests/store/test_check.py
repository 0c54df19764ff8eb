"""Finding what another program did to a store."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import registers
from riskdesk.desk.salvage import salvage
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.records import to_record
from riskdesk.domain.step import Change
from riskdesk.domain.values import Language, Mitigation
from riskdesk.store import copying, journal
from riskdesk.store.check import examine, findings, health, repair, require_checked, require_health
from riskdesk.store.connection import bounded
from riskdesk.store.damage import DamagedStore, Health
from riskdesk.store.past import wrongly_undone
from riskdesk.store.store import Store
from tests.faults.senseless import going_on, retell

PROBLEM, CHANGE = FileProblem("{file} is wrong", file=Path("a")), Change("risk", "1", {"note": ""}, {"note": "x"})


@pytest.fixture(scope="module")
def sound_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with something undone and done again, made once: tests work on copies of it."""
    store_path = tmp_path_factory.mktemp("sound") / "a.riskdesk"
    with closing(Session.create(store_path, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        session.undo(None)
        session.redo(None)
    return store_path


@pytest.fixture
def path(sound_store: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(sound_store, tmp_path / "a.riskdesk")


def test_a_store_of_ours_is_sound(path: Path) -> None:
    assert list(findings(path)) == []


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (
            "UPDATE risk SET description = 'Harmless' WHERE reference = 'R-01'",
            "the risk “R-01” differs from the change history",
        ),
        ("DELETE FROM mitigation WHERE position = 0", "the mitigation “Support national authorities"),
        ("UPDATE step SET who = 'somebody' WHERE number = 1", "step 1"),
        ("DELETE FROM step WHERE number = 2", "step 2"),
        ("UPDATE risk SET entry = 'nowhere' WHERE reference = 'R-01'", "differs from the change history"),
    ],
)
def test_a_change_from_outside_is_found(path: Path, damage: str, expected: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(damage)
        raw.commit()
    sentences = [str(problem) for problem in findings(path)]
    assert any(expected in text for text in sentences), sentences
    assert all(str(path) in text for text in sentences)


def test_a_store_that_lost_its_version_and_tables_while_open_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        for (table,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            raw.execute(f"DROP TABLE {table}")
        raw.execute("PRAGMA user_version = 0")
        raw.commit()
    with pytest.raises(FileProblem, match="does not have the tables that Riskdesk makes"):
        examine(path)


def test_a_scale_that_is_gone_differs_from_the_journal(path: Path) -> None:
    """A bit of a damaged file can make any value NULL, which no statement can write there."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_schema SET sql = replace(sql, 'scale TEXT NOT NULL', 'scale TEXT')")
        raw.execute("PRAGMA writable_schema = RESET")
        raw.execute("UPDATE register SET scale = NULL")
        raw.commit()
        (change,) = health(path, raw).changes
    assert change.before == {"scale": None}


@pytest.mark.parametrize("column", ["at", "who", "label", "changes", "previous", "hash"])
@pytest.mark.parametrize("value", ["x'00ff'", "NULL", "1.5"])
def test_a_step_of_which_a_bit_made_something_that_is_no_text(path: Path, column: str, value: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        (before,) = raw.execute("SELECT sql FROM sqlite_schema WHERE name = 'step'").fetchone()
        loose = before.replace("TEXT NOT NULL", "BLOB").replace("STRICT", "")
        for sql in (loose, before):
            raw.execute("PRAGMA writable_schema = ON")
            raw.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'step'", (sql,))
            raw.execute("PRAGMA writable_schema = RESET")
            if sql == loose:
                raw.execute(f"UPDATE step SET {column} = {value} WHERE number = 2")
        raw.commit()
    sentences = [str(problem) for problem in findings(path)]
    assert sentences
    assert all(str(path) in sentence for sentence in sentences)
    assert salvage(path, path.with_name("saved.riskdesk"), "me", Language.ENGLISH).lost in ((2,), ())
    assert findings(path.with_name("saved.riskdesk")) == []


def test_checking_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    list(findings(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE risk SET description = 'Harmless', likelihood = 1 WHERE reference = 'R-01'",
        "UPDATE risk SET description = CAST(x'4DFF' AS TEXT) WHERE reference = 'R-02'",
        "UPDATE risk SET id = 'other', entry = 'nowhere' WHERE reference = 'R-01'",
        "UPDATE register SET scale = '{'",
        f"UPDATE register SET scale = '{'[' * 100_000}'",
        f"UPDATE register SET scale = '{'9' * 5000}'",
        """UPDATE register SET scale = json_set(scale, '$.name', 'x"y') || ' '""",
        "UPDATE register SET scale = replace(scale, 'Low', '\\ud800')",
        "DELETE FROM mitigation",
        "DELETE FROM category WHERE position = 2",
        "INSERT INTO entry SELECT 'more', category, 7 FROM entry LIMIT 1",
    ],
)
def test_what_differs_from_the_journal_is_refused_and_repaired_from_it(path: Path, damage: str) -> None:
    with closing(Store.open(path)) as store:
        before = store.state()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(damage)
        raw.commit()
    with pytest.raises(DamagedStore, match="repair"):
        Store.open(path)
    assert repair(path)
    assert findings(path) == []
    with closing(Store.open(path)) as store:
        assert store.state() == before


@pytest.mark.parametrize(
    ("damage", "step"),
    [
        ("DELETE FROM touch WHERE step = 2", 2),
        ("DELETE FROM touch WHERE step = 3 AND item <> register", 3),
        ("UPDATE touch SET register = 'other' WHERE step = 1 AND item = register", 1),
        ("INSERT INTO touch SELECT register, 4, item FROM touch WHERE step = 3", 4),
        ("DELETE FROM touch", 1),
    ],
)
def test_an_index_that_differs_from_the_journal_is_named_and_made_anew(path: Path, damage: str, step: int) -> None:
    with closing(sqlite3.connect(path)) as raw:
        before = raw.execute("SELECT * FROM touch").fetchall()
        raw.execute(damage)
        raw.commit()
    assert [str(problem) for problem in findings(path)] == [
        f"In {path}, the index of the change history differs at step {step}: another program or a fault changed it;"
        " repair it."
    ]
    with pytest.raises(DamagedStore, match="repair"):
        Store.open(path)
    assert repair(path) == ()
    assert findings(path) == []
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT * FROM touch").fetchall() == before


def test_a_record_of_no_register_by_the_journal_as_well_is_told_and_not_repaired(path: Path) -> None:
    lost = to_record(Mitigation(entry="nowhere"))
    retell(path, going_on([["mitigation", lost["id"], None, lost]]))
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"INSERT INTO mitigation VALUES ({', '.join('?' * len(lost))})", tuple(lost.values()))
        (row,) = raw.execute("SELECT max(rowid) FROM mitigation").fetchone()
        raw.commit()
    sentence = f"{path} contains a record that belongs to no register (row {row} of “mitigation”); open a backup."
    assert [str(problem) for problem in findings(path)] == [sentence]
    for refused in (Store.open, repair):
        with pytest.raises(DamagedStore) as damage:
            refused(path)
        assert [str(problem) for problem in damage.value.health.findings()] == [sentence]


def test_a_record_of_no_register_is_told_beside_a_broken_journal(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE step SET who = 'somebody' WHERE number = 1")
        raw.execute("UPDATE risk SET entry = 'nowhere' WHERE reference = 'R-01'")
        raw.commit()
    journal, risk = (str(problem) for problem in findings(path))
    assert "step 1" in journal
    assert "belongs to no register (row 1 of “risk”)" in risk


def test_an_index_and_the_tables_are_repaired_together(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM touch")
        raw.execute("DELETE FROM mitigation")
        raw.commit()
    assert len(findings(path)) == len(repair(path)) + 1
    assert findings(path) == []


def test_a_broken_journal_is_not_repaired_and_the_file_stays_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE step SET who = 'somebody' WHERE number = 1")
        raw.commit()
    before = path.read_bytes()
    with pytest.raises(DamagedStore, match="recover what is left"):
        repair(path)
    assert path.read_bytes() == before


def test_the_first_twenty_of_many_faults_are_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE step SET who = 'somebody' WHERE number = 1")
        raw.execute("UPDATE mitigation SET entry = 'nowhere'")
        raw.commit()
        assert [str(problem).count("belongs to no register") for problem in findings(path)] == [0, *[1] * 20]
        (before,) = raw.execute("SELECT sql FROM sqlite_schema WHERE name = 'risk'").fetchone()
        for schema in (before.replace("title TEXT", "title").replace("STRICT", ""), before):
            raw.execute("PRAGMA writable_schema = ON")
            raw.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'risk'", (schema,))
            raw.execute("PRAGMA writable_schema = RESET")
            if schema != before:
                raw.execute("UPDATE risk SET title = 5")
        raw.commit()
    assert [str(problem).count("value in risk.title") for problem in findings(path)] == [1] * 20
    with closing(sqlite3.connect(path)) as raw, pytest.raises(DamagedStore) as damage:
        require_health(path, raw, quick=True)
    assert len(damage.value.health.reasons) == 20


@pytest.mark.parametrize(
    ("health", "sound", "repairable"),
    [
        (Health(Path("a")), True, False),
        (Health(Path("a"), reasons=(PROBLEM,)), False, False),
        (Health(Path("a"), changes=(CHANGE,), records=({},)), False, True),
        (Health(Path("a"), index_problem=PROBLEM), False, True),
        (Health(Path("a"), reasons=(PROBLEM,), changes=(CHANGE,), records=({},)), False, False),
    ],
)
def test_what_the_journal_can_mend_is_repairable(health: Health, *, sound: bool, repairable: bool) -> None:
    assert (health.sound, health.repairable) == (sound, repairable)
    wrong = [*health.reasons, *health.changes, *filter(None, [health.index_problem])]
    assert len(list(health.findings())) == len(wrong)
    assert ("repair it" in str(DamagedStore(health))) == repairable


def test_a_store_that_takes_too_long_is_no_damaged_one(path: Path) -> None:
    with (
        closing(sqlite3.connect(path)) as raw,
        bounded(raw, -1),
        pytest.raises(sqlite3.OperationalError, match="interrupted"),
    ):
        health(path, raw)


def test_all_reasons_are_told_with_what_else_differs(path: Path) -> None:
    """What no Riskdesk writes, by the journal and in the tables, beside a change and a row that lies in nothing."""
    evil = to_record(Mitigation(entry="nowhere", description="\x07"))
    retell(path, going_on([["mitigation", evil["id"], None, evil]]))
    sentences = [str(problem) for problem in findings(path)]
    assert len(sentences) == 2
    assert "contains data that Riskdesk does not write" in sentences[0]
    assert "differs from the change history" in sentences[1]


def test_what_the_journal_itself_says_wrong_is_not_repaired(path: Path) -> None:
    """Its values may be none that the tables take, or lie in nothing once all is mended."""
    evil = to_record(Mitigation(entry="nowhere")) | {"position": -1}
    lost = to_record(Mitigation(entry="nowhere"))
    for record in (evil, lost):
        copy = path.with_name(f"{record['id']}.riskdesk")
        copy.write_bytes(path.read_bytes())
        retell(copy, going_on([["mitigation", record["id"], None, record]]))
        before = copy.read_bytes()
        with pytest.raises(DamagedStore):
            repair(copy)
        assert copy.read_bytes() == before


def test_a_step_that_is_none_is_named_with_what_else_lies_in_nothing(path: Path) -> None:
    retell(path, going_on("null"))
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE risk SET entry = 'nowhere' WHERE reference = 'R-01'")
        raw.commit()
    step, risk = (str(problem) for problem in findings(path))
    assert "step 4 of the change history contains data that Riskdesk does not write" in step
    assert "belongs to no register (row 1 of “risk”)" in risk


@pytest.mark.parametrize("tree", ["risk", "step", "touch", "touch_of_item"])
def test_a_page_that_is_gone_is_damage(path: Path, tree: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (tree,)).fetchone()
    content = path.read_bytes()
    path.write_bytes(content[: (page - 1) * 4096] + bytes(4096) + content[page * 4096 :])
    with closing(sqlite3.connect(path)) as raw:
        store_health = health(path, raw)
    assert (store_health.sound, store_health.repairable) == (False, False)
    assert all("is damaged (" in str(problem) for problem in store_health.findings())


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_store_of_an_older_format_is_sound_as_it_is(tmp_path: Path, number: int) -> None:
    original = Path(__file__).parents[1] / "data" / "stores" / f"format-{number}.riskdesk"
    (copy := tmp_path / "a.riskdesk").write_bytes(original.read_bytes())
    assert examine(copy).sound
    assert repair(copy) == ()
    assert copy.read_bytes() == original.read_bytes()


def test_tables_of_others_are_not_looked_through(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE more (x)")
    for look in (findings, examine, repair):
        with pytest.raises(FileProblem, match="the tables that Riskdesk makes"):
            look(path)


def lost(content: bytes, first: int, last: int) -> bytes:
    """A file whose pages from `first` on, before `last`, hold nothing any more."""
    return content[: first * 4096] + bytes((last - first) * 4096) + content[last * 4096 :]


def test_a_store_whose_pages_are_lost_is_damaged(path: Path) -> None:
    content = path.read_bytes()
    pages = len(content) // 4096
    for damaged in (*(lost(content, page, page + 1) for page in range(1, pages)), lost(content, 1, pages)):
        path.write_bytes(damaged)
        store_health = examine(path)
        assert (store_health.sound, store_health.repairable) == (False, False)
        assert all("open a backup, or recover what is left" in str(problem) for problem in findings(path))
        with pytest.raises(DamagedStore):
            repair(path)
    for look in (repair, require_checked):
        with pytest.raises(DamagedStore):
            look(path)


@pytest.mark.parametrize("spoilt", [b"CREATE TABLE risk", b"CREATE INDEX risk_of_reference"])
@pytest.mark.parametrize("sign", [b"\xff", b"("])
def test_a_store_whose_tables_are_not_told_any_more_is_damaged(path: Path, spoilt: bytes, sign: bytes) -> None:
    content = path.read_bytes()
    at = content.index(spoilt)
    path.write_bytes(content[:at] + sign + content[at + 1 :])
    assert not examine(path).sound
    with pytest.raises(DamagedStore):
        repair(path)


def test_a_repair_brings_back_what_lies_in_what_is_gone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        for table in ("mitigation", "risk", "entry", "category"):
            raw.execute(f"DELETE FROM {table}")
        raw.commit()
    assert {change.kind for change in repair(path)} == {"mitigation", "risk", "entry", "category"}
    assert findings(path) == []


def test_a_store_is_looked_through_while_another_program_has_it_open(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("DELETE FROM mitigation")
        assert examine(path).sound
        raw.execute("ROLLBACK")


def test_what_is_no_store_is_not_looked_through(path: Path) -> None:
    path.write_bytes(b"Dear all" * 1000)
    for look in (findings, repair):
        with pytest.raises(FileProblem, match="not a register file of Riskdesk"):
            look(path)
    assert not examine(path).sound


@pytest.mark.parametrize(
    ("undoes", "step"),
    [
        ([None, 1, 2], None),
        ([None, None, 2, 1, 4, 3], None),
        ([], None),
        ([None, 999], 2),
        ([None, 2], 2),
        ([3, None, None], 1),
        ([None, 1, 1], 3),
        ([None, 1, 2, 1], 4),
        ([None, 0], 2),
        ([None, -1], 2),
    ],
)
def test_a_step_takes_back_one_before_it_that_was_not_taken_back(undoes: list[int | None], step: int | None) -> None:
    assert wrongly_undone(enumerate(undoes, 1)) == step


@pytest.mark.parametrize("undoes", [999, 3, 1, 0, -5])
def test_a_journal_that_takes_back_what_it_cannot_is_damaged_and_salvaged(path: Path, undoes: int) -> None:
    with closing(Store.open(path, read_only=True)) as store:
        *before, last = store.steps()
        state = store.state()
    wrong = path.with_name("wrong.riskdesk")
    with pytest.raises(DamagedStore):
        copying.write(wrong, [*before, replace(last, undoes=undoes)])
    wrong.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(wrong)) as raw:
        (previous,) = raw.execute("SELECT previous FROM step WHERE number = 3").fetchone()
        row = journal.row_of(replace(last, undoes=undoes), previous)
        raw.execute("UPDATE step SET undoes = :undoes, hash = :hash WHERE number = 3", row)
        raw.commit()
    assert [str(problem) for problem in findings(wrong)] == [
        f"In {wrong}, step 3 of the change history takes back a step that cannot be taken back; open a backup, or"
        " recover what is left."
    ]
    with pytest.raises(DamagedStore):
        Store.open(wrong)
    assert not salvage(wrong, path.with_name("saved.riskdesk"), "me", Language.ENGLISH).history
    with closing(Store.open(path.with_name("saved.riskdesk"))) as store:
        assert store.state() == state


def test_a_wrong_undo_is_damage_before_the_journal_of_a_large_store_is_followed(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        require_health(path, raw, quick=True)
        raw.execute("UPDATE step SET undoes = 999 WHERE number = 2")
        with pytest.raises(DamagedStore) as damage:
            require_health(path, raw, quick=True)
    assert "step 2 of the change history" in " ".join(map(str, damage.value.health.findings()))


def test_one_identity_of_two_values_is_told(path: Path) -> None:
    with closing(Store.open(path, read_only=True)) as store:
        state = store.state()
        category = next(identity for kind, identity in state if kind == "category")
        entry = {"id": category, "category": category, "position": 77}
        steps = [*store.steps()]
    more = replace(steps[-1], number=len(steps) + 1, undoes=None, changes=(Change("entry", category, None, entry),))
    with pytest.raises(DamagedStore) as damage:
        copying.write(path.with_name("twice.riskdesk"), [*steps, more])
    (problem,) = damage.value.health.findings()
    assert "contains data that Riskdesk does not write" in str(problem)


def test_a_page_that_cannot_be_read_is_damage_for_a_quick_look_too(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'step'").fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    with path.open("rb+") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * 8)
    with closing(sqlite3.connect(path)) as raw, pytest.raises(DamagedStore):
        require_health(path, raw, quick=True)
