"""Drawing the chips of a matrix: references with as much of their titles as has room, and counts."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from riskdesk.domain.matrix import Chip, MatrixCell
from riskdesk.domain.printing import Sides
from riskdesk.kit.colours import CURRENT_HIT, HIT
from riskdesk.kit.plain import in_its_direction
from riskdesk.kit.shapes import smooth
from riskdesk.ui.scale.bands import ink_on
from riskdesk.ui.views.matrix.appearance import Appearance
from riskdesk.ui.views.matrix.arranging import Box
from riskdesk.ui.views.matrix.fonts import cut, width_of
from riskdesk.ui.views.matrix.picture import Picture

_ROUND, _EDGE, _THICK = 5.0, 1.0, 2.5


class ChipPainter:
    """A painter of the chips in a matrix.

    If both sides are shown, the chips before mitigation have dashed edges.
    """

    def __init__(self, painter: QPainter, picture: Picture, appearance: Appearance) -> None:
        self._painter, self._picture, self._appearance = painter, picture, appearance
        self._colours, self._letters = appearance.colours, picture.lettering
        self._both = picture.board.sides is Sides.BOTH
        self._padding = width_of("0", self._letters.text) / 2

    def paint(self, cell: MatrixCell | None) -> None:
        """Draw the chips and the count of a cell."""
        arranged = self._picture.arranged(cell)
        for chip, box in self._picture.shown(cell):
            self.chip(chip, QRectF(*box), titled=arranged.titled)
        if arranged.more is not None:
            self._count(cell, arranged.more)

    def chip(self, chip: Chip, room: QRectF, *, titled: bool) -> None:
        """Draw a chip in a room."""
        selected = chip.risk.id in self._appearance.selected
        ground = self._ground(chip.risk.id, selected=selected)
        self._plate(room, ground, selected=selected, broken=self._both and not chip.residual)
        ink = ink_on(ground)
        reference, title = self._picture.chip_text(chip)
        inside = room.adjusted(self._padding, 0, -self._padding, 0)
        bold = QFont(self._letters.bold)
        bold.setStrikeOut(chip.risk.ended)
        if not titled:
            self._text(inside, cut(reference, bold, inside.width()), bold, ink, Qt.AlignmentFlag.AlignCenter)
            return
        shown_reference = cut(reference, bold, min(inside.width(), self._picture.sizes.reference))
        self._text(inside, shown_reference, bold, ink, Qt.AlignmentFlag.AlignLeft)
        inside.setLeft(inside.left() + width_of(shown_reference, bold) + self._padding)
        self._text(inside, cut(title, self._letters.text, inside.width()), self._letters.text, ink, _LEFT)

    def _count(self, cell: MatrixCell | None, box: Box) -> None:
        hidden = self._picture.hidden_ids(cell)
        selected, is_hit = (not hidden.isdisjoint(ids) for ids in (self._appearance.selected, self._appearance.hits))
        ground = QColor(HIT) if is_hit else QColor(self._colours.accent if selected else self._colours.rest)
        self._plate(QRectF(*box), ground, selected=selected, broken=False)
        plus = "+" if self._picture.arranged(cell).chips else ""
        text, font = f"{plus}{self._picture.words.number(len(self._picture.hidden(cell)))}", self._letters.small_bold
        self._text(QRectF(*box), cut(text, font, box.width), font, ink_on(ground), Qt.AlignmentFlag.AlignCenter)

    def _ground(self, identity: str, *, selected: bool) -> QColor:
        appearance = self._appearance
        if identity == appearance.current_hit:
            return QColor(CURRENT_HIT)
        if identity in appearance.hits:
            return QColor(HIT)
        if selected:
            return QColor(self._colours.accent)
        return QColor(self._colours.hover if identity == appearance.hovered else self._colours.base)

    def _plate(self, room: QRectF, ground: QColor, *, selected: bool, broken: bool) -> None:
        width = _THICK if selected else _EDGE
        edge = self._colours.ink if selected else self._colours.edge
        with smooth(self._painter):
            self._painter.setBrush(ground)
            style = Qt.PenStyle.DashLine if broken else Qt.PenStyle.SolidLine
            self._painter.setPen(QPen(QColor(edge), width, style))
            inset = width / 2
            self._painter.drawRoundedRect(room.adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)

    def _text(self, room: QRectF, text: str, font: QFont, ink: QColor, place: Qt.AlignmentFlag) -> None:
        self._painter.setFont(font)
        self._painter.setPen(ink)
        flags = place | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self._painter.drawText(room, in_its_direction(flags, text), text)


_LEFT = Qt.AlignmentFlag.AlignLeft
