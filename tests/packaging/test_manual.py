"""The man page tells all that the command line takes, in both languages."""

import argparse
from collections.abc import Iterator

import pytest

from riskdesk.app import speech
from riskdesk.app.arguments import parser
from riskdesk.app.command_names import COMMANDS
from riskdesk.domain.values import Language
from tools.linux import manual


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it is that of the last commit, which needs Git."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")


@pytest.fixture(params=["en_GB.UTF-8", "fr_FR.UTF-8"])
def page(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("LC_ALL", request.param)
    speech.language.cache_clear()
    yield manual.page()
    speech.language.cache_clear()


def options(of: argparse.ArgumentParser) -> set[str]:
    found = {name for action in of._actions for name in action.option_strings}
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            found |= {name for command in action.choices.values() for name in options(command)}
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_told(page: str, name: str) -> None:
    assert f"\n.SS \\fBriskdesk {name}\\fR" in page


@pytest.mark.parametrize("name", sorted(options(parser())))
def test_every_option_is_told(page: str, name: str) -> None:
    assert f"\\fB{name.replace('-', chr(92) + '-')}\\fR" in page


def test_what_has_to_be_given_is_told_in_words_of_the_language(page: str) -> None:
    french = speech.language() is Language.FRENCH
    file, out, number, new = ("FICHIER", "SORTIE", "NUMÉRO", "NOUVEAU") if french else ("FILE", "OUT", "NUMBER", "NEW")
    assert f"\\fBriskdesk\\fR [\\fI{file}\\fR]\n" in page
    assert f"\\fBriskdesk export\\fR [\\fIoptions\\fR] \\fI{file}\\fR \\fI{out}\\fR" in page
    assert "\\fBriskdesk templates\\fR\n" in page
    assert f"\\fI{file}\\fR \\fI[{number}]\\fR \\fI[{new}]\\fR" in page


def test_what_can_be_chosen_is_told_once_and_in_no_word_of_another_language(page: str) -> None:
    assert "\\fB\\-\\-paper\\fR \\fI{a4,a3}\\fR" in page
    assert not {"LANGUAGE", "PAPER", "KIND", "PREFER"} & set(page.replace("\\fI", "").replace("\\fR", "").split())
    assert page.count("eu\\-action\\-document") == 1


def test_each_language_has_heads_of_its_own(page: str) -> None:
    french = speech.language().value == "fr"
    assert (".SH NOM\n" in page) == french
    assert (".SH NAME\n" in page) == (not french)
    assert "show program's version" not in page


def test_a_new_option_comes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    larger = parser()
    larger.add_argument("--unheard-of", metavar="THING", help="do what no other option does")
    monkeypatch.setattr(manual, "parser", lambda: larger)
    assert ".TP\n\\fB\\-\\-unheard\\-of\\fR \\fITHING\\fR\ndo what no other option does" in manual.page()


def test_no_text_is_taken_for_a_request() -> None:
    given = argparse.ArgumentParser("one")
    action = given.add_argument("--path", help=r".SH of \path")
    assert list(manual.item(manual.head(action), manual.told(action, {}))) == [
        ".TP\n\\fB\\-\\-path\\fR \\fIPATH\\fR\n\\&.SH of \\epath"
    ]
