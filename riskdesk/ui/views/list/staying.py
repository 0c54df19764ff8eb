"""Selects the next row when a key has made the current one leave the list, and rows that an undo brings back."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from riskdesk.desk.listing import ListRow
from riskdesk.domain.step import Step
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.list.listed import Listed
from riskdesk.ui.views.list.table import ListTable


class Staying(QObject):
    """The part of the list that selects the next row when a key has made the current one leave the list.

    It does so only while the table has the focus, after the step is finished. Rows that an undo or a redo of the user
    brings back are selected, as on the sheet.
    """

    def __init__(self, workbench: Workbench, listed: Listed, table: ListTable) -> None:
        super().__init__(table)
        self._workbench, self._listed, self._table = workbench, listed, table
        self._waiting = QTimer(self, interval=0, singleShot=True)
        self._waiting.timeout.connect(self._select)

    def after_step(self, step: Step) -> None:
        """Select the rows that came back, else the row that took the place of the current one.

        The latter only if the table or a field over it has the focus.
        """
        places = {item: place for item in step.created if (place := self._listed.place(item)) is not None}
        if step.undoes is not None and places and not self._workbench.hears_others:
            # The first of them becomes current.
            self._workbench.select(sorted(places, key=places.__getitem__))
        focused = QApplication.focusWidget()
        has_focus = focused is not None and (focused is self._table or self._table.isAncestorOf(focused))
        if has_focus and self._table.stay():
            self._waiting.start()

    def _select(self) -> None:
        line = self._table.line(self._table.currentIndex())
        others = any(self._listed.place(identity) is not None for identity in self._workbench.selection)
        if self._table.hasFocus() and isinstance(line, ListRow) and not others:
            self._workbench.select([line.item.id])
