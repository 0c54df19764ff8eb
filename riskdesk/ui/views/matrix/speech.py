"""The words for a matrix in the language of the window, for screen readers and tooltips."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from PySide6.QtCore import QLocale, QObject

from riskdesk.domain.fields import FIELDS
from riskdesk.domain.matrix import Chip, MatrixCell
from riskdesk.domain.printing import Sides
from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.text import short, shortened
from riskdesk.domain.values import Risk
from riskdesk.ui.bench.language import ui_language, ui_number, ui_words
from riskdesk.ui.views.matrix.picture import Picture, Spot

# The number of references of a cell that are named one by one.
_MOST_NAMED = 12
_HALVES = ("likelihood", "impact")
# The greatest length of a text in a tooltip.
_LONGEST = 400


class MatrixSpeech(QObject):
    """The words for the cells and chips of a matrix, in the language of the window."""

    def cell(self, picture: Picture, cell: MatrixCell | None) -> str:
        """A cell in words: its levels, score and band, the number of its risks, and their references."""
        chips = picture.chips(cell)
        if cell is None:
            return self._joined([ui_words().unassessed(len(chips)), self._count(chips), self._named(chips)])
        text = self._assessed(Assessment(*cell), picture.scale)
        return self._joined([text, self._count(chips), self._named(chips)])

    def head(self, picture: Picture, half: int, level: int | None) -> str:
        """The head of a row (half 0) or a column (half 1) of the table: the level, and the number of its risks."""
        if level is None:
            count = len(picture.board.unassessed)
            return self._joined([ui_words().unassessed(count), self.tr("%Ln risk(s)", "", count)])
        counts = picture.counts[half]
        return self._joined([self._level(half, level, picture.scale), self._at_level(picture, counts, level)])

    def spot(self, picture: Picture, spot: Spot, *, selected: Collection[str]) -> str:
        """A spot in words."""
        if spot.key is not None:
            return self.chip(picture, spot, selected=spot.key[0] in selected)
        return self.more(picture, spot, selected=selected) if spot.more else self.cell(picture, spot.cell)

    def chip(self, picture: Picture, spot: Spot, *, selected: bool) -> str:
        """A chip in words: its reference and text, its place in the cell, whether it is selected."""
        chips = picture.chips(spot.cell)
        place = next(at for at, chip in enumerate(chips, 1) if chip.key == spot.key)
        chip = chips[place - 1]
        parts = [short(chip.risk.reference), short(chip.risk.title or chip.risk.description)]
        if picture.board.sides is Sides.BOTH:
            parts.append(self.tr("after mitigation") if chip.residual else self.tr("before mitigation"))
        parts += [ui_words().end(chip.risk)]
        parts.append(self.tr("{number} of {count}").format(number=ui_number(place), count=ui_number(len(chips))))
        return self._joined([*parts, self.tr("selected") if selected else ""])

    def more(self, picture: Picture, spot: Spot, *, selected: Collection[str]) -> str:
        """The number of risks of a cell that have no room, and how many of them are selected, in words."""
        hidden_ids = picture.hidden_ids(spot.cell)
        text = self.tr("%Ln risk(s), Enter lists them", "", len(hidden_ids))
        if picture.shown(spot.cell):
            text = self.tr("%Ln more risk(s), Enter lists them", "", len(hidden_ids))
        count = len(hidden_ids.intersection(selected))
        return self._joined([text, self.tr("%Ln selected risk(s)", "", count) if count else ""])

    def moved(self, picture: Picture, risks: Sequence[Risk], *, residual: bool) -> str:
        """The new place of risks that were moved, in words."""
        if not risks:
            return ""
        risk, scale = risks[0], picture.scale
        assessment = risk.residual if residual else risk.assessment
        whom = short(risk.reference) if len(risks) == 1 else self.tr("%Ln risk(s)", "", len(risks))
        if len(risks) > 1 and len({r.residual if residual else r.assessment for r in risks}) > 1:
            return self.tr("{risks} moved").format(risks=whom)
        return self._joined([whom, self._assessed(assessment, scale)])

    def tip(self, picture: Picture, spot: Spot) -> list[str]:
        """The lines of the tooltip of a spot: a risk in full, or a cell."""
        lines = self._of_cell(picture, spot) if spot.key is None else self._of_risk(picture, picture.chips_at(spot)[0])
        return [line for line in lines if line]

    def _of_risk(self, picture: Picture, chip: Chip) -> Iterator[str]:
        risk, scale, colon = chip.risk, picture.scale, ui_words().colon
        yield " ".join(filter(None, (short(risk.reference), short(risk.title))))
        yield shortened(risk.description, _LONGEST)
        yield self._assessed(risk.assessment, scale)
        if risk.residual != Assessment():
            yield self.tr("After mitigation: {levels}").format(levels=self._assessed(risk.residual, scale))
        yield ui_words().end(risk)
        if risk.owner:
            yield f"{FIELDS['risk']['owner'].label.text(ui_language())}{colon} {short(risk.owner)}"

    def _of_cell(self, picture: Picture, spot: Spot) -> Iterator[str]:
        chips, scale = picture.chips_at(spot), picture.scale
        if spot.cell is not None:
            for half, levels in enumerate((scale.likelihood, scale.impact)):
                level = spot.cell[half]
                definition = levels[level - 1].definition.text(ui_language())
                yield " – ".join(filter(None, (self._level(half, level, scale), definition)))
            yield self._outcome(Assessment(*spot.cell), scale)
        yield self._count(chips)
        yield self._named(chips)

    def _assessed(self, assessment: Assessment, scale: Scale) -> str:
        """The levels of an assessment, its score and band, or that there is none."""
        halves = enumerate((assessment.likelihood, assessment.impact))
        parts = [self._level(half, level, scale) for half, level in halves if level is not None]
        return self._joined([*parts, self._outcome(assessment, scale)] if parts else [ui_words().not_assessed])

    def _level(self, half: int, level: int, scale: Scale) -> str:
        label = FIELDS["risk"][_HALVES[half]].label.text(ui_language())
        return f"{label} {scale.level_text(_HALVES[half], level, ui_language())}"

    def _outcome(self, assessment: Assessment, scale: Scale) -> str:
        """The score and band, and whether they are above tolerance."""
        text = scale.outcome(assessment, ui_language())
        return self._joined([text, self.tr("above tolerance") if scale.is_tolerated(assessment) is False else ""])

    def _count(self, chips: Sequence[Chip]) -> str:
        return self.tr("%Ln risk(s)", "", len({chip.risk.id for chip in chips})) if chips else self.tr("no risks")

    def _at_level(self, picture: Picture, counts: tuple[dict[int, int], dict[int, int]], level: int) -> str:
        before, after = counts[0][level], counts[1][level]
        if picture.board.sides is Sides.BOTH:
            return self.tr("{before} before and {after} after mitigation").format(
                before=ui_number(before), after=ui_number(after)
            )
        return self.tr("%Ln risk(s)", "", after if picture.board.sides is Sides.RESIDUAL else before)

    def _named(self, chips: Sequence[Chip]) -> str:
        names = [short(chip.risk.reference) for chip in chips[:_MOST_NAMED] if chip.risk.reference]
        more = len(chips) - _MOST_NAMED
        return QLocale().createSeparatedList(names) + ("…" if more > 0 else "")

    def _joined(self, parts: Iterable[str]) -> str:
        return ", ".join(filter(None, parts))
