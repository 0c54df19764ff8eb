"""Re-assessing risks by moving them in a matrix: each move is one step, of one risk or of all that are selected."""

from collections.abc import Sequence
from dataclasses import replace

from riskdesk.desk import risks
from riskdesk.domain.assessing import Pair
from riskdesk.domain.matrix import Chip, MatrixCell, cell_of
from riskdesk.domain.scale import Assessment
from riskdesk.domain.step import Step
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.matrix.picture import Picture, Spot
from riskdesk.ui.views.matrix.walking import WalkDirection

_NOT_ASSESSED = Assessment()


class ChipMoves:
    """The part of a matrix that re-assesses risks on a workbench when their chips are moved."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench

    def meant(self, picture: Picture, spot: Spot) -> list[Chip]:
        """The chips that are moved with a spot: all selected ones if it is or holds one of them, else its own.

        They are of one side, that of the spot's chip if both are shown.
        """
        chips, selection = picture.chips_at(spot), self._workbench.selection
        selected_ids = set(selection)
        anchor = next((chip for chip in chips if chip.risk.id in selected_ids), None)
        if anchor is None:
            return [chip for chip in chips if chip.residual == chips[0].residual]
        chips_by_key = picture.board.chips
        side = anchor.residual
        selected_chips = (chips_by_key.get((risk, side)) or chips_by_key.get((risk, not side)) for risk in selection)
        # One chip may stand for both sides of a risk.
        return [replace(chip, residual=side) for chip in selected_chips if chip is not None]

    def drop(self, picture: Picture, chips: Sequence[Chip], cell: MatrixCell | None) -> Step | None:
        """Give risks the assessment of a cell, or clear it; what stands there stays, half assessed or not."""
        if cell is None:
            return self.clear([chip for chip in chips if cell_of(chip.assessment) in picture.frame.cells])
        return self._assess(chips, [Assessment(*cell)] * len(chips))

    def clear(self, chips: Sequence[Chip]) -> Step | None:
        """Clear the assessment of risks, whole or half."""
        return self._assess(chips, [_NOT_ASSESSED] * len(chips))

    def shift(self, picture: Picture, chips: Sequence[Chip], direction: WalkDirection) -> Step | None:
        """Move risks by a level, if there is one; those that are not assessed enter the cells from the right."""
        return self._assess(chips, [_shifted(picture, chip, direction) for chip in chips])

    def _assess(self, chips: Sequence[Chip], assessments: Sequence[Assessment]) -> Step | None:
        pairs = zip(chips, assessments, strict=True)
        moves = {chip.risk.id: assessment for chip, assessment in pairs if assessment != chip.assessment}
        if not moves or self._workbench.read_only:
            return None
        pair = Pair.RESIDUAL if chips[0].residual else Pair.INHERENT
        return self._workbench.run(risks.assess_each(moves, pair)).step


def _shifted(picture: Picture, chip: Chip, direction: WalkDirection) -> Assessment:
    before = chip.assessment
    most = (len(picture.scale.likelihood), len(picture.scale.impact))
    if not before.complete:
        return (
            Assessment(before.likelihood or 1, before.impact or most[1]) if direction is WalkDirection.LEFT else before
        )
    levels = ((before.likelihood or 0) + direction.up, (before.impact or 0) + direction.right)
    return Assessment(*(max(1, min(level, last)) for level, last in zip(levels, most, strict=True)))
