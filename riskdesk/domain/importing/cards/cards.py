"""Finds cards: blocks of labels with values, one below another, such as “Likelihood: high” below “Risk 1: …”."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from riskdesk.domain.importing.cards import card_names
from riskdesk.domain.importing.cards.card import LONGEST_LEVEL, Card, CardItem
from riskdesk.domain.importing.levels import marked_levels
from riskdesk.domain.importing.tables.column_values import is_levels
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.tables.labelled_texts import Piece, TextLabel, number_of
from riskdesk.domain.importing.tables.regions import has_heads
from riskdesk.domain.importing.words.fields import SIDES, TEXTS, Field
from riskdesk.domain.importing.words.vocabulary import ASSESSMENT_WORDS, RISK_WORDS, words
from riskdesk.domain.pasting import is_signed
from riskdesk.domain.sheets import Table, TableKind

_MOST_WAITING, _MOST_LABELS = 2, 100
_NUMBERED = re.compile(r"\W*(?:[A-Z]{1,3}[ .-]?)?\d{1,3}\s*[.):–—-]")
# A single card needs so many known labels.
_CLEAR = 4


def find_cards(pieces: Sequence[Piece]) -> list[Card]:
    """The cards among pieces, if they are of risks; else none."""
    cards = _without_first_labels(_divide(pieces))
    if not any(card.of(*TEXTS) for card in cards):
        for card in (card for card in cards if card.is_rated):
            card_names.add_text_above(card)
    risk_cards = [card for card in cards if card.of(*TEXTS) and len(card.known) > 1]
    if not _are_risks(risk_cards):
        return []
    card_names.add_numbers(risk_cards)
    card_names.add_titles(risk_cards)
    return risk_cards


def are_rows(table: Table, risk_cards: Sequence[Card]) -> bool:
    """Whether a table has heads above, and labels only inside the cells of its rows: each row is a risk, no card."""
    pieces = [[piece for piece in card.pieces if piece.label is not None] for card in risk_cards]
    spots = [[spot for piece in labelled for spot in (*piece.spots, *piece.label_spots)] for labelled in pieces]
    inside = not any(piece.apart for labelled in pieces for piece in labelled)
    in_rows = all(
        len({spot.place.row for spot in card_spots}) == 1 < len({spot.place.column for spot in card_spots})
        for card_spots in spots
    )
    return inside and in_rows and has_heads(Grid(table))


def _divide(pieces: Iterable[Piece]) -> list[Card]:
    cards: list[Card] = []
    waiting: list[Piece] = []
    for piece in pieces:
        card = cards[-1] if cards else None
        if piece.label is not None and _is_label(piece, card, waiting):
            if card is None or _begins(card, piece, waiting):
                cards.append(Card(waiting or _given_back(card)))
            else:
                _continue_value(card, waiting)
            cards[-1].add(piece)
            waiting = []
        elif card is not None and not waiting and _goes_on(card.items[-1], piece):
            card.items[-1].go_on(piece)
            card.pieces.append(piece)
        else:
            waiting.append(piece)
    return cards


def _given_back(card: Card | None) -> list[Piece]:
    """Remove the last line of a card if it is the text of the next card; returns it."""
    if card is None or not _may_give_back(card):
        return []
    card.items[-1].give_back()
    return [card.pieces.pop()]


def _is_label(piece: Piece, card: Card | None, waiting: Sequence[Piece]) -> bool:
    """Whether a label is part of a card; an unknown one is only if it follows another label."""
    assert piece.label is not None, "it was looked at before"
    beside = card is not None and len(card.items) < _MOST_LABELS and not piece.gap and (piece.apart or not waiting)
    return piece.label.is_known or beside


def _begins(card: Card, piece: Piece, waiting: Sequence[Piece]) -> bool:
    """Whether a label is the first one of the next card."""
    label = piece.label
    if label is None or not label.is_known:
        return False
    names = label.head.field in TEXTS or label.head.field is Field.ID
    apart = piece.gap or bool(waiting)
    if len(card.items) >= _MOST_LABELS or (not piece.apart and _ends_card(card, waiting)):
        return True
    if any(item.label.key == label.key for item in card.items):
        return names or _begins_again(card, label, waiting, apart=apart)
    return names and apart and (card.is_rated if card.of(*TEXTS) else not card.of(Field.ID))


def _begins_again(card: Card, label: TextLabel, waiting: Sequence[Piece], *, apart: bool) -> bool:
    """Whether a repeated label begins the next card, and not a second assessment or measure of this one."""
    if card.items[0].label.key == label.key and (label.head.field not in SIDES or (apart and card.of(*TEXTS))):
        return True
    if card.of(*TEXTS):
        return False
    return not _names_assessment(waiting[-1]) if waiting else _may_give_back(card)


def _names_assessment(piece: Piece) -> bool:
    text_words = words(piece.text)
    return len(text_words) <= LONGEST_LEVEL and not ASSESSMENT_WORDS.isdisjoint(text_words)


def _may_give_back(card: Card) -> bool:
    """Whether the last line of a card without a text of a risk is numbered, so that it is the text of the next card."""
    return not card.of(*TEXTS) and bool(card.items[-1].more) and bool(_NUMBERED.match(card.pieces[-1].text))


def _ends_card(card: Card, waiting: Sequence[Piece]) -> bool:
    """Whether the texts between two labels end a card: they are no part of it, and no short headings."""
    if _are_more(card, waiting):
        return card.is_rated and len(waiting) > _MOST_WAITING
    return any(piece.label is not None or len(piece.text.split()) > LONGEST_LEVEL for piece in waiting)


def _are_more(card: Card, waiting: Sequence[Piece]) -> bool:
    """Whether texts are further paragraphs of the last value of a card."""
    last = card.items[-1]
    headed = any(piece.heading or piece.label is not None for piece in waiting)
    return bool(last.parts) and last.is_long and not last.apart and not headed


def _continue_value(card: Card, waiting: Sequence[Piece]) -> None:
    """Add the paragraphs between the last value of a card and the next label to that value."""
    for piece in waiting if _are_more(card, waiting) else ():
        card.items[-1].go_on(piece)
        card.pieces.append(piece)


def _goes_on(item: CardItem, piece: Piece) -> bool:
    """Whether a text without a label continues the value above it."""
    if piece.label is not None or piece.heading or number_of(piece.text):
        return False
    signed = is_signed(piece.text)
    if piece.beside:
        return not piece.gap
    if piece.gap:
        return signed and item.is_long
    if not item.parts:
        return item.is_long or signed or not item.apart
    if item.field in SIDES and not item.is_long:
        # A level would lose it.
        return False
    # In documents, a line is a whole paragraph.
    wrapped = item.is_long and piece.spots[0].place.kind is not TableKind.TEXT
    return signed or (not item.apart and (wrapped or piece.text[:1].islower()))


def _without_first_labels(cards: list[Card]) -> list[Card]:
    """The cards, the first one without labels above the one with which most others begin."""
    firsts = Counter(card.items[0].label.key for card in cards[1:])
    if firsts:
        ((usual, _),) = firsts.most_common(1)
        start = next((at for at, item in enumerate(cards[0].items) if item.label.key == usual), 0)
        rest = {item.label.key for card in cards[1:] for item in card.items}
        while start and cards[0].items[start - 1].label.key in rest:
            start -= 1
        if start:
            # Each item begins with a piece with a label.
            at = [at for at, piece in enumerate(cards[0].pieces) if piece.label is not None][start]
            cards[0] = Card(cards[0].before + cards[0].pieces[:at], cards[0].items[start:], cards[0].pieces[at:])
    return cards


def _are_risks(cards: Sequence[Card]) -> bool:
    """Whether cards are of risks: most of them name a risk or have a likelihood."""
    rated = [card for card in cards if card.is_rated]
    sure = [card for card in rated if card.of(Field.LIKELIHOOD) or any(map(_names_risk, card.of(*TEXTS)))]
    if not sure or 2 * len(sure) <= len(cards):
        return False
    levels = [spot.cell for card in sure for item in card.of(Field.LIKELIHOOD) for spot in item.spots[:1]]
    levels = [replace(cell, text=marked_levels.spelled_out(cell.text) or cell.text) for cell in levels]
    if levels and not is_levels(levels):
        return False
    if len(cards) > 1:
        return True
    return len(sure[0].known) >= _CLEAR and bool(levels) and any(map(_names_risk, sure[0].of(*TEXTS)))


def _names_risk(item: CardItem) -> bool:
    """Whether the label of a text says that it is surely a risk."""
    return not RISK_WORDS.isdisjoint(words(item.label.name))
