"""Tables as JSON, for passing them from the process that reads files to the program: the result is only data."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from riskdesk.domain.sheets import Block, Cell, FilePlace, Paragraph, Plain, Remark, Source, Table, TableKind, TextLine

_DEFAULTS = {field.name: field.default for field in fields(Cell)}


def written(source: Source) -> bytes:
    """A source as JSON."""
    content = {
        "name": source.name,
        "remarks": [[remark.kind, remark.text, _place(remark.place), remark.guess] for remark in source.remarks],
        "blocks": [_block(block) for block in source.blocks],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def read(data: bytes) -> Source:
    """The source from the output of `written`; ValueError, KeyError or TypeError if it is none."""
    content = json.loads(data)
    return Source(
        tuple(_read_block(block) for block in content["blocks"]),
        tuple(
            Remark(str(kind), str(text), _read_place(place), str(guess))
            for kind, text, place, guess in content["remarks"]
        ),
        str(content["name"]),
    )


def _block(block: Block) -> list[Any]:
    return _table(block) if isinstance(block, Table) else [block.text, block.number, block.level, block.depth]


def _table(table: Table) -> list[Any]:
    return [
        table.kind.value,
        table.number,
        table.name,
        table.hidden,
        sorted(table.hidden_rows),
        sorted(table.hidden_columns),
        [_cell(cell) for cell in table.cells],
    ]


def _cell(cell: Cell) -> list[Any]:
    more: dict[str, Any] = {}
    for name, default in _DEFAULTS.items():
        value = getattr(cell, name)
        if name not in ("row", "column", "text") and value != default:
            more[name] = _plain(name, value)
    return [cell.row, cell.column, cell.text, more] if more else [cell.row, cell.column, cell.text]


def _plain(name: str, value: Any) -> Any:
    if name == "paragraphs":
        return [[paragraph.text, paragraph.sign] for paragraph in value]
    if name == "tables":
        return [_table(table) for table in value]
    return {"day": value.isoformat()} if isinstance(value, datetime.date) else value


def _place(place: FilePlace) -> list[Any]:
    kind = place.kind.value if place.kind else None
    return [kind, place.table, place.name, place.row, place.column, place.last_row, place.paragraph]


def _read_place(record: list[Any]) -> FilePlace:
    return FilePlace(TableKind(record[0]) if record[0] else None, *record[1:])


def _read_block(record: list[Any]) -> Block:
    return _read_table(record) if len(record) > 4 else TextLine(*record)


def _read_table(record: list[Any]) -> Table:
    kind, number, name, hidden, rows, columns, cells = record
    return Table(
        TableKind(kind),
        number,
        name,
        tuple(_read_cell(*cell) for cell in cells),
        hidden=hidden,
        hidden_rows=frozenset(rows),
        hidden_columns=frozenset(columns),
    )


def _read_cell(row: int, column: int, text: str, more: Mapping[str, Any] | None = None) -> Cell:
    if not more:
        return Cell(row, column, text)
    record = dict(more)
    record["value"] = _read_value(record.get("value"))
    record["choices"] = tuple(record.get("choices", ()))
    record["paragraphs"] = tuple(Paragraph(*paragraph) for paragraph in record.get("paragraphs", ()))
    record["tables"] = tuple(_read_table(table) for table in record.get("tables", ()))
    return Cell(row, column, text, **record)


def _read_value(value: Any) -> Plain:
    if isinstance(value, dict):
        return datetime.date.fromisoformat(value["day"])
    return value if isinstance(value, bool | int | float) else None
