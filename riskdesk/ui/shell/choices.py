"""A menu of choices of which one holds, such as the language of the window."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu


def add_choices(
    menu: QMenu, title: str, choices: Mapping[str, str], current: str, choose: Callable[[str], None]
) -> None:
    """Add a submenu with an entry for each choice (value to text); `choose` is called with the value."""
    submenu = menu.addMenu(title)
    group = QActionGroup(submenu)
    for value, text in choices.items():
        action = QAction(text, group)
        action.setCheckable(True)
        action.setChecked(value == current)
        action.triggered.connect(lambda _checked=False, value=value: choose(value))
        submenu.addAction(action)
