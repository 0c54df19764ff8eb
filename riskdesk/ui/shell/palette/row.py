"""A row of the results: an icon, the text with matches in bold, and below it in grey where it is found."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from riskdesk.desk.goal import Goal
from riskdesk.domain.folding import Span
from riskdesk.domain.typed import TypedQuery
from riskdesk.kit.colours import Colours, colours_of
from riskdesk.kit.fonts import bold_font, scaled_font
from riskdesk.kit.icons import icon
from riskdesk.kit.plain import utf16
from riskdesk.kit.qt import Index
from riskdesk.kit.theme import UNIT
from riskdesk.ui.shell.palette.results import Results
from riskdesk.ui.shell.palette.words import ICONS, SEPARATOR, keys_of, kind_of, path_of, text_of

_LOWEST, _ABOVE, _BETWEEN, _BELOW = 6 * UNIT, UNIT - 1, 2, UNIT // 2
_SIDE, _ICON = 2 * UNIT, 18
_SMALLER = 0.88
# How much of a long text is kept before a match, and how far to the right the match may be.
_LEAD, _FAR = 20, 0.75
_ELLIPSIS = "…"


class GoalDelegate(QStyledItemDelegate):
    """A delegate that draws the rows of a list of results; texts are drawn literally."""

    def __init__(self, owner: QListView, results: Results) -> None:
        super().__init__(owner)
        self._owner, self._results = owner, results

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, row_height(self._owner.font()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        colours, goal, typed = colours_of(option.palette), self._results.goals[index.row()], self._results.typed
        self._owner.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._owner)
        painter.save()
        row = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        icon(ICONS[goal.kind]).paint(painter, QRect(row.left(), row.center().y() - _ICON // 2, _ICON, _ICON))
        room = row.adjusted(_ICON + _SIDE - UNIT // 2, 0, 0, 0)
        small = scaled_font(option.font, _SMALLER)
        room.setRight(room.right() - _draw_keys(painter, room, keys_of(goal), small, colours))
        text, path = text_of(goal), path_of(goal)
        above = QRect(room.left(), room.top() + _ABOVE, room.width(), QFontMetrics(option.font).height())
        below = QRect(room.left(), above.bottom() + 1 + _BETWEEN, room.width(), QFontMetrics(small).height())
        _draw(painter, above, option.font, colours.ink, colours, *_around(text, typed.spans(text), above, option.font))
        _draw(painter, below, small, colours.quiet, colours, path, _of_reference(goal, typed))
        painter.restore()


def row_height(font: QFont) -> int:
    """The height of a row, which its two lines need."""
    lines = QFontMetrics(font).height() + QFontMetrics(scaled_font(font, _SMALLER)).height()
    return max(_LOWEST, _ABOVE + lines + _BETWEEN + _BELOW)


def _of_reference(goal: Goal, typed: TypedQuery) -> list[Span]:
    """The matches in the reference, which follows the word for the kind."""
    start = len(kind_of(goal)) + len(SEPARATOR)
    return [(start + first, start + last) for first, last in typed.spans(goal.reference)]


def _around(text: str, spans: list[Span], room: QRect, font: QFont) -> tuple[str, list[Span]]:
    """A text from a little before its first match, if the match has no room otherwise."""
    metrics = QFontMetrics(bold_font(font))
    if not spans or metrics.horizontalAdvance(text[: spans[0][1]]) <= _FAR * room.width():
        return text, spans
    start = max(0, spans[0][0] - _LEAD)
    start = text.find(" ", start, spans[0][0]) + 1 or start
    # If the end leaves room, more of the beginning is kept.
    ending = metrics.elidedText(text, Qt.TextElideMode.ElideLeft, room.width())
    whole = len(text) - len(ending) + len(_ELLIPSIS)
    start = min(start, text.find(" ", whole, spans[0][0]) + 1 or whole)
    moved = [(first - start + len(_ELLIPSIS), last - start + len(_ELLIPSIS)) for first, last in spans]
    return _ELLIPSIS + text[start:], moved


def _draw(
    painter: QPainter, room: QRect, font: QFont, ink: str, colours: Colours, text: str, spans: list[Span]
) -> None:
    """Draw a text in one line, bold where it matches, with an ellipsis if it is too long."""
    metrics, bold = QFontMetrics(font), QFontMetrics(bold_font(font))
    wider = sum(
        bold.horizontalAdvance(text[slice(*span)]) - metrics.horizontalAdvance(text[slice(*span)]) for span in spans
    )
    cut_text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - wider)
    layout = QTextLayout(cut_text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_heavy(cut_text, span, colours) for span in spans])
    layout.beginLayout()
    layout.createLine().setLineWidth(room.width())
    layout.endLayout()
    painter.setPen(QColor(ink))
    layout.draw(painter, QPointF(room.topLeft()))


def _heavy(text: str, span: Span, colours: Colours) -> QTextLayout.FormatRange:
    format_range = QTextLayout.FormatRange()
    format_range.start = utf16(text, span[0])
    format_range.length = utf16(text, span[1]) - format_range.start
    format_range.format = QTextCharFormat()
    format_range.format.setFontWeight(QFont.Weight.Bold)
    format_range.format.setForeground(QColor(colours.link))
    return format_range


def _draw_keys(painter: QPainter, room: QRect, keys: str, font: QFont, colours: Colours) -> int:
    """Draw the keys of a command at the right; return their width, with the space before them."""
    if not keys:
        return 0
    painter.setFont(font)
    painter.setPen(QColor(colours.quiet))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, keys)
    return QFontMetrics(font).horizontalAdvance(keys) + 2 * UNIT
