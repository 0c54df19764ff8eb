"""What is left of a damaged store comes back, and the damaged file stays as it is."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import print_sets, registers, risks
from riskdesk.desk.salvage import report, salvage
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.printing import Column, Kind, Print
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.replay import State
from riskdesk.domain.values import Language
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
        session.run(print_sets.keep(session.registers()[0].id, "Board", Print(Kind.WORKING, columns=(Column.SCORE,))))
        session.undo(None)
        session.redo(None)
    return path


def content(path: Path) -> State:
    with closing(Store.open(path, read_only=True)) as opened:
        return opened.state()


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
    found = salvage(store, tmp_path / "new.riskdesk", "me", Language.ENGLISH)
    assert (found.history, found.restored, found.doubtful, found.lost) == (True, (), (), ())
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
    found = salvage(damaged, tmp_path / "new.riskdesk", "me", Language.ENGLISH)
    (change,) = found.doubtful
    assert (change.before, change.after) == ({"note": "Note 2"}, {"note": "Mote 2"})
    assert any("“Mote 2”" in str(told) and "“Note 2”" in str(told) for told in report(found))
    assert "Mote 2" in {record.get("note") for record in content(tmp_path / "new.riskdesk").values()}


def test_what_lies_in_nothing_is_gathered_under_a_heading(store: Path, tmp_path: Path) -> None:
    (damaged := tmp_path / "damaged.riskdesk").write_bytes(store.read_bytes())
    with closing(sqlite3.connect(damaged)) as raw:
        raw.execute("DELETE FROM step")
        raw.execute("DELETE FROM category WHERE position = 1")
        raw.execute("DELETE FROM entry WHERE position = 0")
        raw.commit()
    found = salvage(damaged, tmp_path / "new.riskdesk", "me", Language.ENGLISH)
    assert {kind for kind, _ in found.lost} == {"category", "entry"}
    after = content(tmp_path / "new.riskdesk")
    assert findings(tmp_path / "new.riskdesk") == []
    old = content(store)
    for kind in ("risk", "mitigation"):
        texts = sorted(record["description"] for (found, _), record in old.items() if found == kind)
        assert sorted(record["description"] for (found, _), record in after.items() if found == kind) == texts
    assert "Salvaged" in {record["title"] for (kind, _), record in after.items() if kind == "category"}


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
    one, other = chance.randrange(len(data) // PAGE), chance.randrange(len(data) // PAGE)
    data[one * PAGE : (one + 1) * PAGE] = data[other * PAGE : (other + 1) * PAGE]


def cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data) // 4, len(data)) :]


@pytest.mark.slow
@pytest.mark.parametrize("harm", [one_byte, garbage, zero_page, swapped_page, cut])
def test_whatever_the_damage_the_new_store_is_sound_and_almost_all_is_there(
    store: Path, tmp_path: Path, harm: Callable[[bytearray, random.Random], None]
) -> None:
    truth, found, there = content(store), 0, 0
    for seed in range(12):
        data = bytearray(store.read_bytes())
        harm(data, random.Random(seed))
        damaged, new = tmp_path / "damaged.riskdesk", tmp_path / f"{seed}.riskdesk"
        damaged.write_bytes(data)
        salvage(damaged, new, "me", Language.ENGLISH)
        assert findings(new) == []
        after = content(new)
        found += sum(after.get(key) == record for key, record in truth.items())
        there += len(truth)
    assert found / there > (0.5 if harm is cut else 0.98)
