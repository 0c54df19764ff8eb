"""One program a file: a second one that is started on it brings the first one to the front.

They talk through a socket in a folder that only their user can write to, so whoever answers there is the same user. On
Windows it has a name and no folder: the first program lets nobody but its user in, but where another user was there
before it, Qt has no way to tell the second one, which that user can keep from opening.
"""

import hashlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QStandardPaths, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from riskdesk.system import real_path

_SHOW = b"show\n"
_PATIENCE_MS = 500


class Instance(QObject):
    """The end of a socket at which other programs of the same user ask this one, which has the file open, to come up.

    `window_wanted` says that one asks.
    """

    window_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self, path: Path) -> None:
        """Listen for programs that open the file at `path`, whose lock is ours, and no more for the file before."""
        self._server.close()
        name = _name(path)
        if name is not None:
            # What a program that died has left behind.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.write(_SHOW)
        socket.flush()
        socket.disconnectFromServer()
        self.window_wanted.emit()


def show_other(path: Path) -> bool:
    """Ask the program that has the file at `path` open to show itself; whether it answered."""
    name = _name(path)
    if name is None:
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    answered = socket.waitForConnected(_PATIENCE_MS) and socket.waitForReadyRead(_PATIENCE_MS)
    return bool(answered) and socket.readAll().data() == _SHOW


def _name(path: Path) -> str | None:
    """The name of the socket for a file; None if this user has no folder for it."""
    real = os.path.normcase(real_path(path))
    if sys.platform == "win32":
        return _hashed(f"{QDir.homePath()}\n{real}")
    # Qt gives none that another user owns or may look into.
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)
    return f"{folder}/{_hashed(real)}" if folder else None


def _hashed(file: str) -> str:
    """A name made of the path of a file: a socket has room for about a hundred characters."""
    return "riskdesk-" + hashlib.sha256(os.fsencode(file)).hexdigest()[:24]
