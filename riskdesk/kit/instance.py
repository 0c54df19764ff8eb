"""One program a file: a second one that is started on it brings the first one to the front."""

import getpass
import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_SHOW = b"show\n"
_PATIENCE_MS = 500


class Instance(QObject):
    """Listens for other programs of the same user that were started on the same file; `wanted` asks to be shown."""

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self, path: Path) -> None:
        """Listen for those who open the file at `path`, whose lock is ours; no more for the one before."""
        self._server.close()
        # What a program that died has left behind.
        QLocalServer.removeServer(_name(path))
        self._server.listen(_name(path))

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.write(_SHOW)
        socket.flush()
        socket.disconnectFromServer()
        self.wanted.emit()


def show_other(path: Path) -> bool:
    """Ask the program that has the file at `path` open to show itself; whether it answered."""
    socket = QLocalSocket()
    socket.connectToServer(_name(path))
    answered = socket.waitForConnected(_PATIENCE_MS) and socket.waitForReadyRead(_PATIENCE_MS)
    return bool(answered) and socket.readAll().data() == _SHOW


def _name(path: Path) -> str:
    user = getpass.getuser() if os.name == "nt" else str(os.getuid())
    return "riskdesk-" + hashlib.sha256(os.fsencode(f"{user}\n{os.path.realpath(path)}")).hexdigest()[:24]
