"""What keys do in a matrix."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.ui.views.matrix.matrix_input import MatrixInput
from riskdesk.ui.views.matrix.picture import Picture, Spot
from riskdesk.ui.views.matrix.pointing import MatrixPointing
from riskdesk.ui.views.matrix.selection import MatrixSelection
from riskdesk.ui.views.matrix.walking import WalkDirection, ends, leap, walk

if TYPE_CHECKING:
    from riskdesk.ui.views.matrix.grid import MatrixGrid

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_WAYS: dict[int, WalkDirection] = {
    _Key.Key_Left: WalkDirection.LEFT,
    _Key.Key_Right: WalkDirection.RIGHT,
    _Key.Key_Up: WalkDirection.UP,
    _Key.Key_Down: WalkDirection.DOWN,
}
_CHECKED = _Modifier.AltModifier | _Modifier.ControlModifier | _Modifier.ShiftModifier | _Modifier.MetaModifier


class MatrixKeys:
    """What the keys do in a matrix: arrows walk, Alt moves, Space selects, Enter opens, Del clears."""

    def __init__(
        self, grid: "MatrixGrid", selection: MatrixSelection, matrix_input: MatrixInput, pointing: MatrixPointing
    ) -> None:
        self._grid, self._selection, self._input, self._pointing = grid, selection, matrix_input, pointing
        # The likelihood from which the user went to the tray.
        self._row = 1

    def press(self, event: QKeyEvent) -> None:
        """Handle a key, or ignore its event."""
        picture, modifiers = self._grid.picture, event.modifiers() & _CHECKED
        if picture is None or not self._pressed(picture, event.key(), modifiers):
            event.ignore()

    def _pressed(self, picture: Picture, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        spot = self._grid.spot or self.first(picture)
        if self._pointing.is_busy:
            # Other keys would act on what is dragged.
            if key == _Key.Key_Escape:
                self._pointing.give_up()
            return True
        if key in _WAYS:
            return self._go(picture, spot, _WAYS[key], modifiers)
        if key in (_Key.Key_Home, _Key.Key_End):
            self._grid.go_to(ends(picture, spot, self._row)[key == _Key.Key_End])
        elif key == _Key.Key_Space and modifiers in (_Modifier.NoModifier, _Modifier.ControlModifier):
            self._selection.choose(picture, spot, toggle=bool(modifiers))
        elif key in ENTER_KEYS and not modifiers:
            self._input.open(spot)
        elif key == _Key.Key_Delete and not modifiers:
            self._input.clear()
        else:
            return False
        return True

    def _go(self, picture: Picture, spot: Spot, direction: WalkDirection, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers == _Modifier.AltModifier:
            self._input.shift(direction)
            return True
        if modifiers not in (_Modifier.NoModifier, _Modifier.ControlModifier):
            return False
        if spot.cell is not None:
            self._row = spot.cell[0]
        self._grid.go_to((leap if modifiers else walk)(picture, spot, direction, self._row))
        return True

    def first(self, picture: Picture) -> Spot:
        """The spot that is current at first: of a selected risk, else the highest cell."""
        spots = (picture.spot_of_risk(identity) for identity in self._grid.workbench.selection)
        highest = Spot((len(picture.scale.likelihood), len(picture.scale.impact)))
        return next((spot for spot in spots if spot is not None), highest)
