"""Every part that others wrote is named with its licence, and each text stands once."""

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest

from riskdesk.desk import licences
from riskdesk.desk.licences import Part
from riskdesk.resource import resource

ROOT = Path(__file__).resolve().parent.parent.parent


def plain(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0].replace("_", "-").lower()


def test_every_requirement_of_the_program_is_named() -> None:
    pinned = {plain(name) for name in re.findall(r"(?m)^[\w.-]+(?===)", (ROOT / "requirements/run.txt").read_text())}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = {plain(found.name): found for found in distributions()}
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
    part = Part("one", "1", "MIT", "https://one.org", "pkg:generic/one@1", ("words of one", "words of its own"))
    other = Part("other", "", "MIT", "https://other.org", "pkg:generic/other", ("words of one", "words of one"))
    told = licences.written([part, other])
    assert told.count("words of one") == 1
    assert "one 1\n  Licence: MIT\n  Source: https://one.org\n  Texts: 1, 2\n" in told
    assert "other\n  Licence: MIT\n  Source: https://other.org\n  Texts: 1\n" in told


def test_what_was_collected_for_a_package_goes_before_what_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "THIRD-PARTY-LICENCES").write_text("all of them\n", encoding="utf-8")
    monkeypatch.setattr(licences, "resource", tmp_path.joinpath)
    assert licences.licences() == "all of them\n"
