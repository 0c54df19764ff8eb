"""Makes a table of the lists below headings of risks and of measures: an entry for each heading of risks.

Where a list has two levels and no heading names measures, the items of the second one are those of the risk above, and
each risk has an entry of its own. In a document that a heading calls a risk register, the other headings above such
lists are categories, too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

from riskdesk.domain.folding import fold
from riskdesk.domain.importing.words import heads, splitting
from riskdesk.domain.importing.words.fields import MEASURES, Field
from riskdesk.domain.importing.words.vocabulary import PLURAL_RISK_WORDS, REGISTER_NAME, words
from riskdesk.domain.label import Label
from riskdesk.domain.pasting import is_signed
from riskdesk.domain.sheets import Block, Cell, FilePlace, Source, Table, TableKind, TextLine

_HEADS = Label("Risk description", "Description du risque"), Label("Mitigation measures", "Mesures d’atténuation")
_FRENCH = frozenset(["risque", "risques", "menace", "menaces"])
_LONGEST = 120
_NOTHING = "–"
# The number before an item of a list, and before a heading.
_NUMBER = re.compile(r"\s*\(?\d{1,3}(?:\.\d{1,3})*[.)]\s+")
_SECTION = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})*[.)]?\s+")


@dataclass
class _Group:
    """Headings with the lines of risks and measures below; `title` is None if the heading only says “Risks”.

    `register` is the heading above that says that they are risks, if their own does not.
    """

    title: TextLine | None
    heads: list[TextLine]
    register: TextLine | None = None
    risks: list[TextLine] = field(default_factory=list)
    measures: list[TextLine] = field(default_factory=list)

    @property
    def lines(self) -> list[TextLine]:
        return [*self.heads, *self.risks, *self.measures]

    @property
    def is_nested(self) -> bool:
        """Whether the list of risks has their measures on its second level."""
        return not self.measures and len({item.depth for item in self.risks}) > 1

    def rows(self) -> Iterator[tuple[list[TextLine], list[TextLine]]]:
        """The lines of risks and of measures of each entry."""
        if not self.is_nested:
            yield self.risks, self.measures
            return
        begins = [place for place, item in enumerate(self.risks) if item.depth <= self.risks[0].depth]
        for begin, end in pairwise([*begins, len(self.risks)]):
            yield [self.risks[begin]], self.risks[begin + 1 : end]


def lists_as_table(source: Source) -> Source:
    """The source with all lists below headings as one table, at the place of their first line."""
    if len(source.blocks) == 1 and isinstance(source.blocks[0], Table):
        return replace(source, blocks=tuple(_of_text(source.blocks[0])))
    groups = _filled(source.blocks)
    used_numbers = {line.number for group in groups for line in group.lines}
    return replace(source, blocks=tuple(_blocks(source.blocks, groups, used_numbers))) if groups else source


def holds(table: Table) -> bool:
    """Whether a text file has lists below headings of risks."""
    return bool(_filled(_lines(table)))


def _of_text(table: Table) -> Iterator[Block]:
    """The table of the lists in a text file, and its other lines."""
    lines = _lines(table)
    groups = _filled(lines)
    used_rows = {line.number for group in groups for line in group.lines}
    if groups:
        yield _table(groups, TableKind.LINES)
        yield from (line for line in lines if line.number not in used_rows)
    else:
        yield table


def _lines(table: Table) -> list[TextLine]:
    """The lines of a text file without columns; none for other tables."""
    is_text = table.kind is TableKind.LINES and all(cell.column == 1 for cell in table.cells)
    return [TextLine(cell.text, cell.row) for cell in table.cells] if is_text else []


def _filled(blocks: Sequence[Block]) -> list[_Group]:
    groups = [group for group in _groups(blocks) if group.risks]
    first = next((place for place, group in enumerate(groups) if group.is_nested), len(groups))
    # A list with one level may be anything, but for one between others that have two.
    return [group for place, group in enumerate(groups) if group.register is None or place >= first]


def _blocks(blocks: Sequence[Block], groups: Sequence[_Group], used_numbers: set[int]) -> Iterator[Block]:
    table: Table | None = _table(groups)
    for block in blocks:
        if not isinstance(block, TextLine) or block.number not in used_numbers:
            yield block
        elif table is not None:
            yield table
            table = None


class _GroupReader:
    """A reader of lines, in their order: it begins a group at each heading of risks, which has the lists below it."""

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        # The list that goes on; None for one of something else.
        self._items: list[TextLine] | None = None
        self._group: _Group | None = None
        # The heading that calls its chapter, or the whole document, a risk register.
        self._register: TextLine | None = None
        self._is_whole = self._has_begun = False

    def read(self, line: TextLine) -> None:
        """Read the next line."""
        self._note_register(line)
        if not line.level and (is_signed(line.text) or _NUMBER.match(line.text)):
            if self._items is not None:
                self._items.append(line)
        elif _is_of_risks(line):
            self._begin(_Group(None if heads.is_whole(_title(line)) else line, [line]))
        elif self._group is not None and _is_of_measures(line):
            self._group.heads.append(line)
            self._items = self._group.measures
        elif line.level and self._register not in (None, line):
            self._begin(_Group(line, [line], self._register))
        elif line.level:
            self._group = self._items = None
        elif self._items and self._group is not None and _begins_other(line, self._group):
            self._items = None

    def _begin(self, group: _Group) -> None:
        self._group, self._items = group, group.risks
        self.groups.append(group)

    def _note_register(self, line: TextLine) -> None:
        """Note a heading of a register, or one that ends its chapter."""
        if line.level and REGISTER_NAME.search(fold(line.text)):
            self._register, self._is_whole = line, not self._has_begun
        elif self._register is not None and not self._is_whole and 0 < line.level <= self._register.level:
            self._register = None
        self._has_begun = True


def _groups(blocks: Sequence[Block]) -> list[_Group]:
    """The headings of risks with the lists below them; a further list belongs to the last heading."""
    reader = _GroupReader()
    for block in blocks:
        if isinstance(block, TextLine) and block.text.strip():
            reader.read(block)
    return reader.groups


def _begins_other(line: TextLine, group: _Group) -> bool:
    """Whether a line heads a list of something else; a real heading holds up to the next heading."""
    is_label = line.text.rstrip().endswith(":") and not group.heads[-1].level
    return is_label and PLURAL_RISK_WORDS.isdisjoint(words(line.text))


def _is_of_risks(line: TextLine) -> bool:
    """Whether a line is a head of risks and nothing else, or a heading such as “Political risks”."""
    title = _title(line)
    if heads.is_whole(title):
        return heads.names_risks(title)
    return bool(line.level) and len(title) <= _LONGEST and not PLURAL_RISK_WORDS.isdisjoint(words(title))


def _is_of_measures(line: TextLine) -> bool:
    title = _title(line)
    return heads.is_whole(title) and heads.read(title, near=False).field in {*MEASURES, Field.STRATEGY}


def _title(line: TextLine) -> str:
    """A heading without its number."""
    match = _SECTION.match(line.text)
    return line.text[match.end() if match else 0 :].strip()


def _text(line: TextLine) -> str:
    """The text of an item, with a bullet instead of its number."""
    match = _NUMBER.match(line.text)
    return f"• {line.text[match.end() :]}" if match else line.text


def _places(line: TextLine, kind: TableKind | None) -> list[FilePlace]:
    """The place of a line, once for each item in it."""
    (split_cell,) = splitting.split_cells([Cell(1, 1, _text(line))])
    return [_place(line, kind)] * len(split_cell.items)


def _place(line: TextLine, kind: TableKind | None) -> FilePlace:
    return FilePlace(kind, 1, row=line.number) if kind else FilePlace(paragraph=line.number)


def _table(groups: Sequence[_Group], kind: TableKind | None = None) -> Table:
    heading = groups[0].register or groups[0].heads[0]
    language = "en" if _FRENCH.isdisjoint(words(heading.text)) else "fr"
    cells = [Cell(1, column, head.text(language)) for column, head in enumerate(_HEADS, 1)]
    places: dict[tuple[int, int], tuple[FilePlace, ...]] = {}

    def add(row: int, column: int, lines: Sequence[TextLine]) -> None:
        cells.append(Cell(row, column, "\n".join(map(_text, lines)) or _NOTHING))
        places[row, column] = tuple(chain.from_iterable(_places(line, kind) for line in lines))

    row = 2
    for group in groups:
        if group.title is not None:
            cells.append(Cell(row, 1, _title(group.title)))
            places[row, 1] = (_place(group.title, kind),)
            row += 1
        for risks, measures in group.rows():
            add(row, 1, risks)
            # Even without measures there is a cell, as a row of one cell would be a category.
            add(row, 2, measures)
            row += 1
    return Table(TableKind.TEXT, 1, cells=tuple(cells), places=places, head=1)
