"""The command line, run as its users run it: arguments in, text and exit status out."""

import datetime
import json
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from riskdesk.app import speech
from riskdesk.app.main import main
from riskdesk.desk import mitigations, print_sets, risks
from riskdesk.desk.session import Session
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn
from riskdesk.domain.values import RiskStatus
from tests.app.in_turn import run_in_turn
from tests.systems import needs_any_name, not_on_windows

pytestmark = pytest.mark.usefixtures("english")

KAZAKHSTAN = json.loads((Path(__file__).parents[1] / "data" / "kazakhstan-2024-2027.json").read_text("utf-8"))


@pytest.fixture
def store(kazakhstan_store, tmp_path):
    return shutil.copyfile(kazakhstan_store, tmp_path / "programme.riskdesk")


def output(capsys):
    return capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize("page", ["ascii", "cp1252"])
def test_any_text_is_written_to_files_and_pipes_whatever_the_code_page(store, tmp_path, page):
    document = tmp_path / "a.json"
    assert main(["export", str(store), str(document)]) == 0
    document.write_text(document.read_text("utf-8").replace("Increased polarisation", "Тәуекел 中"), "utf-8")
    other = tmp_path / "other.riskdesk"
    title = json.loads(document.read_text("utf-8"))["title"]
    done = run_in_turn(
        {**os.environ, "PYTHONIOENCODING": page},
        ("new", str(other), "--template", "blank"),
        ("import", str(document), str(other)),
        ("show", str(other), "--register", title),
        ("export", str(other), str(tmp_path / "a.pdf"), "--register", title),
    )
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode("utf-8").strip()
    assert "Тәуекел 中" in text
    assert text.endswith("appear as “�”: 中")


@needs_any_name
def test_a_name_that_is_no_text_is_told_as_well(tmp_path):
    command = [sys.executable, "-m", "riskdesk", "show", os.fsencode(tmp_path) + b"/caf\xe9.riskdesk"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"riskdesk: There is no file")
    assert b"caf\\udce9" in done.stderr


@needs_any_name
@pytest.mark.parametrize("place", [b"caf\xe9.riskdesk", b"caf\xe9/a.riskdesk"])
def test_a_store_whose_name_is_no_text_is_worked_with(tmp_path, capsys, monkeypatch, place):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / os.fsdecode(b"donn\xe9es")))
    monkeypatch.setenv("LOGNAME", os.fsdecode(b"Ren\xe9"))
    path = tmp_path / os.fsdecode(place)
    assert main(["new", str(path), "--template", "kazakhstan-2024-2027"]) == 0
    document, copy = path.with_suffix(".json"), path.with_suffix(".copy.riskdesk")
    for arguments in (
        ["show", path],
        ["export", path, document],
        ["export", path, path.with_suffix(".pdf")],
        ["import", document, path],
        ["import", path.with_suffix(".pdf"), path],
        ["check", path],
        ["backup", path],
        ["restore", path],
        ["restore", path, "1", path.with_suffix(".restored.riskdesk")],
        ["salvage", path, copy],
        ["merge", path, copy],
        ["check", copy],
    ):
        assert main([str(argument) for argument in arguments]) == 0, capsys.readouterr()
    assert [name for name in path.parent.iterdir() if name.suffix in (".lock", ".part")] == []


def test_new_makes_a_store_and_never_over_a_file(store, capsys):
    before = store.read_bytes()
    assert main(["new", str(store)]) == 1
    assert str(store) in capsys.readouterr().err
    assert store.read_bytes() == before


def test_new_in_french_has_french_words(tmp_path, capsys):
    path = tmp_path / "programme.riskdesk"
    main(["new", str(path), "--template", "coe", "--language", "fr", "--title", "Priorités 2024-2027"])
    main(["show", str(path)])
    text = output(capsys)
    assert "ANNEXE II\u00a0: REGISTRE DES RISQUES" in text
    assert "Priorités 2024-2027" in text
    assert "5. Risques liés aux aspects financiers" in text


def test_an_unknown_template_is_named_with_those_there_are(tmp_path, capsys):
    assert main(["new", str(tmp_path / "x.riskdesk"), "--template", "nonsense"]) == 1
    assert "kazakhstan-2024-2027" in capsys.readouterr().err
    assert not (tmp_path / "x.riskdesk").exists()


def test_show_prints_every_text_of_the_register_in_order(store, capsys):
    main(["show", str(store)])
    text = " ".join(output(capsys).split())
    at = 0
    for category in KAZAKHSTAN["categories"]:
        at = text.index(category["title"], at)
        for entry in category["entries"]:
            for bullet in entry["risks"] + entry["mitigations"]:
                at = text.index(bullet, at)


def test_show_json_is_a_register_document_that_import_takes(store, tmp_path, capsys):
    main(["show", str(store), "--json"])
    source = tmp_path / "register.json"
    source.write_text(output(capsys), "utf-8")
    other = tmp_path / "other.riskdesk"
    main(["new", str(other), "--title", "Mine"])
    assert main(["import", str(source), str(other)]) == 0
    assert "31 risks" in output(capsys)
    main(["show", str(other), "--register", KAZAKHSTAN["title"], "--json"])
    again = json.loads(output(capsys))
    assert again | {"position": 0} == json.loads(source.read_text("utf-8")) | {"position": 0}


def test_a_dry_run_changes_nothing(store, tmp_path, capsys):
    source = tmp_path / "register.json"
    source.write_text('{"title": "New", "categories": []}', "utf-8")
    before = store.read_bytes()
    assert main(["import", str(source), str(store), "--dry-run"]) == 0
    assert "New" in output(capsys)
    assert store.read_bytes() == before


def test_a_dry_run_refuses_what_an_import_refuses(store, tmp_path, capsys):
    source = tmp_path / "register.json"
    source.write_text(
        '{"title": "New", "references": 2147483647, "categories": [{"entries": [{"risks": ["One more"]}]}]}', "utf-8"
    )
    before = store.read_bytes()
    for arguments in (["--dry-run"], []):
        assert main(["import", str(source), str(store), *arguments]) == 1
        assert "2147483648 (references given)" in capsys.readouterr().err
    assert store.read_bytes() == before


def test_importing_the_same_register_twice_makes_a_copy(store, tmp_path, capsys):
    main(["show", str(store), "--json"])
    source = tmp_path / "register.json"
    source.write_text(output(capsys), "utf-8")
    assert main(["import", str(source), str(store)]) == 0
    assert main(["show", str(store)]) == 1
    assert "--register" in capsys.readouterr().err


@pytest.mark.parametrize("out", ["register.pdf", "register.json"])
def test_export_writes_the_format_of_the_ending(store, tmp_path, out):
    assert main(["export", str(store), str(tmp_path / out)]) == 0
    starts = {"register.pdf": b"%PDF-", "register.json": b"{"}
    assert (tmp_path / out).read_bytes().startswith(starts[out])


def test_export_refuses_an_unknown_ending(store, tmp_path, capsys):
    assert main(["export", str(store), str(tmp_path / "register.odt")]) == 1
    assert ".pdf" in capsys.readouterr().err
    assert not (tmp_path / "register.odt").exists()


def test_templates_lists_all_three(capsys):
    assert main(["templates"]) == 0
    assert [line.split()[0] for line in output(capsys).splitlines()] == ["blank", "coe", "kazakhstan-2024-2027"]


def test_check_finds_the_gaps_and_fails_on_them_only_if_strict(store, capsys):
    assert main(["check", str(store)]) == 0
    lines = output(capsys).splitlines()
    place = lines.index("  Risks not assessed: 31")
    assert lines[place + 1].startswith("    R-01 Lack of sufficient commitment")
    assert lines[place + 32].startswith("  Risks without an owner")
    assert main(["check", str(store), "--strict"]) == 1


def test_check_fails_on_a_damaged_store(store, capsys):
    content = bytearray(store.read_bytes())
    at = content.index(b"Increased polarisation")
    content[at] ^= 1
    store.write_bytes(content)
    assert main(["check", str(store)]) == 1
    assert output(capsys)


def test_wrong_use_is_status_2(capsys):
    assert main(["export"]) == 2
    assert main(["--nonsense"]) == 2
    assert "usage" in capsys.readouterr().err


def test_a_file_that_is_no_store_is_one_sentence(tmp_path, capsys):
    path = tmp_path / "letter.riskdesk"
    path.write_text("Dear colleagues", "utf-8")
    assert main(["show", str(path)]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert str(path) in error
    assert path.read_text("utf-8") == "Dear colleagues"


def test_problems_are_told_in_the_language_of_the_system(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    speech.language.cache_clear()
    assert main(["show", str(tmp_path / "absent.riskdesk")]) == 1
    assert "est introuvable" in capsys.readouterr().err


def test_the_command_line_loads_neither_qt_nor_reportlab_to_show(store):
    code = (
        "import sys; from riskdesk.app.main import main; main(sys.argv[1:]);"
        "sys.exit(any(name in sys.modules for name in ('PySide6', 'reportlab')))"
    )
    done = subprocess.run([sys.executable, "-c", code, "show", str(store)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@not_on_windows("Windows always has a screen")
def test_without_a_screen_the_window_says_what_works_without_one(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "riskdesk"],
        env={"PATH": "", "HOME": str(tmp_path), "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "riskdesk export" in done.stderr


@pytest.mark.parametrize("kind", ["appendix", "working", "matrix", "summary"])
def test_each_kind_of_document_is_exported_and_read_back(store, tmp_path, kind):
    out = tmp_path / f"{kind}.pdf"
    assert main(["export", str(store), str(out), "--kind", kind, "--paper", "a3"]) == 0
    new = tmp_path / "new.riskdesk"
    assert main(["new", str(new)]) == 0
    assert main(["import", str(out), str(new)]) == 0


def test_a_column_that_does_not_exist_is_told(store, tmp_path, capsys):
    out = str(tmp_path / "a.pdf")
    assert main(["export", str(store), out, "--kind", "working", "--columns", "reference,evil"]) == 1
    assert "There is no column “evil”" in capsys.readouterr().err
    assert main(["export", str(store), out, "--kind", "working", "--columns", "reference, score"]) == 0


def test_a_print_set_is_printed_and_what_else_is_said_goes_before_it(store, tmp_path, capsys):
    how = Print(DocumentKind.WORKING, Paper.A3, Orientation.PORTRAIT, (PrintColumn.REFERENCE, PrintColumn.SCORE))
    with closing(Session.open(store, "me")) as session:
        session.run(print_sets.keep(session.registers()[0].id, "Board", how))
    out = tmp_path / "register.pdf"
    assert main(["export", str(store), str(out), "--print-set", "Board"]) == 0
    with PdfDocument(out) as document:
        assert [round(size) for size in document[0].get_size()] == [842, 1191]
        assert "Working risk register" in document[0].get_textpage().get_text_bounded()
        assert "Owner" not in document[0].get_textpage().get_text_bounded()
    assert main(["export", str(store), str(out), "--print-set", "Board", "--kind", "matrix", "--paper", "a4"]) == 0
    with PdfDocument(out) as document:
        assert [round(size) for size in document[0].get_size()] == [842, 595]
    assert main(["export", str(store), str(out), "--print-set", "Committee"]) == 1
    assert "“Committee”; it has: Board." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "count", "sentence"),
    [
        ("en_GB", 1, "1 closed or rejected risk is left out; --ended prints it."),
        ("en_GB", 2, "2 closed or rejected risks are left out; --ended prints them."),
        ("fr_FR", 1, "1 risque clos ou rejeté n’est pas repris\u202f; --ended l’imprime."),
        ("fr_FR", 2, "2 risques clos ou rejetés ne sont pas repris\u202f; --ended les imprime."),
    ],
)
def test_export_says_how_many_risks_are_left_out(store, tmp_path, capsys, monkeypatch, language, count, sentence):
    with closing(Session.open(store, "me")) as session:
        closed = list(session.tree(session.registers()[0].id).risks)[:count]
        for risk in closed:
            session.run(risks.edit(risk.id, status=RiskStatus.CLOSED))
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    speech.language.cache_clear()
    out = str(tmp_path / "a.pdf")
    assert main(["export", str(store), out]) == 0
    assert capsys.readouterr().out.strip() == sentence
    assert closed[0].description not in words_of(out)
    assert main(["export", str(store), out, "--ended"]) == 0
    assert main(["export", str(store), out, "--kind", "working", "--no-attach"]) == 0
    assert main(["export", str(store), str(tmp_path / "a.json")]) == 0
    assert capsys.readouterr().out == ""
    assert main(["show", str(store)]) == 0
    assert capsys.readouterr().out.count("[Closed]") == count


@pytest.fixture
def late(store):
    """A store in which the first mitigation was due on 28 September 2023."""
    with closing(Session.open(store, "me")) as session:
        first = next(session.tree(session.registers()[0].id).mitigations)
        session.run(mitigations.edit(first.id, due_date=datetime.date(2023, 9, 28)))
    return store


@pytest.mark.parametrize(
    ("options", "epoch", "day"),
    [
        (["--as-of", "2023-09-28"], None, datetime.date(2023, 9, 28)),
        (["--as-of", "2023-09-29"], "0", datetime.date(2023, 9, 29)),
        ([], "1696000000", datetime.date(2023, 9, 29)),
        ([], "0", datetime.date(1970, 1, 1)),
        ([], None, None),
    ],
)
def test_what_is_overdue_is_so_on_the_day_that_is_given(late, tmp_path, capsys, monkeypatch, options, epoch, day):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    day = day or datetime.date.today()
    out, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for file in (out, again):
        assert main(["export", str(late), str(file), "--kind", "summary", *options]) == 0
    assert out.read_bytes() == again.read_bytes()
    assert f"Mitigations overdue on {day.day} {day:%B %Y}" in words_of(out)
    is_late = day > datetime.date(2023, 9, 28)
    assert ("Mitigations overdue: 1" in words_of(out)) == is_late
    assert main(["check", str(late), *options]) == 0
    assert ("  Mitigations overdue: 1" in capsys.readouterr().out) == is_late


@pytest.mark.parametrize("command", [["check"], ["export", "a.pdf"]])
def test_a_day_that_is_none_is_told(store, tmp_path, capsys, command):
    name, *out = command
    assert main([name, str(store), *(str(tmp_path / file) for file in out), "--as-of", "30.11.2026"]) == 1
    assert "“30.11.2026” is no date; write it as year-month-day" in capsys.readouterr().err


def words_of(out):
    with PdfDocument(out) as document:
        return " ".join("".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_import_says_which_reference_was_given_anew(store, tmp_path, capsys):
    source = tmp_path / "a.json"
    bullets = [{"description": "a", "reference": "R-05"}, {"description": "b", "reference": "r-05 "}]
    source.write_text(json.dumps({"title": "In", "categories": [{"entries": [{"risks": bullets}]}]}), "utf-8")
    for arguments in (["--dry-run"], []):
        assert main(["import", str(source), str(store), *arguments]) == 0
        assert output(capsys).splitlines()[0] == "r-05 was given twice; the second is now R-06"


def test_merge_says_which_reference_was_given_anew(store, tmp_path, capsys):
    copy = shutil.copy(store, tmp_path / "copy.riskdesk")
    for path in (store, copy):
        with closing(Session.open(path, "me")) as session:
            entry = next(session.tree(session.registers()[0].id).entries).entry.id
            session.run(risks.add(entry, [str(path)]))
    assert main(["merge", str(store), str(copy)]) == 0
    assert "R-32 was given in both files; in what is merged it is now R-33" in output(capsys)
