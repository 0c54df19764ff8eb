"""The places where a text would be replaced, as a table model whose rows can be unticked."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication

from riskdesk.desk.find_and_replace import Replacement
from riskdesk.domain.records import to_record
from riskdesk.kit.colours import colours_of
from riskdesk.kit.qt import Index
from riskdesk.kit.ticked_table import TickedTable
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.values import telling

ITEM, FIELD, BEFORE, AFTER = range(4)
# The number of characters shown before the place of the change, and in all.
_LEAD, _SHOWN = 24, 200


class PlacesModel(TickedTable):
    """A row for each place: item, field, and the text before and after, from shortly before the change.

    All rows are ticked except those that cannot be replaced; a place that the user unticks stays so in later searches.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, box=ITEM)
        heads = self.tr("Item"), self.tr("Field"), self.tr("Before"), self.tr("After")
        self.setHorizontalHeaderLabels(heads)
        self._places: Sequence[Replacement] = ()
        # The places that can be ticked.
        self.possible: list[Replacement] = []
        self._left_out: set[tuple[str, str]] = set()

    def show(self, places: Sequence[Replacement]) -> None:
        """Show places in the table."""
        self.setRowCount(0)
        self._places = places
        self.possible = [place for place in places if place.problem is None]
        self.setRowCount(len(places))

    @property
    def chosen(self) -> list[Replacement]:
        """The places that are ticked."""
        left_out = self._left_out
        return [place for place in self.possible if place.key not in left_out] if left_out else self.possible

    def place(self, row: int) -> Replacement:
        """The place of a row."""
        return self._places[row]

    def can_tick(self, row: int) -> bool:
        return self._places[row].problem is None

    def is_ticked(self, row: int) -> bool:
        return self._places[row].key not in self._left_out

    def remember(self, rows: range, *, ticked: bool) -> None:
        keys = {self._places[row].key for row in rows}
        self._left_out = self._left_out - keys if ticked else self._left_out | keys

    def cell(self, index: Index, role: int) -> Any:
        place, column = self._places[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(place, column)
        if role == Qt.ItemDataRole.ForegroundRole and column == AFTER and place.problem is not None:
            return QColor(colours_of(QGuiApplication.palette()).danger)
        return None

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


def _around(text: str, place: int) -> str:
    """The part of a text around a place, in one line."""
    start = max(0, place - _LEAD)
    if start:
        start = text.find(" ", start, place) + 1 or start
    return ("…" if start else "") + " ".join(text[start : start + _SHOWN].split())
