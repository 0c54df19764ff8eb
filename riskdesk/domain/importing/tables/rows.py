"""Says what each row below a head is: a risk, more of one, a category, or something that is left out."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from riskdesk.domain.importing.tables.regions import Region
from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import LEVELS, MEASURES, TEXTS, Field
from riskdesk.domain.importing.words.row_words import (
    ALLOWED,
    ASKS,
    END,
    FOOT,
    FORMULA,
    NOTE,
    PLACEHOLDER,
    PROMPT,
    TOTAL,
)
from riskdesk.domain.importing.words.vocabulary import KINDS, NOTHING, RESPONSES, is_error, plain, responses, words
from riskdesk.domain.pasting import is_closed, is_signed
from riskdesk.domain.sheets import Cell, TableKind


class TableRowKind(StrEnum):
    """The kinds of rows below a head; those from HELP on are left out, with their values as the reasons."""

    RISK = "risk"
    MORE = "more"
    CATEGORY = "category"
    HELP = "help"
    TOTAL = "total"
    FOOT = "foot"
    PLACEHOLDER = "placeholder"
    TEMPLATE = "template"
    OTHER_KIND = "other_kind"
    REMARK = "remark"
    NO_VALUE = "no_value"


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A row of a region with the cells that begin in it."""

    number: int
    kind: TableRowKind
    cells: tuple[Cell, ...]


_LONGEST_TITLE = 160
_LETTER = re.compile(r"[^\W\d_]")
_HELP_SHARE, _FIRST, _LONGEST_PROMPT = 0.4, 2, 80


def classify(region: Region) -> list[RegionRow]:
    """The rows of a region, each with its kind."""
    return _Classifier(region).rows()


class _Classifier:
    def __init__(self, region: Region) -> None:
        self._region = region
        self._grid = region.grid
        self._texts = {column.column for column in region.of(*TEXTS)}
        self._measures = {column.column for column in region.of(*MEASURES)}
        self._by_column = {column.column: column for column in region.columns}
        self._pair = {column.field for column in region.columns} <= {Field.DESCRIPTION, Field.MITIGATION}
        self._filled: Counter[int] = Counter()
        self._risks, self._ended, self._last = 0, False, region.bottom
        self._titles = self._titles_of_pairs() if self._pair else set()
        self._numbered_rows = dict(self._numbered_titles())
        alone = [row for row in region.rows if len(self._grid.by_row[row]) > 1]
        self._last_full = max(alone, default=0)
        texts = (self._grid.cells.get((row, column)) for row in alone for column in self._texts)
        are_bold = any(cell.bold for cell in texts if cell is not None)
        # Bold texts are titles only if the first row is one: a single risk may be bold because it is important.
        self._has_bold_titles = not are_bold and self._begins_bold()

    def rows(self) -> list[RegionRow]:
        return [self._row(number, place) for place, number in enumerate(self._region.rows)]

    def _row(self, number: int, place: int) -> RegionRow:
        cells = self._numbered_rows.get(number) or tuple(self._grid.by_row[number])
        kind = TableRowKind.CATEGORY if number in self._numbered_rows else self._kind(number, place, cells)
        if kind is TableRowKind.RISK:
            self._risks += 1
            self._filled.update(cell.column for cell in cells)
        if kind in (TableRowKind.FOOT, TableRowKind.TOTAL):
            self._ended = True
        elif kind is TableRowKind.RISK:
            self._ended = False
        self._last = number
        return RegionRow(number, kind, cells)

    def _kind(self, number: int, place: int, cells: tuple[Cell, ...]) -> TableRowKind:
        texts = [plain(cell.text) for cell in cells]
        if all(is_error(cell.text) for cell in cells):
            return TableRowKind.NO_VALUE
        if len(cells) > 1 and all(any(paragraph.sign for paragraph in cell.paragraphs) for cell in cells):
            # Totals, prompts and signatures are never items of lists.
            return self._full(number, cells)
        wide = cells[0].width >= len(self._region.columns)
        if len(cells) == 1 and cells[0].bold and wide and texts[0] not in NOTHING:
            return TableRowKind.CATEGORY
        if self._is_total(cells, texts):
            return TableRowKind.TOTAL
        if place < _FIRST and not self._risks and self._is_help(cells, number):
            return TableRowKind.HELP
        if self._is_foot(cells, texts, number):
            return TableRowKind.FOOT
        if len(cells) == 1:
            return self._alone(number, cells[0], texts[0])
        return self._full(number, cells)

    def _full(self, number: int, cells: tuple[Cell, ...]) -> TableRowKind:
        """The kind of a row with several cells."""
        kinds = [plain(cell.text) for cell in cells if self._field(cell) is Field.KIND]
        if kinds and kinds[0] not in KINDS["risk"] and (kinds[0] in KINDS["other"] or kinds[0] not in NOTHING):
            return TableRowKind.OTHER_KIND
        own = [cell for cell in cells if cell.column in self._texts and plain(cell.text) not in NOTHING]
        if own:
            if all(PLACEHOLDER.match(cell.text) for cell in own):
                return TableRowKind.PLACEHOLDER
            if len({plain(cell.text) for cell in cells}) == 1 and len(own[0].text) <= _LONGEST_TITLE:
                return TableRowKind.CATEGORY
            if self._after_gap(number) and not self._fits(cells):
                return TableRowKind.FOOT if self._ended else TableRowKind.REMARK
            return TableRowKind.RISK
        return self._without_text(number, cells)

    def _without_text(self, number: int, cells: tuple[Cell, ...]) -> TableRowKind:
        """The kind of a row without a text of a risk."""
        if all(self._is_prepared(cell) for cell in cells):
            return TableRowKind.TEMPLATE
        if self._is_reached(number, self._texts):
            return TableRowKind.MORE
        measures = any(cell.column in self._measures and plain(cell.text) not in NOTHING for cell in cells)
        return TableRowKind.MORE if measures and self._risks and not self._after_gap(number) else TableRowKind.REMARK

    def _alone(self, number: int, cell: Cell, text: str) -> TableRowKind:
        """The kind of a row with one cell: a category, a risk without details, more of a risk, or a remark."""
        if PLACEHOLDER.match(cell.text):
            return TableRowKind.PLACEHOLDER
        if cell.formula or self._is_prepared(cell):
            return TableRowKind.TEMPLATE
        if END.match(text) or NOTE.match(text) or text in NOTHING or cell.text.strip().startswith("("):
            return TableRowKind.REMARK
        if cell.column in self._measures and self._is_reached(number, self._texts):
            return TableRowKind.MORE
        return self._title_or_text(number, cell)

    def _title_or_text(self, number: int, cell: Cell) -> TableRowKind:
        follows = number < self._last_full
        wide = cell.width > 1 and 2 * cell.width >= len(self._region.columns)
        apart = wide or not (self._pair or cell.column in self._texts | self._measures)
        apart = apart or (cell.bold and cell.column in self._texts and self._has_bold_titles)
        if number in self._titles or (self._may_be_title(cell) and follows and apart):
            return TableRowKind.CATEGORY
        if cell.column in self._texts and not wide and (follows or not self._after_gap(number)):
            others = self._by_column.keys() - self._texts
            bare = self._pair or len(words(cell.text)) > 2 or self._is_reached(number, others)
            return TableRowKind.RISK if bare else TableRowKind.REMARK
        goes_on = cell.column in self._measures and self._risks and not self._after_gap(number)
        return TableRowKind.MORE if goes_on else TableRowKind.REMARK

    def _begins_bold(self) -> bool:
        """Whether the first row is a text in bold and nothing else."""
        first = [cell for row in self._region.rows[:1] for cell in self._grid.by_row[row]]
        return len(first) == 1 and first[0].bold and first[0].column in self._texts

    def _is_reached(self, number: int, places: Collection[int]) -> bool:
        """Whether a cell from a row above is merged into this row, in one of those columns."""
        return any((cell := self._grid.at(number, column)) is not None and cell.row < number for column in places)

    def _numbered_titles(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Rows with only a number and a title, if the next number begins with that one, such as 1.1; title first."""
        ids = {column.column for column in self._region.of(Field.ID)}
        for row, below in pairwise(self._region.rows):
            cells, next_one = self._grid.by_row[row], self._grid.by_row[below]
            if len(cells) != 2 or len(next_one) < 3 or cells[0].column not in ids or next_one[0].column not in ids:
                continue
            begin = cells[0].text.strip().rstrip(".")
            if next_one[0].text.startswith((f"{begin}.", f"{begin}-")) and cells[1].column in self._texts:
                yield row, (cells[1], cells[0])

    def _titles_of_pairs(self) -> set[int]:
        """The rows that are titles in a table of two columns: nothing on the right, though cells may not be merged."""
        body = [(row, self._grid.by_row[row]) for row in self._region.rows]
        alone = [len(cells) == 1 and self._may_be_title(cells[0]) and not is_closed(cells[0].text) for _, cells in body]
        alone = [
            single and not self._is_reached(row, set(self._by_column))
            for single, (row, _) in zip(alone, body, strict=True)
        ]
        wide = {row for single, (row, cells) in zip(alone, body, strict=True) if single and cells[0].width > 1}
        single = {row for flag, (row, _) in zip(alone, body, strict=True) if flag}
        others = [cells[0] for row, cells in body if row not in single]
        signed = bool(others) and all(is_signed(cell.text) or any(p.sign for p in cell.paragraphs) for cell in others)
        apart = not any(first and second for first, second in pairwise(alone))
        regular = len(body) > 2 and apart and alone[0] and not alone[-1] and not wide
        return single if signed or regular else wide

    def _may_be_title(self, cell: Cell) -> bool:
        text = cell.text.strip()
        return (
            0 < len(text) <= _LONGEST_TITLE and "\n" not in text and not is_signed(text)
            and not text.endswith((";", ","))
            and not heads.is_numbered(text)
        )  # fmt: skip

    def _is_total(self, cells: Sequence[Cell], texts: Sequence[str]) -> bool:
        rest = [
            cell for cell in cells[1:] if cell.formula or isinstance(cell.value, int | float) or cell.text[:1].isdigit()
        ]
        first = (
            bool(TOTAL.match(texts[0])) and len(rest) * 2 >= len(cells) - 1 and (len(cells) > 1 or len(texts[0]) < 30)
        )
        # A total has no measures.
        first = first and not any(cell.column in self._measures and _LETTER.search(cell.text) for cell in cells[1:])
        worked = all(cell.formula for cell in cells) and any(FORMULA.match(cell.formula) for cell in cells)
        return first or worked

    def _is_help(self, cells: Sequence[Cell], number: int) -> bool:
        hidden = number in self._grid.table.hidden_rows
        short = [cell for cell in cells if len(cell.text) <= _LONGEST_PROMPT]
        prompts = sum(bool(PROMPT.search(_asking(cell))) for cell in short)
        coded = [cell for cell in short if self._field(cell) in _CODED]
        allowed = sum(bool(ALLOWED.match(cell.text.strip())) and not _is_code(cell.text) for cell in coded)
        text = any(cell.column in self._texts and plain(cell.text) not in NOTHING for cell in cells)
        if allowed >= 2 and not text:
            return True
        asking_cells = [cell for cell in short if cell.column in self._texts and ASKS.search(_asking(cell))]
        if text and not asking_cells:
            return False
        share = prompts / len(cells)
        return len(cells) > 1 and (share >= _HELP_SHARE or (hidden and prompts > 0 and share >= _HELP_SHARE / 2))

    def _is_foot(self, cells: Sequence[Cell], texts: Sequence[str], number: int) -> bool:
        if (
            any(self._field(cell) in LEVELS or self._field(cell) is Field.LEVEL_MARK for cell in cells)
            or not self._risks
        ):
            return False
        signed = any(FOOT.search(text) for text in texts[:1]) or sum(bool(FOOT.search(text)) for text in texts) >= 2
        return (signed and not self._fits(cells)) or (self._ended and self._after_gap(number) and not self._fits(cells))

    def _is_prepared(self, cell: Cell) -> bool:
        """Whether a cell belongs to a row that is prepared but not filled in: a number, a formula, a word of a list."""
        field = self._field(cell)
        word = field is Field.RESPONSE and plain(cell.text) in RESPONSES
        listed = any(plain(choice) == plain(cell.text) for choice in cell.choices)
        number = field in (Field.ID, Field.SCORE, None) and heads.is_numbered(cell.text)
        return bool(cell.formula) or word or number or listed or plain(cell.text) in NOTHING or field is Field.SCORE

    def _after_gap(self, number: int) -> bool:
        # In text files, rows are lines, and a cell may cover several.
        return (
            self._grid.table.kind not in (TableKind.LINES, TableKind.TEXT)
            and number > self._last + 1
            and self._last > self._region.bottom
        )

    def _fits(self, cells: Sequence[Cell]) -> bool:
        """Whether a row fills at least half of the columns that the risks before it fill."""
        usual = {column for column, count in self._filled.items() if count > 0.6 * self._risks} - self._texts
        here = {cell.column for cell in cells}
        return not self._risks or 2 * len(usual & here) >= len(usual) > 0

    def _field(self, cell: Cell) -> Field | None:
        column = self._by_column.get(cell.column)
        return column.field if column is not None else None


_CODED = (*LEVELS, Field.KIND, Field.STATUS, Field.RESPONSE, Field.SCORE, Field.MEASURE_STATUS)


def _is_code(text: str) -> bool:
    """Whether a text with a slash is a value, such as 3/4 or Transfer/Share, and no list of allowed values."""
    return bool(re.fullmatch(r"\s*\d+\s*/\s*\d+\s*", text)) or len(responses(text)) == 1


def _asking(cell: Cell) -> str:
    """The plain text of a possible prompt, with its question mark."""
    return plain(cell.text) + ("?" if "?" in cell.text[-2:] else "")
