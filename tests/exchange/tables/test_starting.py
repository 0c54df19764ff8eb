"""The process that reads files: what it loads; it cannot be started, as where an update has replaced the program."""

import subprocess
import sys
from pathlib import Path

import pytest

from riskdesk.domain.problems import FileProblem
from riskdesk.exchange.tables import asking


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
