"""Which lines of the sheet are selected, and which one has the keyboard."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex
from PySide6.QtWidgets import QAbstractItemView

from riskdesk.domain.step import Step
from riskdesk.ui.views.runs import runs
from riskdesk.ui.views.sheet.layout import neighbours
from riskdesk.ui.views.sheet.layout.content import Content
from riskdesk.ui.views.sheet.layout.lines import COLUMN, ITEMS, LineKind, SheetLine
from riskdesk.ui.views.sheet.showing.model import SheetModel
from riskdesk.ui.views.sheet.showing.scrolling import Scrolling


class Selecting:
    """The selection of a view; `column` is the one that the keyboard walks in, that of the last bullet it was at.

    `hit_end` is the end of what a search found in the text of the current line, until something is selected anew.
    `listener` is told when something else is selected.
    """

    def __init__(self, view: QAbstractItemView, lines: SheetModel, scrolling: Scrolling) -> None:
        self._view, self._lines, self._scrolling = view, lines, scrolling
        self._anchor: str | None = None
        self.column = LineKind.RISK
        self.hit_end: int | None = None
        self.listener: Callable[[], object] = lambda: None
        self._is_passing = False
        # The rows that are selected in some lines, once they were asked for; and those that are being selected.
        self._known: tuple[Content, list[int]] | None = None
        self._chosen: list[int] | None = None

    def tell(self) -> None:
        """Tell that something else is selected, unless that passes."""
        self._known = None if self._chosen is None else (self._lines.content, self._chosen)
        if not self._is_passing:
            self.listener()

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """Tell of all changes of the selection in this block only once, at its end."""
        self._is_passing = True
        try:
            yield
        finally:
            self._is_passing = False
            self.tell()

    @property
    def current_row(self) -> int | None:
        """The row that has the keyboard; None if none has."""
        index = self._view.currentIndex()
        return index.row() if index.isValid() else None

    @property
    def current(self) -> SheetLine | None:
        """The line that has the keyboard; None if none has."""
        return None if self.current_row is None else self._lines.lines[self.current_row]

    def is_selected(self, row: int) -> bool:
        """Whether a row is selected."""
        return self._view.selectionModel().isSelected(self._lines.index(row, 0))

    def rows(self) -> list[int]:
        """The rows of the selected items, in order."""
        if self._known is None or self._known[0] is not self._lines.content:
            self._known = self._lines.content, self._asked()
        return self._known[1]

    def _asked(self) -> list[int]:
        """The rows that are selected, as Qt knows them."""
        parts: Iterable[QItemSelectionRange] = self._view.selectionModel().selection()  # type: ignore[assignment]
        return sorted(chain.from_iterable([range(part.top(), part.bottom() + 1) for part in parts]))

    def ids(self) -> tuple[str, ...]:
        """The ids of the selected items, in the order of the register."""
        return tuple(self._lines.content.rows.ids(self.rows()))

    @property
    def is_register_current(self) -> bool:
        """Whether the heading or the title of the register has the keyboard."""
        return self.current is not None and self.current.kind in (LineKind.HEADING, LineKind.TITLE)

    def chosen_ids(self) -> tuple[str, ...]:
        """The ids of the selected items, or of the register if its heading or title has the keyboard."""
        ids, current = self.ids(), self.current
        return (current.id,) if current is not None and self.is_register_current and not ids else ids

    def select(self, rows: Iterable[int], current: int | None = None) -> None:
        """Select these rows alone; `current` has the keyboard, else the last of them.

        A selection is extended from where it began, or from what was selected otherwise since.
        """
        rows, self.hit_end = sorted(rows), None
        chosen, last = QItemSelection(), current
        # Each `index` would ask how many rows there are.
        index = self._lines.createIndex
        for first, end in runs(rows):
            chosen.select(index(first, 0), index(end, 0))
            last = end if current is None else current
        begun = self._lines.content.rows.get(self._anchor) if self._anchor else None
        if last is not None and begun not in rows:
            self._anchor = self._lines.lines[last].id
        model = self._view.selectionModel()
        if last is not None:
            self.column = COLUMN.get(self._lines.lines[last].kind, self.column)
            model.setCurrentIndex(self._lines.index(last, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        # Where none was and none is selected, Qt tells of nothing: what is known of lines that are gone would be kept.
        self._known, self._chosen = (self._lines.content, rows), rows
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._chosen = None
        self._view.viewport().update()

    def leave(self) -> None:
        """Select nothing, and let no line have the keyboard."""
        self.select([])
        self._view.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.NoUpdate)

    def select_ids(self, ids: Collection[str]) -> list[int]:
        """Select the items with these ids alone, if they are there; returns their rows."""
        rows = self._lines.content.rows.of(set(ids))
        self.select(rows)
        return rows

    def select_created(self, step: Step | None) -> None:
        """Select what a step brought in, without what lies in it, and bring it into sight; else nothing else."""
        created, content = set(step.created) if step else set(), self._lines.content
        rows = [row for row in content.rows.of(created) if content.lines[row].parent not in created]
        if rows:
            self.select(rows)
            self._scrolling.reveal(rows[0])

    def select_all(self) -> None:
        """Select every category, entry, risk and mitigation; the keyboard stays where it is."""
        rows = [row for row, line in enumerate(self._lines.lines) if line.id and line.kind in ITEMS]
        self.select(rows, self.current_row)

    def choose(self, row: int, *, extend: bool = False, toggle: bool = False) -> None:
        """Make a row the current and selected one, extend the selection to it, or add or take it.

        Both: add all from where the selection began, as lists do with Ctrl and Shift.
        """
        content, line = self._lines.content, self._lines.lines[row]
        if toggle and line.id not in content.rows:
            # No item, as the title of the register: what is selected stays.
            return
        anchor = content.rows.get(self._anchor) if self._anchor else None
        if extend and anchor is not None:
            self.select({*neighbours.between(content, anchor, row), *(self.rows() if toggle else ())}, row)
        elif toggle:
            self.select(set(self.rows()) ^ {row}, row)
            self._anchor = line.id
        else:
            self._anchor = line.id
            self.select([row] if line.id in content.rows else [], row)
        again = self._lines.content.row_of(line.key)
        if again is not None:
            self._scrolling.reveal(again)
