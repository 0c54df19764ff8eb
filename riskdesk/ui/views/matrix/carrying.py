"""Drawing what the mouse does in a matrix: the rubber band, and the chips that are dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from riskdesk.domain.matrix import Chip
from riskdesk.kit.colours import Colours
from riskdesk.kit.shapes import smooth
from riskdesk.ui.views.matrix.appearance import Appearance
from riskdesk.ui.views.matrix.arranging import Box
from riskdesk.ui.views.matrix.chips import ChipPainter
from riskdesk.ui.views.matrix.fonts import width_of
from riskdesk.ui.views.matrix.picture import Picture

# The distance of dragged chips from the mouse, and of each from the one before; at most so many are drawn.
_HANG, _FAN, _MOST = 8, 4, 3
# The opacity of the rubber band's ground, out of 255.
_BAND = 40


def paint_band(painter: QPainter, band: Box, colours: Colours) -> None:
    """Draw a rubber band."""
    ground = QColor(colours.focus)
    ground.setAlpha(_BAND)
    painter.setPen(QPen(QColor(colours.focus), 1))
    painter.setBrush(ground)
    painter.drawRect(QRectF(*band).adjusted(0.5, 0.5, -0.5, -0.5))


def paint_carried(
    painter: QPainter, picture: Picture, appearance: Appearance, chips: Sequence[Chip], place: QPoint
) -> None:
    """Draw the first of the dragged chips at the mouse, and their number if there are several."""
    sizes = picture.sizes
    for number, chip in reversed([*enumerate(chips[:_MOST])]):
        hang = _HANG + _FAN * number
        room = QRectF(place.x() + hang, place.y() + hang, sizes.reference, sizes.chip)
        ChipPainter(painter, picture, appearance).chip(chip, room, titled=False)
    if len(chips) > 1:
        text, font = picture.words.number(len(chips)), picture.lettering.small_bold
        width = width_of(text, font) + sizes.small
        badge = QRectF(place.x() + _HANG + sizes.reference - width / 2, place.y(), width, sizes.small + 2)
        with smooth(painter):
            painter.setPen(QPen(QColor(appearance.colours.base), 1))
            painter.setBrush(QColor(appearance.colours.ink))
            painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setFont(font)
        painter.setPen(QColor(appearance.colours.base))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
