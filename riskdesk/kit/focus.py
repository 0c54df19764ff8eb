"""Why the focus leaves a field, and the order in which Tab moves it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

# Reasons for which it goes to a menu, which acts on the text and gives the focus back.
TO_MENUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


def next_in_chain(widget: QWidget) -> QWidget:
    """The next widget in the focus chain of a window, which is a ring of all its widgets."""
    following = widget.nextInFocusChain()
    assert following is not None, "the chain leads round"
    keep_with(following.parentWidget(), following)
    return following


def has_proxy(widget: QWidget) -> bool:
    """Whether a widget passes the focus on to another one."""
    proxy = widget.focusProxy()
    if proxy is None:
        return False
    keep_with(proxy.parentWidget(), proxy)
    return True


def keep_with(parent: QWidget | None, widget: QWidget) -> None:
    """Tell PySide the parent of a widget again.

    PySide takes what a getter returns, such as the next widget in the chain, for a child of the widget that was asked:
    once that is deleted, neither the other nor its children can be used in Python. A widget that replaces another one
    in a splitter would be deleted with its last reference in Python. For Qt the parent is the same: nothing happens.
    """
    widget.setParent(parent)
