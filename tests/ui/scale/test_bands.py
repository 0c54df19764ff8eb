"""Bands are inserted and removed anywhere, and what is painted stays in the bands that are left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from riskdesk.domain.scale import BandColour, Rule
from riskdesk.kit.plain import without_letter
from riskdesk.ui.scale.editor import ScaleDialog
from tests.ui.scale.conftest import Open, named_widget

BEFORE, AFTER, REMOVE = "Insert a band before this one", "Insert a band after this one", "Remove this band"


def button(dialog: ScaleDialog, number: int) -> QToolButton:
    widget = named_widget(dialog, f"Band {number}: insert or remove")
    assert isinstance(widget, QToolButton)
    return widget


def do(dialog: ScaleDialog, number: int, what: str) -> None:
    """Choose from the menu of a band."""
    actions = button(dialog, number).menu().actions()
    next(action for action in actions if without_letter(action.text()) == what).trigger()


def can(dialog: ScaleDialog, number: int) -> list[bool]:
    return [action.isEnabled() for action in button(dialog, number).menu().actions()]


@pytest.fixture
def dialog(edited: Open) -> ScaleDialog:
    """The page of the bands of a scale with a painted table."""
    dialog = edited()
    next(tab for tab in dialog.findChildren(QPushButton) if tab.text() == "Bands").click()
    dialog._bands._rule.setCurrentIndex(dialog._bands._rule.findData(Rule.TABLE))
    return dialog


def names(dialog: ScaleDialog) -> list[str]:
    return [band.name.en for band in dialog.draft.bands]


def painted(dialog: ScaleDialog) -> list[list[str]]:
    return [[names(dialog)[place] for place in row] for row in dialog.draft.table]


def test_a_painted_band_in_the_middle_is_removed(dialog: ScaleDialog) -> None:
    before, cells = names(dialog), painted(dialog)
    do(dialog, 2, REMOVE)
    assert names(dialog) == [before[0], *before[2:]]
    assert painted(dialog) == [[before[2] if cell == before[1] else cell for cell in row] for row in cells]
    assert QApplication.focusWidget() is button(dialog, 2)


def test_a_band_is_inserted_and_named(dialog: ScaleDialog) -> None:
    before, cells = names(dialog), painted(dialog)
    do(dialog, 1, AFTER)
    QTest.keyClicks(QApplication.focusWidget(), "Between")
    assert names(dialog) == [before[0], "Between", *before[1:]]
    assert painted(dialog) == cells
    do(dialog, 1, BEFORE)
    assert names(dialog)[:2] == ["", before[0]]
    assert painted(dialog) == cells


def test_removed_bands_come_back_where_one_is_inserted_the_last_one_first(dialog: ScaleDialog) -> None:
    looks = [(band.name.en, band.colour) for band in dialog.draft.bands]
    dialog._bands._rows[1].colour.setCurrentIndex(1)
    looks[1] = (looks[1][0], BandColour.GREEN)
    do(dialog, 2, REMOVE)
    do(dialog, 1, REMOVE)
    do(dialog, 1, AFTER)
    do(dialog, 3, AFTER)
    do(dialog, 4, AFTER)
    assert [(band.name.en, band.colour) for band in dialog.draft.bands] == [
        *(looks[2], looks[0], looks[3], looks[1], ("", None)),
        *looks[4:],
    ]
    dialog._bands._count.setValue(2)
    do(dialog, 1, BEFORE)
    assert names(dialog) == [looks[3][0], looks[2][0], looks[0][0]]


def test_what_is_painted_on_removed_levels_follows_too(dialog: ScaleDialog) -> None:
    before, cells = names(dialog), painted(dialog)
    count = dialog._likelihood._count
    count.setValue(3)
    do(dialog, 1, REMOVE)
    count.setValue(5)
    assert painted(dialog) == [[before[1] if cell == before[0] else cell for cell in row] for row in cells]


def test_there_is_at_least_one_and_at_most_ten(dialog: ScaleDialog) -> None:
    count = dialog._bands._count
    assert can(dialog, 1) == [True, True, True]
    count.setValue(1)
    assert can(dialog, 1) == [True, True, False]
    count.setValue(10)
    assert can(dialog, 10) == [False, False, True]
    do(dialog, 10, REMOVE)
    assert QApplication.focusWidget() is button(dialog, 9)
    QTest.keyClick(button(dialog, 9), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is named_widget(dialog, "Band 9: colour")
