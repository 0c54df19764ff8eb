"""The self-test of a packaged program, run as its user runs it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from riskdesk.domain.printing import DocumentKind
from riskdesk.domain.values import Language
from riskdesk.resource import resource
from tests.trees import copy_tree

pytestmark = pytest.mark.slow

SPOILT = {
    "dictionaries/fr.dic": {"spelling: fr"},
    "fonts/NotoSansHebrew-Regular.ttf": {"font: NotoSansHebrew-Regular", "script: Hebrew"},
    "icons/printer.svg": {"icon: printer"},
    "manual/changes.fr.md": {"what is new: fr"},
    "manual/manual.fr.md": {"manual: fr"},
    "manual/pictures/window-en.png": {"picture: window-en"},
    "translations/riskdesk_fr.qm": {"translation: riskdesk_fr"},
}


def selftest(package: Path) -> tuple[int, list[str]]:
    """The status and the lines of the self-test of a copy of the program."""
    environment = os.environ | {"PYTHONPATH": str(package), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "riskdesk", "--selftest"],
        cwd=package,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout.splitlines()


def failed(lines: list[str]) -> set[str]:
    return {line.removeprefix("failed: ").split(" (")[0] for line in lines if line.startswith("failed: ")}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the program with its files inside, as it is installed."""
    root = resource("").parent
    copy_tree(root / "riskdesk", tmp_path / "riskdesk")
    copy_tree(resource(""), tmp_path / "riskdesk" / "resources")
    shutil.copy(root / "CHANGELOG.md", tmp_path / "riskdesk")
    return tmp_path


def test_it_names_each_thing_it_tries(package: Path) -> None:
    status, lines = selftest(package)
    assert status == 0
    assert failed(lines) == set()
    assert lines[-1] == f"{len(lines) - 1} passed, 0 failed"
    tried = {line.removeprefix("passed: ") for line in lines[:-1]}
    assert tried >= {
        "SQLite",
        "undo",
        "check",
        "backup and restore",
        "PDF and back",
        "preview",
        "window",
        "what is new: en",
    }
    assert tried >= {f"spelling: {language.value}" for language in Language}
    assert tried >= {f"manual: {language.value}" for language in Language}
    assert tried >= {f"PDF: {kind.value}, {language.value}" for kind in DocumentKind for language in Language}
    assert tried >= {f"font: {file.stem}" for file in resource("fonts").glob("*.ttf")}
    assert tried >= {f"icon: {file.stem}" for file in resource("icons").glob("*.svg")}


def test_what_is_missing_fails_alone(package: Path) -> None:
    for name in SPOILT:
        (package / "riskdesk" / "resources" / name).write_bytes(b"")
    status, lines = selftest(package)
    assert status == 1
    assert failed(lines) == set().union(*SPOILT.values())
    assert lines[-1].endswith(f" passed, {len(failed(lines))} failed")
