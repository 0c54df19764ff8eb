"""The sheet: a view made of parts that lay it out, write on it and respond to keys and mouse."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from riskdesk.desk.find import Hit
from riskdesk.kit.qt import Index
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.sheet.keeping_up import KeepingUp
from riskdesk.ui.views.sheet.layout.geometry import Geometry
from riskdesk.ui.views.sheet.parts import Parts

if TYPE_CHECKING:
    from riskdesk.ui.views.sheet.input.dragging import Dragging
    from riskdesk.ui.views.sheet.showing.paper import Caret
    from riskdesk.ui.views.sheet.writing.writing import SheetEditor


class Sheet(QListView):
    """The view in which the open register is edited in place, as it will be printed.

    It is a QListView for its selection alone. `menu_wanted` carries the place on the screen for a menu, `files_pasted`
    paths of files that were copied elsewhere, `command_wanted` an action of the window for the selection.
    """

    command_wanted = Signal(str)
    menu_wanted = Signal(QPoint)
    files_pasted = Signal(list)
    editing = None

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workbench = workbench
        # PySide finds the class of a viewport made by Qt by trying every class of widgets, which takes long.
        self.setViewport(QWidget(self))
        self._parts = parts = Parts(self)
        self.lines = parts.paper.lines
        self.showing, self.mark_wrong = parts.display.showing, parts.display.mark_wrong
        self.commands: Mapping[str, Callable[[], object]] = parts.by_name()
        self.can: Callable[[str], bool] = parts.can
        self._keeping_up = KeepingUp(self, workbench, parts)
        # Setting the model reports an empty selection, which must not reach the workbench.
        with self._keeping_up.being_notified():
            self._set_up()
        self._keeping_up.begin()

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def writing(self) -> "SheetEditor":
        """The editor of the open line."""
        return self._parts.input.writing

    @property
    def dragging(self) -> "Dragging":
        """The part that drags lines and accepts drops."""
        return self._parts.input.dragging

    @property
    def layout_of_lines(self) -> Geometry:
        """The place of each line on the sheet."""
        return self._parts.paper.geometry

    @property
    def zoom(self) -> float:
        """The zoom of the paper; 1 for its usual size."""
        return self._parts.paper.zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._parts.display.set_zoom(zoom)

    @property
    def current_row(self) -> int | None:
        return self._parts.selection.current_row

    @property
    def last_caret(self) -> "Caret | None":
        """The line that was let go last, and where its caret was; None if none was open then."""
        return self.writing.last_caret

    def go_back(self, caret: "Caret | None") -> None:
        """Open the line again that was written in another window, with the caret where it was, unless it is gone."""
        row = None if caret is None else self.lines.content.row_of(caret[0])
        if caret is not None and row is not None:
            self.writing.open(row, caret[1])

    def index(self, row: int) -> QModelIndex:
        return self.lines.index(row, 0)

    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected items, in the order of the register."""
        return self._parts.selection.ids()

    def choose(self, row: int) -> None:
        """Make a row the current and only selected one."""
        self._parts.selection.choose(row)

    def set_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark the hits of a search."""
        self._parts.display.set_hits(hits, current)

    def reveal_hit(self, hit: Hit) -> bool:
        """Select a hit of a search and make it visible; return whether its text is on the sheet."""
        return self._parts.finish() and self._parts.display.reveal_hit(hit)

    def scroll_to(self, identity: str) -> None:
        """Scroll an item to the top of the visible part, below the column heads."""
        row = self.lines.content.rows.get(identity)
        if row is not None:
            self._parts.scrolling.to_top(row)

    def reveal_item(self, identity: str) -> None:
        """Scroll just far enough to make an item visible."""
        row = self.lines.content.rows.get(identity)
        if row is not None:
            self._parts.scrolling.reveal(row)

    def list_content(self) -> None:
        """Return None: nothing is listed."""

    def rect_of(self, identity: str) -> QRect | None:
        """The rectangle of an item's text in the view; None if it is not visible."""
        row = self.lines.content.rows.get(identity)
        rect = None if row is None else self._parts.scrolling.rect_of(row)
        viewport_rect = self.viewport().rect()
        return rect.translated(self.viewport().pos()) if rect is not None and rect.intersects(viewport_rect) else None

    def spoken_text(self) -> str:
        """What a screen reader says of the current line."""
        return "" if self.current_row is None else self.lines.described(self.current_row)

    # The interface of a Qt view.

    def verticalOffset(self) -> int:
        return self._parts.scrolling.top

    def horizontalOffset(self) -> int:
        return 0

    def doItemsLayout(self) -> None:
        self._parts.scrolling.fit()

    def updateGeometries(self) -> None:
        self._parts.scrolling.fit()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._parts.scrolling.measure()

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= len(self._parts.paper.geometry.content.lines):
            return QRect()
        return self._parts.paper.geometry.rect(index.row()).translated(0, -self._parts.scrolling.top)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._parts.paper.geometry.row_at(self._parts.scrolling.to_sheet(point))
        return QModelIndex() if row is None else self.index(row)

    def scrollTo(
        self, index: Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if index.isValid():
            self._parts.scrolling.reveal(index.row())

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def selectAll(self) -> None:
        self._parts.input.commands.select_all()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        answer = self._parts.composing.query(query)
        return super().inputMethodQuery(query) if answer is None else answer

    # Handlers; those of QListView would tell screen readers that the focus is in the list as a whole.

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        QAbstractItemView.selectionChanged(self, selected, deselected)
        self._parts.selection.tell()

    def currentChanged(self, current: Index, before: Index) -> None:
        QAbstractItemView.currentChanged(self, current, before)
        # The heading and the title stand for the register, and are never selected.
        if self._parts.selection.is_register_current and not self.selected_ids():
            self._parts.selection.tell()
        self._parts.announcer.tell_line()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._parts.composing.compose(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._parts.input.keys.press(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._parts.input.pointing.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._parts.input.pointing.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._parts.input.pointing.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._parts.input.pointing.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._parts.input.commands.zoom_by(self._parts.input.wheel.notches(event))
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self._parts.input.pointing.menu_place(event))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragging.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.dragging.move(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.dragging.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dragging.drop(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._parts.take_focus(event.reason())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Mouse events still arrive behind another view.
        self._parts.input.pointing.give_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() == event.oldSize().width():
            self._parts.scrolling.measure()
        self._parts.display.restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._parts.display.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._parts.display.paint(event.rect())

    def _set_up(self) -> None:
        self.setModel(self.lines)
        self.setAccessibleName(self.tr("Sheet of the register"))
        self.setProperty("chapter", "Editing on the sheet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)
