"""The command line in French: argparse's own words, counts, dates, sizes, and commands that are misspelt."""

import argparse
import ast
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.app import speech, window
from riskdesk.app.argparse_words import WORDS
from riskdesk.app.main import COMMANDS, main
from riskdesk.desk.session import Session

# What argparse says of the code that calls it, or of what this command line does not ask for.
OF_CODE = (
    "can't open", "expected at least one argument", "one of the arguments", 'argument "-"', "subcommands", "cannot ",
    "conflicting ", "unknown parser", "unexpected option string", "mutually exclusive", "invalid option string",
    "dest= is required", "invalid conflict_resolution", ".__call__()", "'required' is an invalid", "%r is not callable",
    "option '", "command '", "argument '", " (default: ", "%(prog)s: warning", "show program's version",
    "invalid choice: %(value)r, ",
)  # fmt: skip


@pytest.fixture(params=["fr_FR.UTF-8", "en_GB.UTF-8"])
def language(request, monkeypatch):
    monkeypatch.setenv("LC_ALL", request.param)
    speech.language.cache_clear()
    yield request.param[:2]
    speech.language.cache_clear()


@pytest.fixture
def french(monkeypatch):
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    speech.language.cache_clear()
    yield
    speech.language.cache_clear()


@pytest.fixture
def opened(monkeypatch):
    """The arguments with which the window was to be opened, without one."""
    calls = []
    monkeypatch.setattr(window, "open_window", lambda arguments: calls.append(arguments) or 0)
    return calls


def register(path, *, risks, mitigations):
    """A register file with so many risks and mitigations in one category."""
    entries = [{"risks": ["a"] * risks, "mitigations": ["b"] * mitigations}]
    document = {"format": "riskdesk-register", "version": 1, "title": "T", "language": "fr"}
    path.write_text(json.dumps({**document, "categories": [{"title": "C", "entries": entries}]}), "utf-8")
    return path


def test_all_that_argparse_says_to_a_user_is_translated():
    """In the Python that runs this: another one may say something else."""
    tree = ast.parse(Path(argparse.__file__).read_text("utf-8"))
    calls = (call for call in ast.walk(tree) if isinstance(call, ast.Call) and ast.unparse(call.func) == "_")
    texts = {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
    assert "usage: " in texts
    assert {text for text in texts if not text.startswith(OF_CODE)} - set(WORDS) == set()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["export"], "riskdesk export : erreur : arguments obligatoires manquants : FICHIER, SORTIE"),
        (["show", "a", "--paper"], "riskdesk show : erreur : arguments inconnus : --paper"),
        (["export", "a", "b", "--paper", "b5"], "argument --paper : choix non valide : 'b5'"),
        (["export", "a", "b", "--paper"], "argument --paper : une valeur est attendue"),
        (["show", "a", "--json=3"], "argument --json : valeur inattendue : '3'"),
        (["restore", "a", "x"], "argument NUMÉRO : valeur non valide : 'x'"),
        (["new", "a", "--t", "x"], "option ambiguë : --t peut désigner --template, --title"),
    ],
)
def test_wrong_use_is_told_in_french(french, capsys, arguments, message):
    original = vars(argparse)["_"]
    assert main(arguments) in (1, 2)
    error = capsys.readouterr().err
    assert message in error.replace("\u00a0", " ")
    assert not {"usage", "error", "argument are", "choice", "required"} & set(error.split())
    assert vars(argparse)["_"] is original


def test_help_is_in_french(french, capsys):
    for command in ([], *([name] for name in COMMANDS)):
        assert main([*command, "--help"]) == 0
        help_text = capsys.readouterr().out
        assert help_text.startswith("utilisation\u00a0: riskdesk")
        assert "options\u00a0:\n" in help_text
        assert not {"FILE", "TEMPLATE", "TITLE"} & set(help_text.split())
        assert "show this" not in help_text


@pytest.mark.parametrize(
    ("name", "meant"),
    [("exprot", "export"), ("Show", "show"), ("merg", "merge"), ("salvge", "salvage"), ("bakcup", "backup")],
)
def test_a_misspelt_command_is_an_error_that_names_the_right_one(language, opened, capsys, name, meant):
    assert main([name, "x"]) == 2
    assert f"riskdesk {meant}" in capsys.readouterr().err
    assert opened == []


@pytest.mark.parametrize("name", ["foo", "registers", "über", "riskdesk"])
def test_a_word_that_is_no_command_and_no_file_is_an_error(language, opened, capsys, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main([name]) == 2
    assert f" {name} " in capsys.readouterr().err.translate(dict.fromkeys(map(ord, "“”«»\u00a0"), " ")).replace(
        "  ", " "
    )
    assert opened == []


@pytest.mark.parametrize(
    "name", ["a.riskdesk", "A.RISKDESK", "a.pdf", "a.json", "./foo", "folder/foo", "there", "exprot"]
)
def test_a_file_still_opens_the_window(opened, tmp_path, monkeypatch, name):
    """One that may be missing by its ending or its folder, any other where it is there."""
    monkeypatch.chdir(tmp_path)
    for each in ("there", "exprot"):
        (tmp_path / each).touch()
    assert main([name]) == 0
    assert opened == [[name]]


@pytest.mark.parametrize(("risks", "mitigations"), [(1, 0), (2, 1), (1, 2)])
def test_what_is_counted_has_its_form(language, tmp_path, capsys, risks, mitigations):
    file = tmp_path / "a.riskdesk"
    assert main(["new", str(file)]) == 0
    source = register(tmp_path / "a.json", risks=risks, mitigations=mitigations)
    assert main(["import", str(source), str(file)]) == 0
    forms = {
        "en": ("T: 1 category", ("risk", "risks"), ("mitigation", "mitigations"), 1),
        "fr": ("T\u00a0: 1 catégorie", ("risque", "risques"), ("mesure d’atténuation", "mesures d’atténuation"), 2),
    }
    head, risk, mitigation, many = forms[language]
    singular = range(many) if many == 2 else (1,)
    counts = f"{risks} {risk[risks not in singular]}, {mitigations} {mitigation[mitigations not in singular]}"
    assert capsys.readouterr().out == f"{head}, {counts}\n"


def test_one_repaired_item_is_one(language, tmp_path, capsys):
    file = tmp_path / "a.riskdesk"
    assert main(["new", str(file), "--template", "coe"]) == 0
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("UPDATE category SET title = 'x' WHERE position = 0")
    assert main(["check", str(file), "--repair"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    english, french = "1 item repaired from the change history.", "1 élément réparé d’après l’historique."
    assert first == (french if language == "fr" else english)


def test_backups_are_listed_as_the_language_writes_dates_and_sizes(language, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    file = tmp_path / "a.riskdesk"
    assert main(["new", str(file), "--template", "kazakhstan-2024-2027"]) == 0
    assert main(["backup", str(file)]) == 0
    capsys.readouterr()
    assert main(["restore", str(file)]) == 0
    output = capsys.readouterr().out
    assert ("kB" if language == "en" else "ko") in output
    assert ("." in output, "," in output) == ((True, False) if language == "en" else (False, True))
    assert output.count("/") == 2


def test_a_gap_is_told_with_a_french_colon(french, tmp_path, capsys):
    file = tmp_path / "a.riskdesk"
    assert main(["new", str(file)]) == 0
    assert main(["import", str(register(tmp_path / "a.json", risks=1, mitigations=1)), str(file)]) == 0
    capsys.readouterr()
    assert main(["check", str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  Risques non évalués\u00a0: 1" in lines
    assert not [line for line in lines if re.search(r"\w:", line)]
    with closing(Session.open(file, "me", read_only=True)) as session:
        assert len(session.registers()) == 2


@pytest.mark.parametrize(
    ("languages", "named", "expected"),
    [
        ("fr", "en_GB.UTF-8", "fr"),
        ("fr_FR:en", "C.UTF-8", "fr"),
        ("de:fr:en", "de_DE.UTF-8", "fr"),
        ("en:fr", "fr_FR.UTF-8", "en"),
        ("de", "fr_FR.UTF-8", "fr"),
        ("", "fr_CH.UTF-8", "fr"),
        ("de:it", "de_DE.UTF-8", "en"),
        # Whoever sets this wants what a program reads.
        ("fr", "C", "en"),
    ],
)
def test_the_list_of_languages_goes_before_the_locale(monkeypatch, languages, named, expected):
    monkeypatch.setenv("LC_ALL", named)
    monkeypatch.setenv("LANGUAGE", languages)
    speech.language.cache_clear()
    assert speech.language() == expected
    speech.language.cache_clear()


def test_a_place_of_a_file_has_the_colon_of_its_language(language, tmp_path, capsys):
    file, source = tmp_path / "a.riskdesk", tmp_path / "a.csv"
    source.write_text("Risk,Likelihood\nFire,n/a\nFloods,low\n", "utf-8")
    assert main(["new", str(file)]) == 0
    assert main(["import", str(source), str(file), "--dry-run"]) == 0
    output = capsys.readouterr().out
    assert ("Ligne 2\u00a0: n/a" if language == "fr" else "Line 2: n/a") in output
    assert language == "en" or not re.search(r"[^\W\d_]\d*: ", output)


@pytest.mark.parametrize(("named", "expected"), [("fr_FR", "fr"), ("de_DE", "en"), ("", "en")])
def test_without_any_variable_it_is_that_of_the_menus_of_the_system(monkeypatch, named, expected):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(speech, "named_language", lambda: named)
    speech.language.cache_clear()
    assert speech.language() == expected
    speech.language.cache_clear()
