"""An SQLite that is older than what is trusted is told of where somebody looks for it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from riskdesk.app.main import main
from riskdesk.desk import health
from riskdesk.store import check
from riskdesk.ui.dialogs.about import AboutDialog


@pytest.mark.parametrize(
    ("version", "trusted"),
    [("3.40.1", True), ("3.100.0", True), ("4.0.0", True), ("3.40.0", False), ("3.9.2", False), ("2.99.99", False)],
)
def test_what_is_older_than_the_oldest_trusted_is_not_trusted(
    monkeypatch: pytest.MonkeyPatch, version: str, *, trusted: bool
) -> None:
    monkeypatch.setattr(check, "SQLITE_VERSION", version)
    problem = health.distrusted_sqlite()
    assert (problem is None) == trusted
    assert problem is None or (version in str(problem) and health.OLDEST_TRUSTED in str(problem))


def test_the_one_in_use_is_trusted() -> None:
    assert health.distrusted_sqlite() is None


def test_check_and_about_say_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys, qtbot: QtBot) -> None:
    store = str(tmp_path / "a.riskdesk")
    assert main(["new", store]) == 0
    monkeypatch.setattr(check, "SQLITE_VERSION", "3.39.4")
    assert main(["check", store]) == 0
    assert "3.39.4" in capsys.readouterr().out
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert any("3.39.4, which has faults" in label.text() for label in dialog.findChildren(QLabel))
