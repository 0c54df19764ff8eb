"""Handles uncaught exceptions: an error of the program is logged and shown once, without any text of the user.

A Problem, which has its cause outside the program, is shown as its sentence.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from riskdesk.domain.problems import Problem

if TYPE_CHECKING:
    from riskdesk.kit.crash_dialog import CrashDialog

_log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """The handler of uncaught exceptions in any thread.

    `versions` returns what heads each report. `refused` carries a Problem, whichever thread raised it.
    """

    refused = Signal(object)
    _crashed = Signal(str)
    _met = Signal(object)

    def __init__(self, application: QApplication, versions: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(application)
        self._versions = versions
        self._known: set[str] = set()
        self._dialog: CrashDialog | None = None
        # Queued, so that the window is shown in this thread, whichever thread emits the signal.
        self._crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._met.connect(self.refused, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._on_exception
        threading.excepthook = lambda crash: self._on_crash(crash.exc_value)
        sys.unraisablehook = lambda crash: self._on_crash(crash.exc_value)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            self._on_crash(error)
        else:
            sys.__excepthook__(kind, error, trace)

    def _on_crash(self, error: BaseException | None) -> None:
        trace = "\n".join(_trace_lines(error))
        if isinstance(error, Problem) and isValid(self):
            _log.warning("A problem where none was expected\n%s", trace)
            self._met.emit(error.alone())
            return
        if trace in self._known:
            return
        self._known.add(trace)
        report = "\n".join([*(f"{name} {version}" for name, version in self._versions().items()), trace])
        _log.error("Unexpected exception\n%s", report)
        if isValid(self):
            self._crashed.emit(report)

    def _show(self, report: str) -> None:
        if self._dialog is None:
            # Imported when needed, which should be never.
            from riskdesk.kit.crash_dialog import CrashDialog

            self._dialog = CrashDialog()
        self._dialog.add(report)
        self._dialog.show()
        self._dialog.raise_()


def _trace_lines(error: BaseException | None) -> Iterator[str]:
    """The types and places of an exception and of those that led to it, oldest first, without their messages."""
    if error is None:
        return
    yield from _trace_lines(error.__cause__ or (None if error.__suppress_context__ else error.__context__))
    yield f"{type(error).__module__}.{type(error).__qualname__}"
    for frame, line in traceback.walk_tb(error.__traceback__):
        # The module rather than the path, which may hold the user's name.
        yield f"    {frame.f_globals.get('__name__')}, line {line}, in {frame.f_code.co_name}"
