"""Texts that are too long for a cell of a workbook: how they begin there, and the parts that they have elsewhere."""

from collections.abc import Iterator

from riskdesk.domain.label import Label
from riskdesk.domain.language import NBSP
from riskdesk.domain.values import Language

# The limit of Excel for a cell, in units of UTF-16; a part is shorter, to leave room for a sentence that there is more.
LONGEST, _PART = 32_767, 32_500
LONG_TEXTS = Label("Long texts", "Textes longs")
_CONTINUED = Label(
    "… [The whole text is on the sheet “{sheet}”.]", "… [Le texte entier est sur la feuille « {sheet} ».]"
)


def is_long(text: str) -> bool:
    """Whether a text is too long for a cell."""
    return len(text) * 2 > LONGEST and len(text.encode("utf-16-le")) // 2 > LONGEST


def parts(text: str, most: int = _PART) -> Iterator[str]:
    """The parts of a text, of at most so many units of UTF-16, which each fit in a cell; no character is divided."""
    while text:
        part = _first(text, most)
        yield part
        text = text[len(part) :]


def is_beginning(cell_text: str, text: str) -> bool:
    """Whether a cell has the `beginning` of a text that is too long for it, whatever spaces are in the sentence."""
    typed = cell_text.replace(NBSP, " ")
    return any(typed == beginning(text, language).replace(NBSP, " ") for language in Language)


def beginning(text: str, language: str) -> str:
    """The content of the cell of a text that is too long for it."""
    return _first(text) + _CONTINUED.text(language).format(sheet=LONG_TEXTS.text(language))


def _first(text: str, most: int = _PART) -> str:
    return text[:most].encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
