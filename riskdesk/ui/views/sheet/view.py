"""The view of the sheet: what is in sight of a long register, laid out as it is reached, and the place kept."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from riskdesk.desk.find import Hit
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Register
from riskdesk.ui.views.sheet.geometry import Geometry
from riskdesk.ui.views.sheet.lines import FIELDS, Kind, Pending
from riskdesk.ui.views.sheet.mark import MarkPainter
from riskdesk.ui.views.sheet.model import SheetModel
from riskdesk.ui.views.sheet.paint import SheetPainter, Showing
from riskdesk.ui.views.sheet.scrolling import ScrolledView
from riskdesk.ui.views.sheet.style import style

Index = QModelIndex | QPersistentModelIndex
_SMALLEST, _LARGEST = 0.5, 3.0


class SheetView(ScrolledView):
    """Shows the lines of a register; a QListView for its selection and its voice to screen readers alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Of a viewport that Qt made, PySide finds out the class by looking at every kind of widget there is.
        self.setViewport(QWidget(self))
        self.lines = SheetModel(self)
        self._zoom = 1.0
        self._look = style(self.palette(), self._zoom, self.logicalDpiY())
        self._marks: MarkPainter | None = None
        self.showing = Showing(self.is_selected, self.lines.shown)
        self.layout_of_lines = self._new_geometry()
        self.setModel(self.lines)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)

    @property
    def zoom(self) -> float:
        """How large the paper is; 1 for its usual size."""
        return self._zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._zoom = max(_SMALLEST, min(_LARGEST, zoom))
        self.restyle()

    @property
    def current_row(self) -> int | None:
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def index(self, row: int) -> QModelIndex:
        return self.lines.index(row, 0)

    def is_selected(self, row: int) -> bool:
        return self.selectionModel().isSelected(self.index(row))

    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected items, in the order of the register."""
        return tuple(self.lines.lines[row].id for row in self.selected_rows())

    def selected_rows(self) -> list[int]:
        """The rows of the selected items."""
        parts: Iterable[QItemSelectionRange] = self.selectionModel().selection()  # type: ignore[assignment]
        return sorted(row for part in parts for row in range(part.top(), part.bottom() + 1))

    def select_rows(self, rows: Iterable[int], current: int | None = None) -> None:
        """Select these rows alone; `current` has the keyboard, else the last of them."""
        chosen, last = QItemSelection(), current
        for first, end in _runs(sorted(rows)):
            chosen.append(QItemSelectionRange(self.index(first), self.index(end)))
            last = end if current is None else current
        model = self.selectionModel()
        if last is not None:
            model.setCurrentIndex(self.index(last), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.viewport().update()

    def show_tree(self, tree: RegisterTree | None, pending: Pending | None, *, editable: bool) -> None:
        """Show a register as it is now; selection, current line and what is in sight stay where they were."""
        ids, row = self.selected_ids(), self.current_row
        current = self.lines.lines[row].key if row is not None else None
        with self._anchored():
            before = self.lines.register
            self.lines.show(tree, pending, editable=editable)
            if not _marked_alike(before, self.lines.register):
                self.layout_of_lines = self._new_geometry()
            self.layout_of_lines.take(self.lines.content)
        rows = self.lines.content.rows
        self.select_rows(
            [rows[identity] for identity in ids if identity in rows],
            self.lines.content.row_of(current) if current else None,
        )

    def restyle(self) -> None:
        """Take over a changed palette or zoom."""
        self._look = style(self.palette(), self._zoom, self.logicalDpiY())
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        with self._anchored():
            other = self._new_geometry()
            other.take_over(self.layout_of_lines)
            self.layout_of_lines = other

    def set_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark what a search found and bring the current hit into sight."""
        by_id: dict[str, list[Hit]] = {}
        for hit in hits:
            by_id.setdefault(hit.id, []).append(hit)
        self.showing.hits, self.showing.current_hit = by_id, current
        if current is not None:
            self._reveal_hit(current)
        self.viewport().update()

    def scroll_to(self, identity: str) -> None:
        """Bring an item to the top of what is in sight, below the column heads."""
        row = self.lines.content.rows.get(identity)
        if row is not None:
            self.scroll_until(lambda: self.layout_of_lines.rect(row).top() - self.layout_of_lines.columns_height())

    def reveal(self, row: int) -> None:
        """Scroll as little as brings a line into sight."""
        self.reveal_part(lambda: self.layout_of_lines.rect(row))

    def rect_of(self, row: int) -> QRect:
        """Where a line's text is in the viewport."""
        return self.layout_of_lines.text_rect(row).translated(0, -self.verticalOffset())

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= len(self.layout_of_lines.content.lines):
            return QRect()
        return self.layout_of_lines.rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.layout_of_lines.row_at(self.to_sheet(point))
        return QModelIndex() if row is None else self.index(row)

    def scrollTo(
        self, index: Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if index.isValid():
            self.reveal(index.row())

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._lay_out_anew()
        else:
            self.measure_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.layout_of_lines.style.colours.desk)
        if self.lines.lines:
            top = self.verticalOffset()
            painter.translate(0, -top)
            self.showing.current, self.showing.focused = self.current_row, self.hasFocus()
            SheetPainter(painter, self.layout_of_lines, self._marks, self.showing).paint(
                top, top + self.viewport().height()
            )
        else:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            told = self.tr("No register is open: choose one on the left, or make one with File ▸ New register.")
            painter.drawText(
                self.viewport().rect().adjusted(24, 24, -24, -24),
                Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                told,
            )
        painter.end()

    def _new_geometry(self) -> Geometry:
        register = self.lines.register
        self._marks = MarkPainter(register, self._look) if register else None
        return Geometry(self._look, self.viewport().width(), self._marks.measure if self._marks else lambda _: 0)

    @contextmanager
    def _anchored(self) -> Iterator[None]:
        """Keep the line at the top of what is in sight where it is while the lines are laid out anew."""
        held = self._held()
        with self.still():
            yield
        self.updateGeometries()
        row = None if held is None else self.lines.content.row_of(held[0])
        if held is not None and row is not None:
            self.put(self.layout_of_lines.rect(row).top() - held[1])
        self.measure_again()

    def _held(self) -> tuple[tuple[Kind, str], int] | None:
        """What the first whole line in sight is, and how far below the top it stands."""
        layout, top = self.layout_of_lines, self.verticalOffset()
        if not layout.content.blocks:
            return None
        number = layout.block_at(top)
        block = layout.content.blocks[number]
        return layout.content.lines[block.start].key, layout.top(number) - top

    def _reveal_hit(self, hit: Hit) -> None:
        kinds = [kind for kind, name in FIELDS.items() if name == hit.field] or list(FIELDS)
        found = (self.lines.content.row_of((kind, hit.id)) for kind in kinds)
        row = next((row for row in found if row is not None), None)
        if row is None:
            return
        shown = hit.field == FIELDS.get(self.lines.lines[row].kind)
        self.reveal_part(
            lambda: self.layout_of_lines.place_of(row, hit.start) if shown else self.layout_of_lines.rect(row)
        )


def _marked_alike(one: Register | None, other: Register | None) -> bool:
    """Whether the marks of two registers look alike."""
    return one is not None and other is not None and (one.scale, one.language) == (other.scale, other.language)


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Sorted rows as pairs of first and last of those that follow one another."""
    for _, group in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        run = [row for _, row in group]
        yield run[0], run[-1]
