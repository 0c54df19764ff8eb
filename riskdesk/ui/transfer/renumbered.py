"""Telling the user which references are others now, as they were taken."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from riskdesk.kit.alerts import alert


def tell_renumbered(window: QWidget, renumbered: Sequence[tuple[str, str]]) -> QMessageBox | None:
    """Tell of each reference that was taken and the one that its risk has now; nothing if there is none."""
    if not renumbered:
        return None
    text = QCoreApplication.translate("Renumbered", "Some references were taken; these risks have new ones:")
    box = alert(window, text, "\n".join(f"{old} → {new}" for old, new in renumbered))
    box.setIcon(QMessageBox.Icon.Information)
    return box
