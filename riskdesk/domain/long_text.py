"""Texts that are longer than a cell of a workbook: how they begin there, and in which parts they stand elsewhere."""

from collections.abc import Iterator

from riskdesk.domain.label import Label
from riskdesk.domain.language import NBSP
from riskdesk.domain.values import Language

# What Excel takes in a cell, in units of UTF-16; a sentence that there is more has room below it.
LONGEST, _PART = 32_767, 32_500
LONG_TEXTS = Label("Long texts", "Textes longs")
_CONTINUED = Label(
    "… [The whole text is on the sheet “{sheet}”.]", "… [Le texte entier est sur la feuille « {sheet} ».]"
)


def is_long(text: str) -> bool:
    """Whether a text has no room in a cell."""
    return len(text) * 2 > LONGEST and len(text.encode("utf-16-le")) // 2 > LONGEST


def parts(text: str, most: int = _PART) -> Iterator[str]:
    """A text in parts that each have room in a cell, of so many units of UTF-16 at most; none ends within a letter."""
    while text:
        part = _first(text, most)
        yield part
        text = text[len(part) :]


def is_beginning(cell_text: str, text: str) -> bool:
    """Whether a cell holds what stands there of a text that has no room in it, whichever spaces are in the sentence."""
    typed = cell_text.replace(NBSP, " ")
    return any(typed == beginning(text, language).replace(NBSP, " ") for language in Language)


def beginning(text: str, language: str) -> str:
    """What stands in the cell of a text that has no room in it."""
    return _first(text) + _CONTINUED.text(language).format(sheet=LONG_TEXTS.text(language))


def _first(text: str, most: int = _PART) -> str:
    return text[:most].encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
