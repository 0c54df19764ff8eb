"""The left side of the window: the registers, as high as they need, and below them the categories."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.kit.theme import UNIT
from riskdesk.ui.side.panel import Panel

# The share of the window's height for the registers, unless the categories need less than the rest; and the largest
# height of all bars above and below, which is always reserved, so that bars do not change the shares.
_SHARE, _BESIDE = 1 / 3, 28 * UNIT


class Side(QWidget):
    """The left side of a window, with one panel above another.

    The upper panel gets the height of its list, as long as the lower one has most of the height or all it needs.
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
