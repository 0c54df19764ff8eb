"""Telling the user which characters no font has."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from riskdesk.kit.alerts import alert


def missing_told() -> str:
    """The sentence that stands before those characters."""
    return QCoreApplication.translate(
        "Missing", "Some characters are in no font of Riskdesk and are printed as a replacement sign:"
    )


def tell_missing(window: QWidget, missing: Sequence[str]) -> None:
    """Tell of them, where there are any."""
    if missing:
        alert(window, missing_told(), " ".join(missing))
