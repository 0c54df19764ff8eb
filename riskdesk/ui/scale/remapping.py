"""What a new scale changes in the risks of a register: their levels, and whose band changes."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from riskdesk.domain.label import Label
from riskdesk.domain.remap import Remap, Shift, emptied, proposed, shifts
from riskdesk.domain.scale import Scale
from riskdesk.domain.values import Risk
from riskdesk.kit.announce import say
from riskdesk.kit.letter_size import grown
from riskdesk.kit.plain import as_tip
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.qt import NOWHERE, Index
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.kit.row_table import read_by_rows
from riskdesk.kit.scrolled import Scrolled
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_text, ui_words
from riskdesk.ui.scale.remap_fields import RemapFields

_RISK, _INHERENT, _RESIDUAL = range(3)
_SIZE = (110 * UNIT, 64 * UNIT)
_BAND = 26 * UNIT


class RemapDialog(ReadingDialog):
    """The dialog that asks which level of a new scale each old level becomes; it proposes the corresponding ones.

    `remap()` is valid once the dialog is accepted.
    """

    def __init__(self, risks: Sequence[Risk], old: Scale, new: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._risks, self._old, self._new = risks, old, new
        self.fields = RemapFields(old, new, proposed(old, new), self)
        self._summary, self._view, self._model = (
            PlainLabel(parent=self, wraps=True),
            QTableView(self),
            ShiftsModel(self),
        )
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._build()
        self._follow()

    def remap(self) -> Remap:
        """The chosen new level for each old one."""
        return self.fields.remap()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Change scale"))
        self.setProperty("chapter", "Scales")
        head = PlainLabel(
            self.tr("Choose what each level becomes. All is changed in one step, which can be undone."),
            self,
            wraps=True,
        )
        self._set_up_view()
        self._buttons.addButton(self.tr("Change &scale"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        layout.setSpacing(2 * UNIT)
        layout.addWidget(head)
        layout.addWidget(Scrolled(self.fields, self), 1)
        layout.addWidget(self._summary)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._buttons)
        self.begin_at(self.fields.boxes["likelihood"][0])
        self.fields.changed.connect(self._follow)
        self.resize(*_SIZE)

    def _set_up_view(self) -> None:
        view = self._view
        view.setModel(self._model)
        view.setAccessibleName(self.tr("Risks whose band changes"))
        read_by_rows(view)
        # Where names of bands are long, the band after the arrow is seen, too.
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.horizontalHeader().setSectionResizeMode(_RISK, QHeaderView.ResizeMode.Stretch)
        for column in (_INHERENT, _RESIDUAL):
            view.setColumnWidth(column, grown(_BAND, view))

    def _follow(self) -> None:
        """Show the consequences of the chosen levels."""
        remap = self.remap()
        self._model.show_shifts(list(shifts(self._risks, self._old, self._new, remap)))
        lost = emptied(self._risks, remap)
        parts = [self.tr("%Ln risk(s) fall into another band.", "", self._model.rowCount())]
        if lost:
            parts.append(self.tr("%Ln level(s) become empty, as you chose.", "", lost))
        self._summary.setText(" ".join(parts))
        say(self._summary, self._summary.text())


class ShiftsModel(QAbstractTableModel):
    """A Qt model with a row for each risk whose band changes: the bands before and after, for both assessments."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[dict[int, Shift]] = []

    def show_shifts(self, all_shifts: Sequence[Shift]) -> None:
        """Show shifts, those of one risk in the same row."""
        rows: dict[str, dict[int, Shift]] = {}
        for shift in all_shifts:
            rows.setdefault(shift.risk.id, {})[_RESIDUAL if shift.residual else _INHERENT] = shift
        self.beginResetModel()
        self._rows = list(rows.values())
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        text = self._cell_text(self._rows[index.row()], index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text or self.tr("unchanged")
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(text)
        return text if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Risk"), self.tr("Band"), self.tr("Residual band"))[section]

    def _cell_text(self, row: Mapping[int, Shift], column: int) -> str:
        if column == _RISK:
            return _risk_line(next(iter(row.values())).risk)
        shift = row.get(column)
        return "" if shift is None else f"{_band(shift.before)} → {_band(shift.after)}"


def _risk_line(risk: Risk) -> str:
    """The reference and text of a risk, in one line."""
    return " ".join(f"{risk.reference} {risk.title or risk.description}".split())


def _band(name: Label | None) -> str:
    return ui_words().not_assessed if name is None else ui_text(name)
