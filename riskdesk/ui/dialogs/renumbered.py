"""The message that lists references which were replaced by new ones, as they were taken."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from riskdesk.ui.dialogs.report import ReportDialog, new_report


def tell_renumbered(window: QWidget, renumbered: Sequence[tuple[str, str]]) -> ReportDialog | None:
    """Show each reference that was taken, with the new reference of its risk; do nothing if there is none."""
    if not renumbered:
        return None
    text = QCoreApplication.translate("Renumbered", "Some references were taken; these risks have new ones:")
    lines = "\n".join(f"{old} → {new}" for old, new in renumbered)
    close = QCoreApplication.translate("Renumbered", "Close")
    dialog = new_report(QGuiApplication.applicationDisplayName(), text, lines, close, window)
    dialog.open()
    return dialog
