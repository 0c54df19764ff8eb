"""The per cents on a progress bar."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar, QProgressDialog


def spell_per_cents(dialog: QProgressDialog) -> QProgressBar:
    """Let the bar in a dialog tell per cents as the user's language writes them, and return it."""
    strip = dialog.findChild(QProgressBar)
    assert strip is not None, "Qt has made one"
    strip.setFormat(QCoreApplication.translate("Waiting", "%p%"))
    return strip
