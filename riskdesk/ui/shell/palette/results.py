"""The goals that were found, as a Qt model of a list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from riskdesk.desk.goal import Goal
from riskdesk.desk.goals import SIGNS
from riskdesk.domain.typed import TypedQuery
from riskdesk.kit.qt import NOWHERE, Index
from riskdesk.ui.shell.palette.words import spoken, text_of


class Results(QAbstractListModel):
    """A Qt model of the results of the palette, with a row for each goal; `typed` is the query that found them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.goals: Sequence[Goal] = ()
        self.typed = TypedQuery("")

    def show(self, goals: Sequence[Goal], typed: str) -> None:
        """Show other results."""
        self.beginResetModel()
        self.goals, self.typed = goals, TypedQuery(typed[1:] if typed[:1] in SIGNS else typed)
        self.endResetModel()

    def current(self, index: Index) -> str:
        """The key of the goal in a row; empty for none."""
        return self.goals[index.row()].key if index.isValid() else ""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.goals)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return text_of(self.goals[index.row()])
        return spoken(self.goals[index.row()]) if role == Qt.ItemDataRole.AccessibleTextRole else None
