"""The strip beside the sheet with the place in the file of each risk."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from riskdesk.domain.sheets import FilePlace
from riskdesk.kit.colours import colours_of
from riskdesk.kit.theme import UNIT
from riskdesk.ui.importing.words import where, where_in_short
from riskdesk.ui.views.sheet import Sheet
from riskdesk.ui.views.sheet.layout.lines import BULLETS, SheetLine

_WIDE, _NARROW = 15 * UNIT, 7 * UNIT


class PlacesStrip(QWidget):
    """A strip beside the sheet of the preview, with the place in the file of each risk.

    It scrolls with the sheet. A place is not repeated in the lines below with the same one.
    """

    def __init__(self, sheet: Sheet, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._places: Mapping[str, FilePlace] = {}
        self._one_table = True
        sheet.viewport().installEventFilter(self)

    def show_places(self, places: Mapping[str, FilePlace]) -> None:
        """Show the places of items by their ids, with the names of tables if there are several."""
        self._places = places
        self._one_table = len({(place.kind, place.table) for place in places.values()}) < 2
        self.setVisible(bool(places))
        self.setFixedWidth(self._room())
        self.update()

    def _room(self) -> int:
        """The width of the longest place; a long name of a sheet is cut, and one place of each length is measured."""
        labels = {len(label): label for place in self._places.values() if (label := self._label(place))}
        widest = max(map(self.fontMetrics().horizontalAdvance, labels.values()), default=0) + 2 * UNIT
        is_cut = not self._one_table and any(place.name for place in self._places.values())
        return max(_NARROW, min(widest, _WIDE) if is_cut else widest)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # Whenever the sheet moves, it is painted, and the strip has to follow.
        if event.type() == QEvent.Type.Paint:
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), colours_of(self.palette())
        painter.fillRect(self.rect(), QColor(colours.desk))
        painter.setPen(QColor(colours.quiet))
        high, last = painter.fontMetrics().height(), ""
        for line, top in self._seen():
            place = self._places.get(line.id)
            label = "" if place is None else self._label(place)
            if label and label != last:
                room = QRect(UNIT, top, self.width() - UNIT, high)
                words = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideMiddle, room.width())
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
                last = label
        painter.end()

    def _seen(self) -> list[tuple[SheetLine, int]]:
        """The visible risks, or mitigations of entries without risks, each with the height at which it begins."""
        sheet = self._sheet
        geometry, top = sheet.layout_of_lines, sheet.verticalOffset()
        content, lines = geometry.content, []
        if not content.blocks:
            return []
        for number in range(geometry.block_at(top), len(content.blocks)):
            if geometry.top(number) > top + self.height():
                break
            block = content.blocks[number]
            left = [row for row in range(block.start, block.right) if content.lines[row].kind in BULLETS]
            rows = left or range(block.right, min(block.end, block.right + 1))
            lines += [(content.lines[row], geometry.text_rect(row).top() - top) for row in rows]
        return lines

    def _label(self, place: FilePlace) -> str:
        if not self._one_table:
            return where_in_short(place)
        return place.cell if place.name else self.tr("Row {row}").format(row=place.row) if place.row else where(place)
