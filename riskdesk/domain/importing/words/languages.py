"""Finds the language of texts by the little words in them."""

from collections import Counter
from collections.abc import Iterable

from riskdesk.domain.values import Language

_FEWEST, _ENOUGH = 3, 1_000_000
_LITTLE = {
    Language.ENGLISH: ("the", "of", "and", "is", "are", "to", "in", "for", "with", "on", "by", "not"),
    Language.FRENCH: (
        "le",
        "la",
        "les",
        "des",
        "du",
        "de",
        "et",
        "est",
        "sont",
        "pour",
        "dans",
        "une",
        "ne",
        "l'",
        "d'",
    ),
}


def language_of(texts: Iterable[str]) -> Language | None:
    """The language of texts; None if that is not clear."""
    # The beginning of long texts is enough.
    words = Counter(" ".join(texts)[:_ENOUGH].casefold().replace("’", "' ").split())
    counts = {language: sum(words[word] for word in little_words) for language, little_words in _LITTLE.items()}
    english, french = counts[Language.ENGLISH], counts[Language.FRENCH]
    if max(english, french) < _FEWEST or english == french:
        return None
    return Language.ENGLISH if english > french else Language.FRENCH
