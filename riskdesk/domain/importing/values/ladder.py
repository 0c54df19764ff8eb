"""Ladders of levels, and how words and numbers of a file are found on them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import pairwise

from riskdesk.domain.folding import fold, fold_line
from riskdesk.domain.sheets import FilePlace

_NUMBER = r"\d{1,3}(?:[.,]\d+)?"
# A letter may stand before the number, as in V2 – Vraisemblable.
_BEFORE = re.compile(rf"^\s*[(\[]?\s*[^\W\d_]?({_NUMBER})\s*[)\]]?\s*(?:[-–—:=./]|\s)\s*(?=\D)")
_BEHIND = re.compile(rf"\s*[(\[–-]\s*({_NUMBER})\s*[)\]–-]?\s*$")
_OUT_OF = re.compile(rf"^\s*({_NUMBER})\s*/\s*({_NUMBER})\s*$")
_ALONE = re.compile(rf"^\s*[-–—]?\s*({_NUMBER})\s*[-–—]?\s*$")
_PART = re.compile(r"^\s*([^:(\n;]{1,40}?)\s*(?:\(\s*(.*?)\)?|(?::|\n|;|\s[-–—]\s)\s*(.*))\s*$", re.DOTALL)
_PERCENT = re.compile(r"(\d{0,3}(?:[.,]\d+)?)\s*%?\s*(?:-|–|—|to|à|a)\s*(\d{1,3}(?:[.,]\d+)?)\s*%")
_ONE_PERCENT = re.compile(r"([<>≤≥]?)\s*(\d{1,3}(?:[.,]\d+)?)\s*%")
_BRACKETED = re.compile(r"^\s*[(\[]([^()\[\]]+)[)\]]\s*$")
_EDGES = " .;,*_•–—-"
_CLOSING = " .;:,"


class Evidence(IntEnum):
    """Where the levels of a ladder were found; a legend with higher evidence is preferred."""

    GUESS = 0
    TEXT = 1
    HEAD = 2
    COMMENT = 3
    LEGEND = 4
    CHOICES = 5
    ANSWER = 6


@dataclass(frozen=True, slots=True)
class LadderLevel:
    """A level: its name, its number, the range of per cents that it stands for, and its abbreviations."""

    name: str
    number: float | None = None
    band: tuple[float, float] | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ladder:
    """The levels of a side from low to high, and where they were found."""

    levels: tuple[LadderLevel, ...]
    evidence: Evidence = Evidence.GUESS
    place: FilePlace = field(default_factory=FilePlace)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(level.name for level in self.levels)

    @cached_property
    def _by_word(self) -> dict[str, int]:
        """The position of the level that each word names; 0 for words that name two."""
        names = [(name, place) for place, level in enumerate(self.levels, 1) for name in (level.name, *level.aliases)]
        positions = _one_each((stem(name), place) for name, place in names)
        for make in (_initials, _short):
            if len({make(level.name) for level in self.levels}) == len(self.levels):
                own = {make(level.name) for level in self.levels}
                named = _one_each((make(name), place) for name, place in names)
                positions = {word: place for word, place in named.items() if word in own} | positions
        return positions

    @cached_property
    def _by_name(self) -> dict[str, int]:
        """The position of each name without cutting off endings, as two names may differ by an ending only."""
        names = ((name, place) for place, level in enumerate(self.levels, 1) for name in (level.name, *level.aliases))
        return _one_each((fold_line(name), place) for name, place in names)

    @property
    def _is_numbered(self) -> bool:
        """Whether the file gives its levels numbers; else a number beside a name may be anything."""
        return any(level.number is not None for level in self.levels)

    @cached_property
    def _by_number(self) -> dict[float, int]:
        numbers = [level.number for level in self.levels]
        if None not in numbers:
            return {float(number or 0): position for position, number in enumerate(numbers, 1)}
        return {float(position): position for position in range(1, len(self.levels) + 1)}

    @property
    def banded(self) -> bool:
        return any(level.band for level in self.levels)

    def is_in_band(self, text: str) -> bool:
        """Whether a text is one percentage, such as “25 %”, that no level is called and is no limit of one."""
        is_one = _ONE_PERCENT.fullmatch(text.strip()) is not None and fold_line(text) not in self._by_name
        return is_one and all(band(text) != level.band for level in self.levels if level.band)

    @cached_property
    def _positions(self) -> dict[str, tuple[int | None, str]]:
        """Texts looked up before: a column has few levels and many rows."""
        return {}

    def position(self, text: str) -> tuple[int | None, str]:
        """The position from 1 of the level that a text names, None if it names none, and what else the text says."""
        if text not in self._positions:
            self._positions[text] = self._position(text)
        return self._positions[text]

    def _position(self, text: str) -> tuple[int | None, str]:
        whole = self._of(text.strip())
        if whole is not None:
            return whole, ""
        position, rest = self._split(text)
        if position is None:
            return None, ""
        other, more = self._of(rest), ""
        if other is None or (other != position and not self._is_numbered and _ALONE.match(rest)):
            other, more = self._split(rest)
        # A text that names two levels names none.
        return (position, more if other else rest) if other in (None, position) else (None, "")

    def _split(self, text: str) -> tuple[int | None, str]:
        """The level that the beginning of a text names, and the rest of the text."""
        part = _PART.match(text)
        position = None if part is None else self._of(part[1])
        return (None, "") if part is None or position is None else (position, (part[2] or part[3] or "").strip())

    def _of(self, text: str) -> int | None:
        position = self._by_name.get(fold_line(text)) or self._worded(text)
        if position is not None:
            return position or None
        out_of = _OUT_OF.match(text)
        if out_of is not None:
            return self._numbered(out_of[1]) if _float(out_of[2]) == max(self._by_number) else None
        alone = _ALONE.match(text.rstrip(_CLOSING))
        if alone is not None:
            share = _float(alone[1])
            if self.banded and 0 < share < 1:
                return self._in_band(f"{round(share * 100, 4)}%")
            return self._numbered(alone[1])
        if "%" in text:
            return self._in_band(text)
        for pattern in (_BEFORE, _BEHIND):
            match = pattern.search(text)
            if match is not None:
                word, number = self._by_word.get(stem(pattern.sub("", text))), self._numbered(match[1])
                agrees = number in (None, word) or not self._is_numbered
                return number if word == 0 else word if agrees else None
        return None

    def _worded(self, text: str) -> int | None:
        """The level that a word names, or a pair such as “high/élevé”."""
        position = self._by_word.get(stem(text))
        if position is None and "/" in text and rank(text) is not None:
            positions = {self._by_word.get(stem(half)) for half in text.split("/")} - {None}
            return positions.pop() if len(positions) == 1 else None
        return position

    def _numbered(self, number: str) -> int | None:
        return self._by_number.get(_float(number))

    def _in_band(self, text: str) -> int | None:
        whole = band(text)
        same = [place for place, level in enumerate(self.levels, 1) if whole is not None and level.band == whole]
        match = _ONE_PERCENT.fullmatch(text.strip())
        if same or match is None or not self.banded:
            return same[0] if same else None
        value = _float(match[2])
        bands = [(place, level.band) for place, level in enumerate(self.levels, 1) if level.band]
        for place, (low, high) in bands:
            if low <= value <= high and not (value == high and value < 100):
                return place
        return next((place for place, (_, high) in bands if value == high), None)


def _one_each(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The position for each word; 0 for a word with several."""
    positions: dict[str, int] = {}
    for word, place in pairs:
        positions[word] = place if positions.get(word, place) == place else 0
    return positions


@lru_cache(maxsize=16_384)
def stem(text: str) -> str:
    """A key for comparing names of levels: folded, without French endings of gender and number, and signs around it."""
    bare = re.sub(r"[^\w\s%/+.<>-]", " ", fold(text)).strip(_EDGES)
    stems = [re.sub(r"(?<=\w{2})[es]+$", "", word) for word in re.split(r"[\s-]+", bare) if word]
    return " ".join(re.sub(r"(?<=\w)([lnt])\1$", r"\1", word) for word in stems)


def band(text: str) -> tuple[float, float] | None:
    """The range of per cents that a text names, such as “30-50 %” or “< 10 %”."""
    match = _PERCENT.search(text)
    if match is not None:
        return _float(match[1] or "0"), _float(match[2])
    one = _ONE_PERCENT.search(text)
    if one is None or not one[1]:
        return None
    value = _float(one[2])
    return (0.0, value) if one[1] in "<≤" else (value, 100.0)


def read_level(text: str, number: float | None = None, about: Iterable[str] = ()) -> LadderLevel:
    """The level that a text of a legend stands for, without its number or its meaning in the name.

    `about` are texts beside it, which may give its per cents and abbreviations.
    """
    rest = text.strip()
    if number is None:
        match = _BEFORE.search(rest) or _BEHIND.search(rest)
        if match is not None and re.search(r"[^\W\d]", rest):
            number = _float(match[1])
            rest = (rest[match.end() :] if match.start() == 0 else rest[: match.start()]).strip()
        elif (alone := _ALONE.match(rest)) is not None:
            number = _float(alone[1])
    bracketed = _BRACKETED.match(rest)
    rest = bracketed[1] if bracketed else rest
    part = _PART.match(rest)
    name = part[1].strip() if part is not None and len(part[1]) >= 2 else rest
    bands = [percents for candidate in (text, *about) if (percents := band(candidate))]
    return LadderLevel(
        name.strip(_EDGES) or rest,
        number,
        bands[0] if bands else None,
        tuple(alias for alias in about if _is_alias(alias)),
    )


def rising(levels: Sequence[LadderLevel]) -> bool | None:
    """Whether levels rise by their numbers or the rank of their words; None if neither decides."""
    ranks = [rank(level.name) for level in levels]
    known = [value for value in ranks if value is not None]
    # If all words go down, numbers do not matter: they may count from the highest level.
    if len(known) == len(levels) >= 3 and known[0] > known[-1] and known == sorted(known, reverse=True):
        return False
    for values in ([level.number for level in levels], ranks):
        known = [value for value in values if value is not None]
        if len(known) >= 2 and len(known) * 2 >= len(levels):
            ups = sum(b > a for a, b in pairwise(known))
            downs = sum(b < a for a, b in pairwise(known))
            if ups != downs:
                return ups > downs
    return None


def rank(word: str) -> float | None:
    """How high a known word for a level ranks, from 0 to 1; None for an unknown word."""
    known = _RANKS.get(stem(word))
    if known is None and len(halves := word.split("/")) == 2:
        ranks = {_RANKS.get(stem(half)) for half in halves}
        return ranks.pop() if len(ranks) == 1 else None
    return known


def _float(number: str) -> float:
    return float(number.replace(",", ".") or 0)


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", fold(name)))


def _short(name: str) -> str:
    return stem(name)[:3]


def _is_alias(text: str) -> bool:
    return 0 < len(text) <= 3 and not text.strip().isdecimal()


_RANK_WORDS = {
    0.0: "very low|negligible|insignificant|remote|improbable|very unlikely|highly unlikely|trivial|none|minimal"
    "|très faible|négligeable|insignifiant|très improbable|très peu probable|minime|vl|tf|slight|marginal|very rare"
    "|exceptionnel|inexistant|nul|not likely|très rare|extremely rare|extrêmement rare"
    "|sehr niedrig|sehr gering|sehr unwahrscheinlich",
    0.1: "rare|rarely|rarement",
    0.25: "low|unlikely|minor|limited|faible|mineur|limité|peu probable|bas|basse|peu vraisemblable|l|tolerable|green"
    "|vert|léger|small|sensible|f|seldom|occasional|occasionnel|occasionally|peu fréquent"
    "|low likelihood|acceptable|niedrig|gering|unwahrscheinlich",
    0.5: "medium|moderate|possible|moyen|modéré|m|significant|significatif|considerable|yellow|jaune|amber|orange"
    "|vraisemblable|serious|might happen|mod|sometimes|average|intermediate|moderately likely|mittel|möglich",
    0.75: "high|likely|major|probable|élevé|fort|haut|majeur|important|grave|h|red|rouge|très vraisemblable|e|sérieux"
    "|severe risk|expected|often|substantial|extensive|undesirable"
    "|indesirable|unacceptable|frequent|frequently|hoch|wahrscheinlich",
    1.0: "very high|critical|severe|catastrophic|almost certain|certain|extreme|très élevé|critique|catastrophique"
    "|quasi certain|presque certain|très probable|extrême|vh|very likely|maximal|très fort|très haut|intolerable"
    "|highly likely|te|certaine|very severe|très grave|majeure critique|désastreux"
    "|very frequent|très fréquent|constant|permanent|sehr hoch|sehr wahrscheinlich|kritisch",
}
_RANKS = {stem(word): place for place, words in _RANK_WORDS.items() for word in words.split("|")}
