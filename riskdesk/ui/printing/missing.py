"""The message about characters that no font has."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from riskdesk.kit.alerts import alert


def missing_text() -> str:
    """The text to be followed by those characters."""
    return QCoreApplication.translate("Missing", "Some characters cannot be printed:")


def tell_missing(window: QWidget, missing: Sequence[str]) -> QMessageBox | None:
    """Show an alert with those characters, if there are any."""
    return alert(window, missing_text(), " ".join(missing)) if missing else None
