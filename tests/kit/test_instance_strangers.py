"""Who else may sit at the socket of a file: another user is not believed, and what a peer does keeps nobody waiting."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.kit.instance import Instance, show_other
from tests.systems import needs_root

pytestmark = pytest.mark.skipif(os.name != "posix", reason="on Windows a socket lies in no folder")

# Answers like the program, or with as much as is asked for, until its input ends.
SIT = """
import os, socket, sys, threading
place, answer, user = sys.argv[1], sys.argv[2].encode() * int(sys.argv[3]), int(sys.argv[4])
os.setuid(user)
server = socket.socket(socket.AF_UNIX)
server.bind(place)
os.chmod(place, 0o777)
server.listen()
print("ready", flush=True)
def serve():
    while True:
        peer, _ = server.accept()
        try:
            peer.sendall(answer)
            peer.recv(1)
        except OSError:
            pass
threading.Thread(target=serve, daemon=True).start()
sys.stdin.read()
"""
# Connects many times, says much each time, and stays.
CROWD = """
import socket, sys
peers = []
for _ in range(int(sys.argv[2])):
    peer = socket.socket(socket.AF_UNIX)
    peer.connect(sys.argv[1])
    peer.setblocking(False)
    try:
        peer.send(b"x" * 1_000_000)
    except OSError:
        pass
    peers.append(peer)
print(len(peers))
"""
ASK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from riskdesk.kit.instance import show_other
application = QCoreApplication([])
print(show_other(Path(sys.argv[1])))
"""
WHERE = """
import sys
from pathlib import Path
from PySide6.QtNetwork import QLocalServer
from riskdesk.kit.instance import Instance
instance = Instance()
instance.listen(Path(sys.argv[1]))
print(instance.findChild(QLocalServer).fullServerName())
"""


@pytest.fixture
def first(qapp: QApplication, tmp_path: Path) -> Iterator[Instance]:
    instance = Instance()
    instance.listen(tmp_path / "a.riskdesk")
    yield instance
    instance.close()


def place_of(instance: Instance) -> Path:
    server = instance.findChild(QLocalServer)
    assert isinstance(server, QLocalServer)
    return Path(server.fullServerName())


def sitting(place: Path, answer: str, times: int = 1, user: int = 65534) -> "subprocess.Popen[str]":
    other = subprocess.Popen(
        [sys.executable, "-c", SIT, place, answer, str(times), str(user)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "ready\n"
    return other


def test_the_socket_lies_where_only_its_user_can_put_it(first: Instance) -> None:
    folder = place_of(first).parent.stat()
    assert folder.st_uid == os.geteuid()
    assert stat.S_IMODE(folder.st_mode) & 0o077 == 0


@needs_root
def test_another_user_who_has_its_name_is_not_believed(first: Instance, tmp_path: Path) -> None:
    name = place_of(first).name
    first.close()
    place = Path(QDir.tempPath(), name)
    with sitting(place, "show\n") as other:
        assert not show_other(tmp_path / "a.riskdesk")
        other.communicate("")
    place.unlink()


@needs_root
@pytest.mark.parametrize(("owner", "mode"), [(65534, 0o700), (0, 0o777)])
def test_a_folder_that_others_can_write_to_is_not_used(own_home: Path, owner: int, mode: int) -> None:
    shared = own_home / "shared"
    shared.mkdir()
    shared.chmod(mode)
    os.chown(shared, owner, -1)
    environment = os.environ | {"XDG_RUNTIME_DIR": str(shared), "TMPDIR": str(own_home)}
    done = subprocess.run(
        [sys.executable, "-c", WHERE, "a"], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.startswith(str(own_home / "runtime-"))


def test_one_that_says_megabytes_or_nothing_does_not_count_as_shown(first: Instance, tmp_path: Path) -> None:
    place = place_of(first)
    first.close()
    for answer, times in (("show\n", 1_000_000), ("x", 50_000_000), ("show", 1), ("", 1)):
        with sitting(place, answer, times, os.getuid()) as other:
            assert not show_other(tmp_path / "a.riskdesk")
            other.communicate("")
        place.unlink()


def test_a_crowd_that_says_much_keeps_nobody_out(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    heard: list[None] = []
    first.window_wanted.connect(lambda: heard.append(None))
    crowd = subprocess.Popen([sys.executable, "-c", CROWD, place_of(first), "1000"], stdout=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: crowd.poll() is not None)
    assert crowd.communicate()[0] == "1000\n"
    qtbot.waitUntil(lambda: len(heard) == 1_000)
    qtbot.waitUntil(lambda: not first.findChildren(QLocalSocket))
    with qtbot.waitSignal(first.window_wanted):
        second = subprocess.Popen([sys.executable, "-c", ASK, tmp_path / "a.riskdesk"], stdout=subprocess.PIPE)
    assert second.communicate()[0] == b"True\n"


def test_nobody_answers_where_there_is_no_folder_for_the_socket(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    environment = os.environ | {"XDG_RUNTIME_DIR": str(tmp_path / "file"), "TMPDIR": str(tmp_path / "nowhere")}
    outputs = [
        subprocess.run([sys.executable, "-c", program, "a"], capture_output=True, env=environment, check=True).stdout
        for program in (ASK, WHERE)
    ]
    assert outputs == [b"False\n", b"\n"]
