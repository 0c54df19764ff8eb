"""A program that the system asks to end, as at the end of a session, keeps what is typed at that moment."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import registers
from riskdesk.desk.drafts import Drafts
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
TYPING = """
import signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from riskdesk.app import program
from riskdesk.ui.bench.home import Home
from riskdesk.ui.inspector import Inspector

class Typing(program.Program):
    def start(self, path):
        super().start(path)
        self.waiting = QTimer(self, interval=20)
        self.waiting.timeout.connect(self.type_text)
        self.waiting.start()

    def type_text(self):
        if self._termination is None:
            return
        self.waiting.stop()
        self._workbench.select([next(self._workbench.tree().risks).id])
        fields = self._window.findChild(Inspector)._current_page().fields
        fields["note"].insertPlainText("typed at the end")
        fields["next_review"].insert("soon")
        print("typed", flush=True)

# What was ignored would stay so, as where the tests are to go on after a hang-up.
for ending in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
    signal.signal(ending, signal.SIG_DFL)
program.Program, path = Typing, Path(sys.argv[1])
home, settings = Home.inside(path.parent, "A. Tester", path), path.with_name("settings.json")
sys.exit(program.run(program.new_application(), path, home, settings))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with a register in it."""
    path = tmp_path / "a.riskdesk"
    with closing(Session.create(path, "A. Tester")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    return path


def end_while_typing(path: Path, number: signal.Signals) -> int:
    """Start the program on a file, send it a signal once something is typed, and return its exit status."""
    program = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    with program:
        assert program.stdout is not None
        try:
            assert program.stdout.readline() == b"typed\n"
            program.send_signal(number)
            return program.wait(30)
        finally:
            program.kill()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_what_is_typed_is_stored_or_offered_again(path: Path, name: str) -> None:
    assert end_while_typing(path, getattr(signal, name)) == 0
    with closing(Session.open(path, "A. Tester")) as session:
        (title,) = session.registers()
        assert next(session.tree(title.id).risks).note == "typed at the end"
        assert [draft.text for draft in Drafts(path.with_name("drafts"), session.id).left()] == ["soon"]
    assert not list(path.parent.glob(".~*"))


def test_the_end_does_not_wait_for_who_reads_that_no_backup_was_made(path: Path) -> None:
    path.with_name("backups").write_bytes(b"not a folder")
    assert end_while_typing(path, signal.SIGTERM) == 0
    assert "No backup of" in path.with_name("log").read_text("utf-8")
