"""The menu for a cell of a matrix, and for the risks that are not assessed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from riskdesk.ui.views.matrix.picture import Spot

if TYPE_CHECKING:
    from riskdesk.ui.views.matrix.grid import MatrixGrid


class CellMenu(QObject):
    """The context menu of a cell of a matrix; one menu is reused, so that right clicks leave none behind."""

    def __init__(self, grid: "MatrixGrid") -> None:
        super().__init__(grid)
        self._grid, self._menu = grid, QMenu(grid)
        self._spot = Spot(None)
        self._menu.addAction(self.tr("&Show in the list"), self._list)
        self._choose = self._menu.addAction(self.tr("Select these &risks"), self._select)

    def show(self, spot: Spot, place: QPoint) -> None:
        """Show the menu for a cell, at a point of the screen."""
        self._spot = spot
        self._choose.setEnabled(self._grid.picture is not None and bool(self._grid.picture.chips(spot.cell)))
        self._menu.popup(place)

    def _list(self) -> None:
        self._grid.input.open(self._spot)

    def _select(self) -> None:
        if self._grid.picture is not None:
            self._grid.selection.choose(self._grid.picture, self._spot)
