"""What the wheel of a mouse changes."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget


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
