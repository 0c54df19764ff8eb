"""Where the focus goes when it leaves a field, and in which order Tab takes what can have it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

# Why it goes to a menu, which acts on the text and gives the focus back.
TO_MENUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


def next_in_chain(widget: QWidget) -> QWidget:
    """The widget that follows in the focus chain of a window, which leads round through all that is in it."""
    following = widget.nextInFocusChain()
    assert following is not None, "the chain leads round"
    keep_with(following.parentWidget(), following)
    return following


def has_proxy(widget: QWidget) -> bool:
    """Whether a widget gives the focus on to another one."""
    proxy = widget.focusProxy()
    if proxy is None:
        return False
    keep_with(proxy.parentWidget(), proxy)
    return True


def keep_with(parent: QWidget | None, widget: QWidget) -> None:
    """Let Python know the parent of a widget as well.

    PySide takes what a getter returns for a child of the widget that was asked, such as the next one in the chain: once
    that is deleted, the other could be used no more, nor could what is in it. What replaces another one in a splitter
    would go as soon as nobody knows of it in Python. For Qt, it has this parent already, and nothing happens.
    """
    widget.setParent(parent)
