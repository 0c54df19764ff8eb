"""A scale while it is edited: whatever is entered so far, and what is wrong with it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from riskdesk.domain.label import Label
from riskdesk.domain.possible_scale import LONGEST_DEFINITION, LONGEST_NAME, is_longer
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.scale import Assessment, Band, BandColour, Level, Rule, Scale

# The levels of a half and the bands that an editor offers; older scales may have others.
FEWEST, MOST = 2, 10


@dataclass(frozen=True)
class BandDraft:
    """A band with the score at which it begins."""

    name: Label
    start: int
    colour: BandColour | None = None


@dataclass(frozen=True)
class ScaleFault:
    """A fault in a part of a draft: "name", "likelihood", "impact", "band", "start" or "table".

    `place` is its index. A draft with a fault that is not a mere `hint` cannot be used for assessments.
    """

    part: str
    place: int
    problem: InputProblem
    hint: bool = False


@dataclass(frozen=True)
class ScaleDraft:
    """A scale while it is edited, whose bands begin at a score; `table` is used if the rule is a table."""

    name: Label
    likelihood: tuple[Level, ...]
    impact: tuple[Level, ...]
    rule: Rule
    bands: tuple[BandDraft, ...]
    table: tuple[tuple[int, ...], ...]
    tolerance: int | None

    @classmethod
    def of(cls, scale: Scale) -> "ScaleDraft":
        """The draft of a scale; its table has at first the band in which each cell is."""
        rows = range(1, len(scale.likelihood) + 1), range(1, len(scale.impact) + 1)
        table = tuple(tuple(scale.band_index(Assessment(one, other)) or 0 for other in rows[1]) for one in rows[0])
        ends = [band.upto for band in scale.bands]
        if scale.rule is Rule.TABLE:
            # So that they rise if the rule is changed.
            highest = len(scale.likelihood) * len(scale.impact)
            ends = [max(place, highest * place // len(scale.bands)) for place in range(1, len(scale.bands) + 1)]
        lowest = 2 if scale.rule is Rule.SUM else 1
        starts = [lowest, *(end + 1 for end in ends[:-1])]
        bands = (BandDraft(band.name, start, band.colour) for band, start in zip(scale.bands, starts, strict=True))
        return cls(scale.name, scale.likelihood, scale.impact, scale.rule, tuple(bands), table, scale.tolerance)

    @property
    def scale(self) -> Scale:
        """The scale of this draft, if there are no faults but hints."""
        starts, highest = [band.start for band in self.bands], max(self._scores(), default=0)
        ends = [start - 1 for start in starts[1:]] + [max(highest, starts[-1])]
        is_table = self.rule is Rule.TABLE
        bands = (
            Band(band.name, 0 if is_table else end, band.colour) for band, end in zip(self.bands, ends, strict=True)
        )
        rows, columns = range(1, len(self.likelihood) + 1), range(1, len(self.impact) + 1)
        table = tuple(tuple(self.place(one, other) or 0 for other in columns) for one in rows) if is_table else ()
        return Scale(self.name, self.likelihood, self.impact, self.rule, tuple(bands), table, tolerance=self.tolerance)

    def place(self, likelihood: int, impact: int) -> int | None:
        """The index of the band of a cell; None if no band begins so low."""
        if self.rule is Rule.TABLE:
            return min(self.table[likelihood - 1][impact - 1], len(self.bands) - 1)
        score = self.score(likelihood, impact)
        below = [(band.start, place) for place, band in enumerate(self.bands) if band.start <= score]
        return max(below)[1] if below else None

    def score(self, likelihood: int, impact: int) -> int:
        """The score of a cell; the product if the rule is a table, which has no scores."""
        return likelihood + impact if self.rule is Rule.SUM else likelihood * impact

    def with_band(self, place: int) -> "ScaleDraft":
        """The draft with one more band at a place, still without a name; the cells of a table stay in their bands.

        It takes the lower scores of the band that was at this place, or the highest ones if it comes last.
        """
        bands = list(self.bands)
        start = bands[place].start if place < len(bands) else bands[-1].start + 1
        if place < len(bands):
            end = bands[place + 1].start if place + 1 < len(bands) else start + 2
            bands[place] = replace(bands[place], start=max(start + 1, (start + end) // 2))
        bands.insert(place, BandDraft(Label.same(""), start))
        cells = (tuple(min(cell, len(self.bands) - 1) for cell in row) for row in self.table)
        table = tuple(tuple(cell + (cell >= place) for cell in row) for row in cells)
        tolerance = None if self.tolerance is None else self.tolerance + (self.tolerance >= place)
        return replace(self, bands=tuple(bands), table=table, tolerance=tolerance)

    def without_band(self, place: int) -> "ScaleDraft":
        """The draft without the band at a place, whose cells and scores go to the next higher one.

        Those of the highest one go to the next lower. The bands below the tolerated one stay tolerated.
        """
        bands, highest = list(self.bands), len(self.bands) - 1
        if place < highest:
            bands[place + 1] = replace(bands[place + 1], start=bands[place].start)
        del bands[place]
        cells = (tuple(min(cell, highest) for cell in row) for row in self.table)
        table = tuple(tuple(min(cell - (cell > place), highest - 1) for cell in row) for row in cells)
        tolerance = None if self.tolerance is None else self.tolerance - (self.tolerance >= place)
        tolerance = None if tolerance is None or tolerance < 0 else tolerance
        return replace(self, bands=tuple(bands), table=table, tolerance=tolerance)

    @property
    def faults(self) -> list[ScaleFault]:
        """All faults, and hints at what may be wrong."""
        faults = [*_in_names("likelihood", self.likelihood), *_in_names("impact", self.impact)]
        faults += _in_names("band", self.bands)
        faults += [*_overlong("likelihood", self.likelihood), *_overlong("impact", self.impact)]
        if not self.name:
            faults.append(ScaleFault("name", 0, InputProblem(_NO_NAME)))
        elif is_longer(self.name, LONGEST_NAME):
            faults.append(ScaleFault("name", 0, InputProblem(_LONG_NAME, most=LONGEST_NAME)))
        return [*faults, *(self._in_table() if self.rule is Rule.TABLE else self._in_starts())]

    def _scores(self) -> list[int]:
        return [self.score(one, other) for one, other in self._cells()]

    def _cells(self) -> Iterator[tuple[int, int]]:
        yield from product(range(1, len(self.likelihood) + 1), range(1, len(self.impact) + 1))

    def _in_starts(self) -> Iterator[ScaleFault]:
        lowest, starts = min(self._scores()), [band.start for band in self.bands]
        if starts[0] > lowest:
            yield ScaleFault("start", 0, InputProblem(_GAP, low=lowest, high=starts[0] - 1))
        wrong = {place for place, (below, start) in enumerate(pairwise(starts), 1) if start <= below}
        yield from (
            ScaleFault("start", place, InputProblem(_ORDER, start=starts[place - 1])) for place in sorted(wrong)
        )
        if not wrong:
            yield from self._unused(_NO_SCORE)

    def _in_table(self) -> Iterator[ScaleFault]:
        yield from self._unused(_NO_CELL)
        for one, other in self._cells():
            place = self.place(one, other)
            for worse in ((one + 1, other), (one, other + 1)):
                after = self.place(*worse) if worse in set(self._cells()) else None
                if place is not None and after is not None and after < place:
                    yield ScaleFault("table", 0, InputProblem(_FALLS, likelihood=worse[0], impact=worse[1]), hint=True)
                    return

    def _unused(self, text: str) -> Iterator[ScaleFault]:
        used = {self.place(one, other) for one, other in self._cells()}
        places = (place for place in range(len(self.bands)) if place not in used)
        yield from (ScaleFault("start", place, InputProblem(text), hint=True) for place in places)


def with_moved_level(table: Sequence[Sequence[int]], half: str, at: int, to: int) -> tuple[tuple[int, ...], ...]:
    """A table of bands after the level at one place of a half has moved to another place.

    Levels that the table does not have yet are like its highest one, but for one that comes between others: that is
    like the one in whose place it comes.
    """
    rows = [*zip(*table, strict=True)] if half == "impact" else [*map(tuple, table)]
    is_new = at >= len(rows)
    rows += rows[-1:] * (max(at, to) + 1 - len(rows))
    row = rows.pop(at)
    rows.insert(to, rows[to] if is_new and to < at else row)
    return tuple(zip(*rows, strict=True)) if half == "impact" else tuple(rows)


def _in_names(part: str, steps: Sequence[Level | BandDraft]) -> Iterator[ScaleFault]:
    """The faults in the names of levels or bands: one is missing, too long, or the same as one before it."""
    for place, step in enumerate(steps):
        if not step.name:
            yield ScaleFault(part, place, InputProblem(_UNNAMED))
        elif is_longer(step.name, LONGEST_NAME):
            yield ScaleFault(part, place, InputProblem(_LONG_NAME, most=LONGEST_NAME))
        elif _is_taken(step.name, (other.name for other in steps[:place] if other.name)):
            yield ScaleFault(part, place, InputProblem(_TAKEN))


def _overlong(part: str, levels: Sequence[Level]) -> Iterator[ScaleFault]:
    """A fault for each level whose definition is too long."""
    for place, level in enumerate(levels):
        if is_longer(level.definition, LONGEST_DEFINITION):
            yield ScaleFault(part, place, InputProblem(_LONG_DEFINITION, most=LONGEST_DEFINITION))


def _is_taken(name: Label, others: Iterable[Label]) -> bool:
    pairs = product(others, ("en", "fr"))
    return any(name.text(language).casefold() == other.text(language).casefold() for other, language in pairs)


_NO_NAME = QT_TRANSLATE_NOOP("Problem", "The scale needs a name.")
_UNNAMED = QT_TRANSLATE_NOOP("Problem", "A name is needed here.")
_LONG_NAME = QT_TRANSLATE_NOOP("Problem", "This name has more than {most} characters; shorten it.")
_LONG_DEFINITION = QT_TRANSLATE_NOOP("Problem", "The definition has more than {most} characters; shorten it.")
_TAKEN = QT_TRANSLATE_NOOP("Problem", "Another one has this name.")
_GAP = QT_TRANSLATE_NOOP("Problem", "The scores from {low} to {high} are in no band.")
_ORDER = QT_TRANSLATE_NOOP("Problem", "It has to begin above {start}, where the band below begins.")
_NO_SCORE = QT_TRANSLATE_NOOP("Problem", "No score of this scale falls into this band.")
_NO_CELL = QT_TRANSLATE_NOOP("Problem", "No cell of the matrix is in this band.")
_FALLS = QT_TRANSLATE_NOOP(
    "Problem", "The cell of likelihood {likelihood} and impact {impact} is in a lower band than one below it."
)
