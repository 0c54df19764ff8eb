"""The head of the inspector, which does not scroll: the title of the item, and a chip with its band."""

from html import escape
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.domain.scale import Shade
from riskdesk.kit.colours import colours_of
from riskdesk.kit.fonts import bold_font
from riskdesk.kit.plain import as_tip, in_its_direction, option_of, utf16_part
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.tabs import Tabs
from riskdesk.kit.theme import UNIT
from riskdesk.ui.pages.badge import Badge

_TEXT_LINES = 2


class ChipText(NamedTuple):
    """The text of a chip, a shorter one for narrow windows, and its shade (None for no colour)."""

    text: str
    short: str
    shade: Shade | None


class Title(NamedTuple):
    """The title of a page: kind and reference of an item, a short text, its whole text, and what its chip says."""

    name: str
    words: str
    text: str = ""
    chip: ChipText | None = None


class Elided(PlainLabel):
    """A plain text of at most some lines; its accessible name and tooltip have the whole text."""

    def __init__(self, lines: int, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(UNIT, self._lines * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, text = QPainter(self), self.text().replace("\n", " ")
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout = QTextLayout(text, self.font())
        layout.setTextOption(option_of(text))
        layout.beginLayout()
        for number in range(self._lines):
            line, top = layout.createLine(), number * self.fontMetrics().lineSpacing()
            if not line.isValid():
                break
            line.setLineWidth(self.width())
            room = QRect(0, top, self.width(), self.fontMetrics().lineSpacing())
            if number < self._lines - 1:
                line.draw(painter, QPointF(0, top))
                continue
            rest = utf16_part(text, line.textStart())
            last = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(room, in_its_direction(flags, text), last)
        layout.endLayout()
        painter.end()


class Head(QWidget):
    """The head of the inspector: the title and band of the item shown.

    It has the same height for all items, so that the widgets below it do not move.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chip_text: ChipText | None = None
        self._name, self._words, self.chip = Elided(1, self), Elided(_TEXT_LINES, self), Badge(self)
        self._name.setFont(bold_font(self._name.font()))
        self._words.setForegroundRole(QPalette.ColorRole.WindowText)
        first = QHBoxLayout()
        first.setSpacing(UNIT)
        first.addWidget(self._name, 1)
        first.addWidget(self.chip)
        policy = self.chip.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.chip.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 0)
        layout.setSpacing(UNIT // 2)
        layout.addLayout(first)
        layout.addWidget(self._words)
        self.tabs = Tabs([self.tr("Fields"), self.tr("History")], self)
        self.tabs.setAccessibleName(self.tr("What the inspector shows"))
        beside = QHBoxLayout()
        beside.setContentsMargins(-UNIT, 0, 0, 0)
        beside.addWidget(self.tabs)
        beside.addStretch(1)
        layout.addLayout(beside)

    def show_title(self, title: Title) -> None:
        """Show the title of a page."""
        self._name.setText(title.name)
        self._words.setText(title.words)
        for label, text in ((self._name, title.name), (self._words, title.text or title.words)):
            label.setToolTip(f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if text else "")
        self._chip_text = title.chip
        self.chip.setVisible(title.chip is not None)
        self.chip.setToolTip(as_tip(title.chip.text) if title.chip is not None else "")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line between the head and the scrolling part."""
        painter = QPainter(self)
        painter.setPen(QColor(colours_of(self.palette()).rule))
        painter.drawLine(QLineF(0, self.height() - 0.5, self.width(), self.height() - 0.5))
        painter.end()

    def _fit(self) -> None:
        """Choose the text of the chip so that the name has enough space; a hidden chip leaves it all the width."""
        if self._chip_text is None:
            self.chip.setMaximumWidth(0)
            return
        self.chip.show_words(self._chip_text.text, self._chip_text.text, self._chip_text.shade)
        name = self._name.fontMetrics().horizontalAdvance(self._name.text())
        if name + self.chip.sizeHint().width() > self.width() - 5 * UNIT:
            self.chip.show_words(self._chip_text.short, self._chip_text.text, self._chip_text.shade)
        self.chip.setMaximumWidth(max(0, self.width() - name - 5 * UNIT))
