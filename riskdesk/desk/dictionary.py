"""The dictionaries that spelling is checked with: those of Hunspell, one for each language of a register.

Hunspell holds Python's lock while it loads (up to half a second) and while it makes suggestions (up to a second), so
whoever must not wait asks from another process.
"""

import unicodedata

from hunspell import Hunspell

from riskdesk.domain.spelling import core
from riskdesk.resource import resource

MOST_SUGGESTIONS = 5
# What "l'" and the like stand before.
_ELIDED = frozenset("aeiouyhœæ")


class Dictionary:
    """A dictionary and our additions to it, loaded by the constructor; OSError if it cannot be read."""

    def __init__(self, language: str) -> None:
        # On Windows, Hunspell takes names in UTF-8 whatever the code page is.
        self._hunspell = Hunspell(language, hunspell_data_dir=str(resource("dictionaries")), system_encoding="UTF-8")

        for word in resource(f"dictionaries/{language}.txt").read_text(encoding="utf-8").split():
            self._hunspell.add(word)

    def knows(self, word: str) -> bool:
        """Whether a word is right. A word with hyphens is right also if its parts are, or if it is without hyphens."""
        if self._spells(word):
            return True
        parts = word.split("-")
        return len(parts) > 1 and (all(map(self._spells, parts)) or self._spells("".join(parts)))

    def suggestions(self, word: str) -> list[str]:
        """What may have been meant, the likeliest first; the same letters split into several words come last."""
        inside = core(word)
        suggestions = self._suggested(word) if self.knows(inside) else self._around(word, inside)
        return sorted(suggestions, key=lambda other: _letters(other) == _letters(word))[:MOST_SUGGESTIONS]

    def _around(self, word: str, inside: str) -> list[str]:
        """What may have been meant by the inside of a word, with what is joined to it: Hunspell may leave that out."""
        before, _, after = word.partition(inside)
        suggestions = [other for other in self._suggested(inside) if not before or _takes_elision(other)]
        if suggestions:
            return [before + other + after for other in suggestions]
        # One such as "c'est-à-dire" is in the dictionary with what is joined to it.
        return [other for other in self._suggested(word) if other.startswith(before) and other.endswith(after)]

    def _suggested(self, word: str) -> list[str]:
        """What Hunspell suggests, with the apostrophe that was typed: it has one of its own."""
        typed = next(filter("'’".__contains__, word), "’")
        return [other.replace("’", typed).replace("'", typed) for other in self._hunspell.suggest(word)]

    def _spells(self, word: str) -> bool:
        return bool(self._hunspell.spell(word))


def _takes_elision(word: str) -> bool:
    return unicodedata.normalize("NFD", word)[:1].lower() in _ELIDED


def _letters(word: str) -> str:
    return "".join(filter(str.isalpha, word))
