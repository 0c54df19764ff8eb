"""The rows of the lists on the left: a title, and below it a summary in small type."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QWidget,
)

from riskdesk.kit.colours import colours_of
from riskdesk.kit.cut import broken
from riskdesk.kit.focus import TO_MENUS
from riskdesk.kit.fonts import scaled_font
from riskdesk.kit.incoming import IntoLine
from riskdesk.kit.plain import in_its_direction
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.qt import Index
from riskdesk.kit.theme import UNIT
from riskdesk.ui.scale.bands import band_colour, ink_on
from riskdesk.ui.side.summary import Summary

ITEM_ID = Qt.ItemDataRole.UserRole
SUMMARY = Qt.ItemDataRole.UserRole + 1
# The text shown in place of an empty title, in a quiet colour.
UNTITLED = Qt.ItemDataRole.UserRole + 2
# The margins of a row, beside and above its texts, and the space between them.
SIDE, _ABOVE, _BETWEEN = 12, 7, 4
_SMALLER = 0.88
_LEAST_FIELD = 32
# The keys that end editing and stay in the list, and those that also leave the list.
_ENDING = {Qt.Key.Key_Escape, *ENTER_KEYS}
_LEAVING = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_TITLE = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading


@dataclass
class Editing:
    """A title being edited: its field, the id of its item, and the title that is stored."""

    field: QLineEdit
    identity: str
    stored: str


class PanelRowDelegate(QStyledItemDelegate):
    """A delegate that draws rows as high as their wrapped titles; only titles are edited."""

    def __init__(self, owner: QTreeWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.editing: Editing | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics, width = option.fontMetrics, max(1, self._owner.columnWidth(0) - 2 * SIDE)
        high = _title_height(metrics, width, broken(_title(index), metrics, width))
        if index.data(SUMMARY) is not None:
            high += _BETWEEN + _chip_height(QFontMetrics(scaled_font(option.font, _SMALLER)))
        return QSize(self._owner.columnWidth(0), high + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        style, colours = self._owner.style(), colours_of(option.palette)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._owner)
        room = option.rect.adjusted(SIDE, _ABOVE, -SIDE, -_ABOVE)
        painter.save()
        painter.setPen(QColor(colours.ink if index.data() else colours.quiet))
        painter.setFont(option.font)
        title = broken(_title(index), option.fontMetrics, room.width())
        # The field over a title hides its first line only.
        if self.editing is None or index != self._owner.currentIndex():
            painter.drawText(room, in_its_direction(_TITLE, title), title)
        summary = index.data(SUMMARY)
        if summary is not None:
            room.setTop(room.top() + _title_height(option.fontMetrics, room.width(), title) + _BETWEEN)
            painter.setFont(scaled_font(option.font, _SMALLER))
            _paint_summary(painter, room, summary, QColor(colours.quiet))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = super().createEditor(parent, option, index)
        assert isinstance(field, QLineEdit), "a title is one line"
        self.editing = Editing(field, index.data(ITEM_ID), index.data())
        # Without a frame, the field would have no background either, and the title would show through.
        field.setFrame(True)
        field.setAccessibleName(self.tr("Title of {item}").format(item=_title(index)))
        IntoLine(field)
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Place the field over the title, within the row."""
        room = option.rect.adjusted(UNIT // 2, 1, -UNIT // 2, -1)
        editor.setGeometry(QRect(room.topLeft(), QSize(room.width(), min(room.height(), _LEAST_FIELD))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End editing and keep the text on Enter, Tab and Shift+Tab, restore it on Esc, and keep editing during menus.

        Tab leaves the list: Qt would edit the next title, which would open another register. On Enter, the text is
        stored at once: Qt would do so later, when the field may be deleted.
        """
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and event.reason() in TO_MENUS:
            return False
        key = event.key() if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        if key in _ENDING or key in _LEAVING:
            if key != Qt.Key.Key_Escape:
                self.commitData.emit(watched)
            self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
            if key in _LEAVING:
                self._owner.focusNextPrevChild(key == Qt.Key.Key_Tab)
            return True
        return super().eventFilter(watched, event)


def _title(index: Index) -> str:
    return str(index.data() or index.data(UNTITLED) or "")


def _title_height(metrics: QFontMetrics, width: int, title: str) -> int:
    """The height of a title that was wrapped for a width."""
    return metrics.boundingRect(0, 0, width, 10_000, int(_TITLE), title).height()


def _paint_summary(painter: QPainter, room: QRect, summary: Summary, ink: QColor) -> None:
    """Paint the name of the band as a chip in its colour, then how many risks are assessed."""
    metrics = painter.fontMetrics()
    high = _chip_height(metrics)
    left = room.left()
    if summary.shade is not None:
        ground = band_colour(summary.shade)
        band = metrics.elidedText(summary.band, Qt.TextElideMode.ElideRight, room.width() * 2 // 3)
        chip = QRect(left, room.top(), metrics.horizontalAdvance(band) + high, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(chip), high / 2, high / 2)
        painter.setPen(ink_on(ground))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, band)
        left = chip.right() + UNIT
    rest = QRect(left, room.top(), room.right() - left, high)
    fits = metrics.horizontalAdvance(summary.text) <= rest.width()
    text = summary.text if fits else summary.short or summary.text
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rest.width())
    painter.setPen(ink)
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text)


def _chip_height(metrics: QFontMetrics) -> int:
    return metrics.height() + 2
