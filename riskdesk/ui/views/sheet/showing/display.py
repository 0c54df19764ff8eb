"""What the sheet shows: the register as it is now, at a zoom, with the hits of a search in it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractScrollArea

from riskdesk.desk.find import Hit
from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.shapes import fill
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.sheet.layout.lines import ITEMS, TEXT_FIELDS
from riskdesk.ui.views.sheet.layout.neighbours import left_beside
from riskdesk.ui.views.sheet.showing.changed import changed_rows, rows_beside
from riskdesk.ui.views.sheet.showing.paint import SheetPainter, Showing
from riskdesk.ui.views.sheet.showing.paper import Paper
from riskdesk.ui.views.sheet.showing.scrolling import Scrolling
from riskdesk.ui.views.sheet.showing.selection import SheetSelection

if TYPE_CHECKING:
    from riskdesk.domain.spelling import Word
    from riskdesk.domain.values import Language


class Display:
    """The part of a sheet that shows registers in its area.

    Selection, current line and scroll position stay as they were.
    """

    def __init__(
        self,
        area: QAbstractScrollArea,
        workbench: Workbench,
        paper: Paper,
        scrolling: Scrolling,
        selection: SheetSelection,
    ) -> None:
        self._area, self._workbench = area, workbench
        self._paper, self._scrolling, self._selection = paper, scrolling, selection
        self._hits: Sequence[Hit] = ()
        self.showing = Showing(selection.is_selected, paper.lines.shown, paper.lines.fate)

    def refresh(self, step: Step | None = None) -> None:
        """Show the open register as it is now, after a step; see `show`."""
        self.show(self._workbench.tree(), step)

    def show(self, tree: RegisterTree | None, step: Step | None = None) -> None:
        """Show a register; what an undo or a redo here brought back or changed is then selected and visible.

        If it only deleted something, the item beside that is selected. An open line stays the selected one. If anything
        else deleted the current line, the one beside it becomes current. If the register is another one, nothing is
        selected.
        """
        before = self._paper.lines.register
        if tree is None or before is None or tree.register.id != before.id:
            self._take(tree)
            self._scrolling.measure()
            self._selection.select([])
            return
        ids, current = set(self._selection.ids()), self._selection.current
        content_before = self._paper.content
        with self._scrolling.anchored():
            self._take(tree)
        content = self._paper.content
        is_undo = step is not None and step.undoes is not None and not self._workbench.hears_others
        undo_step = step if is_undo else None
        changed = (
            changed_rows(undo_step, content, ids) or rows_beside(undo_step, content_before, content)
            if undo_step
            else []
        )
        if changed and self._paper.open_line is None:
            self._selection.select(changed if content.lines[changed[0]].kind in ITEMS else (), changed[0])
        else:
            rows, row = content.rows.of(ids), content.row_of(current.key) if current else None
            if current and row is None and not rows and self._paper.open_line is None:
                row = left_beside(content_before, current, content)
            self._selection.select(rows, row)
        for row in changed[:1]:
            self._scrolling.reveal(row)

    def _take(self, tree: RegisterTree | None) -> None:
        self._paper.take(tree, editable=not self._workbench.read_only)

    def show_drop(self, mark: QRect | None) -> None:
        """Show where a drop would go; None for nowhere."""
        self.showing.drop = mark
        self._area.viewport().update()

    def mark_wrong(self, wrong: "Callable[[str, Language | None], Sequence[Word]]") -> None:
        """Mark the misspelt words of each text."""
        self.showing.wrong = wrong
        self._area.viewport().update()

    def restyle(self) -> None:
        """Apply a changed palette, zoom or width."""
        if not self._paper.is_outdated:
            return
        with self._scrolling.steadied():
            self._paper.renew()

    def set_zoom(self, zoom: float) -> None:
        """Set the zoom of the paper; 1 is its usual size."""
        self._paper.set_zoom(zoom)
        self.restyle()

    def set_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark the hits of a search; without a current one, forget the hit behind which writing would begin."""
        if hits is not self._hits:
            by_id: dict[str, list[Hit]] = {}
            for hit in hits:
                by_id.setdefault(hit.id, []).append(hit)
            self._hits, self.showing.hits = hits, by_id
        self.showing.current_hit = current
        if current is None:
            self._selection.hit_end = None
        self._area.viewport().update()

    def paint(self, room: QRect) -> None:
        """Draw what is visible."""
        painter = QPainter(self._area.viewport())
        fill(painter, room, self._paper.geometry.style.colours.desk)
        if self._paper.lines.lines:
            top, showing = self._scrolling.top, self.showing
            painter.translate(0, -top)
            showing.current, showing.focused = self._selection.current_row, self._area.hasFocus()
            showing.editing = self._paper.open_row
            bottom = top + self._scrolling.height
            SheetPainter(painter, self._paper.geometry, showing).paint(top, bottom)
        else:
            self._paint_nothing(painter)
        painter.end()

    def _paint_nothing(self, painter: QPainter) -> None:
        area = self._area
        hint = QCoreApplication.translate(
            "Sheet", "No register is open: choose one on the left, or make one with File ▸ New register."
        )
        painter.setPen(area.palette().color(QPalette.ColorRole.WindowText))
        room = area.viewport().rect().adjusted(24, 24, -24, -24)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, hint)

    def reveal_hit(self, hit: Hit) -> bool:
        """Select the item of a hit of a search, and make it visible; return whether the text is on the sheet."""
        content = self._paper.content
        kinds = sorted(TEXT_FIELDS, key=lambda kind: TEXT_FIELDS[kind] != hit.field)
        rows = (content.row_of((kind, hit.id)) for kind in kinds)
        row = next((row for row in rows if row is not None), None)
        if row is None:
            return False
        self._selection.choose(row)
        is_shown = hit.field == TEXT_FIELDS.get(content.lines[row].kind)
        if is_shown:
            self._selection.hit_end = hit.end
            self._scrolling.reveal_part(lambda: self._paper.geometry.place_of(row, hit.start))
        return is_shown
