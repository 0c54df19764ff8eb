"""Categories, entries and bullets in clipboard content of other programs.

A table of two columns holds entries: risks on the left, mitigations on the right, unless its heads say otherwise. Rows
of heads are left out. A category is a cell over both columns, or a line of text above the table. Plain text does not
show merged cells, so a row with an empty right cell may be a category or a risk; it is a category only if it is no list
item and no sentence, and
- the risks of all other rows are list items, or
- no cell is merged, such a row comes first, none comes last or after another, and there are at least three rows.

If the heads say that one column holds risks and the other another field of them, such as their owner, the table has to
be imported, as a table of more columns has.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import TypeAlias

from riskdesk.domain.folding import fold
from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import Field
from riskdesk.domain.pasting import counts_on, is_closed, is_signed, lists
from riskdesk.domain.table import PastedCell, PastedPair, PastedRow, PastedTable, WideTable
from riskdesk.domain.tree import Branch, CategoryTree, EntryTree
from riskdesk.domain.values import Category, Entry, Mitigation, Risk
from riskdesk.exchange.html_text import Content

_Sides: TypeAlias = tuple[list[str], list[str]]
Head: TypeAlias = type[Risk] | type[Mitigation]
_LONGEST_TITLE = 160
# The words that heads of columns are made of, in English and French, without accents.
_RISK = re.compile("risks?|risques?|descriptions?")
_MITIGATION = re.compile(
    "(?:mitigat|measure|mesure|action|strateg|response|reponse|countermeasure|treatment|traitement|prevent|attenuat"
    r"|control|plan)\w*"
)
# The fields of an import that are for risks, and those for their mitigations.
_OF_RISKS = {Field.RISK, Field.DESCRIPTION, Field.TITLE}
_OF_MITIGATIONS = {Field.MITIGATION, Field.EXISTING, Field.STRATEGY}
_BRACKETS = re.compile(r"\([^()]*\)")
_COMMON = re.compile(
    "of|the|and|for|to|name|statement|identified|potential|possible|main|key|proposed|planned"
    "|des?|du|la|les?|l|d|et|pour|intitule|nom|identifies?|potentiels?|possibles|principaux|proposees|prevues"
)


def read(content: Content) -> tuple[Branch, ...] | list[str]:
    """Entries and categories if there is a table of two columns, else all text as list items."""
    blocks = [_unnumbered(block) if isinstance(block, PastedTable) else block for block in content.blocks]
    if any(isinstance(block, PastedTable) and len(block.columns) > 1 for block in blocks):
        return tuple(_branches(_rows(blocks), content)) or []
    item_lists = lists([text for block in blocks for text in _texts(block)])
    return [content.inlined(item) for item in chain.from_iterable(item_lists)]


def _unnumbered(table: PastedTable) -> PastedTable:
    """The table without a first column that only numbers its rows."""
    if len(table.columns) != 2:
        return table
    pairs = table.pairs()
    body = pairs[1:] if _head(pairs[0].right) else pairs
    return (
        PastedTable(tuple(PastedRow((PastedCell(pair.right, 0),)) for pair in body))
        if counts_on([p.left for p in body])
        else table
    )


def _texts(block: str | PastedTable) -> list[str]:
    """The texts of a block that is no table of two columns, without its head."""
    texts = [block] if isinstance(block, str) else block.texts
    return texts[1:] if isinstance(block, PastedTable) and texts and _head(texts[0]) else texts


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of pasted content, which becomes an entry, or a category if it is a title."""

    pair: PastedPair
    title: bool = False


def _rows(blocks: Sequence[str | PastedTable]) -> list[_Row]:
    """The rows of all tables, and of the text around them."""
    rows: list[_Row] = []
    for block, following in zip(blocks, (*blocks[1:], ""), strict=True):
        if isinstance(block, PastedTable) and len(block.columns) > 1:
            rows += _rows_of_table(block.pairs())
        else:
            rows += _rows_of_text("\n\n".join(_texts(block)), heads=isinstance(following, PastedTable))
    return rows


def _rows_of_text(text: str, *, heads: bool) -> Iterator[_Row]:
    """Text outside tables: its last line is a title if a table follows, the rest is an entry."""
    before, _, last = text.rpartition("\n")
    title = heads and _may_be_title(last) and not is_closed(last)
    yield _Row(PastedPair(before if title else text))
    if title:
        yield _Row(PastedPair(last), title=True)


def _rows_of_table(pairs: Sequence[PastedPair]) -> list[_Row]:
    body = [pair for pair in pairs if not _heads(pair)]
    if len(body) == len(pairs) and any(map(_tells_more, pairs[:-1])):
        raise WideTable.of(2)
    if any(_heads(pair) == (Mitigation, Risk) for pair in pairs):
        body = [pair if pair.spanning else replace(pair, left=pair.right, right=pair.left) for pair in body]
    alone = [_may_be_title(pair.left) and not pair.right and not is_closed(pair.left) for pair in body]
    divided = _divide(body, alone)
    return [
        _Row(pair, title=(divided and single) or (pair.spanning and _may_be_title(pair.left)))
        for pair, single in zip(body, alone, strict=True)
    ]


def _divide(body: Sequence[PastedPair], alone: Sequence[bool]) -> bool:
    """Whether rows with an empty right cell are titles of categories."""
    signed = [is_signed(pair.left) for pair, single in zip(body, alone, strict=True) if pair.left and not single]
    if signed and all(signed):
        return True
    apart = not any(first and second for first, second in pairwise(alone))
    merged = any(pair.spanning for pair in body)
    return not merged and len(body) > 2 and apart and alone[0] and not alone[-1]


def _heads(pair: PastedPair) -> tuple[Head, Head] | None:
    """What two columns hold according to their heads; None if a row is not one of heads."""
    left, right = _head(pair.left), _head(pair.right)
    return (left, right) if left and right and left is not right else None


def _tells_more(pair: PastedPair) -> bool:
    """Whether a row has the heads of risks and of another field that an import knows."""
    if _heads(pair) or not (heads.is_whole(pair.left) and heads.is_whole(pair.right)):
        return False
    fields = {heads.read(pair.left).field, heads.read(pair.right).field}
    return len(fields) > 1 and bool(fields & _OF_RISKS) and not fields & _OF_MITIGATIONS


def _head(text: str) -> Head | None:
    """The meaning of a head of a column; None if it is not a known head."""
    # Folding endless combining marks takes time that grows with the square of their number.
    if len(text) > _LONGEST_TITLE:
        return None
    words = re.findall(r"\w+", fold(_BRACKETS.sub("", text)))
    if not all(_RISK.fullmatch(word) or _MITIGATION.fullmatch(word) or _COMMON.fullmatch(word) for word in words):
        return None
    if any(_MITIGATION.fullmatch(word) for word in words):
        return Mitigation
    return Risk if any(_RISK.fullmatch(word) for word in words) else None


def _may_be_title(text: str) -> bool:
    line = text.strip()
    return (
        0 < len(line) <= _LONGEST_TITLE
        and "\n" not in line
        and not is_signed(line)
        and not line.endswith((".", ";", ","))
    )


def _branches(rows: Sequence[_Row], content: Content) -> Iterator[Branch]:
    """The entries before the first title, then a category for each title."""
    risks = lists(["" if row.title else row.pair.left for row in rows])
    groups: list[tuple[str, list[_Sides]]] = [("", [])]
    for row, sides in zip(rows, zip(risks, lists([row.pair.right for row in rows]), strict=True), strict=True):
        entries = groups[-1][1]
        if row.title:
            groups.append((content.inlined(row.pair.left), []))
        elif row.pair.joined and entries:
            entries[-1] = (entries[-1][0] + sides[0], entries[-1][1] + sides[1])
        elif any(sides):
            entries.append(sides)
    titled_entries = [
        (title, tuple(_entry(position, sides, content) for position, sides in enumerate(entries)))
        for title, entries in groups
    ]
    yield from titled_entries[0][1]
    yield from (CategoryTree(Category(register="", title=title), entries) for title, entries in titled_entries[1:])


def _entry(position: int, sides: _Sides, content: Content) -> EntryTree:
    risks = [content.parted(item) for item in sides[0]]
    return EntryTree(
        Entry(category="", position=position),
        tuple(Risk(entry="", position=place, description=text, note=note) for place, (text, note) in enumerate(risks)),
        tuple(
            Mitigation(entry="", position=place, description=content.inlined(item))
            for place, item in enumerate(sides[1])
        ),
    )
