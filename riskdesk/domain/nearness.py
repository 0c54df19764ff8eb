"""Words as users may type them: folded, in part, by their initials, or with one or two wrong letters."""

import difflib
import re
from collections.abc import Collection, Mapping
from heapq import nsmallest

from riskdesk.domain.folding import Span, fold

# Letters or digits, so that R-07, R07 and r7 have the same words.
WORD = re.compile(r"[^\W\d_]+|\d+")
# The fewest letters that are looked for inside a word; fewer would match by chance.
_LETTERS_INSIDE = 3
# The shortest words in which one letter may be wrong, or two.
_ONE_WRONG, _TWO_WRONG = 4, 8
_MOST_NEAR = 5


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return [plain(word) for word in WORD.findall(fold(text))]


def plain(word: str) -> str:
    """A folded word; a number without leading zeros."""
    return word.lstrip("0") or "0"


def may_be_inside(word: str) -> bool:
    """Whether a word is long enough to be looked for inside others; one that is not ASCII always is."""
    return len(word) >= _LETTERS_INSIDE or not word.isascii()


def near(target: str, among: Mapping[str, Collection[str]]) -> list[str]:
    """The nearest words of those that begin like a wanted one but for a letter or two; `among` has their letters."""
    allowed, letters, size = wrong_letters(target), set(target), len(target)
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(target)
    candidates = []
    for word, its_letters in among.items() if allowed else ():
        # A quick comparison excludes nearly all of them.
        if (target[0] in word[:2] or word[0] in target[:2]) and len(letters.difference(its_letters)) <= allowed:
            wrong = _wrong(matcher, word[:size], size)
            if wrong <= allowed:
                allowed = wrong
                candidates.append((wrong, len(letters.symmetric_difference(its_letters)), word))
    return [word for wrong, _, word in nsmallest(_MOST_NEAR, candidates) if wrong == allowed]


def initials(letters: str, text: str) -> list[Span] | None:
    """The places of letters in a text that begin two words or more, as those of "epdf" do in "Export PDF".

    Words between them may be left out; None if the letters are no such beginnings.
    """
    reached: dict[int, list[Span]] = {0: []}
    for part in WORD.finditer(text):
        word = fold(part.group())
        for start in sorted(reached, reverse=True):
            for size in range(1, _alike(letters[start:], word) + 1):
                span = part.start(), min(part.start() + size, part.end())
                reached.setdefault(start + size, [*reached[start], span])
    spans = reached.get(len(letters), [])
    return spans if len(spans) > 1 else None


def wrong_letters(word: str) -> int:
    """How many letters of a word may be wrong; none in a number."""
    return (len(word) >= _ONE_WRONG) + (len(word) >= _TWO_WRONG) if word.isalpha() else 0


def _wrong(matcher: difflib.SequenceMatcher[str], part: str, size: int) -> int:
    """How many letters of a word do not match those of the wanted one, in order."""
    matcher.set_seq1(part)
    return max(size, len(part)) - sum(block.size for block in matcher.get_matching_blocks())


def _alike(one: str, other: str) -> int:
    """The length of the beginning that two texts have in common."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
