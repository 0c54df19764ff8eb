"""Every part that others wrote is named with its licence, and each text stands once."""

import os
import re
import tomllib
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

from riskdesk.desk import licences
from riskdesk.desk.health import sqlite_version
from riskdesk.desk.licences import LicensedPart
from riskdesk.resource import resource

ROOT = Path(__file__).resolve().parent.parent.parent


def plain(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0].replace("_", "-").lower()


def test_every_requirement_of_the_program_is_named() -> None:
    pinned = {plain(name) for name in re.findall(r"(?m)^[\w.-]+(?===)", (ROOT / "requirements/run.txt").read_text())}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = {plain(distribution.name): distribution for distribution in distributions()}
    # What installs the program is pinned along with it, and no part of it.
    tools = licences.needed([plain(name) for name in project["build-system"]["requires"]], installed)
    named = {plain(part.name) for part in licences.parts()}
    assert pinned - named <= tools
    assert len(pinned - tools) > 10


@pytest.mark.parametrize("font", [font.stem for font in resource("fonts").glob("*.ttf")])
def test_every_font_is_named(font: str) -> None:
    assert font in {part.name for part in licences.parts()}


def test_every_part_has_a_licence_a_source_and_a_text() -> None:
    lacking = [part.name for part in licences.parts() if not (part.licence and part.source and all(part.texts))]
    assert not lacking
    assert not [part.name for part in licences.parts() if not part.texts]


def test_what_the_licence_of_qt_asks_for_is_there() -> None:
    (qt,) = (part for part in licences.parts() if part.name == "Qt")
    notice, *texts = qt.texts
    assert "You may replace them" in notice
    assert "https://download.qt.io/official_releases/qt/" in notice
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts[0]
    assert "GNU GENERAL PUBLIC LICENSE" in texts[1]


def test_a_text_that_several_have_stands_once() -> None:
    part = LicensedPart("one", "1", "MIT", "https://one.org", "pkg:generic/one@1", ("words of one", "words of its own"))
    other = LicensedPart("other", "", "MIT", "https://other.org", "pkg:generic/other", ("words of one", "words of one"))
    text = licences.written([part, other])
    assert text.count("words of one") == 1
    assert "one 1\n  Licence: MIT\n  Source: https://one.org\n  Texts: 1, 2\n" in text
    assert "other\n  Licence: MIT\n  Source: https://other.org\n  Texts: 1\n" in text


def test_all_is_written_as_text() -> None:
    part = LicensedPart("one", "1", "MIT", "https://one.org", "pkg:generic/one@1", ("words of one",))
    line = "=" * 100
    expected = f"one 1\n  Licence: MIT\n  Source: https://one.org\n  Texts: 1\n\n{line}\nText 1\n{line}\nwords of one\n"
    head, empty, rest = licences.written([part]).partition("\n\none 1")
    assert head.startswith("What Riskdesk ships that others wrote\n===")
    assert empty + rest == f"\n\n{expected}"


def test_without_a_package_it_is_what_is_installed() -> None:
    assert licences.licences() == licences.written(licences.parts())


def test_all_kinds_of_parts_are_named() -> None:
    parts = licences.parts()
    names = [part.name for part in parts]
    assert {"Qt", "Python", "reportlab", "SQLite", "Lucide", "dictionary-en-gb", "dictionary-fr"} <= set(names)
    wheels = [plain(part.name) for part in parts if part.address.startswith("pkg:pypi/")]
    assert wheels == sorted(wheels)
    licence = {part.name: part.licence for part in parts}
    assert licence["Qt"] == licence["PySide6_Essentials"] == "LGPL-3.0-only"
    assert "LGPL" not in licence["reportlab"]
    assert licence["dictionary-en-gb"] == "MIT AND BSD-3-Clause"
    assert next(part.version for part in parts if part.name == "SQLite") == sqlite_version()
    assert all(text == text.strip() for part in parts for text in part.texts)


def test_the_licences_of_a_package_are_named_as_they_are_in_it(tmp_path: Path) -> None:
    (tmp_path / "LICENSE.txt").write_text("words of Python\n\n", encoding="utf-8")
    interpreter = licences.python("3.99.1", str(tmp_path / "nowhere"), str(tmp_path))
    assert (interpreter.version, interpreter.texts) == ("3.99.1", ("words of Python",))
    some = [distribution for distribution in distributions() if plain(distribution.name) != "reportlab"]
    parts = licences.parts(some, interpreter, "9.9.9")
    assert interpreter in parts
    assert "reportlab" not in {part.name for part in parts}
    assert [part.version for part in parts if part.name in ("Python", "SQLite")] == ["3.99.1", "9.9.9"]


class Installed(Distribution):
    """A package that needs others and holds files."""

    def __init__(self, requirements: str = "", *files: str) -> None:
        self._requirements, self._files = requirements, files

    def read_text(self, filename: str) -> str | None:
        return {
            "METADATA": f"Name: a\n{self._requirements}",
            "RECORD": "".join(f"{file},,\n" for file in self._files),
        }.get(filename)

    def locate_file(self, path: "str | os.PathLike[str]") -> Path:
        # From Python 3.12 on, what is not there is not listed.
        return Path(__file__)


def test_packages_that_need_each_other_are_found_and_extras_left_out() -> None:
    installed: dict[str, Distribution] = {
        "a": Installed("Requires-Dist: B_c (>1)\nRequires-Dist: d; extra == 'e'\n"),
        "b-c": Installed("Requires-Dist: a\nRequires-Dist: unknown\n"),
        "d": Installed(),
    }
    assert licences.needed(["a"], installed) == {"a", "b-c"}


def test_the_files_that_hold_licences_are_known_by_their_names() -> None:
    right = ["a-1.dist-info/licenses/any", "a/COPYING", "a/Licence.txt", "a/NOTICE.md"]
    wrong = ["a/licence.py", "a/licences.pyc", "a/any.txt", "a-1.dist-info/any"]
    files = licences._licence_files(Installed("", *wrong, *right))
    assert sorted(map(str, files)) == sorted(right)


def test_what_was_collected_for_a_package_goes_before_what_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "THIRD-PARTY-LICENCES").write_text("all of them\n", encoding="utf-8")
    monkeypatch.setattr(licences, "resource", tmp_path.joinpath)
    assert licences.licences() == "all of them\n"
