"""Tells when the system asks the program to end, as at the end of a session, or ends it at once."""

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal

from riskdesk.kit.qt import application

# Missing on Windows, where only the session manager of Qt tells of the end of a session.
_NAMES = ("SIGTERM", "SIGHUP", "SIGINT")


class Termination(QObject):
    """A listener for the end of the session, and for the signals of POSIX that ask a program to end.

    `asked` is emitted for a signal; one that was ignored stays ignored. `session_ended` is emitted when the program
    quits at the end of the session: on Windows, it is killed as soon as the slots return.

    Python handles a signal only when it runs next, which may be at the next key; so the signal is sent through a pipe
    that Qt watches.
    """

    asked = Signal()
    session_ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_session_ending = False
        application().commitDataRequest.connect(self._on_session_ending, Qt.ConnectionType.DirectConnection)
        application().aboutToQuit.connect(self._on_quitting)
        if sys.platform == "win32":
            return
        self._reading, writing = os.pipe()
        for end in (self._reading, writing):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(writing)
        for number in (getattr(signal, name) for name in _NAMES):
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, lambda _number, _frame: None)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def _on_signal(self) -> None:
        os.read(self._reading, 64)
        self.asked.emit()

    def _on_session_ending(self, _manager: object) -> None:
        self._is_session_ending = True

    def _on_quitting(self) -> None:
        if self._is_session_ending:
            self.session_ended.emit()
