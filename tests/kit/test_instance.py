"""A second program brings the first one to the front."""

import os
import stat
import subprocess
import sys
from pathlib import Path

from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from riskdesk.kit.instance import Instance, show_other
from tests.systems import needs_any_name, needs_links, not_on_windows

no_socket_file = not_on_windows("on Windows a socket lies in no folder")
ASK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from riskdesk.kit.instance import show_other
application = QCoreApplication([])
print(show_other(Path(sys.argv[1])))
"""

LISTEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalServer
from riskdesk.kit.instance import Instance
application = QCoreApplication([])
instance = Instance()
instance.listen(Path(sys.argv[1]))
print(instance.findChild(QLocalServer).fullServerName(), flush=True)
sys.stdin.read()
"""


def hung(path: Path) -> "subprocess.Popen[str]":
    """A process that listens for the file at `path` and never gets round to an answer."""
    return subprocess.Popen(
        [sys.executable, "-c", LISTEN, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def server_of(instance: Instance) -> QLocalServer:
    server = instance.findChild(QLocalServer)
    assert isinstance(server, QLocalServer)
    return server


def test_the_first_program_is_shown(qtbot, tmp_path: Path) -> None:
    first = Instance()
    first.listen(tmp_path / "a.riskdesk")
    with qtbot.waitSignal(first.window_wanted):
        second = subprocess.Popen([sys.executable, "-c", ASK, tmp_path / "a.riskdesk"], stdout=subprocess.PIPE)
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.communicate()[0].split() == [b"True"]
    first.close()


def test_none_answers_for_another_file_or_after_the_end(qapp: QApplication, tmp_path: Path) -> None:
    first = Instance()
    first.listen(tmp_path / "a.riskdesk")
    assert not show_other(tmp_path / "b.riskdesk")
    first.close()
    assert not show_other(tmp_path / "a.riskdesk")


def test_a_program_that_hangs_does_not_count_as_shown(qapp: QApplication, tmp_path: Path) -> None:
    with hung(tmp_path / "a.riskdesk") as other:
        assert other.stdout is not None
        assert other.stdout.readline()
        assert not show_other(tmp_path / "a.riskdesk")
        other.kill()


@no_socket_file
def test_what_a_killed_program_left_behind_is_replaced(qtbot, tmp_path: Path) -> None:
    with hung(tmp_path / "a.riskdesk") as other:
        assert other.stdout is not None
        left = Path(other.stdout.readline().rstrip())
        other.kill()
    assert left.exists()
    assert not show_other(tmp_path / "a.riskdesk")

    first = Instance()
    first.listen(tmp_path / "a.riskdesk")
    with qtbot.waitSignal(first.window_wanted):
        second = subprocess.Popen([sys.executable, "-c", ASK, tmp_path / "a.riskdesk"], stdout=subprocess.PIPE)
    assert second.communicate()[0].split() == [b"True"]
    first.close()
    assert not left.exists()


@needs_links
def test_a_link_and_its_file_are_one(qtbot, tmp_path: Path) -> None:
    (tmp_path / "a.riskdesk").write_bytes(b"")
    (tmp_path / "link.riskdesk").symlink_to(tmp_path / "a.riskdesk")
    first = Instance()
    first.listen(tmp_path / "link.riskdesk")
    with qtbot.waitSignal(first.window_wanted):
        second = subprocess.Popen([sys.executable, "-c", ASK, tmp_path / "a.riskdesk"], stdout=subprocess.PIPE)
    assert second.communicate()[0].split() == [b"True"]
    first.close()


@no_socket_file
def test_only_the_same_user_can_ask(qapp: QApplication, tmp_path: Path) -> None:
    first = Instance()
    first.listen(tmp_path / "a.riskdesk")
    mode = Path(server_of(first).fullServerName()).stat().st_mode
    assert stat.S_IMODE(mode) & (stat.S_IRWXG | stat.S_IRWXO) == 0
    first.close()


def test_what_is_sent_is_not_kept(qtbot, tmp_path: Path) -> None:
    first = Instance()
    first.listen(tmp_path / "a.riskdesk")
    socket = QLocalSocket()
    with qtbot.waitSignals([first.window_wanted, socket.disconnected]):
        socket.connectToServer(server_of(first).serverName())
        socket.write(b"x" * 1_000_000)
    qtbot.waitUntil(lambda: server_of(first).findChild(QLocalSocket) is None)
    first.close()


@needs_any_name
def test_a_file_whose_name_is_no_text_has_a_program_too(qtbot, tmp_path: Path) -> None:
    first = Instance()
    path = tmp_path / os.fsdecode(b"caf\xe9.riskdesk")
    first.listen(path)
    with qtbot.waitSignal(first.window_wanted):
        second = subprocess.Popen([sys.executable, "-c", ASK, path], stdout=subprocess.PIPE)
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.communicate()[0].split() == [b"True"]
    first.close()
