"""The legend of a matrix whose cells have no room for the names of bands."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from riskdesk.domain.scale import Rule, Shade
from riskdesk.kit.colours import colours_of
from riskdesk.kit.flow import Flow
from riskdesk.kit.fonts import scaled_font
from riskdesk.kit.plain import as_tip
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.shapes import plate
from riskdesk.kit.theme import UNIT
from riskdesk.ui.assess.cell import SMALL
from riskdesk.ui.assess.shown import ShownScale
from riskdesk.ui.scale.bands import tint

_CHIP = 3 * UNIT // 2
# The largest width of the name of a band.
_WIDEST = 24 * UNIT


class Legend(QWidget):
    """A legend that names each band beside its colour.

    If the cells have no score, they show the number of the band, and so does the legend.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale: ShownScale | None = None
        self._bands: list[QLabel] = []
        self._flow = Flow(UNIT)
        self.setLayout(self._flow)

    def show_scale(self, scale: ShownScale) -> None:
        """Show the bands of a scale, the lowest first."""
        if scale == self._scale:
            return
        for old in self._bands:
            self._flow.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._scale, numbered = scale, scale.scale.rule is Rule.TABLE
        names = (f"{number} {name}" if numbered else name for number, name in enumerate(scale.bands, 1))
        self._bands = [_Band(name, scale.scale.shade(place), self) for place, name in enumerate(names)]
        for band in self._bands:
            self._flow.addWidget(band)
            # A layout shows its widgets only when the event loop is idle, and reserves no space for them before.
            band.show()


class _Band(PlainLabel):
    """The name of a band beside a swatch of its colour."""

    def __init__(self, name: str, shade: Shade, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._shade = shade
        self.setFont(scaled_font(self.font(), SMALL))
        self.setText(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _WIDEST))
        self.setAccessibleName(name)
        self.setToolTip(as_tip(name))
        self.setContentsMargins(_CHIP + UNIT // 2, 0, 0, 0)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, _CHIP + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = colours_of(self.palette()), QPainter(self)
        chip = QRectF(0, (self.height() - _CHIP) / 2, _CHIP, _CHIP)
        plate(painter, chip, tint(self._shade, QColor(colours.base)).name(), colours.edge, radius=2)
        painter.end()
        super().paintEvent(event)
