"""What screen readers are told as the keyboard comes to the list: the cell in which it is."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent

from riskdesk.ui.views.list.table import ListTable


class Hearing(QObject):
    """Tells of the cell after Qt, which tells of the table alone and of a cell only as the keyboard moves on."""

    def __init__(self, table: ListTable) -> None:
        super().__init__(table)
        self._table = table
        self._cell = QTimer(self, interval=0, singleShot=True)
        self._cell.timeout.connect(self._tell_cell)
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and QAccessible.isActive():
            self._cell.start()
        return super().eventFilter(watched, event)

    def _tell_cell(self) -> None:
        table = QAccessible.queryAccessibleInterface(self._table)
        cell = table.focusChild()
        if self._table.hasFocus() and cell is not None:
            event = QAccessibleEvent(self._table, QAccessible.Event.Focus)
            event.setChild(table.indexOfChild(cell))
            QAccessible.updateAccessibility(event)
