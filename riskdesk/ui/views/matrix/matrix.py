"""The matrix of the open register: a view with its tools, menus and commands."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.desk.find import Hit
from riskdesk.domain.matrix import Board, Chip, board_of
from riskdesk.domain.printing import Sides
from riskdesk.domain.step import Step
from riskdesk.kit.hairline import Hairline
from riskdesk.kit.settings import Setting, Settings
from riskdesk.ui.bench.language import ui_words
from riskdesk.ui.bench.spoken import tells_scores
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.matrix.grid import MatrixGrid
from riskdesk.ui.views.matrix.menu import CellMenu
from riskdesk.ui.views.matrix.outlet import Outlet
from riskdesk.ui.views.matrix.picture import Picture, Spot
from riskdesk.ui.views.matrix.tip import in_lines
from riskdesk.ui.views.matrix.tools import MatrixTools
from riskdesk.ui.views.matrix.unfolded import Unfolded
from riskdesk.ui.views.missed import Missed

SIDES = Setting("matrix/sides", str, Sides.INHERENT.value)
ENDED = Setting("matrix/ended", bool, False)
ZOOM_PERCENT = Setting("matrix/zoom", int, 100)
# The kinds of items whose changes are seen here.
_SEEN = {"register", "category", "entry", "risk"}


class Matrix(QWidget):
    """A view of the register, which re-assesses the risks that are moved in it.

    `opened` carries the id of a risk to be shown in full; `cell_chosen` the likelihood, impact and sides of a cell
    whose risks are to be listed (0, 0 for risks that are not assessed), and whether with ended risks; `print_wanted`
    the sides to print, and whether with ended risks.
    """

    menu_wanted = Signal(QPoint)
    files_pasted = Signal(list)
    opened = Signal(str)
    cell_chosen = Signal(int, int, str, bool)
    print_wanted = Signal(str, bool)
    editing = None

    def __init__(self, workbench: Workbench, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tells_scores(self)
        self._workbench, self._settings, self._missed = workbench, settings, Missed(self)
        # Created in the order of Tab.
        self.tools, self.grid = MatrixTools(self), MatrixGrid(workbench, self)
        self._outlet = Outlet(self, workbench, settings)
        self._menu = CellMenu(self.grid)
        self._hits: tuple[Sequence[Hit], Hit | None] = ((), None)
        self.commands: Mapping[str, Callable[[], object]] = {
            "copy": self._copy,
            "select_all": self._select_all,
            "zoom_in": lambda: self.grid.zoom_by(1),
            "zoom_out": lambda: self.grid.zoom_by(-1),
            "zoom_reset": self._zoom_reset,
        }
        self._picture_commands: Mapping[str, Callable[[Picture], object]] = {
            "copy_picture": self._outlet.copy_picture,
            "save_picture": self._outlet.save_picture,
            "print": self._print,
        }
        # Without selected items, a picture of the matrix is copied.
        self.can: Callable[[str], bool] = lambda _name: True
        self._lay_out()
        self._restore()
        self._connect()
        self.refresh()

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def zoom(self) -> float:
        """The zoom of the matrix; at 1, it fills the window."""
        return self.grid.zoom

    def refresh(self) -> None:
        """Show the register as it is now."""
        tree = self._workbench.tree()
        self.grid.show_board(self._board(), None if tree is None else tree.register)
        self.grid.select(self._workbench.selection)
        self.set_hits(*self._hits)

    def reveal_item(self, identity: str) -> None:
        """Make a risk current and scroll just far enough to make it visible; other items are not in the matrix."""
        spot = None if self.grid.picture is None else self.grid.picture.spot_of_risk(identity)
        if spot is not None:
            self.grid.go_to(spot)

    def scroll_to(self, identity: str) -> None:
        """Make a risk, or the first one of a category or an entry, visible."""
        tree = self._workbench.tree()
        below = (
            risk.id
            for category in (tree.categories if tree is not None else ())
            for entry in category.entries
            if identity in (category.category.id, entry.entry.id)
            for risk in entry.risks
        )
        self.reveal_item(next(below, identity))

    def set_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark the risks that are hits of a search."""
        self._hits = (hits, current)
        self.grid.appearance.hits = frozenset(hit.id for hit in hits)
        self.grid.appearance.current_hit = "" if current is None else current.id
        self.grid.viewport().update()

    def reveal_hit(self, hit: Hit) -> bool:
        """Select a hit of a search; return False, as chips show a part of its text at most, the inspector all of it."""
        self._workbench.select([hit.id])
        self.reveal_item(hit.id)
        return False

    def list_content(self) -> None:
        """Return None: nothing is listed."""

    def rect_of(self, identity: str) -> QRect | None:
        """The visible rectangle of a risk's chip, or of the count that includes it; None if it is not visible."""
        picture = self.grid.picture
        spot = None if picture is None else picture.spot_of_risk(identity)
        box = None if picture is None or spot is None else picture.box(spot)
        if box is None:
            return None
        visible = self.grid.to_view(box).intersected(self.grid.viewport().rect())
        return None if visible.isEmpty() else QRect(self.grid.viewport().mapTo(self, visible.topLeft()), visible.size())

    def spoken_text(self) -> str:
        """What a screen reader says of the current spot."""
        picture, spot = self.grid.picture, self.grid.spot
        if picture is None or spot is None:
            return ""
        return self.grid.speech.spot(picture, spot, selected=self.grid.appearance.selected)

    def _board(self) -> Board | None:
        tree = self._workbench.tree()
        return None if tree is None else board_of(tree, self.tools.sides, ended=self.tools.ended)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(Hairline(self))
        layout.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)

    def _restore(self) -> None:
        sides = self._settings.member(SIDES, Sides.INHERENT)
        self.tools.show_choice(sides, ended=self._settings.get(ENDED))
        self.grid.zoom = self._settings.get(ZOOM_PERCENT) / 100
        self.tools.show_zoom(self.grid.zoom)

    def _connect(self) -> None:
        workbench, grid, tools = self._workbench, self.grid, self.tools
        workbench.stepped.connect(self._follow)
        workbench.register_opened.connect(self._catch_up)
        workbench.selected.connect(self._on_selected)
        tools.chosen.connect(self._on_chosen)
        tools.command_wanted.connect(self._do)
        grid.zoomed.connect(self._on_zoomed)
        grid.opened.connect(self.opened)
        grid.cell_chosen.connect(self._list_cell)
        grid.unfolded.connect(self._unfold)
        grid.menu_wanted.connect(self._show_menu)

    def _follow(self, step: Step) -> None:
        if any(change.kind in _SEEN for change in step.changes):
            self._catch_up()

    def _catch_up(self) -> None:
        if not self._missed.put_off(self._come_back):
            self.refresh()

    def _on_selected(self) -> None:
        if not self._missed.put_off(self._come_back, unless_waiting=True):
            self.grid.select(self._workbench.selection)

    def _come_back(self) -> None:
        """Show what happened behind another view, and make what was selected there current."""
        self.refresh()
        self.grid.input.go_to_selected()

    def _on_chosen(self) -> None:
        self._settings.set(SIDES, self.tools.sides.value)
        self._settings.set(ENDED, self.tools.ended)
        self.refresh()

    def _on_zoomed(self) -> None:
        self.tools.show_zoom(self.grid.zoom)
        self._settings.set(ZOOM_PERCENT, round(100 * self.grid.zoom))

    def _zoom_reset(self) -> None:
        self.grid.zoom = 1.0

    def _copy(self) -> None:
        """Copy the selected items as other views do, or else a picture of the matrix."""
        if self._workbench.selection:
            self._outlet.copy_items()
        else:
            self._do("copy_picture")

    def _select_all(self) -> None:
        if self.grid.picture is not None:
            self.grid.selection.choose_all(self.grid.picture)
            self.grid.input.go_to_selected()

    def _do(self, command: str) -> None:
        """Run a command of the tools."""
        if command in self.commands:
            self.commands[command]()
        elif self.grid.picture is not None:
            self._picture_commands[command](self.grid.picture)

    def _print(self, _picture: Picture) -> None:
        self.print_wanted.emit(self.tools.sides.value, self.tools.ended)

    def _show_menu(self, place: QPoint) -> None:
        """Show the menu for items on a chip, or on a count of which some are selected, or else that for a cell."""
        spot, picture = self.grid.spot, self.grid.picture
        if picture is None or spot is None:
            return
        if (spot.key is not None or spot.more) and self.grid.selection.meets(picture, spot):
            self.menu_wanted.emit(place)
        else:
            self._menu.show(Spot(spot.cell), place)

    def _list_cell(self, likelihood: int, impact: int) -> None:
        self.cell_chosen.emit(likelihood, impact, self.tools.sides.value, self.tools.ended)

    def _unfold(self, spot: Spot) -> None:
        """Show the risks of a count in a list beside it."""
        picture = self.grid.picture
        box = None if picture is None else picture.box(spot)
        if picture is None or box is None:
            return

        def chip_text(chip: Chip) -> str:
            return "  ".join(picture.chip_text(chip))

        def chip_tip(chip: Chip) -> str:
            return in_lines(self.grid.speech.tip(picture, Spot(spot.cell, chip.key)))

        def spoken_text(chip: Chip) -> str:
            return ", ".join(filter(None, (chip_text(chip), ui_words().end(chip.risk))))

        roles = Qt.ItemDataRole
        texts = {roles.DisplayRole: chip_text, roles.ToolTipRole: chip_tip, roles.AccessibleTextRole: spoken_text}
        unfolded = Unfolded(picture.hidden(spot.cell), texts, self._workbench, self.opened.emit, self)
        place = self.grid.to_view(box)
        unfolded.come_up(QRect(self.grid.viewport().mapToGlobal(place.topLeft()), place.size()))
