"""A window that goes as soon as it is painted: `_first_paint.py` an empty one, `_first_paint.py STORE` Riskdesk's."""

import gc
import os
import sys
from collections.abc import Callable


def main(stores: list[str]) -> None:
    """Open the window; the process ends in its first idle moment after the first paint, with 0 if all is in it."""
    if stores:
        _riskdesk(stores)
    else:
        _empty()
    sys.exit("the window was never painted")


def _empty() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    _leave_once_painted(application, lambda _window: True)
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    application.exec()


def _riskdesk(stores: list[str]) -> None:
    gc.disable()  # as riskdesk.app.main does, before it imports anything large
    # In the order of Riskdesk itself: the modules of the store, then Qt.
    from riskdesk.app.window import open_window

    from riskdesk.app import program  # isort: skip

    new_application = program.new_application

    def watched() -> object:
        application = new_application()
        _leave_once_painted(application, lambda window: "Kazakhstan" in window.windowTitle())
        return application

    program.new_application = watched
    open_window(stores)


def _leave_once_painted(application: object, holds_all: Callable[[object], bool]) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QMainWindow

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
                QTimer.singleShot(0, lambda: os._exit(0 if holds_all(watched) else 1))
            return False

    application.installEventFilter(Watcher(application))


if __name__ == "__main__":
    main(sys.argv[1:])
