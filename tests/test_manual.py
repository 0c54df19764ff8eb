"""The manual: the same chapters in both languages, pictures that are there, and menus that the window has."""

import argparse
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from riskdesk.app.arguments import parser
from riskdesk.domain.fields import FIELDS, sections
from riskdesk.domain.layouts import LAYOUTS
from riskdesk.domain.values import Language
from riskdesk.kit.translations import translate
from riskdesk.resource import resource
from riskdesk.ui.bench.actions import ACTIONS, MENUS, ActionSpec
from riskdesk.ui.help.manual import anchor, changes, chapters, manual

ROOT = Path(__file__).resolve().parent.parent
PICTURE = re.compile(r"!\[[^]]+\]\(pictures/([^)]+)\)")
PATH = re.compile(r"\*([^*▸]+?)\s▸\s([^*]+?)\*", re.DOTALL)
# A menu with the key behind it.
KEYED = re.compile(PATH.pattern + r"\s\(((?:Ctrl|Alt|F\d)[^\s)]*)\)", re.DOTALL)
NAME = re.compile(r"\*\*.+?\*\*|`[^`]*`|\*([^*]+)\*", re.DOTALL)
CHOICES = ("Tool &bar", "L&anguage", "Colo&urs")
BOTH = pytest.mark.parametrize("language", list(Language))


def manual_text(language: Language) -> str:
    return manual(language).read_text("utf-8")


def test_both_languages_have_the_same_chapters() -> None:
    english, french = (chapters(manual(language)) for language in Language)
    assert [chapter.level for chapter in english] == [chapter.level for chapter in french]


def test_each_chapter_says_as_much_in_both_languages() -> None:
    """The same number of paragraphs, lines of tables and list, and pictures."""
    english, french = (shape(language) for language in Language)
    assert english == french


def shape(language: Language) -> list[tuple[int, int, int, int]]:
    parts = re.split(r"(?m)^#+ .*$", manual_text(language))
    return [
        (
            len(re.findall(r"\n\n+(?=[^\n|#!-])", part)),
            len(re.findall(r"(?m)^\|", part)),
            len(re.findall(r"(?m)^ *(?:-|\d\.) ", part)),
            len(PICTURE.findall(part)),
        )
        for part in parts
    ]


@BOTH
def test_no_two_chapters_have_the_same_name(language: Language) -> None:
    anchors = [chapter.anchor for chapter in chapters(manual(language))]
    assert len(anchors) == len(set(anchors))


def test_every_picture_is_there_and_shown() -> None:
    names = [picture for language in Language for picture in PICTURE.findall(manual_text(language))]
    assert sorted(names) == sorted(path.name for path in resource("manual/pictures").iterdir())


@BOTH
def test_pictures_are_in_the_language_of_the_text(language: Language) -> None:
    assert {Path(picture).stem[-2:] for picture in PICTURE.findall(manual_text(language))} == {language.value}


@BOTH
def test_every_menu_that_is_named_is_one_of_the_window(language: Language) -> None:
    named = {(menu, " ".join(item.split())) for menu, item in PATH.findall(manual_text(language))}
    assert len(named) > 20
    assert named - menus(language) == set()


@BOTH
def test_the_key_behind_a_menu_is_that_of_the_window(language: Language) -> None:
    named = [(menu, " ".join(item.split()), key) for menu, item, key in KEYED.findall(manual_text(language))]
    keys = {item: spec.shortcut for item, spec in commands(language).items()}
    shift = {Language.ENGLISH: "Shift", Language.FRENCH: "Maj"}[language]
    assert len(named) > 12
    assert [each for each in named if keys[each[:2]].replace("Shift", shift) != each[2]] == []


@BOTH
def test_the_manual_names_every_option_of_the_command_line_and_no_other(language: Language) -> None:
    rows = [line for line in manual_text(language).splitlines() if line.startswith("| `riskdesk ")]
    (choices,) = [action.choices for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    known = set()
    for name, command in choices.items():
        row = " ".join(row for row in rows if row.startswith(f"| `riskdesk {name}"))
        named = set(re.findall(r"--[a-z-]+", row))
        options = [set(action.option_strings) for action in command._actions if action.dest != "help"]
        known |= set().union(*options)
        assert [each for each in options if each and not each & named] == [], name
    assert set(re.findall(r"--[a-z-]+", " ".join(rows))) - known == set()


def commands(language: Language) -> dict[tuple[str, str], ActionSpec]:
    """The commands of the menus by their names."""
    return {
        (plain(language, "Actions", menu.text), plain(language, "Actions", ACTIONS[name].text)): ACTIONS[name]
        for menu in MENUS
        for name in menu.actions
        if name != "-"
    }


def menus(language: Language) -> set[tuple[str, str]]:
    listed = set(commands(language))
    listed |= {(plain(language, "Actions", "&View"), plain(language, "ViewChoices", text)) for text in CHOICES}
    return listed | {(plain(language, "Actions", "&File"), plain(language, "RecentMenu", "Open re&cent"))}


def plain(language: Language, context: str, text: str) -> str:
    return translate(language, context, text).replace("&", "")


@BOTH
def test_what_is_quoted_is_said_by_the_window(language: Language) -> None:
    """Names of buttons, boxes and fields, word for word."""
    names = (" ".join(name.split()) for name in NAME.findall(manual_text(language)))
    quoted = {name for name in names if name and "▸" not in name and not name.startswith("[")}
    assert len(quoted) > 4
    labels = {field.full_label.text(language) for fields in FIELDS.values() for field in fields.values()}
    labels |= {label.text(language) for label in LAYOUTS.values()}
    labels |= {section.heading.text(language).split(",")[0] for section in sections("risk")}
    assert quoted - texts(language) - labels == set()


def texts(language: Language) -> set[str]:
    messages = ElementTree.parse(resource("translations/riskdesk_fr.ts")).iter("message")
    pairs = ((message.findtext("source") or "", message.findtext("translation") or "") for message in messages)
    return {pair[language is Language.FRENCH].replace("&", "") for pair in pairs}


@BOTH
def test_links_lead_to_chapters_and_files_that_are_there(language: Language) -> None:
    anchors = {chapter.anchor for chapter in chapters(manual(language))}
    for target in re.findall(r"(?<!!)\[[^]]+\]\(([^)]+)\)", manual_text(language)):
        file, _, fragment = target.partition("#")
        assert not file or (manual(language).parent / file).is_file()
        assert not fragment or fragment in anchors


def test_french_is_spaced_as_an_administration_does() -> None:
    wrong = re.compile(r" [:;!?»](?!\[)|«[^\u00a0]|[a-zà-ÿ]'[a-zà-ÿ]")
    words = re.sub(r"`[^`]*`", "", manual_text(Language.FRENCH))
    assert [
        mistake for line in words.splitlines() if not line.startswith(("![", "|")) for mistake in wrong.findall(line)
    ] == []


def test_anchors_are_those_that_github_makes() -> None:
    assert anchor("Importing, and register documents") == "importing-and-register-documents"
    assert anchor("Ce qu’est un registre") == "ce-quest-un-registre"


def test_a_text_in_code_is_no_chapter(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("# A\n\n```\n# not one\n```\n\n## B\n", "utf-8")
    assert [chapter.title for chapter in chapters(file)] == ["A", "B"]


@pytest.mark.slow
def test_an_installed_program_has_manual_pictures_and_changes(tmp_path: Path) -> None:
    """Where the functions look for them: beside and in the resources of the package."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    root = resource("").parent
    paths = [*map(changes, Language), *map(manual, Language), *resource("manual/pictures").iterdir()]
    assert {f"riskdesk/{path.relative_to(root).as_posix()}" for path in paths} - names == set()


def test_each_widget_that_names_a_chapter_names_one_of_the_manual() -> None:
    """Those of dialogs too, which no window of a test has open."""
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "riskdesk" / "ui").rglob("*.py"))
    named = set(re.findall(r'setProperty\("chapter", "([^"]+)"\)', sources))
    assert named
    assert named <= {chapter.title for chapter in chapters(manual(Language.ENGLISH))}
