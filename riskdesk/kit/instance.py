"""One program for each file: a second one that opens the file brings the first one to the front.

They talk through a socket in a folder that only their user can write to, so whoever answers there is the same user.
On Windows the socket is in no folder: the first program lets only its own user connect, but if another user has taken
the name before it, Qt gives the second one no way to see that, and that user can keep it from opening.
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
    """The server end of a socket, at which other programs of the same user ask this one to show its window.

    `window_wanted` is emitted when one asks.
    """

    window_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self, path: Path) -> None:
        """Listen for programs that open the file at `path`, which we have locked, and no longer for the file before."""
        self._server.close()
        name = _name(path)
        if name is not None:
            # A program that crashed may have left it behind.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
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
    # Qt returns no folder that another user owns or can look into.
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)
    return f"{folder}/{_hashed(real)}" if folder else None


def _hashed(file: str) -> str:
    """A name made of the path of a file; names of sockets are limited to about a hundred characters."""
    return "riskdesk-" + hashlib.sha256(os.fsencode(file)).hexdigest()[:24]
