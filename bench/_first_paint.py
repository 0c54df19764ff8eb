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
    window = _left_once_painted(QMainWindow, lambda _window: True)()
    window.resize(1280, 800)
    window.show()
    application.exec()


def _riskdesk(stores: list[str]) -> None:
    gc.disable()  # as riskdesk.app.main does, before it imports anything large
    from riskdesk.app.window import load_program, open_window

    program = load_program()
    program.MainWindow = _left_once_painted(program.MainWindow, lambda window: "Kazakhstan" in window.windowTitle())
    open_window(stores)


def _left_once_painted(kind: type, holds_all: Callable[[object], bool]) -> type:
    """A window of a kind that ends the process; an event filter would see, and cost, more than the window itself."""
    from PySide6.QtCore import QTimer

    class Left(kind):
        def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
            # Before what the window puts off until then itself.
            QTimer.singleShot(0, lambda: os._exit(0 if holds_all(self) else 1))
            super().paintEvent(event)

    return Left


if __name__ == "__main__":
    main(sys.argv[1:])
