"""The scale of a register as a field: a button with its name, which opens the editor."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from riskdesk.domain.scale import Scale
from riskdesk.kit.fields.base import LEAST_HEIGHT
from riskdesk.kit.plain import with_ampersands
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_text


class ScaleField(QPushButton):
    """A button that shows the name of a register's scale and opens its editor.

    As the scale is changed there, `committed` is never emitted here.
    """

    committed = Signal(object)
    reason = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setAutoDefault(False)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_value(self, value: Scale) -> None:
        """Show a scale."""
        self._name = ui_text(value.name)
        self.setAccessibleDescription(self._name)
        self._show()

    def commit(self) -> None:
        """Do nothing: there is no unsaved value."""

    def restore(self) -> None:
        """Do nothing: the stored value is always shown."""

    def refuse(self, _reason: str) -> None:
        """Do nothing: nothing is stored from here."""

    def typed(self) -> None:
        """Return None: there is no typed text."""

    def stops(self) -> list[QWidget]:
        return [self]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show()

    def _show(self) -> None:
        text = self.tr("{name}…").format(name=self._name)
        room = self.width() - 4 * UNIT
        self.setText(with_ampersands(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room)))
