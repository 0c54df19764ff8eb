"""What is written twice for the Windows packages is the same in both places."""

import re
from pathlib import Path

from riskdesk.app import running
from tools.windows import build, python
from tools.windows.wine import STAND_INS

INSTALLER = (Path(build.__file__).parent / "riskdesk.nsi").read_text(encoding="utf-8")
MANUAL = (build.ROOT / "docs" / "packaging.md").read_text(encoding="utf-8")


def test_the_installer_looks_for_the_mutex_that_the_program_holds() -> None:
    assert re.findall(r"OpenMutex\(.*, t \"(\w+)\"\)", INSTALLER) == [running.NAME]


def test_each_sentence_of_the_installer_is_there_in_both_languages() -> None:
    english, french = (re.findall(rf"LangString (\w+) \${{LANG_{name}}}", INSTALLER) for name in ("ENGLISH", "FRENCH"))
    assert english == french != []


def test_each_exit_status_is_told() -> None:
    statuses = re.findall(r"^!define \w+ (\d)$", INSTALLER, re.MULTILINE)
    assert statuses
    for status in statuses:
        assert f"| {status} |" in MANUAL


def test_what_is_pinned_for_windows_holds_there_and_has_hashes() -> None:
    pins = {pin.partition("==")[0]: pin for pin in python.pins("dev.txt")}
    assert set(python.FREEZING) <= pins.keys()
    assert "macholib" not in pins
    assert pins["pyside6-essentials"].startswith("pyside6-essentials==6.12")
    assert all(";" not in pin and "--hash=sha256:" in pin for pin in pins.values())


def test_no_stand_in_is_shipped() -> None:
    stand_ins = [f"{source.stem}.dll" for source in STAND_INS.glob("*.c")]
    assert stand_ins
    assert [name for name in stand_ins if not build.FOREIGN.fullmatch(name)] == []
