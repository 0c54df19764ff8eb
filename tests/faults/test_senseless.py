"""A journal may have right hashes and tell what no Riskdesk ever wrote: one sentence, whoever reads it, and no harm."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.app.main import main
from riskdesk.desk import registers, risks
from riskdesk.desk.copies import Copy
from riskdesk.desk.salvage import salvage
from riskdesk.desk.salvage_report import lines
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain import touch
from riskdesk.domain.problems import Problem
from riskdesk.domain.records import to_record
from riskdesk.domain.step import NoStep
from riskdesk.domain.telling import Telling
from riskdesk.domain.values import Language, Risk
from riskdesk.store import journal
from riskdesk.store.check import findings
from riskdesk.store.damage import DamagedStore
from riskdesk.store.store import Store
from tests.faults.senseless import SENSELESS, SOME, WHOLE, Retelling, edited, going_on, passing, retell, scale_with

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("good") / "good.riskdesk"
    with closing(Session.create(path, "me")) as session:
        tree = template("kazakhstan-2024-2027", Language.ENGLISH)
        session.run(registers.add(replace(tree, categories=tree.categories[:1])))
    return path


@pytest.fixture(params=SOME)
def senseless(request: pytest.FixtureRequest, good: Path, tmp_path: Path) -> Path:
    path = Path(shutil.copy(good, tmp_path / "a.riskdesk"))
    retell(path, SENSELESS[request.param])
    return path


@pytest.mark.parametrize("name", SENSELESS)
def test_the_step_is_named_and_what_is_left_is_saved(good: Path, tmp_path: Path, name: str) -> None:
    path = Path(shutil.copy(good, tmp_path))
    retell(path, SENSELESS[name])
    before = path.read_bytes()
    assert [str(problem) for problem in findings(path)] == [
        f"In {path}, step 2 of the change history contains data that Riskdesk does not write; open a backup, or"
        " recover what is left."
    ]
    with pytest.raises(DamagedStore):
        Store.open(path)
    assert [other.name for other in tmp_path.iterdir()] == [path.name]
    report = salvage(path, tmp_path / "saved.riskdesk", "me", Language.ENGLISH)
    # What is of another coding is garbled when it is read without SQLite.
    assert (report.history, (*report.passed_over, *report.lost)) == (False, (2,))
    assert report.passed_over or "coding" in name or "bytes" in name
    assert ": 1 (2)." in " ".join(lines(report, Telling(Language.ENGLISH, lambda _context, text: text)))
    assert findings(tmp_path / "saved.riskdesk") == []
    with closing(Store.open(good, read_only=True)) as whole:
        assert report.state == whole.state()
    assert path.read_bytes() == before


def test_each_command_says_one_sentence(senseless: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, before = str(senseless), senseless.read_bytes()
    other = str(shutil.copy(good, senseless.with_name("other.riskdesk")))
    document = str(senseless.with_name("a.json"))
    assert main(["export", other, document]) == 0
    capsys.readouterr()
    for arguments in (
        ["show", store],
        ["show", store, "--json"],
        ["export", store, str(senseless.with_name("out.pdf"))],
        ["export", store, str(senseless.with_name("out.json"))],
        ["import", document, store],
        ["import", document, store, "--dry-run"],
        ["backup", store],
        ["check", store, "--repair"],
        ["merge", store, other],
        ["merge", other, store],
    ):
        assert main(arguments) == 1
        output = capsys.readouterr()
        assert output.out == ""
        assert output.err.count("\n") == 1
        assert store in output.err
    assert main(["check", store]) == 1
    assert "step 2 of the change history" in "".join(capsys.readouterr())
    assert main(["salvage", store, str(senseless.with_name("saved.riskdesk"))]) == 0
    assert senseless.read_bytes() == before


def test_a_session_that_has_the_store_open_is_told(senseless: Path, good: Path) -> None:
    """Another program writes the step while the store is open, and it is asked for everything there is to ask."""
    path = Path(shutil.copy(good, senseless.with_name("open.riskdesk")))
    with closing(Session.open(path, "me")) as session:
        register = session.registers()[0].id
        risk = next(session.tree(register).risks).id
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("ATTACH ? AS other", (str(senseless),))
            raw.execute("INSERT INTO step SELECT * FROM other.step WHERE number = 2")
            raw.commit()
        calls: list[Callable[[], object]] = [
            session.read_changes_of_others,
            lambda: session.run(risks.edit(risk, note="mine")),
            lambda: session.undo(register),
            lambda: session.redo(register),
            lambda: session.undo(None),
            lambda: session.send(Copy(), path.with_name("sent.riskdesk")),
            lambda: session.send(Copy(history=False), path.with_name("sent.riskdesk")),
            lambda: session.rescue(path.with_name("rescued.riskdesk")),
            lambda: session.merge(good),
            session.changed_at,
            lambda: session.undoable(register),
            session.differences,
            session.back_up,
        ]
        for ask in calls:
            with suppress(Problem):
                ask()
        with pytest.raises(Problem):
            session.read_changes_of_others()
        with pytest.raises(Problem):
            session.run(risks.edit(risk, note="mine"))
    assert not path.with_name("sent.riskdesk").exists()


SOUND = [
    going_on(passing("risk", WHOLE["risk"])),
    going_on(passing("snapshot", WHOLE["snapshot"])),
    going_on(edited({"note": "\\ud800"}, {"note": "\\ud800 \U0001f600"})),
    going_on(edited({"likelihood": None}, {"likelihood": 2**62})),
    going_on(passing("risk", {name: WHOLE["risk"][name] for name in ("id", "entry", "description")})),
    going_on(passing("register", WHOLE["register"] | {"scale": scale_with(name="\x1b[31m\0")})),
    going_on(passing("risk", WHOLE["risk"]), at="1970-01-02T00:00:00.000+00:00"),
    going_on(passing("risk", WHOLE["risk"]), at="2999-12-31T23:59:59.999+00:00"),
    going_on("[]", undoes=1),
]


@pytest.mark.parametrize("retelling", SOUND)
def test_what_some_riskdesk_may_have_written_is_read(good: Path, tmp_path: Path, retelling: Retelling) -> None:
    path = Path(shutil.copy(good, tmp_path))
    retell(path, retelling)
    assert all("contains data that" not in str(problem) for problem in findings(path))


@pytest.mark.parametrize("at", ["1970-01-02T00:00:00.000+00:00", "2999-12-31T23:59:59.999+00:00"])
def test_a_document_is_made_of_what_was_changed_at_the_ends_of_time(good: Path, tmp_path: Path, at: str) -> None:
    path = Path(shutil.copy(good, tmp_path))
    retell(path, going_on(passing("risk", WHOLE["risk"]), at=at))
    assert findings(path) == []
    assert main(["export", str(path), str(tmp_path / "out.pdf")]) == 0


def test_what_an_older_riskdesk_adds_while_the_store_is_open_is_completed(good: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(good, tmp_path))
    with closing(Session.open(path, "me")) as session:
        tree = session.tree(session.registers()[0].id)
        risk = to_record(Risk(entry=next(tree.entries).entry.id, position=99))
        added = {name: risk[name] for name in ("id", "entry", "position")}
        retell(path, going_on([["risk", added["id"], None, added]]))
        with closing(sqlite3.connect(path)) as raw:
            raw.execute(f"INSERT INTO risk VALUES ({', '.join('?' * len(risk))})", tuple(risk.values()))
            raw.execute("INSERT INTO touch VALUES (?, 2, ?)", (tree.register.id, risk["id"]))
            raw.commit()
        session.read_changes_of_others()
        assert added["id"] in {risk.id for risk in session.tree(tree.register.id).risks}


def test_a_hash_of_another_coding_is_told_to_whoever_has_the_store_open(good: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(good, tmp_path))
    with closing(Session.open(path, "me")) as session, closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE step SET hash = CAST(x'ff' AS TEXT)")
        raw.commit()
        with pytest.raises(Problem):
            session.read_changes_of_others()


def test_the_copy_of_an_empty_store_by_an_older_riskdesk_is_read(tmp_path: Path) -> None:
    with closing(Session.create(tmp_path / "a.riskdesk", "me")) as session:
        path = session.path
        session.run(registers.add(template("coe", Language.FRENCH)))
        session.undo(None)

    def emptied(rows: list[dict[str, object]]) -> None:
        del rows[1:]
        rows[0]["changes"] = "[]"

    retell(path, emptied)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM touch")
        raw.commit()
    assert findings(path) == []


def test_a_step_that_touches_more_than_a_store_holds_is_no_step(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(touch, "MOST_TOUCHES", 1000)
    path = Path(shutil.copy(good, tmp_path))
    many = [WHOLE["register"] | {"id": f"r{number}"} for number in range(50)]
    changes = [["register", record["id"], None, record] for record in many] + [
        ["register", record["id"], record, None] for record in many
    ]
    retell(path, going_on(changes))
    assert ["step 2 of the change history contains" in str(problem) for problem in findings(path)] == [True]


ROW = {"number": 7, "at": "2026-11-28T08:00:00+00:00", "who": "", "label": "", "undoes": 6, "changes": "[]"}


@pytest.mark.parametrize(
    "other",
    [
        {"number": 0},
        {"number": -7, "undoes": -8},
        {"number": 1_000_001},
        {"undoes": None},
        {"undoes": 7},
        {"undoes": 0},
        {"undoes": "6"},
        {"who": None},
        {"label": b""},
        {"at": None},
        {"changes": None},
        {"changes": "{}"},
        {"changes": '""'},
        {"changes": '[["risk",5,{"note":""},{"note":""}]]'},
    ],
)
def test_a_row_is_read_alone_too(other: dict[str, object]) -> None:
    assert journal.step_of(ROW).undoes == 6
    with pytest.raises(NoStep, match=r"Step -?\d+ of the change history contains data that Riskdesk"):
        journal.step_of(ROW | other)
