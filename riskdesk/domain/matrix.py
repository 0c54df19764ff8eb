"""Where the risks of a register stand in its matrix: by their inherent assessment, their residual one, or both."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from riskdesk.domain.ended import left_out
from riskdesk.domain.printing import Sides
from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk

# A likelihood and an impact.
MatrixCell: TypeAlias = tuple[int, int]
# The id of a risk, and whether it stands there by its residual assessment.
Key: TypeAlias = tuple[str, bool]
# A line between a cell and its neighbour above (0, 1) or on its right (1, 0), named by the cell and that way.
Border: TypeAlias = tuple[MatrixCell, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Chip:
    """A risk as it stands in a matrix, by its inherent or its residual assessment."""

    risk: Risk
    residual: bool

    @property
    def key(self) -> Key:
        return (self.risk.id, self.residual)

    @property
    def assessment(self) -> Assessment:
        return self.risk.residual if self.residual else self.risk.assessment


@dataclass(frozen=True)
class Board:
    """The chips in each cell, in the order of the register, and those of risks that are not assessed.

    A risk that is assessed the same before and after mitigation has one chip where both sides are shown. `left_out` is
    the number of ended risks of the register that are not among them.
    """

    sides: Sides
    cells: Mapping[MatrixCell, Sequence[Chip]]
    unassessed: Sequence[Chip]
    left_out: int = 0

    @cached_property
    def chips(self) -> dict[Key, Chip]:
        """All chips."""
        groups = (*self.cells.values(), self.unassessed)
        return {chip.key: chip for chips in groups for chip in chips}

    @property
    def size(self) -> int:
        """How many chips there are."""
        return sum(map(len, self.cells.values())) + len(self.unassessed)

    @cached_property
    def longest_reference(self) -> int:
        """How many letters the longest reference of a risk has."""
        groups = (*self.cells.values(), self.unassessed)
        return max((len(chip.risk.reference) for chips in groups for chip in chips), default=0)

    @cached_property
    def where(self) -> dict[Key, MatrixCell | None]:
        """The cell of each chip, None for one that is not assessed."""
        cells_by_chip: dict[Key, MatrixCell | None] = {chip.key: None for chip in self.unassessed}
        for cell, chips in self.cells.items():
            cells_by_chip.update(dict.fromkeys((chip.key for chip in chips), cell))
        return cells_by_chip

    @cached_property
    def moves(self) -> list[Risk]:
        """The risks that stand in one cell before mitigation and in another one after it, if both are shown."""
        inherent = (chip.risk for chips in self.cells.values() for chip in chips if not chip.residual)
        return [risk for risk in inherent if (risk.id, True) in self.where]

    def counts(self, half: int) -> tuple[Counter[int], Counter[int]]:
        """How many risks are at each likelihood (half 0) or impact (half 1): inherent ones and residual ones."""
        counts: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
        for cell, chips in self.cells.items():
            residual = sum(chip.residual for chip in chips)
            counts[0][cell[half]] += len(chips) - residual
            counts[1][cell[half]] += residual
            if self.sides is Sides.BOTH:
                # One chip stands for both.
                counts[0][cell[half]] += sum(chip.residual and cell_of(chip.risk.assessment) == cell for chip in chips)
        return counts


def board(risks: Iterable[Risk], sides: Sides, scale: Scale) -> Board:
    """The board of risks; a risk without the first of the assessments that are shown is not assessed.

    Neither is one with a level that is not in the scale.
    """
    in_scale = frozenset(scale.cells)
    cells: defaultdict[MatrixCell, list[Chip]] = defaultdict(list)
    unassessed = []
    for risk in risks:
        # No Assessment is created here, as for thousands of risks that would take longer than all else.
        before, after = (
            None if sides is Sides.RESIDUAL else _cell(risk.likelihood, risk.impact, in_scale),
            None if sides is Sides.INHERENT else _cell(risk.residual_likelihood, risk.residual_impact, in_scale),
        )
        if sides is Sides.RESIDUAL:
            before = after
        if before is None:
            unassessed.append(Chip(risk, sides is Sides.RESIDUAL))
        elif before != after or sides is Sides.RESIDUAL:
            cells[before].append(Chip(risk, sides is Sides.RESIDUAL))
        if after is not None and sides is Sides.BOTH:
            cells[after].append(Chip(risk, residual=True))
    return Board(sides, cells, unassessed)


def board_of(tree: RegisterTree, sides: Sides, *, ended: bool) -> Board:
    """The board of a register, with or without its ended risks."""
    scale = tree.register.scale
    if ended:
        return board(tree.risks, sides, scale)
    return replace(board(tree.standing_risks, sides, scale), left_out=left_out(tree))


def cell_of(assessment: Assessment) -> MatrixCell | None:
    """The cell of an assessment; None if a half is not assessed."""
    likelihood, impact = assessment
    return None if likelihood is None or impact is None else (likelihood, impact)


def _cell(likelihood: int | None, impact: int | None, in_scale: Set[Assessment]) -> MatrixCell | None:
    if likelihood is None or impact is None:
        return None
    return (likelihood, impact) if (likelihood, impact) in in_scale else None


def tolerance_line(scale: Scale) -> list[Border]:
    """The borders between cells whose band is tolerated and cells whose band is not; none if the scale does not say."""
    return borders({cell: scale.is_tolerated(pair) for pair in scale.cells if (cell := cell_of(pair)) is not None})


def borders(tolerated: Mapping[MatrixCell, bool | None]) -> list[Border]:
    """The borders between cells that are tolerated and cells that are not."""
    return [
        (cell, way)
        for cell, is_tolerated in tolerated.items()
        for way in ((1, 0), (0, 1))
        if is_tolerated != tolerated.get((cell[0] + way[1], cell[1] + way[0]), is_tolerated)
    ]
