"""Where the focus goes when it leaves a field, and in which order Tab takes what can have it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

# Why it goes to a menu, which acts on the text and gives the focus back.
TO_MENUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


def next_in_chain(widget: QWidget) -> QWidget:
    """The widget that follows in the focus chain of a window, which leads round through all that is in it."""
    following = widget.nextInFocusChain()
    assert following is not None, "the chain leads round"
    # PySide takes what this returns for a child of the widget: once that is deleted, the other could be used no more,
    # nor could what is in it. For Qt, it has this parent already, and nothing happens.
    following.setParent(following.parentWidget())
    return following
