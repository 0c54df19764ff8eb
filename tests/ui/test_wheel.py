"""Who turns the wheel wants to see what lies further down: no field is another one for it, even one with the focus."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.domain.values import RiskStatus
from riskdesk.kit.fields import ChoiceField
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from tests.ui.access.test_dialogs import DIALOGS
from tests.ui.conftest import Opened
from tests.ui.every_dialog import every_dialog


def turn_over(field: QWidget) -> bool:
    """Turn the wheel over a field; whether that took it."""
    middle = QPointF(field.rect().center())
    buttons, modifiers, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        middle, QPointF(field.mapToGlobal(middle)), QPoint(), QPoint(0, -120), buttons, modifiers, phase, False
    )
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.parametrize("of", DIALOGS)
def test_the_wheel_changes_no_field_of(
    of: str, workbench: Workbench, home: Home, window: QMainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = every_dialog(workbench, home, window, tmp_path)[of]()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    boxes, numbers = dialog.findChildren(QComboBox), dialog.findChildren(QAbstractSpinBox)
    before = [box.currentText() for box in boxes], [number.text() for number in numbers]
    for field in (*boxes, *numbers):
        if field.isVisible() and field.isEnabled():
            field.setFocus()
            assert not turn_over(field)
    assert before == ([box.currentText() for box in boxes], [number.text() for number in numbers])


def test_a_status_stays_as_it_was_chosen_while_the_fields_are_scrolled(
    open_window: Opened, workbench: Workbench, qtbot: QtBot
) -> None:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    tree = workbench.tree()
    assert tree is not None
    risk = next(tree.risks)
    workbench.select([risk.id])
    assert window._inspector is not None
    field = window._inspector._current_page().fields["status"]
    assert isinstance(field, ChoiceField)
    field.setFocus()
    place = next(at for at in range(field.count()) if field._values[field.itemText(at)] is RiskStatus.PROPOSED)
    field.setCurrentIndex(place)
    field.activated.emit(place)
    turn_over(field)
    field.commit()
    assert next(workbench.session.tree(tree.register.id).risks).status is RiskStatus.PROPOSED
