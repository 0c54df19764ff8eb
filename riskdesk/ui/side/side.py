"""The left of the window: the registers as high as they need, and below them the categories."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.kit.theme import STEP
from riskdesk.ui.side.panel import Panel

# How much of the window's height the registers take, unless the categories need less than the rest; and what stands
# above and below the side at most: what comes and goes there moves nothing in it.
_SHARE, _BESIDE = 1 / 3, 28 * STEP


class Side(QWidget):
    """The left side of a window, with one panel above another.

    The upper panel gets the height of its list, as far as the lower one keeps most of the room or all it needs.
    """

    def __init__(self, upper: Panel, lower: Panel) -> None:
        super().__init__()
        self._upper, self._lower = upper, lower
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(upper)
        layout.addWidget(lower, 1)
        upper.laid_out.connect(self._share)
        lower.laid_out.connect(self._share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        whole = self.window().height()
        share, room = round(whole * _SHARE), max(0, whole - _BESIDE)
        self._upper.setFixedHeight(self._upper.needed_height(max(share, room - self._lower.needed_height(room))))
