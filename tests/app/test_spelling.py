"""The process that checks spelling, asked as the window asks it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import riskdesk

PACKAGE = Path(riskdesk.__file__).parent.parent


def answers(*questions: dict[str, Any]) -> list[dict[str, Any]]:
    """What it answers; it ends when nothing is asked any more."""
    input_text = "".join(json.dumps(question) + "\n" for question in questions)
    command = [sys.executable, "-m", "riskdesk", "--spelling"]
    done = subprocess.run(command, cwd=PACKAGE, input=input_text.encode(), capture_output=True, check=True, timeout=120)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_question_is_answered_in_turn_in_its_language() -> None:
    words = ["financement", "l'eau", "judicary"]
    first, second, third = answers(
        {"language": "en", "words": [*words, "risk"]},
        {"language": "fr", "words": words},
        {"language": "en", "word": "judicary"},
    )
    assert first["wrong"] == ["financement", "l'eau", "judicary"]
    assert second == {"language": "fr", "words": words, "wrong": ["judicary"]}
    assert third["word"] == "judicary"
    assert "judiciary" in third["suggestions"]


def test_the_spelling_process_ends_when_the_window_is_gone() -> None:
    assert answers() == []
