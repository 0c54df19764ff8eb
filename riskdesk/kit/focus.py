"""Where the focus goes when it leaves a field."""

from PySide6.QtCore import Qt

# Why it goes to a menu, which acts on the text and gives the focus back.
TO_MENUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
