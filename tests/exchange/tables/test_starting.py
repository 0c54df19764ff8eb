"""The process that reads files: what it loads; it cannot be started, as where an update has replaced the program."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from riskdesk.domain.problems import FileProblem, InputProblem, Phrase
from riskdesk.domain.values import Language
from riskdesk.exchange.tables import asking, worker


def test_a_program_that_is_gone_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = tmp_path / "risks.csv"
    document.write_text("Risk,Mitigation\nFloods,Boats\n")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    with pytest.raises(FileProblem) as told:
        asking.read(document)
    assert str(told.value).startswith(f"{document} was not read")
    assert "close Riskdesk and open it again" in str(told.value)


def test_nothing_that_talks_to_a_network_is_loaded() -> None:
    """It is started for each file, and would take an eighth longer."""
    program = "import sys, riskdesk.exchange.tables.worker; print({'socket', 'ssl', 'email'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "set()"


def test_why_a_file_cannot_be_read_is_told_in_the_language_of_the_user(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as told:
        asking.read(tmp_path / "gone.csv")
    french = told.value.translated(
        lambda _, text: text.replace("there is nothing of this name", "rien"), Language.FRENCH
    )
    assert french.endswith("(rien).")


def test_a_problem_comes_back_with_all_that_is_translated_in_it() -> None:
    inner = InputProblem("inner {count}", count=3, why=Phrase("phrase", "Problem"))
    record = worker._record(FileProblem("outer {reason} {file}", reason=inner, file=Path("a.csv")))
    outer = worker.problem_of(json.dumps(record).encode())
    assert (type(outer), outer.text, outer.values["file"]) == (FileProblem, "outer {reason} {file}", "a.csv")
    reason = outer.values["reason"]
    assert isinstance(reason, InputProblem)
    assert (reason.text, reason.values) == (inner.text, inner.values)
