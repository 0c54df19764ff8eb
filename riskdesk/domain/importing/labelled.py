"""Risks without a table: a line that names each, and lines below it such as “Likelihood: high”.

They become a table whose rows are called by the paragraph where the risk begins, and go the way of all tables.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from riskdesk.domain.importing import heads
from riskdesk.domain.importing.fields import MEASURES, SIDES, Field
from riskdesk.domain.pasting import is_signed
from riskdesk.domain.sheets import Cell, Line, Source, Table, TableKind

_LABEL = re.compile(r"^\W*([^\W\d_][^:\n]{0,40}?)\s*:\s*(.*)$", re.DOTALL)
_TITLED = re.compile(
    r"^\W*(?:(?:risk|risque)\s*(?:no\.?|n°)?\s*\d*\s*[:.–-]\s*)?([^:\n]{3,60}):\s+(\S.{15,})$", re.IGNORECASE
)
_NUMBERED = re.compile(r"^\W*(?:risk|risque)\s*(?:no\.?|n°)?\s*(\d+)\s*[:.–-]\s*", re.IGNORECASE)
_FEWEST = 2
_CATEGORY, _ID, _TITLE, _TEXT = "Category", "ID", "Title", "Description"


@dataclass
class _Record:
    """A risk while its lines are read; `last` is the label whose text may go on in the next lines."""

    line: Line
    values: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    last: str = ""


def with_records(source: Source) -> Source:
    """The source with a table of its labelled lines in their place, if it has enough of them."""
    lines = [block for block in source.blocks if isinstance(block, Line)]
    records = list(_records(lines))
    if len(records) < _FEWEST:
        return source
    used = [line for record in records for line in record.lines]
    blocks = tuple(block for block in source.blocks if not any(block is line for line in used))
    return replace(source, blocks=(*blocks, _table(records)))


def _records(lines: Sequence[Line]) -> Iterator[_Record]:
    record: _Record | None = None
    waiting: list[Line] = []
    category: Line | None = None
    for line in lines:
        label = _label(line)
        if label is not None and waiting:
            if record is not None and _is_whole(record):
                yield record
            category = next((it for it in reversed(waiting[:-1]) if _is_title(it)), category)
            record = _begun(waiting[-1], category)
            waiting = []
        if label is not None and record is not None:
            name, text = label
            record.values[name] = text
            record.lines.append(line)
            record.last = "" if text else name
        elif record is not None and _goes_on(record, line):
            record.values[record.last] = f"{record.values[record.last]}\n{line.text}".strip()
            record.lines.append(line)
        else:
            waiting.append(line)
    if record is not None and _is_whole(record):
        yield record


def _goes_on(record: _Record, line: Line) -> bool:
    """Whether a line belongs to a label that has nothing behind it: its first line, and all items of a list."""
    if not record.last or line.level or _is_title(line):
        return False
    return is_signed(line.text) or not record.values[record.last]


def _begun(line: Line, category: Line | None) -> _Record:
    record = _Record(line, lines=[line])
    number = _NUMBERED.match(line.text)
    titled = _TITLED.match(line.text)
    if category is not None:
        record.values[_CATEGORY] = category.text.strip(" :")
        record.lines.append(category)
    if number is not None:
        record.values[_ID] = number[1]
    text = line.text[number.end() :] if number is not None else line.text
    if titled is not None:
        record.values[_TITLE], text = titled[1].strip(), titled[2]
    record.values[_TEXT] = text.strip()
    return record


def _label(line: Line) -> tuple[str, str] | None:
    """The head and the text of a line that has a head; None if it has none."""
    match = None if line.level and line.level < _BOLD else _LABEL.match(line.text)
    if match is None:
        return None
    head = heads.read(match[1])
    told = head.sure >= 2 and head.field in _LABELLED and not _NUMBERED.match(line.text)
    return (match[1].strip(), match[2].strip()) if told else None


def _is_title(line: Line) -> bool:
    return bool(line.level) or line.text.rstrip().endswith(":")


def _is_whole(record: _Record) -> bool:
    """Whether a record says as much of a risk as a row of a register would."""
    fields = {heads.read(name).field for name in record.values}
    return bool(fields & {*SIDES, *MEASURES}) and len(record.values) > _FEWEST


def _table(records: Sequence[_Record]) -> Table:
    names = list(dict.fromkeys(name for record in records for name in record.values))
    places = {name: place for place, name in enumerate(names, 1)}
    cells = [Cell(0, place, name) for name, place in places.items()]
    for record in records:
        told = sorted(record.values.items(), key=lambda item: places[item[0]])
        cells += [Cell(record.line.number, places[name], text) for name, text in told if text]
    return Table(TableKind.TEXT, 1, cells=tuple(cells))


_BOLD = 9
_LABELLED = {*Field} - {Field.RISK, Field.TITLE, Field.DESCRIPTION, Field.ID, Field.NOTE}
