"""The places where a text would be replaced, as a table model whose rows can be unticked."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication

from riskdesk.desk.find_and_replace import Replacement
from riskdesk.domain.records import to_record
from riskdesk.kit.colours import colours_of
from riskdesk.kit.qt import NOWHERE, Index
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.values import telling

ITEM, FIELD, BEFORE, AFTER = range(4)
# The number of characters shown before the place of the change, and in all.
_LEAD, _SHOWN = 24, 200


class PlacesModel(QAbstractTableModel):
    """A row for each place: item, field, and the text before and after, from shortly before the change.

    All rows are ticked except those that cannot be replaced; a place that the user unticks stays so in later searches.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: Sequence[Replacement] = ()
        # The places that can be ticked.
        self.possible: list[Replacement] = []
        self._left_out: set[tuple[str, str]] = set()
        self._heads = (self.tr("Item"), self.tr("Field"), self.tr("Before"), self.tr("After"))

    def show(self, places: Sequence[Replacement]) -> None:
        """Show places in the table."""
        self.beginResetModel()
        self._places = places
        self.possible = [place for place in places if place.problem is None]
        self.endResetModel()

    @property
    def chosen(self) -> list[Replacement]:
        """The places that are ticked."""
        left_out = self._left_out
        return [place for place in self.possible if place.key not in left_out] if left_out else self.possible

    def place(self, row: int) -> Replacement:
        """The place of a row."""
        return self._places[row]

    def tick_all(self, ticked: bool) -> None:  # noqa: FBT001 - as a check box tells it
        """Tick every place that can be replaced, or none."""
        keys = {place.key for place in self._places}
        self._left_out = self._left_out - keys if ticked else self._left_out | keys
        if self._places:
            self._tell(0, len(self._places) - 1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._heads[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        can_tick = index.column() == ITEM and self._places[index.row()].problem is None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_tick else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(place, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == ITEM and place.problem is None:
            return Qt.CheckState.Unchecked if place.key in self._left_out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == AFTER and place.problem is not None:
            return QColor(colours_of(QGuiApplication.palette()).danger)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        key, ticked = self._places[index.row()].key, Qt.CheckState(value) == Qt.CheckState.Checked
        self._left_out = self._left_out - {key} if ticked else self._left_out | {key}
        self._tell(index.row(), index.row())
        return True

    def _text(self, place: Replacement, column: int) -> str:
        if column == ITEM:
            return telling().item_name(place.kind, to_record(place.value))
        if column == FIELD:
            return telling().field(place.kind, place.field)
        if column == BEFORE:
            return _around(place.before, place.spans[0][0])
        if place.problem is not None:
            return sentence(place.problem)
        return _around(place.after, place.spans[0][0]) if place.after else self.tr("(nothing is left)")

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, ITEM), self.index(last, ITEM), [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()


def _around(text: str, place: int) -> str:
    """The part of a text around a place, in one line."""
    start = max(0, place - _LEAD)
    if start:
        start = text.find(" ", start, place) + 1 or start
    return ("…" if start else "") + " ".join(text[start : start + _SHOWN].split())
