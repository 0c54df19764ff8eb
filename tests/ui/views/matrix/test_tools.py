"""The row above the matrix: named, large enough to be hit, in one order with what stands below it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from tests.ui.views.matrix.conftest import User


def test_each_tool_has_a_name_and_a_tooltip_and_can_be_hit(user: User) -> None:
    tools = user.matrix.tools.findChildren(QToolButton)
    names = [tool.accessibleName() for tool in tools]
    assert len(set(names)) == len(names) == 9
    assert all(tool.toolTip() and tool.width() >= 24 and tool.height() >= 24 for tool in tools)
    assert not any("…" in name for name in names)


def test_tab_goes_through_the_tools_to_the_matrix(user: User) -> None:
    user.matrix.tools.findChildren(QToolButton)[0].setFocus()
    been = []
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        been.append(QApplication.focusWidget())
    assert user.matrix.grid in been
    assert been.index(user.matrix.grid) >= 5


@pytest.mark.parametrize("width", [340, 480, 900])
def test_the_tools_take_more_rows_where_there_is_less_room(user: User, width: int) -> None:
    user.matrix.resize(width, 500)
    tools = user.matrix.tools
    rect = tools.rect()
    assert all(rect.contains(tool.mapTo(tools, tool.rect().bottomRight())) for tool in tools.findChildren(QToolButton))
