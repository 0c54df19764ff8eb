"""Roles and names of widgets for screen readers, where Qt's own are missing or wrong."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLineEdit, QPushButton, QWidget

_INTERFACE = "accessible interface"
# The name of the action by which screen readers press a button.
_PRESS = "Press"


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Give a widget a role for screen readers, such as a document or an alert; its class must be one of ours."""
    be_heard(widget, lambda it: QAccessibleWidget(it, role))


def be_heard(widget: QWidget, make: Callable[[Any], QAccessibleInterface]) -> None:
    """Give a widget the accessible interface that `make` returns, made when a screen reader first needs it."""
    widget.setProperty(_INTERFACE, make)


class PressedInterface(QAccessibleWidget):
    """The accessible interface of a button that Qt knows none for: screen readers can press it."""

    def __init__(self, button: QAbstractButton, role: QAccessible.Role) -> None:
        super().__init__(button, role)
        self._button = button

    def actionNames(self) -> list[str]:
        return [_PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == _PRESS:
            self._button.click()
        else:
            super().doAction(name)


def stand_for_one(button: QPushButton) -> None:
    """Make screen readers report a button as one of several exclusive ones, which a QButtonGroup does not."""
    button.setCheckable(True)
    button.setAutoExclusive(True)


def name_clear_button(field: QLineEdit, name: str) -> None:
    """Name the clear button in a field, which Qt leaves without a name."""
    action = field.findChild(QAction, "_q_qlineeditclearaction")
    assert isinstance(action, QAction), "the field has one"
    action.setText(name)


def _interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """The accessible interface of a widget; None leaves that to Qt's own classes."""
    make: Callable[[QObject], QAccessibleInterface] | None = thing.property(_INTERFACE)
    return None if make is None else make(thing)


# Installed at import: interfaces made here must outlive Qt's cache of them, or Qt crashes at the end.
QAccessible.installFactory(_interface)
