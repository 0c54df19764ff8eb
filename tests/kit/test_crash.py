"""What nobody caught: logged, shown once, without a word of the register, and the program goes on."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk.domain.problems import FileProblem
from riskdesk.kit.crash import CrashReporter
from riskdesk.kit.crash_dialog import CrashDialog

SECRET = "The minister is said to resign"


@pytest.fixture
def reporter(qapp: QApplication) -> Iterator[CrashReporter]:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    new_reporter = CrashReporter(qapp, lambda: {"Riskdesk": "1.0", "Qt": "6"})
    yield new_reporter
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    if new_reporter._dialog is not None:
        new_reporter._dialog.deleteLater()
    new_reporter.deleteLater()


def fail(text: str = SECRET) -> None:
    try:
        raise ValueError(text)
    except ValueError as error:
        raise KeyError(text) from error


def crash() -> None:
    """Let the hook have what a slot would let go."""
    try:
        fail()
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def dialog(reporter: CrashReporter) -> CrashDialog:
    assert reporter._dialog is not None
    return reporter._dialog


def text(reporter: CrashReporter) -> str:
    return dialog(reporter).findChild(QPlainTextEdit).toPlainText()


def test_it_is_logged_and_shown_without_what_the_user_wrote(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        crash()
    qtbot.waitUntil(lambda: reporter._dialog is not None)
    for report in (text(reporter), caplog.text):
        assert "builtins.KeyError" in report
        assert "builtins.ValueError" in report
        assert "in fail" in report
        assert "Riskdesk 1.0" in report
        assert SECRET not in report


def test_another_one_is_shown_below_the_first_though_that_was_closed(reporter: CrashReporter, qtbot: QtBot) -> None:
    crash()
    qtbot.waitUntil(lambda: reporter._dialog is not None)
    dialog(reporter).close()
    qtbot.wait(0)
    try:
        int("none")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(dialog(reporter).isVisible)
    assert text(reporter).index("builtins.KeyError") < text(reporter).rindex("builtins.ValueError")


def test_the_same_again_is_not_shown_again(reporter: CrashReporter, qtbot: QtBot) -> None:
    for _ in range(3):
        crash()
    qtbot.waitUntil(lambda: reporter._dialog is not None)
    assert text(reporter).count("builtins.KeyError") == 1


def test_another_thread_is_heard(reporter: CrashReporter, qtbot: QtBot) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter._dialog is not None)
    assert "builtins.KeyError" in text(reporter)
    assert SECRET not in text(reporter)


def test_the_report_is_copied(reporter: CrashReporter, qtbot: QtBot) -> None:
    crash()
    qtbot.waitUntil(lambda: reporter._dialog is not None)
    (copy,) = [button for button in dialog(reporter).findChildren(QPushButton) if "Copy" in button.text()]
    copy.click()
    assert QGuiApplication.clipboard().text() == text(reporter)


def test_the_program_goes_on(reporter: CrashReporter, qtbot: QtBot) -> None:
    done: list[bool] = []
    with qtbot.captureExceptions() as caught:
        QTimer.singleShot(0, fail)
        QTimer.singleShot(0, lambda: done.append(True))
        qtbot.waitUntil(lambda: bool(done))
    assert [kind for kind, _, _ in caught] == [KeyError]


def test_a_problem_that_nobody_expected_is_told_as_one_without_what_led_to_it(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse() -> None:
        try:
            fail()
        except KeyError as error:
            raise FileProblem("{file} cannot be read.", file=SECRET) from error

    with qtbot.waitSignal(reporter.refused) as refused:
        try:
            refuse()
        except FileProblem as problem:
            sys.excepthook(type(problem), problem, problem.__traceback__)
    (problem,) = refused.args
    assert str(problem) == f"{SECRET} cannot be read."
    assert (problem.__traceback__, problem.__cause__) == (None, None)
    assert reporter._dialog is None
    assert "in refuse" in caplog.text
    assert SECRET not in caplog.text
