"""The header of the list: a click sorts by a column, Shift and a click by a further one; columns can be dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QHeaderView, QStyle, QStyleOptionHeaderV2, QWidget

from riskdesk.domain.listing import Sort
from riskdesk.kit.colours import colours_of
from riskdesk.kit.shapes import chevron
from riskdesk.kit.theme import UNIT

_SIDE, _SIGN, _GAP = 10, 14, 4
_NARROWEST = 36
HEIGHT = 4 * UNIT


class ListHead(QHeaderView):
    """The header of the list, which shows by which columns it is sorted and in which order.

    `sort_wanted` carries a column to sort by, and whether in addition to the others.
    """

    sort_wanted = Signal(int, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorts: Sequence[Sort] = ()
        self._names: Sequence[str] = ()
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_NARROWEST)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.sectionClicked.connect(self._on_clicked)

    def setSelectionModel(self, _of_table: QItemSelectionModel) -> None:
        """Use an empty selection model: with that of the table, Qt asks each row for each section that it paints."""
        super().setSelectionModel(QItemSelectionModel(self.model(), self))

    def show_sorts(self, sorts: Sequence[Sort], names: Sequence[str]) -> None:
        """Show the sort keys; `names` are the fields of the columns."""
        self._sorts, self._names = sorts, names
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(HEIGHT, self.fontMetrics().height() + 2 * UNIT))

    def title_widths(self) -> list[int]:
        """The width of each column at which its title is seen whole, also with the arrow of a sort key."""
        metrics, around = QFontMetrics(self._font()), 2 * _SIDE + _GAP + _SIGN
        return [metrics.horizontalAdvance(self._title(logical)) + around for logical in range(self.count())]

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        option = QStyleOptionHeaderV2()
        self.initStyleOption(option)
        self.initStyleOptionForIndex(option, logical)
        option.rect = rect
        painter.save()
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        colours = colours_of(self.palette())
        key = self._key(logical)
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(self._font())
        painter.setPen(QColor(colours.ink if key is not None else colours.quiet))
        if key is not None:
            room.setRight(self._paint_key(painter, room, key) - _GAP)
        elided = painter.fontMetrics().elidedText(self._title(logical), Qt.TextElideMode.ElideRight, room.width())
        flags = self.model().headerData(logical, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(room, int(flags or self.defaultAlignment()), elided)
        painter.restore()

    def sectionSizeFromContents(self, logical: int) -> QSize:
        size = super().sectionSizeFromContents(logical)
        return QSize(size.width() + 2 * _SIGN, size.height())

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _title(self, logical: int) -> str:
        return str(self.model().headerData(logical, self.orientation(), Qt.ItemDataRole.DisplayRole) or "")

    def _paint_key(self, painter: QPainter, room: QRect, place: int) -> int:
        """Paint the arrow of a sort key, and its number if there are several; return their left edge."""
        colours, left = colours_of(self.palette()), room.right() + 1
        if len(self._sorts) > 1:
            number = str(place + 1)
            wide = painter.fontMetrics().horizontalAdvance(number)
            left -= wide
            painter.drawText(QRect(left, room.top(), wide, room.height()), Qt.AlignmentFlag.AlignVCenter, number)
        left -= _SIGN
        way = Qt.ArrowType.DownArrow if self._sorts[place].descending else Qt.ArrowType.UpArrow
        chevron(painter, QRect(left, room.top(), _SIGN, room.height()), colours.ink, way, 8)
        return left

    def _key(self, logical: int) -> int | None:
        """The place of a column among the sort keys, if it is one."""
        if not 0 <= logical < len(self._names):
            return None
        return next((place for place, sort in enumerate(self._sorts) if sort.field == self._names[logical]), None)

    def _on_clicked(self, logical: int) -> None:
        further = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self.sort_wanted.emit(logical, bool(further))
