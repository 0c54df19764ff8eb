"""Assessments under another scale: a table from old levels to new ones, and the assessments whose band changes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from riskdesk.domain.label import Label
from riskdesk.domain.scale import Assessment, Level, Scale
from riskdesk.domain.values import Risk

_Pair: TypeAlias = tuple[int | None, int | None]


@dataclass(frozen=True)
class Remap:
    """The new level for each old one, the lowest first, of likelihood and impact; None leaves that half empty.

    A level that the table does not name stays as it is.
    """

    likelihood: tuple[int | None, ...]
    impact: tuple[int | None, ...]

    def pair(self, likelihood: int | None, impact: int | None) -> Assessment:
        """An assessment with its levels changed by the table."""
        return Assessment(_level(self.likelihood, likelihood), _level(self.impact, impact))

    def risk(self, risk: Risk) -> Risk:
        """A risk with its levels changed by the table."""
        return replace(
            risk,
            likelihood=_level(self.likelihood, risk.likelihood),
            impact=_level(self.impact, risk.impact),
            residual_likelihood=_level(self.likelihood, risk.residual_likelihood),
            residual_impact=_level(self.impact, risk.residual_impact),
        )


@dataclass(frozen=True)
class Shift:
    """An assessment that is in another band under a new scale; a band is None where a half is not assessed."""

    risk: Risk
    residual: bool
    before: Label | None
    after: Label | None


def proposed(old: Scale, new: Scale) -> Remap:
    """A table by place: the lowest level becomes the lowest, the highest the highest, those between in proportion.

    The table keeps the names of levels if others were only added or only removed, or if the same ones stand in another
    order. If the lowest one is another, the highest must be the same, and all must be defined in the same words: else
    it may be a scale of its own.
    """
    return Remap(_levels(old.likelihood, new.likelihood), _levels(old.impact, new.impact))


def observed(before: Iterable[Risk], after: Mapping[str, Risk], old: Scale, new: Scale) -> Remap:
    """The table by which risks, in `after` by their ids, got their levels under a new scale.

    Levels that none of them had become those that are `proposed`.
    """
    table = proposed(old, new)
    likelihood, impact = list(table.likelihood), list(table.impact)
    for risk in before:
        if (now := after.get(risk.id)) is None:
            continue
        for levels, then, level in (
            (likelihood, risk.likelihood, now.likelihood),
            (likelihood, risk.residual_likelihood, now.residual_likelihood),
            (impact, risk.impact, now.impact),
            (impact, risk.residual_impact, now.residual_impact),
        ):
            if then is not None and 1 <= then <= len(levels):
                levels[then - 1] = level
    return Remap(tuple(likelihood), tuple(impact))


def shifts(risks: Iterable[Risk], old: Scale, new: Scale, remap: Remap) -> Iterator[Shift]:
    """Each assessment, before mitigation and after it, whose band has another name under the new scale."""
    # Thousands of risks have a few dozen pairs of levels.
    bands: dict[_Pair, tuple[Label | None, Label | None]] = {}
    for risk in risks:
        for place, pair in enumerate(_pairs(risk)):
            if pair not in bands:
                bands[pair] = _band(old, Assessment(*pair)), _band(new, remap.pair(*pair))
            before, after = bands[pair]
            if before != after:
                yield Shift(risk, bool(place), before, after)


def emptied(risks: Iterable[Risk], remap: Remap) -> int:
    """How many halves that are assessed become not assessed."""
    counts = Counter(pair for risk in risks for pair in _pairs(risk))
    return sum(count * (_assessed_halves(pair) - _assessed_halves(remap.pair(*pair))) for pair, count in counts.items())


def is_assessed_otherwise(old: Scale, new: Scale) -> bool:
    """Whether a new scale may put an assessment into another band, and does not only have other words and colours.

    It may if a level stands at another place.
    """

    def measures(scale: Scale) -> object:
        ends = [band.upto for band in scale.bands]
        return len(scale.likelihood), len(scale.impact), scale.rule, scale.table, ends

    moved = (old.likelihood, new.likelihood), (old.impact, new.impact)
    return measures(old) != measures(new) or any(_are_moved(*map(_names, levels)) for levels in moved)


def _are_moved(before: Sequence[Label], after: Sequence[Label]) -> bool:
    """Whether a level stands at another place, as its name tells."""
    if not (_tell_apart(before) and _tell_apart(after)):
        return False
    return any(name in after and after.index(name) != place for place, name in enumerate(before))


def _tell_apart(names: Sequence[Label]) -> bool:
    """Whether names tell levels apart; older scales may have one name twice."""
    return len({*names}) == len(names)


def _names(levels: Sequence[Level]) -> list[Label]:
    return [level.name for level in levels]


def _levels(old: Sequence[Level], new: Sequence[Level]) -> tuple[int, ...]:
    before, after = _names(old), _names(new)
    if not (_tell_apart(before) and _tell_apart(after)):
        return _by_place(len(old), len(new))
    if _are_moved(before, after) and sorted(before) == sorted(after):
        return _by_name(before, after)
    same = [name for name in before if name in after]
    is_alike = same == [name for name in after if name in before] and (
        before[0] == after[0] or (before[-1] == after[-1] and _have_one_meaning(old, new, same))
    )
    return _by_name(before, after) if is_alike and same in (before, after) else _by_place(len(old), len(new))


def _have_one_meaning(old: Sequence[Level], new: Sequence[Level], names: Sequence[Label]) -> bool:
    """Whether the levels of these names are defined, and in the same words."""
    return all(level.definition and level in new for level in old if level.name in names)


def _by_name(before: Sequence[Label], after: Sequence[Label]) -> tuple[int, ...]:
    """A removed level becomes the next higher one that is left: a risk appears higher rather than lower."""
    table, level = list[int](), len(after)
    for name in reversed(before):
        level = after.index(name) + 1 if name in after else level
        table.append(level)
    return tuple(reversed(table))


def _by_place(old: int, new: int) -> tuple[int, ...]:
    """Half a level is rounded up: a risk appears higher rather than lower."""
    between = max(1, old - 1)
    return tuple(1 + (2 * place * (new - 1) + between) // (2 * between) for place in range(old))


def _level(table: tuple[int | None, ...], level: int | None) -> int | None:
    return table[level - 1] if level is not None and 1 <= level <= len(table) else level


def _pairs(risk: Risk) -> tuple[_Pair, _Pair]:
    return (risk.likelihood, risk.impact), (risk.residual_likelihood, risk.residual_impact)


def _assessed_halves(pair: _Pair | Assessment) -> int:
    halves = (pair.likelihood, pair.impact) if isinstance(pair, Assessment) else pair
    return sum(half is not None for half in halves)


def _band(scale: Scale, assessment: Assessment) -> Label | None:
    band = scale.band(assessment)
    return None if band is None else band.name
