"""Levels are inserted and removed anywhere, and risks keep the levels that are left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from riskdesk.desk import scales
from riskdesk.domain.label import Label
from riskdesk.domain.remap import Remap
from riskdesk.domain.scale import Level
from riskdesk.kit.plain import without_letter
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.scale.editor import ScaleDialog
from riskdesk.ui.scale.remapping import RemapDialog
from tests.ui.conftest import tree_of
from tests.ui.scale.conftest import Open, named_widget, press, write

FIVE = scales.profile("5x5")
BEFORE, AFTER, REMOVE = "Insert a level before this one", "Insert a level after this one", "Remove this level"


def menu_of(dialog: QWidget, number: int) -> QMenu:
    button = named_widget(dialog, f"Level {number}: insert or remove")
    assert isinstance(button, QToolButton)
    return button.menu()


def do(dialog: QWidget, number: int, what: str) -> None:
    """Choose from the menu of a level with the keyboard."""
    menu = menu_of(dialog, number)
    (action,) = (action for action in menu.actions() if without_letter(action.text()) == what)
    menu.popup(dialog.mapToGlobal(dialog.rect().center()))
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def can(dialog: QWidget, number: int) -> dict[str, bool]:
    return {without_letter(action.text()): action.isEnabled() for action in menu_of(dialog, number).actions()}


def names(levels: tuple[Level, ...]) -> list[str]:
    return [level.name.en for level in levels]


def painted(dialog: ScaleDialog) -> list[str]:
    return ["".join(map(str, row)) for row in dialog.draft.table]


def test_one_in_the_middle_is_removed_with_its_words_and_comes_back_where_it_is_asked_for(edited: Open) -> None:
    dialog = edited()
    do(dialog, 3, REMOVE)
    assert dialog.draft.likelihood == (*FIVE.likelihood[:2], *FIVE.likelihood[3:])
    assert QApplication.focusWidget() is named_widget(dialog, "Level 3: insert or remove")
    do(dialog, 1, BEFORE)
    assert dialog.draft.likelihood == (FIVE.likelihood[2], *FIVE.likelihood[:2], *FIVE.likelihood[3:])
    do(dialog, 5, AFTER)
    assert names(dialog.draft.likelihood) == ["Medium", "Very low", "Low", "High", "Very high", ""]
    press(Qt.Key.Key_End)
    QTest.keyClicks(QApplication.focusWidget(), "Certain")
    assert dialog.draft.likelihood[-1].name == Label("Certain", "")
    do(dialog, 6, REMOVE)
    assert QApplication.focusWidget() is named_widget(dialog, "Level 5: insert or remove")
    assert dialog.draft.impact == FIVE.impact


def test_there_are_never_too_many_nor_too_few(edited: Open) -> None:
    dialog = edited()
    assert can(dialog, 1) == {BEFORE: True, AFTER: True, REMOVE: True}
    for _ in range(3):
        do(dialog, 1, REMOVE)
    assert can(dialog, 2) == {BEFORE: True, AFTER: True, REMOVE: False}
    for _ in range(8):
        do(dialog, 2, AFTER)
    assert can(dialog, 10) == {BEFORE: False, AFTER: False, REMOVE: True}


@pytest.mark.parametrize(("page", "turned"), [("Likelihood", False), ("Impact", True)])
def test_what_is_painted_stays_with_its_level(edited: Open, page: str, *, turned: bool) -> None:
    dialog = edited()
    dialog.show_scale(scales.profile("pm2-risk-log"))
    dialog._bands._rule.setCurrentIndex(dialog._bands._rule.findText("A table, painted on the matrix"))
    before = painted(dialog)
    (button,) = (button for button in dialog.findChildren(QPushButton) if button.property("plain") == page)
    button.click()
    do(dialog, 2, REMOVE)
    left = [row[:1] + row[2:] for row in before] if turned else before[:1] + before[2:]
    assert painted(dialog) == left
    do(dialog, 2, BEFORE)
    assert painted(dialog) == before
    write(named_widget(dialog, "Level 2: name in English"), "Low again")
    assert painted(dialog) == before
    do(dialog, 2, REMOVE)
    dialog._paint(1, 1, 1)
    do(dialog, 2, BEFORE)
    assert painted(dialog) == [f"1{before[0][1:]}", *before[1:]]


def test_risks_keep_the_levels_that_are_left(edited: Open, workbench: Workbench, assessed: None) -> None:
    assert assessed is None
    before = {risk.id: risk.likelihood for risk in tree_of(workbench).risks}
    dialog = edited()
    do(dialog, 3, REMOVE)
    dialog.yes.click()
    remapping = dialog.findChild(RemapDialog)
    assert remapping.remap() == Remap((1, 2, 3, 3, 4), (1, 2, 3, 4, 5))
    remapping.accept()
    becomes = {None: None, 1: 1, 2: 2, 3: 3, 4: 3, 5: 4}
    assert {risk.id: risk.likelihood for risk in tree_of(workbench).risks} == {
        identity: becomes[level] for identity, level in before.items()
    }


def test_a_level_that_moves_takes_its_risks_along(edited: Open, assessed: None) -> None:
    assert assessed is None
    dialog = edited()
    do(dialog, 1, REMOVE)
    do(dialog, 4, AFTER)
    assert names(dialog.draft.likelihood) == ["Low", "Medium", "High", "Very high", "Very low"]
    dialog.yes.click()
    assert dialog.findChild(RemapDialog).remap().likelihood == (5, 1, 2, 3, 4)


def test_what_is_wrong_is_told_at_the_level_that_it_is_about(edited: Open) -> None:
    dialog = edited()
    field = named_widget(dialog, "Level 4: name in English")
    assert isinstance(field, QLineEdit)
    write(field, "")
    write(named_widget(dialog, "Level 4: name in French"), "")
    assert field.accessibleDescription()
    do(dialog, 2, REMOVE)
    assert not field.accessibleDescription()
    assert named_widget(dialog, "Level 3: name in English").accessibleDescription()
