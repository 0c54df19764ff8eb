"""The command line, run as its users run it: arguments in, text and exit status out."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from riskdesk.app import speech
from riskdesk.app.main import main
from riskdesk.desk import print_sets
from riskdesk.desk.session import Session
from riskdesk.domain.printing import Column, Kind, Orientation, Paper, Print

KAZAKHSTAN = json.loads((Path(__file__).parents[1] / "data" / "kazakhstan-2024-2027.json").read_text("utf-8"))


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    speech.language.cache_clear()
    yield
    speech.language.cache_clear()


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "programme.riskdesk"
    assert main(["new", str(path), "--template", "kazakhstan-2024-2027"]) == 0
    return path


def told(capsys):
    return capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize("page", ["ascii", "cp1252"])
def test_any_text_is_written_to_files_and_pipes_whatever_the_code_page(store, tmp_path, page):
    document = tmp_path / "a.json"
    assert main(["export", str(store), str(document)]) == 0
    document.write_text(document.read_text("utf-8").replace("Increased polarisation", "Тәуекел 中"), "utf-8")
    other = tmp_path / "other.riskdesk"
    environment = {**os.environ, "PYTHONIOENCODING": page}
    read = [sys.executable, "-m", "riskdesk.app"]
    title = json.loads(document.read_text("utf-8"))["title"]
    for arguments in (["new", other, "--template", "blank"], ["import", document, other]):
        subprocess.run([*read, *map(str, arguments)], check=True, capture_output=True, env=environment)
    shown = ["show", str(other), "--register", title]
    done = subprocess.run([*read, *shown], check=True, capture_output=True, env=environment)
    assert "Тәуекел 中" in done.stdout.decode("utf-8")
    done = subprocess.run(
        [*read, "export", str(other), str(tmp_path / "a.pdf"), "--register", title],
        check=True,
        capture_output=True,
        env=environment,
    )
    assert done.stdout.decode("utf-8").strip().endswith("are printed as “�”: 中")


@pytest.mark.skipif(os.name != "posix", reason="names of any bytes are a thing of POSIX")
def test_a_name_that_is_no_text_is_told_as_well(tmp_path):
    read = [sys.executable, "-m", "riskdesk.app", "show", os.fsencode(tmp_path) + b"/caf\xe9.riskdesk"]
    done = subprocess.run(read, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"riskdesk: There is no file")
    assert b"caf\\udce9" in done.stderr


def test_new_makes_a_store_and_never_over_a_file(store, capsys):
    before = store.read_bytes()
    assert main(["new", str(store)]) == 1
    assert str(store) in capsys.readouterr().err
    assert store.read_bytes() == before


def test_new_in_french_has_french_words(tmp_path, capsys):
    path = tmp_path / "programme.riskdesk"
    main(["new", str(path), "--template", "coe", "--language", "fr", "--title", "Priorités 2024-2027"])
    main(["show", str(path)])
    text = told(capsys)
    assert "ANNEXE II\u00a0: REGISTRE DES RISQUES" in text
    assert "Priorités 2024-2027" in text
    assert "5. Risques liés aux aspects financiers" in text


def test_an_unknown_template_is_named_with_those_there_are(tmp_path, capsys):
    assert main(["new", str(tmp_path / "x.riskdesk"), "--template", "nonsense"]) == 1
    assert "kazakhstan-2024-2027" in capsys.readouterr().err
    assert not (tmp_path / "x.riskdesk").exists()


def test_show_prints_every_text_of_the_register_in_order(store, capsys):
    main(["show", str(store)])
    text = " ".join(told(capsys).split())
    at = 0
    for category in KAZAKHSTAN["categories"]:
        at = text.index(category["title"], at)
        for entry in category["entries"]:
            for bullet in entry["risks"] + entry["mitigations"]:
                at = text.index(bullet, at)


def test_show_json_is_a_register_document_that_import_takes(store, tmp_path, capsys):
    main(["show", str(store), "--json"])
    source = tmp_path / "register.json"
    source.write_text(told(capsys), "utf-8")
    other = tmp_path / "other.riskdesk"
    main(["new", str(other), "--title", "Mine"])
    assert main(["import", str(source), str(other)]) == 0
    assert "31 risks" in told(capsys)
    main(["show", str(other), "--register", KAZAKHSTAN["title"], "--json"])
    again = json.loads(told(capsys))
    assert again | {"position": 0} == json.loads(source.read_text("utf-8")) | {"position": 0}


def test_a_dry_run_changes_nothing(store, tmp_path, capsys):
    source = tmp_path / "register.json"
    source.write_text('{"title": "New", "categories": []}', "utf-8")
    before = store.read_bytes()
    assert main(["import", str(source), str(store), "--dry-run"]) == 0
    assert "New" in told(capsys)
    assert store.read_bytes() == before


def test_importing_the_same_register_twice_makes_a_copy(store, tmp_path, capsys):
    main(["show", str(store), "--json"])
    source = tmp_path / "register.json"
    source.write_text(told(capsys), "utf-8")
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
    assert [line.split()[0] for line in told(capsys).splitlines()] == ["blank", "coe", "kazakhstan-2024-2027"]


def test_check_finds_the_gaps_and_fails_on_them_only_if_strict(store, capsys):
    assert main(["check", str(store)]) == 0
    assert "not assessed" in told(capsys)
    assert main(["check", str(store), "--strict"]) == 1


def test_check_fails_on_a_damaged_store(store, capsys):
    content = bytearray(store.read_bytes())
    at = content.index(b"Increased polarisation")
    content[at] ^= 1
    store.write_bytes(content)
    assert main(["check", str(store)]) == 1
    assert told(capsys)


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
    assert "Il n’y a pas de fichier" in capsys.readouterr().err


def test_the_command_line_loads_neither_qt_nor_reportlab_to_show(store):
    code = (
        "import sys; from riskdesk.app.main import main; main(sys.argv[1:]);"
        "sys.exit(any(name in sys.modules for name in ('PySide6', 'reportlab')))"
    )
    done = subprocess.run([sys.executable, "-c", code, "show", str(store)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_without_a_screen_the_window_says_what_works_without_one(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "riskdesk.app"],
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
    assert "There is no column evil" in capsys.readouterr().err
    assert main(["export", str(store), out, "--kind", "working", "--columns", "reference, score"]) == 0


def test_a_print_set_is_printed_and_what_else_is_said_goes_before_it(store, tmp_path, capsys):
    how = Print(Kind.WORKING, Paper.A3, Orientation.PORTRAIT, (Column.REFERENCE, Column.SCORE))
    with closing(Session.open(store, "me")) as session:
        session.run(print_sets.keep(session.registers()[0].id, "Board", how))
    out = tmp_path / "register.pdf"
    assert main(["export", str(store), str(out), "--print-set", "Board"]) == 0
    with PdfDocument(out) as made:
        assert [round(size) for size in made[0].get_size()] == [842, 1191]
        assert "Working risk register" in made[0].get_textpage().get_text_bounded()
        assert "Owner" not in made[0].get_textpage().get_text_bounded()
    assert main(["export", str(store), str(out), "--print-set", "Board", "--kind", "matrix", "--paper", "a4"]) == 0
    with PdfDocument(out) as made:
        assert [round(size) for size in made[0].get_size()] == [842, 595]
    assert main(["export", str(store), str(out), "--print-set", "Committee"]) == 1
    assert "“Committee”; it has: Board." in capsys.readouterr().err
