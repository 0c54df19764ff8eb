"""Why the focus leaves a field, the order in which Tab moves it, and what keeps it from going astray."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

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


def bring_to_front(stack: QStackedWidget, page: QWidget) -> bool:
    """Show a page of a stack; return whether the page before had the focus, which nothing has then.

    Qt would give it to the first widget of the page that takes it, and screen readers would report that one.
    """
    before, focused = stack.currentWidget(), QApplication.focusWidget()
    is_inside = before is not None and focused is not None and (before is focused or before.isAncestorOf(focused))
    if focused is None or before is page or not is_inside:
        stack.setCurrentWidget(page)
        return False
    focused.clearFocus()
    stack.setCurrentWidget(page)
    return True


def keep_with(parent: QWidget | None, widget: QWidget) -> None:
    """Tell PySide the parent of a widget again.

    PySide takes what a getter returns, such as the next widget in the chain, for a child of the widget that was asked:
    once that is deleted, neither the other nor its children can be used in Python. A widget that replaces another one
    in a splitter would be deleted with its last reference in Python. For Qt the parent is the same: nothing happens.
    """
    widget.setParent(parent)
