"""The words of a text that say what it is about, whatever their order and form."""

import re
from dataclasses import dataclass
from functools import lru_cache

from riskdesk.domain.folding import fold

_WORD = re.compile(r"[^\W_]+")
# A capital after one of these begins a sentence and does not mark a name.
_SENTENCE_END = re.compile(r"[.!?:;•\n]\W*$")
# Articles, prepositions and the like of both languages, folded; words of one letter are left out anyway.
_ENGLISH = """
    a an the of to in on for with and or by at from as is are be been being was were its their this that these those
    which who into within between among due through via it
"""
_FRENCH = """
    de la le les des du un une et ou au aux en dans par pour sur avec que qui ce cet cette ces se sa son ses leur leurs
    est sont etre entre dont lors ainsi il elle ils elles
"""
_SMALL = frozenset((_ENGLISH + _FRENCH).split())
# Negations: a text with one of these says the opposite of the same text without it.
_TURNING = frozenset(
    ("no", "not", "non", "nor", "never", "without", "ne", "ni", "pas", "plus", "jamais", "sans", "aucun", "aucune")
)
# The shortest words that are compared letter by letter.
_LEAST_LETTERS = 4
_LONGEST_ENDING = 2


@dataclass(frozen=True, slots=True)
class Essence:
    """The words that matter, folded; `fixed` are those that cannot differ without another meaning."""

    words: frozenset[str]
    fixed: frozenset[str]


@lru_cache(maxsize=50_000)
def essence(text: str) -> Essence:
    """The essence of a text; its fixed words are names, numbers and negations."""
    # A word means the same with and without a hyphen: co-ordination, coordination.
    folded_text = fold(text, case=True).replace("-", "")
    words, fixed = set(), set()
    for match in _WORD.finditer(folded_text):
        sign, word = match.group()[0], match.group().casefold()
        if word in _SMALL or (len(word) == 1 and not word.isdigit()):
            continue
        word = stem(word)
        words.add(word)
        is_name = sign.isupper() and match.start() > 0 and not _SENTENCE_END.search(folded_text[: match.start()])
        if is_name or word in _TURNING or not word.isalpha():
            fixed.add(word)
    return Essence(frozenset(words), frozenset(fixed))


def stem(word: str) -> str:
    """A folded word without the ending of its plural, if that is one letter."""
    return word[:-1] if len(word) > _LEAST_LETTERS and word[-1] in "sx" else word


def are_forms(one: str, other: str) -> bool:
    """Whether two words are forms of one, or one of them is mistyped: they differ in a letter or a short ending."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LEAST_LETTERS:
        return False
    if longer.startswith(shorter) and len(longer) - len(shorter) <= _LONGEST_ENDING:
        return True
    start = next((at for at, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    rest, other_rest = shorter[start:], longer[start:]
    return (
        rest[1:] == other_rest[1:] or rest == other_rest[1:] or (rest[1::-1] + rest[2:] == other_rest and len(rest) > 1)
    )
