"""Queries that are typed to find a text, and where in the text they match."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from riskdesk.domain.folding import Query, Span, fold
from riskdesk.domain.nearness import WORD, initials, may_be_inside, near, plain, words


@dataclass(frozen=True)
class TypedQuery:
    """A text that was typed to find another text, prepared for comparison."""

    text: str

    @cached_property
    def words(self) -> list[str]:
        """The words of the query, folded."""
        return words(self.text)

    @cached_property
    def phrase(self) -> str:
        """The words of the query, with blanks between them."""
        return " ".join(self.words)

    @property
    def initials(self) -> str:
        """The letters of the query, which may be the first letters of words."""
        return "".join(self.words)

    def spans(self, text: str) -> list[Span]:
        """The places of the typed letters in a text that matches, from left to right."""
        parts = [_Part(*part.span(), plain(fold(part.group()) or " ")) for part in WORD.finditer(text)]
        spans_by_word = {word: _as_typed(word, text, parts) for word in self.words}
        if all(spans_by_word.values()):
            return _joined(chain.from_iterable(spans_by_word.values()))
        # A word that matches elsewhere, such as the letter of a reference, is not marked inside the words of the text.
        other = (spans if may_be_inside(word) else [] for word, spans in spans_by_word.items())
        nearly = (spans or _nearly(word, parts) for word, spans in zip(spans_by_word, other, strict=True))
        return _joined(initials(self.initials, text) or chain.from_iterable(nearly))


class _Part(NamedTuple):
    """A word of a text: its place there, and its folded form."""

    start: int
    end: int
    folded: str


def _as_typed(word: str, text: str, parts: Iterable[_Part]) -> list[Span]:
    """The places where a word begins words of a text, else those where it is inside one."""
    starting = [
        (part.start, part.start + _first_end(text[part.start : part.end], word))
        for part in parts
        if part.folded.startswith(word)
    ]
    return starting or (list(Query(word).spans(text)) if may_be_inside(word) else [])


def _nearly(word: str, parts: Iterable[_Part]) -> list[Span]:
    """The words of a text that are nearly the same as one."""
    alike = near(word, {part.folded: part.folded for part in parts})
    return [(part.start, part.end) for part in parts if part.folded in alike]


def _first_end(text: str, word: str) -> int:
    """The end of a word at the beginning of a text; after a character such as œ if it ends inside that."""
    return next((end for _, end in Query(word).spans(text)), len(text))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans from left to right; those that overlap or touch are joined."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined
