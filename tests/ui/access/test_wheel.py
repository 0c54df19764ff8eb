"""Who turns the wheel wants to see what lies further down: no field is another one for it, even one with the focus."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.domain.values import RiskStatus
from riskdesk.kit.fields import ChoiceField
from riskdesk.ui.bench.workbench import Workbench
from tests.ui.conftest import Opened, inspector_field


def turned(window: QWidget) -> list[str]:
    """The fields in a window that the wheel takes hold of."""
    fields = [*window.findChildren(QComboBox), *window.findChildren(QAbstractSpinBox)]
    return [field.accessibleName() for field in fields if field.isVisible() and field.isEnabled() and turns(field)]


def turns(field: QComboBox | QAbstractSpinBox) -> bool:
    field.setFocus()
    before = said_by(field)
    return turn_over(field) or said_by(field) != before


def said_by(field: QComboBox | QAbstractSpinBox) -> str:
    return field.currentText() if isinstance(field, QComboBox) else field.text()


def turn_over(field: QWidget) -> bool:
    """Turn the wheel over a field; whether that took it."""
    middle = QPointF(field.rect().center())
    buttons, modifiers, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        middle, QPointF(field.mapToGlobal(middle)), QPoint(), QPoint(0, -120), buttons, modifiers, phase, False
    )
    QApplication.sendEvent(field, event)
    return event.isAccepted()


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
    field = inspector_field(window, "status")
    assert isinstance(field, ChoiceField)
    field.setFocus()
    place = next(at for at in range(field.count()) if field._values[field.itemText(at)] is RiskStatus.PROPOSED)
    field.setCurrentIndex(place)
    field.activated.emit(place)
    turn_over(field)
    field.commit()
    assert next(workbench.session.tree(tree.register.id).risks).status is RiskStatus.PROPOSED
