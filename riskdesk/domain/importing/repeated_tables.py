"""Tables with the same risks as another one: they are left out, but for what the other one does not tell."""

import re
from collections.abc import Iterator, Sequence

from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.entries.joining import key
from riskdesk.domain.importing.file_part import FilePart
from riskdesk.domain.importing.messages import LeftOut, Question
from riskdesk.domain.importing.tables.regions import HeadedColumn
from riskdesk.domain.importing.tables.roles import Role, Roles, richness
from riskdesk.domain.importing.tables.rows import TableRowKind
from riskdesk.domain.importing.words.fields import LEVELS, MEASURES, TEXTS, Field
from riskdesk.domain.importing.words.vocabulary import plain

# A table repeats another one if so large a share of its risks stands there, too.
_MOST = 0.8
# Other columns that tell the levels of a risk.
_RATED = {Field.PAIR, Field.LEVEL_MARK, Field.SCORE}
# What beside a mitigation is about that, even if another table says so of the risk.
_OF_MEASURES = {Field.OWNER, Field.RESPONSIBLE, Field.ACTION_OWNER, Field.DUE, Field.STATUS, Field.MEASURE_STATUS}
_YEAR = re.compile(r"\b20\d\d\b")
_OF_RISKS = (TableRowKind.RISK, TableRowKind.MORE)


def leave_out_repeated(parts: Sequence[FilePart], roles: Roles, context: ImportContext) -> None:
    """Of several tables with the same risks, such as a summary and a register, let only the richest come in.

    Mitigations or levels that it lacks come in from the others.
    """
    registers = [part for part in parts if roles.role_of(part.region) is Role.REGISTER]
    known_texts: set[str] = set()
    richer: list[FilePart] = []
    for part in sorted(registers, key=_precedence, reverse=True):
        texts = set(part.texts)
        same = _with_texts(texts, richer)
        if len(texts) > 1 and len(texts & known_texts) >= _MOST * len(texts) and not _adds(part, same, roles, context):
            grid = part.region.grid
            place = grid.where(part.region.columns[0].cell)
            question = _question(part)
            if context.ask(Question(question, "which_table", place, grid.table.name, ("yes", "no"), "no")) != "yes":
                roles.demote(part.region, part.table)
        known_texts |= texts
        richer.append(part)
    registers = [part for part in registers if roles.role_of(part.region) is Role.REGISTER]
    for part in parts:
        if roles.role_of(part.region) in (Role.MEASURES, Role.MORE):
            others = _with_texts(set(part.texts), registers)
            of_measures = _OF_MEASURES if roles.role_of(part.region) is Role.MEASURES else set()
            _leave_out(part, _told(others) - of_measures, _link(part, others), context)


def _precedence(part: FilePart) -> tuple[float, int, int]:
    """A sort key: the richest table is the register, else that with the most risks, else that of the last year."""
    years = [int(year) for year in _YEAR.findall(part.region.grid.table.name)]
    return richness(part.region), len(set(part.texts)), max(years, default=0)


def _with_texts(texts: set[str], parts: Sequence[FilePart]) -> list[FilePart]:
    """The parts in which one of the texts stands."""
    return [part for part in parts if not texts.isdisjoint(part.texts)]


def _question(part: FilePart) -> str:
    return f"which_table:{part.table}"


def _adds(part: FilePart, others: Sequence[FilePart], roles: Roles, context: ImportContext) -> bool:
    """Make a table add what the others do not tell of the same risks, if that is mitigations or levels."""
    new = {column.field for column in part.region.columns} - _told(others)
    is_asked = _question(part) in context.answers
    if is_asked or _link(part, others) is None or not new & (LEVELS | MEASURES):
        return False
    roles.demote(part.region, part.table, Role.MEASURES if new & MEASURES else Role.MORE)
    return True


def _told(parts: Sequence[FilePart]) -> set[Field | None]:
    """What parts tell of risks; notes may tell anything."""
    told = {column.field for part in parts for column in part.region.columns} - {Field.NOTE}
    return told | LEVELS if told & _RATED else told


def _link(part: FilePart, others: Sequence[FilePart]) -> HeadedColumn | None:
    """The column with the numbers of the risks, else that with their texts, whichever has something for each risk.

    None if there is none, or no other part has these risks.
    """
    if not others:
        return None
    fields = (Field.ID, Field.DESCRIPTION) if _is_numbered_as(part, others) else (Field.DESCRIPTION,)
    risks = [row.number for row in part.rows if row.kind is TableRowKind.RISK]
    columns = (column for field in fields for column in part.region.of(field)[:1])
    return next((column for column in columns if all(part.region.cell(row, column) for row in risks)), None)


def _is_numbered_as(part: FilePart, others: Sequence[FilePart]) -> bool:
    """Whether a part has numbers of the others, and gives none of them to a risk that has another one there."""
    numbers = {number: text for other in others for number, text in _texts_by_number(other)}
    texts, own = {*numbers.values()} - {""}, dict(_texts_by_number(part))
    is_swapped = any(text in texts and text != numbers.get(number, text) for number, text in own.items())
    return not is_swapped and not numbers.keys().isdisjoint(own)


def _texts_by_number(part: FilePart) -> Iterator[tuple[str, str]]:
    """The numbers of the risks of a part, each with the text of its risk, which may be empty."""
    for row in part.rows:
        number, text = (_text(part, row.number, field) for field in (Field.ID, Field.DESCRIPTION))
        if number:
            yield key(number), plain(text)


def _text(part: FilePart, row: int, field: Field) -> str:
    """The text of a row in the first column of a field; empty if there is none."""
    cells = (part.region.cell(row, column) for column in part.region.of(field))
    cell = next(cells, None)
    return "" if cell is None else cell.text


def _leave_out(part: FilePart, told: set[Field | None], link: HeadedColumn | None, context: ImportContext) -> None:
    """Leave out what others tell of the same risks, and rows that are about none; the rest is linked to these risks."""
    if link is None:
        return
    if link.field is not Field.ID:
        link.field = Field.LINK
        _note_other_numbers(part, link)
    grid, columns = part.region.grid, (column for column in part.region.columns if column is not link)
    left_out = {column.column for column in columns if column.field in told | TEXTS}
    cells = [cell for row in part.rows for cell in row.cells if row.kind not in _OF_RISKS or cell.column in left_out]
    if cells:
        place = grid.place(cells[0].row, cells[0].column, cells[-1].row)
        context.report.left_out.append(LeftOut.of_cells("repeated", place, cells))
        context.ledger.use(part.table, cells)


def _note_other_numbers(part: FilePart, link: HeadedColumn) -> None:
    """Take numbers for notes unless they are those of the risks: each risk has one number, and each number one risk."""
    for column in part.region.of(Field.ID):
        cells = ([part.region.cell(row.number, each) for each in (link, column)] for row in part.rows)
        pairs = {(key(text.text), key(number.text)) for text, number in cells if text and number}
        if not len(pairs) == len({text for text, _ in pairs}) == len({number for _, number in pairs}):
            column.field = Field.NOTE
