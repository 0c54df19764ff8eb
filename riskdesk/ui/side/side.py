"""The left of the window: the registers as high as they need, and below them the categories."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.ui.side.panel import Panel

# How much of the window's height the registers take at most: what comes and goes below the side moves nothing in it.
_SHARE = 1 / 3


class Side(QWidget):
    """Gives the upper panel the height of its list, as far as the lower one keeps most of the room."""

    def __init__(self, upper: Panel, lower: Panel) -> None:
        super().__init__()
        self._upper = upper
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(upper)
        layout.addWidget(lower, 1)
        upper.laid_out.connect(self._share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        self._upper.setFixedHeight(self._upper.needed_height(round(self.window().height() * _SHARE)))
