"""What screen readers take a widget for, and call it, where Qt does not say it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QAccessibleWidget, QLineEdit, QPushButton, QWidget

_HEARD = "what is heard"


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Have a widget be heard as a document, an alert or whatever else it is; its class is one of ours."""
    be_heard(widget, lambda it: QAccessibleWidget(it, role))


def be_heard(widget: QWidget, make: Callable[[Any], QAccessibleInterface]) -> None:
    """Have screen readers know a widget by what `make` makes for it, once somebody listens."""
    widget.setProperty(_HEARD, make)


def stand_for_one(button: QPushButton) -> None:
    """Let screen readers hear a button as one of several of which one holds; a group of Qt's does not do that."""
    button.setCheckable(True)
    button.setAutoExclusive(True)


def name_clear_button(field: QLineEdit, name: str) -> None:
    """Name the button in a field that clears it, which Qt leaves without a name."""
    action = field.findChild(QAction, "_q_qlineeditclearaction")
    assert isinstance(action, QAction), "the field has one"
    action.setText(name)


def _interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt is to ask about a widget; None leaves that to Qt's own classes."""
    make: Callable[[QObject], QAccessibleInterface] | None = thing.property(_HEARD)
    return None if make is None else make(thing)


# Now, before anything is heard: what is made here must go after what Qt keeps of it, or Qt ends with a crash.
QAccessible.installFactory(_interface)
