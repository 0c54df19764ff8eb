"""Finds the titles in cells of risks that begin with one, on a line of its own above the text."""

from collections.abc import Sequence
from typing import NamedTuple

from riskdesk.domain.pasting import is_closed, is_signed
from riskdesk.domain.sheets import Cell

_MOST_WORDS, _FEWEST_WORDS = 8, 4
# One cell with such lines may be a single text that was broken by hand.
_FEWEST, _MOST = 2, 0.6


class TitledText(NamedTuple):
    """A title, and the lines below."""

    title: str
    text: str


def titled(text: str) -> TitledText | None:
    """A text parted into its title and the lines below; None if it does not begin with a title."""
    title, _, below = text.strip().partition("\n")
    title, below = title.strip(), below.strip()
    if is_closed(title) or any(is_signed(line) for line in text.split("\n")):
        return None
    is_text = len(below.split()) >= _FEWEST_WORDS and below[:1].isupper()
    return TitledText(title, below) if is_text and 0 < len(title.split()) <= _MOST_WORDS else None


def have_titles(cells: Sequence[Cell], *, sentences: bool) -> bool:
    """Whether most cells of a column begin with a title, and all that have several lines do.

    The texts below end like sentences, or else are long, as lines may also list causes; with `sentences`, they have to
    end so, as lines may even list risks.
    """
    several = [cell.text for cell in cells if "\n" in cell.text.strip()]
    if len(several) < _FEWEST or len(several) <= _MOST * len(cells):
        return False
    parts = [titled(text) for text in several]
    return all(
        part is not None and (is_closed(part.text) or (len(part.text.split()) > _MOST_WORDS and not sentences))
        for part in parts
    )
