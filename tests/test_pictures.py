"""The pictures of the README and the manuals can be made anew."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.systems import not_on_windows

ROOT = Path(__file__).resolve().parent.parent


@not_on_windows("they are made on Linux, for a screen that Qt is told of by a path without a drive")
@pytest.mark.slow
def test_every_picture_in_the_documents_is_made_by_the_script(tmp_path: Path) -> None:
    """In a process of its own, as the script chooses its screen."""
    told = subprocess.run(
        [sys.executable, ROOT / "tools" / "screenshots.py", tmp_path / "pictures"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert told.returncode == 0, told.stderr
    made = {path.name for path in (tmp_path / "pictures").iterdir()}
    assert made == {path.name for path in (ROOT / "resources" / "manual" / "pictures").iterdir()}
