"""The command that imports files of other programs, as its users run it."""

import json
import shutil
from contextlib import closing

import pytest

from riskdesk.app.main import main
from riskdesk.desk.session import Session
from tests.domain.importing.scoring import REGISTERS

pytestmark = pytest.mark.usefixtures("english", "read_here")

FORM = REGISTERS / "03_three_tiers_two_periods.xlsx"


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "programme.riskdesk"
    assert main(["new", str(path)]) == 0
    return path


def titles(path):
    with closing(Session.open(path, "reader", read_only=True)) as session:
        return [register.title for register in session.registers()]


def test_a_workbook_is_added_as_a_register_in_one_step(store, capsys):
    assert main(["import", str(FORM), str(store)]) == 0
    assert "3 categories, 6 risks, 11 mitigations" in capsys.readouterr().out
    assert titles(store)[-1] == "HEALTH CARE IN PRISONS – OSTRANIA"
    with closing(Session.open(store, "writer")) as session:
        session.undo(session.registers()[-1].id)
        assert len(session.registers()) == 1


def test_a_register_without_a_title_is_called_so(store, tmp_path, capsys):
    document = tmp_path / "a.json"
    document.write_text('{"format": "riskdesk-register", "version": 1, "language": "en", "categories": []}')
    assert main(["import", str(document), str(store)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("Untitled register: 0 categories")
    assert main(["show", str(store)]) != 0
    assert "Untitled register (" in capsys.readouterr().err
    with closing(Session.open(store, "reader", read_only=True)) as session:
        new = session.registers()[-1]
    assert new.title == ""
    assert main(["show", str(store), "--register", new.id]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "Untitled register"


def test_a_dry_run_tells_each_row_with_its_place_and_changes_nothing(store, capsys):
    before = store.read_bytes()
    assert main(["import", str(FORM), str(store), "--dry-run"]) == 0
    output = capsys.readouterr().out
    for line in (
        "Sheet “Register”: Register: it has columns for risks and what belongs to them.",
        "  • R-06 Medical equipment cannot be serviced in the country [L3 I2]  (Sheet “Register”, A12)",
        "    → Cost a common pay scale with the Ministry of Health [30\u00a0June 2026]",
        "  Sheet “Register”, L8: “Immediately” is no date; it is in the note.",
        "  Sheet “Register”, L11: Which day is T0 (“T0+3 months”)? (t0 = –)",
        "  Sheet “Register”, I13: REDUCE – a row that is prepared and not filled in",
    ):
        assert line in output.splitlines()
    assert store.read_bytes() == before


def test_answers_and_a_mapping_make_it_repeatable(store, tmp_path, capsys):
    answers = tmp_path / "answers.json"
    answers.write_text('{"t0": "2026-01-15"}', "utf-8")
    assert main(["import", str(FORM), str(store), "--dry-run", "--json", "--answers", str(answers)]) == 0
    report = json.loads(capsys.readouterr().out)
    due = {mitigation["due_date"] for mitigation in _mitigations(report["register"]) if "due_date" in mitigation}
    assert "2026-04-15" in due
    mapping = tmp_path / "mapping.json"
    columns = report["mapping"]["tables"][1]["columns"]
    assert columns["Q"] == "note"
    columns["Q"] = "trigger"
    mapping.write_text(json.dumps(report), "utf-8")
    assert main(["import", str(FORM), str(store), "--dry-run", "--json", "--map", str(mapping)]) == 0
    again = json.loads(capsys.readouterr().out)
    assert "First costing discussed in May" in [risk.get("trigger") for risk in _risks(again["register"])]


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ('{"mapping": 3}', "mapping"),
        ('{"tables": {}}', "tables"),
        ('{"tables": [3]}', "tables"),
        ('{"tables": [{"columns": ["A"]}]}', "tables"),
        ('{"shapes": {"ref|risk": "A"}}', "shapes"),
        ('{"mapping": {"levels": "Low, High"}}', "levels"),
        ('{"levels": {"likelihood": "Low, High"}}', "levels"),
    ],
)
def test_a_mapping_that_is_none_is_refused_with_the_part_that_is_wrong(store, tmp_path, capsys, content, part):
    mapping = tmp_path / "mapping.json"
    mapping.write_text(content, "utf-8")
    assert main(["import", str(FORM), str(store), "--map", str(mapping)]) == 1
    problem = f"The mapping has “{part}” in another form than “--json” prints; correct it and try again."
    assert capsys.readouterr().err == f"riskdesk: {mapping}: {problem}\n"


@pytest.mark.parametrize("ending", ["json", "pdf", "xlsx", "csv"])
@pytest.mark.parametrize("more", [[], ["--dry-run"], ["--json"]])
def test_a_mapping_for_a_file_that_needs_none_is_told(store, tmp_path, capsys, ending, more):
    own, mapping = tmp_path / f"a.{ending}", tmp_path / "mapping.json"
    mapping.write_text('{"tables": []}', "utf-8")
    assert main(["export", str(store), str(own), "--register", titles(store)[0]]) == 0
    capsys.readouterr()
    command = ["import", str(own), str(store), "--dry-run", *more]
    assert main(command) == 0
    assert capsys.readouterr().err == ""
    told = f"riskdesk: {own} is a file of Riskdesk, which needs no mapping; --map has no effect.\n"
    for into in ([], ["--into", titles(store)[0]]):
        assert main([*command, "--map", str(mapping), *into]) == 0
        assert capsys.readouterr().err == told


def test_a_mapping_is_read_also_where_it_has_no_effect(store, tmp_path, capsys):
    own = tmp_path / "a.json"
    assert main(["export", str(store), str(own)]) == 0
    assert main(["import", str(own), str(store), "--map", str(tmp_path / "none.json")]) == 1
    assert "none.json" in capsys.readouterr().err


def test_an_answer_may_be_to_any_id(store, tmp_path, capsys):
    answers = tmp_path / "answers.json"
    answers.write_text('{"mapping": 3}', "utf-8")
    assert main(["import", str(FORM), str(store), "--answers", str(answers)]) == 0
    assert capsys.readouterr().err == "riskdesk: Nothing asks for what the answers say of “mapping”.\n"


def test_a_register_file_is_told_to_be_one(store, tmp_path, capsys):
    other = shutil.copyfile(store, tmp_path / "other.riskdesk")
    assert main(["import", str(other), str(store)]) == 1
    assert "is a register file, which is not imported: open it, or merge it" in capsys.readouterr().err
    assert len(titles(store)) == 1


def test_a_form_that_is_not_filled_in_is_told_to_hold_no_risk(store, tmp_path, capsys):
    form = tmp_path / "form.docx"
    assert main(["export", str(store), str(form)]) == 0
    assert main(["import", str(form), str(store)]) == 1
    assert f"No risk was found in {form}: Table 1: Register" in capsys.readouterr().err


def test_a_file_without_a_register_says_so(store, capsys):
    assert main(["import", str(REGISTERS / "11_matrix_only.xlsx"), str(store)]) == 1
    assert "No risk was found" in capsys.readouterr().err
    assert len(titles(store)) == 1


def test_a_reference_that_stands_twice_in_a_table_is_told_with_the_new_one(store, tmp_path, capsys):
    path = tmp_path / "a.csv"
    rows = ("ID;Risk;Likelihood;Impact;Mitigation", "A-1;Floods;High;Low;Dykes", "A-1;Fire;Low;Low;Hoses")
    path.write_text("\n".join(rows), "utf-8")
    for more in ((), ("--dry-run",)):
        assert main(["import", str(path), str(store), *more]) == 0
        assert "A-1 was given twice; the second is now R-01" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[1]", "does not hold one object of JSON"),
        ("{", "answers.json cannot be read: This is no JSON that can be read: it breaks off or is damaged at line 1"),
        ('{"a": NaN}', "answers.json cannot be read: This JSON has NaN at line 1, column 7"),
    ],
)
def test_answers_that_are_none_are_refused(store, tmp_path, capsys, content, message):
    answers = tmp_path / "answers.json"
    answers.write_text(content, "utf-8")
    assert main(["import", str(FORM), str(store), "--answers", str(answers)]) == 1
    assert message in capsys.readouterr().err


def test_answers_that_nothing_asks_for_are_told_in_one_sentence_and_others_are_not(store, tmp_path, capsys):
    answers = tmp_path / "answers.json"
    answers.write_text('{"t0": "2026-01-15", "t1": "2026-02-15", "risk/R-01/owner": "keep"}', "utf-8")
    for more in ((), ("--dry-run",), ("--dry-run", "--json")):
        assert main(["import", str(FORM), str(store), "--answers", str(answers), *more]) == 0
        message = capsys.readouterr().err
        assert message == "riskdesk: Nothing asks for what the answers say of “t1”, “risk/R-01/owner”.\n"


@pytest.mark.parametrize("answer", ["Low, Medium, High", "Minor, Medium, High"])
def test_an_answer_after_which_nothing_is_asked_any_more_was_asked_for(store, tmp_path, capsys, answer):
    path, answers = tmp_path / "a.csv", tmp_path / "answers.json"
    path.write_text("ID;Risk;Likelihood;Impact\nA-1;Floods;High;Low\nA-2;Fire;Low;Medium", "utf-8")
    answers.write_text(json.dumps({"scale:likelihood": answer}), "utf-8")
    assert main(["import", str(path), str(store), "--answers", str(answers)]) == 0
    assert capsys.readouterr().err == ""


def test_an_answer_that_is_none_of_the_choices_is_refused(store, tmp_path, capsys):
    path, answers = tmp_path / "a.csv", tmp_path / "answers.json"
    path.write_text("ID;Risk;Likelihood;Due\nA-1;Floods;High;03/04/2027\nA-2;Fire;Low;05/06/2027", "utf-8")
    assert main(["import", str(path), str(store), "--dry-run", "--json"]) == 0
    (question,) = (item for item in json.loads(capsys.readouterr().out)["questions"] if item["choices"])
    answers.write_text(json.dumps({question["id"]: "no idea"}), "utf-8")
    assert main(["import", str(path), str(store), "--answers", str(answers)]) == 1
    assert (
        f"“{question['id']}” is “no idea”; write one of these: {', '.join(question['choices'])}."
        in capsys.readouterr().err
    )
    assert len(titles(store)) == 1


def test_a_register_of_riskdesk_comes_in_as_before(store, tmp_path, capsys):
    document = tmp_path / "a.json"
    assert main(["export", str(store), str(document)]) == 0
    other = tmp_path / "other.riskdesk"
    shutil.copy(store, other)
    assert main(["import", str(document), str(other)]) == 0
    assert len(titles(other)) == 2
    answers = tmp_path / "answers.json"
    answers.write_text('{"scale": "yes"}', "utf-8")
    capsys.readouterr()
    assert main(["import", str(document), str(other), "--answers", str(answers)]) == 0
    assert capsys.readouterr().err == "riskdesk: Nothing asks for what the answers say of “scale”.\n"


def test_counts_of_nothing_are_not_told(store, tmp_path, capsys):
    whole, other = tmp_path / "a.csv", tmp_path / "b.csv"
    assert main(["export", str(store), str(whole)]) == 0
    other.write_text("Risk;Likelihood\nFloods;High\nFire;Low\nTheft;none of these", "utf-8")
    assert main(["import", str(whole), str(store)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert main(["import", str(other), str(store)]) == 0
    _, *counts, hint = capsys.readouterr().out.splitlines()
    assert "1 warning" in counts
    assert not any(count.startswith("0") for count in counts)
    assert hint == "--dry-run lists them all."


def test_names_in_json_that_no_register_has_are_told(store, tmp_path, capsys):
    document = tmp_path / "a.json"
    entries = [{"risks": [{"description": "Floods", "e-mail": "a@b", "cost": 3}]}]
    document.write_text(json.dumps({"title": "T", "categories": [{"title": "C", "entries": entries}]}), "utf-8")
    told = "File: Fields that Riskdesk does not know are left out: cost, e-mail."
    for more in (["--dry-run"], [], ["--into", "T", "--dry-run"], ["--into", "T"]):
        assert main(["import", str(document), str(store), *more]) == 0
        assert capsys.readouterr().out.splitlines().count(told) == 1
    assert main(["import", str(document), str(store), "--dry-run", "--json"]) == 0
    (warning,) = json.loads(capsys.readouterr().out)["warnings"]
    assert (warning["kind"], warning["found"]) == ("unknown_names", "cost, e-mail")


def _risks(register):
    return [risk for category in register["categories"] for entry in category["entries"] for risk in entry["risks"]]


def _mitigations(register):
    return [
        mitigation if isinstance(mitigation, dict) else {"description": mitigation}
        for category in register["categories"]
        for entry in category["entries"]
        for mitigation in entry["mitigations"]
    ]
