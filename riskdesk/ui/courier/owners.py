"""The owners who can get a workbook, as a Qt list model with check boxes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt, Signal

from riskdesk.domain.courier import Parcel
from riskdesk.kit.plain import as_tip
from riskdesk.kit.qt import NOWHERE, Index

_Role = Qt.ItemDataRole
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class OwnersModel(QAbstractListModel):
    """A row for each owner with how much he gets; `chosen` is emitted when other owners are ticked."""

    chosen = Signal()

    def __init__(self, parcels: Sequence[Parcel], parent: QObject) -> None:
        super().__init__(parent)
        self._parcels = parcels
        self._ticked = set(range(len(parcels)))

    @property
    def ticked_parcels(self) -> list[Parcel]:
        """The parcels that are ticked."""
        return [parcel for place, parcel in enumerate(self._parcels) if place in self._ticked]

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all, or none."""
        self._ticked = set(range(len(self._parcels))) if ticked else set()
        self._tell(0, len(self._parcels) - 1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._parcels)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if index.row() in self._ticked else Qt.CheckState.Unchecked
        text = self._row_text(self._parcels[index.row()])
        if role == _Role.DisplayRole:
            return text
        return as_tip(text) if role == _Role.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(index.row())
        else:
            self._ticked.discard(index.row())
        self._tell(index.row(), index.row())
        return True

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))
            self.chosen.emit()

    def _row_text(self, parcel: Parcel) -> str:
        risks, mitigations = len(parcel.risks), len(parcel.mitigations)
        counts = [
            self.tr("%Ln risk(s)", "", risks) if risks else "",
            self.tr("%Ln mitigation(s)", "", mitigations) if mitigations else "",
        ]
        return f"{parcel.owner} – {', '.join(filter(None, counts))}"
