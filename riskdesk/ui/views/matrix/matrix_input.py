"""The actions in a matrix: opening, moving and clearing risks, and listing those of a cell."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from riskdesk.domain.matrix import Chip, MatrixCell
from riskdesk.domain.step import Step
from riskdesk.kit.announce import say
from riskdesk.ui.views.matrix.chip_moves import ChipMoves
from riskdesk.ui.views.matrix.picture import Spot
from riskdesk.ui.views.matrix.selection import MatrixSelection
from riskdesk.ui.views.matrix.speech import MatrixSpeech
from riskdesk.ui.views.matrix.walking import WalkDirection

if TYPE_CHECKING:
    from riskdesk.ui.views.matrix.grid import MatrixGrid


class MatrixInput:
    """The actions of the user on the risks in a matrix: open, move and clear them, or list those of a cell.

    After a move, the current spot follows what was moved.
    """

    def __init__(self, grid: "MatrixGrid", selection: MatrixSelection, speech: MatrixSpeech) -> None:
        self._grid, self._selection, self._speech = grid, selection, speech
        self._moving = ChipMoves(grid.workbench)

    def click(self, spot: Spot) -> None:
        """Handle a click without a drag: a count shows its risks, a chip is selected alone."""
        if spot.more:
            self._grid.unfolded.emit(spot)
        elif self._grid.picture is not None:
            self._selection.choose(self._grid.picture, spot)

    def open(self, spot: Spot) -> None:
        """Open a risk, show the risks of a count, or list those of a cell."""
        if spot.more:
            self._grid.unfolded.emit(spot)
        elif spot.key is not None:
            self._grid.opened.emit(spot.key[0])
        else:
            self._grid.cell_chosen.emit(*(spot.cell or (0, 0)))

    def carried(self, spot: Spot) -> Sequence[Chip]:
        """The chips that are dragged along with a spot; none if nothing can be written."""
        picture = self._grid.picture
        return () if picture is None or self._grid.workbench.read_only else self._moving.meant(picture, spot)

    def drop(self, chips: Sequence[Chip], cell: MatrixCell | None) -> None:
        """Give risks the assessment of a cell, or clear it."""
        if self._grid.picture is not None:
            self._follow(self._moving.drop(self._grid.picture, chips, cell), chips)

    def shift(self, direction: WalkDirection) -> None:
        """Move the current risk, and what is selected along with it, by a level."""
        chips = self._meant()
        if chips and self._grid.picture is not None:
            self._follow(self._moving.shift(self._grid.picture, chips, direction), chips)

    def clear(self) -> None:
        """Clear the assessment of the current risk, and of those selected along with it."""
        chips = self._meant()
        self._follow(self._moving.clear(chips), chips)

    def go_to_selected(self) -> None:
        """Make the first selected risk current, unless a selected one is current."""
        picture, spot = self._grid.picture, self._grid.spot
        if picture is None or (spot is not None and self._selection.meets(picture, spot)):
            return
        spots = (picture.spot_of_risk(identity) for identity in self._grid.workbench.selection)
        first_spot = next((other for other in spots if other is not None), None)
        if first_spot is not None:
            self._grid.go_to(first_spot)

    def _meant(self) -> Sequence[Chip]:
        """The chips that keys act on.

        For a cell or a count, these are the selected ones in it, never all that it holds.
        """
        picture, spot = self._grid.picture, self._grid.spot
        if picture is None or spot is None:
            return ()
        is_meant = spot.key is not None or self._selection.meets(picture, spot)
        return self._moving.meant(picture, spot) if is_meant else ()

    def _follow(self, step: Step | None, chips: Sequence[Chip]) -> None:
        """Go along with what was moved; what is only counted now is selected, as keys act on no other of a count."""
        picture = self._grid.picture
        if step is None or picture is None or not chips:
            return
        identity, residual = chips[0].key
        spot = picture.spot_of((identity, residual)) or picture.spot_of_risk(identity)
        moved_ids = {chip.risk.id for chip in chips}
        if spot is not None:
            self._grid.go_to(spot)
            if spot.more and moved_ids.isdisjoint(self._grid.workbench.selection):
                self._grid.workbench.select([*moved_ids])
        risks = {chip.risk.id: chip.risk for chip in picture.board.chips.values() if chip.risk.id in moved_ids}
        say(self._grid, self._speech.moved(picture, list(risks.values()), residual=residual))
