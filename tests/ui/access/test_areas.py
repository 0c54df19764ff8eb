"""Each area of the window can be seen, heard and worked by all: in English in the dark, and in French in the light."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from riskdesk.ui.assess.card import Card
from tests.ui.access.asked import faults
from tests.ui.access.every_area import AREAS, Areas
from tests.ui.access.names import names_are_whole
from tests.ui.access.seen import described

# The areas with buttons of which one holds.
WITH_CHOICES = ("list", "list without rows", "matrix", "assess card")


@pytest.mark.parametrize("of", AREAS)
def test_all_can_use_the_area(of: str, look: str, areas: Areas) -> None:
    assert look
    area = areas.show(of)
    names_are_whole(area)
    assert faults(area, *(menu.text() for menu in areas.window.menuBar().actions())) == {}
    buttons = [button for button in area.findChildren(QAbstractButton) if button.group() is not None]
    if isinstance(area, Card):
        buttons += area._pairs.values()
    assert bool(buttons) == (of in WITH_CHOICES)
    assert [
        described(interface)
        for interface in map(QAccessible.queryAccessibleInterface, buttons)
        if interface.role() != QAccessible.Role.RadioButton
    ] == []
