"""A program that the system asks to end, or ends with the session, keeps what is typed at that moment."""

import datetime
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

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
TYPING = """
import os, signal, sys
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
        if sys.argv[2] in ("session", "later"):
            # No session manager can be made here.
            self._termination._on_session_ending(None)
        if sys.argv[2] == "session":
            # Windows kills the program then.
            self._application.aboutToQuit.connect(lambda: os._exit(0))
            self._application.exit(0)
        if sys.argv[2] == "later":
            fields["next_review"].clear()
            self._window.close()

# What was ignored would stay so, as where the tests are to go on after a hang-up.
for name in ("SIGTERM", "SIGHUP", "SIGINT") if sys.platform != "win32" else ():
    signal.signal(getattr(signal, name), signal.SIG_DFL)
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


def end_while_typing(path: Path, ending: str) -> int:
    """Start the program on a file, end it by a signal or with its session once something is typed; return its status.

    With `later`, the session goes on after all, and the window is closed.
    """
    program = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(path), ending],
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    with program:
        assert program.stdout is not None
        try:
            assert program.stdout.readline().strip() == b"typed"
            if ending.startswith("SIG"):
                program.send_signal(getattr(signal, ending))
            return program.wait(30)
        finally:
            program.kill()


def require_stored(path: Path, *left: str) -> None:
    """What was typed is stored, or offered again if it is `left`; the file is backed up, and no lock is left."""
    with closing(Session.open(path, "A. Tester", backups=path.with_name("backups"))) as session:
        (title,) = session.registers()
        assert next(session.tree(title.id).risks).note == "typed at the end"
        assert [draft.text for draft in Drafts(path.with_name("drafts"), session.id).left()] == list(left)
        assert session.backups is not None
        assert session.backups.make(path, datetime.datetime.now().astimezone(), quick=True) is None
    assert not list(path.parent.glob(".~*"))


@needs_signals
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_what_is_typed_is_stored_or_offered_again(path: Path, name: str) -> None:
    assert end_while_typing(path, name) == 0
    require_stored(path, "soon")


@needs_signals
def test_the_end_does_not_wait_for_who_reads_that_no_backup_was_made(path: Path) -> None:
    path.with_name("backups").write_bytes(b"not a folder")
    assert end_while_typing(path, "SIGTERM") == 0
    assert "No backup of" in path.with_name("log").read_text("utf-8")


def test_at_the_end_of_a_session_the_file_is_closed_and_backed_up_before_the_program_is_killed(path: Path) -> None:
    assert end_while_typing(path, "session") == 0
    require_stored(path, "soon")
    assert path.with_name("settings.json").exists()


def test_where_the_session_goes_on_after_all_the_program_ends_later_as_ever(path: Path) -> None:
    assert end_while_typing(path, "later") == 0
    require_stored(path)
