"""What a Linux desktop is told fits the program: the kind of its files, how they begin, what it is called."""

import configparser
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from riskdesk.desk.session import Session
from riskdesk.resource import resource
from riskdesk.ui.bench.names import STORE
from tools.linux import tree

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
XML = [*tree.SHARE.rglob("*.xml")]


@pytest.fixture
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str
    parser.read(tree.SHARE / "applications/riskdesk.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def kind() -> ElementTree.Element:
    (found,) = ElementTree.parse(tree.SHARE / "mime/packages/riskdesk.xml").getroot()
    return found


@pytest.mark.parametrize("path", XML, ids=lambda path: path.name)
def test_xml_is_well_formed(path: Path) -> None:
    ElementTree.parse(path)


def test_the_menu_entry_opens_one_file_of_our_kind(entry: configparser.SectionProxy, kind: ElementTree.Element) -> None:
    assert entry["Exec"] == "riskdesk %f"
    assert entry["MimeType"] == f"{kind.get('type')};"
    assert resource(f"icons/{entry['Icon']}.svg").exists()


@pytest.mark.parametrize("key", ["GenericName", "Comment", "Keywords"])
def test_the_menu_entry_speaks_french(entry: configparser.SectionProxy, key: str) -> None:
    assert entry[f"{key}[fr]"] not in ("", entry[key])


def test_our_kind_of_file_is_known_by_its_ending(kind: ElementTree.Element) -> None:
    assert [glob.get("pattern") for glob in kind.iter(f"{MIME}glob")] == [f"*{STORE}"]


def test_our_kind_of_file_is_known_by_how_it_begins(kind: ElementTree.Element, tmp_path: Path) -> None:
    Session.create(tmp_path / f"a{STORE}", "Aigerim").close()
    start = (tmp_path / f"a{STORE}").read_bytes()[:100]
    matches = [(int(match.get("offset", "")), match.get("value", "")) for match in kind.iter(f"{MIME}match")]
    assert len(matches) == 2
    for offset, value in matches:
        assert start[offset:].startswith(re.sub(r"\\0", "\0", value).encode())


def test_software_centres_are_told_the_same(entry: configparser.SectionProxy) -> None:
    told = ElementTree.parse(tree.SHARE / "metainfo/riskdesk.metainfo.xml")
    assert told.findtext("launchable") == "riskdesk.desktop"
    assert f"{told.findtext('provides/mediatype')};" == entry["MimeType"]
    assert told.findtext("name") == entry["Name"]
