"""What screen readers are told of the sheet: the line that the keyboard is on, and how many are selected."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView

from riskdesk.kit.announce import say
from riskdesk.ui.views.sheet.model import SheetModel
from riskdesk.ui.views.sheet.selecting import Selecting


class Hearing(QObject):
    """Follows the current line and the selection of a view, where Qt tells of the view alone."""

    def __init__(self, view: QAbstractItemView, lines: SheetModel, selecting: Selecting) -> None:
        super().__init__(view)
        self._view, self._lines, self._selecting = view, lines, selecting
        self._category: str | None = None
        # Once all is settled: what passes meanwhile is nothing to be heard, and Qt has told of the view itself by then.
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._tell_line)

    def tell_line(self) -> None:
        """Tell that a line of the view has the focus; its category too where the last one was in another."""
        self._soon.start()

    def tell_selection(self) -> None:
        """Tell how many lines are selected, where they are several."""
        count = len(self._selecting.rows())
        if count > 1 and self._view.hasFocus():
            say(self._view, self.tr("%n item(s) selected", "", count))

    def _tell_line(self) -> None:
        row = self._selecting.current_row
        if row is None or not self._view.hasFocus():
            return
        line = self._lines.content.category_of(row)
        category = line.id if line else None
        self._lines.entered = row if category != self._category else None
        self._category = category
        event = QAccessibleEvent(self._view, QAccessible.Event.Focus)
        event.setChild(row)
        QAccessible.updateAccessibility(event)
