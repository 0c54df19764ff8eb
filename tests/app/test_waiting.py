"""How far long work is, is shown on a terminal, and nowhere else."""

import io
import shutil
import sys
from pathlib import Path

import pytest

from riskdesk.app import waiting
from riskdesk.app.main import main
from riskdesk.app.terminal import Plain
from riskdesk.app.waiting import progress

KEPT = Path(__file__).parents[1] / "data" / "stores"


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch, patience: float = -1.0) -> Terminal:
    """Let a test run on a terminal; no fixture can, as its standard error is that of the setup."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(waiting, "_PATIENCE", patience)
    return terminal


def per_cents(text: str) -> list[int]:
    shown = [line.rstrip() for line in text.split("\r") if line.strip()]
    assert all(line.startswith("Opening a.riskdesk… ") for line in shown)
    return [int(line.split()[-1].removesuffix("%")) for line in shown]


@pytest.mark.parametrize("command", [["show", "PATH", "--json"], ["assess", "PATH", "R-01", "1", "1"]])
def test_a_terminal_shows_how_far_the_migration_of_an_older_store_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    path = Path(shutil.copy(KEPT / "format-2.riskdesk", tmp_path / "a.riskdesk"))
    terminal = on_terminal(monkeypatch)
    assert main([str(path) if word == "PATH" else word for word in command]) == 1
    told, _, complaint = terminal.getvalue().rpartition("\r")
    assert complaint.startswith("riskdesk: ")
    shown = per_cents(told)
    assert shown == sorted(set(shown))
    assert (shown[0], len(shown) > 5) == (0, True)


def test_the_check_of_a_store_of_today_is_all_that_is_waited_for(
    kazakhstan_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shutil.copy(kazakhstan_store, kazakhstan_store.with_name("a.riskdesk"))
    terminal = on_terminal(monkeypatch)
    assert main(["show", str(path)]) == 0
    assert per_cents(terminal.getvalue())[-1] >= 50


def test_nothing_is_shown_of_short_work(kazakhstan_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch, patience=1000.0)
    assert main(["show", str(kazakhstan_store)]) == 0
    assert terminal.getvalue() == ""


def test_nothing_is_shown_where_there_is_no_terminal(
    kazakhstan_store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(waiting, "_PATIENCE", -1.0)
    assert main(["show", str(kazakhstan_store)]) == 0
    assert capsys.readouterr().err == ""


def test_a_line_takes_the_place_of_the_one_before_and_is_removed_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", Plain(terminal))
    monkeypatch.setattr(waiting, "_PATIENCE", -1.0)
    with progress({10: "ten\x1b", 20: "2"}.__getitem__) as checkpoint:
        for share in (0.1, None, 0.101, 0.2):
            checkpoint(share)
    assert terminal.getvalue() == "\rten\\u001b\r2        \r \r"
