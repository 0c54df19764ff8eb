"""The command that tells what happened, newest first."""

import json
import re
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from riskdesk.app.main import main
from riskdesk.desk import copies, items, registers, risks
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.text import short
from riskdesk.domain.values import Language

MOMENT = re.compile(r"\d+\u00a0\w+ \d{4}, \d\d:\d\d")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("log") / "a.riskdesk"
    with closing(Session.create(path, "Élise")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        first, second = list(session.tree(session.registers()[0].id).risks)[:2]
        session.run(risks.edit(first.id, owner="<b>Anna</b>", likelihood=4))
        session.who = "Marat"
        session.run(risks.edit(first.id, note="A note"))
        session.undo(session.registers()[0].id)
        session.run(items.delete([second.id]))
    return path


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(made, tmp_path / "a.riskdesk")


def output_lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return MOMENT.sub("NOW", capsys.readouterr().out).splitlines()


def log(store: Path, *arguments: str) -> int:
    return main(["log", str(store), *arguments])


def test_the_log_tells_what_happened_to_a_risk(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert log(store, "r-01 ") == 0
    assert output_lines(capsys)[:8] == [
        "NOW · Marat · Undone: Edit risk",
        "    Note: “A note” → (empty)",
        "NOW · Marat · Edit risk (undone)",
        "    Note: (empty) → “A note”",
        "NOW · Élise · Assess risk",
        "    Likelihood: (empty) → “4 High”",
        "    Owner: (empty) → “<b>Anna</b>”",
        "NOW · Élise · New register",
    ]


def test_the_log_tells_what_happened_in_the_register(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert log(store) == 0
    lines = output_lines(capsys)
    assert lines[0] == "NOW · Marat · Delete risk"
    assert lines[1].startswith("    risk removed: “")
    assert [line for line in lines if line.startswith("NOW")] == [
        "NOW · Marat · Delete risk",
        "NOW · Marat · Undone: Edit risk",
        "NOW · Marat · Edit risk (undone)",
        "NOW · Élise · Assess risk",
        "NOW · Élise · New register",
    ]
    assert re.match(r"    and \d+ more change", lines[-1])
    assert "    risk R-01 · likelihood: (empty) → “4 High” · owner: (empty) → “<b>Anna</b>”" in lines


def test_a_deleted_risk_is_found_by_its_reference(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert log(store, "R-02") == 0
    assert output_lines(capsys)[:2] == ["NOW · Marat · Delete risk", "    Deleted"]


@pytest.mark.parametrize(
    ("arguments", "steps"),
    [
        (["--who", "elise"], 2),
        (["--who", "Marat"], 3),
        (["--since", "2020-01-01"], 5),
        (["--since", "9999-12-31"], 0),
        (["--since", "0001-01-01"], 5),
        (["R-01", "--who", "Marat"], 2),
    ],
)
def test_the_log_is_narrowed_by_who_and_when(
    store: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], steps: int
) -> None:
    assert log(store, *arguments, "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == steps


def test_the_risk_may_come_after_options(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert log(store, "R-01", "--who", "marat") == 0
    expected = output_lines(capsys)
    assert log(store, "--who", "marat", "R-01") == 0
    assert output_lines(capsys) == expected
    assert log(store, "--who", "marat", "R-01", "R-02") == 2
    assert "unrecognized arguments: R-02" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["--since", "2198-12-31"], ["R-05", "--who", "Marat"], ["R-01", "--since", "2198-12-31"]]
)
def test_the_log_says_that_nothing_matches(
    store: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert log(store, *arguments) == 0
    assert output_lines(capsys) == ["Nothing in the history matches."]
    assert log(store, *arguments, "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(("since", "notes"), [("2028-01-01", ["2030", "2100"]), ("2031-01-01", ["2100"])])
def test_what_a_wrong_clock_dated_is_found_by_its_date(
    store: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    since: str,
    notes: list[str],
) -> None:
    with closing(Session.open(store, "me")) as session:
        first = next(session.tree(session.registers()[0].id).risks)
        for year in (2100, 1990, 2030, 2027):
            at = datetime(year, 6, 1, tzinfo=UTC).timestamp()
            monkeypatch.setattr("time.time", lambda at=at: at)
            session.run(risks.edit(first.id, note=str(year)))
        monkeypatch.undo()
    for references in ([], ["R-01"]):
        assert log(store, *references, "--since", since, "--json") == 0
        steps = json.loads(capsys.readouterr().out)
        assert [step["changes"][0]["after"]["note"] for step in steps] == notes


def test_as_json_nothing_is_left_out(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert log(store, "--json") == 0
    steps = json.loads(capsys.readouterr().out)
    assert [(step["number"], step["who"], step["undoes"]) for step in steps] == [
        (5, "Marat", None),
        (4, "Marat", 3),
        (3, "Marat", None),
        (2, "Élise", None),
        (1, "Élise", None),
    ]
    with closing(Session.open(store, "me", read_only=True)) as session:
        assert len(steps[-1]["changes"]) == len(session.history.step(1).changes)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["R-99"], "The register has and had no item “R-99”; give a reference such as R-01, or an id."),
        (["'; DROP TABLE step"], "The register has and had no item “'; DROP TABLE step”; give a reference"),
        (["--since", "99999-01-01"], "“99999-01-01” is no date; write it as year-month-day"),
        (["--who", "Nobody"], "“Nobody” has taken no step in this register; these have: Élise, Marat."),
        (["--register", "Other"], "There is no such register in"),
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(
    store: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], problem: str
) -> None:
    assert log(store, *arguments) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert problem in err
    assert err.count("\n") == 1


def test_the_log_says_where_the_history_begins_later(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.riskdesk"
    with closing(Session.open(store, "me")) as session:
        session.send(copies.Copy(history=False, names=False), copy)
    assert log(copy, "R-01") == 0
    lines = output_lines(capsys)
    assert lines[0] == "NOW · – · Copy"
    assert lines[-1].startswith("The history of this file begins on ")


@pytest.mark.parametrize("arguments", [["--since", ""], [""], [" "]])
def test_what_is_left_empty_does_not_stand_for_all(
    store: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Session.open(store, "me")) as session:
        first = next(iter(session.tree(session.registers()[0].id).risks))
        session.run(risks.edit(first.id, reference=""))
    assert log(store, *arguments) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.count("\n") == 1


@pytest.mark.parametrize("command", [["log"], ["list"], ["show"]])
def test_a_file_without_a_register_says_so(
    tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.riskdesk"
    Session.create(path, "A").close()
    assert main([*command, str(path)]) == 1
    assert capsys.readouterr().err == f"riskdesk: {path} holds no register yet.\n"


def test_what_is_deleted_by_now_is_named_where_it_was_edited(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Session.open(store, "Marat")) as session:
        third = list(session.tree(session.registers()[0].id).risks)[1]
        session.run(risks.edit(third.id, note="A note"))
        session.run(items.delete([third.id]))
    assert log(store) == 0
    assert "    risk R-03 · note: (empty) → “A note”" in output_lines(capsys)


def test_an_entry_without_risks_is_named_by_its_first_mitigation(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Session.open(store, "Marat")) as session:
        entry = next(session.tree(session.registers()[0].id).entries)
        session.run(items.delete([risk.id for risk in entry.risks]))
        session.run(items.delete([entry.entry.id]))
    assert log(store) == 0
    assert f"    entry removed: “{short(entry.mitigations[0].description)}”" in output_lines(capsys)
