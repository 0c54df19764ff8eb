"""Typing in a cell of the list, as in a worksheet: it begins to write there, in place of what stood in the cell."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from riskdesk.domain.fields import FieldType
from riskdesk.kit.own_keys import is_command
from riskdesk.ui.views.list.editing import CellEditing
from riskdesk.ui.views.list.table import ListTable

_TYPED = (FieldType.PERSON, FieldType.DATE, FieldType.LINE)
_IS_COMPOSED = Qt.InputMethodQuery.ImEnabled


class TypingOver(QObject):
    """The keys of letters and digits in cells for names, dates and short texts, which else would be commands.

    Letters that are composed of several keys, such as of one for an accent, are taken as a whole. In other cells keys
    stay commands: nobody means to replace a reference or a long text with the first letter.
    """

    def __init__(self, table: ListTable, editing: CellEditing) -> None:
        super().__init__(table)
        self._table, self._editing = table, editing
        table.installEventFilter(self)
        table.selectionModel().currentChanged.connect(self._ask_anew)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodQueryEvent) and event.queries() & _IS_COMPOSED and self._is_for_typing():
            self._table.event(event)
            event.setValue(_IS_COMPOSED, True)
            return True
        if isinstance(event, QInputMethodEvent) and self._is_for_typing():
            if event.commitString():
                self._write(event)
            return True
        if not isinstance(event, QKeyEvent) or not self._is_written(event):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            # It does not become a command.
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._write(event)
            return True
        return super().eventFilter(watched, event)

    def _is_written(self, event: QKeyEvent) -> bool:
        if not event.text().strip() or not event.text().isprintable() or is_command(event):
            return False
        return self._is_for_typing()

    def _is_for_typing(self) -> bool:
        """Whether the current cell is written in by typing."""
        index = self._table.currentIndex()
        if not index.isValid() or not self._editing.can_edit(index):
            return False
        return self._table.fields()[index.column()].type in _TYPED

    def _ask_anew(self) -> None:
        """Let Qt ask whether letters are composed in the cell that is current now."""
        if self._table.hasFocus():
            QGuiApplication.inputMethod().update(_IS_COMPOSED)

    def _write(self, event: QEvent) -> None:
        """Open the field of the cell, whose value is selected, and give it what was typed."""
        self._editing.open(self._table.currentIndex())
        field = self._editing.field
        if field is not None and field.hasFocus():
            QApplication.sendEvent(field, event)
