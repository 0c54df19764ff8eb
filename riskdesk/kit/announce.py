"""Telling screen readers what happened, where no widget with the focus tells it by itself."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_Politeness = QAccessible.AnnouncementPoliteness


def say(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Have screen readers say a text that concerns a widget: in its turn, or at once where it is `assertive`."""
    if not text:
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(_Politeness.Assertive if assertive else _Politeness.Polite)
    QAccessible.updateAccessibility(event)
