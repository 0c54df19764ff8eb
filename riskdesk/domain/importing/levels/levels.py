"""Chooses the ladder for the levels of a column: one that the file lists, else one supposed from the values."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from riskdesk.domain.importing.levels.legends import Legend
from riskdesk.domain.importing.values.ladder import Evidence, Ladder, LadderLevel, rank, read_level, stem
from riskdesk.domain.importing.words.fields import SIDES, Field
from riskdesk.domain.scale import Level, Scale
from riskdesk.domain.values import Language

_ENOUGH = 0.8
# Signs around a word, such as pictures and stars.
_SIGNS = re.compile(r"^[\W_]+|[\W_]+$")
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d+)?)(?:\s*/\s*(\d{1,2}))?")
# The number of levels supposed for bare numbers, and the most that are.
_USUAL, _HIGHEST = 5, 10
# Names up to this length are abbreviations, such as VH and TF.
_LONGEST_SIGN = 2

# The usual ladders, from low to high; the first one with all the words of a column is supposed.
_ENGLISH = (
    ("Low", "Medium", "High"),
    ("Low", "Moderate", "High"),
    ("Very low", "Low", "Medium", "High", "Very high"),
    ("Very low", "Low", "Moderate", "High", "Very high"),
    ("Low", "Medium", "High", "Very high"),
    ("Low", "Moderate", "High", "Very high"),
    ("Low", "Medium", "High", "Critical"),
    ("Low", "Moderate", "High", "Critical"),
    ("Low", "Medium", "High", "Extreme"),
    # That of the World Bank and of the European Union.
    ("Low", "Moderate", "Substantial", "High"),
    ("Low", "Medium", "Substantial", "High"),
    ("Rare", "Unlikely", "Possible", "Likely", "Almost certain"),
    ("Unlikely", "Possible", "Likely"),
    ("Negligible", "Minor", "Moderate", "Major", "Severe"),
    ("Insignificant", "Minor", "Moderate", "Major", "Catastrophic"),
    ("Insignificant", "Minor", "Moderate", "Major", "Severe"),
    ("Negligible", "Minor", "Moderate", "Major", "Catastrophic"),
    ("Negligible", "Minor", "Moderate", "Major", "Critical"),
    ("Minor", "Moderate", "Major"),
    ("Improbable", "Unlikely", "Possible", "Probable", "Certain"),
    ("Remote", "Unlikely", "Possible", "Probable", "Certain"),
    ("Very unlikely", "Unlikely", "Possible", "Likely", "Very likely"),
    ("Not likely", "Low likelihood", "Moderately likely", "Highly likely", "Expected"),
    ("Negligible", "Minor", "Intermediate", "Extensive", "Extreme"),
)
_FRENCH = (
    ("Faible", "Moyen", "Élevé"),
    ("Faible", "Modéré", "Élevé"),
    ("Faible", "Moyen", "Fort"),
    ("Bas", "Moyen", "Haut"),
    # French registers usually have four levels (EBIOS), and rarely “très faible” where they have “très élevé”.
    ("Faible", "Moyen", "Élevé", "Très élevé"),
    ("Faible", "Modéré", "Élevé", "Très élevé"),
    ("Faible", "Modéré", "Élevé", "Critique"),
    ("Faible", "Moyen", "Élevé", "Critique"),
    ("Très faible", "Faible", "Moyen", "Élevé", "Très élevé"),
    ("Très faible", "Faible", "Modéré", "Élevé", "Très élevé"),
    ("Mineur", "Modéré", "Majeur", "Critique"),
    ("Mineur", "Significatif", "Grave", "Critique"),
    ("Négligeable", "Limité", "Important", "Maximal"),
    ("Négligeable", "Mineur", "Modéré", "Majeur", "Critique"),
    ("Négligeable", "Mineur", "Modéré", "Majeur", "Catastrophique"),
    ("Improbable", "Possible", "Probable", "Très probable"),
    ("Rare", "Peu probable", "Possible", "Probable", "Quasi certain"),
    ("Rare", "Possible", "Probable", "Très probable"),
    ("Très improbable", "Peu probable", "Possible", "Probable", "Très probable"),
    ("Peu vraisemblable", "Vraisemblable", "Très vraisemblable", "Quasi certain"),
)
_GERMAN = (
    ("Niedrig", "Mittel", "Hoch"),
    ("Gering", "Mittel", "Hoch"),
    ("Sehr niedrig", "Niedrig", "Mittel", "Hoch", "Sehr hoch"),
    ("Sehr gering", "Gering", "Mittel", "Hoch", "Sehr hoch"),
    ("Unwahrscheinlich", "Möglich", "Wahrscheinlich"),
)
_COLOURS = (("Green", "Amber", "Red"), ("Vert", "Orange", "Rouge"))


@dataclass(frozen=True, slots=True)
class LadderChoice:
    """The ladder of one side; `to_confirm` if it is only supposed, so that the user is asked."""

    ladder: Ladder
    to_confirm: bool = False
    legend: Legend | None = None


def choose(
    side: Field,
    values: Sequence[str],
    others: Sequence[str],
    legends: Iterable[Legend],
    language: Language | None = None,
) -> LadderChoice | None:
    """The ladder for the values of a column.

    It is one of the legends of the file, else what the words or numbers suggest; None if nothing fits. `others` are the
    values of the other side, which often has the same words. `language` decides for words that are English and French.
    """
    texts = [text for text in values if text.strip()]
    if not texts:
        return None
    candidates = []
    for legend in legends:
        fits = _fits(legend.ladder, texts)
        if fits >= _ENOUGH and len(legend.ladder.levels) > 1:
            here = legend.side is side
            candidates.append((here or legend.side is None, fits, here, legend.ladder.evidence, legend))
    is_bare = not any(candidate[0] for candidate in candidates) and all(map(_is_number, texts))
    candidates = [candidate for candidate in candidates if candidate[0]] or candidates
    if candidates and is_bare and all(_worded(candidate[-1].ladder) for candidate in candidates):
        # Bare numbers do not take the names of the levels of the other side.
        return _numbered(candidates[0][-1].ladder)
    if candidates:
        best = max(
            candidates,
            key=lambda candidate: (candidate[2], round(candidate[1], 2), candidate[3], _spelled(candidate[4].ladder)),
        )[-1]
        ladder = _with_names(best.ladder, candidates)
        return LadderChoice(_named_by_values(ladder, texts, others), legend=best)
    return _supposed(texts, others, language)


def _numbered(ladder: Ladder) -> LadderChoice | None:
    """A ladder of numbers alone, as many as another ladder has levels."""
    numbers = [level.number for level in ladder.levels]
    known = [number for number in numbers if number is not None] or [float(at + 1) for at in range(len(numbers))]
    return LadderChoice(Ladder(tuple(LadderLevel(f"{number:g}", number) for number in known)), to_confirm=True)


def ladders_of(scale: Scale | None) -> dict[Field, Ladder]:
    """The ladders of both sides of a scale."""
    return {side: ladder_of(getattr(scale, side.value)) for side in SIDES} if scale else {}


def ladder_of(levels: Sequence[Level]) -> Ladder:
    """The ladder of a side of a scale; its levels are found by their names in both languages and by their numbers."""
    ladder_levels = (
        LadderLevel(level.name.text("en"), float(number), aliases=(level.name.text("fr"),))
        for number, level in enumerate(levels, 1)
    )
    return Ladder(tuple(ladder_levels), Evidence.ANSWER)


def supposed_on(ladder: Ladder, values: Sequence[str]) -> LadderChoice | None:
    """The given ladder, for a file without a list of levels; None unless all values are on it."""
    texts = [text for text in values if text.strip()]
    return LadderChoice(ladder) if texts and _fits(ladder, texts) == 1 else None


def _with_names(ladder: Ladder, candidates: Sequence[tuple[bool, float, bool, int, Legend]]) -> Ladder:
    """A ladder of numbers with the names that another legend of the file gives them."""
    if _worded(ladder):
        return ladder
    numbers = [level.number for level in ladder.levels]
    for *_, here, _, legend in candidates:
        other = legend.ladder
        same = sorted(level.number or 0 for level in other.levels) == sorted(number or 0 for number in numbers)
        if here and _worded(other) and same:
            names = {level.number: level for level in other.levels}
            return replace(ladder, levels=tuple(replace(names[number], number=number) for number in numbers))
    return ladder


def _named_by_values(ladder: Ladder, values: Sequence[str], others: Sequence[str]) -> Ladder:
    """A ladder of numbers with the words beside them in values, such as “3 (High)”, if these name all of them.

    Values of the other side count if they have the same words.
    """
    names, others_names = _paired(values), _paired(others)
    both = names.keys() & others_names.keys()
    if both and all(stem(names[number].name) == stem(others_names[number].name) for number in both):
        names = others_names | names
    if _worded(ladder) or not all(level.number in names for level in ladder.levels):
        return ladder
    return replace(ladder, levels=tuple(names[level.number] for level in ladder.levels))


def _worded(ladder: Ladder) -> bool:
    return any(not level.name.strip().isdecimal() for level in ladder.levels)


def _spelled(ladder: Ladder) -> tuple[bool, bool]:
    """A sort key of ladders: words are better than abbreviations, and these better than numbers."""
    return _worded(ladder), any(len(level.name.strip()) > _LONGEST_SIGN for level in ladder.levels)


def _fits(ladder: Ladder, values: Sequence[str]) -> float:
    return sum(ladder.position(text)[0] is not None for text in values) / len(values)


def _supposed(values: Sequence[str], others: Sequence[str], language: Language | None) -> LadderChoice | None:
    families = (_FRENCH, _ENGLISH) if language is Language.FRENCH else (_ENGLISH, _FRENCH)
    choice = _by_family(families, values, others)
    if choice is not None:
        return choice
    pairs = _by_pairs(values)
    if pairs is not None:
        return pairs
    numbers = _by_numbers(values)
    if numbers is not None:
        return numbers
    # The known words may stand among unknown ones.
    known = [text for text in values if rank(text) is not None]
    choice = _by_family(families, known, others) if known else None
    words = {stem(text): text for text in known}
    if choice is not None or len(words) < 2 or 2 * len(known) < len(values):
        return choice
    levels = tuple(LadderLevel(text) for text in sorted(words.values(), key=lambda text: rank(text) or 0))
    return LadderChoice(Ladder(levels), to_confirm=True)


def _by_family(
    families: Iterable[Sequence[tuple[str, ...]]], values: Sequence[str], others: Sequence[str]
) -> LadderChoice | None:
    """The first of the usual ladders with all words of this side and all known ones of the other, else of this side."""
    known_others = (text for text in others if rank(read_level(text).name) is not None)
    for texts in (dict.fromkeys((*values, *known_others)), dict.fromkeys(values)):
        for family in chain(*families, _GERMAN, _COLOURS):
            ladder = Ladder(tuple(LadderLevel(name) for name in family))
            if all(_is_on(ladder, text) for text in texts):
                levels = tuple(
                    replace(level, name=_as_written(ladder, place, values)) for place, level in enumerate(ladder.levels)
                )
                return LadderChoice(replace(ladder, levels=levels), to_confirm=True)
    return None


def _is_on(ladder: Ladder, text: str) -> bool:
    """Whether a word names a level of a ladder, and a number beside it agrees."""
    level = read_level(text)
    position, _ = ladder.position(level.name if level.number is not None else text)
    return position is not None and not _is_number(text) and level.number in (None, position)


def _as_written(ladder: Ladder, place: int, values: Sequence[str]) -> str:
    """The name of a level as the file writes it, if that is no abbreviation."""
    name = ladder.levels[place].name
    texts = (_SIGNS.sub("", text) for text in values)
    usual = name.upper() if all(map(str.isupper, values)) and max(map(len, values)) > _LONGEST_SIGN else name
    return next((text[0].upper() + text[1:] for text in texts if stem(text) == stem(name) and len(text) > 2), usual)


def _by_pairs(values: Sequence[str]) -> LadderChoice | None:
    """The ladder of values with a number and a word each, such as “3 - Intermediate”."""
    by_number = _paired(values)
    if len(by_number) < 2 or sum(read_level(text).number in by_number for text in values) < _ENOUGH * len(values):
        return None
    numbers = sorted(number for number in by_number if number is not None)
    if numbers[0] < 0 or numbers[-1] > 10 or any(number != int(number) for number in numbers):
        return None
    # No level is above the highest word.
    ended = rank(by_number[numbers[-1]].name) == 1
    highest = max(int(numbers[-1]), 0 if ended else 5 if numbers[-1] > 3 else 3)
    levels = (
        by_number.get(float(number), LadderLevel(str(number), float(number)))
        for number in range(min(1, int(numbers[0])), highest + 1)
    )
    return LadderChoice(Ladder(tuple(levels)), to_confirm=True)


def _paired(values: Sequence[str]) -> dict[float | None, LadderLevel]:
    """The levels of values with a number and a word each, by their numbers."""
    levels = map(read_level, values)
    return {level.number: level for level in levels if level.number is not None and not level.name.isdecimal()}


def _by_numbers(values: Sequence[str]) -> LadderChoice | None:
    """The ladder of bare numbers, or of numbers beside the highest one, such as “3/4”."""
    matches = [_NUMBER.fullmatch(text.strip()) for text in values]
    numbers = [float(match[1]) for match in matches if match]
    if len(numbers) < _ENOUGH * len(values) or any(number != int(number) for number in numbers):
        return None
    out_of = [int(match[2]) for match in matches if match and match[2]]
    low, high = min(numbers), max([*numbers, *out_of])
    if not 0 <= low <= high <= _HIGHEST:
        return None
    if not out_of:
        high = _USUAL if high <= _USUAL else _HIGHEST
    levels = tuple(LadderLevel(str(number), float(number)) for number in range(0 if low == 0 else 1, int(high) + 1))
    return LadderChoice(Ladder(levels), to_confirm=not out_of)


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text.strip()) is not None
