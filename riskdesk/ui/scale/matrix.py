"""The matrix of a scale that is being edited: cells in the colours of bands, which can be painted for a table."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from riskdesk.domain.matrix import Border, MatrixCell
from riskdesk.domain.scale import Rule, Scale
from riskdesk.domain.scale_draft import ScaleDraft
from riskdesk.kit.colours import DARK_INK, colours_of
from riskdesk.kit.digits import digit
from riskdesk.kit.fonts import scaled_font
from riskdesk.kit.letter_size import grown
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.qt import Index
from riskdesk.kit.shapes import FOCUS_WIDTH
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_language, ui_text
from riskdesk.ui.scale.bands import band_colour, ink_on
from riskdesk.ui.scale.matrix_model import ScaleMatrixModel

_LINE = 4
_SMALLER = 0.85
# The space kept free on both sides of the text in a cell.
_AIR = 4
# The space kept free on both sides of the text in a header.
_INSET = UNIT // 2
_HEAD = 13 * UNIT
_LEAST = QSize(22, 24)


class MatrixTable(QTableView):
    """The matrix of a scale that is being edited; bands are painted on it if the rule is a table.

    Arrow keys move between cells. Space, a click and dragging paint the band set by `paint_with`, digits the band of
    that number. `painted` carries likelihood, impact and the place of the band.
    """

    painted = Signal(int, int, int)

    def __init__(self, draft: ScaleDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brush = 0
        # Whether the cells have room for the names of bands, and in which font; the same for all cells.
        self.names_bands, self.words_font = True, self.font()
        self._model = ScaleMatrixModel(draft, self)
        self.setModel(self._model)
        self.setItemDelegate(_Cells(self))
        self.setHorizontalHeader(_Heads(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Heads(Qt.Orientation.Vertical, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header, least in (
            (self.horizontalHeader(), _LEAST.width()),
            (self.verticalHeader(), _LEAST.height()),
        ):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(least)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.verticalHeader().setMaximumWidth(grown(_HEAD, self))
        self.horizontalHeader().sectionResized.connect(self._on_resized)
        self.setAccessibleName(self.tr("Matrix"))
        self.setCurrentIndex(self._model.index(0, 0))

    def paint_with(self, band: int) -> None:
        """Set the band to paint with, by its place."""
        self._brush = band

    @property
    def draft(self) -> ScaleDraft:
        """The draft shown."""
        return self._model.draft

    @property
    def scale(self) -> Scale:
        """The draft shown, as a scale."""
        return self._model.scale

    def show_draft(self, draft: ScaleDraft) -> None:
        """Show another draft; the current cell is kept if it still exists."""
        now = self.currentIndex()
        self._model.show_draft(draft)
        if not self.currentIndex().isValid():
            row, column = min(now.row(), self._model.rowCount() - 1), min(now.column(), self._model.columnCount() - 1)
            self.setCurrentIndex(self._model.index(max(0, row), max(0, column)))
        self._fit(self.horizontalHeader().sectionSize(0))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(42 * UNIT, 38 * UNIT)

    def minimumSizeHint(self) -> QSize:
        return QSize(30 * UNIT, 20 * UNIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = digit(event)
        if self._is_painted and event.key() in (Qt.Key.Key_Space, *ENTER_KEYS):
            self._paint(self.currentIndex(), self._brush)
        elif self._is_painted and number is not None and number <= len(self.scale.bands):
            self._paint(self.currentIndex(), number - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._paint_at(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._paint_at(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().viewportEvent(event)

    @property
    def _is_painted(self) -> bool:
        return self._model.draft.rule is Rule.TABLE

    def _fit(self, width: int) -> None:
        """Show the names of levels over columns, and of bands in cells, if all of them fit the width of a column."""
        model, metrics = self._model, self.horizontalHeader().fontMetrics()
        names = (level.numbered(number, ui_language()) for number, level in enumerate(model.draft.impact, 1))
        model.names_columns = all(metrics.horizontalAdvance(name) <= width - 2 * _INSET for name in names)
        bands = [ui_text(band.name) for band in model.draft.bands]
        for share in (1, _SMALLER):
            self.words_font = scaled_font(self.font(), share)
            metrics = QFontMetrics(self.words_font)
            self.names_bands = max(map(metrics.horizontalAdvance, bands)) < width - _AIR
            if self.names_bands:
                return
        self.words_font = self.font()

    def _on_resized(self, section: int, _before: int, width: int) -> None:
        """Fit the texts again: the columns get their widths after the table."""
        if section == 0:
            self._fit(width)
            self.horizontalHeader().viewport().update()
            self.viewport().update()

    def _paint_at(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self._is_painted and event.buttons() & Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)
            self._paint(index, self._brush)

    def _paint(self, index: QModelIndex, place: int) -> None:
        likelihood, impact = self._model.levels(index)
        if self._model.place(likelihood, impact) != place:
            self.painted.emit(likelihood, impact, place)


class _Heads(QHeaderView):
    """A header with the names of levels, with narrower margins than other headers, as columns may be narrow."""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        head = str(self.model().headerData(section, self.orientation()) or "")
        across = self.orientation() == Qt.Orientation.Horizontal
        room = rect.adjusted(_INSET, 0, -_INSET, 0)
        painter.save()
        painter.fillRect(rect, QColor(colours_of(self.palette()).window))
        painter.setPen(QColor(colours_of(self.palette()).ink))
        flags = Qt.AlignmentFlag.AlignCenter if across else Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        text = painter.fontMetrics().elidedText(head, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags, text)
        painter.restore()


class _Cells(QStyledItemDelegate):
    """A delegate that draws the cells: band, score and name, the tolerance line, and the focus."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, model, room = option.widget, index.model(), QRect(option.rect)
        assert isinstance(view, MatrixTable) and isinstance(model, ScaleMatrixModel), "it is made for these"  # noqa: PT018
        likelihood, impact = model.levels(index)
        colours, place = colours_of(view.palette()), model.place(likelihood, impact)
        ground = QColor(colours.base) if place is None else band_colour(model.scale.shade(place))
        painter.save()
        painter.fillRect(room, ground)
        if place is None:
            painter.fillRect(room, QBrush(QColor(colours.danger), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QColor(colours.edge))
        painter.drawRect(room.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(colours.ink) if place is None else ink_on(ground))
        painter.setFont(view.words_font)
        text = model.data(index) if view.names_bands else model.mark(likelihood, impact)
        self._write(painter, room.adjusted(_AIR // 2, 1, -_AIR // 2, -1), text)
        self._draw_tolerance(painter, room, model.tolerance_line, (likelihood, impact))
        if view.hasFocus() and view.currentIndex() == index:
            width = round(FOCUS_WIDTH)
            inside = room.adjusted(_LINE, _LINE, -_LINE, -_LINE)
            painter.setPen(QColor(DARK_INK) if place is not None else QColor(colours.focus))
            for inset in range(width):
                painter.drawRect(inside.adjusted(inset, inset, -inset - 1, -inset - 1))
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, text: str) -> None:
        """Draw score and name, in two lines if one is too short; a word that is too long is elided."""
        metrics, (first, _, rest) = painter.fontMetrics(), text.partition(" ")
        beside = metrics.horizontalAdvance(text) < room.width() or not rest or room.height() < 2 * metrics.height()
        lines = [text] if beside else [first, rest]
        lines_text = "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width()) for line in lines)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, lines_text)

    def _draw_tolerance(self, painter: QPainter, room: QRect, line: AbstractSet[Border], cell: MatrixCell) -> None:
        """Draw this cell's half of the thick tolerance line."""
        half = _LINE // 2
        sides = {
            (cell, (0, 1)): QRect(room.left(), room.top(), room.width(), half),
            ((cell[0] - 1, cell[1]), (0, 1)): QRect(room.left(), room.bottom() - half + 1, room.width(), half),
            (cell, (1, 0)): QRect(room.right() - half + 1, room.top(), half, room.height()),
            ((cell[0], cell[1] - 1), (1, 0)): QRect(room.left(), room.top(), half, room.height()),
        }
        for border in sides.keys() & line:
            painter.fillRect(sides[border], QColor(DARK_INK))
