"""The owners who can get a workbook, as a Qt model with check boxes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from riskdesk.domain.courier import Parcel
from riskdesk.kit.plain import as_tip
from riskdesk.kit.qt import Index
from riskdesk.kit.ticked_table import TickedTable

_Role = Qt.ItemDataRole


class OwnersModel(TickedTable):
    """A row for each owner with how much he gets."""

    def __init__(self, parcels: Sequence[Parcel], parent: QObject) -> None:
        super().__init__(parent)
        self._parcels = parcels
        self.setColumnCount(1)
        self.setRowCount(len(parcels))
        self.tick_all(ticked=True)

    @property
    def ticked_parcels(self) -> list[Parcel]:
        """The parcels that are ticked."""
        return [parcel for place, parcel in enumerate(self._parcels) if self.is_ticked(place)]

    def cell(self, index: Index, role: int) -> Any:
        text = self._row_text(self._parcels[index.row()])
        if role == _Role.DisplayRole:
            return text
        return as_tip(text) if role == _Role.ToolTipRole else None

    def _row_text(self, parcel: Parcel) -> str:
        risks, mitigations = len(parcel.risks), len(parcel.mitigations)
        counts = [
            self.tr("%Ln risk(s)", "", risks) if risks else "",
            self.tr("%Ln mitigation(s)", "", mitigations) if mitigations else "",
        ]
        return f"{parcel.owner} – {', '.join(filter(None, counts))}"
