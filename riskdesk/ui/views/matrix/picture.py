"""The matrix of a register laid out in a size: the places of cells and chips, and the texts on them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from riskdesk.domain.language import words
from riskdesk.domain.matrix import Board, Chip, Key, MatrixCell
from riskdesk.domain.printing import Sides
from riskdesk.domain.terms import terms
from riskdesk.domain.text import short
from riskdesk.domain.values import Language, Register
from riskdesk.ui.views.matrix.arranging import Arranged, Box, Needs, arrange, frame, least_size
from riskdesk.ui.views.matrix.fonts import MatrixFonts, broken, width_of
from riskdesk.ui.views.matrix.legend import legend

# Shown for a risk without a reference, as in print.
_NO_REFERENCE = "•"
# The greatest number of lines of a column's name.
_COLUMN_LINES = 2


class Spot(NamedTuple):
    """A spot in a matrix: a cell (None for what is not assessed), a chip in it, or the count of those not shown."""

    cell: MatrixCell | None
    key: Key | None = None
    more: bool = False


@dataclass(frozen=True)
class Heading:
    """The lines above a picture of a matrix: its title, the handling mark on the right, and a note below them.

    The title has the name of the register and what is shown of it.
    """

    name: str
    shown: str
    mark: str = ""
    note: str = ""

    @property
    def title(self) -> str:
        return f"{self.name}{self.ending}"

    @property
    def ending(self) -> str:
        """The end of the title, behind the name."""
        return f" – {self.shown}" if self.name else self.shown

    @property
    def lines(self) -> int:
        return 2 if self.note else 1


@dataclass
class Arrow:
    """An arrow from where risks stand before mitigation to where they stand after it."""

    start: Box
    end: Box
    risks: list[str] = field(default_factory=list)


_EMPTY = Arranged((), None)


class Picture:
    """A board laid out; larger than the given size if cells would have no room for their counts.

    Its words are in the language of the register, or in `language`.
    """

    def __init__(
        self,
        board: Board,
        register: Register,
        size: tuple[float, float],
        lettering: MatrixFonts,
        heading: Heading | None = None,
        language: Language | None = None,
    ) -> None:
        self.board, self.register, self.lettering = board, register, lettering
        self.scale = register.scale
        self.language = language or register.language
        self.words, self.terms = words(self.language), terms(self.language)
        self.heading = heading
        self.sizes = lettering.sizes(board, self._margin, self.unassessed(board.size)[1])
        width = max(size[0], least_size(self._needs, self.sizes, 0)[0])
        self.legend, legend_height = legend(self.scale, self.terms, lettering, width - 4 * self.sizes.gap)
        height = max(size[1], least_size(self._needs, self.sizes, legend_height)[1])
        self.frame = frame(width, height, self._needs, self.sizes, legend_height)
        if self._heads_are_short:
            short_needs = replace(self._needs, column_lines=1)
            self.frame = frame(width, height, short_needs, self.sizes, legend_height)
        self._hidden_ids: dict[MatrixCell | None, frozenset[str]] = {}
        self._arranged = {cell: self._arrange(cell) for cell in (*board.cells, None)}

    @property
    def size(self) -> tuple[float, float]:
        return self.frame.size

    def unassessed(self, count: int) -> tuple[str, str]:
        """The title above so many unassessed risks: for one line, and for two if that has no room."""
        number, text = self.words.number(count), self.words.unassessed(count)
        return f"{text} ({number})", f"{number} {text[:1].lower()}{text[1:]}"

    def column_name(self, impact: int) -> str:
        """The number of a level of impact, with its name if those of all of them have room."""
        return self.scale.impact[impact - 1].numbered(impact, self.language) if self._names_columns else str(impact)

    def chips(self, cell: MatrixCell | None) -> Sequence[Chip]:
        """All chips of a cell, shown or not."""
        return self.board.unassessed if cell is None else self.board.cells.get(cell, ())

    def shown(self, cell: MatrixCell | None) -> list[tuple[Chip, Box]]:
        """The chips of a cell that have room, with their boxes."""
        return list(zip(self.chips(cell), self.arranged(cell).chips, strict=False))

    def hidden(self, cell: MatrixCell | None) -> Sequence[Chip]:
        """The chips of a cell that are only counted."""
        return self.chips(cell)[len(self.arranged(cell).chips) :]

    def hidden_ids(self, cell: MatrixCell | None) -> frozenset[str]:
        """The ids of the risks of a cell that are only counted."""
        if cell not in self._hidden_ids:
            self._hidden_ids[cell] = frozenset(chip.risk.id for chip in self.hidden(cell))
        return self._hidden_ids[cell]

    def arranged(self, cell: MatrixCell | None) -> Arranged:
        """The layout of the chips of a cell."""
        return self._arranged.get(cell, _EMPTY)

    def spots(self, cell: MatrixCell | None) -> list[Spot]:
        """A cell and the spots in it, in the order of reading."""
        chips = (Spot(cell, chip.key) for chip, _ in self.shown(cell))
        more = [Spot(cell, more=True)] if self.arranged(cell).more else []
        return [Spot(cell), *chips, *more]

    def box(self, spot: Spot) -> Box | None:
        """The box of a spot; None if it is not in the matrix, or has none of its own."""
        if spot.cell is not None and spot.cell not in self.frame.cells:
            return None
        if spot.more:
            return self.arranged(spot.cell).more
        if spot.key is None:
            return self.frame.tray if spot.cell is None else self.frame.cells[spot.cell]
        return next((box for chip, box in self.shown(spot.cell) if chip.key == spot.key), None)

    def spot_of(self, key: Key) -> Spot | None:
        """The spot of a chip, or of the count that includes it; None if it is not in the matrix."""
        if key not in self.board.where:
            return None
        spot = Spot(self.board.where[key], key)
        return spot if self.box(spot) is not None else Spot(spot.cell, more=True)

    def spot_of_risk(self, identity: str) -> Spot | None:
        """The spot of a risk; that before mitigation, if both sides are shown."""
        return self.spot_of((identity, False)) or self.spot_of((identity, True))

    def spot_at(self, x: float, y: float) -> Spot | None:
        """The spot at a point; None outside the cells and the tray."""
        for cell, box in chain(self.frame.cells.items(), [(None, self.frame.tray)]):
            if box.holds(x, y):
                inside = ((spot, self.box(spot)) for spot in self.spots(cell)[1:])
                return next((spot for spot, box in inside if box is not None and box.holds(x, y)), Spot(cell))
        return None

    def chips_at(self, spot: Spot) -> Sequence[Chip]:
        """The chips of a spot: one, those that are only counted, or all of a cell."""
        if spot.key is not None:
            return [chip for chip in self.chips(spot.cell) if chip.key == spot.key]
        return self.hidden(spot.cell) if spot.more else self.chips(spot.cell)

    @cached_property
    def arrows(self) -> list[Arrow]:
        """The arrows of all risks that move; those between the same two places share one."""
        arrows: dict[tuple[Box, Box], Arrow] = {}
        for risk in self.board.moves:
            ends = self._boxes[risk.id, False], self._boxes[risk.id, True]
            arrows.setdefault(ends, Arrow(*ends)).risks.append(risk.id)
        return list(arrows.values())

    def chip_text(self, chip: Chip) -> tuple[str, str]:
        """The reference of a chip, and its title or short text, after the half that is assessed if only one is."""
        half = chip.assessment
        half_text = "" if half.complete or half == type(half)() else self.words.assessment(half.likelihood, half.impact)
        title = short(chip.risk.title or chip.risk.description)
        return short(chip.risk.reference) or _NO_REFERENCE, " · ".join(filter(None, (half_text, title)))

    def count_text(self, half: int, level: int) -> str:
        """How many risks are at a level of likelihood (half 0) or impact (half 1): "3", or "3→1" before and after."""
        before, after = (self.words.number(counts[level]) for counts in self.counts[half])
        if self.board.sides is Sides.BOTH:
            return f"{before}→{after}"
        return after if self.board.sides is Sides.RESIDUAL else before

    @cached_property
    def counts(self) -> tuple[tuple[dict[int, int], dict[int, int]], ...]:
        """How many risks are at each likelihood, then at each impact, each before and after mitigation."""
        return self.board.counts(0), self.board.counts(1)

    @cached_property
    def _boxes(self) -> dict[Key, Box]:
        """The box of each chip, or of the count that includes it."""
        boxes: dict[Key, Box] = {}
        for cell, arranged in self._arranged.items():
            boxes.update((chip.key, box) for chip, box in self.shown(cell))
            if arranged.more is not None:
                boxes.update(dict.fromkeys((chip.key for chip in self.hidden(cell)), arranged.more))
        return boxes

    @cached_property
    def _margin(self) -> float:
        """The greatest width of a count beside the cells, which no move of a risk changes."""
        most = self.words.number(self.board.size)
        return width_of(f"{most}→{most}" if self.board.sides is Sides.BOTH else most, self.lettering.small_bold)

    @cached_property
    def _needs(self) -> Needs:
        names = (level.numbered(place, self.language) for place, level in enumerate(self.scale.likelihood, 1))
        return Needs(
            likelihoods=len(self.scale.likelihood),
            impacts=len(self.scale.impact),
            row_names=max(width_of(name, self.lettering.text) for name in names),
            column_lines=_COLUMN_LINES,
            headings=self.heading.lines if self.heading else 0,
        )

    @property
    def _heads_are_short(self) -> bool:
        """Whether all heads of columns have room in one line."""
        room = self.frame.cells[1, 1].width
        return all(width_of(self.column_name(level), self.lettering.small) <= room for level in self.frame.column_heads)

    @cached_property
    def _names_columns(self) -> bool:
        room, small = self.frame.cells[1, 1].width, self.lettering.small

        def fits(line: str) -> bool:
            return width_of(line, small) <= room

        names = (level.numbered(place, self.language) for place, level in enumerate(self.scale.impact, 1))
        all_lines = [broken(name, fits) for name in names]
        return all(len(lines) <= _COLUMN_LINES and all(map(fits, lines)) for lines in all_lines)

    def _arrange(self, cell: MatrixCell | None) -> Arranged:
        room = self.frame.tray if cell is None else self.frame.cells[cell].below(self.frame.mark)
        return arrange(room.inset(self.sizes.gap), len(self.chips(cell)), self.sizes)
