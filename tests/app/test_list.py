"""The list on the command line: columns, order, filters, and one sentence for what there is not."""

import csv
import io
import json
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from riskdesk.app.main import main
from riskdesk.desk import mitigations, risks
from riskdesk.desk.session import Session
from riskdesk.domain.values import RiskStatus

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def store(kazakhstan_store: Path, tmp_path: Path) -> Path:
    path = tmp_path / "programme.riskdesk"
    path.write_bytes(kazakhstan_store.read_bytes())
    session = Session.open(path, "me")
    tree = session.tree(session.registers()[0].id)
    first, second, third, *_ = tree.risks
    session.run(risks.edit(first.id, likelihood=5, impact=4, owner="Anna Keller", next_review=date(2026, 1, 1)))
    session.run(risks.edit(second.id, likelihood=2, impact=2, owner="Marat"))
    session.run(risks.edit(third.id, status=RiskStatus.CLOSED, description="\x1b[31mred".replace("\x1b", "␛")))
    session.run(mitigations.edit(next(tree.mitigations).id, due_date=date(2026, 1, 1), action_owner="Anna Keller"))
    session.close()
    return path


def listed(capsys, store: Path, *arguments: str) -> str:
    assert main(["list", str(store), *arguments]) == 0
    return capsys.readouterr().out


def refused(capsys, store: Path, *arguments: str) -> str:
    assert main(["list", str(store), *arguments]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    return output.err


def test_every_risk_is_a_line_below_heads(capsys, store):
    heads, rule, *lines = listed(capsys, store).splitlines()
    assert heads.split() == [
        "Reference",
        "Description",
        "Category",
        "Band",
        "Residual",
        "band",
        "Owner",
        "Status",
        "Next",
        "review",
    ]
    assert set(rule) == {"─", " "}
    assert len(lines) == 31
    assert lines[0].startswith("R-01")
    assert "20 Very high" in lines[0]
    assert "1 Jan 2026" in lines[0]


def test_a_long_text_stands_whole_and_makes_no_other_line_long(capsys, store):
    with closing(Session.open(store, "me")) as session:
        _, _, _, fourth, *_ = session.tree(session.registers()[0].id).risks
        session.run(risks.edit(fourth.id, description="long " * 20_000 + "end"))
    output = listed(capsys, store)
    assert "long end" in output
    assert len(output) < 200_000


def test_columns_are_those_asked_for_in_that_order(capsys, store):
    heads, _, first, *_ = listed(capsys, store, "--columns", "owner, reference,band,owner").splitlines()
    assert heads.split() == ["Owner", "Reference", "Band"]
    assert first.split() == ["Anna", "Keller", "R-01", "20", "Very", "high"]


@pytest.mark.parametrize(
    ("filters", "references"),
    [
        (["owner=anna keller"], "R-01"),
        (["owner=Anna Keller", "owner=Marat"], "R-01 R-02"),
        (["band=very high"], "R-01"),
        (["band=Très élevé"], "R-01"),
        (["band=extreme"], None),
        (["band=4"], "R-01"),
        (["likelihood=2"], "R-02"),
        ([" status = closed "], "R-03"),
        (["status=none", "assessed=yes"], "R-01 R-02"),
        (["band=vide", "status=closed"], "R-03"),
        (["owner=None", "status=closed"], "R-03"),
        (["owner=Marat", "owner=vide", "assessed=yes"], "R-02"),
        (["status=Closed"], "R-03"),
        (["status=Clos"], "R-03"),
        (["ended=yes"], "R-03"),
        (["ended=closed or rejected"], "R-03"),
        (["cell=5,4"], "R-01"),
        (["review=overdue"], "R-01"),
        (["assessed=yes", "owner=Marat"], "R-02"),
        (["text=␛[31mRED"], "R-03"),
    ],
)
def test_filters_are_told_by_codes_or_words(capsys, store, filters, references):
    arguments = [part for text in filters for part in ("--filter", text)]
    if references is None:
        assert "choose among Low, Medium, High, Very high" in refused(capsys, store, *arguments)
        return
    _, _, *lines = listed(capsys, store, *arguments, "--as-of", "2026-11-28", "--columns", "reference").splitlines()
    assert " ".join(lines) == references


def test_several_keys_sort_and_a_minus_descends(capsys, store):
    _, _, *lines = listed(capsys, store, "--sort=- band , reference", "--columns", "reference").splitlines()
    assert lines[:4] == ["R-01", "R-02", "R-03", "R-04"]
    _, _, *lines = listed(capsys, store, "--sort=band,-reference", "--columns", "reference").splitlines()
    assert lines[:4] == ["R-02", "R-01", "R-31", "R-30"]


def test_mitigations_and_groups(capsys, store):
    output = listed(
        capsys, store, "--mitigations", "--filter", "due=overdue", "--group", "owner", "--as-of", "2026-11-28"
    )
    _, _, group, line = output.splitlines()
    assert group == "Anna Keller (1)"
    assert "Anna Keller" in line
    assert "1 Jan 2026" in line


def test_json_and_csv_are_for_other_programs(capsys, store):
    records = json.loads(
        listed(capsys, store, "--json", "--columns", "reference,likelihood", "--filter", "owner=Marat")
    )
    assert [(record["reference"], record["likelihood"]) for record in records] == [("R-02", 2)]
    text = listed(capsys, store, "--csv", "--columns", "reference,description")
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 32
    assert rows[3] == ["R-03", "␛[31mred"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--columns", "reference,ownr"], "There is no field “ownr” in this list; did you mean “owner”?"),
        (["--sort", "due_date"], "There is no field “due_date” in this list"),
        (["--columns", "OWNER"], "did you mean “owner”?"),
        (["--sort=-bnad"], "did you mean “band”?"),
        (["--filter", "statu=closed"], "did you mean “status”?"),
        (["--filter", "zzz=1"], "choose among text, category"),
        (["--filter", "owner"], "“owner” is no filter; write it as FIELD=VALUE"),
        (["--filter", "status=shut"], "“shut” is no value of status; choose among Proposed"),
        (["--filter", "review=vide"], "“vide” is no value of review"),
        (["--filter", "assessed=maybe"], "choose among Yes, No"),
        (["--filter", "cell=high"], "“high” is no pair of levels"),
        (["--filter", f"cell={'9' * 5_000},1"], "is no pair of levels"),
        (["--filter", "cell=٤,٣"], "“٤,٣” is no pair of levels"),
        (["--filter", "likelihood=6"], "“6” is no value of likelihood"),
        (["--group", "status"], "There is no field “status” in this list"),
        (["--as-of", "soon"], "“soon” is no date"),
        (["--register", "Other"], "There is no such register"),
    ],
)
def test_what_there_is_not_is_told_in_a_sentence(capsys, store, arguments, sentence):
    message = refused(capsys, store, *arguments)
    assert sentence in message
    assert message.count("\n") == 1


def test_nothing_that_matches_is_said(capsys, store):
    assert listed(capsys, store, "--filter", "text=zzz") == "Nothing in the register matches.\n"
    assert json.loads(listed(capsys, store, "--filter", "text=zzz", "--json")) == []


def test_a_file_that_is_none_is_told(capsys, tmp_path):
    assert main(["list", str(tmp_path / "none.riskdesk")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("names", ["", ",", " , "])
def test_where_no_column_is_named_there_are_the_usual_ones(capsys, store, names):
    assert listed(capsys, store, "--columns", names) == listed(capsys, store)
