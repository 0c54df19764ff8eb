"""Reads the texts above cards: the risk itself, its number, its title, its category."""

from collections import Counter
from collections.abc import Sequence

from riskdesk.domain.importing.cards.card import CLOSED, Card
from riskdesk.domain.importing.tables.labelled_texts import Piece, number_of
from riskdesk.domain.importing.words.fields import Field
from riskdesk.domain.importing.words.vocabulary import PLURAL_RISK_WORDS, words
from riskdesk.domain.pasting import is_signed

_LONGEST_TITLE = 80


def add_text_above(card: Card) -> None:
    """Take the text right above a card for its risk."""
    piece = card.before[-1] if card.before else None
    if piece is None or piece.label is not None or number_of(piece.text) or not piece.text.strip():
        return
    title_text, colon, text = piece.text.partition(": ")
    if colon and len(title_text) <= _LONGEST_TITLE and len(text.split()) > 2:
        card.put_piece(0, piece, "Title", title_text.strip(), own=False)
        card.put_piece(1, piece, "Description", text.strip())
    else:
        card.put_piece(0, piece, "Description", piece.text.strip())
    card.before, card.named = card.before[:-1], True


def add_numbers(cards: Sequence[Card]) -> None:
    """Give cards without a number that in a label, or in the text above, such as “Risk 3”."""
    for card in cards:
        counted_item = next((item for item in card.items if item.label.number), None)
        above = next((piece for piece in card.before[-2:] if number_of(piece.text)), None)
        if card.of(Field.ID):
            continue
        if counted_item is not None:
            card.put_text(
                len(card.items), "ID", counted_item.label.number, (counted_item.label_spots or counted_item.spots)[:1]
            )
            counted_item.label_spots = []
        elif above is not None:
            card.put_piece(len(card.items), above, "ID", number_of(above.text))


def add_titles(cards: Sequence[Card]) -> None:
    """Take headings above single cards for their titles, and those above several cards for categories."""
    counts = Counter(_bare(piece) for card in cards for piece in card.before)
    for card in cards:
        # A text that is repeated above several cards only says that a card begins.
        free_pieces = [
            piece for piece in card.before if piece.label is None and not any(piece is other for other in card.pieces)
        ]
        repeated_pieces = [piece for piece in free_pieces if counts[_bare(piece)] > 1]
        card.pieces += repeated_pieces
        card.items[0].label_spots += [spot for piece in repeated_pieces for spot in piece.spots]
    above = [[piece for piece in card.before if _is_heading(piece) and counts[_bare(piece)] == 1] for card in cards]
    titled = any(card.named or card.of(Field.TITLE) for card in cards)
    several = any(
        not PLURAL_RISK_WORDS.isdisjoint(words(heading.text)) for headings in above for heading in headings[-1:]
    )
    if len(cards) > 1 and all(above) and not titled and not several:
        for card, headings in zip(cards, above, strict=True):
            piece = headings.pop()
            card.put_piece(0, piece, "Title", piece.text.strip(" :"))
    texts = {headings[-1].text for headings in above if headings}
    if len(texts) < 2 or any(card.of(Field.CATEGORY) for card in cards):
        return
    current: Piece | None = None
    for card, headings in zip(cards, above, strict=True):
        current = headings[-1] if headings else current
        if current is not None:
            card.put_piece(len(card.items), current, "Category", current.text.strip(" :"))


def _bare(piece: Piece) -> str:
    """The letters of a text, by which repeated texts are recognized though their numbers differ."""
    return "".join(sign for sign in piece.text.casefold() if sign.isalpha())


def _is_heading(piece: Piece) -> bool:
    text = piece.text.strip()
    closed = text.endswith((*CLOSED, ",")) or is_signed(text)
    short = 0 < len(text) <= _LONGEST_TITLE and "\n" not in text and any(map(str.isalpha, text))
    return piece.label is None and short and not closed and not number_of(piece.text)
