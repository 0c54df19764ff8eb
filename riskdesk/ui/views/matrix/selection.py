"""Selecting risks by clicks and keys in a matrix."""

from collections.abc import Iterable

from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.matrix.arranging import Box
from riskdesk.ui.views.matrix.picture import Picture, Spot


class MatrixSelection:
    """The part of a matrix that selects risks on a workbench by their chips.

    The risks of one cell are selected in the order of the register.
    """

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench

    def meets(self, picture: Picture, spot: Spot) -> bool:
        """Whether a risk of a spot is selected."""
        selected_ids = set(self._workbench.selection)
        return any(chip.risk.id in selected_ids for chip in picture.chips_at(spot))

    def choose(self, picture: Picture, spot: Spot, *, toggle: bool = False) -> None:
        """Select only the risks of a spot; with `toggle`, add them, or remove them if all are selected."""
        ids = dict.fromkeys(chip.risk.id for chip in picture.chips_at(spot))
        if not toggle:
            self._workbench.select([*ids])
            return
        selected_ids = dict.fromkeys(self._workbench.selection)
        if ids.keys() <= selected_ids.keys():
            self._workbench.select([identity for identity in selected_ids if identity not in ids])
        else:
            self._workbench.select([*(selected_ids | ids)])

    def choose_in(self, picture: Picture, part: Box, *, add: Iterable[str]) -> None:
        """Select the risks whose chips or counts meet a box, and those in `add`."""
        cells = (*picture.board.cells, None)
        spots = (spot for cell in cells for spot in picture.spots(cell)[1:])
        met = (spot for spot in spots if (box := picture.box(spot)) is not None and box.meets(part))
        ids = dict.fromkeys(chip.risk.id for spot in met for chip in picture.chips_at(spot))
        self._workbench.select([*(dict.fromkeys(add) | ids)])

    def choose_all(self, picture: Picture) -> None:
        """Select all risks of the matrix, assessed or not."""
        self._workbench.select([*dict.fromkeys(identity for identity, _ in picture.board.chips)])
