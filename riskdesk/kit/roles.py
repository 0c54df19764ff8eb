"""What screen readers take a widget for, and call it, where Qt does not say it."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QAccessibleWidget, QLineEdit, QWidget

_ROLE = "role of what is heard"


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Have a widget be heard as a document, an alert or whatever else it is."""
    _install()
    widget.setProperty(_ROLE, role)


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt is to ask about a widget with a role; None leaves that to Qt's own classes."""
    role = thing.property(_ROLE)
    return None if role is None or not isinstance(thing, QWidget) else QAccessibleWidget(thing, role)


def name_clear_button(field: QLineEdit, name: str) -> None:
    """Name the button in a field that clears it, which Qt leaves without a name."""
    action = field.findChild(QAction, "_q_qlineeditclearaction")
    assert isinstance(action, QAction), "the field has one"
    action.setText(name)
