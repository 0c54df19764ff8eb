"""The command that imports, where a file is to come into a register that exists."""

import json
from contextlib import closing

import pytest

from riskdesk.app.main import main
from riskdesk.desk.session import Session

pytestmark = pytest.mark.usefixtures("english", "read_here")

TITLE = "Neighbourhood Co-operation Priorities with Kazakhstan 2024-2027"
HEADS = "No;Category;Risk;Likelihood;Impact;Owner;Mitigation\n"
FEARS = (
    "R-01;Risks related to the political and institutional context;Lack of sufficient commitment and co-ordination"
    " among national actors and relevant stakeholders to advance legislative and/or institutional reforms;4;5;Anna;"
    "Meet the ministers\n"
)
NEW = "R-99;Risks related to communication;Journalists are not invited;2;3;;\n"


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "programme.riskdesk"
    assert main(["new", str(path), "--template", "kazakhstan-2024-2027"]) == 0
    return path


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(HEADS + FEARS + NEW, "utf-8")
    return path


def tree(path):
    with closing(Session.open(path, "reader", read_only=True)) as session:
        assert len(session.registers()) == 1
        return session.tree(session.registers()[0].id)


def take_in(source, store, *more):
    return main(["import", str(source), str(store), "--into", TITLE, *more])


def answers(tmp_path, choices):
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(choices), "utf-8")
    return ["--answers", str(path)]


def test_a_dry_run_tells_each_difference_with_its_key(store, source, capsys):
    before = store.read_bytes()
    assert take_in(source, store, "--dry-run") == 0
    lines = capsys.readouterr().out.splitlines()
    for line in (
        "File: Register: it has columns for risks and what belongs to them.",
        "risk R-01 · owner: (empty) → “Anna”  (risk/R-01/owner = take)",
        "risk R-01 · likelihood: (empty) → “4 High”  (risk/R-01/likelihood = take)",
        "mitigation added: “Meet the ministers”  (mitigation/+1 = take)",
        "risk added: “Journalists are not invited”  (risk/+2 = take)",
        "risk R-02 is not in the file  (risk/R-02 = keep)",
    ):
        assert line in lines, lines
    assert lines[-1].startswith(f"{TITLE}: ")
    assert store.read_bytes() == before


def test_what_differs_comes_in_as_one_step_and_the_same_again_changes_nothing(store, source, capsys):
    before = tree(store)
    assert take_in(source, store) == 0
    risks = {risk.reference: risk for risk in tree(store).risks}
    assert (risks["R-01"].owner, risks["R-01"].likelihood, risks["R-01"].impact) == ("Anna", 4, 5)
    assert risks["R-99"].description == "Journalists are not invited"
    assert len(risks) == len(list(before.risks)) + 1
    assert "added" in capsys.readouterr().out
    content = store.read_bytes()
    assert take_in(source, store) == 0
    assert store.read_bytes() == content
    with closing(Session.open(store, "writer")) as session:
        session.undo(before.register.id)
        assert [risk.description for risk in session.tree(before.register.id).risks] == [
            risk.description for risk in before.risks
        ]


def test_answers_choose_what_is_taken_and_kept(store, source, tmp_path, capsys):
    choices = {"risk/R-01/owner": "keep", "risk/+2": "keep", "risk/R-02": "take", "risk/R-77/owner": "take"}
    assert take_in(source, store, "--dry-run", *answers(tmp_path, choices)) == 0
    assert capsys.readouterr().err == "riskdesk: Nothing asks for what the answers say of “risk/R-77/owner”.\n"
    assert take_in(source, store, *answers(tmp_path, choices)) == 0
    risks = {risk.reference: risk for risk in tree(store).risks}
    assert risks["R-01"].owner == ""
    assert risks["R-01"].likelihood == 4
    assert not {"R-02", "R-99"} & risks.keys()


def test_a_choice_that_is_none_is_refused(store, source, tmp_path, capsys):
    assert take_in(source, store, *answers(tmp_path, {"risk/R-01/owner": "yes"})) == 1
    assert "“risk/R-01/owner” is “yes”; write “take”" in capsys.readouterr().err


def test_levels_of_another_scale_become_what_the_answers_say(store, tmp_path, capsys):
    source = tmp_path / "small.csv"
    # Of five levels, “Low” is the second; the file says that there are three.
    source.write_text(
        HEADS.replace("Likelihood;Impact", "Likelihood (Low/Medium/High);Impact (Low/Medium/High)")
        + FEARS.replace("4;5", "Medium;High") + NEW.replace("2;3", "Low;Low"), "utf-8",
    )  # fmt: skip
    assert take_in(source, store, "--json", "--dry-run") == 0
    assert json.loads(capsys.readouterr().out)["comparison"]["levels"] == {"likelihood": [1, 3, 5], "impact": [1, 3, 5]}
    more = answers(tmp_path, {"levels:likelihood": [1, 2, 3], "levels:impact": "1, -, 4"})
    assert take_in(source, store, *more) == 0
    risks = {risk.reference: risk for risk in tree(store).risks}
    assert (risks["R-01"].likelihood, risks["R-01"].impact) == (2, 4)


def test_levels_of_which_the_file_does_not_say_more_are_those_of_the_register(store, tmp_path):
    source = tmp_path / "words.csv"
    source.write_text(HEADS + FEARS.replace("4;5", "Medium;Élevé") + NEW.replace("2;3", "Low;Low"), "utf-8")
    assert take_in(source, store) == 0
    risks = {risk.reference: risk for risk in tree(store).risks}
    assert [(risks[reference].likelihood, risks[reference].impact) for reference in ("R-01", "R-99")] == [
        (3, 4),
        (2, 2),
    ]


def test_json_tells_it_to_other_programs(store, source, capsys):
    assert take_in(source, store, "--json", "--dry-run") == 0
    report = json.loads(capsys.readouterr().out)
    rows = {row["key"]: row for row in report["comparison"]["rows"]}
    assert {"key": "risk/R-01/owner", "field": "owner", "here": "", "found": "Anna", "choice": "take"} in (
        rows["risk/R-01"]["differences"]
    )
    assert rows["risk/R-01"]["match"] == "reference"
    assert rows["risk/+2"]["state"] == "new"
    assert report["places"][rows["risk/+2"]["found"]]
    assert rows["risk/R-02"] == {
        "key": "risk/R-02", "kind": "risk", "state": "missing", "here": rows["risk/R-02"]["here"], "choice": "keep",
    }  # fmt: skip


@pytest.mark.parametrize("ending", [".json", ".pdf"])
def test_our_own_export_changes_nothing(store, tmp_path, capsys, ending):
    out = tmp_path / f"out{ending}"
    assert main(["export", str(store), str(out)]) == 0
    capsys.readouterr()
    content = store.read_bytes()
    assert take_in(out, store) == 0
    assert capsys.readouterr().out == f"{TITLE}: nothing to change\n"
    assert store.read_bytes() == content


def test_a_register_that_is_not_there_is_said_so(store, source, capsys):
    assert main(["import", str(source), str(store), "--into", "Nowhere"]) == 1
    assert "There is no such register" in capsys.readouterr().err
