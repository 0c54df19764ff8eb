"""Reads the heads of columns: the field, which of two assessments it belongs to, and how sure that is."""

import difflib
import re
from bisect import bisect_left as bisect
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from riskdesk.domain.importing.words.fields import PERSONS, RATED, SIDES, TEXTS, Field
from riskdesk.domain.importing.words.head_words import TOKENS
from riskdesk.domain.importing.words.vocabulary import (
    ASSESSMENT_WORDS,
    HEADS,
    INHERENT_WORDS,
    PRESENT_WORDS,
    RESIDUAL_WORDS,
    RISK_WORDS,
    responses,
    words,
)

_LONGEST = 200
# A head may have so many words beside its field; a text with more only begins like a head.
_MOST_REST = 3
_ALIKE = 0.85
# Of two texts that are so alike, the shorter one has at least this share of the length of the longer one.
_LEAST = _ALIKE / (2 - _ALIKE)
_SHORTEST_MISSPELT = 5
_NUMBERED = re.compile(r"(?:[A-Za-zÀ-ÿ]{0,8}[ ._/-]?){1,2}\d{1,5}(?:[.,-]\d{1,4})*[a-z]?\.?")
_COUNT = re.compile(r"\s*(?:\b[Nn]o\.?|[Nn]°|№|#)?\s*\d{1,2}$")
_LETTERS = frozenset(["l", "i", "p", "s", "v", "g", "c", "r", "o", "f"])
_MOST_WORDS = max(phrase.count(" ") + 1 for phrase in HEADS)
# Details of measures, in heads such as Treatment owner or Pilote du traitement.
_MEASURED = (Field.MITIGATION, Field.EXISTING, Field.STRATEGY)
_OF_MEASURES = {
    Field.OWNER: Field.ACTION_OWNER,
    Field.RESPONSIBLE: Field.ACTION_OWNER,
    Field.DUE: Field.DUE,
    Field.DATE: Field.DUE,
    Field.STATUS: Field.MEASURE_STATUS,
}
_JOINED = re.compile(r"[/&+,;]|\b(?:and|et|und)\b", re.IGNORECASE)
# Words for measures that exist already.
_EXISTING = frozenset(["existing", "existant", "existante", "existants", "existantes", "actuels", "actuelles"])
# Words for measures that are still to come.
_PLANNED = frozenset(
    re.findall(
        r"\w+",
        "addition additional beyond besides planned proposed new further future plus outre complement"
        " complementaires supplementaires prevues envisagees nouvelles futures",
    )
)
_PRODUCT = re.compile(r"\s*[×✕*]\s*|\s+[xX]\s+|(?<=^[A-Z])x(?=[A-Z]$)")
_DETAILS = (Field.ACTION_OWNER, Field.MEASURE_STATUS)
# Heads that say less than the heads above them.
_VAGUE = (Field.KIND, Field.RISK, Field.STRATEGY, Field.NOTE)


@dataclass(frozen=True, slots=True)
class Head:
    """The meaning of a head.

    Of two assessments it belongs to the one after the measures if it is `residual`, to the one before them if it is
    `inherent`, and to either if it is of the `present` state. `sure` is 3 for a known phrase, 2 for a known beginning,
    1 for a single word or a misspelling, 0 if it is unknown.
    """

    field: Field | None = None
    residual: bool = False
    inherent: bool = False
    present: bool = False
    sure: int = 0


def read(text: str, groups: Sequence[str] = (), *, near: bool = True) -> Head:
    """The meaning of a head below the heads that group it; with `near`, it may be misspelt, which takes time."""
    text = text[: 2 * _LONGEST]
    head = alone = _read(text)
    if near and not head.sure:
        head = alone = _misspelt(text)
    over = tuple(word for group in groups for word in words(group))
    for group in reversed(groups):
        together = HEADS.get(" ".join(words(f"{group} {text}")))
        if together is not None and (alone.sure < 3 or alone.field in _VAGUE):
            head = Head(together, sure=3)
    marks = set(over) | set(words(text))
    return Head(
        head.field,
        residual=bool(marks & RESIDUAL_WORDS) and head.field is not Field.DATE,
        inherent=bool(marks & INHERENT_WORDS),
        present=bool(marks & PRESENT_WORDS),
        sure=head.sure,
    )


@lru_cache(maxsize=16_384)
def _read(text: str) -> Head:
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines or len(lines[0]) > _LONGEST:
        return Head()
    whole, bare = words(text[:_LONGEST]), _bare(text)
    several = _of_several(text)
    if several is not None:
        return several
    candidates = [whole, bare, words(lines[0])]
    for candidate in candidates:
        field = HEADS.get(" ".join(candidate))
        # A head that joins measures and a detail of them, such as Mitigation and owner, has the measures.
        if field is not None and not (field in _DETAILS and _JOINED.search(text)):
            return Head(field, sure=3)
    if not bare:
        return Head()
    first, *others = _JOINED.split(text)
    # A head with two details, such as Treatment owner / deadline, is the first of them.
    head = _of_measures(_bare(first)) if len(words(first)) > 1 or not others else None
    head = head or _by_beginning(bare, len(words(lines[0])), len(_bare(first))) or _by_word(bare) or Head()
    if head.field is Field.MITIGATION and not _EXISTING.isdisjoint(whole) and _PLANNED.isdisjoint(whole):
        return Head(Field.EXISTING, sure=head.sure)
    return head


def names_day(text: str) -> bool:
    """Whether a head names a day beside something else."""
    return any(field in (Field.DUE, Field.DATE) for field in _joined_fields(text)[1:])


def names_person(text: str) -> bool:
    """Whether a head names a person beside something else."""
    fields = _joined_fields(text)
    return len(fields) > 1 and any(field in PERSONS for field in fields)


def _joined_fields(text: str) -> list[Field | None]:
    """The meaning of each part of a head such as “Owner / deadline”."""
    return [_read(part).field for part in _JOINED.split(text.replace("(", "/").replace(")", ""))]


def _of_several(text: str) -> Head | None:
    """The meaning of a head that joins several: risks and what goes with them, both levels, or responses."""
    if _holds_both(text):
        return Head(Field.RISK, sure=2)
    if len(responses(text)) > 1:
        return Head(Field.RESPONSE, sure=3)
    return Head(Field.SCORE, sure=3) if _is_product(text) else None


def _holds_both(text: str) -> bool:
    """Whether a head joins risks and measures or categories, such as Risk and mitigation: the column has the risks."""
    first, *others = map(words, _JOINED.split(text))
    risks = {(word,) for word in RISK_WORDS}
    if first in risks:
        return any(HEADS.get(" ".join(part)) in (Field.MITIGATION, Field.CATEGORY) for part in others)
    return HEADS.get(" ".join(first)) is Field.CATEGORY and any(part in risks for part in others)


def _is_product(text: str) -> bool:
    """Whether a head is the product of both levels, such as L x I."""
    halves = [HEADS.get(" ".join(words(half))) for half in _PRODUCT.split(text.strip())]
    return sorted(filter(None, halves)) == sorted(SIDES) and len(halves) == len(SIDES)


@lru_cache(maxsize=16_384)
def _misspelt(text: str) -> Head:
    """The meaning of a misspelt head."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return (_nearly(_bare(text)) if len(first) <= _LONGEST else None) or Head()


def _bare(text: str) -> tuple[str, ...]:
    """The words of a head without those for one of two assessments."""
    return tuple(word for word in words(text[:_LONGEST]) if word not in ASSESSMENT_WORDS)


def _of_measures(bare_words: tuple[str, ...]) -> Head | None:
    """The meaning of a head about a detail of measures, with the word for measures before or behind it."""
    for end in range(1, min(len(bare_words), _MOST_WORDS)):
        first, second = (HEADS.get(" ".join(part)) for part in (bare_words[:end], bare_words[end:]))
        for measure, detail in ((first, second), (second, first)):
            if measure in _MEASURED and detail in _OF_MEASURES:
                return Head(_OF_MEASURES[detail], sure=2)
    return None


def _by_beginning(bare_words: tuple[str, ...], of: int, joined: int) -> Head | None:
    """The meaning of the first words of a head, whose first line has `of` words, and `joined` before “/” or “and”."""
    for end in range(min(len(bare_words) - 1, _MOST_WORDS), 0, -1):
        field = HEADS.get(" ".join(bare_words[:end]))
        if field is Field.DATE or (field in _DETAILS and end > joined):
            # The date of something, such as Date closed, or measures and a detail of them, such as Mitigation / owner.
            continue
        if field is not None and not (end == 1 and bare_words[0] in _LETTERS):
            rest = min(len(bare_words), of) - end
            # A number behind a head that does not list levels is part of a value, such as Owner 2.
            if bare_words[end].isdecimal() and field not in RATED:
                rest += _MOST_REST
            return Head(field, sure=2 if rest <= _MOST_REST else 1)
    return None


def _by_word(bare_words: tuple[str, ...]) -> Head | None:
    if len(bare_words) > 2 * _MOST_REST or TOKENS.keys().isdisjoint(bare_words):
        return None
    return next((Head(field, sure=1) for token, field in TOKENS.items() if token in bare_words), None)


def _nearly(bare_words: tuple[str, ...]) -> Head | None:
    """The meaning of a misspelt head by its words; None if it is not like any known one."""
    text = " ".join(bare_words)
    if len(text) < _SHORTEST_MISSPELT or len(text) > 60:
        return None
    for close in _heads().like(text):
        return Head(HEADS[close], sure=2)
    for word in bare_words:
        if len(word) >= _SHORTEST_MISSPELT + 1:
            for close in _tokens().like(word):
                return Head(TOKENS[close], sure=1)
    return None


class _KnownWords:
    """Finds the known word that is most like a text.

    Quick comparisons exclude nearly all words before the slow one.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = sorted((len(word), _letters(word), word) for word in known)

    def like(self, text: str) -> list[str]:
        """A list with the word that is most like a text; empty if none is like it."""
        letters, size = _letters(text), len(text)
        candidates = []
        # Two texts have at most the letters of the shorter one in common.
        begin, end = (bisect(self._known, (length,)) for length in (int(size * _LEAST), size / _LEAST + 1))
        for length, others, word in self._known[begin:end]:
            # Letters that only one text has are not in common.
            common = min(size - (letters & ~others).bit_count(), length - (others & ~letters).bit_count())
            if 2 * common / (size + length) >= _ALIKE:
                candidates.append(word)
        return difflib.get_close_matches(text, candidates, 1, _ALIKE)


def _letters(text: str) -> int:
    """The letters of a text as the bits of a number; several letters may share a bit."""
    return sum(1 << place for place in {ord(sign) % 64 for sign in text})


@cache
def _heads() -> _KnownWords:
    return _KnownWords(HEADS)


@cache
def _tokens() -> _KnownWords:
    return _KnownWords(TOKENS)


def counted(texts: Iterable[str]) -> dict[str, str]:
    """Heads that number columns of one kind, such as Measure 1 and Measure 2, with each head without its number."""
    ending = (text for text in texts if len(text) <= _LONGEST and text.rstrip("\n")[-1:].isdecimal())
    bare_texts = {text: _COUNT.sub("", text) for text in ending}
    name_counts = Counter(name for name in bare_texts.values() if " ".join(words(name)) in HEADS)
    return {text: name for text, name in bare_texts.items() if name_counts[name] > 1}


def is_known(text: str) -> bool:
    """Whether a text is, or begins with, a known phrase, which is quick to find."""
    if len(text) > 2 * _LONGEST:
        return False
    text_words = words(text[:_LONGEST])
    return any(" ".join(text_words[:end]) in HEADS for end in range(min(len(text_words), _MOST_WORDS), 0, -1))


def is_whole(text: str) -> bool:
    """Whether a text is a known phrase and nothing else, which values hardly ever are."""
    return len(text) <= _LONGEST and " ".join(words(text)) in HEADS


def names_risks(text: str) -> bool:
    """Whether a text is a head of risks with a word for risks, and nothing else."""
    is_of_text = is_whole(text) and read(text, near=False).field in TEXTS
    return is_of_text and not RISK_WORDS.isdisjoint(words(text))


def is_numbered(text: str) -> bool:
    """Whether a text is a number or a reference, such as R1, 1.2 or RT-04, and nothing else."""
    return _NUMBERED.fullmatch(text.strip()) is not None
