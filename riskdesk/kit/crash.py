"""What the program did wrong: logged, and shown once, without a word of what the user wrote."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout
from shiboken6 import isValid

from riskdesk.kit.theme import STEP

_log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Takes the exceptions that nobody caught, in any thread; `versions` tells those that head each report."""

    _crashed = Signal(str)

    def __init__(self, application: QApplication, versions: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(application)
        self._versions = versions
        self._known: set[str] = set()
        self._dialog: CrashDialog | None = None
        # From whichever thread, the window is shown in this one.
        self._crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._on_exception
        threading.excepthook = lambda crash: self._on_crash(crash.exc_value)
        sys.unraisablehook = lambda crash: self._on_crash(crash.exc_value)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            self._on_crash(error)
        else:
            sys.__excepthook__(kind, error, trace)

    def _on_crash(self, error: BaseException | None) -> None:
        told = "\n".join(_told(error))
        if told in self._known:
            return
        self._known.add(told)
        report = "\n".join([*(f"{name} {version}" for name, version in self._versions().items()), told])
        _log.error("Unexpected exception\n%s", report)
        if isValid(self):
            self._crashed.emit(report)

    def _show(self, report: str) -> None:
        if self._dialog is None:
            self._dialog = CrashDialog()
        self._dialog.add(report)
        self._dialog.show()
        self._dialog.raise_()


class CrashDialog(QDialog):
    """Says that something unexpected happened, and lets the user copy the reports of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(QGuiApplication.applicationDisplayName())
        self._reports = QPlainTextEdit(self)
        self._reports.setReadOnly(True)
        self._reports.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._reports.setAccessibleName(self.tr("Report"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        layout.setSpacing(STEP)
        layout.addWidget(self._explanation())
        layout.addWidget(self._reports)
        layout.addWidget(self._buttons())
        self.resize(70 * STEP, 45 * STEP)

    def add(self, report: str) -> None:
        """Put one more report under those that are there."""
        self._reports.appendPlainText(f"{report}\n")

    def _explanation(self) -> QLabel:
        text = self.tr(
            "Something went wrong in the program. You can go on working; what you did last may not have been done."
            "\n\nThis report helps to mend it. It says where in the program it happened, and nothing of what you wrote."
        )
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._reports.toPlainText())


def _told(error: BaseException | None) -> Iterator[str]:
    """The types and places of an exception and of those that led to it, oldest first, never their messages."""
    if error is None:
        return
    yield from _told(error.__cause__ or (None if error.__suppress_context__ else error.__context__))
    yield f"{type(error).__module__}.{type(error).__qualname__}"
    for frame, line in traceback.walk_tb(error.__traceback__):
        # The module rather than the path, which may hold the user's name.
        yield f"    {frame.f_globals.get('__name__')}, line {line}, in {frame.f_code.co_name}"
