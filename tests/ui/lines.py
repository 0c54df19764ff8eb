"""The lines of text on a label."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel


def widest_line(label: QLabel) -> int:
    """The width of the widest line of a label, which is more than that of the label if one is cut."""
    room = QRect(0, 0, label.width(), 0)
    return label.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, label.text()).width()
