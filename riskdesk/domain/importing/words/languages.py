"""Finds the language of texts by the little words in them."""

from collections import Counter
from collections.abc import Iterable, Mapping

from riskdesk.domain.importing.words.vocabulary import words
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


# Words of heads that are of one language only.
_OF_HEADS = {
    Language.ENGLISH: {
        "risk", "risks", "likelihood", "probability", "severity", "mitigation", "mitigating", "measures", "owner",
        "responsible", "due", "deadline", "status", "category", "treatment", "controls",
    },
    Language.FRENCH: {
        "risque", "risques", "probabilite", "vraisemblance", "gravite", "attenuation", "mesure", "mesures",
        "responsable", "pilote", "echeance", "delai", "statut", "categorie", "traitement", "numero",
    },
}  # fmt: skip


def language_of(texts: Iterable[str]) -> Language | None:
    """The language of texts; None if that is not clear."""
    # The beginning of long texts is enough.
    text_words = Counter(" ".join(texts)[:_ENOUGH].casefold().replace("’", "' ").split())
    counts = {language: sum(text_words[word] for word in little_words) for language, little_words in _LITTLE.items()}
    return _most(counts) if max(counts.values()) >= _FEWEST else None


def language_of_heads(heads: Iterable[str]) -> Language | None:
    """The language of heads; None if they have words of both or none."""
    head_words = Counter(word for head in heads for word in words(head))
    return _most({language: sum(head_words[word] for word in known) for language, known in _OF_HEADS.items()})


def _most(counts: Mapping[Language, int]) -> Language | None:
    """The language with most words; None if both have as many."""
    english, french = counts[Language.ENGLISH], counts[Language.FRENCH]
    return None if english == french else Language.ENGLISH if english > french else Language.FRENCH
