"""Reads a register from the table that Riskdesk made of it (`domain/flat.py`), also if others changed it.

Columns are known by their heads, lines by the identities in them; a line without identities is new. If a field cannot
hold a value, the user is warned and the field stays empty.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, TypeAlias

from riskdesk.domain.flat import FLAT, FlatColumn
from riskdesk.domain.folding import fold, fold_line
from riskdesk.domain.formulas import unguarded
from riskdesk.domain.growing import grow
from riskdesk.domain.importing.levels.levels import ladders_of
from riskdesk.domain.importing.messages import LeftOut, Report
from riskdesk.domain.importing.own.own_values import value_of
from riskdesk.domain.importing.remarks import report_additions
from riskdesk.domain.importing.result import Import, TableRole
from riskdesk.domain.importing.tables.roles import Role
from riskdesk.domain.importing.values.dated import fields_in_language
from riskdesk.domain.importing.values.ladder import Ladder
from riskdesk.domain.importing.words.fields import Field as Side
from riskdesk.domain.possible import admitted, is_identity
from riskdesk.domain.records import KINDS, parent_field
from riskdesk.domain.sheets import Cell, FilePlace, Source, Table, TableKind
from riskdesk.domain.values import Category, Entry, Register, Value

Cells: TypeAlias = Mapping[int, Cell]
# So many rows with titles may stand above the table.
_MOST_ABOVE = 20
_IDENTIFIED = {column.kind for column in FLAT if column.field is None} - {"register"}


def is_own(heads: Iterable[str]) -> bool:
    """Whether heads are those of Riskdesk's own table: categories, entries, risks and mitigations have ids."""
    kinds = {column.kind for head in heads if (column := _column_of(head)) is not None and column.field is None}
    return kinds >= _IDENTIFIED


def read(source: Source, register: Register) -> Import | None:
    """The register in the first such table; None if there is none.

    `register` has the values for fields of the register that the table does not give.
    """
    for table in source.tables:
        above = set(sorted({cell.row for cell in table.cells})[:_MOST_ABOVE])
        first: dict[int, list[str]] = {}
        for cell in table.cells:
            if cell.row in above:
                first.setdefault(cell.row, []).append(cell.text)
        head = next((row for row in sorted(first) if is_own(first[row])), None)
        if head is not None:
            rows: dict[int, dict[int, Cell]] = {}
            for cell in table.cells:
                rows.setdefault(cell.row, {})[cell.column] = cell
            return _Reading(table, rows, head).result(source, register)
    return None


@cache
def _by_head() -> Mapping[str, FlatColumn]:
    return {fold_line(text): column for column in FLAT for text in (column.label.en, column.label.fr)}


def _column_of(head: str) -> FlatColumn | None:
    return _by_head().get(fold_line(head))


class _Reading:
    """Reads the lines below the heads of the table."""

    def __init__(self, table: Table, rows: Mapping[int, Cells], head: int) -> None:
        self._table, self._report = table, Report()
        self._heads = {place: cell.text.strip() for place, cell in rows[head].items()}
        self._columns = {place: _column_of(text) for place, text in self._heads.items()}
        # The guards before texts like formulas are gone in text files; a spreadsheet that saved one keeps them.
        bare = (lambda cell: cell) if table.kind is TableKind.LINES else _unguarded
        self._lines = [
            {place: bare(cell) for place, cell in rows[number].items()} for number in sorted(rows) if number > head
        ]
        self._rest = [cell for number in sorted(rows) if number < head for cell in rows[number].values()]
        self._values: dict[str, Value] = {}
        self._places: dict[str, FilePlace] = {}
        self._counts: Counter[tuple[str, type[Value]]] = Counter()
        self._category, self._categories = "", dict[str, str]()
        # Known once the fields of the register are read, which include the scale.
        self._ladders: Mapping[Side, Ladder] = {}

    def result(self, source: Source, register: Register) -> Import:
        report_additions(source, [self._table], self._report)
        self._register = self._read_register(register)
        self._ladders = ladders_of(self._register.scale)
        self._values[self._register.id] = self._register
        for cells in self._lines:
            fields = {kind: dict(self._fields(kind, cells)) for kind in _IDENTIFIED}
            if any(fields.values()):
                self._read_category(fields["category"], cells)
                self._read_items(fields, cells)
            self._rest += [cell for place, cell in cells.items() if self._columns.get(place) is None]
        self._report.left_out += [LeftOut.of_cell("rest", self._table.place_of(cell), cell) for cell in self._rest]
        return Import(
            source.name,
            grow(self._values.values()),
            self._places,
            (TableRole(self._table.place(), Role.OWN, Role.OWN),),
            messages=tuple(self._report.messages),
            questions=tuple(self._report.questions.values()),
            left_out=tuple(self._report.left_out),
            own=True,
        )

    def _read_register(self, register: Register) -> Register:
        """The register with the fields from the first line that has any for it."""
        for cells in self._lines:
            fields = dict(self._fields("register", cells))
            if fields:
                language = fields.get("language", register.language)
                return admitted(replace(register, **{"title": ""} | fields_in_language(fields, language)))
        return register

    def _read_category(self, fields: dict[str, Any], cells: Cells) -> None:
        """Set the category of a line, by its identity or title; without both it is the one before."""
        title = fields.get("title", "")
        known_id = fields.get("id", "") if "id" in fields else self._categories.get(fold(title), "")
        if known_id in self._values:
            self._category = known_id
            value = self._values[known_id]
            if title and isinstance(value, Category) and value.title != title:
                self._rest += self._cells_of("category", "title", cells)
        elif fields or not self._category:
            self._category = self._add(Category, self._register.id, fields)
            self._categories.setdefault(fold(title), self._category)

    def _read_items(self, fields: Mapping[str, dict[str, Any]], cells: Cells) -> None:
        """Add the entry, risk and mitigation of a line."""
        entry = fields["entry"].get("id", "")
        if entry not in self._values and (fields["entry"] or fields["risk"] or fields["mitigation"]):
            entry = self._add(Entry, self._category, fields["entry"])
        for kind in ("risk", "mitigation"):
            if fields[kind]:
                added_id = self._add(KINDS[kind], entry, fields[kind])
                self._places[added_id] = self._table.place(next(iter(cells.values())).row)

    def _add(self, kind: type[Value], parent: str, fields: Mapping[str, Any]) -> str:
        """Add a value as the last of its kind in a parent; it gets a new identity if its own is used already."""
        new_fields = {name: value for name, value in fields.items() if name != "id" or value not in self._values}
        new_fields = fields_in_language(new_fields, self._register.language)
        position = self._counts[parent, kind]
        self._counts[parent, kind] += 1
        new_value = admitted(kind(**new_fields | {str(parent_field(kind)): parent, "position": position}))
        self._values[new_value.id] = new_value
        return new_value.id

    def _fields(self, kind: str, cells: Cells) -> Iterator[tuple[str, Any]]:
        """The fields that a line has for a value of a kind, by name."""
        for place, cell in cells.items():
            column = self._columns.get(place)
            if column is None or column.kind != kind or column.worked_out or not cell.text.strip():
                continue
            value = _identity(cell) if column.field is None else value_of(column.field, cell, self._ladders)
            if value is None:
                self._report.warn("value_not_read", self._table.place_of(cell), cell.text, self._heads[place])
            else:
                yield column.name, value

    def _cells_of(self, kind: str, name: str, cells: Cells) -> Iterator[Cell]:
        for place, cell in cells.items():
            column = self._columns.get(place)
            if column is not None and (column.kind, column.name) == (kind, name):
                yield cell


def _unguarded(cell: Cell) -> Cell:
    text = unguarded(cell.text)
    return cell if text == cell.text else replace(cell, text=text)


def _identity(cell: Cell) -> str | None:
    text = cell.text.strip().lower()
    return text if is_identity(text) else None
