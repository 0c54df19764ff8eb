"""The dictionaries of the spelling check: those of Hunspell, one for each language of a register.

Hunspell holds Python's global lock while it loads (up to half a second) and while it makes suggestions (up to a
second), so the window asks it in another process.
"""

import unicodedata

from hunspell import Hunspell

from riskdesk.domain.spelling import core, is_among, listed
from riskdesk.resource import resource

MOST_SUGGESTIONS = 5
# The letters before which "l'" and the like are used.
_ELIDED = frozenset("aeiouyhœæ")


class Dictionary:
    """A Hunspell dictionary with words of Riskdesk added; the constructor loads it, and raises OSError if it cannot."""

    def __init__(self, language: str) -> None:
        # On Windows, Hunspell takes file names in UTF-8 whatever the code page is.
        self._hunspell = Hunspell(language, hunspell_data_dir=str(resource("dictionaries")), system_encoding="UTF-8")
        self._own_words = listed(resource(f"dictionaries/{language}.txt").read_text(encoding="utf-8"))
        for word in self._own_words:
            self._hunspell.add(word)

    def knows(self, word: str) -> bool:
        """Whether a word is correct. With hyphens, it also is if all its parts are, or without the hyphens."""
        if self._spells(word):
            return True
        parts = word.split("-")
        return len(parts) > 1 and (all(map(self._spells, parts)) or self._spells("".join(parts)))

    def suggestions(self, word: str) -> list[str]:
        """Suggestions for a word, the most likely first; the same letters split into several words come last."""
        inside = core(word)
        suggestions = self._suggested(word) if self.knows(inside) else self._around(word, inside)
        return sorted(suggestions, key=lambda other: _letters(other) == _letters(word))[:MOST_SUGGESTIONS]

    def _around(self, word: str, inside: str) -> list[str]:
        """Suggestions for the inside of a word, with the rest joined to each, which Hunspell may leave out."""
        before, _, after = word.partition(inside)
        suggestions = [other for other in self._suggested(inside) if not before or _takes_elision(other)]
        # Asked for the same once more, Hunspell would search as long, and again find nothing.
        if suggestions or inside == word:
            return [before + other + after for other in suggestions]
        # Words such as "c'est-à-dire" are in the dictionary with the part before the apostrophe.
        return [other for other in self._suggested(word) if other.startswith(before) and other.endswith(after)]

    def _suggested(self, word: str) -> list[str]:
        """The suggestions of Hunspell, with the apostrophe that the user typed instead of its own."""
        typed = next(filter("'’".__contains__, word), "’")
        return [other.replace("’", typed).replace("'", typed) for other in self._hunspell.suggest(word)]

    def _spells(self, word: str) -> bool:
        # Hunspell does not know what may be joined to a word that was added.
        return bool(self._hunspell.spell(word)) or is_among(self._own_words, word)


def _takes_elision(word: str) -> bool:
    return unicodedata.normalize("NFD", word)[:1].lower() in _ELIDED


def _letters(word: str) -> str:
    return "".join(filter(str.isalpha, word))
