"""What makes a window look at the lock of its file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from riskdesk.ui.bench.held import HeldFile
from riskdesk.ui.shell.window import MainWindow


def come_back(qapp: QApplication) -> None:
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def by_time(window: MainWindow, _qapp: QApplication) -> None:
    window.findChild(HeldFile)._timer.start(1)


def by_coming_back(_window: MainWindow, qapp: QApplication) -> None:
    come_back(qapp)
