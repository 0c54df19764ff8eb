"""Mappings as plain JSON: what tables, columns and levels mean, as found by an import or changed by a user.

`{"tables": [{"table": 1, "role": "register", "columns": {"C": "likelihood"}}], "shapes": {head: {"C": …}},
"levels": {"likelihood": ["Low", "Medium", "High"]}}`; columns are named as spreadsheets name them. A table may be left
out, and so may each part of it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.levels.levels import LadderChoice
from riskdesk.domain.importing.result import ColumnRead, RegionRead
from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.tables.roles import Role
from riskdesk.domain.importing.values.ladder import Evidence, Ladder, LadderLevel, read_level
from riskdesk.domain.importing.words.fields import LEVELS, RESIDUAL, Field
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.sheets import letters

# The number of values of a column that a user is shown.
_FIRST = 3
# A risk has each of these once; several columns of any other field are joined.
_ONCE = frozenset(
    [
        Field.ID, Field.TITLE, Field.DESCRIPTION, Field.OWNER, Field.STATUS, Field.RESPONSE, Field.IDENTIFIED_ON,
        Field.LAST_REVIEW, Field.NEXT_REVIEW, Field.ESCALATED_TO, Field.ACTION_OWNER, Field.DUE, Field.MEASURE_STATUS,
        *LEVELS,
    ]
)  # fmt: skip


def require_mapping(json: object) -> None:
    """Raise InputProblem if JSON is no mapping: it is no object, or a part of it has another form."""
    if not isinstance(json, dict):
        raise InputProblem(_NO_MAPPING, name="mapping")
    for name, has_form in _FORMS.items():
        if name in json and not has_form(json[name]):
            raise InputProblem(_NO_MAPPING, name=name)


def apply_mapping(region: Region, mapping: Mapping[str, Any]) -> None:
    """Give the columns of a region the fields that a mapping names; InputProblem if there is no such field.

    Of several columns of a field that a risk has once, the first that the mapping names counts; others go to the note.
    """
    field_names = _columns(region, mapping)
    named_columns: list[HeadedColumn] = []
    for column in region.columns:
        name = field_names.get(letters(column.column))
        field = None if name is None else _field(str(name))
        # A column of marks needs a level, which the mapping does not name.
        if field is not None and field is not Field.LEVEL_MARK:
            column.field = field
            named_columns += [column] if column.measure is None else []
    for field in dict.fromkeys(column.field for column in named_columns if column.field in _ONCE):
        of_field = [column for column in region.columns if column.field is field and column.measure is None]
        for column in of_field:
            if column is not next(other for other in named_columns if other.field is field):
                column.field = Field.NOTE


def ladder_of(side: Field, context: ImportContext) -> LadderChoice | None:
    """The levels that a mapping or an answer names, from low to high."""
    answer = context.answers.get(f"scale:{side.value}", "")
    levels = [part.strip() for part in answer.split(",") if part.strip()]
    levels = levels or context.mapping.get("levels", {}).get(side.value)
    if not levels:
        return None
    return LadderChoice(Ladder(tuple(_ladder_level(level) for level in levels), Evidence.ANSWER))


def banded(ladder: Ladder | None, side: Field, answers: Mapping[str, str]) -> Ladder | None:
    """A ladder with the per cents of each level from an answer; without a ladder of as many levels, they are one."""
    bands = [read_level(part) for part in re.split("[,;]", answers.get(f"bands:{side.value}", "")) if part.strip()]
    if not bands or any(level.band is None for level in bands):
        return ladder
    if ladder is None or len(ladder.levels) != len(bands):
        return Ladder(tuple(bands), Evidence.ANSWER)
    levels = (replace(level, band=band.band) for level, band in zip(ladder.levels, bands, strict=True))
    return replace(ladder, levels=tuple(levels))


def mapping_of(regions: Sequence[tuple[Region, int, Role]], ladders: Mapping[Field, Ladder | None]) -> dict[str, Any]:
    """What was found, as a mapping that makes the same import again."""
    tables = [
        {
            "table": table + 1,
            "name": region.grid.table.name,
            "role": role.value,
            "shape": region.shape,
            "columns": {letters(column.column): (column.field or Field.NOTE).value for column in region.columns},
        }
        for region, table, role in regions
    ]
    levels = {
        side.value: [[level.name, level.number] if level.number is not None else level.name for level in ladder.levels]
        for side in RESIDUAL
        if (ladder := ladders.get(side)) is not None and not ladder.banded and not _aliased(ladder)
    }
    return {"tables": tables, "levels": levels}


def regions_read(regions: Sequence[tuple[Region, int, Role]]) -> Iterator[RegionRead]:
    """What was found, in the form in which a user is shown it."""
    for region, table, _ in regions:
        columns = (
            ColumnRead(
                letters(column.column), column.path, (column.field or Field.NOTE).value, tuple(_values(region, column))
            )
            for column in region.columns
        )
        yield RegionRead(table + 1, region.shape, tuple(columns), is_marked(region))


def _values(region: Region, column: HeadedColumn) -> Iterator[str]:
    """The first values below a head."""
    yield from islice((cell.text for cell in region.values(column)), _FIRST)


def _aliased(ladder: Ladder) -> bool:
    return any(level.aliases for level in ladder.levels)


def _ladder_level(level: Any) -> LadderLevel:
    if isinstance(level, list) and len(level) == 2 and isinstance(level[1], int | float):
        return LadderLevel(str(level[0]), float(level[1]))
    return read_level(str(level))


def _columns(region: Region, mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    """The columns of a mapping for a region, found by the shape of its head, which other files may share."""
    if is_marked(region):
        return {}
    tables = (table for table in mapping.get("tables", []) if table.get("shape") == region.shape)
    own = next((table.get("columns") for table in tables if table.get("columns")), None)
    columns: Mapping[str, Any] = own or mapping.get("shapes", {}).get(region.shape, {})
    return columns


def is_marked(region: Region) -> bool:
    """Whether levels are marked by an X in a column each; a mapping cannot change these."""
    return bool(region.of(Field.LEVEL_MARK))


def _field(name: str) -> Field:
    try:
        return Field(name)
    except ValueError:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "The mapping names the field “{name}”, which is none; choose among {known}."),
            name=name,
            known=", ".join(Field),
        ) from None


def _all_are(kind: type, values: Iterable[object]) -> bool:
    return all(isinstance(value, kind) for value in values)


_FORMS: Mapping[str, Callable[[Any], bool]] = {
    "tables": lambda part: (
        isinstance(part, list) and _all_are(dict, part) and _all_are(dict, (table.get("columns", {}) for table in part))
    ),
    "shapes": lambda part: isinstance(part, dict) and _all_are(dict, part.values()),
    "levels": lambda part: isinstance(part, dict) and _all_are(list, part.values()),
}
_NO_MAPPING = QT_TRANSLATE_NOOP(
    "Problem", "The mapping has “{name}” in another form than “--json” prints; correct it and try again."
)
