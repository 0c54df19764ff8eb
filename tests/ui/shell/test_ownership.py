"""What keeps a widget for Python is what keeps it for Qt: else one goes with another, or nothing does away with it."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import dump, getAllValidWrappers, ownedByPython

from riskdesk.ui.inspector import Inspector
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import Opened, action

_PARENT = re.compile(r"^parent\.+ .*?(0x[0-9a-f]+)[^x]*$", re.MULTILINE)


def above(child: QObject) -> Iterator[QObject]:
    """What an object stands in."""
    parent = child.parent()
    while parent is not None:
        yield parent
        parent = parent.parent()


def astray() -> list[str]:
    """The widgets that Python takes to be where they are not."""
    known = {id(wrapper): wrapper for wrapper in getAllValidWrappers() if isinstance(wrapper, QObject)}
    wrong = []
    for widget in known.values():
        if not isinstance(widget, QWidget) or isinstance(widget, QMenu):
            continue
        match, around = _PARENT.search(dump(widget)), set(map(id, above(widget)))
        parent = known.get(int(match[1], 16)) if match else None
        # A layout or a group of buttons goes with what it stands in.
        if parent is not None and around.isdisjoint({id(parent), id(parent.parent())}):
            wrong.append(f"{widget} is a child of {parent}, and not of {widget.parent()}")
        if around and ownedByPython(widget):
            wrong.append(f"{widget} is Python's, and not of {widget.parent()}")
    return wrong


@pytest.fixture
def window(open_window: Opened) -> MainWindow:
    return open_window()


def tab(times: int) -> None:
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def test_at_first(window: MainWindow) -> None:
    # To find what is in a window would tell Python that it is.
    assert astray() == []
    assert window.findChild(Inspector)


def test_after_a_walk(window: MainWindow) -> None:
    for name in ("show_gaps", "show_preview", "view_list", "view_matrix", "view_sheet"):
        action(window, name).trigger()
    action(window, "go_registers").trigger()
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert astray() == []
