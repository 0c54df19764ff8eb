"""The gaps as a tree of two levels: their kinds, and below each kind the items with the gap."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel

from riskdesk.domain.gaps import Gap, GapKind
from riskdesk.domain.part_results import differing
from riskdesk.domain.terms import terms
from riskdesk.domain.text import short
from riskdesk.kit.fonts import bold_font
from riskdesk.kit.plain import as_tip
from riskdesk.kit.qt import Index
from riskdesk.ui.bench.language import ui_language, ui_number

ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Heading:
    """A row for a kind of gap, with the number of gaps of that kind."""

    kind: GapKind
    count: int


@dataclass(frozen=True, slots=True)
class Mend:
    """A row with the command that fixes all gaps of a kind at once."""

    kind: GapKind
    text: str


_BOLD = bold_font(QFont())


@dataclass(frozen=True, slots=True)
class Off:
    """A row for a kind of gap that is switched off in this register, with the reason."""

    kind: GapKind
    reason: str


GapRow = Off | Heading | Mend | Gap


class GapModel(QStandardItemModel):
    """A Qt model of the gaps as a tree: their kinds, and below each kind the items that have the gap.

    It changes only the rows that changed. Qt counts the rows itself, as it lays out all that are unfolded after each
    change; the rows of gaps have no items, so that they cost nothing until they are seen. `mend_of` returns the words
    for the command that fixes all gaps of a kind, empty if there is none.
    """

    def __init__(self, mend_of: Callable[[GapKind, Sequence[Gap]], str], parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)
        # What makes the rows here those that Qt has by now. Connected before any view is, which asks for them at once.
        self._change: Callable[[], object] = lambda: None
        for counted in (self.rowsInserted, self.rowsRemoved):
            counted.connect(self._on_counted)
        self._mend_of = mend_of
        self._kinds: list[GapKind] = []
        self._rows: dict[GapKind, list[GapRow]] = {}
        self._counts: dict[GapKind, int] = {}
        self._fresh: frozenset[Gap] = frozenset()
        # Shown below the kinds.
        self._off: list[Off] = []

    def show_gaps(self, gaps_by_kind: Mapping[GapKind, Sequence[Gap]], off: Sequence[Off] = ()) -> None:
        """Show these gaps, by their kinds in order, and below them the kinds that are switched off."""
        self._counts = {kind: len(gaps) for kind, gaps in gaps_by_kind.items()}
        rows = {kind: self._listed(kind, gaps) for kind, gaps in gaps_by_kind.items()}
        for place, kind in reversed(list(enumerate(self._kinds))):
            if kind not in rows:
                self._change = partial(self._drop, kind)
                self.removeRow(place)
        for place, kind in enumerate(rows):
            if kind in self._rows:
                self._follow(kind, rows[kind])
            else:
                self._change = partial(self._put, place, kind, rows[kind])
                self.insertRow(place, _item(len(rows[kind])))
        self._show_off(list(off))

    def _show_off(self, off: list[Off]) -> None:
        if off == self._off:
            return
        self._change = self._off.pop
        for _ in range(len(self._off)):
            self.removeRow(self.rowCount() - 1)
        for row in off:
            self._change = partial(self._off.append, row)
            self.appendRow(_item(0))

    def mark(self, fresh: Iterable[Gap]) -> None:
        """Show exactly these gaps in bold, as new ones."""
        marked_before, self._fresh = self._fresh, frozenset(fresh)
        for kind in {gap.kind for gap in marked_before ^ self._fresh} & set(self._kinds):
            parent = self.index_of(kind)
            self.dataChanged.emit(self.index(0, 0, parent), self.index(self.rowCount(parent) - 1, 0, parent))

    def row(self, index: Index) -> GapRow | None:
        """The content of a row; None for an invalid index."""
        if not index.isValid():
            return None
        above = index.parent()
        if above.isValid():
            return self._rows[self._kinds[above.row()]][index.row()]
        if index.row() >= len(self._kinds):
            return self._off[index.row() - len(self._kinds)]
        kind = self._kinds[index.row()]
        return Heading(kind, self._counts.get(kind, 0))

    def index_of(self, kind: GapKind) -> QModelIndex:
        """The index of a kind, or of the row that says it is switched off; an invalid one if neither is shown."""
        if kind in self._kinds:
            return self.index(self._kinds.index(kind), 0)
        places = (len(self._kinds) + place for place, off in enumerate(self._off) if off.kind is kind)
        return self.index(next(places, -1), 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.FontRole and row in self._fresh:
            return _BOLD
        if role == Qt.ItemDataRole.AccessibleTextRole and row in self._fresh:
            return self.tr("{gap}, new").format(gap=_spoken(row))
        tell = _TELLERS.get(role)
        return None if tell is None else tell(row)

    def _listed(self, kind: GapKind, gaps: Sequence[Gap]) -> list[GapRow]:
        mend = self._mend_of(kind, gaps)
        return [*([Mend(kind, mend)] if mend else []), *gaps]

    def _follow(self, kind: GapKind, new: list[GapRow]) -> None:
        """Update the rows of a kind after a step; the row of its command stays, with another number."""
        old, parent = self._rows[kind], self.index_of(kind)
        if isinstance(old[0], Mend) and isinstance(new[0], Mend):
            old[0] = new[0]
            self.dataChanged.emit(self.index(0, 0, parent), self.index(0, 0, parent))
        # Equal gaps are replaced where they are; only the others are removed or inserted.
        gone, come = differing(old, new)
        again = {row: row for row in new[come]}
        old[gone] = [again.get(row, row) for row in old[gone]]
        gone, come = differing(old, new)
        if gone.start < gone.stop:
            self._change = partial(old.__delitem__, gone)
            self.removeRows(gone.start, gone.stop - gone.start, parent)
        if come.start < come.stop:
            self._change = partial(old.__setitem__, slice(gone.start, gone.start), new[come])
            self.insertRows(gone.start, come.stop - come.start, parent)
        self.dataChanged.emit(parent, parent)

    def _on_counted(self) -> None:
        self._change()

    def _put(self, place: int, kind: GapKind, rows: list[GapRow]) -> None:
        self._kinds.insert(place, kind)
        self._rows[kind] = rows

    def _drop(self, kind: GapKind) -> None:
        self._kinds.remove(kind)
        del self._rows[kind]


def _item(rows: int) -> QStandardItem:
    """An outer row with so many rows in it."""
    item = QStandardItem()
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setColumnCount(1)
    item.setRowCount(rows)
    return item


def _text(row: GapRow) -> str:
    if isinstance(row, Heading):
        return terms(ui_language()).gap_heads[row.kind]
    if isinstance(row, Mend):
        return row.text
    if isinstance(row, Off):
        gap = terms(ui_language()).gap_heads[row.kind]
        return QCoreApplication.translate("GapModel", "Switched off: {gap} – {reason}").format(
            gap=gap, reason=" ".join(row.reason.split())
        )
    return " ".join(part for part in (row.reference, short(row.description)) if part) or "–"


def full_text(gap: Gap) -> str:
    """The reference and the whole text of an item with a gap; a dash if it has neither."""
    return " ".join(filter(None, (gap.reference, gap.description))) or "–"


def _tip(row: GapRow) -> str:
    if isinstance(row, Heading):
        return as_tip(terms(ui_language()).gap_kinds[row.kind])
    return as_tip(_spoken(row))


def _spoken(row: GapRow) -> str:
    """The accessible text of a row: a kind with its count, a gap with its whole text."""
    if isinstance(row, Heading):
        return f"{_text(row)}, {ui_number(row.count)}"
    if isinstance(row, Gap):
        text = full_text(row)
        return f"{text} ≈ {row.like}" if row.like else text
    return _text(row)


_TELLERS: dict[int, Callable[[GapRow], str]] = {
    Qt.ItemDataRole.DisplayRole: _text,
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
}
