"""The process that reads files cannot be started, as where an update has replaced the program: a sentence."""

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
