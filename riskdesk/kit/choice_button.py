"""A flat button for one of several exclusive choices, reported as such to screen readers."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QToolButton, QWidget

from riskdesk.kit.roles import PressedInterface, be_heard


class ChoiceButton(QToolButton):
    """A flat button for one of several exclusive choices, which Qt would report to screen readers as a check box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        be_heard(self, _Heard)
        self.setCheckable(True)
        self.setAutoRaise(True)


class _Heard(PressedInterface):
    """The accessible interface of the button: one of several, checked or not."""

    def __init__(self, button: ChoiceButton) -> None:
        super().__init__(button, QAccessible.Role.RadioButton)

    def text(self, kind: QAccessible.Text) -> str:
        text = super().text(kind)
        return text or (self._button.text() if kind == QAccessible.Text.Name else "")

    def state(self) -> QAccessible.State:
        state = super().state()
        state.checkable, state.checked = True, self._button.isChecked()
        return state
