"""Dialogs in which Tab goes from top to bottom, and from left to right in a row, and which fit on any screen."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLayout, QVBoxLayout, QWidget

from riskdesk.kit.focus import has_proxy
from riskdesk.kit.letter_size import grown, grown_size
from riskdesk.kit.pressing import HeldEnter, press_button
from riskdesk.kit.scrolled import Scrolled
from riskdesk.kit.splitter import Splitter
from riskdesk.kit.theme import UNIT

# The size of the frame, which is known only once a dialog is shown, with some space around it.
_AROUND = QSize(24, 56)


def in_reading_order(widgets: Iterable[QWidget], around: QWidget) -> list[QWidget]:
    """Widgets in reading order; a row has those whose vertical middle is not below the first widget of the row.

    The content of a scroll area is kept together, at the place of the area, however far it is scrolled; so is that of
    each part of a splitter.
    """
    parts: dict[QWidget, list[QWidget]] = {}
    for widget in widgets:
        parts.setdefault(_kept_together(widget, around) or widget, []).append(widget)
    ordered: list[QWidget] = []
    for part in _in_rows(parts, around):
        content = part.widget() if isinstance(part, Scrolled) else None
        if content is not None and parts[part] != [part]:
            ordered += in_reading_order(parts[part], content)
        elif isinstance(part, Splitter):
            ordered += _part_by_part(parts[part], part)
        else:
            ordered += parts[part]
    return ordered


def _part_by_part(widgets: list[QWidget], splitter: Splitter) -> Iterator[QWidget]:
    for part in splitter.in_sight():
        yield from in_reading_order((it for it in widgets if it is part or part.isAncestorOf(it)), splitter)


def _kept_together(widget: QWidget, around: QWidget) -> Scrolled | Splitter | None:
    """The outermost scroll area or splitter around a widget."""
    outermost, above = None, widget.parentWidget()
    while above is not None and above is not around:
        outermost = above if isinstance(above, Scrolled | Splitter) else outermost
        above = above.parentWidget()
    return outermost


def _in_rows(widgets: Iterable[QWidget], around: QWidget) -> list[QWidget]:
    places = {widget: QRect(widget.mapTo(around, QPoint(0, 0)), widget.size()) for widget in widgets}
    rows: list[list[QWidget]] = []
    for widget in sorted(places, key=lambda widget: places[widget].top()):
        if rows and places[widget].center().y() <= places[rows[-1][0]].bottom():
            rows[-1].append(widget)
        else:
            rows.append([widget])
    return [widget for row in rows for widget in sorted(row, key=lambda widget: places[widget].left())]


class ReadingDialog(QDialog):
    """A dialog in which Tab follows the reading order, even if its content changes, and no larger than the screen.

    It is deleted when it is closed, unless a subclass says otherwise.
    """

    # Whether it was given a size before it was first shown; None until then.
    _is_sized: bool | None = None
    _main: QWidget | None = None
    _is_scrolled = False
    # Widgets whose content comes first in the order, one after the other.
    _columns: tuple[QWidget, ...] = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Otherwise its parent would keep each dialog that was ever opened.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._held_enter = HeldEnter(self)

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - Qt's own signature
        if visible and not self.isVisible():
            self.fit()
        super().setVisible(visible)

    def fit(self) -> None:
        """Make the dialog as tall as its content needs at its width; Qt does not do so if texts wrap.

        A dialog that was given a size keeps it if its content fits, enlarged with the letters, limited by the screen.
        """
        size, layout, free = self.size(), self.layout(), self._screen_room()
        if self._is_sized is None:
            self._is_sized = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
            size = grown_size(size, self).boundedTo(free.size() - _AROUND)
        assert layout is not None, "a dialog has one"
        self._turn_buttons(free.width() - _AROUND.width())
        if self._is_sized:
            layout.activate()
            size.setHeight(max(size.height(), layout.totalMinimumHeightForWidth(size.width())))
        else:
            for scrolled in self.findChildren(Scrolled):
                scrolled.look_anew()
            layout.activate()
            least = min(grown(self.minimumWidth(), self), free.width() - _AROUND.width())
            width = max(least, layout.totalSizeHint().width())
            height = (
                layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
            )
            size = QSize(width, height)
        self.resize(size.boundedTo(free.size() - _AROUND))
        over = self.frameGeometry().bottom() - free.bottom()
        if self.isVisible() and over > 0:
            self.move(self.x(), self.y() - over)

    def _screen_room(self) -> QRect:
        return (self if self.isVisible() else self.parentWidget() or self).screen().availableGeometry()

    def _turn_buttons(self, room: int) -> None:
        """Place buttons below each other if a width has no room for all."""
        for buttons in self.findChildren(QDialogButtonBox):
            if buttons.sizeHint().width() + 6 * UNIT > room:
                buttons.setOrientation(Qt.Orientation.Vertical)

    def _scroll_if_needed(self) -> None:
        """Make all but the buttons scrollable if the screen is smaller than their least size."""
        layout, free = self.layout(), self._screen_room().size() - _AROUND
        if self._is_scrolled or not isinstance(layout, QVBoxLayout):
            return
        layout.activate()
        if layout.totalMinimumSize().boundedTo(free) == layout.totalMinimumSize():
            return
        self._is_scrolled = True
        below, margins = layout.takeAt(layout.count() - 1), layout.contentsMargins()
        content = QWidget(self)
        content.setLayout(layout)
        layout.setContentsMargins(0, 0, 0, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(margins)
        outer.addWidget(Scrolled(content, self, sideways=True), 1)
        if isinstance(below, QLayout):
            below.setParent(None)
            outer.addLayout(below)
        elif below is not None and (buttons := below.widget()) is not None:
            outer.addWidget(buttons)
        outer.activate()
        self._is_sized = True
        self.fit()

    def begin_at(self, main: QWidget) -> None:
        """Give this widget the focus when the dialog is shown."""
        self._main = main

    def read_columns(self, *columns: QWidget) -> None:
        """Put the content of these widgets first in the order, one after the other."""
        self._columns = columns

    def _in_order(self, stops: Iterable[QWidget]) -> list[QWidget]:
        left, ordered = list(stops), []
        for column in self._columns:
            ordered += in_reading_order(filter(column.isAncestorOf, left), self)
        return [*ordered, *in_reading_order((stop for stop in left if stop not in ordered), self)]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._held_enter.watch(self)
            # Only now is it known what the parts need at the present width.
            self._scroll_if_needed()
        if self._main is not None and not event.spontaneous():
            self._main.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_button(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        mine = (widget for widget in self.findChildren(QWidget) if widget.window() is self)
        now = QApplication.focusWidget()
        # Qt also asks for the next one when the focused widget is hidden or disabled.
        stops = self._in_order(widget for widget in mine if widget is now or is_stop(widget))
        return go_on(stops, now, forward=forward) or super().focusNextPrevChild(forward)


def go_on(stops: Sequence[QWidget], now: QWidget | None, *, forward: bool) -> bool:
    """Give the focus to the widget after or before the focused one; False if there is none."""
    if not stops:
        return False
    if now in stops:
        following = stops[(stops.index(now) + (1 if forward else -1)) % len(stops)]
    else:
        following = stops[0 if forward else -1]
    following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def is_stop(widget: QWidget) -> bool:
    """Whether Tab stops at a widget."""
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return takes and not has_proxy(widget) and widget.isVisible() and widget.isEnabled()
