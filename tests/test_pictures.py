"""The pictures of the README and the manuals can be made anew."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from riskdesk.domain.values import Language
from tests.systems import not_on_windows

ROOT = Path(__file__).resolve().parent.parent
PICTURES = [*(ROOT / "resources" / "manual" / "pictures").iterdir()]


@not_on_windows("they are made on Linux, for a screen that Qt is told of by a path without a drive")
@pytest.mark.slow
@pytest.mark.parametrize("language", [Language.ENGLISH, pytest.param(Language.FRENCH, marks=pytest.mark.soak)])
def test_every_picture_in_the_documents_is_made_by_the_script(tmp_path: Path, language: Language) -> None:
    """In a process of its own, as the script chooses its screen."""
    process = subprocess.run(
        [sys.executable, ROOT / "tools" / "screenshots.py", tmp_path / "pictures", language],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.returncode == 0, process.stderr
    names = {path.name for path in (tmp_path / "pictures").iterdir()}
    assert names == {path.name for path in PICTURES if path.stem.endswith(f"-{language}")}


def test_every_picture_in_the_documents_is_of_a_language() -> None:
    assert {path.stem.rpartition("-")[2] for path in PICTURES} == set(Language)
