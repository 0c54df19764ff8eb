"""The active filters as chips: a click, Enter or Del removes one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from riskdesk.kit.colours import colours_of
from riskdesk.kit.flow import Flow
from riskdesk.kit.icons import icon
from riskdesk.kit.plain import as_tip
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.qt import without_arguments
from riskdesk.kit.quiet import QuietButton
from riskdesk.kit.theme import UNIT
from riskdesk.ui.views.list.listed import Listed
from riskdesk.ui.views.list.words import filter_text

_HEIGHT = 3 * UNIT + 2
_SIGN = 14
_AIR = 10
_WIDEST = 48 * UNIT


class Chip(QAbstractButton):
    """A button that names a filter, with a cross; a click removes the filter."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(self.tr("Remove the filter {filter}").format(filter=text))

    def sizeHint(self) -> QSize:
        return QSize(min(self._whole_width(), _WIDEST), max(_HEIGHT, self.fontMetrics().height() + UNIT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole text in a tooltip if it is cut."""
        super().resizeEvent(event)
        self.setToolTip(as_tip(self.text()) if self.width() < self._whole_width() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (*ENTER_KEYS, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.key() in keys:
            # A key that is held would remove the next filter, too, and all that follow.
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = colours_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.hover if self.underMouse() else colours.chosen))
        painter.setPen(QPen(QColor(colours.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        room = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        painter.setPen(QColor(colours.ink))
        words = self.rect().adjusted(_AIR, 0, -_AIR - _SIGN - 4, 0)
        elided = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), elided)
        sign = self.rect().adjusted(self.width() - _AIR - _SIGN + 2, 0, -_AIR + 2, 0)
        sign.setHeight(_SIGN)
        sign.moveTop((self.height() - _SIGN) // 2)
        icon("x").paint(painter, sign)
        painter.end()

    def _whole_width(self) -> int:
        """The width at which no text is cut."""
        return self.fontMetrics().horizontalAdvance(self.text()) + 2 * _AIR + _SIGN + 6


class Chips(QWidget):
    """The row of chips, one for each active filter, and a button that removes all; hidden if there is no filter.

    `emptied` is emitted when the last filter is removed by a focused button here.
    """

    emptied = Signal()

    def __init__(self, listed: Listed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed = listed
        self._flow = Flow(UNIT // 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, 0, UNIT, UNIT)
        layout.addLayout(self._flow)
        self._shown: list[str] = []
        self.hide()

    def refresh(self) -> None:
        """Show the active filters; if a button had the focus, the one now in its place gets it."""
        texts = self._texts()
        if texts == self._shown:
            return
        focused = self._take_focus()
        self._shown = texts
        while (item := self._flow.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        # Without a register, no filter is shown, though the filters of the last one are still set.
        filters = self._listed.listing.filters if texts else ()
        for filter_, text in zip(filters, texts, strict=True):
            self._add(Chip(text, self), partial(self._remove, filter_.name))
        if texts:
            clear = QuietButton("x", self)
            clear.setText(self.tr("Clear the filters"))
            clear.setMinimumHeight(_HEIGHT)
            self._add(clear, self._listed.clear_filters)
        self.setVisible(bool(texts))
        if focused is not None and texts:
            self._buttons()[min(focused, len(texts) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif focused is not None:
            self.emptied.emit()

    def _take_focus(self) -> int | None:
        """The place of the button with the focus, which it loses: Qt would pass it on as the button is hidden."""
        for place, button in enumerate(self._buttons()):
            if button.hasFocus():
                button.clearFocus()
                return place
        return None

    def _texts(self) -> list[str]:
        listing, context = self._listed.listing, self._listed.context
        if context is None:
            return []
        return [filter_text(listing.rows, filter_, context) for filter_ in listing.filters]

    def _buttons(self) -> list[QAbstractButton]:
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QAbstractButton)]

    def _add(self, button: QAbstractButton, work: Callable[[], object]) -> None:
        button.clicked.connect(without_arguments(work))
        self._flow.addWidget(button)
        button.show()

    def _remove(self, name: str) -> None:
        self._listed.ask(self._listed.listing.filtered(name))
