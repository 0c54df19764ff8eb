"""The list: a view of the register with a row for every risk, or for every mitigation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from riskdesk.desk.find import Hit
from riskdesk.desk.listing.document import ListContent
from riskdesk.domain.step import Step
from riskdesk.kit.announce import say
from riskdesk.kit.hairline import Hairline
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.list.bar import ListBar
from riskdesk.ui.views.list.chips import Chips
from riskdesk.ui.views.list.commands import ListCommands
from riskdesk.ui.views.list.editing import CellEditing
from riskdesk.ui.views.list.empty import Empty
from riskdesk.ui.views.list.hidden import Hidden
from riskdesk.ui.views.list.listed import Listed
from riskdesk.ui.views.list.menus import ListMenus
from riskdesk.ui.views.list.output import Output
from riskdesk.ui.views.list.saved import SavedViews
from riskdesk.ui.views.list.staying import Staying
from riskdesk.ui.views.list.table import ListTable
from riskdesk.ui.views.list.typing_over import TypingOver

_SPOKEN_ROLES = (Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.AccessibleTextRole)
# The number of rows that are prepared for the filter at a time.
_AT_A_TIME = 200


class RegisterList(QWidget):
    """The view that shows the open register as a list of risks or mitigations.

    While it is hidden, it does nothing; it catches up when it is shown. `menu_wanted` carries the place on the screen
    for a menu, `files_pasted` paths of files; `export_wanted` asks to export the list.
    """

    menu_wanted = Signal(QPoint)
    files_pasted = Signal(list)
    export_wanted = Signal()

    def __init__(self, workbench: Workbench, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._hits: dict[str, set[str]] = {}
        self.listed = Listed(workbench, settings, self)
        self.table = ListTable(self.listed, self._is_marked, self)
        self.editing = CellEditing(workbench, self.listed, self.table)
        TypingOver(self.table, self.editing)
        self._commands = ListCommands(
            workbench, self.listed, self.table, self.editing, settings, self.files_pasted.emit
        )
        self.commands: Mapping[str, Callable[[], object]] = self._commands.by_name()
        self.can: Callable[[str], bool] = self._commands.can
        self.bar, self.chips = ListBar(self.listed, self), Chips(self.listed, self)
        self.empty = Empty(self.listed, self.table.viewport(), self)
        self.hidden, self.output = Hidden(workbench, self.listed, self), Output(workbench, settings, self.listed, self)
        self._saved = SavedViews(workbench, self.listed, self)
        self._menus = ListMenus(workbench, self.listed, self.table, self)
        # What is left to do before the register is listed as it is now; None if it is.
        self._missed: Callable[[], object] | None = self.listed.open
        self._staying = Staying(workbench, self.listed, self.table)
        self._preparing, self._dragged = QTimer(self, interval=0), QTimer(self, interval=0, singleShot=True)
        self._build()
        self._connect()

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def zoom(self) -> float:
        """The zoom of the list; 1 for its usual size."""
        return self.table.zoom

    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected rows, in order."""
        return self.table.ids()

    def reveal_item(self, identity: str) -> None:
        """Unfold the group of a row, and make the row visible."""
        self._catch_up()
        self.listed.unfold_for(identity)
        if (place := self.listed.place(identity)) is not None:
            self.table.scrollTo(self.table.lines.index(place, max(0, self.table.currentIndex().column())))

    def scroll_to(self, identity: str) -> None:
        """Scroll a row to the top of the visible part; for a category or an entry, its first row."""
        self._catch_up()
        rows = (row for row in self.listed.shown if identity in (row.item.id, row.entry.entry.id, row.category.id))
        if (row := next(rows, None)) is not None:
            self.listed.unfold_for(row.item.id)
            place = self.listed.place(row.item.id)
            self.table.scrollTo(self.table.lines.index(place or 0, 0), self.table.ScrollHint.PositionAtTop)

    def list_content(self) -> ListContent | None:
        """The content of the list as it is shown; None if the list is not visible."""
        return self.output.seen() if self.isVisible() else None

    def rect_of(self, identity: str) -> QRect | None:
        """The visible rectangle of a row; None if there is none."""
        place = self.listed.place(identity)
        if place is None or self._missed is not None:
            return None
        viewport = self.table.viewport()
        rect = QRect(0, self.table.rowViewportPosition(place), viewport.width(), self.table.rowHeight(place))
        visible = rect.intersected(viewport.rect())
        return QRect(viewport.mapTo(self, visible.topLeft()), visible.size()) if not visible.isEmpty() else None

    def set_hits(self, hits: Sequence[Hit], _current: Hit | None) -> None:
        """Mark the cells in which a search found something; if a field has no column, the first cell of the row."""
        self._hits = {}
        for hit in hits:
            self._hits.setdefault(hit.id, set()).add(hit.field)
        self.table.viewport().update()

    def reveal_hit(self, hit: Hit) -> bool:
        """Select the row of a hit, and make it visible; return whether the field has a column."""
        self._catch_up()
        if not self.editing.finish():
            return False
        self.listed.unfold_for(hit.id)
        self._workbench.select([hit.id])
        names = [field.name for field in self.table.fields()]
        if (place := self.listed.place(hit.id)) is None:
            return False
        column = names.index(hit.field) if hit.field in names else 0
        self.table.choose([hit.id])
        self.table.setCurrentIndex(self.table.lines.index(place, column))
        return hit.field in names

    def spoken_text(self) -> str:
        """What a screen reader says of the current cell: its item, then its text."""
        index = self.table.currentIndex()
        return ", ".join(str(index.data(role)) for role in _SPOKEN_ROLES if index.data(role))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("List of the register"))
        self.setProperty("chapter", "The list")
        self.table.setAccessibleName(self.tr("List of the register"))
        self.table.zoom_wanted.connect(self._commands.zoom_by)
        self.bar.add_menu("list-filter", self.tr("Filter"), self._menus.filters)
        self.bar.add_menu("arrow-down-up", self.tr("Sort"), self._menus.sorts)
        self.bar.add_menu("rows-3", self.tr("Group"), self._menus.groups)
        self.bar.add_menu("columns-3", self.tr("Columns"), self._menus.columns)
        button = self.bar.add_menu("bookmark", self.tr("Views"), self._saved.menu)
        self._saved.view_named.connect(lambda name: button.tell(name or self.tr("Views")))
        more = QMenu(self)
        self.output.fill(more, self._commands.copy_all, self.export_wanted.emit)
        self.bar.add_menu("ellipsis", self.tr("Copy, print and export"), more, word=False)
        self.bar.end()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.bar, self.chips, self.hidden, Hairline(self), self.table):
            layout.addWidget(part)
        layout.setStretchFactor(self.table, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        workbench, table = self._workbench, self.table
        workbench.stepped.connect(self._on_stepped)
        workbench.register_opened.connect(self._on_opened)
        workbench.selected.connect(self._on_selected)
        self.listed.arranged.connect(self._show)
        self.listed.reshaped.connect(self.editing.give_up)
        # Even if no line has moved, the columns may have other widths.
        self.listed.reshaped.connect(table.fit)
        self.listed.asked.connect(self._select_listed)
        table.chosen.connect(self._tell_chosen)
        table.menu_wanted.connect(self.menu_wanted)
        table.sized.connect(self.listed.widen)
        table.head.sort_wanted.connect(self._sort)
        # Not at once: the header still handles the drag.
        table.head.sectionMoved.connect(self._dragged.start)
        self._dragged.timeout.connect(self._take_order)
        table.head.customContextMenuRequested.connect(self._show_head_menu)
        self.bar.left.connect(self._go_to_rows)
        self.chips.emptied.connect(self._go_to_rows)
        self.empty.cleared.connect(self._clear_filters)
        self.hidden.shown.connect(self._go_to_chosen)
        for signal in (workbench.typing.draft_held, workbench.typing.released):
            signal.connect(table.viewport().update)
        self._preparing.timeout.connect(self._prepare)

    def _on_stepped(self, step: Step) -> None:
        self.editing.follow(step)
        if not self.isVisible() or self.listed.register_id != self._workbench.register_id:
            # Also while another register is about to be listed.
            self._missed = self._missed or self.listed.refresh
        else:
            self.listed.refresh()
            self._preparing.start()
            self._staying.after_step(step)

    def _on_opened(self) -> None:
        self.editing.leave()
        self._missed = self.listed.open
        if self.isVisible():
            self._catch_up()

    def _on_selected(self) -> None:
        if not self.isVisible():
            return
        if self._workbench.selection != self.table.ids():
            self.table.choose(self._workbench.selection)
        self.hidden.refresh()

    def _catch_up(self) -> None:
        """Show what happened while the list was hidden."""
        if self._missed is None:
            self._on_selected()
            return
        catch_up, self._missed = self._missed, None
        catch_up()
        if catch_up == self.listed.open or self.table.has_strayed():
            self.table.choose(self._workbench.selection)
        self._on_selected()
        self._preparing.start()

    def _show(self) -> None:
        """Show the lines as they are arranged now."""
        self.table.show_lines(self._workbench.selection)
        self.table.head.show_sorts(self.listed.listing.sorts, [field.name for field in self.table.fields()])
        self.editing.show_again()
        self.bar.refresh()
        self.chips.refresh()
        self.empty.refresh()
        self.hidden.refresh()

    def _select_listed(self) -> None:
        """Deselect rows that were filtered or folded away: commands would act on what nobody sees."""
        listed, selection = self.listed, self._workbench.selection
        remaining = (item for item in selection if listed.row(item) is None or listed.place(item) is not None)
        self._workbench.select([*remaining])

    def _sort(self, column: int, further: bool) -> None:  # noqa: FBT001 - a signal
        self.listed.ask(self.listed.listing.sorted_by(self.table.fields()[column].name, further=further))
        self.bar.tell_sorts()

    def _take_order(self) -> None:
        """Put the columns in the order into which they were dragged."""
        head, columns = self.table.head, self.listed.listing.columns
        order = [head.logicalIndex(place) for place in range(head.count())]
        if order != sorted(order) and len(order) == len(columns):
            self.listed.ask(replace(self.listed.listing, columns=tuple(columns[place] for place in order)))

    def _show_head_menu(self, point: QPoint) -> None:
        column = self.table.head.logicalIndexAt(point)
        if column >= 0:
            self._menus.of_head(self.table.fields()[column].name).popup(self.table.head.viewport().mapToGlobal(point))

    def _tell_chosen(self) -> None:
        ids = self.table.ids()
        self._workbench.select(ids)
        if len(ids) > 1:
            say(self.table, self.tr("%Ln item(s) selected", "", len(ids)))

    def _go_to_rows(self) -> None:
        """Give the rows the focus; if no cell is current, the first one becomes so."""
        if not self.table.currentIndex().isValid() and self.table.lines.lines:
            self.table.setCurrentIndex(self.table.lines.index(0, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_chosen(self) -> None:
        """Show the selection, now that it is listed, and give the table the focus."""
        self.table.choose(self._workbench.selection)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_filters(self) -> None:
        self.listed.clear_filters()
        self._go_to_rows()

    def _prepare(self) -> None:
        if not self.listed.prepare_texts(_AT_A_TIME):
            self._preparing.stop()

    def _is_marked(self, identity: str, field: str) -> bool:
        hit_fields = self._hits.get(identity)
        if not hit_fields:
            return False
        names = [column.name for column in self.table.fields()]
        return field in hit_fields or (field == names[0] and not hit_fields.intersection(names))
