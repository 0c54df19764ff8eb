"""Makes tables of cards: a row of heads, and a row for each card; each cell knows its place in the file."""

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from riskdesk.domain.importing.cards import cards
from riskdesk.domain.importing.cards.card import Card, CardItem
from riskdesk.domain.importing.tables import labelled_texts
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.tables.labelled_texts import Piece, Spot
from riskdesk.domain.importing.tables.regions import has_heads, regions
from riskdesk.domain.importing.words.fields import MEASURES, SIDES, TEXTS, Field
from riskdesk.domain.importing.words.heads import Head
from riskdesk.domain.sheets import Block, Cell, FilePlace, Source, Table, TableKind, TextLine

_LONGEST, _FEWEST = 60, 2
# Cards are looked for in no more cells or paragraphs than three thousand cards of ten lines have.
MOST = 30_000
_TELLING = {*TEXTS, *SIDES, *MEASURES}
# The key of a label, and its number among the labels of a card with that key.
_Key = tuple[str, int]
# A cell with its places in the file.
_Placed = tuple[Cell, tuple[FilePlace, ...]]


def cards_as_tables(source: Source, fewest: int = _FEWEST) -> Source:
    """The source with cards as tables, if a sheet or document has at least `fewest` of them.

    A document with a table of risks keeps its cards as they are.
    """
    whole = source
    if all(table.kind is TableKind.TABLE for table in source.tables):
        whole = _of_document(source, fewest)
    if whole is not source:
        return whole
    blocks = (_of_table(block, fewest) if isinstance(block, Table) else block for block in source.blocks)
    return replace(source, blocks=tuple(blocks))


def _of_document(source: Source, fewest: int) -> Source:
    if sum(len(block.cells) if isinstance(block, Table) else 1 for block in source.blocks) > MOST:
        return source
    risk_cards = cards.find_cards(labelled_texts.with_real_labels(_of_blocks(source.blocks)))
    order = {_key(block): at for at, block in enumerate(source.blocks)}
    risk_cards.sort(key=lambda card: min((order[_key(place)], place.row, place.column) for place in _places(card)))
    used_places = _used_places(risk_cards)
    used_keys = set(map(_key, used_places))
    tables = [table for table in source.tables if _key(table) in used_keys]
    others = (Grid(table) for table in source.tables if _key(table) not in used_keys)
    if (
        len(risk_cards) < fewest
        or any(map(has_heads, others))
        or any(cards.are_rows(table, risk_cards) for table in tables)
    ):
        return source
    card_table = _table(Table(TableKind.TEXT, 1), risk_cards, [_rest(table, used_places) for table in tables])
    if card_table is None:
        return source
    return replace(source, blocks=tuple(_blocks(source.blocks, card_table, used_keys)))


def holds(table: Table) -> bool:
    """Whether a table has risks on cards."""
    return bool(_of_table(table, 1).places)


def _key(block_or_place: Block | FilePlace) -> tuple[TableKind | None, int]:
    """A key of a block: for a table its kind and number, for a line the number of its paragraph."""
    if isinstance(block_or_place, TextLine):
        return TableKind.TEXT, block_or_place.number
    if isinstance(block_or_place, Table):
        return block_or_place.kind, block_or_place.number
    return block_or_place.kind, block_or_place.row if block_or_place.kind is TableKind.TEXT else block_or_place.table


def _of_blocks(blocks: Sequence[Block]) -> Iterator[Piece]:
    """The pieces of a document: those of paragraphs and of tables with cards, in order."""
    lines: list[TextLine] = []
    for block in blocks:
        if isinstance(block, TextLine):
            lines.append(block)
            continue
        yield from labelled_texts.of_lines(lines)
        if _may_hold(block, 1) and (_may_hold(block, _FEWEST) or not _texts_beside(block)):
            for among in _bands(block):
                yield from labelled_texts.of_table(block, among)
        lines = []
    yield from labelled_texts.of_lines(lines)


def _blocks(
    blocks: Iterable[Block], card_table: Table, used_keys: Collection[tuple[TableKind | None, int]]
) -> Iterator[Block]:
    """The blocks with the table of cards in place of those that it was made of."""
    waiting: Table | None = card_table
    for block in blocks:
        if _key(block) not in used_keys:
            yield block
        elif waiting is not None:
            yield waiting
            waiting = None


def _of_table(table: Table, fewest: int) -> Table:
    if len(table.cells) > MOST or not _may_hold(table, fewest):
        return table
    table_pieces = chain.from_iterable(labelled_texts.of_table(table, among) for among in _bands(table))
    risk_cards = sorted(
        cards.find_cards(labelled_texts.with_real_labels(table_pieces)),
        key=lambda card: min((place.row, place.column) for place in _places(card)),
    )
    if len(risk_cards) < fewest or cards.are_rows(table, risk_cards):
        return table
    return _table(table, risk_cards, [_rest(table, _used_places(risk_cards))]) or table


def _may_hold(table: Table, fewest: int) -> bool:
    """Whether a table may hold cards: labels of risks stand one below another often enough; quick to find."""
    counts: Counter[tuple[int, str]] = Counter()
    for cell in table.cells:
        for text in labelled_texts.labelled_sentences(cell.text) or [cell.text]:
            name, colon, _ = text[: _LONGEST + 1].partition(":")
            if colon or len(text) <= _LONGEST:
                counts[cell.column, name.rstrip("0123456789 °º.#")] += 1
    fields_by_column: defaultdict[int, set[Field | None]] = defaultdict(set)
    for (column, name), count in counts.items():
        label = labelled_texts.label_of(name) if count >= fewest else None
        if label is not None and label.is_known and label.head.field in _TELLING:
            fields_by_column[column].add(label.head.field)
    return any(len(fields) > 1 for fields in fields_by_column.values())


def _bands(table: Table) -> Iterator[Container[int]]:
    """The columns of each card, if cards stand side by side; they may share the labels in the first column."""
    text_columns = _texts_beside(table)
    if text_columns:
        first = min(cell.column for cell in table.cells)
        yield from ((first, column) for column in text_columns)
        return
    columns: defaultdict[str, list[int]] = defaultdict(list)
    for piece in _texts(table):
        assert piece.label is not None, "it has one"
        columns[piece.label.key].append((piece.label_spots or piece.spots)[0].cell.column)
    starts = sorted(set(max(columns.values(), key=len, default=())))[1:]
    yield from map(range, [1, *starts], [*starts, labelled_texts.FAR])


def _texts_beside(table: Table) -> list[int]:
    """The columns with a risk each, if several stand beside one label, as in tables on their side."""
    columns: set[int] = set()
    for piece in _texts(table):
        cells = [
            spot.cell for spot in piece.spots if not spot.cell.blank and not labelled_texts.number_of(spot.cell.text)
        ]
        if piece.apart and len(cells) > 1:
            columns |= {cell.column for cell in cells}
    return sorted(columns)


def _texts(table: Table) -> Iterator[Piece]:
    """The pieces that are surely the text of a risk."""
    for piece in labelled_texts.of_table(table):
        if piece.label is not None and piece.label.is_known and piece.label.head.field in TEXTS:
            yield piece


def _used_places(risk_cards: Iterable[Card]) -> set[FilePlace]:
    return {place for card in risk_cards for place in _places(card)}


def _places(card: Card) -> set[FilePlace]:
    return {spot.place for piece in card.pieces for spot in (*piece.spots, *piece.label_spots)}


def _rest(table: Table, used_places: set[FilePlace]) -> list[Spot]:
    """The cells of a table that are on no card."""
    spots = (Spot(cell, table.place_of(cell)) for cell in table.cells)
    return [spot for spot in spots if spot.place not in used_places]


def _table(table: Table, risk_cards: Sequence[Card], rest: Iterable[Sequence[Spot]]) -> Table | None:
    """A table of cards, with all other cells above and below it; None if it could not be read as one."""
    if not risk_cards:
        return None
    above, below = _divide(list(rest), min(place.row for place in _used_places(risk_cards)))
    head = max((spot.cell.row + spot.cell.height for spot in above), default=0) + 1
    card_items = _items_by_column(risk_cards)
    columns = {key: at for at, key in enumerate(dict.fromkeys(chain(*card_items)), 1)}
    cells: list[_Placed] = [(spot.cell, (spot.place,)) for spot in above]
    for key, column in columns.items():
        items = [card[key] for card in card_items if key in card]
        labels = dict.fromkeys(spot for item in items for spot in item.label_spots)
        cells.append(_cell(head, column, items[0].label.name, list(labels)))
    for row, card in enumerate(card_items, head + 1):
        row_items = sorted((columns[key], item) for key, item in card.items() if item.spots)
        cells += [_cell(row, column, item.text, item.spots) for column, item in row_items]
    end = head + len(risk_cards) + 2
    cells += [_move(spot, end + at, len(columns) + 2) for at, spot in enumerate(below)]
    hidden = {
        row for row, card in enumerate(risk_cards, head + 1) if all(_is_hidden(place, table) for place in _places(card))
    }
    card_table = replace(
        table,
        cells=tuple(cell for cell, _ in cells),
        hidden_rows=frozenset(hidden),
        hidden_columns=frozenset(),
        places={(cell.row, cell.column): places for cell, places in cells}
        | dict(_row_places(risk_cards, cells, head + 1)),
        head=head,
    )
    return card_table if any(region.top == region.bottom == head for region in regions(Grid(card_table))) else None


def _row_places(
    risk_cards: Sequence[Card], cells: Sequence[_Placed], first: int
) -> Iterator[tuple[tuple[int, int], tuple[FilePlace, ...]]]:
    """The rows of the file that each card covers, as the place of its row; none for cards side by side."""
    by_row: dict[int, FilePlace] = {}
    for cell, places in cells:
        if places:
            by_row.setdefault(cell.row, places[0])
    for row, card in enumerate(risk_cards, first):
        place = by_row[row]
        end = max(other.row for other in _places(card) if (other.kind, other.table) == (place.kind, place.table))
        neighbours = (
            by_row[other_row] for other_row in (row - 1, row + 1) if first <= other_row < first + len(risk_cards)
        )
        if not any(
            (other.kind, other.table) == (place.kind, place.table) and place.row <= other.row <= end
            for other in neighbours
        ):
            yield (row, 0), (replace(place, last_row=end),)


def _divide(rest: Sequence[Sequence[Spot]], first: int) -> tuple[list[Spot], list[Spot]]:
    """Cells to put above the cards, as they stand there or may be a list of levels, and cells to put below."""
    above, below, top = [], [], 0
    for spots in rest:
        counts = Counter(spot.cell.row for spot in spots)
        for spot in spots:
            if spot.cell.row < first or counts[spot.cell.row] > 1:
                above.append(Spot(replace(spot.cell, row=top + spot.cell.row), spot.place))
            else:
                below.append(spot)
        top = max((spot.cell.row for spot in above), default=top) + 1
    return above, below


def _items_by_column(risk_cards: Iterable[Card]) -> list[dict[_Key, CardItem]]:
    """The items of each card by columns; labels with the same meaning share one, unless a card has both."""
    counted_items = [list(_counted(card)) for card in risk_cards]
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for card in counted_items:
        for (key, _), _item in card:
            beside[key] |= {other for (other, _), _ in card}
    first: dict[tuple[Head, int], list[str]] = defaultdict(list)
    same: dict[str, str] = {}
    for card in counted_items:
        for (key, number), item in card:
            alike = first[item.label.head, number] if item.field not in (None, Field.NOTE) else []
            if key not in same:
                same[key] = next((other for other in alike if other not in beside[key]), key)
                alike.append(key)
    return [{(same[key], number): item for (key, number), item in card} for card in counted_items]


def _counted(card: Card) -> Iterator[tuple[_Key, CardItem]]:
    counts: Counter[str] = Counter()
    for item in card.items:
        counts[item.label.key] += 1
        yield (item.label.key, counts[item.label.key]), item


def _cell(row: int, column: int, text: str, spots: Sequence[Spot]) -> _Placed:
    """A cell with a text from some places in the file, and with the comments, notes and inner tables from there.

    If a single cell of the file has just that text, all its other properties are kept.
    """
    cell = Cell(row, column, text)
    if len(spots) == 1 and spots[0].cell.text == text:
        cell = replace(spots[0].cell, row=row, column=column, height=1, width=1)
    comments = dict.fromkeys(spot.cell.comment for spot in spots if spot.cell.comment)
    notes = "\n".join(dict.fromkeys(spot.cell.note for spot in spots if spot.cell.note))
    tables = tuple(table for spot in spots for table in spot.cell.tables)
    cell = replace(cell, comment="\n".join(comments), note=notes, tables=tables)
    return cell, tuple(spot.place for spot in spots)


def _move(spot: Spot, row: int, column: int) -> _Placed:
    return replace(spot.cell, row=row, column=column, height=1, width=1), (spot.place,)


def _is_hidden(place: FilePlace, table: Table) -> bool:
    return place.row in table.hidden_rows or place.column in table.hidden_columns
