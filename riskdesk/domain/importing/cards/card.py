"""A card of a risk: labels with values, and the texts above it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from riskdesk.domain.importing.tables.labelled_texts import Piece, Spot, TextLabel, label_of
from riskdesk.domain.importing.words.fields import MEASURES, SIDES, TEXTS, Field

# Where a sentence ends.
CLOSED = (".", ";", "!", "?")
# The most words of a level, or of a heading inside a card.
LONGEST_LEVEL = 3
# Fields of texts that may go on in the lines below.
_LONG = {*TEXTS, *MEASURES, Field.EFFECT, Field.NOTE, Field.REASON, Field.TRIGGER, Field.STRATEGY, None}


@dataclass
class CardItem:
    """A label of a card with the texts behind it.

    `more` has the numbers of parts and spots before each text that was added.
    """

    label: TextLabel
    parts: list[str]
    spots: list[Spot]
    label_spots: list[Spot]
    apart: bool = False
    more: list[tuple[int, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)

    @property
    def field(self) -> Field | None:
        return self.label.head.field if self.label.is_known else None

    @property
    def is_long(self) -> bool:
        is_text = self.field in SIDES and any(len(part.split()) > LONGEST_LEVEL for part in self.parts[:1])
        return self.field in _LONG or is_text

    def go_on(self, piece: Piece) -> None:
        """Add the text below; it stays in the same line if it only continues a sentence."""
        self.more.append((len(self.parts), len(self.spots)))
        if self.parts and piece.text:
            wrapped = piece.text[:1].islower() and not self.parts[-1].endswith(CLOSED)
            self.parts.append("\n\n" if piece.gap else " " if wrapped else "\n")
        self.parts += filter(None, [piece.text])
        self.spots += piece.spots

    def give_back(self) -> None:
        """Remove the text that was added last."""
        parts, spots = self.more.pop()
        del self.parts[parts:], self.spots[spots:]


@dataclass
class Card:
    """A card, and the texts between it and the card before.

    `pieces` are all that came into its items; `named` is true if its text came from `before`.
    """

    before: list[Piece]
    items: list[CardItem] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    named: bool = False

    def add(self, piece: Piece) -> None:
        assert piece.label is not None, "a card consists of labels"
        spots, alone = list(piece.spots), list(piece.label_spots)
        self.items.append(CardItem(piece.label, [piece.text] if piece.text else [], spots, alone, piece.apart))
        self.pieces.append(piece)

    def of(self, *fields: Field) -> list[CardItem]:
        return [item for item in self.items if item.parts and item.field in fields]

    @property
    def known(self) -> set[Field]:
        return {item.field for item in self.items if item.parts and item.field is not None}

    @property
    def is_rated(self) -> bool:
        return bool(self.of(*SIDES, *MEASURES))

    def put_piece(self, at: int, piece: Piece, name: str, text: str, *, own: bool = True) -> None:
        """Insert a text from above the card, as if it had that label."""
        self.put_text(at, name, text, piece.spots[:1])
        if own:
            self.pieces.append(piece)

    def put_text(self, at: int, name: str, text: str, spots: Sequence[Spot]) -> None:
        """Insert a text as if it had that label."""
        label = label_of(name)
        assert label is not None, "it is a label"
        self.items.insert(
            at, CardItem(label, [text], [Spot(replace(spot.cell, text=text), spot.place) for spot in spots], [])
        )
