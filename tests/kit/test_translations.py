"""Dates and numbers are written as the user's country does, whichever way the system was told of it."""

import os
import subprocess
import sys

import pytest

TELLING = """
import sys
from PySide6.QtCore import QDate
from riskdesk.kit.translations import locale
for language in ("en", "fr"):
    there = locale(language)
    print(there.toString(QDate(2023, 10, 5), there.FormatType.ShortFormat), there.toString(1234.5), sep="|")
"""
OF_SYSTEM = ("LANG", "LANGUAGE")
BRITISH, FRENCH = "05/10/2023|1,234.5", "05/10/2023|1\u202f234,5"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is told in its settings")
@pytest.mark.parametrize(
    ("environment", "english", "french"),
    [
        ({"LANG": "C.UTF-8"}, BRITISH, FRENCH),
        ({"LANG": "C.UTF-8", "LANGUAGE": "en"}, BRITISH, FRENCH),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, BRITISH, FRENCH),
        ({"LANG": "C", "LANGUAGE": "fr:en"}, BRITISH, FRENCH),
        ({"LANG": "en_US.UTF-8"}, "10/5/23|1,234.5", FRENCH),
        ({"LANG": "C.UTF-8", "LC_TIME": "en_US.UTF-8", "LANGUAGE": "en"}, "10/5/23|1,234.5", FRENCH),
        ({"LANG": "fr_CA.UTF-8"}, BRITISH, "2023-10-05|1\u00a0234,5"),
    ],
)
def test_a_language_without_a_country_writes_as_one_does(
    environment: dict[str, str], english: str, french: str
) -> None:
    inherited = {
        name: value for name, value in os.environ.items() if name not in OF_SYSTEM and not name.startswith("LC_")
    }
    done = subprocess.run(
        [sys.executable, "-c", TELLING],
        env=inherited | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == [english, french]
