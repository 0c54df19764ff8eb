"""What the sheet reports to screen readers: the current line, and how many are selected."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView

from riskdesk.kit.announce import say, tells_itself
from riskdesk.ui.views.sheet.showing.model import SheetModel
from riskdesk.ui.views.sheet.showing.selection import SheetSelection


class LineAnnouncer(QObject):
    """The part of a view that reports its current line and selection to screen readers; Qt reports only the view.

    It does so when control returns to the event loop: what passes meanwhile is not worth hearing, and Qt has reported
    the view by then.
    """

    def __init__(self, view: QAbstractItemView, lines: SheetModel, selection: SheetSelection) -> None:
        super().__init__(view)
        tells_itself(view)
        self._view, self._lines, self._selection = view, lines, selection
        self._category: str | None = None
        self._line, self._count = (QTimer(self, interval=0, singleShot=True) for _ in range(2))
        self._line.timeout.connect(self._tell_line)
        self._count.timeout.connect(self._tell_count)

    def tell_line(self) -> None:
        """Report that a line of the view has the focus, with its category if the last line was in another one."""
        self._line.start()

    def tell_selection(self) -> None:
        """Announce how many lines are selected, if several; after the line, whose report would interrupt this."""
        self._count.start()

    def _tell_line(self) -> None:
        row = self._selection.current_row
        if row is None or not self._view.hasFocus():
            return
        line = self._lines.content.category_of(row)
        category = line.id if line else None
        self._lines.entered = row if category != self._category else None
        self._category = category
        event = QAccessibleEvent(self._view, QAccessible.Event.Focus)
        event.setChild(row)
        QAccessible.updateAccessibility(event)

    def _tell_count(self) -> None:
        count = len(self._selection.rows())
        if count > 1 and self._view.hasFocus():
            say(self._view, self.tr("%Ln item(s) selected", "", count))
