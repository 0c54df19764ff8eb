"""A square of a colour, as an icon."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from riskdesk.kit.colours import colours_of

SWATCH = QSize(18, 18)


def swatch(colour: QColor, widget: QWidget) -> QIcon:
    """A square of a colour with an edge, for a widget; it has the same colour in the selected row of a list."""
    ratio = widget.devicePixelRatioF()
    picture = QPixmap(SWATCH * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour)
    painter.setPen(QColor(colours_of(widget.palette()).edge))
    painter.drawRoundedRect(1, 1, SWATCH.width() - 2, SWATCH.height() - 2, 4, 4)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
