"""The message that lists what could not be written to a file unchanged."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from riskdesk.domain.problems import Problem
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.dialogs.report import ReportDialog, new_report


def tell_remarks(window: QWidget, remarks: Sequence[Problem]) -> ReportDialog | None:
    """Show the remarks about a file that was written; do nothing if there are none."""
    if not remarks:
        return None
    text = QCoreApplication.translate("Export", "The file was saved; some of it is not as it is in the register:")
    close = QCoreApplication.translate("Export", "Close")
    dialog = new_report(
        QGuiApplication.applicationDisplayName(), text, "\n".join(map(sentence, remarks)), close, window
    )
    dialog.open()
    return dialog
