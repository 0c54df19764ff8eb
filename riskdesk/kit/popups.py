"""Popups that belong to fields: calendars, lists of choices and of names, menus."""

from collections.abc import Collection

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget


def close_popups_of(owners: Collection[object]) -> None:
    """Close the popups that were opened in any of these widgets, so that nothing can be chosen in them any more."""
    while (popup := QApplication.activePopupWidget()) is not None and _belongs(popup, owners):
        popup.close()


def _belongs(popup: QWidget, owners: Collection[object]) -> bool:
    # A list of names has no parent: it leaves the keyboard to its field.
    widget: QObject | None = popup.focusProxy() or popup
    while widget is not None and not any(widget is owner for owner in owners):
        widget = widget.parent()
    return widget is not None
