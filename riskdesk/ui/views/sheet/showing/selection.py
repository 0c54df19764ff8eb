"""Which lines of the sheet are selected, and which one is current."""

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


class SheetSelection:
    """The selection of a view; `column` is the one in which keys move, that of the bullet that was current last.

    `hit_end` is the end of a hit of a search in the text of the current line, until something else is selected.
    `listener` is called when the selection changes.
    """

    def __init__(self, view: QAbstractItemView, lines: SheetModel, scrolling: Scrolling) -> None:
        self._view, self._lines, self._scrolling = view, lines, scrolling
        self._anchor: str | None = None
        self.column = LineKind.RISK
        self.hit_end: int | None = None
        self.listener: Callable[[], object] = lambda: None
        self._is_passing = False
        # The selected rows of some lines, once they were needed; and those that are being selected.
        self._known: tuple[Content, list[int]] | None = None
        self._chosen: list[int] | None = None

    def tell(self) -> None:
        """Report a change of the selection, unless it is a passing one."""
        self._known = None if self._chosen is None else (self._lines.content, self._chosen)
        if not self._is_passing:
            self.listener()

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """Report all changes of the selection in this block only once, at its end."""
        self._is_passing = True
        try:
            yield
        finally:
            self._is_passing = False
            self.tell()

    @property
    def current_row(self) -> int | None:
        """The current row; None if there is none."""
        index = self._view.currentIndex()
        return index.row() if index.isValid() else None

    @property
    def current(self) -> SheetLine | None:
        """The current line; None if there is none."""
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
        """The selected rows, as Qt has them."""
        parts: Iterable[QItemSelectionRange] = self._view.selectionModel().selection()  # type: ignore[assignment]
        return sorted(chain.from_iterable([range(part.top(), part.bottom() + 1) for part in parts]))

    def ids(self) -> tuple[str, ...]:
        """The ids of the selected items, in the order of the register."""
        return tuple(self._lines.content.rows.ids(self.rows()))

    @property
    def is_register_current(self) -> bool:
        """Whether the heading or the title of the register is current."""
        return self.current is not None and self.current.kind in (LineKind.HEADING, LineKind.TITLE)

    def chosen_ids(self) -> tuple[str, ...]:
        """The ids of the selected items, or of the register if its heading or title is current."""
        ids, current = self.ids(), self.current
        return (current.id,) if current is not None and self.is_register_current and not ids else ids

    def select(self, rows: Iterable[int], current: int | None = None) -> None:
        """Select only these rows; `current` becomes the current one, or else the last of them.

        It is extended later from where it began if that is among the rows, else from the current one.
        """
        was_register, rows, self.hit_end = self.is_register_current, sorted(rows), None
        chosen, last = QItemSelection(), current
        # Each `index` would ask for the number of rows.
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
        # If nothing was and nothing is selected, Qt emits no signal, and rows of lines that are gone would be kept.
        self._known, self._chosen = (self._lines.content, rows), rows
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._chosen = None
        if was_register and not rows and not self.is_register_current:
            # Neither before nor now is anything selected for Qt, which emits no signal.
            self.tell()
        self._view.viewport().update()

    def leave(self) -> None:
        """Select nothing, and make no line current."""
        self.select([])
        self._view.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.NoUpdate)

    def select_ids(self, ids: Collection[str]) -> list[int]:
        """Select only the items with these ids, as far as they exist; return their rows."""
        rows = self._lines.content.rows.of(set(ids))
        self.select(rows)
        return rows

    def select_created(self, step: Step | None) -> None:
        """Select what a step created, without what is inside it, and make it visible; without any, change nothing."""
        created, content = set(step.created) if step else set(), self._lines.content
        rows = [row for row in content.rows.of(created) if content.lines[row].parent not in created]
        if rows:
            self.select(rows)
            self._scrolling.reveal(rows[0])

    def select_all(self) -> None:
        """Select every category, entry, risk and mitigation; the current line stays."""
        rows = [row for row, line in enumerate(self._lines.lines) if line.id and line.kind in ITEMS]
        self.select(rows, self.current_row)

    def choose(self, row: int, *, extend: bool = False, toggle: bool = False) -> None:
        """Make a row the current and only selected one, extend the selection to it, or toggle it.

        With both, add all from where the selection began, as lists do with Ctrl and Shift.
        """
        content, line = self._lines.content, self._lines.lines[row]
        if toggle and line.id not in content.rows:
            # This is no item, such as the title of the register: the selection stays.
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
