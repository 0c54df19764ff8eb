"""Divides a file into pieces: texts, and labels with their values in the same cell or beside it."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import SIDES, TEXTS, Field
from riskdesk.domain.importing.words.heads import Head
from riskdesk.domain.importing.words.vocabulary import phrase
from riskdesk.domain.pasting import is_signed
from riskdesk.domain.sheets import Cell, FilePlace, Table, TableKind, TextLine

_LONGEST_LABEL = 60
# The number or sign of a list before a label.
_LEADING = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]\s*|\d{1,2}\s+(?=[^\W\d_]))?")
_COUNTED = re.compile(
    r"(?:fiche (?:de )?)?(risk|risque)(?: card| sheet)?\s*(?:no\.?|n[°º]|#)?\s*(\d{1,3})", re.IGNORECASE
)
_COUNTED_TEXT = re.compile(rf"^\W*{_COUNTED.pattern}\s*[:.–—-]\s*(.*)$", re.IGNORECASE | re.DOTALL)
_LABELLED = re.compile(rf"^([^:\n]{{1,{_LONGEST_LABEL}}}?)\s*:(?!//)\s*(.*)$", re.DOTALL)
# What stands between a level and the next label on the same line.
_NEXT = re.compile(r"(?:\s*+[;,|/–]\s++|\t\s*+|\s{3,}+)(?=[^\W\d_][^:;,|/\n]{0,40}:)")
# The end of a sentence before a label, as in “Risk 1: The law is late. Likelihood: high. Mitigation: …”.
_SENTENCE = re.compile(r"(?<=[.;!?…)”»])\s+(?=[^\W\d_][^:;,.|/\n]{0,40}:\s)")
_BETWEEN = " – "
_HIGH, FAR = 100, 1_000_000


@dataclass(frozen=True, slots=True)
class TextLabel:
    """A label, read like the head of a column; labels with the same words share a `key`, `number` is that of a risk."""

    name: str
    key: str
    head: Head
    number: str = ""

    @property
    def is_known(self) -> bool:
        """Whether the label is surely a head.

        For the text of a risk, only a whole phrase is: many sentences begin with the word “risk”.
        """
        return self.head.sure == 3 or (self.head.sure == 2 and self.head.field not in TEXTS)


class Spot(NamedTuple):
    """A cell and its place in the file."""

    cell: Cell
    place: FilePlace


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with its cells, and its label, if any, with the cells of the label alone.

    `apart`: the label has a cell of its own. `gap`: something empty is before the piece. `heading`: it does not
    continue the text above. `beside`: it stands in a column of values. `whole` is label and text together, in case the
    label turns out to be none.
    """

    text: str
    spots: tuple[Spot, ...]
    label: TextLabel | None = None
    label_spots: tuple[Spot, ...] = ()
    apart: bool = False
    gap: bool = False
    heading: bool = False
    beside: bool = False
    whole: str = ""


def of_table(table: Table, among: Container[int] = range(FAR)) -> Iterator[Piece]:
    """The pieces in some columns of a table, row by row."""
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        if cell.column in among and (not cell.blank or cell.formula or cell.comment):
            rows.setdefault(cell.row, []).append(cell)
    # Most rows begin with a label.
    begin = Counter(cells[0].column for cells in rows.values()).most_common(1)[0][0] if rows else 0
    end = -1
    for row, cells in rows.items():
        gap = row > end + 1
        end = max(row, *(_last_row(table, cell) for cell in cells))
        for piece in _of_row(table, cells, begin):
            yield replace(piece, gap=gap)
            gap = False


def _last_row(table: Table, cell: Cell) -> int:
    """The last row that a cell covers; in text files, a cell covers as many rows as it has lines."""
    lines = cell.text.count("\n") if table.kind is TableKind.LINES else 0
    return cell.row + lines + (cell.height - 1 if cell.height < _HIGH else 0)


def _of_row(table: Table, cells: Sequence[Cell], begin: int) -> Iterator[Piece]:
    """The pieces of a row: the values of a label are the cells up to the next label."""
    starts = [place for place, cell in enumerate(cells) if _begins(cells, place, begin)]
    for start, end in pairwise([0, *[place for place in starts if place], len(cells)]):
        part = cells[start:end]
        if start in starts:
            yield _beside(table, part)
        else:
            yield from _inside(table, part, beside=part[0].column > begin)


def _begins(cells: Sequence[Cell], place: int, begin: int) -> bool:
    """Whether a cell is a label with its value in the next cell."""
    if place + 1 == len(cells):
        return False
    label = label_of(cells[place].text)
    if label is None or cells[place].value is not None:
        return False
    return label.head.sure == 3 or (place == 0 and cells[0].column == begin)


def _beside(table: Table, cells: Sequence[Cell]) -> Piece:
    label, *values = (Spot(cell, table.place_of(cell)) for cell in cells)
    text, whole = (_BETWEEN.join(cell.text for cell in part if cell.text) for part in (cells[1:], cells))
    return Piece(text, tuple(values), label_of(label.cell.text), (label,), apart=True, whole=whole)


def _inside(table: Table, cells: Sequence[Cell], *, beside: bool) -> Iterator[Piece]:
    for cell in cells:
        heading = cell.width > 1 or (cell.bold and not beside)
        yield from of_text(Spot(cell, table.place_of(cell)), heading=heading, beside=beside)


def of_lines(lines: Iterable[TextLine]) -> Iterator[Piece]:
    """The pieces of paragraphs."""
    last = 0
    for line in lines:
        cell, place = Cell(line.number, 1, line.text), FilePlace(TableKind.TEXT, 1, "", line.number, 1)
        for piece in of_text(Spot(cell, place), heading=bool(line.level)):
            yield replace(piece, gap=line.number > last + 1)
            last = line.number


def of_text(spot: Spot, *, heading: bool = False, beside: bool = False) -> Iterator[Piece]:
    """The pieces of a text: labels end with a colon, one line may have several, and columns of values have none."""
    if beside:
        yield Piece(spot.cell.text, (spot,), beside=True, whole=spot.cell.text)
        return
    for text in _split_line(spot.cell.text):
        label, value = _split(text)
        # The paragraphs no longer fit the text if a label was cut off.
        cell = spot.cell if label is None else replace(spot.cell, text=value, paragraphs=())
        here, alone = ((Spot(cell, spot.place),), ()) if value else ((), (spot,))
        closed, apart = heading or text.rstrip().endswith(":"), label is not None and not value and ":" not in text
        yield Piece(value, here, label, alone, apart, heading=closed, whole=text)


def _split(text: str) -> tuple[TextLabel | None, str]:
    """The label of a text and the rest of it; a label alone in its cell needs no colon."""
    counted, labelled = _COUNTED_TEXT.match(text), _LABELLED.match(text)
    if counted is not None and counted[3].strip():
        return _counted(counted[1], counted[2]), counted[3].strip()
    label = label_of(labelled[1] if labelled is not None else text)
    # Two stars end bold text in Markdown.
    value = labelled[2].removeprefix("**").strip() if labelled is not None else ""
    if label is None or label.number or (label.head.sure < 3 if labelled is None else is_signed(text)):
        known = label is not None and label.is_known and not label.number and labelled is not None
        return (label, value) if known else (None, text.strip())
    return label, value


def _split_line(text: str) -> list[str]:
    """The parts of a line such as “Likelihood: high; Impact: low”, or of a paragraph with labelled sentences."""
    sentences = labelled_sentences(text)
    if sentences:
        return sentences
    parts = _NEXT.split(text) if len(text) <= 4 * _LONGEST_LABEL and "\n" not in text else [text]
    if len(parts) < 2 or not all(":" in part for part in parts):
        return [text]
    labels = [label_of(part.partition(":")[0]) for part in parts]
    return (
        parts
        if all(label is not None and label.head.sure == 3 and label.head.field in _SHORT for label in labels)
        else [text]
    )


def labelled_sentences(text: str) -> list[str]:
    """The labelled parts of a paragraph about one risk; empty unless the first names it, and another its level."""
    if "\n" in text or not _COUNTED_TEXT.match(text):
        return []
    parts: list[str] = []
    fields: set[Field | None] = set()
    for part in _SENTENCE.split(text):
        label = label_of(part.partition(":")[0])
        if parts and (label is None or label.head.sure < 3):
            parts[-1] += f" {part}"
        else:
            fields.add(None if label is None else label.head.field)
            parts.append(part)
    return [_as_value(part) for part in parts] if not fields.isdisjoint(SIDES) else []


def _as_value(sentence: str) -> str:
    """A labelled sentence without its full stop if its value is a level or a name."""
    label = label_of(sentence.partition(":")[0])
    return sentence.rstrip(" .;") if label is not None and label.head.field in _SHORT else sentence


_SHORT = {*SIDES, Field.SCORE, Field.OWNER, Field.RESPONSIBLE, Field.STATUS, Field.DUE, Field.CATEGORY, Field.ID}


def number_of(text: str) -> str:
    """The number of a risk, such as “Risk 3” or “R-03”, if a text is nothing else; otherwise empty."""
    label, text = label_of(text), text.strip(" :")
    if label is not None and label.number:
        return label.number
    return text if heads.is_numbered(text) and text[:1].isalpha() else ""


@lru_cache(maxsize=4096)
def label_of(text: str) -> TextLabel | None:
    """A text read as a label; None if it cannot be one."""
    if len(text) > 2 * _LONGEST_LABEL:
        return None
    name = _LEADING.sub("", " ".join(text.split())).rstrip(" :")
    if not name or len(name) > _LONGEST_LABEL or not any(sign.isalpha() for sign in name):
        return None
    counted = _COUNTED.fullmatch(name)
    if counted is not None:
        return _counted(counted[1], counted[2])
    if heads.is_numbered(name) and not heads.is_known(name):
        return None
    # Misspelt labels are not looked for: it takes long, and finds no more cards.
    return TextLabel(name, phrase(name), heads.read(name) if heads.is_known(name) else Head())


def _counted(name: str, number: str) -> TextLabel:
    return TextLabel(name, phrase(name), heads.read(name), number)


def with_real_labels(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with real labels only: known ones, those in a cell of their own, and repeated ones."""
    all_pieces = list(pieces)
    counts = Counter(piece.label.key for piece in all_pieces if piece.label is not None)
    return [
        piece
        if piece.label is None or piece.apart or piece.label.is_known or counts[piece.label.key] > 1
        else _unlabelled(piece)
        for piece in all_pieces
    ]


def _unlabelled(piece: Piece) -> Piece:
    spot = (piece.spots or piece.label_spots)[0]
    whole = Spot(replace(spot.cell, text=piece.whole), spot.place)
    return replace(piece, text=piece.whole, spots=(whole,), label=None, label_spots=())
