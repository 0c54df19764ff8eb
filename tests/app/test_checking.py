"""`riskdesk check`: gaps under their kinds, as text and as JSON; hints alone are no failure."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from riskdesk.app.main import main
from riskdesk.desk import items, mitigations, registers, risks, waivers
from riskdesk.desk.session import Session
from riskdesk.domain.values import MitigationStatus

WHOLE = {"likelihood": 1, "impact": 1, "owner": "Anna", "next_review": None}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A register with a risk and a mitigation that lack nothing."""
    path = tmp_path / "a.riskdesk"
    assert main(["new", str(path), "--template", "kazakhstan-2024-2027", "--title", "Programme"]) == 0
    with closing(Session.open(path, "me")) as session:
        first, *others = session.tree(session.registers()[0].id).entries
        risk, *more_risks = first.risks
        mitigation, *more_mitigations = first.mitigations
        session.run(
            items.delete([other.entry.id for other in others] + [item.id for item in (*more_risks, *more_mitigations)])
        )
        session.run(risks.edit(risk.id, description="Fraud", **WHOLE))
        session.run(mitigations.edit(mitigation.id, status=MitigationStatus.DONE))
    return path


def edit(file: Path, **fields: Any) -> str:
    with closing(Session.open(file, "me")) as session:
        risk = next(session.tree(session.registers()[0].id).risks)
        session.run(risks.edit(risk.id, **fields))
    return risk.id


def read_json(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_where_nothing_is_missing_nothing_is_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", str(file), "--strict"]) == 0
    assert capsys.readouterr().out.count("\n") == 1


@pytest.mark.parametrize(
    ("fields", "line", "status"),
    [
        ({"owner": ""}, "Risks without an owner: 1", 1),
        ({"description": "Political situation"}, "Hint: risks that name a topic and no event: 1", 0),
        ({"next_review": "2026-12-01"}, "Risks to review within 30 days: 1", 0),
        ({"next_review": "2026-11-27"}, "Risks whose review date has passed: 1", 1),
    ],
)
def test_strict_counts_gaps_and_no_hints(
    file: Path, capsys: pytest.CaptureFixture[str], fields: dict[str, str], line: str, status: int
) -> None:
    values = {name: date(text) if name == "next_review" else text for name, text in fields.items()}
    edit(file, **values)
    capsys.readouterr()
    assert main(["check", str(file), "--strict", "--as-of", "2026-11-28"]) == status
    assert f"  {line}\n    R-01 " in capsys.readouterr().out
    assert main(["check", str(file), "--as-of", "2026-11-28"]) == 0


def date(text: str) -> Any:
    from datetime import date

    return date.fromisoformat(text)


def test_as_json_it_says_the_same(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    risk = edit(file, owner="", description="Two\nlines")
    capsys.readouterr()
    assert main(["check", str(file), "--json", "--strict"]) == 1
    report = read_json(capsys)
    assert (report["file"], report["problems"]) == (str(file), [])
    (register,) = report["registers"]
    assert register["title"] == "Programme"
    assert register["gaps"] == [
        {
            "kind": "no_owner",
            "title": "Risks without an owner",
            "counts": True,
            "items": [{"id": risk, "reference": "R-01", "description": "Two\nlines"}],
        }
    ]
    assert main(["check", str(file), "--json", "--repair"]) == 0
    assert read_json(capsys)["repaired"] == 0


def test_what_is_like_another_one_is_told_with_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Session.open(file, "me")) as session:
        entry = next(session.tree(session.registers()[0].id).entries)
        session.run(risks.add(entry.entry.id, ["FRAUD."]))
    capsys.readouterr()
    assert main(["check", str(file)]) == 0
    assert "    R-32 FRAUD. (like R-01)\n" in capsys.readouterr().out


def test_what_is_waived_is_told_with_its_reason_and_is_no_failure(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(file, owner="")
    with closing(Session.open(file, "me")) as session:
        session.run(waivers.waive(session.registers()[0].id, "no_owner", "Agreed by the\nCommittee"))
    capsys.readouterr()
    assert main(["check", str(file), "--strict"]) == 0
    line = "  Not looked for: Risks without an owner – Agreed by the Committee\n"
    assert capsys.readouterr().out.endswith(line)
    assert main(["check", str(file), "--json", "--strict"]) == 0
    (register,) = read_json(capsys)["registers"]
    assert register["gaps"] == []
    waived = {"kind": "no_owner", "title": "Risks without an owner", "reason": "Agreed by the\nCommittee"}
    assert register["waived"] == [waived]


def test_a_text_of_several_lines_takes_one(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(file, owner="", description="Two\nlines")
    capsys.readouterr()
    assert main(["check", str(file)]) == 0
    assert "    R-01 Two lines\n" in capsys.readouterr().out


def test_each_register_has_its_own_gaps(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Session.open(file, "me")) as session:
        session.run(registers.duplicate(session.registers()[0].id))
    edit(file, owner="")
    capsys.readouterr()
    assert main(["check", str(file), "--json"]) == 0
    assert [len(register["gaps"]) for register in read_json(capsys)["registers"]] == [1, 0]


def test_of_a_damaged_file_the_damage_alone_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = bytearray(file.read_bytes())
    content[content.index(b"Fraud")] ^= 1
    file.write_bytes(content)
    capsys.readouterr()
    assert main(["check", str(file), "--json"]) == 1
    report = read_json(capsys)
    assert report["problems"]
    assert report["registers"] == []
    assert main(["check", str(file)]) == 1
    *problems, way_out = capsys.readouterr().out.splitlines()
    assert problems == report["problems"]
    assert way_out == "At the command line: “riskdesk check --repair”."


def test_of_a_file_that_cannot_be_repaired_other_commands_are_told(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", str(file)]) == 0
    file.write_bytes(file.read_bytes()[:40_000])
    assert main(["check", str(file)]) == 1
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "“riskdesk restore” lists its backups.",
        "At the command line: “riskdesk salvage”.",
    ]


@pytest.mark.parametrize("content", [b"", b"something else altogether" * 1000])
def test_of_what_is_no_register_file_any_more_the_backups_are_told(
    file: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", str(file)]) == 0
    file.write_bytes(content)
    assert main(["check", str(file)]) == 1
    assert capsys.readouterr().err.endswith("left as it is. “riskdesk restore” lists its backups.\n")
    other = file.rename(file.with_name("other.riskdesk"))
    assert main(["check", str(other)]) == 1
    assert capsys.readouterr().err.endswith("left as it is.\n")


def test_of_what_is_only_left_of_a_register_file_both_ways_out_are_told(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", str(file)]) == 0
    with closing(sqlite3.connect(file)) as store:
        store.execute("PRAGMA application_id = 1")
    assert main(["show", str(file)]) == 1
    assert capsys.readouterr().err.endswith(
        "“riskdesk restore” lists its backups. At the command line: “riskdesk salvage”.\n"
    )
