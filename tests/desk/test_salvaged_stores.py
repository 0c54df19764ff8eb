"""What is left of a damaged store comes back, and the damaged file stays as it is."""

import random
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import copies, mitigations, print_sets, registers, risks, scales
from riskdesk.desk.remains import Doubt
from riskdesk.desk.salvage import Salvaged, salvage
from riskdesk.desk.salvage_report import _ranges, lines
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.printing import DocumentKind, Print, PrintColumn
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.replay import State
from riskdesk.domain.scale_record import scale_record
from riskdesk.domain.telling import Telling
from riskdesk.domain.values import Language
from riskdesk.store import journal
from riskdesk.store.check import findings
from riskdesk.store.store import Store

PAGE = 4096
LONG = "Қазақстан – " + "very long " * 12_000


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "a.riskdesk"
    with closing(Session.create(path, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        for number, risk in enumerate(list(session.tree(session.registers()[0].id).risks)[:8]):
            session.run(risks.edit(risk.id, note=f"Note {number}", likelihood=3, impact=1 + number % 5))
        session.run(risks.edit(risk.id, note=LONG))
        session.run(
            print_sets.keep(
                session.registers()[0].id, "Board", Print(DocumentKind.WORKING, columns=(PrintColumn.SCORE,))
            )
        )
        session.undo(None)
        session.redo(None)
    return path


def content(path: Path) -> State:
    with closing(Store.open(path, read_only=True)) as opened:
        return opened.state()


def report_lines(outcome: Salvaged) -> list[str]:
    return lines(outcome, Telling(Language.ENGLISH, lambda _context, text: text))


def zeroed(data: bytearray, page: int) -> bytearray:
    data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    return data


def saved(damaged: Path) -> State:
    before = damaged.read_bytes()
    new = damaged.with_name("new.riskdesk")
    salvage(damaged, new, "me", Language.ENGLISH)
    assert damaged.read_bytes() == before
    assert findings(new) == []
    return content(new)


def test_a_sound_store_comes_back_whole_with_its_history(store: Path, tmp_path: Path) -> None:
    outcome = salvage(store, tmp_path / "new.riskdesk", "me", Language.ENGLISH)
    assert (outcome.whole, outcome.history, outcome.findings, outcome.passed_over, outcome.lost) == (
        True,
        True,
        (),
        (),
        (),
    )
    assert report_lines(outcome)[1:] == ["The whole history was recovered."]
    assert content(tmp_path / "new.riskdesk") == content(store)
    with closing(Store.open(store)) as old, closing(Store.open(tmp_path / "new.riskdesk")) as new:
        assert new.steps() == old.steps()


@pytest.mark.parametrize("ending", [None, 100, PAGE])
def test_without_its_first_page_all_comes_back(store: Path, tmp_path: Path, ending: int | None) -> None:
    data = bytearray(store.read_bytes())
    data[: ending or PAGE] = bytes(ending or PAGE)
    (damaged := tmp_path / "damaged.riskdesk").write_bytes(data)
    assert saved(damaged) == content(store)


def test_rows_on_a_lost_page_come_back_from_the_journal(store: Path, tmp_path: Path) -> None:
    data = bytearray(store.read_bytes())
    for at in [at for at in range(0, len(data), PAGE) if data[at] == 13 and b"Note 3" in data[at : at + PAGE]]:
        if b'"note":"Note 3"' not in data[at : at + PAGE]:
            data[at : at + PAGE] = bytes(PAGE)
    (damaged := tmp_path / "damaged.riskdesk").write_bytes(data)
    assert saved(damaged) == content(store)


def test_without_a_journal_the_tables_come_back(store: Path, tmp_path: Path) -> None:
    data = bytearray(store.read_bytes())
    while (at := data.find(b'[["risk"')) >= 0 or (at := data.find(b'[["register"')) >= 0:
        data[at : at + 2] = b"##"
    (damaged := tmp_path / "damaged.riskdesk").write_bytes(data)
    assert saved(damaged) == content(store)


def test_what_differs_is_kept_and_told_with_both_values(store: Path, tmp_path: Path) -> None:
    (damaged := tmp_path / "damaged.riskdesk").write_bytes(store.read_bytes())
    with closing(sqlite3.connect(damaged)) as raw:
        raw.execute("UPDATE risk SET note = 'Mote 2' WHERE note = 'Note 2'")
        raw.commit()
    outcome = salvage(damaged, tmp_path / "new.riskdesk", "me", Language.ENGLISH)
    (doubt,) = outcome.findings
    assert (doubt.doubt, doubt.field, doubt.now, doubt.other) == (Doubt.DIFFERS, "note", "Mote 2", "Note 2")
    assert report_lines(outcome)[-2:] == [
        "Found in two versions, in the tables and in the change history; please compare: 1",
        "– risk R-03 · note: “Mote 2” was kept, not “Note 2”",
    ]
    assert "Mote 2" in {record.get("note") for record in content(tmp_path / "new.riskdesk").values()}


def test_a_text_longer_than_any_is_passed_over(store: Path, tmp_path: Path) -> None:
    damaged = shutil.copyfile(store, tmp_path / "damaged.riskdesk")
    with closing(sqlite3.connect(damaged)) as raw:
        raw.execute("PRAGMA synchronous = OFF")
        raw.execute("UPDATE risk SET note = hex(zeroblob(32000001)) WHERE rowid = 1")
        raw.commit()
    assert saved(damaged) == content(store)


def harmed(store: Path, tmp_path: Path, *harms: tuple[bytes, bytes], journal: bool = True) -> Path:
    """The store with bytes of its tables replaced by as many others, with or without its journal."""
    path = tmp_path / "damaged.riskdesk"
    path.write_bytes(store.read_bytes())
    if not journal:
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("PRAGMA secure_delete = ON")
            raw.execute("DELETE FROM step")
            raw.commit()
    data = path.read_bytes()
    for old, new in harms:
        assert len(old) == len(new)
        # In the journal, a quote or a colon stands before each value.
        data = re.sub(rb"(?<![\":])" + re.escape(old), lambda _, new=new: new, data)
    assert data != store.read_bytes()
    path.write_bytes(data)
    return path


def salvaged(damaged: Path) -> Salvaged:
    before = damaged.read_bytes()
    outcome = salvage(damaged, damaged.with_name("new.riskdesk"), "me", Language.ENGLISH)
    assert damaged.read_bytes() == before
    assert findings(damaged.with_name("new.riskdesk")) == []
    assert content(damaged.with_name("new.riskdesk")) == outcome.state
    return outcome


def test_a_garbled_text_is_what_the_journal_says_and_named(store: Path, tmp_path: Path) -> None:
    outcome = salvaged(harmed(store, tmp_path, (b"Note 3", b"Not\xff 3")))
    (doubt,) = outcome.findings
    assert (doubt.doubt, doubt.now, doubt.other) == (Doubt.REPLACED, "Note 3", "Not\ufffd 3")
    assert outcome.state == content(store)
    assert report_lines(outcome)[-1] == "– risk R-04 · note: “Note 3” in place of “Not\ufffd 3”"


def test_a_garbled_text_of_which_no_step_tells_is_kept_and_named(store: Path, tmp_path: Path) -> None:
    outcome = salvaged(harmed(store, tmp_path, (b"Note 3", b"Not\xff 3"), journal=False))
    (doubt,) = [finding for finding in outcome.findings if finding.doubt is Doubt.GARBLED]
    assert (doubt.field, doubt.now, outcome.state[doubt.key]["note"]) == ("note", "Not\ufffd 3", "Not\ufffd 3")
    assert "– risk R-04 · note: “Not\ufffd 3”" in report_lines(outcome)
    assert [finding.key for finding in outcome.findings if finding.doubt is Doubt.UNVOUCHED] == list(outcome.state)


def test_only_the_garbled_field_is_taken_from_the_journal(store: Path, tmp_path: Path) -> None:
    """The step that wrote the last note is lost; what else it tells of the risk is older than its row."""
    path = harmed(store, tmp_path, (b"Note 3", b"Not\xff 3"))
    with closing(sqlite3.connect(path)) as raw:
        (number,) = raw.execute("SELECT number FROM step WHERE changes LIKE '%Note 3%'").fetchone()
    path.write_bytes(path.read_bytes().replace(b'"note":"Note 3"', b'"note":"Note 9"'))
    outcome = salvaged(path)
    assert outcome.lost == (number,)
    assert f"Steps of the change history that are lost: 1 ({number})." in report_lines(outcome)
    doubts = {finding.field: (finding.doubt, finding.now, finding.other) for finding in outcome.findings}
    assert doubts["note"] == (Doubt.REPLACED, "", "Not\ufffd 3")
    assert doubts["likelihood"] == (Doubt.DIFFERS, 3, None)


def test_a_sign_of_damage_that_was_typed_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.riskdesk"
    with closing(Session.create(path, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        session.run(risks.edit(next(session.tree(session.registers()[0].id).risks).id, note="pasted \ufffd"))
    assert salvaged(path).findings == ()


@pytest.mark.parametrize(
    ("column", "value", "field"),
    [
        ("likelihood", 0, "likelihood"),
        ("position", -(2**40), "position"),
        ("impact", 2**40, "impact"),
        ("status", "?", "status"),
    ],
)
@pytest.mark.parametrize("journal", [True, False])
def test_what_no_table_takes_does_not_keep_the_rest_from_coming_back(
    store: Path, tmp_path: Path, column: str, value: object, field: str, *, journal: bool
) -> None:
    path = harmed(store, tmp_path, (b"Note 3", b"Note 4"), journal=journal)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute(f"UPDATE risk SET {column} = ? WHERE reference = 'R-02'", (value,))
        raw.commit()
    outcome = salvaged(path)
    (doubt,) = [finding for finding in outcome.findings if finding.field == field]
    assert (doubt.doubt, doubt.other) == (Doubt.REPLACED if journal else Doubt.EMPTIED, value)
    assert outcome.count("risk") == 31


# One is garbled; with the others, no document of the register could be read.
WRONG_SCALES = [('{"bands":', '{bands":"'), ('"en":"Medium"', '"en":"High"'), ('"upto":16', '"upto":3')]


@pytest.mark.parametrize("harm", WRONG_SCALES)
@pytest.mark.parametrize(("told_of", "doubt"), [(True, Doubt.REPLACED), (False, Doubt.EMPTIED)])
def test_a_scale_that_cannot_be_read_is_the_journals_or_the_usual_one(
    store: Path, tmp_path: Path, doubt: Doubt, harm: tuple[str, str], *, told_of: bool
) -> None:
    path = harmed(store, tmp_path, (b"Note 3", b"Note 4"), journal=told_of)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE register SET scale = replace(scale, ?, ?)", harm)
        raw.commit()
    outcome = salvaged(path)
    assert [finding.doubt for finding in outcome.findings if finding.field == "scale"] == [doubt]
    (register,) = [record for (kind, _), record in outcome.state.items() if kind == "register"]
    assert register["title"].startswith("Neighbourhood")
    assert register["scale"] == scale_record(scales.profile(scales.DEFAULT))


def test_what_it_lies_in_is_the_journals_where_nothing_else_is_there(store: Path, tmp_path: Path) -> None:
    risk = next(record for (kind, _), record in content(store).items() if kind == "risk")
    at = (risk["id"] + risk["entry"]).encode()
    outcome = salvaged(harmed(store, tmp_path, (at, at[:-1] + (b"a" if at[-1:] != b"a" else b"b"))))
    (doubt,) = outcome.findings
    assert (doubt.doubt, doubt.field, doubt.now) == (Doubt.REPLACED, "entry", risk["entry"])
    assert outcome.state == content(store)


def test_a_row_under_another_identity_is_named_beside_the_right_one(store: Path, tmp_path: Path) -> None:
    risk = next(record for (kind, _), record in content(store).items() if kind == "risk")
    at = (risk["id"] + risk["entry"]).encode()
    other = (b"a" if at[:1] != b"a" else b"b") + at[1:]
    outcome = salvaged(harmed(store, tmp_path, (at, other)))
    assert {(finding.doubt, finding.key[1]) for finding in outcome.findings if finding.field is None} == {
        (Doubt.RESTORED, risk["id"]),
        (Doubt.UNVOUCHED, other[:36].decode()),
    }


def test_the_whole_history_is_not_told_of_where_later_steps_may_be_lost(store: Path, tmp_path: Path) -> None:
    """What is left fits together, though the last step and what it brought in are gone."""
    (path := tmp_path / "damaged.riskdesk").write_bytes(store.read_bytes())
    with closing(Session.open(path, "me")) as session:
        before = len(session._store.steps())
        entry = next(session.tree(session.registers()[0].id).entries).entry.id
        session.run(mitigations.add(entry, ["Later"]))
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA secure_delete = ON")
        raw.execute("DELETE FROM mitigation WHERE description = 'Later'")
        raw.execute("DELETE FROM step WHERE number > ?", (before,))
        raw.commit()
        (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'step_that_undoes'").fetchone()
    path.write_bytes(zeroed(bytearray(path.read_bytes()), page))
    outcome = salvaged(path)
    assert (outcome.history, outcome.whole, outcome.findings) == (True, False, ())
    assert f"The history was recovered up to step {before}, of" in report_lines(outcome)[1]
    with closing(Store.open(tmp_path / "new.riskdesk")) as new:
        assert len(new.steps()) == before


def test_steps_of_another_journal_are_no_history(store: Path, tmp_path: Path) -> None:
    """Each step is whole, and one is not built on the one before it."""
    (path := tmp_path / "damaged.riskdesk").write_bytes(store.read_bytes())
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        row = dict(raw.execute("SELECT * FROM step WHERE number = 3").fetchone()) | {"who": "another"}
        del row["hash"]
        raw.execute("UPDATE step SET who = 'another', hash = ? WHERE number = 3", (journal._hash(row),))
        raw.commit()
    outcome = salvaged(path)
    assert (outcome.history, outcome.findings, outcome.lost, outcome.passed_over) == (False, (), (), ())


def test_what_is_lost_but_for_an_edit_is_told(store: Path, tmp_path: Path) -> None:
    path = harmed(store, tmp_path, (b"Note 3", b"Note 4"))
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM step WHERE number = 1")
        raw.execute("DELETE FROM risk WHERE reference = 'R-04'")
        raw.commit()
    outcome = salvaged(path)
    gone = [(finding.field, finding.other) for finding in outcome.findings if finding.doubt is Doubt.GONE]
    assert ("note", "Note 3") in gone
    assert any(line.endswith("· note: “Note 3”") for line in report_lines(outcome))


def test_long_texts_are_told_from_where_they_differ(store: Path, tmp_path: Path) -> None:
    (path := tmp_path / "damaged.riskdesk").write_bytes(store.read_bytes())
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE risk SET note = note || 'more' WHERE length(note) > 10000")
        raw.commit()
    line = report_lines(salvaged(path))[-1]
    assert "very long more” was kept, not “…" in line
    assert len(line) < 250


@pytest.mark.parametrize(("numbers", "words"), [((3,), "3"), ((1, 2, 3), "1–3"), ((1, 3, 4, 9), "1, 3–4, 9")])
def test_the_numbers_of_steps_are_told_in_words(numbers: tuple[int, ...], words: str) -> None:
    assert _ranges(numbers) == words


def test_what_is_too_long_for_one_step_comes_back(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "LONGEST_STEP", 10_000)
    outcome = salvaged(harmed(store, tmp_path, (b"Note 3", b"Note 4")))
    assert not outcome.history
    with closing(Store.open(tmp_path / "new.riskdesk")) as new:
        assert len(new.steps()) > 3


def test_what_lies_in_nothing_is_gathered_under_a_heading(store: Path, tmp_path: Path) -> None:
    (damaged := tmp_path / "damaged.riskdesk").write_bytes(store.read_bytes())
    with closing(sqlite3.connect(damaged)) as raw:
        # Whether SQLite wipes what it deletes is up to who built it.
        raw.execute("PRAGMA secure_delete = ON")
        raw.execute("DELETE FROM step")
        raw.execute("DELETE FROM category WHERE position = 1")
        raw.execute("DELETE FROM entry WHERE position = 0")
        raw.commit()
    outcome = salvage(damaged, tmp_path / "new.riskdesk", "me", Language.ENGLISH)
    lost = [finding.key for finding in outcome.findings if finding.doubt is Doubt.HEADING]
    assert {kind for kind, _ in lost} == {"category", "entry"}
    assert all(finding.doubt in (Doubt.HEADING, Doubt.UNVOUCHED) for finding in outcome.findings)
    assert len(outcome.findings) == len(outcome.state)
    after = content(tmp_path / "new.riskdesk")
    assert findings(tmp_path / "new.riskdesk") == []
    old = content(store)
    for kind in ("risk", "mitigation"):
        texts = sorted(record["description"] for (record_kind, _), record in old.items() if record_kind == kind)
        assert (
            sorted(record["description"] for (record_kind, _), record in after.items() if record_kind == kind) == texts
        )
    assert "Recovered" in {record["title"] for (kind, _), record in after.items() if kind == "category"}


def test_nothing_at_all_is_told_and_no_file_made(tmp_path: Path) -> None:
    (damaged := tmp_path / "damaged.riskdesk").write_bytes(bytes(20 * PAGE))
    with pytest.raises(FileProblem, match="Nothing"):
        salvage(damaged, tmp_path / "new.riskdesk", "me", Language.ENGLISH)
    assert [path.name for path in tmp_path.iterdir()] == ["damaged.riskdesk"]


def one_byte(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] = chance.randrange(256)


def garbage(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    data[at : at + 64] = chance.randbytes(len(data[at : at + 64]))


def zero_page(data: bytearray, chance: random.Random) -> None:
    zeroed(data, 1 + chance.randrange(len(data) // PAGE))


def swapped_page(data: bytearray, chance: random.Random) -> None:
    target, source = chance.randrange(len(data) // PAGE), chance.randrange(len(data) // PAGE)
    data[target * PAGE : (target + 1) * PAGE] = data[source * PAGE : (source + 1) * PAGE]


def cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data) // 4, len(data)) :]


@pytest.mark.slow
@pytest.mark.parametrize("harm", [one_byte, garbage, zero_page, swapped_page, cut])
def test_whatever_the_damage_the_new_store_is_sound_and_almost_all_is_there(
    store: Path, tmp_path: Path, harm: Callable[[bytearray, random.Random], None]
) -> None:
    truth, intact, total = content(store), 0, 0
    for seed in range(12):
        data = bytearray(store.read_bytes())
        harm(data, random.Random(seed))
        damaged, new = tmp_path / "damaged.riskdesk", tmp_path / f"{seed}.riskdesk"
        damaged.write_bytes(data)
        salvage(damaged, new, "me", Language.ENGLISH)
        assert findings(new) == []
        after = content(new)
        intact += sum(after.get(key) == record for key, record in truth.items())
        total += len(truth)
    assert intact / total > (0.5 if harm is cut else 0.98)


@pytest.fixture(params=[4, 5, 6])
def older_store(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A store with views, waivers, and a mitigation of which all is told, as in an older print set."""
    stores = Path(__file__).parents[1] / "data/stores"
    return shutil.copyfile(stores / f"format-{request.param}.riskdesk", tmp_path / "kept.riskdesk")


def test_what_has_the_columns_of_another_kind_comes_back_as_what_it_was(older_store: Path, tmp_path: Path) -> None:
    outcome = salvage(older_store, tmp_path / "new.riskdesk", "me", Language.ENGLISH)
    assert (outcome.whole, outcome.history, outcome.findings) == (True, True, ())
    assert content(tmp_path / "new.riskdesk") == content(older_store)


@pytest.mark.parametrize("also", ["UPDATE waiver SET reason = ''", "UPDATE saved_view SET listing = ''"])
def test_each_row_of_which_no_step_tells_is_of_the_kind_that_it_fits_best(older_store: Path, also: str) -> None:
    before = content(older_store)
    with closing(sqlite3.connect(older_store)) as raw:
        raw.execute("PRAGMA secure_delete = ON")
        raw.execute("DELETE FROM step")
        known = "SELECT 1 FROM sqlite_schema WHERE name = 'waiver'"
        if raw.execute(known).fetchone():
            raw.execute("DELETE FROM waiver WHERE gap NOT IN ('no_owner', 'no_due_date')")
            raw.execute(also)
        raw.commit()
    after = saved(older_store)
    assert {key for key in before if key[0] != "waiver"} == {key for key in after if key[0] != "waiver"}
    assert {record["gap"] for (kind, _), record in after.items() if kind == "waiver"} <= {"no_owner", "no_due_date"}
